#pragma once

#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace domain {

/// Why a rule says no. The sentence for the clerk is made in ui from \c why and \c subject.
struct Refusal {
    enum class Why {
        NotWorkedOut, ///< the matter has only its catalogue rows; subject: matter name
        AlreadyOpen,
        NotOpen,
        NotInIntake, ///< filed or abandoned: nothing of the intake can change
        UnknownSituation, ///< subject: id
        UnknownAnswer, ///< subject: question
        UnknownItem,
        ItemDoesNotApply, ///< the answers rule it out; subject: item name
        ItemsExclude, ///< subject: name of the item that is already chosen
        UnknownPath,
        UnknownField,
        UnknownMaterial, ///< not asked for in this case
        NotExemptable, ///< nobody shares it; subject: material name
        IdentifierMissing, ///< exempt without the number of the e-licence or look-up
        NotDeferrable,
        NotCommittable,
        NotSigned, ///< deferral or commitment without the applicant's signature
        DueDateMissing,
        DueDateInPast,
        DueDateTooLate, ///< after the item's promise; subject: last possible day, ISO
        ReasonMissing, ///< not conforming without checkpoint or words
        UnknownCheckpoint,
        NothingChosen, ///< no item
        SituationOpen, ///< subject: question
        PathOpen, ///< subject: item name
        FieldMissing, ///< subject: label
        FieldInvalid, ///< subject: label
        VerdictMissing, ///< subject: material name
        GapOpen, ///< filing while missing or not conforming; subject: material name
        NothingToCorrect, ///< a notice without a gap: file instead
        NoSuchPaper, ///< a print of a notice or receipt that was never issued
        UnknownPrint,
        NumberInvalid,
    };
    Why why;
    QString subject;
    QString id; ///< of the situation, item, field or material concerned, so that the window can go there

    bool operator==(const Refusal &) const = default;
};

template <class T>
using Ruling = tl::expected<T, QList<Refusal>>;

}
