#pragma once

#include "core/domain/refusal.h"
#include "ui/case/acts.h"

/// One blank of the form of an act.
struct ActField {
    enum class Kind { Text, Number, Choice, Check, Moment };
    struct Option {
        QString value;
        QString word;
    };
    QString id;
    QString label;
    Kind kind = Kind::Text;
    QString preset;
    QList<Option> options; ///< Choice
    bool optional = false;
    QString hint; ///< grey, in the empty field
    QString shownBy; ///< field and value on which it depends, "way=courier"; empty: always shown

    bool isShown(const ActAnswers &answers) const;
};

/// What \a act has to be told before it is done; may be empty.
QList<ActField> fieldsOf(Act act, const ActScene &scene);

/// The blank that \a why speaks about; empty: none of them.
QString fieldFor(domain::Refusal::Why why);

/// Ids of the blanks, shared by the forms and the commands made of them.
namespace actfield {
inline const QString what = QStringLiteral("what");
inline const QString pictures = QStringLiteral("pictures");
inline const QString receiver = QStringLiteral("receiver");
inline const QString material = QStringLiteral("material");
inline const QString verdict = QStringLiteral("verdict");
inline const QString identifier = QStringLiteral("identifier");
inline const QString kind = QStringLiteral("kind");
inline const QString planned = QStringLiteral("planned");
inline const QString place = QStringLiteral("place");
inline const QString review = QStringLiteral("review");
inline const QString number = QStringLiteral("number");
inline const QString joinedTo = QStringLiteral("joined-to");
inline const QString reason = QStringLiteral("reason");
inline const QString step = QStringLiteral("step");
inline const QString outcome = QStringLiteral("outcome");
inline const QString certificate = QStringLiteral("certificate");
inline const QString eLicence = QStringLiteral("elicence");
inline const QString physical = QStringLiteral("physical");
inline const QString givenBy = QStringLiteral("given-by");
inline const QString together = QStringLiteral("together");
inline const QString way = QStringLiteral("way");
inline const QString address = QStringLiteral("address");
inline const QString collector = QStringLiteral("collector");
inline const QString relation = QStringLiteral("relation");
inline const QString identity = QStringLiteral("identity");
inline const QString isSigned = QStringLiteral("signed");
inline const QString tracking = QStringLiteral("tracking");
inline const QString shelfPlace = QStringLiteral("shelf-place");
inline const QString takenBy = QStringLiteral("taken-by");
inline const QString authority = QStringLiteral("authority");
inline const QString company = QStringLiteral("company");
inline const QString about = QStringLiteral("about");
inline const QString said = QStringLiteral("said");
inline const QString conflict = QStringLiteral("conflict");
inline const QString counts = QStringLiteral("counts-"); ///< followed by the conflict

/// Values of choices.
inline const QString all = QStringLiteral("all");
inline const QString one = QStringLiteral("one");
inline const QString yes = QStringLiteral("1");
inline const QString shown = QStringLiteral("shown");
inline const QString other = QStringLiteral("other");
}
