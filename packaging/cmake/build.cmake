# How this tree is compiled, whatever is compiled.

# Compilations are kept when ccache is there; a launcher that was asked for wins.
find_program(CCACHE ccache)
if(CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# clang-tidy judges what people wrote. Generated files ask for one check that never speaks here, since none at all is an error.
file(WRITE ${CMAKE_BINARY_DIR}/.clang-tidy "Checks: '-*,llvm-twine-local'\n")

# In a unity build every file is an included one, and g++ warns where included files have members of file-local types.
if(CMAKE_UNITY_BUILD)
    add_compile_options(-Wno-subobject-linkage)
endif()
