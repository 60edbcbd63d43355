#pragma once

#include "tests/core/desk/hall.h"

#include <QTest>

/// Answers every question with its first option, fills the form and gives every material \a verdict.
inline void takeIn(desk::CaseWork &work, domain::VerdictKind verdict)
{
    for (bool open = true; open;) {
        open = false;
        for (const auto &question : work.plan().questions) {
            if (question.answer.isEmpty()) {
                QVERIFY(work.perform(domain::AnswerSituation{question.situation.id, question.situation.options.value(0).id}));
                open = true;
                break;
            }
        }
    }
    const auto fields = work.plan().fields; // a copy: every act makes a new plan
    for (const auto &line : fields) {
        QString value = QStringLiteral("样例");
        if (line.field.kind == domain::Field::Kind::IdNumber)
            value = QStringLiteral("41030720000229123X");
        else if (line.field.kind == domain::Field::Kind::Phone)
            value = QStringLiteral("13812345678");
        else if (line.field.kind == domain::Field::Kind::Date)
            value = QStringLiteral("2026-11-18");
        else if (line.field.kind == domain::Field::Kind::Choice)
            value = line.field.choices.value(0);
        else if (line.field.kind == domain::Field::Kind::Number)
            value = QStringLiteral("3200");
        QVERIFY(work.perform(domain::EnterField{line.field.id, value}));
    }
    const auto materials = work.plan().materials;
    for (const auto &line : materials)
        QVERIFY(work.perform(domain::GiveVerdict{line.material.id, {.kind = verdict}}));
}
