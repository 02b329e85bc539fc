# What befriend stands on. Everything comes from packages of the system; nothing is downloaded.

find_package(Boost 1.74 REQUIRED)  # Graph; headers only
find_package(Eigen3 3.4 REQUIRED NO_MODULE)
find_package(fmt 9 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(Threads REQUIRED)

# Packages that bring no CMake file, or one that does not fit, are found by their headers and archives.
function(befriend_header_only name header)
  find_path(BEFRIEND_${name}_INCLUDE_DIR ${header} REQUIRED)
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

# The static archive, so that the shared library needs nothing at run time but the C and C++ libraries.
find_path(BEFRIEND_utf8proc_INCLUDE_DIR utf8proc.h REQUIRED)
find_library(BEFRIEND_utf8proc_ARCHIVE libutf8proc.a REQUIRED)
add_library(befriend_utf8proc STATIC IMPORTED)
set_target_properties(befriend_utf8proc PROPERTIES
    IMPORTED_LOCATION ${BEFRIEND_utf8proc_ARCHIVE}
    INTERFACE_COMPILE_DEFINITIONS UTF8PROC_STATIC
    INTERFACE_INCLUDE_DIRECTORIES ${BEFRIEND_utf8proc_INCLUDE_DIR})

# The tool alone reads CSV files and digests them.
if(BEFRIEND_BUILD_TOOL)
  find_package(CLI11 2.1 REQUIRED)
  find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
  find_path(BEFRIEND_csv_INCLUDE_DIR csv.h REQUIRED)
  find_library(BEFRIEND_csv_LIBRARY csv REQUIRED)
  add_library(befriend_csv UNKNOWN IMPORTED)
  set_target_properties(befriend_csv PROPERTIES
      IMPORTED_LOCATION ${BEFRIEND_csv_LIBRARY}
      INTERFACE_INCLUDE_DIRECTORIES ${BEFRIEND_csv_INCLUDE_DIR})
endif()
