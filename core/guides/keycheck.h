#pragma once

#include <QByteArrayView>

namespace guides {

class Inspection;

/// Reports keys that stand twice in one object, and keys written with escapes, which could hide that. A JSON parser keeps one
/// of two equal keys without a word, and a rule would be lost. \a json must be well-formed and nested at most 1024 deep.
void checkKeys(QByteArrayView json, Inspection &inspection);

}
