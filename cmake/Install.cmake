# What `cmake --install` lays down, in four parts: runtime (the shared C library), development, tool, documentation.
# Two export sets, so that a C project that links the shared library need not have what the C++ archive needs.

include(CMakePackageConfigHelpers)
set(befriend_cmake_dir ${CMAKE_INSTALL_LIBDIR}/cmake/befriend)

install(TARGETS befriend_c EXPORT befriend_c
    LIBRARY COMPONENT runtime NAMELINK_COMPONENT development
    ARCHIVE COMPONENT development
    FILE_SET HEADERS COMPONENT development)
install(TARGETS befriend EXPORT befriend_cpp
    ARCHIVE COMPONENT development
    FILE_SET HEADERS COMPONENT development)
foreach(set c cpp)
  install(EXPORT befriend_${set} FILE befriend_${set}.cmake NAMESPACE befriend::
      DESTINATION ${befriend_cmake_dir} COMPONENT development)
endforeach()
if(BEFRIEND_BUILD_TOOL)
  install(TARGETS befriend_tool COMPONENT tool)
endif()

get_target_property(befriend_c_type befriend_c TYPE)
configure_package_config_file(cmake/befriendConfig.cmake.in befriendConfig.cmake
    INSTALL_DESTINATION ${befriend_cmake_dir} NO_CHECK_REQUIRED_COMPONENTS_MACRO NO_SET_AND_CHECK_MACRO)
# While 0.x, a minor version may change anything; from 1.0 this is SameMajorVersion.
write_basic_package_version_file(befriendConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES
    ${PROJECT_BINARY_DIR}/befriendConfig.cmake ${PROJECT_BINARY_DIR}/befriendConfigVersion.cmake cmake/Utf8proc.cmake
    DESTINATION ${befriend_cmake_dir} COMPONENT development)

# befriend.pc is about the C library. Every path in it starts from the place of the file itself.
set(pc_dir ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig)
file(RELATIVE_PATH pc_prefix ${pc_dir} ${CMAKE_INSTALL_PREFIX})
file(RELATIVE_PATH pc_libdir ${CMAKE_INSTALL_PREFIX} ${CMAKE_INSTALL_FULL_LIBDIR})
file(RELATIVE_PATH pc_includedir ${CMAKE_INSTALL_PREFIX} ${CMAKE_INSTALL_FULL_INCLUDEDIR})
set(pc_static_libs "-lutf8proc -lstdc++ -lm ${CMAKE_THREAD_LIBS_INIT}")
if(befriend_c_type STREQUAL STATIC_LIBRARY)  # there is no other, so nobody should have to ask for it
  set(pc_public_libs " ${pc_static_libs}")
  set(pc_public_cflags " -DBEFRIEND_STATIC_DEFINE")
endif()
configure_file(cmake/befriend.pc.in befriend.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/befriend.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)

# The documents and the examples as they lie in the tree, so that their links hold.
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT documentation)
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT documentation)
install(DIRECTORY examples DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT documentation
    PATTERN CMakeLists.txt EXCLUDE PATTERN run EXCLUDE)
install(FILES data/interests.toml DESTINATION ${CMAKE_INSTALL_DOCDIR}/data COMPONENT documentation)

if(PROJECT_IS_TOP_LEVEL)
  include(cmake/Packages.cmake)
endif()
