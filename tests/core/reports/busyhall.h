#pragma once

#include "core/desk/casebook.h"
#include "core/desk/reportdesk.h"
#include "core/domain/decidelife.h"
#include "core/domain/events.h"
#include "core/domain/letters.h"
#include "core/domain/promiserules.h"
#include "core/journal/envelope.h"
#include "core/reports/glossary.h"
#include "tests/core/desk/hall.h"
#include "tests/support/filing.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QUuid>

/// A hall in which a lot happens, for reports.
namespace busy {

using namespace domain;
using namespace Qt::StringLiterals;

inline const QString otherDevice = u"7d0c2f2e-64a5-4dd4-8f3c-6b8b4d8a5b11"_s;

inline const QString eLicence = u"1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0"_s; // of nobody

/// Three clerks at one window and a department elsewhere, over weeks with holidays, worked weekends and late evenings.
class BusyHall : public Hall
{
public:
    /// On a profile that another program has left, or one of its own. \a seed: what happens.
    explicit BusyHall(const QString &left = {}, quint32 seed = 20261122) : Hall(left), random(seed)
    {
        clock.set(QDateTime(QDate(2026, 9, 22), QTime(8, 40)));
        for (const QString &clerk : {u"王芳"_s, u"李娜"_s, u"刘洋"_s}) {
            base::HallSettings settings = profile->hall();
            settings.clerk = clerk;
            clerks.push_back(std::make_unique<base::HallSettings>(settings));
        }
        for (const auto &clerk : clerks)
            desks.push_back(std::make_unique<desk::Reception>(
                desk::CaseWork::Needs{.journal = profile->journal(), .clock = clock, .hall = *clerk, .forms = forms, .rules = clocks.rules,
                                      .authority = authority},
                shelf));
    }

    GuideRef guide(const QString &pack, const QString &matter) const { return {pack, shelf.pack(pack)->version, matter}; }

    void open(int number)
    {
        const QList<GuideRef> matters{guide(u"sanmenxia-personal"_s, u"newborn"_s), guide(u"sanmenxia-personal"_s, u"kindergarten"_s),
                                      guide(u"sanmenxia-personal"_s, u"marriage-and-birth"_s),
                                      guide(u"sanmenxia-personal"_s, u"second-hand-house"_s),
                                      guide(u"sanmenxia-enterprise"_s, u"restaurant"_s),
                                      guide(u"sanmenxia-enterprise"_s, u"small-food-shop"_s)};
        auto work = desks[random.bounded(quint32(desks.size()))]->open(matters[number % matters.size()]);
        if (!work)
            qFatal("not opened");
        works.push_back(std::move(*work));
        for (int steps = random.bounded(8); steps > 0 && works.back()->file().stage == Stage::Intake; --steps)
            takeInAStep(*works.back());
        pass();
    }

    /// Something happens to one of the cases.
    void act()
    {
        std::unique_ptr<desk::CaseWork> &work = works[random.bounded(quint32(works.size()))];
        if (random.bounded(5) == 0) // somebody else of the window takes it up
            work = std::move(*desks[random.bounded(quint32(desks.size()))]->resume(work->file().id));
        if (work->file().stage == Stage::Intake)
            takeInAStep(*work);
        else if (!isAlone && random.bounded(25) == 0)
            actElsewhere(*work);
        else
            (void)work->perform(random.bounded(2) ? nextAct(*work) : anyAct(*work));
        pass();
    }

    /// What is deferred still is brought, and clocks stand still where they run.
    void supplyAndPause()
    {
        for (const auto &work : works) {
            const auto supplements = work->file().life.supplements;
            for (const auto &[material, supplement] : supplements.asKeyValueRange())
                (void)work->perform(LifeCommand{SupplyMaterial{material, {.kind = VerdictKind::OriginalSeen}}});
            for (const auto &[line, state] : itemsOf(work->file(), work->guide()))
                (void)work->perform(LifeCommand{PauseClock{line.item.id, lawfulSteps().first()}});
        }
    }

    QList<Placed> historyOf(const QString &caseId) const { return profile->journal().historyOf(caseId).value(); }

    const HallRules authority{.acceptsAtWindow = {u"*"_s}};
    desk::CaseBook book{profile->journal(), shelf, clocks.rules, authority};
    std::vector<std::unique_ptr<base::HallSettings>> clerks;
    std::vector<std::unique_ptr<desk::Reception>> desks;
    std::vector<std::unique_ptr<desk::CaseWork>> works;
    QRandomGenerator random;
    bool isAlone = false; ///< nothing happens of which the window does not know
    int elsewhere = 0; ///< acts of which the window did not know

private:
    template <class List>
    auto anyOf(const List &list)
    {
        return list[random.bounded(int(list.size()))];
    }

    void pass()
    {
        clock.advance(random.bounded(900));
        const int luck = random.bounded(40);
        if (luck == 0)
            clock.set(QDateTime(clock.now().date(), QTime(23, 50)).addSecs(random.bounded(1200)));
        else if (luck < 4)
            clock.set(QDateTime(clock.now().date().addDays(1 + random.bounded(2)), QTime(8, 30)).addSecs(random.bounded(3600)));
    }

    void takeInAStep(desk::CaseWork &work)
    {
        const QStringList materials = materialsOf(work);
        const int what = random.bounded(12);
        if (what == 0 && !materials.isEmpty())
            return void(work.perform(GiveVerdict{anyOf(materials), {.kind = VerdictKind::Missing}}));
        if (what == 1)
            return tellWhatIsMissing(work);
        if (what == 2)
            return void(work.perform(LifeCommand{SubmitApplication{}}));
        if (what == 3 && !materials.isEmpty())
            return exempt(work);
        if (what == 4)
            return void(work.perform(DropItem{anyOf(work.plan().items).item.id}));
        for (int steps = 0; steps < 6 && work.file().stage == Stage::Intake; ++steps)
            goOn(work);
    }
    void exempt(desk::CaseWork &work)
    {
        const auto materials = work.plan().materials;
        for (const Plan::MaterialLine &line : materials) {
            const Material::Acquisition from = line.material.acquisition.value(0, Material::Acquisition::Applicant);
            (void)work.perform(GiveVerdict{line.material.id, {.kind = VerdictKind::Exempt, .from = from, .identifier = u"共享1"_s}});
        }
    }
    /// As often as not something is found a second time that the first notice should have named.
    void tellWhatIsMissing(desk::CaseWork &work)
    {
        for (int steps = 0; steps < 60 && !work.obstaclesToFiling().isEmpty(); ++steps)
            goOn(work);
        for (const QString &material : materialsOf(work)) {
            if (random.bounded(3) == 0)
                (void)work.perform(GiveVerdict{material, {.kind = VerdictKind::Missing}});
        }
        (void)work.perform(IssueNotice{});
        if (random.bounded(2) == 0)
            tellWhatIsMissing(work);
    }
    QStringList materialsOf(const desk::CaseWork &work) const
    {
        QStringList ids;
        for (const Plan::MaterialLine &line : work.plan().materials)
            ids << line.material.id;
        return ids;
    }
    void goOn(desk::CaseWork &work)
    {
        clock.advance(random.bounded(100));
        const QList<Refusal> open = work.obstaclesToFiling();
        if (open.isEmpty())
            return void(work.perform(FileCase{}));
        const Refusal &first = open.first();
        if (first.why == Refusal::Why::SituationOpen) {
            const auto options = work.guide().matter.situation(first.id)->options;
            (void)work.perform(AnswerSituation{first.id, options.isEmpty() ? u"260"_s : anyOf(options).id});
        } else if (first.why == Refusal::Why::PathOpen) {
            (void)work.perform(ChoosePath{first.id, anyOf(work.plan().item(first.id)->paths).id});
        } else if (first.why == Refusal::Why::FieldMissing) {
            (void)work.perform(EnterField{first.id, support::factFor(work.guide().fields.value(first.id))});
        } else {
            const Plan::MaterialLine *line = work.plan().material(first.id);
            Verdict verdict{.kind = VerdictKind::OriginalSeen};
            if (line && line->material.deferrable && random.bounded(5) > 0)
                verdict = {.kind = VerdictKind::Deferred,
                           .due = latestDeferral(work.plan(), first.id, work.today(), work.rules().calendar)};
            else if (line && line->material.committable && random.bounded(2) == 0)
                verdict = {.kind = VerdictKind::Committed};
            (void)work.perform(GiveVerdict{first.id, verdict});
        }
        for (const Letter::Kind kind : lettersWanted(work.file(), work.plan(), true)) {
            (void)work.perform(IssueLetter{kind});
            (void)work.perform(SignLetter{kind, u"后果"_s});
        }
    }

    /// What would be done next if all went well.
    Command nextAct(const desk::CaseWork &work)
    {
        if (work.file().life.pushedAt.isNull())
            return work.file().life.scansCompleteAt.isNull() ? LifeCommand{CompleteScans{2}} : LifeCommand{PushToDepartments{}};
        for (const auto &[material, supplement] : work.file().life.supplements.asKeyValueRange()) {
            if (supplement.isOpen() && supplement.due < work.today())
                return LifeCommand{LapseDeferral{material}};
            if (supplement.isOpen() && random.bounded(3) == 0)
                return LifeCommand{SupplyMaterial{material, {.kind = VerdictKind::OriginalSeen}}};
        }
        for (const auto &[material, verdict] : work.file().verdicts.asKeyValueRange()) {
            if (verdict.kind == VerdictKind::Committed && random.bounded(6) == 0)
                return LifeCommand{RecordBrokenPromise{material, u"核查不实"_s}};
        }
        for (const auto &[line, state] : itemsOf(work.file(), work.guide())) {
            const QString &item = line.item.id;
            if (state.isPaused() && random.bounded(4) == 0)
                return LifeCommand{ResumeClock{item}};
            const int luck = random.bounded(12);
            if (state.state == CaseItem::State::Filed && luck == 0)
                return LifeCommand{RefuseItem{item, {}, u"材料不实"_s}};
            if (state.state == CaseItem::State::Filed && luck < 11)
                return LifeCommand{AcceptItem{item, {}, true}};
            if (state.state == CaseItem::State::Accepted && luck == 0)
                return LifeCommand{PauseClock{item, lawfulSteps().first()}};
            if (state.state == CaseItem::State::Accepted && luck == 1)
                return LifeCommand{DecideItem{item, {.granted = false, .reason = u"不符合条件"_s}}};
            if (state.state == CaseItem::State::Accepted && luck < 8)
                return LifeCommand{DecideItem{item, {.granted = true, .certificate = u"样证1号"_s, .physical = luck < 5}}};
            const bool isOnPaper = !state.outcome || state.outcome->physical;
            if (state.hasResult() && !state.delivery && luck < 2)
                return LifeCommand{ChooseCollection{{.together = false, .way = Collection::Window}}};
            if (state.hasResult() && !state.delivery && isOnPaper)
                return state.custody.isEmpty() ? LifeCommand{ReceiveResult{item, u"A3"_s, {}}} : LifeCommand{DeliverItems{{item}, handOver()}};
            if (state.state == CaseItem::State::Decided && !state.delivery)
                return LifeCommand{DeliverItems{{item}, {.way = Collection::Electronic, .eLicence = eLicence}}};
        }
        return anyAct(work);
    }

    Delivery handOver()
    {
        return {.way = Collection(random.bounded(4)), .collector = u"李四"_s, .relation = u"本人"_s, .signedFor = true, .tracking = u"EMS1"_s,
                .company = u"邮政"_s, .address = u"样例路1号"_s};
    }

    Command anyAct(const desk::CaseWork &work)
    {
        const QString item = anyOf(work.plan().items).item.id;
        const QStringList materials = materialsOf(work);
        const QString material = materials.isEmpty() ? QString() : anyOf(materials);
        const QString print = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const Delivery delivery = handOver();
        QStringList results;
        for (const auto &[line, state] : itemsOf(work.file(), work.guide())) {
            if (state.hasResult() && !state.delivery)
                results << line.item.id;
        }
        const QList<Command> acts{
            LifeCommand{CompleteScans{2}}, LifeCommand{PushToDepartments{}}, LifeCommand{AcceptItem{item, {}, true}},
            LifeCommand{AcceptItem{item, {}, true}}, LifeCommand{AcceptItem{item, {}, false}}, LifeCommand{AcceptItem{item, {}, false}},
            LifeCommand{RefuseItem{item, {}, random.bounded(2) ? u"材料不实"_s : u"不属于本机关职权范围"_s}},
            LifeCommand{PauseClock{item, u"检测"_s}}, LifeCommand{ResumeClock{item}}, LifeCommand{ResumeClock{item}},
            LifeCommand{DecideItem{item, {.granted = true}}}, LifeCommand{DecideItem{item, {.granted = true}}},
            LifeCommand{DecideItem{item, {.granted = true}}}, LifeCommand{DecideItem{item, {.granted = false, .physical = false, .reason = u"不符合条件"_s}}},
            LifeCommand{WithdrawItems{{item}, u"=HYPERLINK(申请人不办了)"_s}},
            LifeCommand{SupplyMaterial{material, {.kind = VerdictKind::OriginalSeen}}}, LifeCommand{LapseDeferral{material}},
            LifeCommand{ReceiveResult{item, u"A3"_s, {}}}, LifeCommand{ReceiveResult{item, u"A3"_s, {}}},
            LifeCommand{DeliverItems{{item}, delivery}}, LifeCommand{DeliverItems{results, delivery}}, LifeCommand{DeliverItems{results, delivery}},
            RequestPrint{print, {PaperKind::FilingReceipt, 1, {}}, u"丢失"_s}, ReportPrintFailed{lastPrint(work), u"缺纸"_s},
            ReportSpooled{lastPrint(work), u"样例打印机"_s}};
        return anyOf(acts);
    }
    static QString lastPrint(const desk::CaseWork &work)
    {
        return work.file().prints.isEmpty() ? QString() : work.file().prints.last().id;
    }

    /// A department withdraws, accepts, decides or hands over without knowing the last acts here.
    void actElsewhere(desk::CaseWork &work)
    {
        static const QStringList known{u"item.accepted"_s, u"item.decided"_s, u"items.delivered"_s, u"scans.completed"_s, u"case.pushed"_s,
                                       u"result.arrived"_s};
        const QList<Placed> history = historyOf(work.file().id);
        qsizetype from = history.size() - 1;
        for (const Placed &placed : history) {
            if (placed.writer.startsWith(otherDevice))
                return;
        }
        while (from > 0 && history.size() - from <= 4 && known.contains(typeName(history[from].event.fact)))
            --from;
        const auto items = itemsOf(work.file(), work.guide());
        const QString item = items[random.bounded(int(items.size()))].first.item.id;
        const QList<Fact> facts{LifeFact(ItemsWithdrawn{{item}, u"在别处撤回"_s}), LifeFact(ItemAccepted{item, {}}),
                                LifeFact(ItemDecided{item, {.granted = true}}),
                                LifeFact(ItemsDelivered{{item}, {.way = Collection::Courier, .collector = u"李四"_s, .tracking = u"EMS2"_s}})};
        const journal::Envelope envelope{.caseId = work.file().id, .device = otherDevice, .incarnation = 1, .seq = ++elsewhere, .prev = m_last,
                                         .parents = {history[from].id}, .guideVersion = work.file().guide.version,
                                         .event = {clock.now(), u"部门经办人"_s, anyOf(facts)}};
        const QByteArray bytes = journal::canonicalBytes(envelope);
        m_last = journal::hashOf(bytes);
        if (!profile->journal().takeIn({{.hubSeq = elsewhere, .bytes = bytes}}, {}, clock.now()) || !work.readAgain())
            qFatal("not taken in");
    }

    journal::Hash m_last = journal::Hash(journal::hashSize, '\0');
};

/// What \a desk answers; null when nothing comes in twenty seconds.
inline std::shared_ptr<const reports::Report> answer(desk::ReportDesk &desk, const desk::ReportQuestion &question)
{
    std::shared_ptr<const reports::Report> given;
    const auto connection = QObject::connect(&desk, &desk::ReportDesk::ready, [&](const auto &report) { given = report; });
    desk.ask(question);
    (void)QTest::qWaitFor([&] { return given != nullptr; }, 20'000);
    QObject::disconnect(connection);
    return given;
}

}
