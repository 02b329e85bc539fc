# Installs the build folder BUILD, moves the result to PLACE, and fails when a file of it names a folder of the build.

file(REMOVE_RECURSE ${PLACE} ${PLACE}-first)
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${PLACE}-first COMMAND_ERROR_IS_FATAL ANY)
file(RENAME ${PLACE}-first ${PLACE})

file(GLOB_RECURSE texts ${PLACE}/*.cmake ${PLACE}/*.pc ${PLACE}/*.h ${PLACE}/*.hpp)
if(texts STREQUAL "")
  message(FATAL_ERROR "Nothing was installed in ${PLACE}.")
endif()
foreach(file IN LISTS texts)
  file(READ ${file} text)
  foreach(folder ${BUILD} ${SOURCE} ${PLACE})
    string(FIND "${text}" "${folder}" at)
    if(NOT at EQUAL -1)
      message(SEND_ERROR "${file} names ${folder}")
    endif()
  endforeach()
endforeach()
