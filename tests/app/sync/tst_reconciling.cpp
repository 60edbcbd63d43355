#include "tests/app/sync/linkedwindow.h"
#include "tests/app/sync/relay.h"
#include "core/sync/receiptlane.h"
#include "core/wire/messages.h"
#include "tests/support/filing.h"

using namespace Qt::StringLiterals;
using journal::ReceiptDay;

namespace {

constexpr int longWait = 60'000; // milliseconds; the machine of a test may be busy
const QDate workDay(2026, 3, 5); // of the windows' clocks

/// Files \a work and prints its receipt.
QString printReceipt(desk::CaseWork &work, const QString &print)
{
    support::file(work);
    if (!work.perform(domain::RequestPrint{print, {domain::PaperKind::FilingReceipt}}) || !work.perform(domain::ReportSpooled{print, u"P1"_s})
        || !work.perform(domain::ReportPrinted{print}))
        qFatal("not printed");
    return work.file().number;
}

ReceiptDay dayOf(const LinkedWindow &window)
{
    for (const ReceiptDay &day : window.link->receiptDays(100).value_or(QList<ReceiptDay>())) {
        if (day.day == workDay)
            return day;
    }
    return {};
}

}

/// What windows printed, and what a real hub has of it.
class TestReconciling : public QObject
{
    Q_OBJECT

private:
    struct Place {
        Place() : hub(folder.filePath(u"hub"_s))
        {
            relay.setHub(hub.port());
            a.emplace(folder.filePath(u"a"_s), u"001"_s);
            b.emplace(folder.filePath(u"b"_s), u"002"_s);
        }
        bool join() { return a->join(hub, relay.url()) && b->join(hub, relay.url()); }
        QByteArray supervisor() const { return hub.command({u"receipts"_s, u"--day"_s, workDay.toString(Qt::ISODate)}).out; }
        bool agrees(LinkedWindow &window, int receipts)
        {
            return QTest::qWaitFor(
                [&] {
                    const ReceiptDay day = dayOf(window);
                    return day.receipts == receipts && day.told == day.revision && !day.differs();
                },
                longWait);
        }

        QTemporaryDir folder;
        HubProgram hub;
        Relay relay;
        std::optional<LinkedWindow> a, b;
    };

private slots:
    /// By themselves: a day that is past is told as soon as its events are at the hub, and again when it changes.
    void everyReceiptIsMatched()
    {
        Place place;
        QVERIFY(place.join());
        const QString first = printReceipt(*place.a->open(u"张一"_s), u"p1"_s);
        QVERIFY(place.agrees(*place.a, 1));
        QVERIFY(!place.supervisor().contains(first.toUtf8()));
        printReceipt(*place.a->open(u"张二"_s), u"p2"_s);
        QVERIFY(place.agrees(*place.a, 2));
    }

    /// An older program at the window pushes, and this one never did: the receipt is in the list, its events are not at the hub.
    void whatIsNotAtTheHubIsSaid()
    {
        Place place;
        QVERIFY(place.join());
        QVERIFY(QTest::qWaitFor([&] { return place.a->hasSentAll(); }, longWait));
        place.relay.pullOut();
        const QString number = printReceipt(*place.a->open(u"李一"_s), u"p1"_s);
        const QString folder = place.folder.filePath(u"a"_s);

        // The list alone reaches the hub, not the events.
        {
            const auto outbox = journal::Outbox::open(folder, place.a->hall->profile->keys().profile).value();
            syncing::HttpLine line(QUrl(u"http://127.0.0.1:%1"_s.arg(place.hub.port())));
            syncing::HubClock clock;
            syncing::SignedLine signedLine(line, place.a->hall->profile->keys().window, clock);
            syncing::ReceiptLane lane(*outbox, signedLine);
            QSignalSpy moved(&lane, &syncing::ReceiptLane::moved);
            lane.tellAll();
            QVERIFY(QTest::qWaitFor([&] { return moved.count() >= 2; }, longWait)); // that day and today
        }
        QCOMPARE(dayOf(*place.a).unknownToHub, QStringList{number});
        const QByteArray seen = place.supervisor();
        QVERIFY2(seen.contains(number.toUtf8()), seen.constData());
        QCOMPARE(place.hub.command({u"receipts"_s, u"--day"_s, workDay.toString(Qt::ISODate)}).code, 1);

        place.relay.plugIn();
        place.a->link->retry();
        QVERIFY(QTest::qWaitFor([&] { return place.a->hasSentAll(); }, longWait));
        place.a->link->retry(); // at once, not within the minute
        QVERIFY(place.agrees(*place.a, 1));
        QVERIFY(!place.supervisor().contains(number.toUtf8()));
    }

    /// A window whose record was lost begins anew: the hub has receipts of it that its list does not name, until they come back.
    void whatOnlyTheHubHasIsSaid()
    {
        Place place;
        QVERIFY(place.join());
        const QString number = printReceipt(*place.a->open(u"王一"_s), u"p1"_s);
        QVERIFY(place.agrees(*place.a, 1));
        wire::ReceiptList empty{.day = workDay, .receipts = {}};
        std::optional<wire::ReceiptDifferences> answer;
        place.a->link->ask({.method = "POST", .target = "/sync/v1/receipts", .type = wire::jsonType, .body = wire::toJson(empty)}, this,
                           [&](const syncing::SignedLine::Outcome &outcome) {
                               answer = outcome ? wire::receiptDifferencesFrom(outcome->body).value() : wire::ReceiptDifferences();
                           });
        QVERIFY(QTest::qWaitFor([&] { return answer.has_value(); }, longWait));
        QCOMPARE(answer->notListed, QStringList{number});
        QVERIFY(place.supervisor().contains(number.toUtf8()));
    }

    /// A hub that was put back lacks the lists too: told anew, by itself.
    void aHubThatWasPutBackIsToldAnew()
    {
        Place place;
        QVERIFY(place.join());
        printReceipt(*place.a->open(u"赵一"_s), u"p1"_s);
        QVERIFY(place.agrees(*place.a, 1));
        const QDateTime before = dayOf(*place.a).toldAt;
        QCOMPARE(place.hub.command({u"new-epoch"_s}).code, 0);
        place.a->link->retry();
        QVERIFY(QTest::qWaitFor([&] { return dayOf(*place.a).toldAt > before; }, longWait));
        QVERIFY(place.agrees(*place.a, 1));
    }
};

QTEST_GUILESS_MAIN(TestReconciling)
#include "tst_reconciling.moc"
