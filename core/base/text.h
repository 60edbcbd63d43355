#pragma once

#include <QString>

namespace base {

/// What a person typed, pasted or scanned, made fit for a field: NFC, control characters and line breaks become one space,
/// no space at either end, never longer than \a longest code points (the rest is cut off). Rare characters beyond U+FFFF
/// stay whole.
QString cleanLine(const QString &raw, int longest = 200);

/// A code as it is compared and stored: full-width letters and digits made ASCII, upper case, every kind of space, dash and
/// separator taken out.
QString normalizedCode(const QString &raw);

/// Number of characters as a person counts them: code points, not UTF-16 units.
int countCharacters(const QString &text);

}
