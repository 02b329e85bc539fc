# Fails unless PROGRAM, the C example, prints for the waiting list in the folder LIST what the program EXPECTED prints.

set(here ${CMAKE_CURRENT_BINARY_DIR})
set(tables "")
foreach(table children volunteers coordinators blocks)
  list(APPEND tables ${table}=${LIST}/${table}.json)
endforeach()
execute_process(COMMAND ${EXPECTED} ${LIST}/policy.toml ${tables} OUTPUT_FILE ${here}/expected.json
    COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${PROGRAM} ${LIST}/policy.toml ${tables} OUTPUT_FILE ${here}/found.json
    COMMAND_ERROR_IS_FATAL ANY)

file(SIZE ${here}/expected.json size)
if(size LESS 10000)
  message(FATAL_ERROR "Hardly a proposal: ${size} bytes.")
endif()
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${here}/expected.json ${here}/found.json
    COMMAND_ERROR_IS_FATAL ANY)
