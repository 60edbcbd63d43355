#include "core/scans/handwriting.h"
#include "core/scans/picture.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using scans::Handwriting;

namespace {

constexpr QSizeF pad(800, 260);

/// Three waves, as a hand would draw them.
Handwriting name()
{
    Handwriting writing;
    for (int stroke = 0; stroke < 3; ++stroke) {
        for (int i = 0; i <= 60; ++i) {
            const QPointF at(60 + stroke * 150 + i * 2, 130 + 60 * std::sin(i / 9.0 + stroke));
            if (i == 0)
                writing.begin(at, 0.2);
            else
                writing.goOn(at, 0.2 + i / 100.0);
        }
    }
    return writing;
}

int inkOn(const QImage &image)
{
    int ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ink += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
    }
    return ink;
}

}

/// What a pen draws, and the picture of it.
class TestHandwriting : public QObject
{
    Q_OBJECT

private slots:
    void aSignatureBecomesAPicture()
    {
        const QByteArray png = name().png();
        const auto head = scans::headOf(png);
        QVERIFY(head);
        QCOMPARE(head->kind, scans::PictureKind::Png);
        QVERIFY(head->size.width() <= 1200 && head->size.height() <= 400);
        QVERIFY2(png.size() < 40'000, qPrintable(QString::number(png.size())));
        const QImage image = *scans::decode(png);
        QCOMPARE(qGray(image.pixel(0, 0)), 255); // a margin, white
        QVERIFY(inkOn(image) > 1'000);
        QCOMPARE(name().png(), png); // the same strokes are the same bytes
    }

    void linesAreSmooth()
    {
        // A quarter of a circle in four points: the middle of every line lies on a curve, not on the chord.
        Handwriting writing;
        QList<QPointF> points;
        for (int i = 0; i <= 4; ++i)
            points << QPointF(400 - 300 * std::cos(i * M_PI / 8), 350 - 300 * std::sin(i * M_PI / 8));
        writing.begin(points.first(), 0.5);
        for (const QPointF &point : points.mid(1))
            writing.goOn(point, 0.5);
        QImage image(800, 400, QImage::Format_Grayscale8);
        image.fill(Qt::white);
        QPainter painter(&image);
        writing.draw(painter);
        painter.end();
        const auto isInk = [&](QPointF at) { return qGray(image.pixel(at.toPoint())) < 128; };
        QVERIFY(isInk(points.first() + QPointF(1, -1)));
        QVERIFY(isInk((points[1] + points[2]) / 2)); // where two curves meet
        QVERIFY(!isInk(points[2])); // the corner itself was rounded off
    }

    void whatIsNoSignatureIsKnown_data()
    {
        QTest::addColumn<QList<QPointF>>("points");
        QTest::addColumn<bool>("isTooShort");
        QTest::newRow("nothing") << QList<QPointF>() << true;
        QTest::newRow("a dot") << QList<QPointF>{{100, 100}} << true;
        QTest::newRow("a tick") << QList<QPointF>{{100, 100}, {110, 120}, {130, 80}} << true;
        QList<QPointF> scribble;
        for (int i = 0; i < 200; ++i)
            scribble << QPointF(100 + i % 3, 100 + i % 2);
        QTest::newRow("a blot on one spot") << scribble << true;
        QTest::newRow("one line over the pad") << QList<QPointF>{{100, 100}, {400, 140}} << false;
    }
    void whatIsNoSignatureIsKnown()
    {
        QFETCH(QList<QPointF>, points);
        Handwriting writing;
        for (const QPointF &point : points) {
            if (writing.strokes() == 0)
                writing.begin(point, 0.5);
            else
                writing.goOn(point, 0.5);
        }
        QTEST(writing.isTooShort(pad), "isTooShort");
    }

    void strokesAreTakenBackOneByOne()
    {
        Handwriting writing = name();
        QCOMPARE(writing.strokes(), 3);
        const QByteArray whole = writing.png();
        writing.undo();
        QCOMPARE(writing.strokes(), 2);
        QVERIFY(writing.png() != whole);
        writing.clear();
        writing.undo();
        writing.goOn({5, 5}, 1); // without a stroke that was begun: nothing
        QCOMPARE(writing.strokes(), 0);
        QVERIFY(writing.png().isEmpty());
    }

    void leaningOnThePadDoesNoHarm()
    {
        Handwriting writing;
        writing.begin({0, 0}, 9); // a driver that knows no bounds
        for (int i = 0; i < 100'000; ++i)
            writing.goOn(QPointF(i % 800, i % 260), -3);
        QVERIFY(!writing.png().isEmpty());
    }
};

QTEST_MAIN(TestHandwriting)
#include "tst_handwriting.moc"
