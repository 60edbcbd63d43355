#include "core/scans/picture.h"
#include "tests/core/scans/samplepages.h"

#include <QLoggingCategory>
#include <QTest>

#include <zlib.h>

using namespace Qt::StringLiterals;
using scans::PictureFault;
using scans::PictureKind;
using Looked = tl::expected<scans::PictureHead, PictureFault>;
Q_DECLARE_METATYPE(PictureFault)

namespace {

QByteArray number(quint32 value)
{
    QByteArray bytes(4, '\0');
    for (int i = 0; i < 4; ++i)
        bytes[i] = char(value >> (24 - 8 * i));
    return bytes;
}

QByteArray chunk(const QByteArray &type, const QByteArray &body)
{
    const QByteArray checked = type + body;
    const auto sum = crc32(0, reinterpret_cast<const Bytef *>(checked.constData()), uInt(checked.size()));
    return number(quint32(body.size())) + checked + number(quint32(sum));
}

/// A PNG that says it is of \a width × \a height black or white dots, in a few hundred kilobytes.
QByteArray pngOf(quint32 width, quint32 height)
{
    const QByteArray head = number(width) + number(height) + QByteArray("\x01\x00\x00\x00\x00", 5);
    const QByteArray dots = qCompress(QByteArray(qsizetype(height) * (width / 8 + 1), '\0'), 9).mid(4);
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + chunk("IHDR", head) + chunk("IDAT", dots) + chunk("IEND", {});
}

/// \a jpeg with an EXIF head that says which side is up (TIFF tag 0x0112).
QByteArray withOrientation(const QByteArray &jpeg, char orientation)
{
    QByteArray tiff("MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00", 19);
    tiff += orientation;
    tiff += QByteArray(6, '\0');
    const QByteArray body = QByteArray("Exif\0\0", 6) + tiff;
    const auto length = quint16(body.size() + 2);
    return jpeg.left(2) + "\xff\xe1" + char(length >> 8) + char(length & 0xff) + body + jpeg.mid(2);
}

QByteArray manyScans(const QByteArray &jpeg)
{
    const qsizetype scan = jpeg.indexOf("\xff\xda");
    const QByteArray part = jpeg.mid(scan, jpeg.size() - scan - 2);
    QByteArray bomb = jpeg.left(scan);
    for (int i = 0; i < 300; ++i)
        bomb += part;
    return bomb + "\xff\xd9";
}

}

/// What comes from outside is a picture, or is refused for a reason that can be told.
class TestPicture : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("qt.gui.imageio.*=false")); }
    void whatIsNoPicture_data();
    void whatIsNoPicture();
    void orientationIsFollowed_data();
    void orientationIsFollowed();
    void itIsMadeSmallerWhileItIsRead();
    void whatIsWrittenIsReadAgain();
    void anyDamageIsSurvived();
};

void TestPicture::whatIsNoPicture_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<PictureFault>("fault");
    const QByteArray jpeg = samplepages::jpeg(samplepages::text(5, 50));
    const QByteArray png = samplepages::png(samplepages::text(5, 50));
    const auto row = [](const char *name, const QByteArray &bytes, PictureFault fault) {
        QTest::newRow(name) << bytes << fault;
    };
    row("no byte", {}, PictureFault::Empty);
    row("more bytes than a picture has", jpeg + QByteArray(scans::mostBytes, 'x'), PictureFault::TooBig);
    row("a PDF", "%PDF-1.7\n1 0 obj", PictureFault::UnknownKind);
    row("a TIFF", QByteArray("II*\0aaaaaaaa", 12), PictureFault::UnknownKind);
    row("a drawing that would load others", "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
        PictureFault::UnknownKind);
    row("text", "name,number\n", PictureFault::UnknownKind);
    row("a JPEG cut off", jpeg.left(jpeg.size() * 2 / 3), PictureFault::CutOff);
    row("a JPEG cut off in its head", jpeg.left(20), PictureFault::CutOff);
    row("a PNG cut off", png.left(png.size() / 2), PictureFault::CutOff);
    row("two hundred million dots", pngOf(20000, 10000), PictureFault::TooManyDots);
    row("one row too long for any memory", pngOf(900'000'000, 1), PictureFault::Unreadable);
    row("a size of nothing", pngOf(0, 0), PictureFault::Unreadable);
    row("three hundred scans", manyScans(jpeg), PictureFault::Unreadable);
}

void TestPicture::whatIsNoPicture()
{
    QFETCH(QByteArray, bytes);
    QFETCH(PictureFault, fault);
    const Looked head = scans::headOf(bytes);
    QVERIFY(!head);
    QCOMPARE(head.error(), fault);
    QCOMPARE(scans::decode(bytes).error(), fault);
}

void TestPicture::orientationIsFollowed_data()
{
    QTest::addColumn<char>("orientation");
    QTest::addColumn<QPoint>("mark"); ///< where the top left of the sensor comes to lie, as corner
    QTest::newRow("upright") << char(1) << QPoint(0, 0);
    QTest::newRow("upside down") << char(3) << QPoint(1, 1);
    QTest::newRow("on its right side") << char(6) << QPoint(1, 0);
    QTest::newRow("on its left side") << char(8) << QPoint(0, 1);
    QTest::newRow("no such orientation") << char(77) << QPoint(0, 0);
}

void TestPicture::orientationIsFollowed()
{
    QFETCH(char, orientation);
    QFETCH(QPoint, mark);
    QImage sensor(800, 400, QImage::Format_RGB32);
    sensor.fill(Qt::white);
    for (int y = 0; y < 60; ++y) {
        for (int x = 0; x < 60; ++x)
            sensor.setPixelColor(x, y, Qt::black);
    }
    const QByteArray bytes = withOrientation(samplepages::jpeg(sensor), orientation);
    const bool lies = orientation == 6 || orientation == 8;
    const Looked head = scans::headOf(bytes);
    QVERIFY(head);
    QCOMPARE(head->size, lies ? QSize(400, 800) : QSize(800, 400));
    for (const QSize box : {QSize(), QSize(200, 200)}) {
        const auto image = scans::decode(bytes, box);
        QVERIFY(image);
        QCOMPARE(image->width() < image->height(), lies);
        const QPoint corner(mark.x() ? image->width() - 4 : 3, mark.y() ? image->height() - 4 : 3);
        QVERIFY(qGray(image->pixel(corner)) < 100);
    }
}

void TestPicture::itIsMadeSmallerWhileItIsRead()
{
    const QByteArray bytes = samplepages::jpeg(samplepages::text(40, 300));
    const auto head = scans::headOf(bytes);
    QVERIFY(head && head->kind == PictureKind::Jpeg);
    QCOMPARE(head->size, QSize(2481, 3507));
    const auto small = scans::decode(bytes, QSize(160, 160));
    QVERIFY(small);
    QCOMPARE(small->height(), 160);
    QCOMPARE(scans::decode(bytes)->size(), head->size);
}

void TestPicture::whatIsWrittenIsReadAgain()
{
    const QImage page = samplepages::text(5, 60);
    for (const PictureKind kind : {PictureKind::Jpeg, PictureKind::Png}) {
        const auto bytes = scans::encode(page, kind);
        QVERIFY(bytes);
        const auto head = scans::headOf(*bytes);
        QVERIFY(head);
        QCOMPARE(*head, (scans::PictureHead{kind, page.size()}));
    }
    QCOMPARE(scans::nameOf(PictureKind::Png), u"png"_s);
}

/// Every hundredth byte changed, one at a time: refused or read, never a crash and never more than was asked for.
void TestPicture::anyDamageIsSurvived()
{
    for (const QByteArray &whole : {samplepages::jpeg(samplepages::text(5, 50)), samplepages::png(samplepages::text(5, 50))}) {
        int refused = 0;
        for (qsizetype i = 0; i < whole.size(); i += 1 + whole.size() / 300) {
            QByteArray bytes = whole;
            bytes[i] = char(bytes[i] ^ 0x55);
            const auto image = scans::decode(bytes, QSize(100, 100));
            refused += image ? 0 : 1;
            if (image)
                QVERIFY(image->width() <= 100 && image->height() <= 100);
        }
        QVERIFY(refused > 0);
    }
}

QTEST_MAIN(TestPicture)
#include "tst_picture.moc"
