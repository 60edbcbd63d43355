#pragma once

#include "core/desk/casework.h"

#include <QTest>

/// Answers every situation of \a work with the first answer there is, so that its materials are asked for.
inline void answerAll(desk::CaseWork &work)
{
    for (int round = 0; round < 50; ++round) {
        const auto open = std::ranges::find_if(work.plan().questions, [](const auto &q) { return q.answer.isEmpty(); });
        if (open == work.plan().questions.end())
            return;
        const domain::Situation &asked = open->situation;
        const QString answer = asked.options.isEmpty() ? QStringLiteral("1") : asked.options.front().id;
        if (!work.perform(domain::AnswerSituation{asked.id, answer}))
            qFatal("not answered: %s", qPrintable(asked.id));
    }
}
