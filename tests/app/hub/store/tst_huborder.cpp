#include "tests/app/hub/store/storetest.h"

#include "app/hub/store/recordtable.h"
#include "core/hub/feed.h"
#include "core/hub/feedwatch.h"

#include <QElapsedTimer>

#include <atomic>
#include <latch>
#include <semaphore>
#include <thread>

using namespace hubworld;

/// A cursor never passes over something that comes to be seen later, whoever writes at once.
class TestHubOrder : public StoreTest
{
    Q_OBJECT

private slots:
    /// Sync rule 9. The first to be given a place is the last to commit; a window pulls in between. Left to chance, it never sees the
    /// first: that this half finds the loss is what makes the other half worth something.
    void placesAreSeenInTheirOrder_data()
    {
        QTest::addColumn<int>("order");
        QTest::addColumn<bool>("isLost");
        QTest::newRow("held until the commit") << int(hub::FeedOrder::Held) << false;
        QTest::newRow("left to chance") << int(hub::FeedOrder::LeftToChance) << true;
    }
    void placesAreSeenInTheirOrder()
    {
        QFETCH(int, order);
        QFETCH(bool, isLost);
        if (!isServer())
            QSKIP("SQLite has one writer; only a server can mix up places");
        const auto store = hub::SqlStore::openServer(room->url(), hub::FeedOrder(order)).value();
        std::binary_semaphore firstHasItsPlace(0), firstMayCommit(0);
        std::atomic<bool> isSecondDone = false;
        std::jthread first([&] {
            addEntry(*store, [&] {
                firstHasItsPlace.release();
                firstMayCommit.acquire();
            });
        });
        firstHasItsPlace.acquire();
        std::jthread second([&] {
            addEntry(*store, [] {});
            isSecondDone = true;
        });
        QElapsedTimer timer;
        for (timer.start(); !isSecondDone && timer.elapsed() < (isLost ? 20'000 : 700);)
            QTest::qSleep(5);
        QCOMPARE(bool(isSecondDone), isLost); // it has to wait for the first, or does not
        qint64 cursor = 0;
        int seen = pullFrom(*store, cursor);
        firstMayCommit.release();
        first.join();
        second.join();
        seen += pullFrom(*store, cursor);
        QCOMPARE(seen, isLost ? 1 : 2);
    }

    void nobodySkipsAnything()
    {
        constexpr int pushes = 60;
        constexpr int eventsOfPush = 5;
        Window one(*center, u"001"_s), two(*center, u"002"_s), reader(*center, u"003"_s);
        for (Window *window : {&one, &two, &reader})
            REQUIRE_ANSWER(window->enrol(u"hubin"_s));
        for (Window *window : {&one, &two}) {
            for (int i = 0; i < pushes; ++i)
                window->open(QList<domain::Fact>(eventsOfPush - 1, domain::ItemDropped{u"x"_s}));
        }
        std::atomic<int> writing = 2;
        std::atomic<bool> isWell = true;
        const auto pushAll = [&](Window &window) {
            for (int i = 0; i < pushes; ++i) {
                const auto answer = window.push(window.pushOf(i * eventsOfPush, eventsOfPush));
                isWell = isWell && answer && answer->acknowledged == (i + 1) * eventsOfPush;
            }
            --writing;
        };
        QList<wire::Entry> pulled;
        {
            std::jthread first([&] { pushAll(one); });
            std::jthread second([&] { pushAll(two); });
            wire::Cursor cursor;
            while (writing > 0)
                pulled += reader.pullAll(&cursor, 7);
            pulled += reader.pullAll(&cursor, 7);
        }
        QVERIFY(isWell);
        QVERIFY(std::ranges::is_sorted(pulled, {}, &wire::Entry::hubSeq));
        QByteArrayList fromOne, fromTwo;
        for (const QByteArray &bytes : bytesOf(pulled))
            (journal::readEnvelope(bytes)->device == one.writer.device ? fromOne : fromTwo).append(bytes);
        QCOMPARE(fromOne, one.events); // every one, once, in its order
        QCOMPARE(fromTwo, two.events);
        QCOMPARE(bytesOf(reader.pullAll()), bytesOf(pulled));
    }

    /// Two windows that push on the same new case at once, from two halls.
    void oneCaseFromTwoHalls()
    {
        for (int round = 0; round < 10; ++round) {
            Window one(*center, u"001"_s, u"A%1"_s.arg(round)), two(*center, u"002"_s, u"A%1"_s.arg(round));
            REQUIRE_ANSWER(one.enrol(u"hubin"_s));
            REQUIRE_ANSWER(two.enrol(u"shanzhou"_s));
            const QString caseId = one.open();
            two.write(caseId, domain::FieldEntered{u"note"_s, u"一"_s});
            std::latch start(2);
            std::atomic<int> accepted = 0;
            const auto push = [&](Window &window) {
                start.arrive_and_wait();
                accepted += window.pushAll() ? 1 : 0;
            };
            {
                std::jthread first([&] { push(one); });
                std::jthread second([&] { push(two); });
            }
            QCOMPARE(int(accepted), 2);
            const QByteArrayList both = bytesOf(one.pullAll()).contains(one.events[0]) ? bytesOf(one.pullAll()) : bytesOf(two.pullAll());
            QVERIFY(both.contains(one.events[0]) && both.contains(two.events[0]));
        }
    }

    void otherProcessesAreHeardOf()
    {
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        const auto store = room->open().value(); // as another process has it
        std::atomic<qint64> heard = 0;
        const hub::FeedWatch watch(*store, [&](const QString &hall, qint64 place) {
            if (hall == u"hubin"_s)
                heard = place;
        });
        one.open();
        const auto answer = one.pushAll();
        REQUIRE_ANSWER(answer);
        QTRY_COMPARE_WITH_TIMEOUT(qint64(heard), answer->verdicts.constLast().hubSeq, 1000);
    }

    void aLostConnectionIsMadeAgain()
    {
        if (!isServer())
            QSKIP("a file loses no connection");
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        one.open();
        REQUIRE_ANSWER(one.pushAll());
        server().dropConnections(room->url());
        one.open();
        REQUIRE_ANSWER(one.pushAll());
        server().dropConnections(room->url());
        QCOMPARE(bytesOf(one.pullAll()), one.events);
    }

private:
    static void addEntry(hub::Store &store, const std::function<void()> &beforeCommit)
    {
        const auto rows = store.begin(hub::Store::For::Writing).value();
        hub::Feed feed(rows->records());
        if (!feed.hold({u"hubin"_s}))
            return;
        feed.put(rows->records().nextPlaces(1)->constFirst(), u"hubin"_s, wire::Entry::Kind::Library, 0, 0, "entry");
        if (!feed.write())
            return;
        beforeCommit();
        std::ignore = rows->commit();
    }
    /// How many entries there are behind \a cursor, which goes to the last of them.
    static int pullFrom(hub::Store &store, qint64 &cursor)
    {
        const auto rows = store.begin(hub::Store::For::Reading).value();
        const auto entries = rows->records().entriesAfter(u"hubin"_s, cursor, 100, 1'000'000).value();
        if (!entries.isEmpty())
            cursor = entries.constLast().entry.place;
        return int(entries.size());
    }
};

QTEST_GUILESS_MAIN(TestHubOrder)
#include "tst_huborder.moc"
