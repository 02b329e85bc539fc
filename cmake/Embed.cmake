# befriend_embed(<target> <file> <name>): makes the text of <file> a constant of the program,
#   extern const std::string_view befriend::embedded::<name>;
# so that a file that people read and edit in the tree needs no place on the user's disk.
function(befriend_embed target file name)
  cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} OUTPUT_VARIABLE source)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
  file(READ ${source} text)
  string(FIND "${text}" ")befriend\"" ending)
  if(NOT ending EQUAL -1)
    message(FATAL_ERROR "${file} holds the text that ends an embedded file.")
  endif()
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/embedded/${name}.cpp)
  file(CONFIGURE OUTPUT ${generated} @ONLY CONTENT [[
// Made by cmake/Embed.cmake.
#include <string_view>

namespace befriend::embedded {
extern const std::string_view @name@;
const std::string_view @name@ = R"befriend(@text@)befriend";
}  // namespace befriend::embedded
]])
  target_sources(${target} PRIVATE ${generated})
endfunction()
