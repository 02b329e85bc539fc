# Writes OUTLINE, a C source: HEADER with a body without content behind each function that it declares.

file(READ ${HEADER} text)
string(REGEX REPLACE "(BEFRIEND_EXPORT[^;]*);" "\\1 { __builtin_trap(); }" text "${text}")
file(WRITE ${OUTLINE} "${text}")
