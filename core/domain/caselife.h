#pragma once

#include "core/domain/guide.h"
#include "core/domain/oversight.h"

#include <QDateTime>
#include <QMap>

#include <optional>

namespace domain {

// What becomes of a case after it was filed, item by item (三政办〔2023〕32号 annex 3 §2 (三) to (六)).

/// What a department decided on an item (办理结果).
struct Outcome {
    bool granted = true;
    QString certificate; ///< number of the certificate or document; empty: none
    QString eLicence; ///< GB/T 36904 identifier; empty: none was made
    bool physical = true; ///< there is a paper or card to hand over
    QString reason; ///< of a denial, in words for the applicant
    bool operator==(const Outcome &) const = default;
};

/// Who has a physical result (or a refusal on paper), from when on.
struct Custody {
    QDateTime at;
    QString holder; ///< window or shelf, as the hall names it
    QString givenBy; ///< who brought it there
    QString place = {}; ///< where on the shelf, as its label says; may be empty
    QString takenBy = {}; ///< who took it over
    bool operator==(const Custody &) const = default;
};

/// Who may take a result without showing an authority: the applicant, and whoever the register of an enterprise names.
inline const QString themselves = QStringLiteral("本人");
inline const QString legalRepresentative = QStringLiteral("法定代表人");

/// How a result was handed over (送达).
struct Delivery {
    QDateTime at;
    Collection way = Collection::Window;
    QString collector; ///< Window, SelfService: who took it
    QString relation; ///< of the collector to the applicant, e.g. 本人, 代理人
    QString identity; ///< number of the collector's identity document; person data
    bool signedFor = false; ///< Window: on the 送达回证
    QString tracking; ///< Courier: number of the parcel
    QString clerk;
    QString authority = {}; ///< Window, SelfService: by what another than the applicant may take it, e.g. the letter of authority
    QString company = {}; ///< Courier: who carries it
    QString address = {}; ///< Courier: where it went; person data
    QString eLicence = {}; ///< Electronic: GB/T 36904 identifier that was given out, where the decision named none
    bool operator==(const Delivery &) const = default;
};

/// One item of a filed case (联办件). Built only by apply().
struct CaseItem {
    enum class State {
        Filed, ///< waiting for its department to accept it
        Accepted, ///< 受理: the clock of the promise runs
        Refused, ///< 不予受理
        Decided, ///< 办结
        Withdrawn, ///< 撤回, before the decision
        Lapsed, ///< 退件: what was deferred did not come
    };
    /// A special step (特别环节) whose time is not counted.
    struct Pause {
        QString step;
        QDateTime from;
        QDateTime until; ///< null: still
        bool operator==(const Pause &) const = default;
    };
    State state = State::Filed;
    QString number; ///< of the acceptance notice or refusal decision; may be empty
    QDateTime acceptedAt;
    QDateTime endedAt; ///< refused, decided, withdrawn, lapsed
    QString by; ///< who accepted, refused or decided last
    QString reason; ///< refused, withdrawn
    QList<Pause> pauses;
    QDateTime preReviewedAt; ///< 容缺预审 done while it waited for another item's outcome
    std::optional<Outcome> outcome;
    QDateTime sentAt; ///< the department gave the result on paper out of its hands
    QString sentTo;
    QString sentBy; ///< who carries it; may be empty
    QList<Custody> custody;
    std::optional<Delivery> delivery;
    QDateTime proofSentAt; ///< 送达凭证 to the department

    bool isEnded() const { return state != State::Filed && state != State::Accepted; }
    bool isPaused() const { return !pauses.isEmpty() && pauses.last().until.isNull(); }
    /// Something is to be handed over: a decision on the application or its refusal.
    bool hasResult() const { return state == State::Decided || state == State::Refused; }
    bool operator==(const CaseItem &) const = default;
};

/// What was promised to come later (容缺) and what came of it.
struct Supplement {
    QDate due;
    QDateTime suppliedAt;
    QDateTime lapsedAt;

    bool isOpen() const { return suppliedAt.isNull() && lapsedAt.isNull(); }
    bool operator==(const Supplement &) const = default;
};

/// 联合评审, 联合勘验 or 联合验收, called by the lead department.
struct JointReview {
    enum class Kind { Assessment, Inspection, FinalInspection };
    QString id;
    Kind kind = Kind::Inspection;
    QStringList items;
    QDateTime planned;
    QString place;
    QDateTime heldAt; ///< null: not yet
    QString result;
    bool operator==(const JointReview &) const = default;
};

/// Somebody told the citizen something.
struct Contact {
    enum class About { Acceptance, Refusal, Supplement, Result, Other };
    enum class Way { Phone, Message, InPerson, Letter };
    QDateTime at;
    QString clerk;
    About about = About::Other;
    Way way = Way::Phone;
    QString words;
    bool operator==(const Contact &) const = default;
};

/// How the applicant wants the results.
struct CollectionChoice {
    bool together = true; ///< 统一领取 at the end of all; else each when it is done (分别领取)
    Collection way = Collection::Window;
    QString address; ///< Courier; person data
    bool operator==(const CollectionChoice &) const = default;
};

/// Papers that went back to the applicant (退还材料).
struct PapersReturned {
    QDateTime at;
    QString clerk;
    QStringList materials; ///< ids
    QString receiver;
    bool operator==(const PapersReturned &) const = default;
};

/// One picture of a paper that was brought (扫描件). It is named by the SHA-256 of its bytes and never changes: what is turned
/// or cut is another picture in its place.
struct ScanPicture {
    QString scan; ///< SHA-256 of its bytes, 64 hexadecimal characters, lower case
    QString material; ///< id; empty: not sorted yet
    int page = 1; ///< order among those of the material; gaps mean nothing
    QString kind; ///< how the bytes are to be read: "jpeg", "png"
    qint64 bytes = 0;
    QString from; ///< the picture that it was made of by turning or cutting; empty: as it was taken
    QDateTime at;
    QString clerk;
    bool removed = false; ///< no longer part of the case; the bytes stay
    QString reason; ///< why it was removed
    bool operator==(const ScanPicture &) const = default;
};

/// What was asked of shared data or of the store of e-licences (证照核验), whatever came of it: nothing is asked about a person
/// without its purpose on record.
struct LookUp {
    enum class Outcome {
        Open, ///< no answer yet, or the window stopped before it came
        Found,
        NotFound,
        Refused, ///< whoever keeps it does not give it for this
        Unreachable,
        NotCredible, ///< the answer cannot be right: check character, another holder, no longer valid …
        Cancelled,
    };
    QString id;
    QString material; ///< id
    Material::Acquisition way = Material::Acquisition::Shared;
    QString holder; ///< whose it is to be; person data
    QString purpose; ///< as it was told to whoever keeps it
    QDateTime at;
    QString clerk;
    QDateTime answeredAt; ///< null: Outcome::Open
    Outcome outcome = Outcome::Open;
    QString identifier; ///< Found: of the e-licence or of the look-up
    QString licence; ///< Found: its name
    QString issuer; ///< Found
    QDate until; ///< Found: last day; null: it has none
    bool operator==(const LookUp &) const = default;
};

/// Part of the case was typed again into another system by the copy card.
struct Copying {
    QDateTime at;
    QString clerk;
    QString system;
    QStringList blanks; ///< as CopySheet::nameOf() calls them; never what stood in them
    bool operator==(const Copying &) const = default;
};

/// Everything beside the intake itself.
struct CaseLife {
    QDateTime submittedAt; ///< the application came online, the last time; null: at the window
    bool awaitsReview = false; ///< came online and was neither filed nor answered by a one-time notice since
    QList<ScanPicture> scans; ///< in the order in which they came, removed ones too
    QDateTime scansCompleteAt;
    QDateTime pushedAt; ///< to every department
    QDateTime handedOverAt; ///< paper to the lead department
    QString handedOverTo;
    QMap<QString, CaseItem> items; ///< by id; one that is missing is in State::Filed
    QMap<QString, Supplement> supplements; ///< by material
    QList<JointReview> reviews;
    QList<Contact> contacts;
    CollectionChoice collection;
    QList<PapersReturned> returns;
    QDateTime archivedAt;
    QString archivedBy; ///< the lead department that keeps the originals
    QList<LookUp> lookUps; ///< in the order in which they were asked
    QList<Copying> copyings;
    // In the order in which they came.
    QList<Delay> delays;
    QList<Recheck> rechecks;
    QList<BrokenPromise> brokenPromises; ///< each material once
    QList<Reminder> reminders;
    QList<NumberLook> numberLooks;
    // Compiled once, in compiledonce.cpp.
    CaseLife();
    CaseLife(const CaseLife &);
    CaseLife(CaseLife &&) noexcept;
    ~CaseLife();
    CaseLife &operator=(const CaseLife &);
    CaseLife &operator=(CaseLife &&) noexcept;
    bool operator==(const CaseLife &) const;
};

}
