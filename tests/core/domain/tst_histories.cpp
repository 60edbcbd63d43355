#include "core/domain/decidelife.h"
#include "core/domain/people.h"
#include "tests/support/sampleguide.h"

#include <QRandomGenerator>
#include <QTest>

#include <array>
#include <functional>
#include <map>
#include <set>
#include <string>

using namespace domain;
using namespace Qt::StringLiterals;
using support::Sitting;

namespace {

/// The rules once more, as plainly as they can be said and without a line of the product: words in maps. Knows one sample
/// case: “rented” (needs licence and lease, the lease perhaps deferred) and “fire” (needs the licence, waits for rented).
struct Model {
    std::map<std::string, std::string> state{{"rented", "filed"}, {"fire", "filed"}};
    std::set<std::string> flags; ///< e.g. "pushed", "paused rented", "arrived fire"
    int dueIn = -1; ///< days until the lease is due; -1: it was not deferred
    std::string lease = "there"; ///< there, promised, lapsed
    bool together = true;

    bool has(const std::string &flag) const { return flags.contains(flag); }
    bool ended(const std::string &item) const { return state.at(item) != "filed" && state.at(item) != "accepted"; }
    bool result(const std::string &item) const
    {
        return state.at(item) == "granted" || state.at(item) == "denied" || state.at(item) == "refused";
    }
    bool allEnded() const { return ended("rented") && ended("fire"); }

    void end(const std::string &item, const std::string &how)
    {
        state[item] = how;
        flags.erase("paused " + item);
    }
};

/// One random act: what the product is told, whether the model allows it, and what it does there.
struct Act {
    std::string name;
    LifeCommand command;
    std::function<bool(const Model &)> allowed;
    std::function<void(Model &)> happen;
};

Delivery handed()
{
    return {.way = Collection::Window, .collector = u"张三"_s, .relation = u"本人"_s, .signedFor = true};
}

QList<Act> actsOn(const std::string &item)
{
    const QString id = QString::fromStdString(item);
    const auto is = [item](const char *state) { return [item, state](const Model &m) { return m.state.at(item) == state; }; };
    const auto becomes = [item](const char *how) { return [item, how](Model &m) { m.end(item, how); }; };
    const auto decidable = [item](const Model &m) { return m.state.at(item) == "accepted" && !m.has("paused " + item); };
    const auto grantable = [item, decidable](const Model &m) {
        const bool before = item != "fire" || m.state.at("rented") == "granted";
        const bool papers = item != "rented" || m.lease != "promised";
        return decidable(m) && before && papers;
    };
    const auto flag = [item](const char *word) { return [item, word](Model &m) { m.flags.insert(word + (' ' + item)); }; };
    return {
        {"accept", AcceptItem{id, {}, false}, [=](const Model &m) { return is("filed")(m) && m.has("pushed"); },
         becomes("accepted")},
        {"accept at the window", AcceptItem{id, {}, true}, is("filed"), becomes("accepted")},
        {"refuse", RefuseItem{id, {}, u"理由"_s}, [=](const Model &m) { return is("filed")(m) && m.has("pushed"); },
         becomes("refused")},
        {"pause", PauseClock{id, u"检测"_s}, decidable, flag("paused")},
        {"resume", ResumeClock{id}, [=](const Model &m) { return is("accepted")(m) && m.has("paused " + item); },
         [item](Model &m) { m.flags.erase("paused " + item); }},
        {"pre-review", PreReviewItem{id},
         [=](const Model &m) {
             return item == "fire" && is("accepted")(m) && !m.ended("rented") && !m.has("seen " + item);
         },
         flag("seen")},
        {"grant", DecideItem{id, {.granted = true}}, grantable, becomes("granted")},
        {"deny", DecideItem{id, {.granted = false, .reason = u"理由"_s}}, decidable, becomes("denied")},
        {"withdraw", WithdrawItems{{id}, {}}, [item](const Model &m) { return !m.ended(item); }, becomes("withdrawn")},
        {"arrive", ReceiveResult{id, u"A3"_s, {}},
         [item](const Model &m) { return m.result(item) && !m.has("delivered " + item); }, flag("arrived")},
        {"deliver", DeliverItems{{id}, handed()},
         [item](const Model &m) {
             return m.result(item) && m.has("arrived " + item) && !m.has("delivered " + item)
                 && (!m.together || m.allEnded());
         },
         flag("delivered")},
        {"prove", SendProof{{id}}, [item](const Model &m) { return m.has("delivered " + item) && !m.has("proved " + item); },
         flag("proved")},
    };
}

}

namespace {

QList<Act> acts()
{
    const auto once = [](const char *word) { return [word](const Model &m) { return !m.has(word); }; };
    const auto flag = [](const char *word) { return [word](Model &m) { m.flags.insert(word); }; };
    const auto nothing = [](Model &) {};
    const auto always = [](const Model &) { return true; };
    const auto cameToNothing = [](const Model &m, const std::string &item) {
        const std::string &state = m.state.at(item);
        return state == "refused" || state == "withdrawn" || state == "lapsed";
    };
    QList<Act> all = actsOn("rented") + actsOn("fire");
    all += QList<Act>{
        {"scans", CompleteScans{2}, once("scanned"), flag("scanned")},
        {"push", PushToDepartments{}, [=](const Model &m) { return m.has("scanned") && once("pushed")(m); }, flag("pushed")},
        {"hand over", HandOverPaper{u"李四"_s}, once("handed"), flag("handed")},
        {"submit", SubmitApplication{}, [](const Model &) { return false; }, nothing},
        {"tell", TellCitizen{}, always, nothing},
        {"together", ChooseCollection{{true, Collection::Window, {}}}, always, [](Model &m) { m.together = true; }},
        {"separately", ChooseCollection{{false, Collection::Window, {}}}, always, [](Model &m) { m.together = false; }},
        {"supply the lease", SupplyMaterial{u"lease"_s, {.kind = VerdictKind::OriginalSeen}},
         [](const Model &m) { return m.lease == "promised"; }, [](Model &m) { m.lease = "there"; }},
        {"lapse the lease", LapseDeferral{u"lease"_s},
         [](const Model &m) { return m.lease == "promised" && m.dueIn < 0; },
         [](Model &m) {
             m.lease = "lapsed";
             if (!m.ended("rented"))
                 m.end("rented", "lapsed");
         }},
        {"withdraw all", WithdrawItems{{}, {}}, [](const Model &m) { return !m.allEnded(); },
         [](Model &m) {
             for (const auto &[item, state] : std::map(m.state)) {
                 if (!m.ended(item))
                     m.end(item, "withdrawn");
             }
         }},
        {"give the lease back", GiveBackPapers{{u"lease"_s}, u"张三"_s},
         [=](const Model &m) { return cameToNothing(m, "rented") && once("lease back")(m); }, flag("lease back")},
        {"give the licence back", GiveBackPapers{{u"licence"_s}, u"张三"_s},
         [=](const Model &m) {
             return cameToNothing(m, "rented") && cameToNothing(m, "fire") && once("licence back")(m);
         },
         flag("licence back")},
        {"archive", ArchiveCase{u"甲"_s},
         [](const Model &m) {
             const auto done = [&](const std::string &item) {
                 return m.ended(item) && (!m.result(item) || m.has("proved " + item));
             };
             return done("rented") && done("fire");
         },
         flag("archived")},
    };
    return all;
}

std::string stateName(const CaseItem &item)
{
    switch (item.state) {
    case CaseItem::State::Filed:
        return "filed";
    case CaseItem::State::Accepted:
        return "accepted";
    case CaseItem::State::Refused:
        return "refused";
    case CaseItem::State::Decided:
        return item.outcome->granted ? "granted" : "denied";
    case CaseItem::State::Withdrawn:
        return "withdrawn";
    case CaseItem::State::Lapsed:
        break;
    }
    return "lapsed";
}

Sitting filedCase(bool leaseLater)
{
    Sitting sitting;
    sitting.open();
    for (const Command &command :
         {Command(AnswerSituation{u"premises"_s, u"rented"_s}), Command(AnswerSituation{u"landlord"_s, u"person"_s}),
          Command(AnswerSituation{u"area"_s, u"80"_s}), Command(EnterField{u"applicant-name"_s, u"张三"_s}),
          Command(EnterField{u"applicant-id"_s, u"41030219900307001X"_s}), Command(ChoosePath{u"fire"_s, u"commitment"_s}),
          Command(GiveVerdict{u"licence"_s, {.kind = VerdictKind::OriginalSeen}})})
        sitting.perform(command);
    Verdict lease{.kind = VerdictKind::OriginalSeen};
    if (leaseLater)
        lease = {.kind = VerdictKind::Deferred, .due = sitting.now.date().addDays(1), .signedByApplicant = true};
    sitting.perform(GiveVerdict{u"lease"_s, lease});
    sitting.perform(FileCase{});
    return sitting;
}

/// The case made again from its events as they would be read from disk.
Case replayed(const QList<Event> &events)
{
    Case file;
    for (const Event &event : events) {
        const auto fact = factFromJson(typeName(event.fact), toJson(event.fact));
        if (!fact)
            qFatal("a fact was lost");
        file = apply(file, {event.at, event.actor, *fact});
    }
    return file;
}

void compare(const Sitting &sitting, const Model &model)
{
    for (const auto &[id, state] : model.state) {
        const CaseItem item = sitting.file.life.items.value(QString::fromStdString(id));
        QCOMPARE(stateName(item), state);
        QCOMPARE(item.isPaused(), model.has("paused " + id));
        QCOMPARE(item.delivery.has_value(), model.has("delivered " + id));
        QCOMPARE(item.proofSentAt.isValid(), model.has("proved " + id));
        QCOMPARE(!item.custody.isEmpty(), model.has("arrived " + id));
    }
    QCOMPARE(sitting.file.life.pushedAt.isValid(), model.has("pushed"));
    QCOMPARE(sitting.file.life.archivedAt.isValid(), model.has("archived"));
    QCOMPARE(sitting.file.life.collection.together, model.together);
}

/// Mostly something that may be done, so that histories get far.
const Act &pick(QRandomGenerator &random, const QList<Act> &acts, const Model &model)
{
    const Act *act = &acts[random.bounded(int(acts.size()))];
    for (int tries = 0; tries < 3 && !act->allowed(model); ++tries)
        act = &acts[random.bounded(int(acts.size()))];
    return *act;
}

void take(Sitting &sitting, const QList<Fact> &facts)
{
    for (const Fact &fact : facts) {
        sitting.events.append({sitting.now, u"王芳"_s, fact});
        sitting.file = apply(sitting.file, sitting.events.last());
    }
}

/// One history: random acts until enough were tried. Says what went wrong first.
QString play(quint32 seed, const std::array<Sitting, 2> &starts, const QList<Act> &acts, QSet<std::string> &reached)
{
    QRandomGenerator random(seed);
    const bool leaseLater = random.bounded(2) == 1;
    Sitting sitting = starts[leaseLater];
    const Plan asFiled = asFiledOf(sitting.file, sitting.guide, {});
    Model model;
    model.lease = leaseLater ? "promised" : "there";
    model.dueIn = leaseLater ? 1 : 0;
    for (int step = 0; step < 24 && !model.has("archived"); ++step) {
        if (random.bounded(12) == 0) {
            sitting.now = sitting.now.addDays(1);
            --model.dueIn;
        }
        const Act &act = pick(random, acts, model);
        const bool expected = act.allowed(model);
        const auto facts = decideLife(sitting.file, act.command, asFiled, sitting.now);
        if (facts.has_value() != expected)
            return u"step %1: %2 should be %3"_s.arg(step).arg(QString::fromStdString(act.name),
                                                               expected ? u"allowed"_s : u"refused"_s);
        if (expected) {
            take(sitting, *facts);
            act.happen(model);
            reached.insert(act.name);
        }
    }
    compare(sitting, model);
    return replayed(sitting.events) == sitting.file ? QString() : u"the case made again from its events differs"_s;
}

}

/// Random histories against the plain model: the same acts allowed, the same states, nothing lost on the way through JSON.
class TestHistories : public QObject
{
    Q_OBJECT

private slots:
    void agreeWithThePlainModel();
    void listsOfPeopleAgreeToo();
};

/// Random lists against a plain list of names: whatever is entered, changed, removed or taken back, the case has it and nothing
/// else, with numbers that stay, and makes the same of its events. Every tenth act is typed into the form of the first.
void TestHistories::listsOfPeopleAgreeToo()
{
    const QString field = u"applicant-name"_s;
    for (quint32 seed = 0; seed < 3'000; ++seed) {
        QRandomGenerator random(seed);
        Sitting sitting;
        const Roster roster{u"owners"_s, u"业主"_s, {field}, {}};
        sitting.guide.matter.rosters = {roster};
        sitting.open();
        QStringList model;
        QList<std::pair<QList<Person>, QStringList>> past;
        for (int step = 0; step < 20; ++step) {
            QList<Person> people = peopleOf(sitting.file, roster);
            const QString name = QString(QChar(0x4e00 + random.bounded(20'000)));
            const qsizetype at = people.isEmpty() ? 0 : random.bounded(int(people.size()));
            past.append({people, model});
            Command command = ListPeople{roster.id, {}};
            const int act = random.bounded(10);
            if (act == 9) { // typed into the form: the first, also when there was none
                command = EnterField{field, name};
                model.isEmpty() ? model.append(name) : void(model[0] = name);
            } else if (act == 8 && past.size() > 1) { // taken back
                const auto [then, thenModel] = past[random.bounded(int(past.size()))];
                command = ListPeople{roster.id, then};
                model = thenModel;
            } else {
                if (act < 4 || people.isEmpty()) {
                    people.append({0, {{field, name}}});
                    model.append(name);
                } else if (act < 6) {
                    people[at].values[field] = name;
                    model[at] = name;
                } else {
                    people.removeAt(at);
                    model.removeAt(at);
                }
                command = ListPeople{roster.id, people};
            }
            QVERIFY2(sitting.perform(command), qPrintable(QString::number(seed)));
            QStringList names;
            QSet<int> numbers;
            for (const Person &person : peopleOf(sitting.file, roster)) {
                names << person.values.value(field);
                numbers.insert(person.number);
            }
            std::ranges::sort(names);
            QStringList expected = model;
            std::ranges::sort(expected);
            QVERIFY2(names == expected && numbers.size() == names.size(), qPrintable(u"history %1 step %2"_s.arg(seed).arg(step)));
            model.clear();
            for (const Person &person : peopleOf(sitting.file, roster))
                model << person.values.value(field);
        }
        QCOMPARE(replayed(sitting.events), sitting.file);
    }
}

/// YICHUANG_HISTORIES sets how many; the seed of a history is its number.
void TestHistories::agreeWithThePlainModel()
{
    const int count = qEnvironmentVariableIntValue("YICHUANG_HISTORIES") > 0
        ? qEnvironmentVariableIntValue("YICHUANG_HISTORIES")
        : 100'000;
    const std::array starts{filedCase(false), filedCase(true)};
    QVERIFY(starts[0].file.filing && starts[1].file.filing);
    const QList<Act> all = acts();
    QSet<std::string> reached;
    for (int history = 0; history < count; ++history) {
        const QString fault = play(quint32(history), starts, all, reached);
        QVERIFY2(fault.isEmpty() && !QTest::currentTestFailed(),
                 qPrintable(u"history %1: %2"_s.arg(history).arg(fault)));
    }
    for (const Act &act : all)
        QVERIFY2(reached.contains(act.name) || act.name == "submit", act.name.c_str());
}

QTEST_GUILESS_MAIN(TestHistories)
#include "tst_histories.moc"
