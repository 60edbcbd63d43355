#pragma once

#include "core/domain/clearing.h"
#include "core/domain/commands.h"
#include "core/domain/plan.h"
#include "tests/support/sampleguide.h"

#include <QString>
#include <QUuid>

#include <array>
#include <random>

using namespace Qt::StringLiterals;

/// What a clerk may think of next on a case of support::sampleGuide(); the rules say whether it may be.
class RandomActs final
{
public:
    explicit RandomActs(unsigned seed) : m_chance(seed) { }

    int below(int end) { return int(m_chance() % unsigned(end)); }
    template <class List>
    auto oneOf(const List &list)
    {
        return list[decltype(list.size())(below(int(list.size())))];
    }

    /// \a device: of another window, which may be given the case.
    domain::Command on(const domain::Case &file, const domain::Guide &guide, const domain::ClockRules &rules, const QDateTime &now,
                       const QString &device)
    {
        const QList<domain::Conflict> open = domain::openConflicts(file);
        if (!open.isEmpty() && below(3) == 0)
            return domain::ClearConflict{oneOf(open).id, below(2) == 0, u"已与申请人核实"_s};
        if (below(60) == 0)
            return domain::AssignCase{device, u"综合受理窗口"_s};
        if (file.stage == domain::Stage::Filed)
            return later();
        return below(2) == 0 ? forward(file, guide, rules, now) : intake();
    }

private:
    QString value()
    {
        const QStringList values{u"测试·样例%1"_s.arg(QChar(u'一' + below(200))), u"11010519491231002X"_s,
                                 u"138%1"_s.arg(below(100'000'000), 8, 10, QChar(u'0'))};
        return oneOf(values);
    }
    domain::Verdict verdict()
    {
        using Kind = domain::VerdictKind;
        domain::Verdict verdict{.kind = oneOf(std::array{Kind::OriginalSeen, Kind::CopyKept, Kind::Missing, Kind::NotConforming})};
        if (verdict.kind == Kind::NotConforming)
            verdict.checkpoint = u"valid"_s;
        return verdict;
    }
    domain::Command intake()
    {
        const QStringList items{u"owned"_s, u"rented"_s, u"health"_s, u"fire"_s};
        const QStringList materials{u"licence"_s, u"lease"_s, u"deed"_s, u"air-report"_s, u"floor-plan"_s};
        switch (below(10)) {
        case 0: return domain::AnswerSituation{u"premises"_s, oneOf(QStringList{u"owned"_s, u"rented"_s})};
        case 1: return domain::AnswerSituation{u"area"_s, QString::number(50 + below(300))};
        case 2: return domain::DropItem{oneOf(items)};
        case 3: return domain::KeepItem{oneOf(items)};
        case 4: return domain::GiveVerdict{oneOf(materials), verdict()};
        case 5: return domain::TakeBackVerdict{oneOf(materials)};
        case 6: return domain::IssueNotice{};
        case 7: return below(5) == 0 ? domain::Command(domain::AbandonCase{u"申请人不办了"_s}) : domain::FileCase{};
        default: return domain::EnterField{oneOf(QStringList{u"applicant-name"_s, u"applicant-id"_s, u"applicant-phone"_s}), value()};
        }
    }
    /// The next step to filing.
    domain::Command forward(const domain::Case &file, const domain::Guide &guide, const domain::ClockRules &rules, const QDateTime &now)
    {
        using Why = domain::Refusal::Why;
        const QList<domain::Refusal> open = domain::obstaclesToFiling(file, guide, rules, now);
        if (open.isEmpty())
            return domain::FileCase{};
        const domain::Refusal &next = open.constFirst();
        if (next.why == Why::SituationOpen) {
            const domain::Situation *question = guide.matter.situation(next.id);
            return domain::AnswerSituation{next.id, question->options.isEmpty() ? u"80"_s : oneOf(question->options).id};
        }
        if (next.why == Why::PathOpen)
            return domain::ChoosePath{next.id, u"commitment"_s};
        if (next.why == Why::FieldMissing)
            return domain::EnterField{next.id, QMap<QString, QString>{{u"applicant-name"_s, u"测试·样例"_s},
                                                                      {u"applicant-id"_s, u"11010519491231002X"_s},
                                                                      {u"applicant-phone"_s, u"13800138000"_s}}
                                                   .value(next.id)};
        return domain::GiveVerdict{next.id, {.kind = domain::VerdictKind::OriginalSeen}};
    }
    /// What comes behind the filing; there is a receipt in every third.
    domain::Command later()
    {
        const QString item = oneOf(QStringList{u"owned"_s, u"rented"_s, u"health"_s, u"fire"_s});
        switch (below(12)) {
        case 0: return domain::LifeCommand(domain::CompleteScans{1});
        case 1: return domain::LifeCommand(domain::PushToDepartments{});
        case 2: return domain::LifeCommand(domain::AcceptItem{item, {}, false});
        case 3: return domain::LifeCommand(domain::DecideItem{item, {.certificate = u"样证%1号"_s.arg(below(100'000))}});
        case 4: return domain::LifeCommand(domain::WithdrawItems{{item}, u"申请人撤回"_s});
        case 5: return domain::LifeCommand(domain::ReceiveResult{item, u"出件窗口"_s, u"测试·送件"_s});
        case 6: return domain::LifeCommand(domain::DeliverItems{{item}, {.collector = u"测试·样例"_s}});
        case 7: return domain::LifeCommand(domain::TellCitizen{domain::Contact::About::Other, domain::Contact::Way::Phone, u"已告知进度"_s});
        default: return domain::RequestPrint{QUuid::createUuid().toString(QUuid::WithoutBraces), {domain::PaperKind::FilingReceipt}};
        }
    }

    std::mt19937 m_chance;
};
