#include "core/domain/casenumber.h"
#include "core/domain/scannedcode.h"
#include "core/codes/qrcode.h"
#include "core/scans/pagecodes.h"
#include "core/scans/picture.h"
#include "core/scans/sorter.h"
#include "tests/core/scans/samplepages.h"

#include <QPainter>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using scans::Sorter;
using Kind = Sorter::Place::Kind;

namespace {

QString caseNumber(int serial)
{
    return domain::CaseNumber{u"411202"_s, u"001"_s, u"A1"_s, QDate(2026, 11, 21), serial}.text();
}


/// A separator sheet as it is printed, at 200 dpi; \a codes side by side, each 40 mm wide.
QImage sheetOf(const QStringList &codes)
{
    QImage page = samplepages::text(6);
    QPainter painter(&page);
    int left = 200;
    for (const QString &content : codes) {
        const codes::QrCode code = *codes::QrCode::of(content);
        painter.drawImage(QRectF(left, 900, 315, 315), code.modules());
        left += 400;
    }
    return page;
}

QImage separator(const QString &number, const QString &material)
{
    return sheetOf({domain::separatorText(number, material)});
}

/// A smear of ink of \a side dots on the code, which is 250 dots wide without its quiet zone; 80 is a tenth of it.
QImage smeared(QImage sheet, int side = 80)
{
    QPainter painter(&sheet);
    painter.fillRect(QRect(330, 1030, side, side), Qt::black);
    return sheet;
}

/// Through the camera: JPEG, decoded as the desk does it.
QStringList readFrom(const QImage &page)
{
    return scans::codesOn(*scans::decode(samplepages::jpeg(page, 80), QSize(2000, 2000)));
}

}

/// Separator sheets, printed, photographed and read, put pages where they belong.
class TestSorter : public QObject
{
    Q_OBJECT

    const QString ours = caseNumber(1);
    const QString others = caseNumber(2);

private slots:
    void sheetsAreRead_data();
    void sheetsAreRead();
    void pagesGoWhereTheSheetBeforeThemSays();
    void theSheetOfAWholeBagIsAPage();
};

void TestSorter::sheetsAreRead_data()
{
    QTest::addColumn<QImage>("sheet");
    const QImage plain = separator(ours, u"identity-card"_s);
    QTest::newRow("as printed") << plain;
    QTest::newRow("smeared") << smeared(plain);
    QTest::newRow("lying askew") << samplepages::askew(plain, 4);
    QTest::newRow("smeared and askew") << samplepages::askew(smeared(plain), -3);
    QTest::newRow("upside down") << plain.mirrored(true, true);
    QTest::newRow("on its side") << plain.transformed(QTransform().rotate(90));
    QTest::newRow("a little out of focus, grey, with noise")
        << samplepages::lit(samplepages::blurred(plain, 1.5), 0.6, 10, 8);
    QTest::newRow("a long Chinese name of a material") << separator(ours, u"不动产权属证明或租赁合同"_s);
}

void TestSorter::sheetsAreRead()
{
    QFETCH(QImage, sheet);
    const QStringList codes = readFrom(sheet);
    QCOMPARE(codes.size(), 1);
    const auto read = domain::readSeparator(codes.front());
    QVERIFY(read);
    QCOMPARE(read->caseNumber, ours);
}

void TestSorter::pagesGoWhereTheSheetBeforeThemSays()
{
    const QImage page = samplepages::text();
    Sorter sorter(ours, u"first"_s, {u"first"_s, u"lease"_s, u"card"_s});
    struct Step {
        QImage picture;
        Sorter::Place place;
    };
    const QList<Step> steps{
        {page, {Kind::Page, u"first"_s, {}}},
        {smeared(separator(ours, u"lease"_s), 60), {Kind::Separator, u"lease"_s, {}}},
        {page, {Kind::Page, u"lease"_s, {}}},
        {page, {Kind::Page, u"lease"_s, {}}},
        {separator(others, u"lease"_s), {Kind::OtherCase, {}, others}},
        {page, {Kind::OtherCase, {}, others}},
        {separator(ours, u"card"_s), {Kind::Separator, u"card"_s, {}}},
        {page, {Kind::Page, u"card"_s, {}}},
        {separator(ours, u"not-asked-for"_s), {Kind::UnknownSeparator, {}, {}}},
        {page, {Kind::Page, {}, {}}},
        // A receipt with the code of a case is a paper of the citizen.
        {sheetOf({u"yichuang:c/"_s + others}), {Kind::Page, {}, {}}},
    };
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const Sorter::Place place = sorter.next(readFrom(steps[i].picture));
        QVERIFY2(place == steps[i].place, qPrintable(u"picture %1 went to %2"_s.arg(i).arg(place.material)));
    }
}

void TestSorter::theSheetOfAWholeBagIsAPage()
{
    const QImage sheet
        = sheetOf({domain::separatorText(ours, u"lease"_s), domain::separatorText(ours, u"card"_s)});
    const QStringList codes = readFrom(sheet);
    QCOMPARE(codes.size(), 2);
    Sorter sorter(ours, {}, {u"lease"_s, u"card"_s});
    QCOMPARE(sorter.next(codes), (Sorter::Place{Kind::Page, {}, {}}));
    QCOMPARE(sorter.next({codes[1], codes[1]}).kind, Kind::Separator); // read twice is one
}

QTEST_MAIN(TestSorter)
#include "tst_sorter.moc"
