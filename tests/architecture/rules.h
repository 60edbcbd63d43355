#pragma once

#include "tests/architecture/sourcetree.h"

namespace architecture {

/// Every place where \a tree breaks the rules of the house, as "path:line: what is wrong"; empty: none.
///
/// - A layer includes project headers only of itself and of the layers its add_layer() names, or that those hand on by
/// USES;
///   Qt headers only of the Qt modules it links likewise. Includes are written from the project's root.
/// - Layers form no circle. Nothing under core reaches Qt Widgets or a layer of ui; nothing under ui or core reaches a
/// layer of app.
/// - Qt's SQL classes and SQLite are met only in core/journal and in the hub's store.
/// - ui takes no short cut past core/desk to the journal, the guides or sync, waits in no event loop of its own; core
/// speaks
///   no user language.
/// - No file of code is longer than 500 lines, every header is included once, nothing is left as a note "to be done".
QStringList brokenRules(const SourceTree &tree);

}
