# What befriend stands on. Everything comes from packages of the system; nothing is downloaded.

find_package(Boost 1.74 REQUIRED CONFIG)  # Graph; headers only
find_package(Eigen3 3.4 REQUIRED NO_MODULE)
find_package(fmt 9 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(Threads REQUIRED)
include(${CMAKE_CURRENT_LIST_DIR}/Utf8proc.cmake)
if(NOT TARGET befriend::utf8proc)
  message(FATAL_ERROR "befriend needs utf8proc with its static archive (Debian: libutf8proc-dev).")
endif()

# Packages that bring no CMake file, or one that does not fit, are found by their headers.
function(befriend_header_only name header)
  find_path(BEFRIEND_${name}_INCLUDE_DIR ${header} REQUIRED)
  mark_as_advanced(BEFRIEND_${name}_INCLUDE_DIR)
  add_library(befriend_${name} INTERFACE IMPORTED)
  target_include_directories(befriend_${name} SYSTEM INTERFACE ${BEFRIEND_${name}_INCLUDE_DIR})
endfunction()

befriend_header_only(xxhash xxhash.h)
target_compile_definitions(befriend_xxhash INTERFACE XXH_INLINE_ALL)
befriend_header_only(random123 Random123/philox.h)
befriend_header_only(mustache kainjow/mustache.hpp)
befriend_header_only(date date/date.h)
befriend_header_only(toml toml++/toml.h)
target_compile_definitions(befriend_toml INTERFACE TOML_HEADER_ONLY=1)

# All that the sources of the steps may use, and that no consumer of befriend sees.
add_library(befriend_private_dependencies INTERFACE)
target_link_libraries(befriend_private_dependencies INTERFACE
    Boost::headers Eigen3::Eigen fmt::fmt-header-only nlohmann_json::nlohmann_json
    befriend_xxhash befriend_random123 befriend_mustache befriend_date befriend_toml)

# The tool alone reads CSV files and digests them.
if(BEFRIEND_BUILD_TOOL)
  find_package(CLI11 2.1 REQUIRED)
  find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
  find_path(BEFRIEND_csv_INCLUDE_DIR csv.h REQUIRED)
  find_library(BEFRIEND_csv_LIBRARY csv REQUIRED)
  mark_as_advanced(BEFRIEND_csv_INCLUDE_DIR BEFRIEND_csv_LIBRARY)
  add_library(befriend_csv UNKNOWN IMPORTED)
  set_target_properties(befriend_csv PROPERTIES
      IMPORTED_LOCATION ${BEFRIEND_csv_LIBRARY}
      INTERFACE_INCLUDE_DIRECTORIES ${BEFRIEND_csv_INCLUDE_DIR})
endif()
