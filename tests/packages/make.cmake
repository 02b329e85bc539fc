# Makes the packages of the build folder BUILD in PACKAGES and unpacks all of them below ROOT.

file(REMOVE_RECURSE ${PACKAGES} ${ROOT})
execute_process(COMMAND ${CPACK} -G DEB --config ${BUILD}/CPackConfig.cmake -B ${PACKAGES} COMMAND_ERROR_IS_FATAL ANY)
file(REMOVE_RECURSE ${PACKAGES}/_CPack_Packages)
file(GLOB packages ${PACKAGES}/*.deb)
if(packages STREQUAL "")
  message(FATAL_ERROR "cpack made no package.")
endif()
foreach(package IN LISTS packages)
  execute_process(COMMAND ${DPKG_DEB} --extract ${package} ${ROOT} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
