#include "core/hub/book.h"
#include "core/hub/retention.h"
#include "tests/app/hub/store/storetest.h"

using namespace hubworld;
using wire::Entry;

/// Cases that go from one hall to another, cases that are erased, stores that are put back from a copy.
class TestHubHalls : public StoreTest
{
    Q_OBJECT

private slots:
    void aCaseGoesToAnotherHall()
    {
        Window here(*center, u"001"_s), there(*center, u"002"_s);
        REQUIRE_ANSWER(here.enrol(u"hubin"_s));
        REQUIRE_ANSWER(there.enrol(u"shanzhou"_s));
        const QString staying = here.open();
        const QString going = here.open({domain::FieldEntered{u"note"_s, u"一"_s}, domain::FieldEntered{u"note"_s, u"二"_s}});
        const auto pushed = here.pushAll();
        REQUIRE_ANSWER(pushed);
        there.open();
        REQUIRE_ANSWER(there.pushAll());
        wire::Cursor hereRead, thereRead;
        QCOMPARE(here.pullAll(&hereRead).size(), 4);
        QCOMPARE(there.pullAll(&thereRead).size(), 1);
        center->grown.clear();
        QVERIFY(hub::moveCase(center->engine, going, u"shanzhou"_s));
        QCOMPARE(center->grown.size(), 2);

        const QList<Entry> left = here.pullAll(&hereRead);
        QCOMPARE(left.size(), 1);
        QCOMPARE(left[0].kind, Entry::Kind::Purge);
        QCOMPARE(left[0].caseId, going);
        for (const int most : {500, 1}) { // in whatever portions it is pulled
            wire::Cursor cursor = thereRead;
            const QList<Entry> came = there.pullAll(&cursor, most);
            QCOMPARE(came.size(), 4);
            QCOMPARE(came[0].kind, Entry::Kind::Backfill);
            QCOMPARE(came[0].caseId, going);
            QCOMPARE(bytesOf(came), here.events.mid(1));
            for (int i = 0; i < 3; ++i)
                QCOMPARE(came[i + 1].hubSeq, pushed->verdicts[i + 1].hubSeq); // the order of the case stays
        }
        // Who begins now does not get what has left.
        const QList<Entry> anew = here.pullAll();
        QCOMPARE(bytesOf(anew), here.events.first(1));
        QVERIFY(!hub::moveCase(center->engine, going, u"nowhere"_s));
        QVERIFY(!hub::moveCase(center->engine, freshUuid(), u"hubin"_s));
        QVERIFY(!staying.isEmpty());
    }

    /// Sync rule 20 e: kept, shown to those who have the case now, and somebody is told.
    void whatWasDoneElsewhereMeanwhileIsKept()
    {
        Window here(*center, u"001"_s), there(*center, u"002"_s);
        REQUIRE_ANSWER(here.enrol(u"hubin"_s));
        REQUIRE_ANSWER(there.enrol(u"shanzhou"_s));
        const QString caseId = here.open();
        REQUIRE_ANSWER(here.pushAll());
        QVERIFY(hub::moveCase(center->engine, caseId, u"shanzhou"_s));
        here.write(caseId, domain::FieldEntered{u"note"_s, u"离线"_s});
        const auto late = here.push(here.pushOf(1));
        REQUIRE_ANSWER(late);
        QCOMPARE(late->acknowledged, 2);
        QCOMPARE(bytesOf(there.pullAll()), here.events);
        QVERIFY(bytesOf(here.pullAll()).isEmpty());
        const auto alarms = center->office().alarms(true, 10).value();
        QCOMPARE(alarms.size(), 1);
        QCOMPARE(alarms[0].kind, u"outside"_s);
        QVERIFY(alarms[0].words.contains(caseId));
        QVERIFY(center->office().seen(alarms[0]));
        QVERIFY(center->office().alarms(true, 10)->isEmpty());
    }

    void aCaseMayComeBack()
    {
        Window here(*center, u"001"_s), there(*center, u"002"_s);
        REQUIRE_ANSWER(here.enrol(u"hubin"_s));
        REQUIRE_ANSWER(there.enrol(u"shanzhou"_s));
        const QString caseId = here.open();
        REQUIRE_ANSWER(here.pushAll());
        wire::Cursor cursor;
        here.pullAll(&cursor);
        for (const QString &hall : {u"shanzhou"_s, u"hubin"_s, u"hubin"_s})
            QVERIFY(hub::moveCase(center->engine, caseId, hall));
        const QList<Entry> entries = here.pullAll(&cursor);
        QCOMPARE(entries.size(), 2); // nothing to forget any more
        QCOMPARE(entries[0].kind, Entry::Kind::Backfill);
        QCOMPARE(entries[1].bytes, here.events[0]);
        const QList<Entry> other = there.pullAll();
        QCOMPARE(other.size(), 1);
        QCOMPARE(other[0].kind, Entry::Kind::Purge);
    }

    void anErasedCaseIsGone()
    {
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        const QString erased = one.open({domain::FieldEntered{u"applicant-name"_s, u"测试姓名甲"_s}});
        const QString other = one.open();
        REQUIRE_ANSWER(one.pushAll());
        wire::Cursor cursor;
        one.pullAll(&cursor);
        QVERIFY(hub::eraseCase(center->engine, erased));
        QVERIFY(!hub::eraseCase(center->engine, erased));
        const QList<Entry> told = one.pullAll(&cursor);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0].kind, Entry::Kind::Purge);
        QCOMPARE(bytesOf(one.pullAll()), one.events.mid(2));
        // A window that does not know yet is not stopped by it.
        one.write(erased, domain::FieldEntered{u"note"_s, u"晚到"_s});
        one.write(other, domain::FieldEntered{u"note"_s, u"照常"_s});
        const auto late = one.push(one.pushOf(3));
        REQUIRE_ANSWER(late);
        QCOMPARE(late->acknowledged, 5);
        QCOMPARE(late->verdicts[0].judgement, (domain::Judgement{domain::Standing::Disputed, u"erased"_s}));
        QCOMPARE(late->verdicts[1].judgement, domain::Judgement());
        QCOMPARE(bytesOf(one.pullAll()), (QByteArrayList{one.events[2], one.events[4]}));
        REQUIRE_ANSWER(one.pushAll());
    }

    /// What is past its time is said first, and forgotten when that is meant: here, at the windows, in the book; nothing else.
    void whatIsPastItsTimeIsForgotten()
    {
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        const auto filed = [&](const QDateTime &archivedAt) {
            const QString id = one.open({domain::CaseFiled{center->clock.now()}});
            if (archivedAt.isValid())
                one.write(id, domain::LifeFact{domain::CaseArchived{u"档案室"_s}});
            return id;
        };
        const QDateTime today = center->clock.time;
        const auto to = [&](int days) { center->clock.time = today.addDays(days); };
        const auto noteLookUp = [&] {
            return hub::within(*center->store, hub::Store::For::Writing, [&](hub::Transaction &rows) {
                return rows.lookUps().note({.at = center->clock.now().toUTC(), .device = one.writer.device, .holder = "x", .outcome = hub::LookUpLine::Outcome::Found, .sealed = {}});
            }).has_value();
        };
        to(-31 * 366);
        const QString archived = filed(today), kept = filed({});
        REQUIRE_ANSWER(one.pushAll());
        to(-1100);
        QVERIFY(noteLookUp());
        to(-200);
        const QString draft = one.open(), woken = one.open();
        REQUIRE_ANSWER(one.pushAll());
        to(-10);
        QVERIFY(noteLookUp());
        one.write(woken, domain::FieldEntered{u"note"_s, u"又来"_s});
        const QString fresh = one.open();
        const QString young = filed(today);
        REQUIRE_ANSWER(one.pushAll());
        wire::Cursor cursor;
        one.pullAll(&cursor);
        to(0);
        for (int dry = 0; dry < 2; ++dry) {
            const auto past = hub::pastTime(center->engine);
            QVERIFY2(past, past ? "" : qPrintable(past.error().detail));
            QCOMPARE(past->drafts.size(), 1);
            QCOMPARE(past->drafts[0].uuid, draft);
            QCOMPARE(past->archived.size(), 1);
            QCOMPARE(past->archived[0].uuid, archived);
            QCOMPARE(past->lookUps, 1);
            QCOMPARE(past->aside, 0);
            QVERIFY(past->unreadable.isEmpty());
        }
        QVERIFY(hub::forgetPast(center->engine, *hub::pastTime(center->engine)));
        QStringList forgotten, wanted{draft, archived};
        for (const Entry &entry : one.pullAll(&cursor)) {
            QCOMPARE(entry.kind, Entry::Kind::Purge);
            forgotten << entry.caseId;
        }
        forgotten.sort();
        wanted.sort();
        QCOMPARE(forgotten, wanted);
        const auto lines = hub::within(*center->store, hub::Store::For::Reading, [&](hub::Transaction &rows) { return rows.records().cases({archived, kept, draft, woken, fresh, young}); });
        for (const hub::CaseLine &line : lines.value())
            QCOMPARE(line.erased(), line.uuid == draft || line.uuid == archived);
        const auto past = hub::pastTime(center->engine);
        QVERIFY(past && past->drafts.isEmpty() && past->archived.isEmpty() && past->lookUps == 0);
        const auto check = hub::checkBook(center->engine);
        QVERIFY(check && check->isSound());
    }

    /// A hub that was put back from yesterday's copy: cursors do not fit, windows send again what it lacks, everybody ends alike.
    void aStoreIsPutBackFromACopy()
    {
        Window one(*center, u"001"_s), two(*center, u"002"_s);
        for (Window *window : {&one, &two})
            REQUIRE_ANSWER(window->enrol(u"hubin"_s));
        one.open();
        REQUIRE_ANSWER(one.pushAll());
        const wire::Cursor yesterday = two.pull()->next;
        const QString epoch = one.pull()->epoch;
        center.reset();
        room->takeCopy();
        center = std::make_unique<Hub>(*room);
        Window *windows[] = {&one, &two};
        for (Window *window : windows)
            *window = reconnected(*window);
        two.open();
        REQUIRE_ANSWER(two.pushAll());
        one.open();
        REQUIRE_ANSWER(one.pushAll());
        const wire::Cursor today = two.pull()->next;
        QCOMPARE(one.pullAll().size(), 3);

        center.reset();
        room->putCopyBack();
        center = std::make_unique<Hub>(*room);
        for (Window *window : windows)
            *window = reconnected(*window);
        if (isServer())
            QVERIFY(center->office().newEpoch());
        QVERIFY(one.pull()->epoch != epoch);
        QVERIFY(!one.pull(yesterday)->startAgain);
        QVERIFY(one.pull(today)->startAgain);
        const auto ahead = one.push(one.pushOf(2)); // it thinks that two are there
        REQUIRE_ANSWER(ahead);
        QVERIFY(ahead->needsEarlier);
        QCOMPARE(ahead->acknowledged, 1);
        REQUIRE_ANSWER(one.push(one.pushOf(1)));
        QVERIFY2(one.pull(today)->startAgain, "the same place, another entry");
        REQUIRE_ANSWER(two.pushAll());
        QVERIFY2(one.pull(today)->startAgain, "the same place and all the same entries, in another order");
        QCOMPARE(bytesOf(two.pullAll()), one.events + two.events);
    }

private:
    /// The same window before the hub as it is now.
    Window reconnected(const Window &window)
    {
        Window fresh(*center, window.windowCode, window.mark);
        fresh.writer = window.writer;
        fresh.key = window.key;
        fresh.events = window.events;
        fresh.tips = window.tips;
        return fresh;
    }
};

QTEST_GUILESS_MAIN(TestHubHalls)
#include "tst_hubhalls.moc"
