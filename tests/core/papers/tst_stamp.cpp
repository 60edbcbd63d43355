#include "core/domain/casenumber.h"
#include "core/papers/stamp.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::PaperKind;
using papers::Stamp;

namespace {

QString numberOf(int serial)
{
    return domain::CaseNumber{u"411202"_s, u"001"_s, u"A1"_s, QDate(2026, 11, 21), serial}.text();
}
const QByteArray keyId = QByteArray::fromHex("0001020304050607");
const QByteArray signature(64, '\xA5');

Stamp receipt()
{
    return {.caseNumber = numberOf(1),
            .kind = PaperKind::FilingReceipt,
            .number = 1,
            .issuedAt = QDateTime(QDate(2026, 11, 21), QTime(1, 2, 3), Qt::UTC),
            .lines = 12};
}

}

class TestStamp : public QObject
{
    Q_OBJECT

private slots:
    void itComesBackFromEveryCode_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("address") << u"https://zw.example.cn/c/"_s + numberOf(1);
        QTest::newRow("without a hub") << u"yichuang:c/"_s + numberOf(1);
        QTest::newRow("typed by a scanner in groups") << domain::groupedNumber(numberOf(1)).toLower();
        QTest::newRow("address with a path of its own") << u"https://zw.example.cn/Sanmenxia/c/"_s + numberOf(1);
    }
    void itComesBackFromEveryCode()
    {
        QFETCH(const QString, code);
        for (int kind = 0; kind <= int(PaperKind::DeliveryRecord); ++kind) {
            Stamp stamp = receipt();
            stamp.kind = static_cast<PaperKind>(kind);
            stamp.number = kind + 1;
            const QString scanned = papers::stampedCode(code, stamp, keyId, signature);
            const auto read = papers::readStamp(scanned);
            QVERIFY(read);
            QVERIFY(read->stamp == stamp);
            QCOMPARE(read->keyId, keyId);
            QCOMPARE(read->signature, signature);
            QCOMPARE(domain::readCaseNumber(scanned)->text(), numberOf(1));
        }
    }

    /// What every QR code holds in five and a half bits a character, so that the code stays small.
    void inCapitals_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("start"); ///< empty: not in capitals
        QTest::newRow("address") << u"https://zw.example.cn/c/"_s + numberOf(1) << u"HTTPS://ZW.EXAMPLE.CN/C/"_s;
        QTest::newRow("with a port") << u"http://10.0.0.7:8080/c/"_s + numberOf(1) << u"HTTP://10.0.0.7:8080/C/"_s;
        QTest::newRow("without a hub") << u"yichuang:c/"_s + numberOf(1) << u"YICHUANG:C/"_s;
        QTest::newRow("a path of its own") << u"https://zw.example.cn/Sanmenxia/c/"_s + numberOf(1) << QString();
        QTest::newRow("in Chinese") << u"https://政务.cn/c/"_s + numberOf(1) << QString();
    }
    void inCapitals()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, start);
        const QString stamped = papers::stampedCode(code, receipt(), keyId, signature);
        static const QRegularExpression dense(u"^[0-9A-Z $%*+./:-]+$"_s);
        QCOMPARE(dense.match(stamped).hasMatch(), !start.isEmpty());
        if (!start.isEmpty())
            QCOMPARE(stamped.left(stamped.size() - 126), start + numberOf(1) + u'.');
        else
            QCOMPARE(stamped.section(u'#', 0, 0), code);
    }

    void aScannerMayChangeTheCase()
    {
        const QString stamped = papers::stampedCode(u"yichuang:c/"_s + numberOf(1), receipt(), keyId, signature);
        const auto read = papers::readStamp(stamped.toLower());
        QVERIFY(read);
        QVERIFY(read->stamp == receipt());
        QCOMPARE(read->signature, signature);
    }

    /// Printed before the stamps were written in capitals.
    void oldPapersAreRead()
    {
        const QString printed
            = u"https://zw.example.cn/c/"_s + numberOf(1)
            + u"#AQEADABrAO2LAAECAwQFBgelpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWl"_s;
        const auto read = papers::readStamp(printed);
        QVERIFY(read);
        QVERIFY(read->stamp == receipt());
        QCOMPARE(read->keyId, keyId);
        QCOMPARE(read->signature, signature);
    }

    void everyPartIsSigned()
    {
        const QByteArray bytes = papers::signedBytes(receipt());
        QList<Stamp> others(5, receipt());
        others[0].caseNumber = numberOf(2);
        others[1].kind = PaperKind::CorrectionNotice;
        others[2].number = 2;
        others[3].issuedAt = others[3].issuedAt.addSecs(1);
        others[4].lines = 11;
        for (const Stamp &other : others)
            QVERIFY(papers::signedBytes(other) != bytes);
    }

    void whatIsNoStampIsNone_data()
    {
        const QString code = u"yichuang:c/"_s + numberOf(1);
        const QString whole = papers::stampedCode(code, receipt(), keyId, signature);
        QTest::addColumn<QString>("scanned");
        QTest::addColumn<bool>("wantsToBe");
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("a number") << numberOf(1) << false;
        QTest::newRow("a code without one") << code << false;
        QTest::newRow("empty") << code + u'.' << true;
        QTest::newRow("cut") << whole.chopped(1) << true;
        QTest::newRow("longer") << whole + u"0000"_s << true;
        QTest::newRow("a group longer") << whole + QString(14, u'0') << true;
        QTest::newRow("no digits") << whole.chopped(1) + u'!' << true;
        QTest::newRow("more than bytes can say") << whole.chopped(14) + QString(14, u'Z') << true;
        QTest::newRow("in groups with dots") << domain::groupedNumber(numberOf(1)).replace(u'-', u'.') << false;
        QTest::newRow("an address without a number") << u"https://zw.example.cn/g/a.b"_s << false;
        const QString old = u"https://zw.example.cn/Sanmenxia/c/"_s + numberOf(1);
        const QString oldWhole = papers::stampedCode(old, receipt(), keyId, signature);
        QTest::newRow("old, empty") << old + u'#' << true;
        QTest::newRow("old, cut") << oldWhole.chopped(1) << true;
        QTest::newRow("no base64") << oldWhole.chopped(1) + u'!' << true;
        const QByteArray later(81, '\xff');
        QTest::newRow("of a later version")
            << code + u'#' + QString::fromLatin1(later.toBase64(QByteArray::Base64UrlEncoding)) << true;
        QTest::newRow("wrong number") << u"yichuang:c/411202#AAAA"_s << false;
        QTest::newRow("a megabyte") << code + u'#' + QString(1 << 20, u'A') << false;
        QTest::newRow("a megabyte of digits") << code + u'.' + QString(1 << 20, u'A') << false;
    }
    void whatIsNoStampIsNone()
    {
        QFETCH(const QString, scanned);
        QFETCH(const bool, wantsToBe);
        QVERIFY(!papers::readStamp(scanned));
        QCOMPARE(papers::hasStamp(scanned), wantsToBe);
    }
};

QTEST_GUILESS_MAIN(TestStamp)
#include "tst_stamp.moc"
