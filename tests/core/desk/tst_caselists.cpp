#include "core/desk/casesearch.h"
#include "core/desk/clockrules.h"
#include "core/desk/profile.h"
#include "core/desk/reception.h"
#include "core/desk/worklist.h"
#include "core/guides/shelf.h"
#include "core/journal/journal.h"
#include "core/papers/forms.h"
#include "tests/support/fakes.h"
#include "tests/support/sampleguide.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using Kind = Task::Kind;

namespace {

/// A window with real guides and journal; lists and search can be taken away, as an older program had none.
class Hall
{
public:
    Hall()
    {
        reopen();
        turnOn();
    }
    void reopen()
    {
        turnOff();
        reception.reset();
        profile.reset();
        profile = std::move(*desk::Profile::open(folder.filePath(u"profile"_s), keys, clock));
        reception.emplace(desk::CaseWork::Needs{profile->journal(), clock, profile->hall(), forms, clocks.rules}, shelf);
    }
    void turnOff()
    {
        search.reset();
        list.reset();
        book.reset();
    }
    void turnOn()
    {
        book = std::make_unique<desk::CaseBook>(profile->journal(), shelf, clocks.rules);
        duty = std::make_unique<desk::OnDuty>(profile->hall());
        list = std::make_unique<desk::WorkList>(profile->journal(), shelf, clock, *duty, *book);
        search = std::make_unique<desk::CaseSearch>(profile->journal(), shelf, source + u"/resources/pinyin/readings.tsv"_s, *book);
    }
    void waitForSearch()
    {
        if (!search->isComplete())
            QVERIFY(QSignalSpy(search.get(), &desk::CaseSearch::completed).wait());
        QVERIFY(!search->fault());
    }
    std::unique_ptr<desk::CaseWork> open(const QString &name, const QString &matter = u"newborn"_s)
    {
        const GuidePack *pack = shelf.pack(u"sanmenxia-personal"_s);
        auto work = reception->open({pack->id, pack->version, matter});
        if (!work || !(*work)->perform(EnterField{u"applicant-name"_s, name}))
            qFatal("no case");
        return std::move(*work);
    }
    QList<desk::WorkLine> lines(const desk::WorkFilter &filter = {}) const { return list->page(filter, {}, 100)->lines; }
    QStringList found(const QString &query) const
    {
        QStringList ids;
        for (const desk::CaseHit &hit : search->find(query))
            ids << hit.caseId;
        return ids;
    }

    QTemporaryDir folder;
    support::FakeClock clock{QDateTime(QDate(2026, 3, 5), QTime(9, 30))};
    support::NoKeyStore keys;
    const QString source = qEnvironmentVariable("YICHUANG_SOURCE");
    guides::Shelf shelf = *guides::Shelf::load(source + u"/resources/guides"_s);
    papers::FormFolder forms = *papers::FormFolder::load(source + u"/forms"_s);
    desk::Clocks clocks = *desk::clocksOf(*base::readSettings({}), {source + u"/resources/calendars"_s});
    std::unique_ptr<desk::Profile> profile;
    std::optional<desk::Reception> reception;
    std::unique_ptr<desk::CaseBook> book;
    std::unique_ptr<desk::OnDuty> duty;
    std::unique_ptr<desk::WorkList> list;
    std::unique_ptr<desk::CaseSearch> search;
};

QStringList idsOf(const QList<desk::WorkLine> &lines)
{
    QStringList ids;
    for (const desk::WorkLine &line : lines)
        ids << line.caseId;
    return ids;
}

}

/// Work list and case search over a real journal.
class TestCaseLists : public QObject
{
    Q_OBJECT

private slots:
    /// Masked, in every list, and only when it is somebody else; after a rebuild too.
    void whomACaseConcernsStandsBesideTheApplicant()
    {
        Hall hall;
        const auto work = hall.open(u"赵样例"_s, u"after-death"_s);
        for (bool asked = true; asked;) {
            const QList<Plan::Question> questions = work->plan().questions;
            const auto open = std::ranges::find_if(questions, [](const auto &question) { return question.answer.isEmpty(); });
            asked = open != questions.end();
            if (asked)
                QVERIFY(work->perform(AnswerSituation{open->situation.id, open->situation.options.front().id}));
        }
        const auto shown = [&] {
            return QStringList{hall.lines().value(0).subjects, hall.reception->cases(false, 10).value().value(0).subjects};
        };
        QCOMPARE(shown(), (QStringList{QString(), QString()}));
        QVERIFY(work->perform(EnterField{u"deceased-name"_s, u"孙示范"_s}));
        QCOMPARE(shown(), (QStringList{u"孙**"_s, u"孙**"_s}));
        QCOMPARE(hall.lines().value(0).applicant, u"赵**"_s);
        QVERIFY(hall.profile->journal().rebuildProjections());
        hall.turnOff();
        hall.turnOn();
        QVERIFY(hall.book->catchUp());
        QCOMPARE(shown(), (QStringList{u"孙**"_s, u"孙**"_s}));
        QVERIFY(work->perform(EnterField{u"deceased-name"_s, u"赵样例"_s}));
        QCOMPARE(shown(), (QStringList{QString(), QString()}));
    }

    void everyActShowsInTheListAtOnce()
    {
        Hall hall;
        QCOMPARE(hall.lines().size(), 0);
        const QSignalSpy changed(hall.list.get(), &desk::WorkList::changed);
        const auto work = hall.open(u"欧阳修文"_s);
        QCOMPARE(changed.size(), 2);
        const desk::WorkLine line = hall.lines().value(0);
        QCOMPARE(line.caseId, work->file().id);
        QCOMPARE(line.number, work->file().number);
        QCOMPARE(line.applicant, u"欧阳**"_s);
        QCOMPARE(line.matter, u"新生儿出生"_s);
        QCOMPARE(line.task, agendaOf(work->file(), work->guide(), hall.clocks.rules).first());
        QCOMPARE(line.urgency, Urgency::Green);
        hall.clock.set(QDateTime(QDate(2026, 3, 12), QTime(9, 0)));
        QCOMPARE(hall.lines().first().urgency, Urgency::Red);
        QVERIFY(support::fillIn(*work));
        QVERIFY(work->perform(LifeCommand{SubmitApplication{}}));
        QCOMPARE(hall.lines().first().task.kind, Kind::ReviewOnline);
        QVERIFY(work->perform(AbandonCase{u"另日再来"_s}));
        QCOMPARE(hall.lines().size(), 0);
    }

    void nearestFirstByPagesAndFilters()
    {
        Hall hall;
        QStringList ids;
        for (int i = 0; i < 5; ++i) {
            ids << hall.open(u"张三"_s, i == 3 ? u"housing-fund-loan"_s : u"newborn"_s)->file().id;
            hall.clock.advance(86400);
        }
        const auto online = *hall.reception->resume(ids[4]);
        QVERIFY(support::fillIn(*online) && online->perform(LifeCommand{SubmitApplication{}}));
        const QStringList nearest{ids[4], ids[0], ids[1], ids[2], ids[3]};
        desk::WorkList::Place place;
        QStringList paged;
        for (bool last = false; !last;) {
            const desk::WorkList::Page page = *hall.list->page({}, place, 2);
            QVERIFY(page.lines.size() <= 2);
            paged += idsOf(page.lines);
            place = page.end;
            last = page.isLast;
        }
        QCOMPARE(paged, nearest);
        QCOMPARE(idsOf(hall.lines({.kinds = {Kind::ReviewOnline}})), QStringList{ids[4]});
        QCOMPARE(hall.lines({.kinds = {Kind::ReviewOnline, Kind::FinishIntake}}).size(), 5);
        QCOMPARE(idsOf(hall.lines({.matter = {u"sanmenxia-personal"_s, {}, u"housing-fund-loan"_s}})), QStringList{ids[3]});
        QCOMPARE(hall.lines({.mine = true}).size(), 5);
        QCOMPARE(hall.lines({.oursOnly = true}).size(), 5);

        hall.clock.set(QDateTime(QDate(2026, 3, 12), QTime(10, 0)));
        const desk::WorkCounts counts = *hall.list->counts({.kinds = {Kind::Push}, .urgency = Urgency::Overdue});
        QCOMPARE(counts.all, 5);
        QCOMPARE(counts.byKind[size_t(Kind::ReviewOnline)], 1);
        QCOMPARE(counts.byKind[size_t(Kind::FinishIntake)], 4);
        int sum = 0;
        for (int urgency = 0; urgency < urgencies; ++urgency) {
            const auto some = hall.lines({.urgency = Urgency(urgency)});
            QCOMPARE(some.size(), counts.byUrgency[size_t(urgency)]);
            for (const desk::WorkLine &line : some)
                QCOMPARE(line.urgency, Urgency(urgency));
            sum += int(some.size());
        }
        QCOMPARE(sum, 5);
        QCOMPARE(counts.byUrgency[size_t(Urgency::Overdue)], 1); // two hours on the tenth
        QCOMPARE(counts.byUrgency[size_t(Urgency::Red)], 1); // the first was opened on the fifth
        const QString other = u"[hall]\nclerk=李四\n"_s;
        QFile ini(hall.folder.filePath(u"profile/hall.ini"_s));
        QVERIFY(ini.open(QIODevice::WriteOnly) && ini.write(other.toUtf8()) > 0);
        ini.close();
        hall.reopen();
        hall.turnOn();
        QCOMPARE(hall.lines().size(), 5);
        QCOMPARE(hall.lines({.mine = true}).size(), 0);
    }

    void theJournalHoldsNoPersonInPlainText()
    {
        Hall hall;
        const auto work = hall.open(u"欧阳修文"_s);
        QVERIFY(work->perform(EnterField{u"applicant-id"_s, u"41030219900307001X"_s}));
        hall.reopen();
        for (const QString &name : {u"journal.db"_s, u"journal.db-wal"_s}) {
            QFile file(hall.folder.filePath(u"profile/"_s + name));
            const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            for (const QString &secret : {u"欧阳修文"_s, u"41030219900307001X"_s, u"窗口人员"_s})
                QVERIFY(!bytes.contains(secret.toUtf8()));
        }
    }

    void casesOfAnOlderProgramFollow()
    {
        Hall hall;
        hall.turnOff();
        const QString id = hall.open(u"欧阳修文"_s)->file().id;
        hall.turnOn();
        hall.waitForSearch();
        QCOMPARE(hall.lines().size(), 0);
        QCOMPARE(hall.found(u"oyxw"_s), QStringList());
        const QSignalSpy completed(hall.book.get(), &desk::CaseBook::completed);
        QTRY_COMPARE(completed.size(), 1); // by itself, in slices
        QVERIFY(hall.book->isComplete());
        QCOMPARE(idsOf(hall.lines()), QStringList{id});
        QCOMPARE(hall.found(u"oyxw"_s), QStringList{id});
    }

    void otherHoursMakeOtherEnds()
    {
        Hall hall;
        hall.clock.set(QDateTime(QDate(2026, 3, 5), QTime(16, 30)));
        const auto online = hall.open(u"张三"_s);
        QVERIFY(support::fillIn(*online) && online->perform(LifeCommand{SubmitApplication{}}));
        QCOMPARE(hall.lines().first().task.due, QDateTime(QDate(2026, 3, 6), QTime(9, 30)));
        hall.turnOff();
        hall.clocks.rules.twoHoursInOfficeTime = false;
        hall.turnOn();
        QVERIFY(hall.book->catchUp());
        QCOMPARE(hall.lines().first().task.due, QDateTime(QDate(2026, 3, 5), QTime(18, 30)));
    }

    void aRebuildGivesTheSameLists()
    {
        Hall hall;
        for (const QString &name : {u"张三"_s, u"李四"_s, u"王五"_s})
            hall.open(name);
        const auto before = hall.lines();
        QVERIFY(hall.profile->journal().rebuildProjections());
        const auto after = hall.lines();
        QCOMPARE(after.size(), 3);
        for (qsizetype i = 0; i < 3; ++i) {
            QCOMPARE(after[i].task, before[i].task);
            QCOMPARE(after[i].applicant, before[i].applicant);
        }
        hall.turnOff();
        hall.turnOn();
        hall.waitForSearch();
        QCOMPARE(hall.search->size(), 3);
    }

    void theSearchKnowsWhatWasWrittenAndWhatIs()
    {
        Hall hall;
        const QString old = hall.open(u"欧阳修文"_s)->file().id;
        hall.reopen();
        hall.turnOn();
        const auto work = hall.open(u"欧阳询"_s); // while the journal may still be read
        QCOMPARE(hall.found(u"ouyang"_s).value(0), work->file().id);
        hall.waitForSearch();
        QCOMPARE(hall.found(u"ouyang"_s), (QStringList{work->file().id, old}));
        QVERIFY(work->perform(EnterField{u"applicant-name"_s, u"赵询"_s}));
        QCOMPARE(hall.found(u"ouyang"_s), QStringList{old});
        QVERIFY((*hall.reception->resume(old))->perform(AbandonCase{{}}));
        QCOMPARE(hall.search->find(u"ouyang"_s).value(0).stage, Stage::Abandoned);
    }

    void everybodyInACaseFindsIt()
    {
        Hall hall;
        const GuideRef hiring{u"sanmenxia-enterprise"_s, hall.shelf.pack(u"sanmenxia-enterprise"_s)->version, u"hiring"_s};
        const auto work = std::move(*hall.reception->open(hiring));
        for (const auto &[situation, answer] : std::initializer_list<std::pair<QString, QString>>{
                 {u"people"_s, u"many"_s}, {u"card"_s, u"have"_s}, {u"file"_s, u"none"_s}, {u"agent"_s, u"self"_s}})
            QVERIFY(work->perform(AnswerSituation{situation, answer}));
        QVERIFY(work->perform(EnterField{u"enterprise-name"_s, u"三门峡某某有限公司"_s}));
        const QString id = u"41030219900307001X"_s;
        QVERIFY(work->perform(ListPeople{u"employees"_s,
                                         {{0, {{u"employee-name"_s, u"欧阳修文"_s}}},
                                          {0, {{u"employee-name"_s, u"诸葛长青"_s}, {u"employee-id"_s, id}}}}}));
        hall.waitForSearch();
        const QStringList found{work->file().id};
        for (const QString &typed : {u"oyxw"_s, u"诸葛"_s, u"zgcq"_s, u"某某"_s, id, id.mid(6, 8)})
            QCOMPARE(hall.found(typed), found);
        QCOMPARE(hall.search->find(u"诸葛"_s).value(0).subjects, u"欧阳**、诸葛**"_s);
        QVERIFY(desk::ownIdentities(work->plan()).contains(id));
        const auto other = std::move(*hall.reception->open(hiring));
        QStringList numbers{id};
        QCOMPARE(hall.search->duplicates(numbers, hiring, other->file().id).value(0).caseId, work->file().id);
        for (int i = 0; i < 20; ++i) // many at once are looked for in another way
            numbers << u"411202199001010%1X"_s.arg(i, 2, 10, QLatin1Char('0'));
        QCOMPARE(hall.search->duplicates(numbers, hiring, other->file().id).size(), 1);
        QVERIFY(work->perform(ListPeople{u"employees"_s, {}}));
        QCOMPARE(hall.found(u"诸葛"_s), QStringList());
    }

    void duplicatesAreWarnedOf()
    {
        Hall hall;
        const auto idField = [&](const desk::CaseWork &work) {
            for (const Plan::FieldLine &line : work.plan().fields) {
                if (line.field.kind == Field::Kind::IdNumber)
                    return line.field.id;
            }
            return u"applicant-id"_s;
        };
        const auto first = hall.open(u"张三"_s);
        QVERIFY(first->perform(EnterField{idField(*first), u"41030219900307001X"_s}));
        QVERIFY(first->perform(AbandonCase{{}}));
        const auto second = hall.open(u"张三"_s);
        QVERIFY(second->perform(EnterField{idField(*second), u"41030219900307001X"_s}));
        const auto earlier = hall.search->duplicates(u"41030219900307001X"_s, second->file().guide, second->file().id);
        QCOMPARE(earlier.size(), 1);
        QCOMPARE(earlier[0].caseId, first->file().id);
        QCOMPARE(earlier[0].stage, Stage::Abandoned);
        const GuideRef other{second->file().guide.pack, second->file().guide.version, u"housing-fund-loan"_s};
        QCOMPARE(hall.search->duplicates(u"41030219900307001X"_s, other, {}).size(), 0);
    }
};
QTEST_GUILESS_MAIN(TestCaseLists)
#include "tst_caselists.moc"
