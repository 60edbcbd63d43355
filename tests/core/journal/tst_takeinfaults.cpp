#include "tests/core/journal/faultyvfs.h"
#include "tests/core/journal/plainhub.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using world::PlainHub;
using world::Window;

/// Disks that fail at every single write, and kills at any moment, while a window takes in and has its events acknowledged.
class TestTakeInFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        faulty::install();
        if (QFileInfo(u"/dev/shm"_s).isWritable())
            qputenv("TMPDIR", "/dev/shm");
    }
    void cleanup() { faulty::heal(); }

    void diskFailsAtEveryWrite_data()
    {
        QTest::addColumn<faulty::Fault>("fault");
        QTest::newRow("full disk") << faulty::Fault::Full;
        QTest::newRow("one error") << faulty::Fault::Once;
        QTest::newRow("dead disk") << faulty::Fault::Broken;
    }
    void diskFailsAtEveryWrite()
    {
        QFETCH(faulty::Fault, fault);
        PlainHub hub;
        Window a(hub);
        const QString id = a.openCase();
        for (int i = 0; i < 5; ++i)
            REQUIRE_OK(a.act(id, {domain::FieldEntered{u"x"_s, QString::number(i)}}));
        a.push();
        int refusals = 0;
        bool isOver = false;
        for (int nth = 1; !isOver && nth < 100; ++nth) {
            Window b(hub);
            const QString own = b.openCase();
            const journal::Unsent unsent = b.outbox->unsent(10, 1 << 20).value();
            faulty::takeOperations();
            faulty::failFrom(nth, fault);
            const auto taken = b.journal->takeIn(hub.feed, journal::FeedCursor{hub.feed.size(), "c"}, hub.now());
            const auto acknowledged = b.outbox->acknowledge(unsent.writer, 1, {{1, 100, {}}});
            isOver = taken && acknowledged && faulty::takeOperations() < nth;
            refusals += !taken + !acknowledged;
            faulty::heal();
            b.start();
            // All of a slice or nothing, and the cursor with it.
            QCOMPARE(b.outbox->state()->cursor.hubSeq, taken ? hub.feed.size() : 0);
            QCOMPARE(b.journal->historyOf(id)->size(), taken ? hub.feed.size() : 0);
            QCOMPARE(b.outbox->unsent(10, 1 << 20)->events.isEmpty(), acknowledged.value_or(false));
            QCOMPARE(b.journal->historyOf(own)->size(), 1);
            REQUIRE_OK(b.journal->verify());
            b.pull();
            QVERIFY(b.caseOf(id).file == a.caseOf(id).file);
        }
        QVERIFY(isOver);
        QVERIFY(refusals > 3);
    }

    void killedAtAnyMoment()
    {
        PlainHub hub;
        Window other(hub);
        for (int i = 0; i < 60; ++i) {
            const QString id = other.openCase();
            for (int j = 0; j < 4; ++j)
                REQUIRE_OK(other.act(id, {domain::FieldEntered{u"x"_s, QString::number(j)}}));
        }
        other.push();
        world::Profile profile;
        QFile feed(profile.dir.path() + u"/feed"_s);
        QVERIFY(feed.open(QIODevice::WriteOnly));
        for (const journal::FeedEntry &entry : std::as_const(hub.feed))
            feed.write(entry.bytes + '\n');
        feed.close();
        const unsigned seed = std::random_device{}();
        qInfo() << "seed" << seed;
        std::mt19937 chance(seed);
        const int kills = qMax(1, qEnvironmentVariableIntValue("YICHUANG_KILLS") ?: 10);
        for (int round = 0; round < kills; ++round) {
            QProcess writer;
            writer.start(QCoreApplication::applicationDirPath() + u"/feedwriter"_s, {profile.folder, feed.fileName()});
            QVERIFY(writer.waitForStarted());
            for (int steps = 0, until = int(chance() % 12); steps <= until; ++steps)
                QVERIFY(writer.canReadLine() || writer.waitForReadyRead());
            QTest::qSleep(int(chance() % 5));
            writer.kill();
            QVERIFY(writer.waitForFinished());
            QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
            qint64 acknowledged = 0, taken = 0;
            for (const QByteArray &line : writer.readAllStandardOutput().split('\n')) {
                if (line.startsWith("acknowledged "))
                    acknowledged = line.mid(13).toLongLong();
                if (line.startsWith("taken "))
                    taken = line.mid(6).toLongLong();
            }
            auto journal = profile.open();
            REQUIRE_OK(journal);
            QCOMPARE((*journal)->identity().incarnation, 1);
            REQUIRE_OK((*journal)->verify());
            const auto outbox = journal::Outbox::open(profile.folder, profile.key);
            REQUIRE_OK(outbox);
            QVERIFY((*outbox)->acknowledged()->first().second >= acknowledged);
            const qint64 cursor = (*outbox)->state()->cursor.hubSeq;
            QVERIFY(cursor == 0 ? taken == 0 : cursor - 1'000'000 >= taken);
            // Exactly what stands before the cursor is here.
            qint64 found = 0;
            const QList<journal::CaseRow> rows = (*journal)->cases(false, 100000).value();
            for (const journal::CaseRow &row : rows) {
                const QList<domain::Placed> history = (*journal)->historyOf(row.id).value();
                for (const domain::Placed &placed : history)
                    found += domain::deviceOf(placed.writer) != (*journal)->identity().device;
            }
            QCOMPARE(found, cursor == 0 ? 0 : cursor - 1'000'000);
        }
    }
};

QTEST_GUILESS_MAIN(TestTakeInFaults)
#include "tst_takeinfaults.moc"
