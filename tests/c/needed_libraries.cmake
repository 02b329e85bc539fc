# Fails when LIBRARY needs more at run time than the C and C++ libraries.

execute_process(COMMAND ${READELF} -d ${LIBRARY} OUTPUT_VARIABLE dynamic COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "\\(NEEDED\\)[^\n]*" needed "${dynamic}")
if(NOT dynamic MATCHES "\\(SONAME\\)")
  message(FATAL_ERROR "${LIBRARY} is no shared library:\n${dynamic}")
endif()
foreach(line IN LISTS needed)
  if(NOT line MATCHES "\\[(libc|libm|libgcc_s|libstdc\\+\\+|ld-linux[a-z0-9_-]*)\\.so\\.[0-9]+\\]")
    message(SEND_ERROR "Not to be needed at run time: ${line}")
  endif()
endforeach()
