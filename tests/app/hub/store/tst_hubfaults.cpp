#include "tests/app/hub/store/hubworld.h"
#include "tests/core/journal/faultyvfs.h"

#include <QFileInfo>
#include <QTest>

using namespace hubworld;

/// Full disks, failing disks and power cuts at every single write under the embedded store. What was acknowledged stays, what was
/// refused is not there, the hub goes on as soon as the disk does.
class TestHubFaults : public QObject
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
        const Room room(Kind::Sqlite);
        Hub hub(room);
        Window one(hub);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        one.open();
        REQUIRE_ANSWER(one.pushAll());
        int refusals = 0;
        for (int nth = 1; nth < 200; ++nth) {
            for (int i = 0; i < 4; ++i)
                one.open({domain::FieldEntered{u"note"_s, QString(500, u'长')}});
            const qsizetype held = bytesOf(one.pullAll()).size();
            faulty::takeOperations();
            faulty::failFrom(nth, fault);
            const auto failing = one.push(one.pushOf(held));
            faulty::heal();
            const bool isUntouched = failing && faulty::takeOperations() < nth;
            refusals += failing ? 0 : 1;
            if (!failing) {
                QCOMPARE(failing.error().code, wire::Problem::Code::Failed);
                QCOMPARE(bytesOf(one.pullAll()), one.events.first(held));
            }
            REQUIRE_ANSWER(one.push(one.pushOf(held)));
            QCOMPARE(bytesOf(one.pullAll()), one.events);
            if (isUntouched)
                break;
        }
        QVERIFY2(refusals >= 3, "the disk never failed under a push");
        const hub::Response afterAll = one.ask("GET", "/sync/v1/library");
        QCOMPARE(afterAll.status, 200);
    }

    /// The power goes before each single write and sync; the disk keeps any part of what was not synced.
    void powerGoesAtEveryWrite()
    {
        const unsigned seed = std::random_device{}();
        qInfo() << "seed" << seed;
        std::mt19937 chance(seed);
        bool isOver = false;
        for (int nth = 1; !isOver && nth < 500; ++nth) {
            const Room room(Kind::Sqlite);
            QTemporaryDir survivor;
            Hub hub(room);
            Window one(hub);
            REQUIRE_ANSWER(one.enrol(u"hubin"_s));
            qint64 acknowledged = 0, survived = 0;
            isOver = true;
            faulty::before(nth, [&] {
                faulty::leaveAfterPowerCut(room.folder(), survivor.path(), chance);
                survived = acknowledged;
                isOver = false;
            });
            for (int i = 0; i < 4; ++i) {
                one.open({domain::FieldEntered{u"note"_s, QString(500, QChar(u'一' + i))}});
                const auto answer = one.push(one.pushOf(acknowledged));
                REQUIRE_ANSWER(answer);
                acknowledged = answer->acknowledged;
            }
            faulty::before(0, {});
            if (isOver)
                break;
            auto restarted = hub::SqlStore::openFile(survivor.path());
            QVERIFY(restarted);
            const auto rows = (*restarted)->begin(hub::Store::For::Reading).value();
            const auto stream = rows->records().streams().value();
            const qint64 last = stream.isEmpty() ? 0 : stream[0].last;
            QVERIFY2(last == survived || last == survived + 2, "an acknowledged event is lost, or half a push is there");
            QCOMPARE(rows->records().entriesAfter(u"hubin"_s, 0, 1000, 1'000'000)->size(), last);
            if (last > 0) {
                QCOMPARE(rows->records().eventsOfStream(stream[0].id, 1, last)->size(), last);
                QCOMPARE(stream[0].hash, journal::hashOf(one.events[last - 1]));
            }
        }
        QVERIFY2(isOver, "the sitting never came to its end");
    }
};

QTEST_GUILESS_MAIN(TestHubFaults)
#include "tst_hubfaults.moc"
