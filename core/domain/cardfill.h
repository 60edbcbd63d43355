#pragma once

#include "core/domain/commands.h"
#include "core/domain/personcard.h"
#include "core/domain/plan.h"

namespace domain {

/// One value of a card for one field of the form.
struct CardValue {
    QString field; ///< id
    QString label;
    QString now; ///< what stands there; may be empty
    QString card;
    bool identifies = false; ///< name or number: when these are another's, so may be everything else
    bool operator==(const CardValue &) const = default;
};

/// What a card says about one person of a case.
struct CardFilling {
    QString whom; ///< in the words of the guide: 申请人, 卖方 …
    QList<CardValue> values; ///< everything the card has a field for
    bool operator==(const CardFilling &) const = default;

    /// Those that contradict what stands in the form: never entered without asking.
    QList<CardValue> contradicted() const;
    /// The form names somebody else than the card.
    bool isSomebodyElse() const;
};

/// What \a card (cleaned, sound) says for the person whom the form's \a field is about. A field that is about no person, or none:
/// for the applicant, else the first person whom the form names. Of addresses only that of the household register (户籍) is on a card. Nothing
/// when the form names nobody.
CardFilling fillingOf(const Plan &plan, const QString &field, const PersonCard &card);

/// The same for \a person of a list; one that is not listed yet has no values.
CardFilling fillingOf(const Plan::RosterLine &roster, const Person &person, const PersonCard &card);

/// The act that enters \a filling, as from the card reader. \a over: also what contradicts. Otherwise nothing at all when the form names
/// somebody else.
EnterFields entryOf(const CardFilling &filling, bool over);

}
