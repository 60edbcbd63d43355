#include "core/sync/pulllane.h"
#include "core/sync/pushlane.h"
#include "tests/app/sync/directline.h"
#include "tests/core/journal/world.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int longWait = 60'000; // milliseconds; the machine of a test may be busy

/// A window with its journal and its two lanes, and a hub.
struct Place {
    Place() : hub(room), card(hub), line(hub), signedLine(line, card.key, clock)
    {
        journal = std::move(*profile.open());
        outbox = std::move(*journal::Outbox::open(profile.folder, profile.key));
        card.writer = {journal->identity().device, journal->identity().incarnation};
        card.mark = journal->identity().mark;
        if (!card.enrol(u"hubin"_s))
            qFatal("not enrolled");
        push.emplace(*outbox, signedLine, card.key);
        pull.emplace(*outbox, signedLine);
        // As the desk does it.
        QObject::connect(&*push, &syncing::PushLane::mustRenew, &*push, [this](int incarnation) {
            renewals << incarnation;
            if (!journal->renew(incarnation))
                qFatal("not renewed");
            push->askAnew();
        });
        QObject::connect(&*push, &syncing::PushLane::hubChanged, &*pull, &syncing::PullLane::startAgain);
        QObject::connect(&*pull, &syncing::PullLane::hubChanged, &*push, &syncing::PushLane::askAnew);
    }
    /// A case with so many \a events.
    void write(int events)
    {
        world::Clerk clerk(profile.clock);
        QList<domain::Fact> facts{domain::CaseOpened{clerk.id(), world::freshNumber(*journal, profile.clock.now().date()), {}}};
        for (int act = 1; act < events; ++act)
            facts.append(domain::FieldEntered{u"field-%1"_s.arg(act % 20), QString::number(act)});
        if (!clerk.record(*journal, facts))
            qFatal("not written");
    }
    qint64 acknowledged() const { return outbox->acknowledged()->constLast().second; }
    qint64 unsent() const { return outbox->figures()->events; }
    /// What the hub has of this device, in its order.
    QByteArrayList atHub() { return hubworld::bytesOf(card.pullAll()); }
    /// Takes in what arrives, as the desk does.
    void takePages()
    {
        QObject::connect(&*pull, &syncing::PullLane::arrived, &*pull,
                         [this](const QList<journal::FeedEntry> &entries, const journal::FeedCursor &next) {
                             taken += entries;
                             QTimer::singleShot(0, &*pull, [this, entries, next] {
                                 pull->taken(journal->takeIn(entries, next, hub.clock.now()).has_value());
                             });
                         });
    }

    hubworld::Room room{hubworld::Kind::Sqlite};
    hubworld::Hub hub;
    hubworld::Window card; ///< the key and the name of this window
    world::Profile profile;
    syncing::HubClock clock;
    DirectLine line;
    syncing::SignedLine signedLine;
    std::unique_ptr<journal::Journal> journal;
    std::unique_ptr<journal::Outbox> outbox;
    std::optional<syncing::PushLane> push;
    std::optional<syncing::PullLane> pull;
    QList<int> renewals;
    QList<journal::FeedEntry> taken;
};

}

/// The lanes of events alone: what they ask, in which order, and that they come to rest.
class TestEventLanes : public QObject
{
    Q_OBJECT

private slots:
    void backoffStaysShort()
    {
        syncing::Backoff backoff;
        for (int failure = 0; failure < 200; ++failure) {
            const int wait = backoff.next();
            QVERIFY(wait >= 0 && wait < qMin(20'000, 1000 << qMin(failure + 1, 10)));
        }
        for (const auto &[wanted, least] : {std::pair(0, 0), {30, 30'000}, {300, 300'000}, {86'400, 300'000}, {-5, 0}}) {
            const int wait = backoff.next(wanted);
            QVERIFY2(wait >= least && wait < least + 20'000, qPrintable(u"%1 for %2"_s.arg(wait).arg(wanted)));
        }
        backoff.reset();
        QVERIFY(backoff.next() < 2000);
    }

    void everyBatchArrivesOnce_data()
    {
        QTest::addColumn<int>("spoilt"); // which push
        QTest::addColumn<QString>("how");
        QTest::newRow("a quiet line") << -1 << QString();
        for (const int push : {1, 2, 3}) { // the first asks what the hub has
            for (const char *how : {"lost", "busy", "nonsense"})
                QTest::addRow("%s at push %d", how, push) << push << QString::fromLatin1(how);
        }
    }
    /// While the hub has a batch the next is ready already; whatever becomes of the first, nothing is sent in a wrong order.
    void everyBatchArrivesOnce()
    {
        QFETCH(int, spoilt);
        QFETCH(QString, how);
        Place place;
        place.write(1200);
        int pushes = 0;
        place.line.spoil = [&](const syncing::Call &, syncing::Reply &reply) {
            if (pushes++ != spoilt)
                return true;
            if (how == "busy"_L1)
                reply = {.status = 429, .headers = {{"content-type", wire::problemType}}, .body = wire::toJson(wire::Problem{wire::Problem::Code::Busy, {}, 0, {}}), .trouble = {}};
            else if (how == "nonsense"_L1)
                reply.body = "{}";
            return how != "lost"_L1;
        };
        place.push->askAnew();
        QTRY_COMPARE_WITH_TIMEOUT(place.unsent(), 0, longWait);
        QCOMPARE(place.acknowledged(), 1200);
        QTRY_VERIFY(place.push->isIdle());
        QCOMPARE(place.renewals, QList<int>());
        QCOMPARE(place.atHub().size(), 1200);
        QVERIFY(place.hub.office().alarms(true, 10).value().isEmpty());
    }

    /// What stands here already does not come a second time over the line.
    void ownEventsComeInBrief()
    {
        Place place;
        place.write(1200);
        place.push->askAnew();
        QTRY_COMPARE_WITH_TIMEOUT(place.unsent(), 0, longWait);
        place.takePages();
        const qsizetype before = place.line.replies.size();
        place.pull->look();
        QTRY_COMPARE_WITH_TIMEOUT(place.outbox->state()->cursor.hubSeq, 1200, longWait);
        QVERIFY(place.taken.isEmpty());
        qsizetype bytes = 0;
        for (qsizetype i = before; i < place.line.replies.size(); ++i)
            bytes += place.line.replies[i].body.size();
        QVERIFY2(bytes < 5000, qPrintable(QString::number(bytes)));
    }

    /// Places that are not known here, though the hub's acknowledgement is: then the whole event is asked for, and decides.
    void whatDiffersComesWhole()
    {
        Place place;
        place.write(40);
        place.push->askAnew();
        QTRY_COMPARE_WITH_TIMEOUT(place.unsent(), 0, longWait);
        QVERIFY(place.outbox->forgetPlaces(place.outbox->state()->epoch));
        place.takePages();
        place.pull->look();
        QTRY_COMPARE_WITH_TIMEOUT(place.outbox->state()->cursor.hubSeq, 40, longWait);
        QCOMPARE(place.taken.size(), 40);
        QTRY_VERIFY_WITH_TIMEOUT(place.line.calls.last().target.contains("own=brief"), longWait); // and the next time in brief again
    }

    /// An answer is lost, so what is at the hub has no place here; the feed brings it.
    void theFeedBringsPlacesToo()
    {
        Place place;
        place.write(20);
        place.line.spoil = [&](const syncing::Call &call, syncing::Reply &reply) {
            return !call.target.startsWith("/sync/v1/push") || reply.status != 200; // what it says of the time is heard
        };
        place.push->look();
        QTRY_COMPARE_WITH_TIMEOUT(place.atHub().size(), 20, longWait);
        place.takePages();
        place.pull->look();
        QTRY_COMPARE_WITH_TIMEOUT(place.outbox->state()->cursor.hubSeq, 20, longWait);
        QVERIFY(place.taken.isEmpty());
        QCOMPARE(place.unsent(), 20); // until the hub itself says that it has them
        place.line.spoil = {};
        QTRY_COMPARE_WITH_TIMEOUT(place.unsent(), 0, longWait);
    }

    /// A stream that the hub has stopped is told again by the next incarnation, once.
    void aStoppedStreamRenewsOnce()
    {
        Place place;
        place.write(20);
        place.card.open(); // a copy of this profile was quicker, under the same numbers
        QVERIFY(place.card.pushAll().has_value());
        place.push->askAnew();
        QTRY_VERIFY_WITH_TIMEOUT(!place.renewals.isEmpty() && place.unsent() == 0, longWait);
        for (int again = 0; again < 5; ++again) { // e.g. at every start of the program
            place.push->askAnew();
            QTRY_VERIFY_WITH_TIMEOUT(place.push->isIdle(), longWait);
        }
        QCOMPARE(place.renewals, QList<int>{1});
        QCOMPARE(place.journal->identity().incarnation, 2);
        QCOMPARE(place.atHub().size(), 21);
    }

    /// A page is being taken in while the other lane learns that the hub was put back: the cursor behind that page is none of its feed.
    void aPageUnderWayMovesNoCursor()
    {
        Place place;
        hubworld::Window other(place.hub, u"002"_s, u"B2"_s);
        QVERIFY(other.enrol(u"hubin"_s).has_value());
        other.open();
        QVERIFY(other.pushAll().has_value());
        QSignalSpy arrived(&*place.pull, &syncing::PullLane::arrived);
        place.pull->look();
        QTRY_COMPARE_WITH_TIMEOUT(arrived.size(), 1, longWait);
        const auto entries = arrived[0][0].value<QList<journal::FeedEntry>>();
        const auto next = arrived[0][1].value<journal::FeedCursor>();
        QVERIFY(place.outbox->forgetPlaces(u"another epoch"_s));
        place.pull->startAgain();
        QVERIFY(place.journal->takeIn(entries, next, place.hub.clock.now()).has_value());
        place.pull->taken(true);
        QCOMPARE(place.outbox->state()->cursor, journal::FeedCursor());
        QTRY_COMPARE_WITH_TIMEOUT(arrived.size(), 2, longWait); // and it comes again, from the beginning
        QCOMPARE(arrived[1][0].value<QList<journal::FeedEntry>>().size(), entries.size());
    }

    /// While one page is taken in the next is fetched; nothing is handed out before, and one that failed is not passed over.
    void theNextPageIsFetchedAhead()
    {
        Place place;
        hubworld::Window other(place.hub, u"002"_s, u"B2"_s);
        QVERIFY(other.enrol(u"hubin"_s).has_value());
        const QString caseId = other.open();
        for (int i = 0; i < 1100; ++i)
            other.write(caseId, domain::FieldEntered{u"field"_s, QString::number(i)});
        for (int from = 0; from < 1101; from += 500)
            QVERIFY(other.push(other.pushOf(from, 500)).has_value());
        QSignalSpy arrived(&*place.pull, &syncing::PullLane::arrived);
        place.pull->look();
        QTRY_COMPARE_WITH_TIMEOUT(arrived.size(), 1, longWait);
        QTRY_COMPARE_WITH_TIMEOUT(place.line.count("/sync/v1/pull?cursor=500."), 1, longWait);
        QTRY_COMPARE_WITH_TIMEOUT(place.line.replies.size(), place.line.calls.size(), longWait);
        QCOMPARE(arrived.size(), 1);
        place.pull->taken(false); // e.g. the disk was full
        QTRY_COMPARE_WITH_TIMEOUT(arrived.size(), 2, longWait);
        QCOMPARE(arrived[1][1].value<journal::FeedCursor>(), arrived[0][1].value<journal::FeedCursor>());
        place.takePages();
        const auto entries = arrived[1][0].value<QList<journal::FeedEntry>>();
        QVERIFY(place.journal->takeIn(entries, arrived[1][1].value<journal::FeedCursor>(), place.hub.clock.now()).has_value());
        place.pull->taken(true);
        QTRY_COMPARE_WITH_TIMEOUT(place.outbox->state()->cursor.hubSeq, 1101, longWait);
        QCOMPARE(entries.size() + place.taken.size(), 1101);
        QCOMPARE(place.journal->eventsOf(caseId)->size(), 1101);
    }
};

QTEST_GUILESS_MAIN(TestEventLanes)
#include "tst_eventlanes.moc"
