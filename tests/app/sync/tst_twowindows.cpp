#include "tests/app/sync/linkedwindow.h"
#include "tests/app/sync/relay.h"

using namespace Qt::StringLiterals;

namespace {

constexpr int longWait = 60'000; // milliseconds; the machine of a test may be busy
const QString phone = u"applicant-phone"_s;

void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    for (const QString &name : QDir(from).entryList(QDir::Files)) {
        QFile::remove(to + u'/' + name);
        QVERIFY(QFile::copy(from + u'/' + name, to + u'/' + name));
    }
}

}

/// Two real windows, a real hub in a process of its own, and a cable between them that fails in every way.
class TestTwoWindows : public QObject
{
    Q_OBJECT

private:
    struct Place {
        Place() : hub(std::make_unique<HubProgram>(folder.filePath(u"hub"_s)))
        {
            relay.setHub(hub->port());
            a.emplace(folder.filePath(u"a"_s), u"001"_s);
            b.emplace(folder.filePath(u"b"_s), u"002"_s);
        }
        bool join() { return a->join(*hub, relay.url()) && b->join(*hub, relay.url()); }
        void startHub()
        {
            hub = std::make_unique<HubProgram>(folder.filePath(u"hub"_s));
            relay.setHub(hub->port());
        }
        bool settles()
        {
            a->link->retry();
            b->link->retry();
            return QTest::qWaitFor([&] { return a->hasSentAll() && b->hasSentAll(); }, longWait);
        }
        bool sameCase(const QString &id)
        {
            return QTest::qWaitFor([&] { return !a->caseOf(id).id.isEmpty() && a->caseOf(id) == b->caseOf(id); }, longWait);
        }

        QTemporaryDir folder;
        std::unique_ptr<HubProgram> hub;
        Relay relay;
        std::optional<LinkedWindow> a, b;
    };

private slots:
    void anActAtOneWindowShowsAtTheOther()
    {
        Place place;
        QVERIFY(place.join());
        const auto work = place.a->open(u"张一"_s);
        const QString id = work->file().id;
        QVERIFY(place.sameCase(id));
        QElapsedTimer time;
        time.start();
        QVERIFY(work->perform(domain::EnterField{phone, u"13800000001"_s}));
        QVERIFY(QTest::qWaitFor([&] { return place.b->caseOf(id).fields.value(phone) == u"13800000001"_s; }, longWait));
        qInfo("seen at the other window after %lld ms", time.elapsed());
        QVERIFY(place.b->hall->reception->resume(id));
        QVERIFY(place.settles());
        QCOMPARE(place.hub->command({u"verify"_s}).code, 0);
    }

    void whatWasDoneBeforeJoiningGoesThereAtOnce()
    {
        Place place;
        const QString id = place.a->open(u"周三"_s)->file().id;
        QVERIFY(place.join());
        constexpr int soon = 20'000; // milliseconds; well before the worker looks by itself
        QVERIFY(QTest::qWaitFor([&] { return place.a->hasSentAll(); }, soon));
        QVERIFY(QTest::qWaitFor([&] { return !place.b->caseOf(id).id.isEmpty(); }, soon));
    }

    /// The cable is out at both; they work on the same field. Nothing is dropped, both see the same, a person is told at both.
    void bothWorkWithTheCableOut()
    {
        Place place;
        QVERIFY(place.join());
        const QString id = place.a->open(u"李二"_s)->file().id;
        QVERIFY(place.sameCase(id));
        QSignalSpy toldA(place.a->link.get(), &desk::HubLink::contradicted);
        QSignalSpy toldB(place.b->link.get(), &desk::HubLink::contradicted);
        place.relay.pullOut();
        QVERIFY(place.a->enter(id, phone, u"13800000001"_s));
        QVERIFY(place.b->enter(id, phone, u"13800000002"_s));
        QVERIFY(QTest::qWaitFor([&] { return place.a->link->status().contact == syncing::Status::Contact::Silent; }, longWait));
        QVERIFY(place.a->link->status().figures.events > 0);
        QCOMPARE(place.a->link->queue(10).value().size(), 1);
        QCOMPARE(place.a->caseOf(id).fields.value(phone), u"13800000001"_s);

        place.relay.plugIn();
        QVERIFY(place.settles());
        QVERIFY(place.sameCase(id));
        const domain::Case merged = place.a->caseOf(id);
        QCOMPARE(merged.conflicts.size(), 1);
        QCOMPARE(merged.conflicts.constFirst().kind, domain::Conflict::Kind::Field);
        const QSet<QString> values{merged.conflicts.constFirst().shown, merged.conflicts.constFirst().other};
        QCOMPARE(values, (QSet<QString>{u"13800000001"_s, u"13800000002"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(toldA.count() + toldB.count() > 0, longWait);
    }

    /// Cut off within every few thousand bytes, the hub killed in between.
    void nothingIsLostOnABadLine()
    {
        Place place;
        QVERIFY(place.join());
        QStringList ids;
        place.relay.cutWithin(6000);
        for (int i = 0; i < 12; ++i) {
            ids << place.a->open(u"王%1"_s.arg(i))->file().id;
            QVERIFY(place.a->enter(ids.constLast(), phone, u"1390000%1"_s.arg(1000 + i)));
            QVERIFY(place.b->open(u"赵%1"_s.arg(i)));
            place.a->link->retry();
            place.b->link->retry();
            QTest::qWait(60);
            if (i == 4 || i == 8) {
                place.hub->kill();
                QTest::qWait(100);
                place.startHub();
            }
        }
        QVERIFY(place.relay.cuts() > 0);
        place.relay.cutWithin(0);
        place.relay.breakAll();
        QVERIFY(place.settles());
        for (const QString &id : ids)
            QVERIFY(place.sameCase(id));
        QTRY_COMPARE_WITH_TIMEOUT(place.a->hall->reception->cases(false, 100).value().size(), 24, longWait);
        QTRY_COMPARE_WITH_TIMEOUT(place.b->hall->reception->cases(false, 100).value().size(), 24, longWait);
        const HubProgram::Said verified = place.hub->command({u"verify"_s});
        QVERIFY2(verified.code == 0, verified.out + verified.err);
        QVERIFY(place.a->hall->profile->journal().verify());
        QVERIFY(place.b->hall->profile->journal().verify());
    }

    /// The hub's disk was put back from a copy of yesterday: the windows bring what it lacks.
    void theHubIsPutBackFromYesterday()
    {
        Place place;
        QVERIFY(place.join());
        const QString early = place.a->open(u"早"_s)->file().id;
        QVERIFY(place.settles());
        QVERIFY(place.sameCase(early));
        QCOMPARE(place.hub->end(), 0);
        copyFolder(place.folder.filePath(u"hub"_s), place.folder.filePath(u"yesterday"_s));
        place.startHub();
        const QString late = place.a->open(u"晚"_s)->file().id;
        QVERIFY(place.b->enter(early, phone, u"13800000009"_s));
        QVERIFY(place.settles());
        QVERIFY(place.sameCase(late));
        QVERIFY(place.sameCase(early));

        QCOMPARE(place.hub->end(), 0);
        QDir(place.folder.filePath(u"hub"_s)).removeRecursively();
        copyFolder(place.folder.filePath(u"yesterday"_s), place.folder.filePath(u"hub"_s));
        QCOMPARE(HubProgram::commandOn(place.folder.filePath(u"hub"_s), {u"new-epoch"_s}).code, 0);
        place.startHub();
        QVERIFY(place.settles());
        QVERIFY(place.sameCase(late));
        QVERIFY(place.sameCase(early));
        QCOMPARE(place.b->caseOf(early).fields.value(phone), u"13800000009"_s);
        const QString after = place.b->open(u"后"_s)->file().id;
        QVERIFY(place.sameCase(after));
        QCOMPARE(place.hub->command({u"verify"_s}).code, 0);
    }

    void aWindowThatWasAwayCatchesUp()
    {
        Place place;
        QVERIFY(place.join());
        place.b->stop();
        QStringList ids;
        for (int i = 0; i < 30; ++i)
            ids << place.a->open(u"钱%1"_s.arg(i))->file().id;
        QVERIFY(QTest::qWaitFor([&] { return place.a->hasSentAll(); }, longWait));
        place.b->start();
        for (const QString &id : ids)
            QVERIFY(place.sameCase(id));
    }

    void aWrongCodeIsSaid()
    {
        Place place;
        QSignalSpy failed(place.a->link.get(), &desk::HubLink::enrolmentFailed);
        place.a->link->enrol(place.relay.url(), u"AAAA-BBBB-CCCC-DDDD"_s);
        QVERIFY(failed.wait(20'000));
        QCOMPARE(failed.constFirst().constFirst().value<syncing::Trouble>().problem.code, wire::Problem::Code::WrongCode);
        QVERIFY(!place.a->link->place());
        place.relay.pullOut();
        place.a->link->enrol(place.relay.url(), u"AAAA-BBBB-CCCC-DDDD"_s);
        QVERIFY(failed.wait(20'000));
        QCOMPARE(failed.constLast().constFirst().value<syncing::Trouble>().kind, syncing::Trouble::Kind::Unreachable);
    }

    /// The clock of the PC is years off: the hub says so, and it goes on by the hub's.
    void aClockThatIsYearsOff()
    {
        Place place;
        QVERIFY(place.join());
        syncing::HubClock clock;
        clock.hear(QDateTime(QDate(2041, 5, 6), QTime(7, 8), Qt::UTC), 0);
        syncing::HttpLine line(place.relay.url());
        syncing::SignedLine asking(line, place.a->hall->profile->keys().window, clock);
        const journal::Identity &identity = place.a->hall->profile->journal().identity();
        std::optional<int> status;
        asking.send({identity.device, identity.incarnation}, {.target = "/sync/v1/library"}, this,
                    [&](const syncing::SignedLine::Outcome &outcome) { status = outcome ? outcome->status : 0; });
        QVERIFY(QTest::qWaitFor([&] { return status.has_value(); }, longWait));
        QCOMPARE(*status, 200);
        QVERIFY(qAbs(clock.now().secsTo(QDateTime::currentDateTimeUtc())) < 60);
    }
};

QTEST_GUILESS_MAIN(TestTwoWindows)
#include "tst_twowindows.moc"
