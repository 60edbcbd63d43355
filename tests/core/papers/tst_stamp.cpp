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
        QTest::newRow("empty") << code + u'#' << true;
        QTest::newRow("cut") << whole.chopped(1) << true;
        QTest::newRow("longer") << whole + u"AAAA"_s << true;
        QTest::newRow("no base64") << whole.chopped(1) + u'!' << true;
        const QByteArray later(81, '\xff');
        QTest::newRow("of a later version")
            << code + u'#' + QString::fromLatin1(later.toBase64(QByteArray::Base64UrlEncoding)) << true;
        QTest::newRow("wrong number") << u"yichuang:c/411202#AAAA"_s << false;
        QTest::newRow("a megabyte") << code + u'#' + QString(1 << 20, u'A') << false;
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
