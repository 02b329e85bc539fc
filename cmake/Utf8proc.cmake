# Finds the static archive of utf8proc, so that what links befriend needs nothing at run time but the C and C++ libraries.
# The build and the installed package both read this file.

if(NOT TARGET befriend::utf8proc)
  find_path(BEFRIEND_utf8proc_INCLUDE_DIR utf8proc.h)
  find_library(BEFRIEND_utf8proc_ARCHIVE NAMES libutf8proc.a utf8proc_static)
  mark_as_advanced(BEFRIEND_utf8proc_INCLUDE_DIR BEFRIEND_utf8proc_ARCHIVE)
  if(BEFRIEND_utf8proc_INCLUDE_DIR AND BEFRIEND_utf8proc_ARCHIVE)
    add_library(befriend::utf8proc STATIC IMPORTED GLOBAL)
    set_target_properties(befriend::utf8proc PROPERTIES
        IMPORTED_LOCATION "${BEFRIEND_utf8proc_ARCHIVE}"
        INTERFACE_COMPILE_DEFINITIONS UTF8PROC_STATIC
        INTERFACE_INCLUDE_DIRECTORIES "${BEFRIEND_utf8proc_INCLUDE_DIR}")
  endif()
endif()
