# befriend_catch2: Catch2 with its main function, version 3 or, on Debian 12, version 2. See tests/catch2.hpp.

find_package(Catch2 3 QUIET)
add_library(befriend_catch2 INTERFACE)
if(Catch2_FOUND)
  target_link_libraries(befriend_catch2 INTERFACE Catch2::Catch2WithMain)
else()
  find_package(Catch2 2.13 REQUIRED)
  add_library(befriend_catch2_main OBJECT ${PROJECT_SOURCE_DIR}/tests/catch2_v2_main.cpp)
  target_link_libraries(befriend_catch2_main PUBLIC Catch2::Catch2)
  target_link_libraries(befriend_catch2 INTERFACE Catch2::Catch2 $<TARGET_OBJECTS:befriend_catch2_main>)
endif()
list(APPEND CMAKE_MODULE_PATH ${Catch2_DIR})
include(Catch)

# One entry of ctest a test case, found by running the program once after it is linked.
function(befriend_discover_tests program)
  if(Catch2_VERSION VERSION_LESS 3)
    # Without it a name that version 2 reads as a pattern, and that matches nothing, would pass.
    set(found_or_failed EXTRA_ARGS --warn NoTests)
  endif()
  catch_discover_tests(${program} ${found_or_failed} PROPERTIES TIMEOUT 300)
endfunction()
