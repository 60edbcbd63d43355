#include "core/desk/hallfeed.h"
#include "core/domain/agenda.h"
#include "core/domain/clearing.h"
#include "core/journal/envelope.h"
#include "tests/core/desk/feedentries.h"
#include "tests/core/desk/hall.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using journal::FeedEntry;

namespace {

/// What another window wrote on the case of \a work, having seen its opening only.
FeedEntry ofAnotherWindow(const Hall &hall, const desk::CaseWork &work, const Fact &fact, qint64 number = 1)
{
    const QList<Placed> history = hall.profile->journal().historyOf(work.file().id).value();
    const journal::Envelope envelope{.caseId = work.file().id,
                                     .device = u"7d0c2f2e-64a5-4dd4-8f3c-6b8b4d8a5b11"_s,
                                     .incarnation = 1,
                                     .seq = number,
                                     .prev = journal::Hash(journal::hashSize, '\0'),
                                     .parents = {history.first().id},
                                     .guideVersion = work.file().guide.version,
                                     .event = {hall.clock.now(), u"窗口人员乙"_s, fact}};
    return {.hubSeq = number + 1, .bytes = journal::canonicalBytes(envelope)};
}

}

/// What the hub tells while a clerk has a case in hand.
class TestHallFeed : public QObject
{
    Q_OBJECT

private slots:
    void theCaseInHandIsReadAgain()
    {
        Hall hall;
        const auto opened = hall.reception->open(newborn(hall));
        QVERIFY(opened.has_value());
        desk::CaseWork &work = **opened;
        QVERIFY(work.perform(EnterField{u"applicant-name"_s, u"张三"_s}));
        desk::HallFeed feed(hall.profile->journal());
        connect(&feed, &desk::HallFeed::changed, &work, [&work] { QVERIFY(work.readAgain()); });
        const QSignalSpy taken(&feed, &desk::HallFeed::taken), told(&feed, &desk::HallFeed::contradicted),
            changed(&work, &desk::CaseWork::changed);
        feed.take({openingOf(hall, work), ofAnotherWindow(hall, work, FieldEntered{u"applicant-name"_s, u"李四"_s})}, {2, "c"}, hall.clock.now());
        QTRY_COMPARE(taken.size(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(told.size(), 1);
        // The hub has placed the other first.
        QCOMPARE(work.file().fields.value(u"applicant-name"_s), u"李四"_s);
        QCOMPARE(openConflicts(work.file()).size(), 1);
        QCOMPARE(work.history()->last().judgement, (Judgement{Standing::InConflict, u"field-differs"_s}));
        const QList<Task> tasks = agendaOf(work.file(), work.guide(), work.rules());
        QVERIFY(std::ranges::any_of(tasks, [](const Task &task) {
            return task.kind == Task::Kind::ClearConflict && !task.subject.isEmpty() && task.due.isValid();
        }));

        // Going on with it, and settling it.
        QVERIFY(work.perform(EnterField{u"applicant-phone"_s, u"13800138000"_s}));
        QVERIFY(work.perform(ClearConflict{openConflicts(work.file()).first().id, true, u"本人到场确认"_s}));
        QCOMPARE(work.file().fields.value(u"applicant-name"_s), u"张三"_s);
        QVERIFY(openConflicts(work.file()).isEmpty());
        const Case settled = work.file();
        hall.reopen();
        const auto again = hall.reception->resume(settled.id);
        QVERIFY(again.has_value());
        QVERIFY((*again)->file() == settled);
        QCOMPARE(hall.reception->cases(true, 5)->first().applicant, u"张*"_s);
    }

    void aPageComesInSlices()
    {
        Hall hall;
        const auto opened = hall.reception->open(newborn(hall));
        desk::HallFeed feed(hall.profile->journal());
        QList<FeedEntry> page{openingOf(hall, **opened)};
        for (int i = 1; i <= 120; ++i)
            page.append(ofAnotherWindow(hall, **opened, LifeFact{CitizenTold{.words = QString::number(i)}}, i));
        const QSignalSpy taken(&feed, &desk::HallFeed::taken), changed(&feed, &desk::HallFeed::changed);
        feed.take(page, {121, "c"}, hall.clock.now());
        QVERIFY(feed.isTaking());
        QTRY_COMPARE(taken.size(), 1);
        QVERIFY(!feed.isTaking());
        QCOMPARE(changed.size(), 3);
        QCOMPARE(hall.profile->journal().historyOf((*opened)->file().id)->size(), 121);
    }

    void aCaseOfANewerProgramIsOnlyLookedAt()
    {
        Hall hall;
        const auto opened = hall.reception->open(newborn(hall));
        desk::CaseWork &work = **opened;
        desk::HallFeed feed(hall.profile->journal());
        connect(&feed, &desk::HallFeed::changed, &work, [&work] { QVERIFY(work.readAgain()); });
        const QSignalSpy taken(&feed, &desk::HallFeed::taken);
        feed.take({openingOf(hall, work), ofAnotherWindow(hall, work, UnknownFact{u"drone.landed"_s, {}})}, {2, "c"}, hall.clock.now());
        QTRY_COMPARE(taken.size(), 1);
        const desk::Done done = work.perform(EnterField{u"applicant-name"_s, u"张三"_s});
        QCOMPARE(done.error().refusals.value(0).why, domain::Refusal::Why::NewerProgram);
    }
};

QTEST_GUILESS_MAIN(TestHallFeed)
#include "tst_hallfeed.moc"
