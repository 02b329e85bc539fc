# Where Python's own packages are: nanobind, and nanoarrow's source (the build requirements of pyproject.toml).

if(NOT SKBUILD)
  set(SKBUILD_SABI_COMPONENT Development.SABIModule)
endif()
find_package(Python 3.11 REQUIRED COMPONENTS Interpreter Development.Module
    OPTIONAL_COMPONENTS ${SKBUILD_SABI_COMPONENT})

function(befriend_ask_python result)
  execute_process(COMMAND ${Python_EXECUTABLE} ${ARGN}
      OUTPUT_VARIABLE answer OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  set(${result} ${answer} PARENT_SCOPE)
endfunction()

befriend_ask_python(nanobind_ROOT -m nanobind --cmake_dir)
if(NOT BEFRIEND_NANOARROW_DIR)
  befriend_ask_python(befriend_nanoarrow_package -c "print(__import__('arx_nanoarrow_sources').__path__[0])")
  set(BEFRIEND_NANOARROW_DIR ${befriend_nanoarrow_package}/vendor)  # no cache: pip builds in another place each time
endif()
