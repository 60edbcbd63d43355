#pragma once

#include "core/domain/oneof.h"
#include "core/domain/events.h"
#include "core/domain/lifecommands.h"

namespace domain {

// What a person at the window wants done. decide() says whether it may be.

struct OpenCase {
    QString caseId;
    QString number;
};
struct AnswerSituation {
    QString situation;
    QString answer; ///< option id, or a number as typed; empty takes the answer back
};
struct DropItem {
    QString item;
};
struct KeepItem {
    QString item;
};
struct ChoosePath {
    QString item;
    QString path;
};
struct EnterField {
    QString field;
    QString value; ///< as typed; decide() cleans it
    FieldSource source = FieldSource::Typed;
};
/// Several at once, e.g. from a card: all or none, taken back together.
struct EnterFields {
    QList<EnterField> fields;
};
/// The roster as it should be from now on, all persons of it: those with a number are known, those without are new. The first
/// stands in the form.
struct ListPeople {
    QString roster;
    QList<Person> people; ///< values as typed; decide() cleans them
};
struct GiveVerdict {
    QString material;
    Verdict verdict;
};
struct TakeBackVerdict {
    QString material;
};
struct IssueNotice {
};
/// Fixes what the applicant promises now in a letter, to be printed, read out and signed.
struct IssueLetter {
    Letter::Kind letter = Letter::Kind::Deferral;
};
/// The applicant has signed the letter that says what is promised now.
struct SignLetter {
    Letter::Kind letter = Letter::Kind::Deferral;
    QString told; ///< the consequences as they were read out
    Ink ink = {}; ///< the signature, when it was given by hand on a screen or pad
};
/// Somebody has signed \c paper by hand on a screen or pad, e.g. for its receipt. A letter is signed by SignLetter.
struct GiveSignature {
    PaperRef paper;
    Ink ink;
};
struct FileCase {
};
struct RequestPrint {
    QString print; ///< fresh id
    PaperRef paper;
    QString reason = {}; ///< why once more, in a few words; may be empty
    int pieces = 1; ///< identical papers, 1–99
};
struct ReportSpooled {
    QString print;
    QString detail;
    QString printer = {}; ///< empty: no print service, e.g. a file
    int job = 0;
};
/// The printer has taken all of it.
struct ReportPrinted {
    QString print;
};
/// Somebody has the paper in hand.
struct ConfirmPrint {
    QString print;
};
struct ReportPrintFailed {
    QString print;
    QString detail;
};
struct VoidPaperNumber {
    PaperRef paper;
    QString reason;
};
struct AbandonCase {
    QString reason;
};
/// A person decides between two acts of which neither knew the other.
struct ClearConflict {
    QString conflict; ///< id
    bool other = false; ///< what is not shown is to count; else what is shown stays
    QString words = {}; ///< why; needed where more than a value is at stake
};
/// From now on the case belongs to another window of the hall.
struct AssignCase {
    QString device; ///< UUID
    QString window; ///< its name
};

using AnyCommand = std::variant<OpenCase, AnswerSituation, DropItem, KeepItem, ChoosePath, EnterField, EnterFields, ListPeople,
                             GiveVerdict, TakeBackVerdict, IssueNotice, IssueLetter, SignLetter, GiveSignature, FileCase,
                             RequestPrint, ReportSpooled, ReportPrinted, ReportPrintFailed, ConfirmPrint, AbandonCase,
                             VoidPaperNumber, ClearConflict, AssignCase, LifeCommand>;
/// What somebody wants to do. A type of its own, so that copying and destroying the alternatives is compiled once (compiledonce.cpp).
struct Command : AnyCommand {
    Command();
    template <typename T>
        requires isOneOf<T, AnyCommand>
    Command(T one) : AnyCommand(std::in_place_type<T>, std::move(one))
    {
    }
    template <typename T>
        requires isOneOf<T, AnyLifeCommand>
    Command(T one) : AnyCommand(std::in_place_type<LifeCommand>, std::move(one))
    {
    }
    Command(const Command &);
    Command(Command &&) noexcept;
    ~Command();
    Command &operator=(const Command &);
    Command &operator=(Command &&) noexcept;
    bool operator==(const Command &) const = delete;
    bool operator<(const Command &) const = delete;
};

}
