#include "tests/core/journal/faultyvfs.h"
#include "tests/core/journal/rawdatabase.h"
#include "tests/core/journal/world.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;
using Kind = base::Error::Kind;

/// Full disks, failing disks and power cuts at every single write. What was acknowledged stays; what was refused is not there;
/// the journal goes on as soon as the disk does.
class TestFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        faulty::install();
        // The failing disk is simulated, so the real one may as well be memory.
        if (QFileInfo(u"/dev/shm"_s).isWritable())
            qputenv("TMPDIR", "/dev/shm");
    }
    void cleanup()
    {
        faulty::heal();
        faulty::before(0, {});
    }

    void eachStatementFailsInTurn_data()
    {
        QTest::addColumn<QByteArray>("refused");
        for (const char *statement :
             {"INSERT ON case_key", "INSERT ON event", "INSERT ON case_file", "INSERT ON number_used"})
            QTest::newRow(statement) << QByteArray(statement);
        QTest::newRow("the second of three events") << "INSERT ON event WHEN NEW.type = 'item.dropped'"_ba;
    }
    void eachStatementFailsInTurn()
    {
        QFETCH(QByteArray, refused);
        world::Profile profile;
        auto journal = profile.open();
        REQUIRE_OK(journal);
        world::Clerk earlier(profile.clock), clerk(profile.clock);
        REQUIRE_OK(earlier.open(**journal));
        const domain::CaseOpened opened{clerk.id(), world::freshNumber(**journal, profile.clock.now().date()), {}};
        const QList<domain::Fact> facts{opened, domain::ItemDropped{u"photo"_s}, domain::FieldEntered{u"a"_s, u"b"_s}};
        QSqlQuery hand(connection());
        QVERIFY(hand.exec(u"CREATE TRIGGER spoke_in_the_wheel BEFORE "_s + QString::fromUtf8(refused)
                          + u" BEGIN SELECT RAISE(ABORT, 'no'); END"_s));
        QCOMPARE(clerk.record(**journal, facts).error().kind, Kind::Storage);
        QVERIFY(hand.exec(u"DROP TRIGGER spoke_in_the_wheel"_s));
        for (const char *table : {"event", "case_key", "case_file", "number_used"}) {
            QVERIFY(hand.exec(u"SELECT count(*) FROM "_s + QLatin1String(table)) && hand.next());
            QCOMPARE(hand.value(0).toInt(), 1);
        }
        hand.finish();
        REQUIRE_OK(clerk.record(**journal, facts));
        QCOMPARE((*journal)->verify().value(), 4);
        QCOMPARE((*journal)->cases(false, 10)->size(), 2);
    }

    void databaseMayGrowNoMore()
    {
        world::Profile profile;
        auto journal = profile.open();
        REQUIRE_OK(journal);
        world::Clerk clerk(profile.clock);
        REQUIRE_OK(clerk.open(**journal));
        QSqlQuery hand(connection());
        QVERIFY(hand.exec(u"PRAGMA max_page_count = 1"_s)); // taken as: no page more than now
        base::Result<> entered;
        for (int i = 0; entered && i < 100; ++i)
            entered = clerk.enter(**journal, u"note"_s, QString(400, u'长'));
        QCOMPARE(entered.error().kind, Kind::Storage);
        QCOMPARE((*journal)->eventsOf(clerk.id()).value(), clerk.events);
        QVERIFY(hand.exec(u"PRAGMA max_page_count = 1000000"_s));
        hand.finish();
        REQUIRE_OK(clerk.enter(**journal, u"note"_s, u"空间已腾出"_s));
        QCOMPARE((*journal)->verify().value(), qint64(clerk.events.size()));
    }

    void diskFailsAtEveryWrite_data()
    {
        QTest::addColumn<faulty::Fault>("fault");
        QTest::addColumn<bool>("checkpoint");
        QTest::newRow("full disk") << faulty::Fault::Full << false;
        QTest::newRow("one error") << faulty::Fault::Once << false;
        QTest::newRow("dead disk") << faulty::Fault::Broken << false;
        QTest::newRow("full disk, log folded in at each act") << faulty::Fault::Full << true;
        QTest::newRow("one error, log folded in at each act") << faulty::Fault::Once << true;
        QTest::newRow("dead disk, log folded in at each act") << faulty::Fault::Broken << true;
    }
    void diskFailsAtEveryWrite()
    {
        QFETCH(faulty::Fault, fault);
        QFETCH(bool, checkpoint);
        world::Profile profile;
        auto journal = profile.open();
        REQUIRE_OK(journal);
        world::Clerk clerk(profile.clock);
        REQUIRE_OK(clerk.open(**journal));
        if (checkpoint)
            QVERIFY(QSqlQuery(connection()).exec(u"PRAGMA wal_autocheckpoint = 1"_s));

        int refusals = 0;
        for (int nth = 1; nth < 100; ++nth) {
            faulty::takeOperations();
            faulty::failFrom(nth, fault);
            const base::Result<> entered = clerk.enter(**journal, u"note"_s, u"第%1次"_s.arg(nth));
            faulty::heal();
            const bool untouched = entered && faulty::takeOperations() < nth;
            refusals += entered ? 0 : 1;
            if (!entered)
                QCOMPARE(entered.error().kind, Kind::Storage);
            QCOMPARE((*journal)->eventsOf(clerk.id()).value(), clerk.events);
            QCOMPARE((*journal)->verify().value(), qint64(clerk.events.size()));
            REQUIRE_OK(clerk.enter(**journal, u"note"_s, u"之后"_s));
            if (untouched)
                break;
        }
        QVERIFY2(refusals >= 3, "the disk never failed under an act");
        journal->reset();
        auto again = profile.open();
        REQUIRE_OK(again);
        QVERIFY((*again)->setAside().isEmpty());
        QCOMPARE((*again)->eventsOf(clerk.id()).value(), clerk.events);
        QCOMPARE((*again)->identity().incarnation, 1);
    }

    /// Whatever write fails: no legal number is given twice, none is left out, and table and events say the same.
    void legalNumbersHaveNoGaps_data() { diskFailsAtEveryWrite_data(); }
    void legalNumbersHaveNoGaps()
    {
        QFETCH(faulty::Fault, fault);
        QFETCH(bool, checkpoint);
        world::Profile profile;
        auto journal = profile.open();
        REQUIRE_OK(journal);
        world::Clerk clerk(profile.clock);
        REQUIRE_OK(clerk.open(**journal));
        if (checkpoint)
            QVERIFY(QSqlQuery(connection()).exec(u"PRAGMA wal_autocheckpoint = 1"_s));
        const auto print = [&] {
            const domain::PaperNumbered number = world::nextPaperNumber(**journal);
            return clerk.record(**journal, {number, domain::PrintRequested{u"p"_s, number.paper, 1}});
        };
        int given = 0;
        int refusals = 0;
        for (int nth = 1; nth < 100; ++nth) {
            faulty::takeOperations();
            faulty::failFrom(nth, fault);
            const base::Result<> failing = print();
            faulty::heal();
            const bool untouched = failing && faulty::takeOperations() < nth;
            refusals += failing ? 0 : 1;
            given += failing ? 1 : 0;
            QCOMPARE(world::paperSerials(**journal).size(), given);
            REQUIRE_OK(print());
            QCOMPARE(world::paperSerials(**journal).size(), ++given);
            if (untouched)
                break;
        }
        QVERIFY2(refusals >= 3, "the disk never failed under a number");
        journal->reset();
        auto again = profile.open();
        REQUIRE_OK(again);
        QCOMPARE(world::paperSerials(**again).size(), given);
    }

    void aLegalNumberIsNeverGivenTwice()
    {
        world::Profile profile;
        auto journal = profile.open();
        REQUIRE_OK(journal);
        world::Clerk clerk(profile.clock);
        world::Clerk other(profile.clock);
        REQUIRE_OK(clerk.open(**journal));
        REQUIRE_OK(other.open(**journal));
        const domain::PaperNumbered number = world::nextPaperNumber(**journal);
        REQUIRE_OK(clerk.record(**journal, {number}));
        const auto before = other.events.size();
        QCOMPARE(other.record(**journal, {number, domain::PrintRequested{u"p"_s, number.paper, 1}}).error().kind, Kind::Storage);
        QCOMPARE((*journal)->eventsOf(other.id())->size(), before);
        REQUIRE_OK(clerk.record(**journal, {domain::PaperNumberVoided{number.paper, number.organ, number.year, number.serial, u"印错"_s}}));
        QVERIFY(!other.record(**journal, {number}));
        REQUIRE_OK(other.record(**journal, {world::nextPaperNumber(**journal)}));
        QCOMPARE((*journal)->seriesUsed()->first(), (journal::UsedSeries{world::acceptances, {1, 2}, {1}}));
        REQUIRE_OK((*journal)->rebuildProjections());
        QCOMPARE((*journal)->seriesUsed()->first(), (journal::UsedSeries{world::acceptances, {1, 2}, {1}}));
    }

    void diskIsFullAtTheFirstStart_data()
    {
        QTest::addColumn<faulty::Fault>("fault");
        QTest::newRow("full disk") << faulty::Fault::Full;
        QTest::newRow("one error") << faulty::Fault::Once;
        QTest::newRow("dead disk") << faulty::Fault::Broken;
    }
    void diskIsFullAtTheFirstStart()
    {
        QFETCH(faulty::Fault, fault);
        int refusals = 0;
        for (int nth = 1; nth < 200; ++nth) {
            world::Profile profile;
            faulty::takeOperations();
            faulty::failFrom(nth, fault);
            auto journal = profile.open();
            const bool opened = journal.has_value();
            const bool untouched = opened && faulty::takeOperations() < nth;
            if (!opened) {
                ++refusals;
                QCOMPARE(journal.error().kind, Kind::Storage);
            }
            journal = base::Fail(base::Error{});
            faulty::heal();
            journal = profile.open();
            REQUIRE_OK(journal);
            QVERIFY((*journal)->setAside().isEmpty());
            world::Clerk clerk(profile.clock);
            REQUIRE_OK(clerk.open(**journal));
            if (untouched)
                break;
        }
        QVERIFY(refusals > 10);
    }

    void diskFailsWhileOpening_data() { diskIsFullAtTheFirstStart_data(); }
    void diskFailsWhileOpening()
    {
        QFETCH(faulty::Fault, fault);
        world::Profile profile;
        world::Clerk clerk(profile.clock);
        auto journal = profile.open();
        REQUIRE_OK(journal);
        REQUIRE_OK(clerk.open(**journal));
        journal->reset();
        for (int nth = 1; nth < 20; ++nth) {
            faulty::failFrom(nth, fault);
            journal = profile.open();
            if (!journal)
                QCOMPARE(journal.error().kind, Kind::Storage);
            journal = base::Fail(base::Error{});
            faulty::heal();
            journal = profile.open();
            REQUIRE_OK(journal);
            QVERIFY((*journal)->setAside().isEmpty());
            QCOMPARE((*journal)->eventsOf(clerk.id()).value(), clerk.events);
            REQUIRE_OK(clerk.enter(**journal, u"note"_s, u"之后"_s));
            journal->reset();
        }
    }

    /// The power goes before each single write and sync of a clerk's sitting; the disk keeps any part of what was not synced.
    void powerGoesAtEveryWrite_data()
    {
        QTest::addColumn<bool>("checkpoint");
        QTest::newRow("log grows") << false;
        QTest::newRow("log folded in at each act") << true;
    }
    void powerGoesAtEveryWrite()
    {
        QFETCH(bool, checkpoint);
        const unsigned seed = std::random_device{}();
        qInfo() << "seed" << seed;
        std::mt19937 chance(seed);
        bool ended = false;
        for (int nth = 1; !ended && nth < 500; ++nth) {
            world::Profile profile, survivor;
            world::Clerk clerk(profile.clock);
            QList<domain::Event> acknowledged;
            qsizetype inHand = 0;
            auto journal = profile.open();
            REQUIRE_OK(journal);
            if (checkpoint)
                QVERIFY(QSqlQuery(connection()).exec(u"PRAGMA wal_autocheckpoint = 1"_s));
            ended = true;
            faulty::before(nth, [&] {
                faulty::leaveAfterPowerCut(profile.folder, survivor.folder, chance);
                acknowledged = clerk.events;
                ended = false;
            });
            REQUIRE_OK(clerk.open(**journal));
            for (int i = 0; i < 4; ++i)
                REQUIRE_OK(clerk.enter(**journal, u"note"_s, QString(300, QChar(u'一' + i))));
            faulty::before(0, {});
            if (ended)
                break;

            auto restarted = survivor.open();
            REQUIRE_OK(restarted);
            QVERIFY((*restarted)->setAside().isEmpty());
            QCOMPARE((*restarted)->identity().mark, (*journal)->identity().mark);
            const QList<domain::Event> found = (*restarted)->eventsOf(clerk.id()).value();
            inHand = found.size() - acknowledged.size();
            QVERIFY2(inHand == 0 || inHand == 1, "an acknowledged event is lost, or one came from nowhere");
            QCOMPARE(found, clerk.events.first(found.size()));
            QCOMPARE((*restarted)->verify().value(), qint64(found.size()));
            QCOMPARE((*restarted)->cases(true, 10)->size(), found.isEmpty() ? 0 : 1);
        }
        QVERIFY2(ended, "the sitting never came to its end");
    }

private:
    /// The connection of the one journal that is open.
    static QSqlDatabase connection()
    {
        return QSqlDatabase::database(QSqlDatabase::connectionNames().constFirst(), false);
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
