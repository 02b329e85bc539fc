# Fails unless PAGE shows the file EXAMPLE as it is, in fewer than 25 lines.

file(READ ${PAGE} page)
file(READ ${EXAMPLE} example)
string(FIND "${page}" "\n```cpp\n${example}```\n" at)
if(at EQUAL -1)
  message(FATAL_ERROR "${PAGE} does not show ${EXAMPLE} as it is")
endif()
string(REGEX MATCHALL "\n" lines "${example}")
list(LENGTH lines count)
if(NOT count LESS 25)
  message(FATAL_ERROR "${EXAMPLE} has ${count} lines")
endif()
