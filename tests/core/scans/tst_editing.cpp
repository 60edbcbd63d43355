#include "core/scans/editing.h"
#include "tests/core/scans/samplepages.h"

#include <QTest>

/// Turned, cut and put straight.
class TestEditing : public QObject
{
    Q_OBJECT

private slots:
    void slopesAreFound_data();
    void slopesAreFound();
    void quartersAndCuts();
    void straightenedLinesAreStraight();
    void nothingIsDoneToNothing();
};

void TestEditing::slopesAreFound_data()
{
    QTest::addColumn<double>("degrees");
    for (const double degrees : {-5.0, -2.3, -0.6, 0.0, 0.4, 1.7, 4.5})
        QTest::addRow("%.1f", degrees) << degrees;
}

void TestEditing::slopesAreFound()
{
    QFETCH(double, degrees);
    const double found = scans::slopeOf(samplepages::askew(samplepages::text(), degrees));
    QVERIFY2(qAbs(found - degrees) <= 0.25, qPrintable(QString::number(found)));
}

void TestEditing::quartersAndCuts()
{
    QImage picture(400, 200, QImage::Format_RGB32);
    picture.fill(Qt::white);
    picture.setPixelColor(0, 0, Qt::red); // top left
    const QImage right = scans::edited(picture, {.quarterTurns = 1});
    QCOMPARE(right.size(), QSize(200, 400));
    QCOMPARE(right.pixelColor(199, 0), QColor(Qt::red)); // top right
    QCOMPARE(scans::edited(right, {.quarterTurns = -1}).pixelColor(0, 0), QColor(Qt::red));
    QCOMPARE(scans::edited(picture, {.quarterTurns = 4}), picture);
    QCOMPARE(scans::edited(picture, {.cut = QRectF(0.25, 0.5, 0.5, 0.5)}).size(), QSize(200, 100));
    QCOMPARE(scans::edited(picture, {.cut = QRectF(0.9, 0.9, 5, 5)}).size(), QSize(40, 20));
    QCOMPARE(scans::edited(picture, {.cut = QRectF(2, 2, 1, 1)}).size(), picture.size());
}

void TestEditing::straightenedLinesAreStraight()
{
    const QImage straight = scans::edited(samplepages::askew(samplepages::text(), 3), {.straighten = true});
    QVERIFY(qAbs(scans::slopeOf(straight)) <= 0.25);
}

void TestEditing::nothingIsDoneToNothing()
{
    const QImage page = samplepages::text();
    QCOMPARE(scans::edited(page, {}), page);
    QCOMPARE(scans::edited(page, {.straighten = true}), page); // it is straight
    QCOMPARE(scans::slopeOf(QImage()), 0.0);
    QCOMPARE(scans::slopeOf(samplepages::text(0)), 0.0);
}

QTEST_MAIN(TestEditing)
#include "tst_editing.moc"
