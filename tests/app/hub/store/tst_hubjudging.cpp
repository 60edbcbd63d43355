#include "tests/app/hub/store/storetest.h"

#include <QMap>

#include <random>

using namespace hubworld;
using domain::Placed;

/// Windows that write on the same cases, push and pull in any order, as chance has it. What the hub judged, event by event as it came, is
/// what domain::merge() says of the whole history in the common order; and every window gets that same history.
class TestHubJudging : public StoreTest
{
    Q_OBJECT

    /// What one window knows of the cases.
    struct Desk {
        explicit Desk(Window fresh) : window(std::move(fresh)) { }

        /// Ends of a case among what it has written and pulled.
        QList<journal::Hash> ends(const QString &caseId) const
        {
            QSet<journal::Hash> seen;
            for (const Placed &event : known[caseId])
                seen.unite(QSet<journal::Hash>(event.seen.begin(), event.seen.end()));
            QList<journal::Hash> ends;
            for (const Placed &event : known[caseId]) {
                if (!seen.contains(event.id))
                    ends << event.id;
            }
            return ends;
        }
        void write(const QString &caseId, const domain::Fact &fact)
        {
            window.write(caseId, fact, ends(caseId));
            learn(window.events.constLast());
        }
        void learn(const QByteArray &bytes)
        {
            const auto envelope = journal::readEnvelope(bytes);
            const Placed event{envelope->event, journal::hashOf(bytes), envelope->parents,
                               domain::writerOf(envelope->device, envelope->incarnation)};
            if (!known[envelope->caseId].contains(event))
                known[envelope->caseId].append(event);
        }

        Window window;
        qsizetype sent = 0;
        wire::Cursor cursor;
        QMap<QString, QList<Placed>> known;
    };

private slots:
    void everybodyComesToTheSame_data()
    {
        QTest::addColumn<unsigned>("seed");
        const unsigned first = std::random_device{}();
        for (unsigned i = 0; i < 12; ++i)
            QTest::addRow("seed %u", first + i) << first + i;
    }
    void everybodyComesToTheSame()
    {
        QFETCH(unsigned, seed);
        std::mt19937 chance(seed);
        std::vector<Desk> desks;
        for (int i = 0; i < 4; ++i) {
            desks.emplace_back(Window(*center, u"%1"_s.arg(i + 1, 3, 10, QChar(u'0'))));
            REQUIRE_ANSWER(desks.back().window.enrol(u"hubin"_s));
        }
        QStringList cases;
        for (int step = 0; step < 250; ++step) {
            Desk &desk = desks[chance() % desks.size()];
            const auto what = chance() % 10;
            if (cases.size() < 3 && (what == 0 || cases.isEmpty())) {
                cases << open(desk);
            } else if (what < 6) {
                const QString caseId = cases[qsizetype(chance() % size_t(cases.size()))];
                if (desk.known.contains(caseId))
                    desk.write(caseId, someFact(chance));
            } else if (what < 8) {
                QVERIFY(push(desk, 1 + int(chance() % 9)));
            } else {
                pull(desk);
            }
        }
        for (Desk &desk : desks)
            QVERIFY(push(desk, 500));
        compare(desks);
    }

    /// The hub was put back: what follows from an opening comes before it. Everything counts once it is there.
    void theOpeningComesLast()
    {
        Window one(*center, u"001"_s), two(*center, u"002"_s, u"B1"_s);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        REQUIRE_ANSWER(two.enrol(u"hubin"_s));
        const QString caseId = one.open({domain::FieldEntered{u"note"_s, u"早"_s}});
        two.write(caseId, domain::CaseFiled{center->clock.now()}, one.tips[caseId]);
        two.write(caseId, domain::FieldEntered{u"note"_s, u"晚"_s});
        const auto early = two.pushAll();
        REQUIRE_ANSWER(early);
        for (const wire::Verdict &verdict : early->verdicts)
            QCOMPARE(verdict.judgement.standing, domain::Standing::Disputed);
        const auto late = one.pushAll();
        REQUIRE_ANSWER(late);
        for (const wire::Verdict &verdict : late->verdicts)
            QCOMPARE(verdict.judgement, domain::Judgement());
        const auto rows = center->store->begin(hub::Store::For::Reading).value();
        const hub::CaseLine line = rows->records().cases({caseId}).value().value(caseId);
        QVERIFY(!line.number.isEmpty());
        QVERIFY(line.filed);
        QCOMPARE(line.tips, two.tips[caseId]);
    }

private:
    static QString open(Desk &desk)
    {
        const QString caseId = desk.window.open();
        desk.learn(desk.window.events.constLast());
        return caseId;
    }

    static domain::Fact someFact(std::mt19937 &chance)
    {
        const QString value = QString::number(chance() % 3);
        const QString subject = u"subject-%1"_s.arg(chance() % 3);
        switch (chance() % 4) {
        case 0:
            return domain::VerdictGiven{subject, {.kind = chance() % 2 ? domain::VerdictKind::OriginalSeen : domain::VerdictKind::Missing}};
        case 1:
            return domain::ItemDropped{subject};
        case 2:
            return domain::SituationAnswered{subject, value};
        default:
            return domain::FieldEntered{subject, value};
        }
    }

    /// Sends some of what is unsent, and now and then some of it again.
    static bool push(Desk &desk, int most)
    {
        const qsizetype from = qMax<qsizetype>(0, desk.sent - most % 3);
        const auto answer = desk.window.push(desk.window.pushOf(from, most));
        if (!answer || answer->forked || answer->needsEarlier)
            return false;
        desk.sent = answer->acknowledged;
        return true;
    }

    static void pull(Desk &desk)
    {
        for (const QByteArray &bytes : bytesOf(desk.window.pullAll(&desk.cursor)))
            desk.learn(bytes);
    }

    static void compare(std::vector<Desk> &desks)
    {
        const QList<wire::Entry> entries = desks[0].window.pullAll();
        QMap<QString, QList<Placed>> histories;
        QMap<QString, QList<domain::Judgement>> judged;
        qsizetype written = 0;
        for (const wire::Entry &entry : entries) {
            const auto envelope = journal::readEnvelope(entry.bytes);
            QVERIFY(envelope);
            histories[envelope->caseId].append({envelope->event, journal::hashOf(entry.bytes), envelope->parents,
                                                domain::writerOf(envelope->device, envelope->incarnation)});
            judged[envelope->caseId].append(entry.judgement);
        }
        for (Desk &desk : desks) {
            written += desk.window.events.size();
            QCOMPARE(bytesOf(desk.window.pullAll()), bytesOf(entries));
            pull(desk); // what it did not have yet
            for (auto it = histories.cbegin(); it != histories.cend(); ++it)
                QCOMPARE(desk.known[it.key()].size(), it->size());
        }
        QCOMPARE(entries.size(), written);
        int conflicts = 0;
        for (auto it = histories.cbegin(); it != histories.cend(); ++it) {
            const domain::Merged merged = domain::merge(*it);
            QCOMPARE(judged[it.key()], merged.judgements);
            conflicts += int(merged.file.conflicts.size());
        }
        QVERIFY2(conflicts > 0, "nobody ever disagreed");
    }
};

QTEST_GUILESS_MAIN(TestHubJudging)
#include "tst_hubjudging.moc"
