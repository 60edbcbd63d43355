#pragma once

#include "core/desk/casework.h"
#include "core/domain/decidelife.h"

/// A case on any guide, filled in and filed without a hand.
namespace support {

using namespace Qt::StringLiterals;

/// What a citizen would tell for \a field; nobody of this name and number exists.
inline QString factFor(const domain::Field &field)
{
    switch (field.kind) {
    case domain::Field::Kind::PersonName: return u"测试·样例"_s;
    case domain::Field::Kind::IdNumber: return u"11010519491231002X"_s;
    case domain::Field::Kind::Phone: return u"13800138000"_s;
    case domain::Field::Kind::Date: return u"20260301"_s;
    case domain::Field::Kind::Number: return u"3300"_s;
    case domain::Field::Kind::CreditCode: return u"91350100M000100Y43"_s;
    case domain::Field::Kind::Choice: return field.choices.value(0);
    case domain::Field::Kind::Text:
    case domain::Field::Kind::Address: break;
    }
    return u"样例路1号"_s;
}

/// Files \a work with everything there; ends the test when it cannot be.
inline void file(desk::CaseWork &work)
{
    while (!work.obstaclesToFiling().isEmpty()) {
        const domain::Refusal open = work.obstaclesToFiling().front();
        desk::Done done;
        if (open.why == domain::Refusal::Why::SituationOpen)
            done = work.perform(domain::AnswerSituation{open.id, work.guide().matter.situation(open.id)->options.front().id});
        else if (open.why == domain::Refusal::Why::FieldMissing)
            done = work.perform(domain::EnterField{open.id, factFor(work.guide().fields.value(open.id))});
        else
            done = work.perform(domain::GiveVerdict{open.id, {.kind = domain::VerdictKind::OriginalSeen}});
        if (!done)
            qFatal("not filed: %s", qPrintable(open.id));
    }
    if (!work.perform(domain::FileCase{}))
        qFatal("not filed");
}

/// Carries \a command out; ends the test when it cannot be.
inline void must(desk::CaseWork &work, const domain::LifeCommand &command)
{
    if (const desk::Done done = work.perform(command); !done)
        qFatal("refused: %d %s", done.error().refusals.isEmpty() ? -1 : int(done.error().refusals.front().why),
               qPrintable(done.error().refusals.value(0).subject));
}

/// From the intake to the decision of every item, each granted with a certificate "样证N号" that carries the case's number.
inline void decideAll(desk::CaseWork &work)
{
    file(work);
    must(work, domain::CompleteScans{1});
    must(work, domain::PushToDepartments{});
    QStringList open;
    for (const auto &[line, item] : domain::itemsOf(work.file(), work.guide()))
        open << line.item.id;
    for (const QString &id : std::as_const(open))
        must(work, domain::AcceptItem{id, {}, false});
    for (int round = 0; !open.isEmpty() && round < 10; ++round) {
        for (const QString &id : QStringList(open)) {
            const domain::Outcome granted{.certificate = u"样证%1号 %2"_s.arg(id, work.file().number)};
            if (work.perform(domain::LifeCommand(domain::DecideItem{id, granted})))
                open.removeOne(id);
        }
    }
}

}
