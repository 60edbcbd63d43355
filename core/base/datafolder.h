#pragma once

#include <QString>

namespace base {

/// Where the program's read-only data (guides, forms, pinyin) stands: share/yichuang beside the bin folder of the running
/// program, in the build tree as after installation. No slash at the end.
QString dataFolder();

}
