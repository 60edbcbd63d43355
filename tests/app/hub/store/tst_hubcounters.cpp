#include "tests/app/hub/store/storetest.h"

#include <QSet>

#include <mutex>

using namespace hubworld;
using Code = wire::Problem::Code;

/// What counters share: the right to hand over, legal numbers, the day's receipts.
class TestHubCounters : public StoreTest
{
    Q_OBJECT

private slots:
    /// Sync rule 21: one at a time, for a short while, and not what was handed over already.
    void oneDeviceAtATimeMayHandOver()
    {
        Window one(*center), two(*center, u"002"_s), far(*center, u"003"_s);
        for (Window *window : {&one, &two})
            REQUIRE_ANSWER(window->enrol(u"hubin"_s));
        REQUIRE_ANSWER(far.enrol(u"shanzhou"_s));
        const QString caseId = one.open();
        REQUIRE_ANSWER(one.pushAll());
        const auto lease = [&](Window &window, const QString &item) {
            return answerOf<wire::Lease>(window.ask("POST", "/sync/v1/leases", wire::toJson(wire::LeaseWish{caseId, item})), wire::leaseFrom);
        };
        QVERIFY(lease(one, u"id-card"_s)->granted);
        const auto refused = lease(two, u"id-card"_s);
        REQUIRE_ANSWER(refused);
        QVERIFY(!refused->granted);
        QCOMPARE(refused->holder, one.card().card.window);
        QCOMPARE(refused->until, center->clock.now().toUTC().addSecs(60));
        QVERIFY(lease(two, u"licence"_s)->granted);
        QVERIFY(lease(one, u"id-card"_s)->granted); // it has it already
        QCOMPARE(lease(far, u"id-card"_s).error().code, Code::Unknown);
        center->clock.time = center->clock.time.addSecs(61);
        QVERIFY(lease(two, u"id-card"_s)->granted);
        one.write(caseId, domain::CaseFiled{center->clock.now().addSecs(7200)});
        one.write(caseId, domain::LifeFact(domain::ItemAccepted{u"id-card"_s, {}}));
        one.write(caseId, domain::LifeFact(domain::ItemDecided{u"id-card"_s, {}}));
        one.write(caseId, domain::LifeFact(domain::ResultArrived{u"id-card"_s, u"发证窗口"_s, u"公安"_s}));
        one.write(caseId, domain::LifeFact(domain::ItemsDelivered{{u"id-card"_s}, {}}));
        REQUIRE_ANSWER(one.pushAll());
        center->clock.time = center->clock.time.addSecs(61);
        QVERIFY(!lease(one, u"id-card"_s)->granted);
    }

    /// Sync rule 22, with four threads that ask at once.
    void noLegalNumberIsGivenTwice()
    {
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        QSet<int> given;
        std::mutex mutex;
        bool isTwice = false;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i) {
                threads.emplace_back([&] {
                    for (int round = 0; round < 10; ++round) {
                        const wire::SerialWish wish{u"湖卫"_s, u"acceptance-notice"_s, 2026, 7, freshUuid()};
                        const auto block = answerOf<wire::SerialBlock>(one.ask("POST", "/sync/v1/serials", wire::toJson(wish)),
                                                                       wire::serialBlockFrom);
                        const std::scoped_lock lock(mutex);
                        for (int number = block ? block->from : 0; block && number <= block->to; ++number) {
                            isTwice = isTwice || given.contains(number);
                            given.insert(number);
                        }
                    }
                });
            }
        }
        QVERIFY(!isTwice);
        QCOMPARE(given.size(), 4 * 10 * 7);
        QCOMPARE(*std::ranges::max_element(given), 4 * 10 * 7);
        wire::SerialWish other{u"湖卫"_s, u"acceptance-notice"_s, 2027, 7, freshUuid()};
        const auto block = answerOf<wire::SerialBlock>(one.ask("POST", "/sync/v1/serials", wire::toJson(other)), wire::serialBlockFrom);
        QCOMPARE(block->from, 1);
        other.count = 1001;
        QCOMPARE(one.ask("POST", "/sync/v1/serials", wire::toJson(other)).status, 400);
    }

    /// The answer did not reach the window, or it was killed before it wrote it down: it asks again, four times at once.
    void theSameWishHasTheSameNumbers()
    {
        Window one(*center), two(*center, u"002"_s);
        for (Window *window : {&one, &two})
            REQUIRE_ANSWER(window->enrol(u"hubin"_s));
        const auto numbers = [](Window &window, const wire::SerialWish &wish) {
            return answerOf<wire::SerialBlock>(window.ask("POST", "/sync/v1/serials", wire::toJson(wish)), wire::serialBlockFrom);
        };
        const wire::SerialWish wish{u"湖卫"_s, u"acceptance-notice"_s, 2026, 20, u"wish-1"_s, 5};
        std::array<std::optional<wire::SerialBlock>, 4> same;
        {
            std::vector<std::jthread> threads;
            for (auto &slot : same) {
                threads.emplace_back([&] {
                    if (const auto block = numbers(one, wish))
                        slot = *block;
                });
            }
        }
        for (const auto &block : same)
            QCOMPARE(block, std::optional(wire::SerialBlock{6, 25})); // above what the window had already
        wire::SerialWish other = wish;
        other.id = u"wish-2"_s;
        other.above = 0;
        QCOMPARE(numbers(one, other).value(), (wire::SerialBlock{26, 45}));
        QCOMPARE(numbers(two, wish).value(), (wire::SerialBlock{46, 65})); // an id is of one device
        QCOMPARE(numbers(one, wish).value(), (wire::SerialBlock{6, 25})); // also later
        other.year = 2027;
        QCOMPARE(numbers(one, other).error().code, Code::BadRequest); // another series under the same id
        other = wish;
        other.id = u"wish-3"_s;
        other.above = 200'000;
        QCOMPARE(numbers(one, other).error().code, Code::BadRequest); // a slip of the pen does not use the series up
        const hub::Counters counters = center->office().counters();
        QVERIFY(counters.passOver(wish, 300));
        QVERIFY(counters.passOver(wish, 200)); // no step back
        other.above = 0;
        QCOMPARE(numbers(one, other).value(), (wire::SerialBlock{301, 320}));
        QVERIFY(center->office().newEpoch());
        other.id = u"wish-4"_s;
        QCOMPARE(numbers(one, other).value(), (wire::SerialBlock{1321, 1340})); // what a lost copy may have given away
        const auto blocks = counters.blocks();
        QCOMPARE(blocks->size(), 5);
        QCOMPARE(blocks->at(2).device, two.card().writer.device);
        QCOMPARE(blocks->at(0).series.id, wish.id);
        QCOMPARE(blocks->at(0).at, center->clock.now().toUTC());
        QVERIFY(!counters.passOver({u"a\nb"_s, u"x"_s, 2026}, 3));
    }

    /// What the citizen has in hand is on record, or somebody is told (issue 6, point 7).
    void receiptsAreCompared()
    {
        Window one(*center), two(*center, u"002"_s);
        for (Window *window : {&one, &two})
            REQUIRE_ANSWER(window->enrol(u"hubin"_s));
        const QString good = filedAndPrinted(one), failed = filedAndPrinted(one, false);
        filedAndPrinted(one);
        QStringList numbers;
        for (const QByteArray &event : one.events) {
            const auto envelope = journal::readEnvelope(event);
            QVERIFY(envelope);
            if (const auto *opened = std::get_if<domain::CaseOpened>(&envelope->event.fact))
                numbers << opened->number;
        }
        const QDate day = center->clock.now().date();
        wire::ReceiptList list{day, {{numbers[0], center->clock.now().toUTC(), 1}, {numbers[2], center->clock.now().toUTC(), 1}}};
        const auto compare = [&] {
            return answerOf<wire::ReceiptDifferences>(one.ask("POST", "/sync/v1/receipts", wire::toJson(list)), wire::receiptDifferencesFrom);
        };
        QCOMPARE(compare().value(), (wire::ReceiptDifferences{{numbers[0], numbers[2]}, {}})); // nothing was sent yet
        REQUIRE_ANSWER(one.push(one.pushOf(0, 5)));
        QCOMPARE(center->office().counters().receiptsOf(day)->first().differences, (wire::ReceiptDifferences{{numbers[2]}, {}}));
        REQUIRE_ANSWER(one.pushAll());
        QCOMPARE(compare().value(), wire::ReceiptDifferences());
        list.receipts.removeLast();
        QCOMPARE(compare().value(), (wire::ReceiptDifferences{{}, {numbers[2]}}));
        const auto windows = center->office().counters().receiptsOf(day).value();
        QCOMPARE(windows.size(), 2);
        QVERIFY(windows[0].sent && windows[0].differences.notListed == QStringList{numbers[2]});
        QVERIFY(!windows[1].sent && windows[1].differences == wire::ReceiptDifferences());
        QVERIFY(center->office().counters().receiptsOf(day.addDays(1))->first().differences == wire::ReceiptDifferences());
        QVERIFY(good != failed);
    }

    /// Names and codes from outside that no honest window sends.
    void hostileWordsAreRefused_data()
    {
        QTest::addColumn<QString>("word");
        QTest::newRow("a zero byte") << u"id"_s + QChar(0) + u"card"_s;
        QTest::newRow("a line break") << u"id\ncard"_s;
        QTest::newRow("too long") << QString(101, u'长');
        QTest::newRow("quotes") << u"'; DROP TABLE event; --"_s;
        QTest::newRow("brackets") << u"{\"],\\x"_s;
    }
    void hostileWordsAreRefused()
    {
        QFETCH(QString, word);
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        const QString caseId = one.open();
        REQUIRE_ANSWER(one.pushAll());
        const bool isOddOnly = word.size() < 100 && !word.contains(QChar(0)) && !word.contains(u'\n'); // may be a name after all
        const auto post = [&](const QByteArray &target, const QByteArray &body) { return one.ask("POST", target, body).status; };
        const int expected = isOddOnly ? 200 : 400;
        QCOMPARE(post("/sync/v1/leases", wire::toJson(wire::LeaseWish{word, u"id-card"_s})), 404);
        QCOMPARE(post("/sync/v1/leases", wire::toJson(wire::LeaseWish{caseId, word})), expected);
        QCOMPARE(post("/sync/v1/serials", wire::toJson(wire::SerialWish{word, u"notice"_s, 2026, 1, u"w1"_s})), expected);
        QCOMPARE(post("/sync/v1/serials", wire::toJson(wire::SerialWish{u"organ"_s, u"notice"_s, 2026, 1, word})), expected);
        const wire::ReceiptList list{center->clock.now().date(), {{word, center->clock.now().toUTC(), 1}}};
        QCOMPARE(post("/sync/v1/receipts", wire::toJson(list)), expected);
        const QByteArray query = "?case=" + word.toUtf8().toPercentEncoding() + "&length=10";
        QCOMPARE(one.ask("HEAD", "/sync/v1/blobs/" + QByteArray(64, 'a') + query).status, 404);
        QVERIFY(!hub::moveCase(center->engine, word, u"hubin"_s));
    }

private:
    /// A case with a receipt that came out of the printer, or did not.
    QString filedAndPrinted(Window &window, bool cameOut = true)
    {
        const QString print = freshUuid();
        return window.open({domain::CaseFiled{center->clock.now().addSecs(7200)},
                            domain::PrintRequested{print, {domain::PaperKind::FilingReceipt, 1, {}}, 1},
                            domain::PrintSpooled{print, u"A4"_s},
                            cameOut ? domain::Fact(domain::PrintDone{print}) : domain::Fact(domain::PrintFailed{print, u"缺纸"_s})});
    }
};

QTEST_GUILESS_MAIN(TestHubCounters)
#include "tst_hubcounters.moc"
