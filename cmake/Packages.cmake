# Packages for Debian by `cpack -G DEB`, one a component of cmake/Install.cmake; see packaging/README.md. They are laid out
# as Debian wants them when the build was configured with CMAKE_INSTALL_PREFIX=/usr.

set(CPACK_PACKAGE_VENDOR befriend)
if(NOT CPACK_PACKAGE_CONTACT)  # whoever builds packages for others names themselves
  set(CPACK_PACKAGE_CONTACT "The befriend authors <befriend@example.org>")
endif()
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL development documentation)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/packaging/deb/finish.cmake)
set(CPACK_BEFRIEND_SOURCE_DIR ${PROJECT_SOURCE_DIR})

# befriend_package(<component> <name of the package> <section> <synopsis> <more about it, in lines of 79 characters at most>)
macro(befriend_package component name section synopsis description)
  string(TOUPPER ${component} key)
  set(CPACK_DEBIAN_${key}_PACKAGE_NAME ${name})
  set(CPACK_DEBIAN_${key}_PACKAGE_SECTION ${section})
  set(CPACK_DEBIAN_${key}_DESCRIPTION "${synopsis}
befriend works out which volunteer could visit which child in care: it scores
how well each pair fits, solves the whole waiting list as one exact
assignment, and says why. It proposes; people decide.

${description}")
endmacro()

set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # each package has its own
befriend_package(development libbefriend-dev libdevel "matching volunteers with children in care - development files"
"This package holds the headers of the C library and of the C++ library, the
C++ library itself, which is always static, and what CMake and pkg-config ask
for.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS libutf8proc-dev)  # its archive, for programs in C++
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS befriend-doc)

befriend_package(documentation befriend-doc doc "matching volunteers with children in care - documentation"
"This package holds the guides, the data dictionary, the reference of the
policy, a page for each method, and example programs with an invented waiting
list.")
set(CPACK_DEBIAN_DOCUMENTATION_PACKAGE_ARCHITECTURE all)

if(befriend_c_type STREQUAL SHARED_LIBRARY)
  list(APPEND CPACK_COMPONENTS_ALL runtime)
  get_target_property(soversion befriend_c SOVERSION)
  befriend_package(runtime libbefriend${soversion} libs "matching volunteers with children in care - C library"
"This package holds the shared library, for programs in C and in every language
that can call C.")
  set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)
  set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
  set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
  set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/packaging/deb/triggers)
  string(APPEND CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
      ", libbefriend${soversion} (= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})")
endif()
if(BEFRIEND_BUILD_TOOL)
  list(APPEND CPACK_COMPONENTS_ALL tool)
  befriend_package(tool befriend-tools utils "matching volunteers with children in care - command line"
"This package holds the command befriend: it checks lists in CSV or JSON,
proposes matches with reasons, explains them, and writes a report.")
  set(CPACK_DEBIAN_TOOL_PACKAGE_SHLIBDEPS ON)
  set(CPACK_DEBIAN_TOOL_PACKAGE_SUGGESTS befriend-doc)
endif()

include(CPack)
