# How this tree is compiled, whatever is compiled.

# Compilations are kept when ccache is there; a launcher that was asked for wins.
find_program(CCACHE ccache)
if(CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    # The two slips are those without which ccache keeps nothing that was compiled with a precompiled header.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
    add_compile_options(-fpch-preprocess)
endif()

add_compile_options(-pthread) # some libraries ask for it; a precompiled header fits only where all are compiled alike

# What nearly every file includes is read once for all of them: g++ takes one to two seconds for it, a file. Nobody may rely on it: the
# dev preset compiles every file without. Targets with other options (the tests' -O1) need a reading of their own.
# add_often(<name> [options …]): <name> can then be given to target_precompile_headers(… REUSE_FROM <name>).
function(add_often name)
    file(WRITE ${CMAKE_BINARY_DIR}/${name}.cpp "")
    add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/${name}.cpp)
    target_link_libraries(${name} PRIVATE Qt6::Core tl::expected strictness)
    target_compile_options(${name} PRIVATE ${ARGN})
    target_precompile_headers(${name} PRIVATE
        <algorithm> <array> <chrono> <functional> <map> <memory> <mutex> <optional> <ranges> <set> <string> <tuple> <variant> <vector>
        <tl/expected.hpp>
        <QByteArray> <QDateTime> <QDir> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QMap> <QObject> <QSet>
        <QString> <QStringList> <QTimer> <QUuid> <QVariant>)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF UNITY_BUILD OFF)
endfunction()

# gold (of binutils) links a test in a quarter of the time.
find_program(GOLD ld.gold)
if(GOLD)
    add_link_options(-fuse-ld=gold)
endif()

# clang-tidy judges what people wrote. Generated files ask for one check that never speaks here, since none at all is an error.
file(WRITE ${CMAKE_BINARY_DIR}/.clang-tidy "Checks: '-*,llvm-twine-local'\n")

# In a unity build every file is an included one, and g++ warns where included files have members of file-local types.
if(CMAKE_UNITY_BUILD)
    add_compile_options(-Wno-subobject-linkage)
endif()
