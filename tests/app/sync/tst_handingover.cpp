#include "core/desk/handoverlease.h"
#include "core/domain/clearing.h"
#include "tests/app/sync/linkedwindow.h"
#include "tests/app/sync/relay.h"
#include "tests/support/filing.h"

using namespace Qt::StringLiterals;
using desk::HandoverLease;
using Answer = HandoverLease::Answer;

namespace {

constexpr int longWait = 60'000; // milliseconds; the machine of a test may be busy
const QString applicant = u"司徒样例"_s;

}

/// Results at two real windows with a real hub: one is handed over once, and where that could not be kept from happening, everybody
/// is told.
class TestHandingOver : public QObject
{
    Q_OBJECT

private:
    /// A window with the question that goes before a hand-over.
    struct Desk {
        explicit Desk(LinkedWindow &itsWindow)
            : window(itsWindow), lease(*itsWindow.link, itsWindow.hall->profile->journal(), name())
        {
        }
        QString name() const { return window.hall->profile->hall().windowName; }
        void ask(const QString &caseId, const QStringList &items)
        {
            answer.reset();
            lease.ask(caseId, items, &lease, [this](const HandoverLease::Outcome &outcome) { answer = outcome; });
        }
        bool hasAnswer() const { return QTest::qWaitFor([&] { return answer.has_value(); }, longWait); }
        void perform(const QString &caseId, const domain::LifeCommand &command) const
        {
            const auto work = window.hall->reception->resume(caseId);
            if (!work)
                qFatal("no case");
            support::must(**work, command);
        }
        void receive(const QString &caseId, const QStringList &items) const
        {
            for (const QString &item : items)
                perform(caseId, domain::ReceiveResult{item, name(), u"邮车"_s, {}});
        }
        void handOver(const QString &caseId, const QStringList &items) const
        {
            perform(caseId, domain::DeliverItems{items, {.way = domain::Collection::Window, .collector = applicant,
                                                          .relation = domain::themselves, .signedFor = true}});
        }

        LinkedWindow &window;
        HandoverLease lease;
        std::optional<HandoverLease::Outcome> answer;
    };
    struct Place {
        Place() : hub(folder.filePath(u"hub"_s))
        {
            relay.setHub(hub.port());
            a.emplace(folder.filePath(u"a"_s), u"001"_s);
            b.emplace(folder.filePath(u"b"_s), u"002"_s);
        }
        /// A decided case of which A keeps the results and B knows.
        bool begin()
        {
            if (!a->join(hub, relay.url()) || !b->join(hub, relay.url()))
                return false;
            const auto work = a->open(applicant);
            support::decideAll(*work);
            id = work->file().id;
            for (const auto &[line, item] : domain::itemsOf(work->file(), work->guide()))
                items << line.item.id;
            deskA.emplace(*a);
            deskB.emplace(*b);
            deskA->receive(id, items);
            return sameCase();
        }
        bool sameCase()
        {
            return QTest::qWaitFor(
                [&] { return a->hasSentAll() && b->hasSentAll() && !a->caseOf(id).id.isEmpty() && a->caseOf(id) == b->caseOf(id); },
                longWait);
        }
        bool pullOut()
        {
            relay.pullOut();
            return QTest::qWaitFor([&] { return isSilent(*a) && isSilent(*b); }, longWait);
        }
        static bool isSilent(const LinkedWindow &window)
        {
            return window.link->status().contact == syncing::Status::Contact::Silent;
        }
        void plugIn()
        {
            relay.plugIn();
            a->link->retry();
            b->link->retry();
        }

        QTemporaryDir folder;
        HubProgram hub;
        Relay relay;
        std::optional<LinkedWindow> a, b;
        std::optional<Desk> deskA, deskB;
        QString id;
        QStringList items; ///< wanted together
    };

private slots:
    void aWindowWithoutHubAsksNobody()
    {
        QTemporaryDir folder;
        LinkedWindow alone(folder.filePath(u"a"_s), u"001"_s);
        Desk desk(alone);
        desk.ask(alone.open(applicant)->file().id, {u"any"_s});
        QVERIFY(desk.answer.has_value());
        QCOMPARE(desk.answer->answer, Answer::Granted);
    }

    void twoAtOnce_data()
    {
        QTest::addColumn<bool>("keeperFirst");
        QTest::newRow("the keeper asks first") << true;
        QTest::newRow("the other asks first") << false;
    }
    void twoAtOnce()
    {
        QFETCH(bool, keeperFirst);
        Place place;
        QVERIFY(place.begin());
        Desk &first = keeperFirst ? *place.deskA : *place.deskB;
        Desk &second = keeperFirst ? *place.deskB : *place.deskA;
        first.ask(place.id, place.items);
        second.ask(place.id, place.items);
        QVERIFY(first.hasAnswer() && second.hasAnswer());
        const QSet<Answer> answers{first.answer->answer, second.answer->answer};
        QCOMPARE(answers, (QSet<Answer>{Answer::Granted, Answer::Elsewhere}));
        Desk &leased = first.answer->answer == Answer::Granted ? first : second;
        Desk &refused = &leased == &first ? second : first;
        QCOMPARE(refused.answer->holder, leased.name());
        QVERIFY(refused.answer->until.isValid());

        leased.handOver(place.id, place.items);
        QVERIFY(place.sameCase());
        refused.ask(place.id, place.items);
        QVERIFY(refused.hasAnswer());
        QCOMPARE(refused.answer->answer, Answer::HandedOver);
        QVERIFY(domain::openConflicts(place.a->caseOf(place.id)).isEmpty());
    }

    void onlyTheKeeperWorksWithoutTheHub()
    {
        Place place;
        QVERIFY(place.begin());
        QVERIFY(place.pullOut());
        place.deskA->ask(place.id, place.items);
        QVERIFY(place.deskA->answer.has_value()); // at once
        QCOMPARE(place.deskA->answer->answer, Answer::Granted);
        place.deskB->ask(place.id, place.items);
        QVERIFY(place.deskB->lease.isAsking());
        QVERIFY(place.deskB->hasAnswer());
        QCOMPARE(place.deskB->answer->answer, Answer::Offline);
        QCOMPARE(place.deskB->answer->holder, place.deskA->name());

        place.deskB->ask(place.id, place.items);
        place.deskB->lease.cancel();
        QVERIFY(!place.deskB->lease.isAsking());
        QTest::qWait(100);
        QVERIFY(!place.deskB->answer.has_value());

        place.deskB->receive(place.id, place.items); // the paper came there
        place.deskB->ask(place.id, place.items);
        QVERIFY(place.deskB->answer.has_value());
        QCOMPARE(place.deskB->answer->answer, Answer::Granted);
        place.plugIn();
        QVERIFY(place.sameCase());
        place.deskA->ask(place.id, place.items); // not the keeper any more, and the hub says yes
        QVERIFY(place.deskA->hasAnswer());
        QCOMPARE(place.deskA->answer->answer, Answer::Granted);
    }

    /// Both without the hub, each believing to be the keeper: both acts are kept, the second does not count, and everybody hears of it.
    void handedOverTwice()
    {
        Place place;
        QVERIFY(place.begin());
        QVERIFY(place.pullOut());
        QSignalSpy toldA(place.a->link.get(), &desk::HubLink::contradicted);
        QSignalSpy toldB(place.b->link.get(), &desk::HubLink::contradicted);
        place.deskB->receive(place.id, place.items);
        for (Desk *desk : {&*place.deskA, &*place.deskB}) {
            desk->ask(place.id, place.items);
            QVERIFY(desk->answer.has_value());
            QCOMPARE(desk->answer->answer, Answer::Granted);
            desk->handOver(place.id, place.items);
        }
        place.plugIn();
        QVERIFY(place.sameCase());
        const QList<domain::Conflict> open = domain::openConflicts(place.a->caseOf(place.id));
        const auto twice = std::ranges::find(open, domain::Conflict::Kind::HandOver, &domain::Conflict::kind);
        QVERIFY(twice != open.end());
        QVERIFY(place.a->caseOf(place.id).life.items.value(place.items.constFirst()).delivery);
        QTRY_VERIFY_WITH_TIMEOUT(toldA.count() > 0 && toldB.count() > 0, longWait);
        for (LinkedWindow *window : {&*place.a, &*place.b}) {
            const auto history = window->hall->profile->journal().historyOf(place.id).value();
            const auto isHandOver = [](const domain::Placed &placed) {
                const auto *life = std::get_if<domain::LifeFact>(&placed.event.fact);
                return life && std::holds_alternative<domain::ItemsDelivered>(*life);
            };
            QCOMPARE(std::ranges::count_if(history, isHandOver), 2);
        }
        const QByteArray alarms = place.hub.command({u"alarms"_s}).out;
        QVERIFY2(alarms.contains("handed-over-twice"), alarms.constData());
        QCOMPARE(place.hub.command({u"verify"_s}).code, 0);
    }
};

QTEST_GUILESS_MAIN(TestHandingOver)
#include "tst_handingover.moc"
