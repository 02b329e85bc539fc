# Run by cpack before it packs: puts into each package what Debian wants in every package, and what only Debian wants.

find_program(gzip gzip REQUIRED)
find_program(strip strip REQUIRED)

function(compress file as)
  execute_process(COMMAND ${gzip} -9nc ${file} OUTPUT_FILE ${as} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  string(TOUPPER ${component} key)
  set(package ${CPACK_DEBIAN_${key}_PACKAGE_NAME})
  set(root ${CPACK_TEMPORARY_DIRECTORY}/${component}/usr)
  set(docs ${root}/share/doc/${package})
  file(MAKE_DIRECTORY ${docs})
  configure_file(${CMAKE_CURRENT_LIST_DIR}/copyright ${docs}/copyright COPYONLY)
  compress(${CMAKE_CURRENT_LIST_DIR}/changelog ${docs}/changelog.Debian.gz)
  compress(${CPACK_BEFRIEND_SOURCE_DIR}/CHANGELOG.md ${docs}/changelog.gz)

  file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/lintian-overrides overrides REGEX "^(all|${package}): ")
  list(TRANSFORM overrides REPLACE "^all: " "${package}: ")
  list(JOIN overrides "\n" overrides)
  file(WRITE ${root}/share/lintian/overrides/${package} "${overrides}\n")

  file(GLOB_RECURSE binaries ${root}/bin/* ${root}/*.a ${root}/*.so.*)
  foreach(binary IN LISTS binaries)
    if(NOT IS_SYMLINK ${binary})
      execute_process(COMMAND ${strip} --strip-debug --remove-section=.comment --remove-section=.note
          --enable-deterministic-archives ${binary} COMMAND_ERROR_IS_FATAL ANY)
    endif()
  endforeach()
endforeach()
