# nanoarrow, for the Arrow C streams of befriend::c: a header and a source file, compiled in under names of our own.
# Sets BEFRIEND_ARROW_IS_ON and, if it is, makes befriend_nanoarrow (the object) and befriend_nanoarrow_headers. Nothing is downloaded here.

set_property(CACHE BEFRIEND_WITH_ARROW PROPERTY STRINGS AUTO ON OFF)
set(BEFRIEND_NANOARROW_DIR "" CACHE PATH "Folder of nanoarrow, with its include and its src")

# Both files from the same folder: a header and a source of different versions would not go together.
function(befriend_find_nanoarrow result)
  foreach(folder IN ITEMS
      ${BEFRIEND_NANOARROW_DIR} ${PROJECT_SOURCE_DIR}/build/packages/nanoarrow/arx_nanoarrow_sources/vendor)
    if(EXISTS ${folder}/include/nanoarrow/nanoarrow.hpp AND EXISTS ${folder}/src/nanoarrow.c)
      set(${result} ${folder} PARENT_SCOPE)
      return()
    endif()
  endforeach()
  set(${result} "" PARENT_SCOPE)
endfunction()

if(NOT BEFRIEND_WITH_ARROW MATCHES "^(AUTO|ON|OFF)$")
  message(FATAL_ERROR "BEFRIEND_WITH_ARROW is AUTO, ON or OFF, not ${BEFRIEND_WITH_ARROW}.")
endif()
set(BEFRIEND_ARROW_IS_ON OFF)
if(NOT BEFRIEND_WITH_ARROW STREQUAL "OFF")
  befriend_find_nanoarrow(befriend_nanoarrow_dir)
  set(advice "examples/run and tests/run download it; or `pip download -r cmake/nanoarrow.txt`, unpack the wheel and name its \
folder `vendor` in BEFRIEND_NANOARROW_DIR.")
  if(befriend_nanoarrow_dir)
    set(BEFRIEND_ARROW_IS_ON ON)
  elseif(BEFRIEND_WITH_ARROW STREQUAL "ON")
    message(FATAL_ERROR "BEFRIEND_WITH_ARROW is ON and nanoarrow was not found. ${advice}")
  else()
    message(STATUS "Without Arrow: nanoarrow was not found. ${advice}")
  endif()
endif()

if(BEFRIEND_ARROW_IS_ON)
  add_library(befriend_nanoarrow_headers INTERFACE)
  target_compile_definitions(befriend_nanoarrow_headers INTERFACE
      NANOARROW_NAMESPACE=befriend NANOARROW_CXX_NAMESPACE=befriend_nanoarrow)
  target_include_directories(befriend_nanoarrow_headers SYSTEM INTERFACE ${befriend_nanoarrow_dir}/include)

  add_library(befriend_nanoarrow OBJECT ${befriend_nanoarrow_dir}/src/nanoarrow.c)
  set_target_properties(befriend_nanoarrow PROPERTIES
      C_STANDARD 99 C_VISIBILITY_PRESET hidden POSITION_INDEPENDENT_CODE ON)
  target_link_libraries(befriend_nanoarrow PRIVATE befriend_nanoarrow_headers)
  target_compile_options(befriend_nanoarrow PRIVATE -w ${befriend_sanitize_flags})  # its warnings are not ours to mend
endif()
