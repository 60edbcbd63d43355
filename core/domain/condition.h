#pragma once

#include <QList>
#include <QMap>
#include <QString>

namespace domain {

/// What is known of a statement while the citizen has not answered everything yet.
enum class Truth { No, Unknown, Yes };

Truth operator&&(Truth a, Truth b);
Truth operator||(Truth a, Truth b);
Truth operator!(Truth a);

/// The answers to the situations of a case: situation id → option id, or the number as typed.
using Answers = QMap<QString, QString>;
/// The answer of a situation that is not asked, because other answers rule it out: every statement about it is false.
inline const QString notAsked = QStringLiteral("-");
/// Regional parameters of a pack (e.g. a county's area threshold for the fire inspection): id → value.
using Parameters = QMap<QString, double>;

/// When something of a guide applies, as data: a small tree without code. The default-constructed condition always holds.
struct Condition {
    enum class Kind {
        Always,
        AnswerIs, ///< \c subject = situation, \c value = option
        AtLeast, ///< \c subject = situation that asks for a number; compared with \c number or \c parameter
        Below, ///< as AtLeast
        All,
        Any,
        Not, ///< exactly one part
    };
    Kind kind = Kind::Always;
    QString subject;
    QString value;
    double number = 0;
    QString parameter; ///< when not empty, taken instead of \c number
    QList<Condition> parts;

    bool operator==(const Condition &) const = default;
};

/// Whether \a condition holds. An unanswered situation or a parameter without a value makes it Unknown.
Truth holds(const Condition &condition, const Answers &answers, const Parameters &parameters);

/// Ids of all situations that \a condition asks, in order, each once.
QStringList situationsIn(const Condition &condition);

}
