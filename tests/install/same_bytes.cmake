# Fails unless PROGRAM, the C example, prints for an invented waiting list what TOOL writes to proposal.json. The list is
# made twice, as JSON for the example and as CSV for the tool.

set(here ${CMAKE_CURRENT_BINARY_DIR})
foreach(format json csv)
  execute_process(COMMAND ${TOOL} synth county --format ${format} --out ${here}/${format} --force
      COMMAND_ERROR_IS_FATAL ANY)
endforeach()

set(for_example ${here}/json/policy.toml)
set(for_tool ${here}/csv/children.csv ${here}/csv/volunteers.csv --policy ${here}/csv/policy.toml)
foreach(table children volunteers coordinators existing pins blocks)
  if(EXISTS ${here}/json/${table}.json)
    list(APPEND for_example ${table}=${here}/json/${table}.json)
    if(NOT table MATCHES "^(children|volunteers)$")
      list(APPEND for_tool --${table} ${here}/csv/${table}.csv)
    endif()
  endif()
endforeach()

execute_process(COMMAND ${TOOL} propose ${for_tool} --out ${here}/proposal --force COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${PROGRAM} ${for_example} OUTPUT_FILE ${here}/found.json COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${here}/proposal/proposal.json ${here}/found.json
    COMMAND_ERROR_IS_FATAL ANY)
