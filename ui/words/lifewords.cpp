#include "ui/words/lifewords.h"

#include "ui/words/wordtable.h"

namespace words {

namespace {

constexpr std::array itemStates{
    QT_TRANSLATE_NOOP("words", "To be accepted"), QT_TRANSLATE_NOOP("words", "Accepted"),
    QT_TRANSLATE_NOOP("words", "Refused"),        QT_TRANSLATE_NOOP("words", "Decided"),
    QT_TRANSLATE_NOOP("words", "Withdrawn"),      QT_TRANSLATE_NOOP("words", "Lapsed"),
};
static_assert(covers(itemStates, domain::CaseItem::State::Lapsed));

constexpr std::array collectionWays{
    QT_TRANSLATE_NOOP("words", "at the window"),
    QT_TRANSLATE_NOOP("words", "by courier"),
    QT_TRANSLATE_NOOP("words", "electronically"),
    QT_TRANSLATE_NOOP("words", "at a terminal"),
};
static_assert(covers(collectionWays, domain::Collection::SelfService));

constexpr std::array contactSubjects{
    QT_TRANSLATE_NOOP("words", "acceptance"),
    QT_TRANSLATE_NOOP("words", "refusal"),
    QT_TRANSLATE_NOOP("words", "what is to be brought"),
    QT_TRANSLATE_NOOP("words", "the result"),
    QT_TRANSLATE_NOOP("words", "something else"),
};
static_assert(covers(contactSubjects, domain::Contact::About::Other));

constexpr std::array contactWays{
    QT_TRANSLATE_NOOP("words", "by telephone"),
    QT_TRANSLATE_NOOP("words", "by message"),
    QT_TRANSLATE_NOOP("words", "in person"),
    QT_TRANSLATE_NOOP("words", "by letter"),
};
static_assert(covers(contactWays, domain::Contact::Way::Letter));

constexpr std::array reviewKinds{
    QT_TRANSLATE_NOOP("words", "joint assessment"),
    QT_TRANSLATE_NOOP("words", "joint inspection"),
    QT_TRANSLATE_NOOP("words", "joint final inspection"),
};
static_assert(covers(reviewKinds, domain::JointReview::Kind::FinalInspection));

constexpr std::array lookUpOutcomes{
    QT_TRANSLATE_NOOP("words", "no answer yet"),      QT_TRANSLATE_NOOP("words", "found"),
    QT_TRANSLATE_NOOP("words", "nothing found"),      QT_TRANSLATE_NOOP("words", "not given out for this"),
    QT_TRANSLATE_NOOP("words", "not reached"),        QT_TRANSLATE_NOOP("words", "answer not credible"),
    QT_TRANSLATE_NOOP("words", "stopped at the window"),
};
static_assert(covers(lookUpOutcomes, domain::LookUp::Outcome::Cancelled));

constexpr std::array deadlineKinds{
    QT_TRANSLATE_NOOP("words", "Push to the departments"), QT_TRANSLATE_NOOP("words", "Look at the online application"),
    QT_TRANSLATE_NOOP("words", "Accept or refuse"),        QT_TRANSLATE_NOOP("words", "Promise"),
    QT_TRANSLATE_NOOP("words", "Limit of the law"),        QT_TRANSLATE_NOOP("words", "Promise of the whole matter"),
};
static_assert(covers(deadlineKinds, domain::Deadline::Kind::MatterPromise));

constexpr std::array taskNames{
    QT_TRANSLATE_NOOP("words", "Finish the intake"),
    QT_TRANSLATE_NOOP("words", "Look at the online application"),
    QT_TRANSLATE_NOOP("words", "Scan what was brought"),
    QT_TRANSLATE_NOOP("words", "Push to the departments"),
    QT_TRANSLATE_NOOP("words", "Hand the papers over"),
    QT_TRANSLATE_NOOP("words", "Accept or refuse"),
    QT_TRANSLATE_NOOP("words", "Decide"),
    QT_TRANSLATE_NOOP("words", "Supply what was deferred"),
    QT_TRANSLATE_NOOP("words", "Hold the joint review"),
    QT_TRANSLATE_NOOP("words", "Tell of the acceptance"),
    QT_TRANSLATE_NOOP("words", "Tell of the refusal"),
    QT_TRANSLATE_NOOP("words", "Tell that it can be collected"),
    QT_TRANSLATE_NOOP("words", "Receive the result"),
    QT_TRANSLATE_NOOP("words", "Hand the result over"),
    QT_TRANSLATE_NOOP("words", "Send the proof of delivery"),
    QT_TRANSLATE_NOOP("words", "Archive"),
    QT_TRANSLATE_NOOP("words", "Tell again that it waits"),
    QT_TRANSLATE_NOOP("words", "Remind of what is to be brought"),
    QT_TRANSLATE_NOOP("words", "End the deferral"),
    QT_TRANSLATE_NOOP("words", "Give papers back"),
    QT_TRANSLATE_NOOP("words", "Settle a contradiction"),
    QT_TRANSLATE_NOOP("words", "Check a material once more"),
    QT_TRANSLATE_NOOP("words", "Decide on the reason of a delay"),
};
static_assert(covers(taskNames, domain::Task::Kind::RuleOnDelay));

constexpr std::array urgencyNames{
    QT_TRANSLATE_NOOP("words", "In time"),
    QT_TRANSLATE_NOOP("words", "Due soon"),
    QT_TRANSLATE_NOOP("words", "Urgent"),
    QT_TRANSLATE_NOOP("words", "Overdue"),
};
static_assert(covers(urgencyNames, domain::Urgency::Overdue));

}

QString name(domain::CaseItem::State state)
{
    return wordIn(itemStates, state);
}

QString name(domain::Collection way)
{
    return wordIn(collectionWays, way);
}

QString name(domain::Contact::About about)
{
    return wordIn(contactSubjects, about);
}

QString name(domain::Contact::Way way)
{
    return wordIn(contactWays, way);
}

QString name(domain::LookUp::Outcome outcome)
{
    return wordIn(lookUpOutcomes, outcome);
}

QString name(domain::JointReview::Kind kind)
{
    return wordIn(reviewKinds, kind);
}

QString name(domain::Deadline::Kind kind)
{
    return wordIn(deadlineKinds, kind);
}

QString name(domain::Task::Kind kind)
{
    return wordIn(taskNames, kind);
}

QString name(domain::Urgency urgency)
{
    return wordIn(urgencyNames, urgency);
}

QString choice(const domain::CollectionChoice &choice)
{
    const char *pattern = choice.together ? QT_TRANSLATE_NOOP("words", "all results together, %1")
                                          : QT_TRANSLATE_NOOP("words", "each result when it is there, %1");
    return translated(pattern).arg(name(choice.way));
}

QString custody(const domain::Custody &custody)
{
    QString text = translated(QT_TRANSLATE_NOOP("words", "At %1 since %2"))
                       .arg(custody.place.isEmpty() ? custody.holder : custody.holder + QLatin1Char(' ') + custody.place,
                            moment(custody.at));
    if (!custody.givenBy.isEmpty())
        text += translated(QT_TRANSLATE_NOOP("words", ", from %1")).arg(custody.givenBy);
    if (!custody.takenBy.isEmpty())
        text += translated(QT_TRANSLATE_NOOP("words", ", taken over by %1")).arg(custody.takenBy);
    return text;
}

QString moment(const QDateTime &at)
{
    return at.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

}
