#pragma once

#include "core/domain/oneof.h"
#include "core/base/result.h"
#include "core/domain/case.h"
#include "core/domain/lifefacts.h"

#include <QJsonObject>

#include <utility>

namespace domain {

// What happened to a case, each as one fact that is never changed again. Their JSON form (toJson) is what is hashed, sealed
// and sent: a field may be added, none may change its meaning.

struct CaseOpened {
    QString caseId;
    QString number;
    GuideRef guide;
    bool operator==(const CaseOpened &) const = default;
};
struct SituationAnswered {
    QString situation;
    QString answer; ///< empty: taken back
    bool operator==(const SituationAnswered &) const = default;
};
struct ItemDropped {
    QString item;
    bool operator==(const ItemDropped &) const = default;
};
struct ItemKept {
    QString item;
    bool operator==(const ItemKept &) const = default;
};
struct PathChosen {
    QString item;
    QString path; ///< empty: taken back
    bool operator==(const PathChosen &) const = default;
};
struct FieldEntered {
    QString field;
    QString value; ///< empty: cleared
    FieldSource source = FieldSource::Typed;
    bool operator==(const FieldEntered &) const = default;
};
/// Further persons of a roster were entered, or what was entered for them is another.
struct PeopleEntered {
    QString roster;
    QList<Person> people;
    bool operator==(const PeopleEntered &) const = default;
};
struct PeopleRemoved {
    QString roster;
    QList<int> numbers;
    bool operator==(const PeopleRemoved &) const = default;
};
struct VerdictGiven {
    QString material;
    Verdict verdict; ///< \c correctedOnTheSpot is set by apply(), not here
    bool operator==(const VerdictGiven &) const = default;
};
struct VerdictTakenBack {
    QString material;
    bool operator==(const VerdictTakenBack &) const = default;
};
struct NoticeIssued {
    QList<Gap> gaps;
    QStringList secondTelling;
    QStringList asked; ///< every material that was asked for at that moment
    bool operator==(const NoticeIssued &) const = default;
};
struct LetterIssued {
    Letter::Kind letter = Letter::Kind::Deferral;
    QString applicant;
    QList<Promise> promises;
    bool operator==(const LetterIssued &) const = default;
};
struct LetterSigned {
    Letter::Kind letter = Letter::Kind::Deferral;
    int number = 1; ///< which of its kind
    QString told; ///< the consequences as they were read out
    bool operator==(const LetterSigned &) const = default;
};
struct SignatureGiven { ///< by hand; the picture lies with those of the case
    PaperRef paper;
    Ink ink;
    bool operator==(const SignatureGiven &) const = default;
};
struct CaseFiled {
    QDateTime pushDue;
    bool operator==(const CaseFiled &) const = default;
};
struct PrintRequested {
    QString print; ///< id of this act
    PaperRef paper;
    int copy = 1;
    QString reason = {};
    int pieces = 1;
    bool operator==(const PrintRequested &) const = default;
};
struct PrintSpooled {
    QString print;
    QString detail;
    QString printer = {};
    int job = 0;
    bool operator==(const PrintSpooled &) const = default;
};
struct PrintFailed {
    QString print;
    QString detail;
    bool operator==(const PrintFailed &) const = default;
};
struct PrintDone {
    QString print;
    bool operator==(const PrintDone &) const = default;
};
struct PrintConfirmed {
    QString print;
    bool operator==(const PrintConfirmed &) const = default;
};
struct CaseAbandoned {
    QString reason;
    bool operator==(const CaseAbandoned &) const = default;
};
struct PaperNumbered {
    PaperRef paper;
    QString organ; ///< code
    int year = 0;
    int serial = 0;
    QString text;
    bool operator==(const PaperNumbered &) const = default;
};
struct PaperNumberVoided { ///< the number is never used again; a new one is given with the next print
    PaperRef paper;
    QString organ;
    int year = 0;
    int serial = 0;
    QString reason;
    bool operator==(const PaperNumberVoided &) const = default;
};
/// The case belongs to another window of the hall from now on: what others do without knowing it is looked at again.
struct CaseAssigned {
    QString device; ///< UUID of the window's device
    QString window; ///< its name
    bool operator==(const CaseAssigned &) const = default;
};
/// A person looked at two acts of which neither knew the other, see Conflict.
struct ConflictCleared {
    QString conflict; ///< id
    bool other = false; ///< what was not shown is to count from now on; else what was shown stays
    QString words; ///< why
    bool operator==(const ConflictCleared &) const = default;
};
/// Written by a newer version of the program: kept and passed on, never understood or rewritten here.
struct UnknownFact {
    QString type;
    QJsonObject body;
    bool operator==(const UnknownFact &) const = default;
};

using AnyFact = std::variant<CaseOpened, SituationAnswered, ItemDropped, ItemKept, PathChosen, FieldEntered, PeopleEntered,
                          PeopleRemoved, VerdictGiven, VerdictTakenBack, NoticeIssued, LetterIssued, LetterSigned, SignatureGiven, CaseFiled,
                          PrintRequested, PrintSpooled, PrintFailed, PrintDone, PrintConfirmed, CaseAbandoned, PaperNumbered,
                          PaperNumberVoided, CaseAssigned, ConflictCleared, LifeFact, UnknownFact>;
/// What happened. A type of its own, so that copying and destroying the alternatives is compiled once (compiledonce.cpp).
struct Fact : AnyFact {
    Fact();
    template <typename T>
        requires isOneOf<T, AnyFact>
    Fact(T one) : AnyFact(std::in_place_type<T>, std::move(one))
    {
    }
    template <typename T>
        requires isOneOf<T, AnyLifeFact>
    Fact(T one) : AnyFact(std::in_place_type<LifeFact>, std::move(one))
    {
    }
    Fact(const Fact &);
    Fact(Fact &&) noexcept;
    ~Fact();
    Fact &operator=(const Fact &);
    Fact &operator=(Fact &&) noexcept;
    bool operator<(const Fact &) const = delete;
    bool operator==(const Fact &) const;
};

/// A fact with its circumstances.
struct Event {
    QDateTime at; ///< with the offset of the place where it happened
    QString actor;
    Fact fact;
    QDateTime hubAt = {}; ///< the same moment by the clock of the hub, UTC; null: no hub was heard
    bool operator==(const Event &) const = default;
};

/// The stable name of a kind of fact, e.g. "verdict.given".
QString typeName(const Fact &fact);

/// The stable word for a kind of paper, in events and as id of its form, e.g. "filing-receipt".
QString paperWord(PaperKind kind);

/// The stable word for what was found about a material, as events and conflicts have it, e.g. "not-conforming".
QString verdictWord(VerdictKind kind);
/// Nothing for another word.
std::optional<VerdictKind> verdictFromWord(const QString &word);

QJsonObject toJson(const Fact &fact);
/// The fact of \a type; an unknown type is an UnknownFact, a known one with a body that does not fit is Error::Damaged.
base::Result<Fact> factFromJson(const QString &type, const QJsonObject &body);

}
