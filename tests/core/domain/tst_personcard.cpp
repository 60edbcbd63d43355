#include "core/domain/personcard.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::CardFault;
using domain::PersonCard;

/// What is read from a card is checked before anything is taken from it.
class TestPersonCard : public QObject
{
    Q_OBJECT

private:
    static PersonCard soundCard()
    {
        return {.name = u"测试样"_s,
                .sex = u"女"_s,
                .ethnicity = u"汉"_s,
                .birth = QDate(1949, 12, 31),
                .address = u"样例市样例路1号"_s,
                .number = u"11010519491231002X"_s,
                .authority = u"样例市公安局"_s,
                .from = QDate(2016, 3, 1),
                .until = QDate(2026, 3, 1)};
    }

private slots:
    void aCardIsJudged_data()
    {
        QTest::addColumn<PersonCard>("card");
        QTest::addColumn<QList<CardFault>>("faults");
        QTest::addColumn<bool>("isTaken");
        const auto row = [](const char *name, auto change, const QList<CardFault> &faults, bool isTaken) {
            PersonCard card = soundCard();
            change(card);
            QTest::newRow(name) << card << faults << isTaken;
        };
        row("sound, on its last day", [](PersonCard &) {}, {}, true);
        row("for long", [](PersonCard &c) { c.until = {}; c.forLong = true; }, {}, true);
        row("only name and number", [](PersonCard &c) { c = {.name = c.name, .number = c.number}; }, {}, true);
        row("a rare character", [](PersonCard &c) { c.name = u"𠮷㛃"_s; }, {}, true);
        row("a foreigner's card", [](PersonCard &c) { c = {.name = u"SAMPLE JANE"_s, .number = u"911124198108030024"_s}; }, {}, true);
        row("no name", [](PersonCard &c) { c.name.clear(); }, {CardFault::NameMissing}, false);
        row("a name that is none", [](PersonCard &c) { c.name = u"<b>张</b>"_s; }, {CardFault::NameMalformed}, false);
        row("no number", [](PersonCard &c) { c.number.clear(); c.sex.clear(); }, {CardFault::NumberMissing}, false);
        row("fifteen digits", [](PersonCard &c) { c.number = u"110105491231002"_s; }, {CardFault::NumberMalformed}, false);
        row("check digit", [](PersonCard &c) { c.number = u"110105194912310021"_s; }, {CardFault::WrongCheckDigit}, false);
        row("born on another day", [](PersonCard &c) { c.birth = QDate(1949, 12, 30); }, {CardFault::BirthDiffers}, false);
        row("of the other sex", [](PersonCard &c) { c.sex = u"男"_s; }, {CardFault::SexDiffers}, false);
        row("expired yesterday", [](PersonCard &c) { c.until = QDate(2026, 2, 28); }, {CardFault::Expired}, true);
        row("valid from tomorrow", [](PersonCard &c) { c.from = QDate(2026, 3, 2); }, {CardFault::NotYetValid}, true);
    }
    void aCardIsJudged()
    {
        QFETCH(PersonCard, card);
        QFETCH(bool, isTaken);
        const QList<CardFault> faults = domain::cardFaults(card, QDate(2026, 3, 1));
        QTEST(faults, "faults");
        QCOMPARE(std::ranges::none_of(faults, domain::isGrave), isTaken);
    }

    void aCardIsCleaned()
    {
        const PersonCard card = domain::cleanedCard({.name = u"  测　试 样\n"_s,
                                                     .sex = u"女 "_s,
                                                     .ethnicity = u"土家族"_s,
                                                     .address = u"样例路1号\u0000 \t2单元  "_s,
                                                     .number = u"１１０１０５ 19491231-002x"_s,
                                                     .authority = u" 样例市公安局"_s});
        QCOMPARE(card.name, u"测试样"_s);
        QCOMPARE(card.sex, u"女"_s);
        QCOMPARE(card.ethnicity, u"土家"_s);
        QCOMPARE(card.address, u"样例路1号 2单元"_s);
        QCOMPARE(card.number, u"11010519491231002X"_s);
        QCOMPARE(domain::cleanedCard({.name = u"ANA MARIA"_s}).name, u"ANA MARIA"_s);
        QCOMPARE(domain::cleanedCard({.ethnicity = u"族"_s}).ethnicity, u"族"_s);
    }

    void anEthnicityHasACode_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("name");
        for (const auto &[code, name] : {std::pair{u"01"_s, u"汉"_s}, {u"1"_s, u"汉"_s}, {u"05"_s, u"维吾尔"_s}, {u"29"_s, u"柯尔克孜"_s},
                                         {u"56"_s, u"基诺"_s}, {u"57"_s, QString()}, {u"00"_s, QString()}, {u"汉"_s, QString()}, {u"-1"_s, QString()}})
            QTest::addRow("%s", qPrintable(code)) << code << name;
    }
    void anEthnicityHasACode()
    {
        QFETCH(QString, code);
        QTEST(domain::ethnicityOf(code), "name");
    }
};

QTEST_APPLESS_MAIN(TestPersonCard)
#include "tst_personcard.moc"
