#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace domain {

/// Number of a case: region 6, window 3, device mark 2, date 8, serial 4, check character (ISO 7064 MOD 37,36): 24 in all,
/// e.g. 411202001A1202611210001K. Unique without a network because no two journals write with the same window and device
/// mark, and never reused because a journal never gives a serial twice.
struct CaseNumber {
    QString region;
    QString window;
    QString device; ///< two characters 0–9 A–Z; changes with every new journal of a window
    QDate day;
    int serial = 0; ///< 1–9999

    /// The 24 characters.
    QString text() const;
    bool operator==(const CaseNumber &) const = default;
};

/// In groups, as people read and type it: 411202-001A1-20261121-0001-K.
QString groupedNumber(const QString &number);

/// The number in \a text, which may be typed (any case, grouping, full-width) or the whole content of a scanned code that
/// carries it (…/c/NUMBER or yichuang:c/NUMBER, in letters of any case, with or without a stamp). Nothing when the check character or a part is wrong.
std::optional<CaseNumber> readCaseNumber(const QString &text);

}
