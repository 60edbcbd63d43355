#pragma once

#include "core/domain/oneof.h"
#include "core/domain/caselife.h"

#include <utility>

namespace domain {

// What happens to a case after its intake, each as one fact; see events.h.

struct ApplicationSubmitted {
    bool operator==(const ApplicationSubmitted &) const = default;
};
struct ScanAttached { ///< also again, after it was removed
    QString scan;
    QString material;
    int page = 1;
    QString kind;
    qint64 bytes = 0;
    QString from;
    bool operator==(const ScanAttached &) const = default;
};
struct ScanMoved {
    QString scan;
    QString material;
    int page = 1;
    bool operator==(const ScanMoved &) const = default;
};
struct ScanRemoved {
    QString scan;
    QString reason;
    bool operator==(const ScanRemoved &) const = default;
};
struct ScansCompleted {
    int pictures = 0;
    bool operator==(const ScansCompleted &) const = default;
};
struct PushedToDepartments {
    QStringList departments;
    bool operator==(const PushedToDepartments &) const = default;
};
struct PaperHandedOver {
    QString receiver;
    bool operator==(const PaperHandedOver &) const = default;
};
struct ItemAccepted {
    QString item;
    QString number;
    bool operator==(const ItemAccepted &) const = default;
};
struct ItemRefused {
    QString item;
    QString number;
    QString reason;
    bool operator==(const ItemRefused &) const = default;
};
struct ClockPaused {
    QString item;
    QString step;
    bool operator==(const ClockPaused &) const = default;
};
struct ClockResumed {
    QString item;
    bool operator==(const ClockResumed &) const = default;
};
struct ItemPreReviewed {
    QString item;
    bool operator==(const ItemPreReviewed &) const = default;
};
struct JointReviewCalled {
    QString review; ///< id of it
    JointReview::Kind kind = JointReview::Kind::Inspection;
    QStringList items;
    QDateTime planned;
    QString place;
    bool operator==(const JointReviewCalled &) const = default;
};
struct JointReviewHeld {
    QString review;
    QString result;
    bool operator==(const JointReviewHeld &) const = default;
};
struct DeferralPromised { ///< with the filing: one for each deferred material
    QString material;
    QDate due;
    bool operator==(const DeferralPromised &) const = default;
};
struct MaterialSupplied {
    QString material;
    bool operator==(const MaterialSupplied &) const = default;
};
struct DeferralLapsed {
    QString material;
    QStringList items; ///< that end with it
    bool operator==(const DeferralLapsed &) const = default;
};
struct ItemsWithdrawn {
    QStringList items;
    QString reason;
    bool operator==(const ItemsWithdrawn &) const = default;
};
struct PapersGivenBack {
    QStringList materials;
    QString receiver;
    bool operator==(const PapersGivenBack &) const = default;
};
struct ItemDecided {
    QString item;
    Outcome outcome;
    bool operator==(const ItemDecided &) const = default;
};
struct ResultSent { ///< by the department, on its way to the issuance window
    QString item;
    QString to;
    QString by; ///< who carries it; may be empty
    bool operator==(const ResultSent &) const = default;
};
struct ResultArrived { ///< at the issuance window, or moved on to another holder
    QString item;
    QString holder;
    QString givenBy;
    QString place = {};
    QString takenBy = {}; ///< empty: the actor of the event
    bool operator==(const ResultArrived &) const = default;
};
struct CitizenTold {
    Contact::About about = Contact::About::Other;
    Contact::Way way = Contact::Way::Phone;
    QString words;
    bool operator==(const CitizenTold &) const = default;
};
struct CollectionChosen {
    CollectionChoice choice;
    bool operator==(const CollectionChosen &) const = default;
};
struct ItemsDelivered {
    QStringList items;
    Delivery delivery; ///< \c at and \c clerk are the event's
    bool operator==(const ItemsDelivered &) const = default;
};
struct ProofSent {
    QStringList items;
    bool operator==(const ProofSent &) const = default;
};
struct CaseArchived {
    QString keeper;
    bool operator==(const CaseArchived &) const = default;
};

struct LicenceAsked { ///< recorded before the question leaves the window
    QString lookUp; ///< id of it
    QString material;
    Material::Acquisition way = Material::Acquisition::Shared;
    QString holder;
    QString purpose;
    bool operator==(const LicenceAsked &) const = default;
};
struct LicenceAnswered {
    QString lookUp;
    LookUp::Outcome outcome = LookUp::Outcome::NotFound;
    QString identifier = {};
    QString licence = {};
    QString issuer = {};
    QDate until = {};
    bool operator==(const LicenceAnswered &) const = default;
};
struct BlanksCopied {
    QString system;
    QStringList blanks;
    bool operator==(const BlanksCopied &) const = default;
};
struct DelayExplained {
    QString delay; ///< id of it
    QString item; ///< empty: the case itself
    QString words;
    bool operator==(const DelayExplained &) const = default;
};
struct DelayRuled {
    QString delay;
    bool approved = false;
    QString words;
    bool operator==(const DelayRuled &) const = default;
};
struct RecheckOrdered {
    QString recheck; ///< id of it
    QString material;
    QString words;
    bool operator==(const RecheckOrdered &) const = default;
};
struct RecheckDone {
    QString recheck;
    bool conforms = false;
    QString found;
    bool operator==(const RecheckDone &) const = default;
};
struct PromiseBroken {
    QString material;
    QString words;
    bool operator==(const PromiseBroken &) const = default;
};
struct DepartmentReminded {
    QString reminder; ///< id of it
    QString item;
    QString words;
    bool operator==(const DepartmentReminded &) const = default;
};
struct ReminderConfirmed {
    QString reminder;
    QString answer;
    bool operator==(const ReminderConfirmed &) const = default;
};
struct NumberLooked { ///< which number and why, never what stands in it
    QString number;
    QString reason;
    bool operator==(const NumberLooked &) const = default;
};

using AnyLifeFact = std::variant<ApplicationSubmitted, ScanAttached, ScanMoved, ScanRemoved, ScansCompleted, PushedToDepartments, PaperHandedOver, ItemAccepted,
                              ItemRefused, ClockPaused, ClockResumed, ItemPreReviewed, JointReviewCalled, JointReviewHeld,
                              DeferralPromised, MaterialSupplied, DeferralLapsed, ItemsWithdrawn, PapersGivenBack, ItemDecided,
                              ResultSent, ResultArrived, CitizenTold, CollectionChosen, ItemsDelivered, ProofSent, CaseArchived, LicenceAsked,
                              LicenceAnswered, BlanksCopied, DelayExplained, DelayRuled, RecheckOrdered, RecheckDone, PromiseBroken,
                              DepartmentReminded, ReminderConfirmed, NumberLooked>;
/// What happened after filing. A type of its own, so that copying and destroying the alternatives is compiled once (compiledonce.cpp).
struct LifeFact : AnyLifeFact {
    LifeFact();
    template <typename T>
        requires isOneOf<T, AnyLifeFact>
    LifeFact(T one) : AnyLifeFact(std::in_place_type<T>, std::move(one))
    {
    }
    LifeFact(const LifeFact &);
    LifeFact(LifeFact &&) noexcept;
    ~LifeFact();
    LifeFact &operator=(const LifeFact &);
    LifeFact &operator=(LifeFact &&) noexcept;
    bool operator<(const LifeFact &) const = delete;
    bool operator==(const LifeFact &) const;
};

}
