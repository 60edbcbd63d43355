#include "core/domain/casenumber.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::CaseNumber;

class TestCaseNumber : public QObject
{
    Q_OBJECT

    const CaseNumber number{u"411202"_s, u"001"_s, u"A1"_s, QDate(2026, 11, 21), 42};

private slots:
    void textAndBack()
    {
        QCOMPARE(number.text().size(), 24);
        QVERIFY(number.text().startsWith(u"411202001A1202611210042"_s));
        QCOMPARE(domain::readCaseNumber(number.text()), number);
    }
    void asPeopleGiveIt_data()
    {
        QTest::addColumn<QString>("text");
        const QString plain = number.text();
        QTest::newRow("in groups") << domain::groupedNumber(plain);
        QTest::newRow("lower case") << plain.toLower();
        QTest::newRow("spaces") << u" "_s + plain.left(6) + u"  "_s + plain.mid(6) + u"\n"_s;
        QTest::newRow("scanned web address") << u"https://ywj.example.cn/c/"_s + plain;
        QTest::newRow("scanned without a hub") << u"yichuang:c/"_s + plain;
        QTest::newRow("in groups with dots") << domain::groupedNumber(plain).replace(u'-', u'.');
        QTest::newRow("stamped, as printed until 2026") << u"https://ywj.example.cn/c/"_s + plain + u"#AQ_-b"_s;
        QTest::newRow("stamped") << u"HTTPS://YWJ.EXAMPLE.CN/C/"_s + plain + u".0A1Z"_s;
        QTest::newRow("stamped, cut") << u"YICHUANG:C/"_s + plain + u'.';
    }
    void asPeopleGiveIt()
    {
        QFETCH(QString, text);
        QCOMPARE(domain::readCaseNumber(text), number);
    }
    void everySlipOfOneCharacterIsSeen()
    {
        const QString plain = number.text();
        const QString alphabet = u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"_s;
        for (qsizetype i = 0; i < plain.size(); ++i) {
            for (const QChar c : alphabet) {
                QString slip = plain;
                slip[i] = c;
                QVERIFY2(c == plain[i] || !domain::readCaseNumber(slip), qPrintable(slip));
            }
        }
    }
    void neighboursExchangedAreSeen()
    {
        const QString plain = number.text();
        for (qsizetype i = 0; i + 1 < plain.size(); ++i) {
            QString slip = plain;
            std::swap(slip[i], slip[i + 1]);
            QVERIFY2(slip == plain || !domain::readCaseNumber(slip), qPrintable(slip));
        }
    }
    void otherThings_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a search") << u"xinshenger"_s;
        QTest::newRow("an identity number") << u"41030219900307001X"_s;
        QTest::newRow("a book") << QString(5'000'000, u'4');
        QTest::newRow("a foreign code") << u"https://example.cn/c/../../etc/passwd"_s;
    }
    void otherThings()
    {
        QFETCH(QString, text);
        QVERIFY(!domain::readCaseNumber(text));
    }
};
QTEST_APPLESS_MAIN(TestCaseNumber)
#include "tst_casenumber.moc"
