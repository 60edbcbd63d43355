#include "core/domain/deadlines.h"
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
#include <vector>

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
    QDate today; ///< what follows is for the clocks
    QDate pushedOn; ///< null: not yet
    std::map<std::string, QDate> acceptedOn;
    std::map<std::string, std::vector<std::pair<QDate, QDate>>> pauses; ///< the second null: still

    bool has(const std::string &flag) const { return flags.contains(flag); }
    bool ended(const std::string &item) const { return state.at(item) != "filed" && state.at(item) != "accepted"; }
    bool result(const std::string &item) const
    {
        return state.at(item) == "granted" || state.at(item) == "denied" || state.at(item) == "refused";
    }
    bool waits(const std::string &item) const { return result(item) && !has("delivered " + item); }
    bool allEnded() const { return ended("rented") && ended("fire"); }

    void end(const std::string &item, const std::string &how)
    {
        state[item] = how;
        resume(item);
        if (how == "accepted")
            acceptedOn[item] = today;
    }
    void pause(const std::string &item)
    {
        flags.insert("paused " + item);
        pauses[item].push_back({today, {}});
    }
    void resume(const std::string &item)
    {
        if (flags.erase("paused " + item) > 0)
            pauses[item].back().second = today;
    }
};

/// The calendar of 2026 around the Spring Festival once more, written down by hand (国办发明电〔2025〕7号).
bool isWorked(QDate day)
{
    static const QList<QDate> off{{2026, 2, 16}, {2026, 2, 17}, {2026, 2, 18}, {2026, 2, 19}, {2026, 2, 20}, {2026, 2, 23}};
    static const QList<QDate> worked{{2026, 2, 14}, {2026, 2, 28}};
    return worked.contains(day) || (day.dayOfWeek() <= 5 && !off.contains(day));
}

/// \a days working days after \a day, one day after the other.
QDate countedFrom(QDate day, int days)
{
    while (days > 0) {
        day = day.addDays(1);
        days -= isWorked(day);
    }
    return day;
}

/// Working days in all pauses of \a item that are over, without the day on which each began.
int stoodStill(const Model &model, const std::string &item)
{
    int days = 0;
    const auto pauses = model.pauses.find(item);
    if (pauses == model.pauses.end())
        return 0;
    for (const auto &[from, until] : pauses->second) {
        for (QDate day = from; until.isValid() && day < until; day = day.addDays(1))
            days += isWorked(day.addDays(1));
    }
    return days;
}

/// The last day of what was promised: null while a clock stands still, invalid days (-1) are not asked for here.
QDate promisedEnd(const Model &model, const std::string &item, QDate filed)
{
    const auto counts = [&](const std::string &each) {
        return !model.ended(each) || model.state.at(each) == "granted" || model.state.at(each) == "denied";
    };
    const bool waits = item == "fire" && counts("rented");
    if (model.has("paused " + item) || (waits && model.has("paused rented")))
        return {};
    const int own = (item == "fire" ? 1 : 5) + stoodStill(model, item);
    const int before = waits ? 5 + stoodStill(model, "rented") : 0;
    const QDate received = model.pushedOn.isValid() ? model.pushedOn : filed;
    const auto accepted = model.acceptedOn.find(item);
    return countedFrom(accepted == model.acceptedOn.end() ? countedFrom(received, 1) : accepted->second, own + before);
}

const std::string entrusted = "rented"; // the window may accept it

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
        {"accept at the window", AcceptItem{id, {}, true},
         [=](const Model &m) { return is("filed")(m) && item == entrusted; }, becomes("accepted")},
        {"refuse", RefuseItem{id, {}, u"理由"_s}, [=](const Model &m) { return is("filed")(m) && m.has("pushed"); },
         becomes("refused")},
        {"pause", PauseClock{id, u"检测"_s}, decidable, [item](Model &m) { m.pause(item); }},
        {"resume", ResumeClock{id}, [=](const Model &m) { return is("accepted")(m) && m.has("paused " + item); },
         [item](Model &m) { m.resume(item); }},
        {"pre-review", PreReviewItem{id},
         [=](const Model &m) {
             return item == "fire" && is("accepted")(m) && !m.ended("rented") && !m.has("seen " + item);
         },
         flag("seen")},
        {"grant", DecideItem{id, {.granted = true}}, grantable, becomes("granted")},
        {"deny", DecideItem{id, {.granted = false, .reason = u"理由"_s}}, decidable, becomes("denied")},
        {"withdraw", WithdrawItems{{id}, {}}, [item](const Model &m) { return !m.ended(item); }, becomes("withdrawn")},
        {"arrive", ReceiveResult{id, u"A3"_s, {}},
         [item](const Model &m) { return m.result(item) && !m.has("delivered " + item) && !m.has("arrived " + item); },
         flag("arrived")},
        {"deliver", DeliverItems{{id}, handed()},
         [item](const Model &m) {
             return m.result(item) && m.has("arrived " + item) && !m.has("delivered " + item)
                 && (!m.together || (m.allEnded() && !m.waits(item == "fire" ? "rented" : "fire")));
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
        {"push", PushToDepartments{}, [=](const Model &m) { return m.has("scanned") && once("pushed")(m); },
         [](Model &m) {
             m.flags.insert("pushed");
             m.pushedOn = m.today;
         }},
        {"hand over", HandOverPaper{u"李四"_s}, once("handed"), flag("handed")},
        {"submit", SubmitApplication{}, [](const Model &) { return false; }, nothing},
        {"tell", TellCitizen{}, always, nothing},
        {"deliver both", DeliverItems{{u"rented"_s, u"fire"_s}, handed()},
         [](const Model &m) {
             return m.waits("rented") && m.waits("fire") && m.has("arrived rented") && m.has("arrived fire");
         },
         [](Model &m) {
             m.flags.insert("delivered rented");
             m.flags.insert("delivered fire");
         }},
        {"deliver one twice", DeliverItems{{u"rented"_s, u"rented"_s}, handed()}, [](const Model &) { return false; }, nothing},
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

/// Filed at noon on the Thursday before the Spring Festival of 2026.
Sitting filedCase(bool leaseLater)
{
    Sitting sitting;
    sitting.now = QDateTime(QDate(2026, 2, 12), QTime(12, 0));
    sitting.open();
    for (const Command &command :
         {Command(AnswerSituation{u"premises"_s, u"rented"_s}), Command(AnswerSituation{u"landlord"_s, u"person"_s}),
          Command(AnswerSituation{u"area"_s, u"80"_s}), Command(EnterField{u"applicant-name"_s, u"张三"_s}),
          Command(EnterField{u"applicant-id"_s, u"41030219900307001X"_s}), Command(ChoosePath{u"fire"_s, u"commitment"_s}),
          Command(GiveVerdict{u"licence"_s, {.kind = VerdictKind::OriginalSeen}})})
        sitting.perform(command);
    Verdict lease{.kind = VerdictKind::OriginalSeen};
    if (leaseLater)
        lease = {.kind = VerdictKind::Deferred, .due = sitting.now.date().addDays(1)};
    sitting.perform(GiveVerdict{u"lease"_s, lease});
    sitting.signLetters();
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

/// The clocks of the product against days that are counted one by one.
QString clockFault(const Sitting &sitting, const Model &model)
{
    const QDate filed = sitting.file.filing->at.date(); // two hours of office time end on that day
    QStringList promises;
    for (const Deadline &deadline : deadlinesOf(sitting.file, sitting.guide, sitting.rules)) {
        if (deadline.kind == Deadline::Kind::Acceptance && deadline.due.date() != countedFrom(model.pushedOn.isValid() ? model.pushedOn : filed, 1))
            return u"the end of acceptance is %1"_s.arg(deadline.due.toString(Qt::ISODate));
        if (deadline.kind != Deadline::Kind::ItemPromise)
            continue;
        const QDate end = promisedEnd(model, deadline.item.toStdString(), filed);
        promises << deadline.item;
        if (deadline.due.date() != end || deadline.paused != end.isNull())
            return u"the promise of %1 ends on %2, counted by hand on %3"_s.arg(deadline.item, deadline.due.toString(Qt::ISODate),
                                                                                end.toString(Qt::ISODate));
    }
    for (const auto &[item, state] : model.state) {
        const bool cameToNothing = state == "refused" || state == "withdrawn" || state == "lapsed";
        if (promises.contains(QString::fromStdString(item)) == cameToNothing)
            return u"a promise of %1 is missing or too many"_s.arg(QString::fromStdString(item));
    }
    return {};
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
    const HallRules hall{.acceptsAtWindow = {QString::fromStdString(entrusted)}};
    Model model;
    model.lease = leaseLater ? "promised" : "there";
    model.dueIn = leaseLater ? 1 : 0;
    model.today = sitting.now.date();
    for (int step = 0; step < 24 && !model.has("archived"); ++step) {
        if (random.bounded(12) == 0) {
            sitting.now = sitting.now.addDays(1);
            --model.dueIn;
            model.today = model.today.addDays(1);
        }
        const Act &act = pick(random, acts, model);
        const bool expected = act.allowed(model);
        const auto facts = decideLife(sitting.file, act.command, asFiled, sitting.now, hall);
        if (facts.has_value() != expected)
            return u"step %1: %2 should be %3"_s.arg(step).arg(QString::fromStdString(act.name),
                                                               expected ? u"allowed"_s : u"refused"_s);
        if (expected) {
            take(sitting, *facts);
            act.happen(model);
            reached.insert(act.name);
        }
    }
    if (const QString fault = clockFault(sitting, model); !fault.isEmpty())
        return fault;
    compare(sitting, model);
    return replayed(sitting.events) == sitting.file ? QString() : u"the case made again from its events differs"_s;
}

}

/// Random histories against the plain model: the same acts allowed, the same states, the same days, nothing lost on the way
/// through JSON.
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
        QVERIFY2(reached.contains(act.name) || act.name == "submit" || act.name == "deliver one twice", act.name.c_str());
}

QTEST_GUILESS_MAIN(TestHistories)
#include "tst_histories.moc"
