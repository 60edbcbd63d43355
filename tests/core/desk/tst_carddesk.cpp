#include "core/desk/carddesk.h"
#include "tests/support/fakecardreader.h"
#include "tests/support/fakes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using desk::CardDesk;
using devices::CardTrouble;
using devices::CardTroubleKind;
using domain::CardFault;
using support::FakeCardReader;
using support::sampleCard;

/// One card at a time, for whoever asked last, and only a sound one.
class TestCardDesk : public QObject
{
    Q_OBJECT

private slots:
    void aCardIsLookedAtBeforeItIsGiven_data()
    {
        QTest::addColumn<devices::CardRead>("read");
        QTest::addColumn<bool>("isGiven");
        QTest::addColumn<QList<CardFault>>("faults");
        const auto row = [](const char *name, auto change, bool isGiven, const QList<CardFault> &faults) {
            domain::PersonCard card = sampleCard();
            change(card);
            QTest::newRow(name) << devices::CardRead(card) << isGiven << faults;
        };
        row("sound", [](auto &) {}, true, {});
        row("expired", [](auto &c) { c.forLong = false; c.until = QDate(2026, 11, 20); }, true, {CardFault::Expired});
        row("misread", [](auto &c) { c.number = u"110105194912310021"_s; }, false, {CardFault::WrongCheckDigit});
        row("misread and expired",
            [](auto &c) { c.number = u"110105194912310021"_s; c.forLong = false; c.until = QDate(2026, 11, 20); }, false,
            {CardFault::WrongCheckDigit, CardFault::Expired});
        QTest::newRow("no card") << devices::CardRead(tl::unexpected(CardTrouble{CardTroubleKind::NoCard, u"1"_s})) << false
                                 << QList<CardFault>();
    }
    void aCardIsLookedAtBeforeItIsGiven()
    {
        QFETCH(devices::CardRead, read);
        QFETCH(bool, isGiven);
        QFETCH(QList<CardFault>, faults);
        support::FakeClock clock;
        FakeCardReader reader;
        CardDesk desk(&reader, clock);
        std::optional<CardDesk::Answer> answer;
        desk.ask(this, [&](const CardDesk::Answer &given) { answer = given; });
        QVERIFY(desk.isReading() && !answer);
        reader.put(read);
        QVERIFY(answer);
        QCOMPARE(answer->card.has_value(), isGiven);
        QCOMPARE(answer->faults, faults);
        QCOMPARE(int(answer->trouble.kind), int(read ? CardTroubleKind::NoReader : read.error().kind));
        QVERIFY(!desk.isReading());
    }

    void whoAskedLastIsAnswered()
    {
        support::FakeClock clock;
        FakeCardReader reader;
        CardDesk desk(&reader, clock);
        QStringList heard;
        auto first = std::make_unique<QObject>();
        const auto hear = [&](const QString &who) {
            return [&heard, who](const CardDesk::Answer &given) { heard << who + (given.card ? u" card"_s : u" none"_s); };
        };
        desk.ask(first.get(), hear(u"first"_s));
        QObject second;
        desk.ask(&second, hear(u"second"_s));
        QCOMPARE(heard, QStringList{u"first none"_s});
        desk.cancel(first.get()); // waits for nothing any more
        QVERIFY(reader.isReading());
        reader.put(sampleCard());
        QCOMPARE(heard.last(), u"second card"_s);
        desk.ask(first.get(), hear(u"first"_s));
        first.reset();
        reader.put(sampleCard()); // nobody is there to be told
        QCOMPARE(heard.size(), 2);
        desk.ask(&second, hear(u"second"_s));
        desk.cancel(&second);
        QCOMPARE(heard.last(), u"second none"_s);
    }

    void withoutAReaderThatIsSaidAtOnce()
    {
        support::FakeClock clock;
        CardDesk desk(nullptr, clock);
        std::optional<CardDesk::Answer> answer;
        desk.ask(this, [&](const CardDesk::Answer &given) { answer = given; });
        QVERIFY(answer && !answer->card);
        QCOMPARE(int(answer->trouble.kind), int(CardTroubleKind::NoReader));
        QVERIFY(desk.title().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCardDesk)
#include "tst_carddesk.moc"
