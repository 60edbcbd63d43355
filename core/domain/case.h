#pragma once

#include "core/domain/caselife.h"
#include "core/domain/condition.h"
#include "core/domain/conflict.h"
#include "core/domain/guide.h"

#include <QDateTime>
#include <QSet>

#include <optional>

namespace domain {

/// What the clerk found about one material (核验结论). A material without a verdict has not been looked at.
enum class VerdictKind {
    OriginalSeen, ///< the original was looked at and is in order; kept where the guide says so
    CopyKept, ///< a copy was compared with the original and kept
    Exempt, ///< 免提交: from shared data, an e-licence or an earlier case; identifier required
    Deferred, ///< 容缺: promised for a day; the letter is an act of its own, see IssuedLetter
    Committed, ///< 告知承诺, likewise
    NotConforming, ///< brought, but a checkpoint fails
    Missing,
};

struct Verdict {
    VerdictKind kind = VerdictKind::Missing;
    Material::Acquisition from = Material::Acquisition::Applicant; ///< Exempt: by which way
    QString identifier; ///< Exempt: number of the e-licence or of the look-up
    QDate due; ///< Deferred: last day to bring it
    bool signedByApplicant = false; ///< Deferred, Committed: in old journals only, before letters were acts of their own
    QString checkpoint; ///< NotConforming: id; empty: another reason, see \c reason
    QString reason; ///< NotConforming: words for the notice
    bool correctedOnTheSpot = false; ///< was a gap in this visit and was put right before any notice

    /// Nothing more is asked of the citizen today.
    bool satisfies() const { return kind != VerdictKind::NotConforming && kind != VerdictKind::Missing; }
    bool operator==(const Verdict &) const = default;
};

/// One line of a one-time notice: what is wrong with which material.
struct Gap {
    QString material; ///< id
    QString materialName;
    QStringList items; ///< names of the items that need it
    QString reason; ///< in words for the citizen
    bool operator==(const Gap &) const = default;
};

struct IssuedNotice {
    int number = 1; ///< first, second … notice of this case
    QDateTime at;
    QString clerk;
    QList<Gap> gaps;
    /// Names of materials that the first notice should have named and did not (二次告知): a breach, reported.
    QStringList secondTelling;
    bool operator==(const IssuedNotice &) const = default;
};

/// What an applicant promises of one material: to bring it by a day, or that what it would prove is so.
struct Promise {
    QString material; ///< id
    QString name; ///< of the material
    QDate due; ///< Letter::Kind::Deferral: last day to bring it
    bool operator==(const Promise &) const = default;
};

/// A letter (容缺受理承诺书, 告知承诺书) as it was handed out to be signed; see letters.h for when it binds.
struct IssuedLetter {
    Letter::Kind kind = Letter::Kind::Deferral;
    int number = 1; ///< first, second … of its kind
    QDateTime at;
    QString clerk;
    QString applicant; ///< who promises; person data
    QList<Promise> promises;
    QDateTime signedAt; ///< null: not yet
    QString told; ///< the consequences as they were read out before the signature
    bool operator==(const IssuedLetter &) const = default;
};

struct Filing {
    QDateTime at;
    QString clerk;
    QDateTime pushDue; ///< two hours after filing, as the clocks of the hall ran then
    bool operator==(const Filing &) const = default;
};

/// The papers of a case, in the order in which they come up (domain words: forms/README.md).
enum class PaperKind {
    CorrectionNotice, ///< 一次性告知书
    FilingReceipt, ///< 收件回执
    ApplicationForm, ///< 申请表, one for all items
    CoverSheet, ///< 材料袋封面
    DeferralLetter, ///< 容缺受理承诺书
    CommitmentLetter, ///< 告知承诺书
    HandoverSheet, ///< 材料移交单
    AcceptanceNotice, ///< 受理通知书, of one item
    RefusalDecision, ///< 不予受理决定书, of one item
    SupplementReceipt, ///< 补正材料收件凭证
    ReturnSlip, ///< 撤回/退件单
    CollectionNotice, ///< 领证通知
    DeliveryRecord, ///< 送达回证
};

/// One paper of a case.
struct PaperRef {
    PaperKind kind = PaperKind::CorrectionNotice;
    int number = 1; ///< which of its kind, from 1: notice, supplement, return, delivery …
    QString item; ///< of which item, where each has its own; else empty
    bool operator==(const PaperRef &) const = default;
};

/// A signature by hand as it was drawn (手写签名), as a picture whose bytes are stored before the act.
struct Ink {
    QString scan; ///< SHA-256 of its bytes, as ScanPicture::scan; empty: none was drawn
    qint64 bytes = 0;
    QString signer; ///< person data; empty: whoever the act is about

    bool isDrawn() const { return !scan.isEmpty(); }
    bool operator==(const Ink &) const = default;
};

/// The signature that somebody gave for one paper, drawn at the window.
struct HandSignature {
    PaperRef paper;
    Ink ink;
    QDateTime at;
    QString clerk; ///< before whom
    bool operator==(const HandSignature &) const = default;
};

/// Printing is an act: asked for, handed to the printer, printed or failed, confirmed in hand. What may follow what:
/// printrules.h.
struct PrintAct {
    enum class State {
        Requested,
        Spooled, ///< the print service has it
        Failed, ///< did not come out
        Printed, ///< the printer has taken all of it
        Confirmed, ///< somebody has it in hand
    };
    QString id;
    PaperRef paper;
    int copy = 1; ///< 1: first print; above: 补打
    State state = State::Requested;
    QDateTime at;
    QString detail; ///< printer and job, or why it failed
    QString reason = {}; ///< why it was printed again; may be empty
    int pieces = 1; ///< identical papers of this one print
    QString printer = {}; ///< Spooled: its queue; empty where that was not written down
    int job = 0; ///< Spooled: its number there
    bool operator==(const PrintAct &) const = default;
};

/// A legal number (文号) that was given to a paper: once, and never to another.
struct PaperNumber {
    PaperRef paper;
    QString organ; ///< its code (机关代字)
    int year = 0;
    int serial = 0; ///< within organ, kind of paper and year
    QString text; ///< as it stands on the paper
    QDateTime at;
    QDateTime voidedAt; ///< null: it stands
    QString voidReason;
    bool operator==(const PaperNumber &) const = default;
};

enum class Stage {
    Intake, ///< being taken in; also after a notice, until it is filed
    Filed, ///< 已收件
    Abandoned, ///< closed by the clerk before filing; kept
};

/// Where the value of a field comes from.
enum class FieldSource {
    Typed, ///< by the clerk, or nothing is known
    CardReader, ///< read from an identity card
};

/// One person of a roster, with what was filled in for them.
struct Person {
    int number = 0; ///< 1: the first, who stands in the form; others from 2, never given twice; 0: not listed yet
    QMap<QString, QString> values; ///< field → value, cleaned; may not be valid yet
    bool operator==(const Person &) const = default;
};

/// One citizen's matter (办件) as its events made it. Built only by apply().
struct Case {
    QString id; ///< UUID
    QString number;
    GuideRef guide;
    Stage stage = Stage::Intake;
    QDateTime openedAt;
    QDateTime changedAt;
    QString clerk; ///< who opened it
    Answers answers;
    QSet<QString> dropped; ///< items the applicant does not want now
    QMap<QString, QString> paths; ///< item → path
    QMap<QString, QString> fields; ///< as typed, cleaned; may not be valid yet
    QMap<QString, FieldSource> fieldSources; ///< of values that nobody typed; missing: Typed
    QMap<QString, QList<Person>> people; ///< roster → all but the first, by number
    int lastPerson = 1; ///< highest number given
    QMap<QString, Verdict> verdicts; ///< material → verdict
    QSet<QString> shownToFirstNotice; ///< materials that were asked for when the first notice was issued
    QList<IssuedNotice> notices;
    QList<IssuedLetter> letters;
    QList<HandSignature> signatures; ///< in the order in which they were given; for one paper the last counts
    std::optional<Filing> filing;
    QList<PrintAct> prints;
    QList<PaperNumber> numbers; ///< in the order in which they were given
    QMap<PaperKind, int> editions; ///< of papers that follow the intake, see issuedpapers.h; missing: the first
    CaseLife life; ///< what came after the intake
    QList<Conflict> conflicts; ///< acts at windows that did not see each other, in the order of the later ones
    QString holder; ///< device of the window that has it; empty: it was assigned to none
    bool newer = false; ///< has events of a newer program: may be looked at, not worked on
    qint64 events = 0; ///< how many were applied

    // Compiled once, in compiledonce.cpp.
    Case();
    Case(const Case &);
    Case(Case &&) noexcept;
    ~Case();
    Case &operator=(const Case &);
    Case &operator=(Case &&) noexcept;
    bool operator==(const Case &) const;
};

/// Fields with a meaning of their own in every guide: to whom papers are addressed.
inline const QString applicantNameField = QStringLiteral("applicant-name");
inline const QString enterpriseNameField = QStringLiteral("enterprise-name");

/// The name that lists and papers show: that of the person, else that of the enterprise; may be empty.
QString applicantName(const Case &file);

}
