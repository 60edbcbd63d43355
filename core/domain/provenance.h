#pragma once

#include <QDate>
#include <QString>

namespace domain {

/// How sure a row is. Only Official may look official on screen and paper.
enum class Confidence { Official, High, Medium, Low };

/// Where a row comes from, how sure it is, and the days on which it is law.
struct Provenance {
    QString source;
    Confidence confidence = Confidence::Low;
    QDate from; ///< null: always was
    QDate until; ///< last day in force; null: no end known

    bool inForceOn(QDate day) const { return (from.isNull() || from <= day) && (until.isNull() || day <= until); }
    bool operator==(const Provenance &) const = default;
};

}
