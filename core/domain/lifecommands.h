#pragma once

#include "core/domain/oneof.h"
#include "core/domain/case.h"

#include <utility>

namespace domain {

// What a person at a window or in a department wants done with a case after its intake. decide() says whether it may be.

/// 线上提交: the applicant is done; the window looks at it within two hours, and files it or tells once what is missing. After
/// such a notice the applicant may submit again.
struct SubmitApplication {
};
/// A picture whose bytes are stored becomes part of the case, as the last page of its material.
struct AttachScan {
    QString scan; ///< SHA-256, as ScanPicture::scan
    QString material; ///< empty: to be sorted later
    QString kind;
    qint64 bytes = 0;
    QString from; ///< a picture of the case that this one takes the place of, page and all; \c material is not looked at
};
struct MoveScan {
    QString scan;
    QString material; ///< empty: to be sorted later
};
struct RemoveScan {
    QString scan;
    QString reason; ///< in words; may be empty
};
/// The picture from which \c scan was made takes its place again.
struct RevertScan {
    QString scan;
};
struct CompleteScans {
    int pictures = 0; ///< how many there are, made elsewhere; not looked at when the case has pictures of its own
};
struct PushToDepartments {
};
struct HandOverPaper {
    QString receiver; ///< at the lead department
};
struct AcceptItem {
    QString item;
    QString number; ///< of the acceptance notice; may be empty
    bool atWindow = false; ///< 综合窗口收件受理一体化: by the window itself, where the hall is authorised
};
struct RefuseItem {
    QString item;
    QString number;
    QString reason; ///< every reason, in words for the applicant
};
struct PauseClock {
    QString item;
    QString step; ///< one of the item's special steps, or of those of 行政许可法 45
};
struct ResumeClock {
    QString item;
};
struct PreReviewItem {
    QString item;
};
struct CallJointReview {
    QString review; ///< fresh id
    JointReview::Kind kind = JointReview::Kind::Inspection;
    QStringList items;
    QDateTime planned;
    QString place;
};
struct RecordJointReview {
    QString review;
    QString result;
};
struct SupplyMaterial {
    QString material;
    Verdict verdict; ///< original, copy or exempt
};
struct LapseDeferral {
    QString material;
};
struct WithdrawItems {
    QStringList items; ///< empty: all that are not ended
    QString reason;
};
struct GiveBackPapers {
    QStringList materials;
    QString receiver;
};
struct DecideItem {
    QString item;
    Outcome outcome;
};
/// The department has given a result on paper out of its hands.
struct SendResult {
    QString item;
    QString to; ///< the issuance window
    QString by; ///< who carries it; may be empty
};
struct ReceiveResult {
    QString item;
    QString holder; ///< the issuance window or its shelf; again: where it went from there
    QString givenBy;
    QString place = {}; ///< label of the shelf place; may be empty
    QString takenBy = {}; ///< empty: whoever records it
};
struct TellCitizen {
    Contact::About about = Contact::About::Other;
    Contact::Way way = Contact::Way::Phone;
    QString words;
};
struct ChooseCollection {
    CollectionChoice choice;
};
struct DeliverItems {
    QStringList items;
    Delivery delivery; ///< \c at and \c clerk are not looked at
    Ink ink = {}; ///< Window: the collector's signature, when it was given by hand on a screen or pad
};
struct SendProof {
    QStringList items;
};
struct ArchiveCase {
    QString keeper;
};

/// 证照核验: shared data or the e-licences are about to be asked for what a material proves. Nothing may be asked before this is done.
struct AskLicence {
    QString lookUp; ///< fresh id
    QString material;
    Material::Acquisition way = Material::Acquisition::Shared; ///< Shared or ELicence
    QString holder;
    QString purpose;
};
struct AnswerLicence {
    QString lookUp;
    LookUp::Outcome outcome = LookUp::Outcome::NotFound; ///< not Open
    QString identifier = {}; ///< Found; as the other fields below
    QString licence = {};
    QString issuer = {};
    QDate until = {};
};
/// Blanks of another system were filled from this case by the copy card.
struct RecordCopying {
    QString system;
    QStringList blanks; ///< names of them, never what stands in them
};
/// 超时说明: why something that is late is late.
struct ExplainDelay {
    QString delay; ///< fresh id
    QString item; ///< empty: the case itself
    QString words;
};
/// 超时审批: whether a supervisor accepts that reason.
struct RuleOnDelay {
    QString delay;
    bool approved = false;
    QString words; ///< needed when not
};
/// 复核: a material is to be looked at once more.
struct OrderRecheck {
    QString recheck; ///< fresh id
    QString material;
    QString words; ///< what to look for
};
struct RecordRecheck {
    QString recheck;
    bool conforms = false;
    QString found; ///< needed when it does not
};
/// 承诺不实: what the applicant promised about a material (告知承诺) is not true or was not kept, as was found when it was looked into
/// (国办发〔2020〕42号). What follows from it the department decides.
struct RecordBrokenPromise {
    QString material;
    QString words; ///< what was found
};
/// 督办: a department is urged to get on with an item.
struct RemindDepartment {
    QString reminder; ///< fresh id
    QString item;
    QString words;
};
/// 签收: the department has seen it.
struct ConfirmReminder {
    QString reminder;
    QString answer; ///< may be empty
};
/// Somebody is about to see a whole number of a person. Nothing may be shown before this is done.
struct RecordNumberLook {
    QString number; ///< as HiddenNumber::id
    QString reason;
};

using AnyLifeCommand = std::variant<SubmitApplication, AttachScan, MoveScan, RemoveScan, RevertScan, CompleteScans, PushToDepartments, HandOverPaper, AcceptItem, RefuseItem, PauseClock,
                   ResumeClock, PreReviewItem, CallJointReview, RecordJointReview, SupplyMaterial, LapseDeferral, WithdrawItems,
                   GiveBackPapers, DecideItem, SendResult, ReceiveResult, TellCitizen, ChooseCollection, DeliverItems, SendProof, ArchiveCase,
                   AskLicence, AnswerLicence, RecordCopying, ExplainDelay, RuleOnDelay, OrderRecheck, RecordRecheck, RecordBrokenPromise,
                   RemindDepartment, ConfirmReminder, RecordNumberLook>;
/// What somebody wants to do after filing. A type of its own, so that copying and destroying the alternatives is compiled once (compiledonce.cpp).
struct LifeCommand : AnyLifeCommand {
    LifeCommand();
    template <typename T>
        requires isOneOf<T, AnyLifeCommand>
    LifeCommand(T one) : AnyLifeCommand(std::in_place_type<T>, std::move(one))
    {
    }
    LifeCommand(const LifeCommand &);
    LifeCommand(LifeCommand &&) noexcept;
    ~LifeCommand();
    LifeCommand &operator=(const LifeCommand &);
    LifeCommand &operator=(LifeCommand &&) noexcept;
    bool operator==(const LifeCommand &) const = delete;
    bool operator<(const LifeCommand &) const = delete;
};

}
