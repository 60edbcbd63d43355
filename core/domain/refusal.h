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
        NotFiled, ///< comes after filing only
        Archived, ///< nothing changes any more
        AlreadyDone, ///< this happened already; subject: of what, may be empty
        ScansMissing, ///< pushed before the scans are complete
        UnknownScan, ///< no picture of this case
        ScanThereAlready, ///< the very same picture is part of the case; subject: name of its material, may be empty
        ScansSent, ///< the departments have the pictures: none is moved or taken out any more
        ReceiverMissing, ///< who took it
        NotPushed, ///< the department has not received it; subject: item name
        NotAccepted, ///< subject: item name
        AlreadyAccepted, ///< subject: item name
        ItemEnded, ///< decided, refused, withdrawn or lapsed; subject: item name
        ItemOpen, ///< not ended yet; subject: item name
        ClockPaused, ///< subject: item name
        ClockRuns, ///< subject: item name
        UnknownStep, ///< no special step of the guide or the law; subject: as given
        NothingToWaitFor, ///< pre-review of an item without an open prerequisite; subject: item name
        UnknownReview,
        NotDeferred, ///< subject: material name
        NotCommitted, ///< nothing was promised about it; subject: material name
        DeferralOpen, ///< subject: material name
        DeferralHasLapsed, ///< subject: material name
        NotDueYet, ///< subject: last day, ISO
        StillNeeded, ///< its papers stay with the lead department; subject: material name
        PrerequisiteOpen, ///< subject: name of the item that must be decided first
        PrerequisiteFailed, ///< subject: name of the item that came to nothing
        ELicenceInvalid, ///< GB/T 36904; subject: identifier
        NoResult, ///< subject: item name
        NotArrived, ///< the result is not at the issuance window; subject: item name
        AlreadyDelivered, ///< subject: item name
        NotDelivered, ///< subject: item name
        ProofOpen, ///< the department has no proof of delivery; subject: item name
        NotElectronic, ///< a result on paper cannot go electronically; subject: item name
        DeliveryNotSigned, ///< handed over at the window without a signature
        CollectorMissing,
        RelationMissing,
        TrackingMissing,
        AddressMissing,
        AlreadyThere, ///< the result is where it is said to have come; subject: item name
        NamedTwice, ///< one result twice in one hand-over; subject: item name
        ItemLeftOut, ///< everything was wanted together and this is left out; subject: item name
        CollectorIdentityMissing, ///< another than the applicant takes it
        CollectorIdentityInvalid,
        AuthorityMissing, ///< another than the applicant takes it; subject: relation
        CourierMissing, ///< who carries the parcel
        NothingPromised, ///< a letter without a deferral or commitment
        LetterMissing, ///< what is promised stands in no letter yet; subject: title of the letter
        LetterNotSigned, ///< subject: title of the letter
        NotTold, ///< signed without the consequences being read out
        OnDishonestyList, ///< no deferral or commitment for this person; subject: material name
        ClockInDoubt, ///< a dated act while the clock of the PC may be wrong; subject: by how many minutes
        NotAuthorised, ///< the window may not accept it; subject: item name
        UnknownRoster, ///< the matter has no such list of people
        TooManyPeople, ///< subject: how many a list may have
        NothingToSign, ///< a paper that no citizen signs, or a signature without its picture
        PersonTwice, ///< the same number twice in a list; subject: who
        NewerProgram, ///< a newer version of the program wrote on this case: it may be looked at here, not worked on
        UnknownConflict,
        JoinedToItself, ///< a case stands for another one, not for itself; subject: its number
        HolderMissing, ///< nobody is named whose licence could be asked for; subject: material name
        UnknownLookUp, ///< an answer to what was not asked, or was answered
        NotLate, ///< nothing of it is late, so nothing is to be explained; subject: item name, or number of the case
        UnknownOrder, ///< no such delay, re-check or reminder
        PostMissing, ///< somebody of another post may do it, see posts.h; subject: the duty, as a number
    };
    Why why;
    QString subject;
    QString id; ///< of the situation, item, field or material concerned, so that the window can go there

    bool operator==(const Refusal &) const = default;
};

template <class T>
using Ruling = tl::expected<T, QList<Refusal>>;

}
