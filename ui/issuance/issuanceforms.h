#pragma once

#include "core/desk/shelflist.h"
#include "ui/case/actfields.h"

/// What is done at the issuance window, each by one key.
enum class IssuanceAct {
    Receive,
    Move,
    Tell,
    HandOver,
    Choose,
    Prove,
    ProveAll,
    Record,
};
inline constexpr int issuanceActs = int(IssuanceAct::Record) + 1;

/// F2 for the first, and so on.
Qt::Key keyOf(IssuanceAct act);
/// The word beside the key.
QString issuanceWord(IssuanceAct act);

/// What was filled in last, so that the next run need not type it again.
struct LastArrival {
    QString holder;
    QString givenBy;
};

/// What \a act has to be told about \a entry, whose case is \a scene's. \a last: of the act before.
QList<ActField> fieldsOf(IssuanceAct act, const desk::ShelfEntry &entry, const ActScene &scene, const LastArrival &last);

/// Receive, Move: where it goes, from whom; the item is filled in for each result.
domain::ReceiveResult arrivalOf(const ActAnswers &answers);
/// Tell, HandOver, Choose.
domain::LifeCommand commandOf(IssuanceAct act, const ActScene &scene, const ActAnswers &answers);

/// What a line needs next, if the window can do it.
std::optional<IssuanceAct> nextActOf(const desk::ShelfEntry &entry);
