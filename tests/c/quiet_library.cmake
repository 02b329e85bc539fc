# Fails when LIBRARY needs anything that prints, opens a file or a socket, or looks at the time of day or the environment. A
# clock that only measures stays allowed: a limit of time needs one.
# fprintf stays allowed: with it an assertion speaks before it ends the program.
cmake_minimum_required(VERSION 3.25)  # IN_LIST

set(loud
    printf vprintf puts putchar fputs fputc fwrite write
    fopen fopen64 open open64 openat openat64 creat freopen dlopen
    socket connect bind send sendto getaddrinfo
    time gettimeofday clock clock_gettime localtime localtime_r gmtime
    getenv secure_getenv setenv environ setlocale
    rand random getrandom system popen fork execv execve)
set(loud_mangled "^_ZSt4c(out|err|log)$|basic_filebuf|chrono.*3now|random_device")

execute_process(COMMAND ${NM} -D --undefined-only ${LIBRARY} OUTPUT_VARIABLE needed COMMAND_ERROR_IS_FATAL ANY)
string(REGEX REPLACE "[^\n]* [Uw] ([^@\n]*)[^\n]*\n" "\\1;" needed "${needed}")
if(NOT "memcpy" IN_LIST needed)
  message(FATAL_ERROR "These are not the names that ${LIBRARY} needs: ${needed}")
endif()
foreach(name IN LISTS needed)
  if(name MATCHES "chrono.*12steady_clock3now")
    continue()
  endif()
  if(name IN_LIST loud OR name MATCHES "${loud_mangled}")
    message(SEND_ERROR "Not to be needed by a quiet library: ${name}")
  endif()
endforeach()
