#include "tests/app/hub/store/storetest.h"

#include "core/hub/ownfacts.h"

#include <random>

using namespace hubworld;
using Standing = domain::Standing;
using wire::Entry;

/// What windows push, how it is judged, and what others pull of it.
class TestHubPushing : public StoreTest
{
    Q_OBJECT

private slots:
    void whatOnePushesTheOtherPulls()
    {
        Window one(*center, u"001"_s), two(*center, u"002"_s), far(*center, u"003"_s);
        for (Window *window : {&one, &two})
            REQUIRE_ANSWER(window->enrol(u"hubin"_s));
        REQUIRE_ANSWER(far.enrol(u"shanzhou"_s));
        one.open({domain::FieldEntered{u"applicant-name"_s, u"测试姓名甲"_s}});
        const auto pushed = one.pushAll();
        REQUIRE_ANSWER(pushed);
        QCOMPARE(pushed->acknowledged, 2);
        QCOMPARE(pushed->verdicts.size(), 2);
        QVERIFY(pushed->verdicts[0].hubSeq < pushed->verdicts[1].hubSeq);
        QVERIFY(!pushed->forked && !pushed->needsEarlier && !pushed->epoch.isEmpty());
        QCOMPARE(pushed->hubTime, center->clock.now().toUTC());
        QCOMPARE(center->grown, (QList<std::pair<QString, qint64>>{{u"hubin"_s, pushed->verdicts[1].hubSeq}}));
        wire::Cursor cursor;
        QCOMPARE(bytesOf(two.pullAll(&cursor)), one.events);
        QVERIFY(two.pullAll(&cursor).isEmpty());
        QVERIFY(far.pullAll().isEmpty());
        one.open();
        REQUIRE_ANSWER(one.push(one.pushOf(2)));
        QCOMPARE(bytesOf(two.pullAll(&cursor)), one.events.mid(2));
        QCOMPARE(bytesOf(two.pullAll(nullptr, 1)), one.events);
    }

    void anEmptyPullWaits()
    {
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        const auto ask = [&](const wire::Cursor &cursor, int wait) {
            return one.ask("GET", "/sync/v1/pull?cursor=" + wire::toText(cursor) + "&wait=" + QByteArray::number(wait)).wait;
        };
        QVERIFY(!ask({}, 0));
        const auto wait = ask({}, 99);
        QVERIFY(wait && wait->hall == u"hubin"_s && wait->hubSeq == 0 && wait->seconds == wire::longestWait);
        one.open();
        REQUIRE_ANSWER(one.pushAll());
        QVERIFY(!ask({}, 20));
        const wire::Cursor end = one.pull()->next;
        QCOMPARE(ask(end, 20)->hubSeq, end.hubSeq);
    }

    void theSameAgainHasNoEffect()
    {
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        for (int i = 0; i < 5; ++i)
            one.open();
        const auto first = one.push(one.pushOf(0, 3));
        REQUIRE_ANSWER(first);
        for (const auto &[from, count] : QList<std::pair<int, int>>{{0, 3}, {0, 1}, {2, 1}, {1, 4}, {0, 5}, {4, 1}}) {
            const auto again = one.push(one.pushOf(from, count));
            REQUIRE_ANSWER(again);
            QVERIFY(!again->forked && !again->needsEarlier);
            QCOMPARE(again->verdicts.size(), count);
            for (qsizetype i = 0; i < count && from + i < 3; ++i)
                QCOMPARE(again->verdicts[i], first->verdicts[from + i]);
        }
        QCOMPARE(bytesOf(one.pullAll()), one.events);
    }

    void aGapIsNotPassed()
    {
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        for (int i = 0; i < 6; ++i)
            one.open();
        REQUIRE_ANSWER(one.push(one.pushOf(0, 2)));
        const auto gap = one.push(one.pushOf(3));
        REQUIRE_ANSWER(gap);
        QVERIFY(gap->needsEarlier && gap->verdicts.isEmpty());
        QCOMPARE(gap->acknowledged, 2);
        const auto nothing = one.push(one.pushOf(6));
        REQUIRE_ANSWER(nothing);
        QVERIFY(nothing->needsEarlier);
        QCOMPARE(one.push(one.pushOf(2))->acknowledged, 6);
        QCOMPARE(one.push(one.pushOf(6))->acknowledged, 6);
        QCOMPARE(bytesOf(one.pullAll()), one.events);
    }

    /// Sync rule 7: the stream stops, both events are kept, somebody is told; another life of the device goes on.
    void aForkStopsTheStream_data()
    {
        QTest::addColumn<int>("copiedAt");
        QTest::addColumn<int>("firstPushed");
        QTest::newRow("the last number twice") << 3 << 3;
        QTest::newRow("numbers twice, pushed from the beginning") << 2 << 0;
        QTest::newRow("another past under the next number") << 1 << 4;
    }
    void aForkStopsTheStream()
    {
        QFETCH(int, copiedAt);
        QFETCH(int, firstPushed);
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        for (int i = 0; i < 4; ++i)
            one.open();
        REQUIRE_ANSWER(one.pushAll());
        const QByteArrayList held = one.events;
        one.goBackTo(copiedAt);
        while (one.events.size() < 5)
            one.open();
        const auto forked = one.push(one.pushOf(firstPushed));
        REQUIRE_ANSWER(forked);
        QVERIFY(forked->forked);
        QCOMPARE(forked->acknowledged, 4);
        QCOMPARE(forked->verdicts.size(), qMax(0, copiedAt - firstPushed));
        const auto aside = center->office().aside(100).value();
        QCOMPARE(aside.size(), 5 - qMax(copiedAt, firstPushed));
        QCOMPARE(center->office().open(aside.last()).value(), one.events[qMax(copiedAt, firstPushed)]);
        QCOMPARE(aside.first().reason, hub::AsideLine::Reason::Fork);
        QCOMPARE(center->office().alarms(true, 10)->size(), 1);

        QVERIFY(one.push(one.pushOf(firstPushed))->forked); // kept once, told once
        QCOMPARE(center->office().aside(100)->size(), aside.size());
        QCOMPARE(center->office().alarms(true, 10)->size(), 1);
        QCOMPARE(bytesOf(one.pullAll()), held);
        one.beginIncarnation(2);
        one.open();
        QVERIFY(!one.pushAll()->forked);
        QCOMPARE(one.pullAll().size(), 5);
    }

    void anOlderLifeMayStillSend()
    {
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        const QString caseId = one.open();
        one.write(caseId, domain::FieldEntered{u"note"_s, u"早先"_s});
        const wire::Push old = one.pushOf(0);
        one.beginIncarnation(2);
        one.write(caseId, domain::FieldEntered{u"other"_s, u"后来"_s});
        QCOMPARE(one.pushAll()->acknowledged, 1);
        const auto late = one.push(old);
        REQUIRE_ANSWER(late);
        QCOMPARE(late->acknowledged, 2);
        QCOMPARE(one.pullAll().size(), 3);
        const QList<hub::Alarm> told = center->office().alarms(true, 10).value();
        QCOMPARE(told.size(), 2);
        QCOMPARE(told.constFirst().kind, u"double"_s); // it may be in use twice
        QCOMPARE(told.constLast().kind, u"disputed"_s); // what came first had no case yet
        QCOMPARE(told.constFirst().device, one.writer.device);
        one.write(caseId, domain::FieldEntered{u"third"_s, u"再后来"_s});
        QCOMPARE(one.push(one.pushOf(1))->verdicts.constFirst().judgement, domain::Judgement());
    }

    /// What did not know of each other is judged by the common order; nothing is dropped.
    void concurrentActsAreJudged()
    {
        Window one(*center, u"001"_s), two(*center, u"002"_s);
        for (Window *window : {&one, &two})
            REQUIRE_ANSWER(window->enrol(u"hubin"_s));
        const QString caseId = one.open();
        REQUIRE_ANSWER(one.pushAll());
        two.tips = one.tips;
        one.write(caseId, domain::FieldEntered{u"phone"_s, u"13800000001"_s});
        two.write(caseId, domain::FieldEntered{u"phone"_s, u"13800000002"_s});
        two.write(caseId, domain::FieldEntered{u"address"_s, u"样例路1号"_s});
        QCOMPARE(one.push(one.pushOf(1))->verdicts.constFirst().judgement, domain::Judgement());
        const auto judged = two.pushAll();
        REQUIRE_ANSWER(judged);
        QCOMPARE(judged->verdicts[0].judgement, (domain::Judgement{Standing::InConflict, u"field-differs"_s}));
        QCOMPARE(judged->verdicts[1].judgement, domain::Judgement());
        const QList<Entry> entries = one.pullAll();
        QCOMPARE(bytesOf(entries), one.events + two.events);
        QCOMPARE(entries[2].judgement, judged->verdicts[0].judgement);

        // Who has seen both ends goes on from both.
        const QList<journal::Hash> ends{one.tips[caseId].constFirst(), two.tips[caseId].constFirst()};
        one.write(caseId, domain::FieldEntered{u"note"_s, u"都看见了"_s}, ends);
        QCOMPARE(one.push(one.pushOf(2))->verdicts.constFirst().judgement, domain::Judgement());
        one.write(caseId, domain::FieldEntered{u"note"_s, u"接着写"_s});
        QCOMPARE(one.push(one.pushOf(3))->verdicts.constFirst().judgement, domain::Judgement());
    }

    void aPushIsBoundedInBothDirections()
    {
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        const QString caseId = one.open();
        const QString page(300'000, u'长'); // 900 KB: two of them are more than one answer
        for (int i = 0; i < 3; ++i)
            one.write(caseId, domain::FieldEntered{u"note"_s, page + QString::number(i)});
        REQUIRE_ANSWER(one.pushAll());
        const auto first = one.pull();
        REQUIRE_ANSWER(first);
        QVERIFY(first->more);
        QCOMPARE(first->entries.size(), 3);
        QCOMPARE(bytesOf(one.pullAll()), one.events);
    }

    void aBadPushLeavesNothing_data();
    void aBadPushLeavesNothing();

    /// Whatever bytes arrive with a good signature: refused, or what is there already; never more, never the hub's own failure.
    void spoiltBodiesAreRefused()
    {
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        one.open({domain::FieldEntered{u"note"_s, u"一"_s}, domain::ItemDropped{u"x"_s}});
        REQUIRE_ANSWER(one.pushAll());
        const QByteArray body = wire::toLines(one.pushOf(0));
        std::mt19937 chance(20261122);
        for (int round = 0; round < 300; ++round) {
            QByteArray spoilt = body;
            for (auto changes = chance() % 4 + 1; changes > 0; --changes) {
                const auto at = qsizetype(chance() % size_t(spoilt.size()));
                switch (chance() % 3) {
                case 0:
                    spoilt[at] = char(chance());
                    break;
                case 1:
                    spoilt.remove(at, qsizetype(chance() % 40));
                    break;
                default:
                    spoilt.insert(at, spoilt.mid(qsizetype(chance() % size_t(spoilt.size())), 30));
                }
                if (spoilt.isEmpty())
                    spoilt = "x";
            }
            const bool isPacked = chance() % 4 == 0;
            const hub::Response response = one.ask("POST", "/sync/v1/push", spoilt,
                                                   isPacked ? QHash<QByteArray, QByteArray>{{"content-encoding", "deflate"}}
                                                            : QHash<QByteArray, QByteArray>());
            QVERIFY2(response.status == 400 || response.status == 401 || spoilt == body, QByteArray::number(response.status) + spoilt);
        }
        QCOMPARE(bytesOf(one.pullAll()), one.events);
        QVERIFY(center->office().aside(10)->isEmpty());
    }

    void theHubIsAWriterToo()
    {
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        const QString caseId = one.open();
        REQUIRE_ANSWER(one.pushAll());
        for (const char *text : {"one", "two"})
            QVERIFY(hub::appendOwn(center->engine, caseId, {domain::FieldEntered{u"note"_s, QLatin1String(text)}, domain::ItemDropped{u"x"_s}}));
        const QByteArrayList pulled = bytesOf(one.pullAll()).mid(1);
        QCOMPARE(pulled.size(), 4);
        journal::Hash prev(journal::hashSize, '\0');
        journal::Hash seen = journal::hashOf(one.events.constLast());
        for (qsizetype i = 0; i < pulled.size(); ++i) {
            const auto envelope = journal::readEnvelope(pulled[i]);
            QVERIFY(envelope);
            QCOMPARE(envelope->seq, i + 1);
            QCOMPARE(envelope->prev, prev);
            QCOMPARE(envelope->parents, QList<journal::Hash>{seen});
            prev = seen = journal::hashOf(pulled[i]);
        }
        QCOMPARE(hub::appendOwn(center->engine, freshUuid(), {domain::ItemDropped{u"x"_s}}).error().kind, base::Error::Kind::Missing);
    }
};

namespace {

using Spoil = std::function<void(wire::Push &, Window &)>;

/// Signs again, so that only what was spoilt is wrong.
void signAgain(wire::Push &push, const Window &window)
{
    push.tip = journal::hashOf(push.events.constLast());
    push.signature = window.key.sign(wire::eventsPurpose, wire::tipToSign(push.writer, push.first + push.events.size() - 1, push.tip));
}

Spoil replacing(const QByteArray &what, const QByteArray &by)
{
    return [=](wire::Push &push, Window &window) {
        push.events.last().replace(what, by);
        signAgain(push, window);
    };
}

}
Q_DECLARE_METATYPE(Spoil)

void TestHubPushing::aBadPushLeavesNothing_data()
{
    using Code = wire::Problem::Code;
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const Spoil &spoil, Code code = Code::BadRequest) { QTest::newRow(name) << spoil << int(code); };
    row("a byte of an event changed", [](wire::Push &push, Window &) { push.events[1][40] = '9'; });
    row("another tip", [](wire::Push &push, Window &) { push.tip[3] = char(push.tip[3] ^ 1); });
    row("another signature", [](wire::Push &push, Window &) { push.signature[9] = char(push.signature[9] ^ 1); }, Code::BadSignature);
    row("signed by somebody else", [](wire::Push &push, Window &) {
        const auto other = people::WindowKey::fromSeed(base::Secret::random(32));
        push.signature = other.sign(wire::eventsPurpose, wire::tipToSign(push.writer, 3, push.tip));
    }, Code::BadSignature);
    row("signed for another purpose", [](wire::Push &push, Window &window) {
        push.signature = window.key.sign(wire::requestPurpose, wire::tipToSign(push.writer, 3, push.tip));
    }, Code::BadSignature);
    row("of another device", [](wire::Push &push, Window &) { push.writer.device = freshUuid(); });
    row("numbers moved by one", [](wire::Push &push, Window &window) { push.first = 2; signAgain(push, window); });
    row("two events changed places", [](wire::Push &push, Window &window) { push.events.swapItemsAt(0, 1); signAgain(push, window); });
    row("an event left out", [](wire::Push &push, Window &window) { push.events.removeAt(1); signAgain(push, window); });
    row("no JSON", replacing("{", "["));
    row("cut off", [](wire::Push &push, Window &window) { push.events.last().chop(1); signAgain(push, window); });
    row("nothing but brackets", [](wire::Push &push, Window &window) { push.events.last() = QByteArray(5000, '['); signAgain(push, window); });
    row("no case", replacing("\"case\"", "\"cage\""));
    row("a case that is no UUID", [](wire::Push &push, Window &window) {
        const qsizetype at = push.events.last().indexOf("\"case\":\"") + 8;
        push.events.last().replace(at, 36, "'; DROP TABLE event; --");
        signAgain(push, window);
    });
    row("a number that is a text", replacing("\"seq\":3", "\"seq\":\"3\""));
    row("a number that is half", replacing("\"seq\":3", "\"seq\":3.5"));
    row("a life that is none", replacing("\"inc\":1", "\"inc\":0"));
    row("parents that are no hashes", replacing("\"parents\":[", "\"parents\":[\"00\","));
    row("no type", replacing("\"type\":\"", "\"type\":\"\",\"t\":\""));
    row("a line break inside", replacing("{", "{\n"));
}

void TestHubPushing::aBadPushLeavesNothing()
{
    QFETCH(Spoil, spoil);
    QFETCH(int, code);
    Window one(*center);
    REQUIRE_ANSWER(one.enrol(u"hubin"_s));
    const QString caseId = one.open();
    one.write(caseId, domain::FieldEntered{u"note"_s, u"一"_s});
    one.write(caseId, domain::FieldEntered{u"note"_s, u"二"_s});
    wire::Push push = one.pushOf(0);
    spoil(push, one);
    const auto refused = one.push(push);
    QVERIFY(!refused);
    QCOMPARE(int(refused.error().code), code);
    QVERIFY2(!refused.error().detail.contains(u'一'), qPrintable(refused.error().detail));
    QVERIFY(one.pullAll().isEmpty());
    QCOMPARE(one.pushAll()->acknowledged, 3);
    QCOMPARE(bytesOf(one.pullAll()), one.events);
}

QTEST_GUILESS_MAIN(TestHubPushing)
#include "tst_hubpushing.moc"
