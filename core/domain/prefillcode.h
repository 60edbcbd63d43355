#pragma once

#include <QString>

#include <optional>

namespace domain {

// The code with which a window fetches what was filled in at home: ten digits, the last one a check digit (ISO 7064 MOD 11-2), on a
// phone also as a QR code that says “yichuang:a/” before them.

/// \a nineDigits with their check digit; nothing for those whose check character is no digit.
std::optional<QString> prefillCodeOf(const QString &nineDigits);
/// In groups, as people read and type it: 0123-456-789.
QString groupedPrefillCode(const QString &code);
/// What a QR code on a phone says.
QString prefillText(const QString &code);
/// The ten digits in \a text, typed in groups or scanned; nothing when it is no such code.
std::optional<QString> readPrefillCode(const QString &text);

}
