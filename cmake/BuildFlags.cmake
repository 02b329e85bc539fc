# Flags that every target of ours is compiled with, and no consumer inherits.

add_library(befriend_build_flags INTERFACE)
target_compile_features(befriend_build_flags INTERFACE cxx_std_20 c_std_99)
target_compile_options(befriend_build_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow
    $<$<BOOL:${BEFRIEND_WARNINGS_AS_ERRORS}>:-Werror>
    # g++ 12 sees an overlap in the text functions of its own library (GCC bug 105651).
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
    # A fused multiply-add rounds once instead of twice: points would depend on the processor.
    -ffp-contract=off)

if(BEFRIEND_SANITIZE)
  set(befriend_sanitize_flags -fsanitize=${BEFRIEND_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(befriend_build_flags INTERFACE ${befriend_sanitize_flags})
  target_link_options(befriend_build_flags INTERFACE -fsanitize=${BEFRIEND_SANITIZE})
endif()

# The Python package is downloaded: what nothing calls is left out.
if(BEFRIEND_BUILD_PYTHON)
  target_compile_options(befriend_build_flags INTERFACE -ffunction-sections -fdata-sections)
  target_link_options(befriend_build_flags INTERFACE -Wl,--gc-sections)
endif()

# These sources of the Python package are built for speed and not for size: they do something for every cell of a table.
function(befriend_called_for_every_cell)
  if(BEFRIEND_BUILD_PYTHON)
    set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS $<$<CONFIG:Release>:-O3>)
  endif()
endfunction()

# These do something once a call, or once a page, and have no part in how long the Python package takes.
function(befriend_called_seldom)
  if(BEFRIEND_BUILD_PYTHON)
    set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS $<$<CONFIG:Release>:-Os>)
  endif()
endfunction()

# Kernels are compiled the same in every build: for speed, without sanitizers (which no vector loop has), and for a
# level of x86-64 processors where one is given. They are chosen at run time, so the rest stays portable. No header comes
# with them unasked: its functions would be shared with code for any processor.
function(befriend_kernel source)
  set(flags -O3 -fno-math-errno -fno-sanitize=all)
  if(ARGN AND CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$")
    list(APPEND flags -march=${ARGN})
    if(ARGN STREQUAL "x86-64-v4")
      list(APPEND flags -mprefer-vector-width=512)
    endif()
  endif()
  set_source_files_properties(${source} PROPERTIES COMPILE_OPTIONS "${flags}" SKIP_PRECOMPILE_HEADERS ON)
endfunction()

# Headers that most files of a target read, read once. Builds that are made from nothing again and again ask for it by
# BEFRIEND_PRECOMPILE_HEADERS; the others find the file that forgets an include.
function(befriend_precompile_headers target)
  if(BEFRIEND_PRECOMPILE_HEADERS)
    target_precompile_headers(${target} PRIVATE
        <algorithm> <array> <chrono> <functional> <map> <memory> <optional> <string> <string_view> <variant> <vector>
        ${ARGN})
  endif()
endfunction()
