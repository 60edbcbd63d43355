#pragma once

#include <QString>

#include <optional>

namespace domain {

// What stands in the codes on our papers, for those who print them and those who read them.

/// The sheet between the papers of two materials: what follows it belongs to one material of one case.
struct SeparatorCode {
    QString caseNumber; ///< the 24 characters, checked
    QString material; ///< id
    bool operator==(const SeparatorCode &) const = default;
};

/// The content of the separator code of \a material (id) of the case \a caseNumber: yichuang:s/NUMBER/MATERIAL, the material
/// percent-encoded.
QString separatorText(const QString &caseNumber, const QString &material);
/// The separator in \a scanned; nothing when it is another code, or its number is none.
std::optional<SeparatorCode> readSeparator(const QString &scanned);

/// Whether \a text, typed by a scanner so far, can still become one of our codes: a case number, yichuang:…, or an address of the
/// hall \a publicUrl (any address while that is empty).
bool mayBecomeOurCode(const QString &text, const QString &publicUrl);
/// Whether \a text is one: a case number, an address with one, yichuang:X/…, or an address of the hall.
bool isOurCode(const QString &text, const QString &publicUrl);

}
