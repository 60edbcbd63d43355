#include "core/wire/presence.h"
#include "tests/app/hub/store/storetest.h"

using namespace hubworld;
using Code = wire::Problem::Code;

/// Who sits where, as the hub is told, and how content people were today.
class TestHubPresences : public StoreTest
{
    Q_OBJECT

private:
    static wire::Answer<wire::HallBoard> tell(Window &window, const wire::PresenceNote &note)
    {
        return answerOf<wire::HallBoard>(window.ask("POST", "/sync/v1/presence", wire::toJson(note)), wire::hallBoardFrom);
    }

private slots:
    void theWindowsOfAHallAndNoOther()
    {
        Window one(*center), two(*center, u"002"_s), far(*center, u"003"_s);
        for (Window *window : {&one, &two})
            QVERIFY(window->enrol(u"hubin"_s));
        QVERIFY(far.enrol(u"shanzhou"_s));
        const QDateTime since = center->clock.now().toUTC().addSecs(-600);
        const wire::Presence busy{u"王芳"_s, u"41120200110A120261121000013"_s, since, 3};
        const auto quiet = tell(one, {busy, false});
        QVERIFY(quiet && quiet->seats.isEmpty()); // not asked for
        QVERIFY(tell(far, {{u"远"_s, {}, since, 0}, false}));
        const auto board = tell(two, {{u"李强"_s, {}, since, 0}, true});
        QVERIFY(board.has_value());
        QCOMPARE(board->seats.size(), 2);
        QCOMPARE(board->seats[0], (wire::Seat{one.writer.device, one.card().card.window, center->clock.now().toUTC(), busy}));
        QCOMPARE(board->seats[1].presence.clerk, u"李强"_s);
        QCOMPARE(board->hubTime, center->clock.now().toUTC());

        // A window that is not in use any more sits nowhere.
        QVERIFY(center->office().revoke(one.writer.device));
        QCOMPARE(tell(two, {{}, true})->seats.size(), 1);
        QCOMPARE(tell(one, {busy, true}).error().code, Code::Revoked);
    }

    void ratingsOfTodayAndOfThisHall()
    {
        Window one(*center);
        QVERIFY(one.enrol(u"hubin"_s));
        const QDateTime now = center->clock.now();
        const auto rate = [&](const QString &visit, const QString &hall, int level, const QDateTime &at) {
            hub::RatingLine line{.number = u"N"_s + visit, .visit = visit, .hall = hall, .device = one.writer.device, .level = level, .at = at.toUTC()};
            if (level <= 2)
                line.due = at.date().addDays(21);
            return hub::within(center->engine.store, hub::Store::For::Writing,
                               [&](hub::Transaction &rows) { return rows.ratings().add(line); })
                .value_or(false);
        };
        QVERIFY(rate(u"a"_s, u"hubin"_s, 5, now));
        QVERIFY(rate(u"b"_s, u"hubin"_s, 5, QDateTime(now.date(), QTime(0, 0), Qt::OffsetFromUTC, now.offsetFromUtc())));
        QVERIFY(rate(u"c"_s, u"hubin"_s, 1, now));
        QVERIFY(rate(u"d"_s, u"hubin"_s, 2, now.addDays(-1))); // to be put right still
        QVERIFY(rate(u"e"_s, u"shanzhou"_s, 1, now));
        const auto board = tell(one, {{}, true});
        QVERIFY(board.has_value());
        QCOMPARE(board->ratings, (wire::DayOfRatings{{1, 0, 0, 0, 2}, 2}));
    }

    void whatIsNoPresenceIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("without itself") << QByteArray("{\"board\":true}");
        QTest::newRow("less than nothing unsent") << QByteArray("{\"mine\":{\"unsent\":-1},\"board\":true}");
        QTest::newRow("a number for a name") << QByteArray("{\"mine\":{\"clerk\":7,\"unsent\":0},\"board\":true}");
        QTest::newRow("a name without an end")
            << QByteArray("{\"mine\":{\"unsent\":0,\"clerk\":\"" + QByteArray(5000, 'x') + "\"},\"board\":true}");
    }
    void whatIsNoPresenceIsRefused()
    {
        QFETCH(QByteArray, body);
        Window one(*center);
        QVERIFY(one.enrol(u"hubin"_s));
        QCOMPARE(one.ask("POST", "/sync/v1/presence", body).status, 400);
    }
};

QTEST_GUILESS_MAIN(TestHubPresences)
#include "tst_hubpresences.moc"
