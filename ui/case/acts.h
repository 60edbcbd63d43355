#pragma once

#include "core/domain/commands.h"
#include "ui/case/caseview.h"

#include <QMap>

#include <functional>

/// What can be done with a filed case, each by one key.
enum class Act {
    CompleteScans,
    Push,
    HandOver,
    Supply,
    Lapse,
    CallReview,
    RecordReview,
    Settle,
    Accept,
    AcceptAtWindow,
    Refuse,
    Pause,
    Resume,
    PreReview,
    Decide,
    Withdraw,
    ReceiveResult,
    ChooseCollection,
    Deliver,
    SendProof,
    Tell,
    GiveBack,
    Archive,
    Join,
    ExplainDelay,
    Recheck,
    BrokenPromise,
    Urge,
    RuleOnDelay,
    OrderRecheck,
    SeeNumber,
};
inline constexpr int actCount = int(Act::SeeNumber) + 1;

/// Where an act stands on the page.
enum class ActGroup {
    Case,
    Item,
    Result,
    End,
    Oversight, ///< what supervisors ask for, and the answers; on a sheet of its own
};

struct ActEntry {
    Act act;
    QKeyCombination key;
    ActGroup group;
    bool asksTwice; ///< what follows is grave for the citizen: Enter once more
};
const ActEntry &entryOf(Act act);
/// The word beside the key.
QString wordOf(Act act);
QString titleOf(ActGroup group);

/// What an act is about: the case, the chosen item, and the rule that can be asked.
struct ActScene {
    const CaseView &view;
    QString item;
    /// Everything that speaks against a command; nothing is done.
    std::function<QList<domain::Refusal>(const domain::Command &)> ask;
};

/// What was filled into the form of an act, by field. A choice is its value, a check "1" or empty, a moment ISO.
using ActAnswers = QMap<QString, QString>;

/// The command that \a answers make of \a act.
domain::Command commandOf(Act act, const ActScene &scene, const ActAnswers &answers);

/// Everything that speaks against \a act now, however its form is filled in; empty: it may be done.
QList<domain::Refusal> obstaclesTo(Act act, const ActScene &scene);

/// What is easily forgotten before \a act, in sentences that end with a space; empty: nothing.
QString warningOf(Act act, const CaseView &view);
