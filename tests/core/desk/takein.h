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

/// A filed case of 张三 in one stroke: its facts, and \a more, go to the journal past the rules, which others test.
inline std::unique_ptr<desk::CaseWork> filedAtOnce(Hall &hall, const QList<domain::Fact> &more = {})
{
    auto work = std::move(*hall.reception->open(newborn(hall)));
    domain::Case file = work->file();
    QList<domain::Event> events;
    const QList<domain::Fact> facts{domain::FieldEntered{domain::applicantNameField, QStringLiteral("张三")},
                                    domain::CaseFiled{hall.clock.now()}};
    for (const domain::Fact &fact : facts + more) {
        events << domain::Event{hall.clock.now(), QStringLiteral("王芳"), fact};
        file = domain::apply(std::move(file), events.last());
    }
    const QString id = file.id;
    if (!hall.profile->journal().append(id, events, file))
        qFatal("not written");
    return std::move(*hall.reception->resume(id));
}
