#include "core/codes/drawncode.h"
#include "core/wire/ticket.h"

#include <ZXing/ReadBarcode.h>
#include <ZXing/TextUtfEncoding.h>

#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString readFrom(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum, int(grey.bytesPerLine()));
    const ZXing::Result result = ZXing::ReadBarcode(view, ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode));
    return QString::fromStdString(ZXing::TextUtfEncoding::ToUtf8(result.text()));
}

/// What a terminal shows of half blocks: four points a module.
QImage onScreen(QString text)
{
    static const QRegularExpression colour(u"\u001b\\[[0-9;]*m"_s);
    const QStringList lines = text.remove(colour).split(u'\n', Qt::SkipEmptyParts);
    QImage screen(int(lines.constFirst().size()) * 4, int(lines.size()) * 8, QImage::Format_RGB32);
    screen.fill(Qt::black);
    QPainter painter(&screen);
    for (int y = 0; y < lines.size(); ++y) {
        for (int x = 0; x < lines[y].size(); ++x) {
            const QChar c = lines[y][x];
            if (c == u'█' || c == u'▀')
                painter.fillRect(x * 4, y * 8, 4, 4, Qt::white);
            if (c == u'█' || c == u'▄')
                painter.fillRect(x * 4, y * 8 + 4, 4, 4, Qt::white);
        }
    }
    return screen;
}

}

/// The code that a window's scanner reads off the terminal or a sheet of paper.
class TestDrawnCode final : public QObject
{
    Q_OBJECT

private slots:
    void itIsReadBack_data()
    {
        QTest::addColumn<QString>("hub");
        QTest::newRow("short") << u"http://127.0.0.1:8765"_s;
        QTest::newRow("long") << u"https://hub.zwfw.some-county.some-city.gov.example.cn:8443/yichuang/hub"_s;
    }
    void itIsReadBack()
    {
        QFETCH(QString, hub);
        const wire::Ticket ticket{hub, u"K7QM-2F9D-XW4H-PB3T"_s, u"410300"_s, u"101"_s};
        const auto code = codes::QrCode::of(wire::toText(ticket));
        QVERIFY(code);
        QCOMPARE(wire::ticketFrom(readFrom(onScreen(codes::drawnInText(*code)))).value_or(wire::Ticket()), ticket);
        QSvgRenderer svg(codes::drawnAsSvg(*code));
        QVERIFY(svg.isValid());
        QImage paper(600, 600, QImage::Format_RGB32);
        paper.fill(Qt::white);
        QPainter painter(&paper);
        svg.render(&painter);
        painter.end();
        QCOMPARE(wire::ticketFrom(readFrom(paper)).value_or(wire::Ticket()), ticket);
    }
};

QTEST_GUILESS_MAIN(TestDrawnCode)
#include "tst_drawncode.moc"
