# Fails when the names that LIBRARY exports, those in befriend.symbols and those declared in befriend.h differ.

execute_process(COMMAND ${NM} -D --defined-only ${LIBRARY} OUTPUT_VARIABLE exported COMMAND_ERROR_IS_FATAL ANY)
string(REGEX REPLACE "[^\n]* A BEFRIEND_0\n" "" exported "${exported}")
string(REGEX REPLACE "[0-9a-f]+ [A-Za-z] ([^\n]*)@@BEFRIEND_0\n" "\\1;" exported "${exported}")
list(REMOVE_ITEM exported "")

file(STRINGS ${BINDINGS}/befriend.symbols listed REGEX "^[^#]")

file(READ ${BINDINGS}/include/befriend/befriend.h header)
string(REGEX MATCHALL "BEFRIEND_EXPORT[^;(]*[ *](befriend_[a-z0-9_]*)\\(" declared "${header}")
list(TRANSFORM declared REPLACE ".*[ *](befriend_[a-z0-9_]*)\\($" "\\1")
list(SORT declared)

foreach(names exported declared)
  if(NOT "${${names}}" STREQUAL "${listed}")
    message(SEND_ERROR "befriend.symbols: ${listed}\n${names}: ${${names}}")
  endif()
endforeach()
