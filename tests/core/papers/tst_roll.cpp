#include "core/papers/roll.h"
#include "core/papers/sheet.h"
#include "tests/core/papers/exacttext.h"
#include "tests/core/papers/papersample.h"
#include "tests/core/papers/pdftools.h"

#include <QTest>

#include <ZXing/ReadBarcode.h>
#include <ZXing/TextUtfEncoding.h>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

papers::Paper receiptOnRoll(const papersample::Printable &sample, int copy = 1)
{
    static const auto forms = papers::FormFolder::load(qEnvironmentVariable("YICHUANG_SOURCE") + u"/forms"_s);
    papers::CaseFacts facts = sample.facts(copy);
    facts.onRoll = true;
    const auto paper = papers::filingReceipt(*forms, facts, sample.filing);
    if (!paper)
        qFatal("%s %s", qPrintable(paper.error().place), qPrintable(paper.error().detail));
    return *paper;
}

QStringList codesOn(const papersample::Printable &sample)
{
    QStringList codes{papers::caseCode(sample.file.number, sample.hall), papers::guideCode(sample.guide.ref, sample.hall)};
    codes.sort();
    return codes;
}

/// What ZXing finds on \a picture, the left half and the right.
QStringList read(const QImage &picture)
{
    QStringList texts;
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    for (const int half : {0, 1}) {
        const QImage part = grey.copy(half * grey.width() / 2, 0, grey.width() / 2, grey.height());
        const ZXing::ImageView view(part.constBits(), part.width(), part.height(), ZXing::ImageFormat::Lum,
                                    int(part.bytesPerLine()));
        const ZXing::Result result
            = ZXing::ReadBarcode(view, ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode));
        texts << QString::fromStdString(ZXing::TextUtfEncoding::ToUtf8(result.text()));
    }
    texts.sort();
    return texts;
}

/// The raster out of the bytes, as a receipt printer would burn it.
QImage burnt(const QByteArray &bytes)
{
    QImage paper(papers::roll::dots, 40'000, QImage::Format_Mono);
    paper.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    paper.fill(0);
    int y = 0;
    qsizetype at = 2;
    const auto number = [&](qsizetype from) { return uchar(bytes[from]) + 256 * uchar(bytes[from + 1]); };
    while (bytes.mid(at, 4) == QByteArray("\x1dv0\0", 4)) {
        const int width = number(at + 4);
        const int rows = number(at + 6);
        at += 8;
        for (int row = 0; row < rows; ++row, ++y, at += width)
            std::copy_n(bytes.constData() + at, width, reinterpret_cast<char *>(paper.scanLine(y)));
    }
    return paper.copy(0, 0, papers::roll::dots, y);
}

}

class TestRoll : public QObject
{
    Q_OBJECT

private slots:
    void blackAndWhiteAndAsWideAsTheMachine()
    {
        const papers::Sheet sheet(receiptOnRoll(papersample::newborn()));
        const QImage raster = sheet.raster();
        QCOMPARE(raster.format(), QImage::Format_Mono);
        QCOMPARE(raster.width(), 576);
        QCOMPARE(sheet.pageCount(), 1);
        QCOMPARE(qRound(sheet.pageSize().width() / 72 * 25.4 * 10), 721); // 72.1 mm
        QCOMPARE(raster.height(), qRound(sheet.pageSize().height() * 203 / 72));
    }

    /// No paper is wasted below the last line, and a longer receipt is longer.
    void asLongAsItsContent()
    {
        auto sample = papersample::newborn();
        const papers::Sheet shorter(receiptOnRoll(sample));
        const QImage raster = shorter.raster();
        int last = raster.height() - 1;
        const auto isWhite = [&](int y) {
            for (int x = 0; x < raster.width(); ++x) {
                if (raster.pixelIndex(x, y) != 0)
                    return false;
            }
            return true;
        };
        while (last > 0 && isWhite(last))
            --last;
        const double below = (raster.height() - 1 - last) / 203.0 * 25.4;
        QVERIFY2(below > 4 && below < 10, qPrintable(QString::number(below)));
        for (int i = 0; i < 40; ++i)
            papersample::addMaterial(sample, u"m%1"_s.arg(i), u"材料之%1"_s.arg(i), domain::Material::Form::Copy, 0, 1, {},
                                     {.kind = domain::VerdictKind::CopyKept});
        const papers::Sheet longer(receiptOnRoll(sample));
        QCOMPARE(longer.pageCount(), 1);
        QVERIFY(longer.pageSize().height() > shorter.pageSize().height() + 40 * 10);
    }

    void codesAreReadFromTheDots()
    {
        const auto sample = papersample::newborn();
        const papers::Sheet sheet(receiptOnRoll(sample));
        QCOMPARE(read(sheet.raster()), codesOn(sample));
        const auto pdf = sheet.pdf();
        QVERIFY(pdf);
        const pdftools::PdfFile file(*pdf);
        QCOMPARE(file.codes(1, 203), codesOn(sample)); // zbarimg
        QCOMPARE(file.codes(1, 150), codesOn(sample));
    }

    void thePdfIsTheRaster_data()
    {
        QTest::addColumn<papersample::Printable>("sample");
        QTest::newRow("everyday") << papersample::newborn();
        QTest::newRow("longest") << papersample::longest();
    }
    /// The PDF is the same dots, black and white, and its text can still be found.
    void thePdfIsTheRaster()
    {
        QFETCH(papersample::Printable, sample);
        const papers::Paper paper = receiptOnRoll(sample);
        const papers::Sheet sheet(paper);
        const pdftools::PdfFile file(*sheet.pdf());
        const QTemporaryDir folder;
        pdftools::run(u"pdfimages"_s, {u"-png"_s, file.path(), folder.filePath(u"image"_s)});
        const QStringList images = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
        const QImage inside(folder.filePath(images.last())); // over the codes, which it covers
        QCOMPARE(inside.depth(), 1);
        QCOMPARE(inside.convertToFormat(QImage::Format_RGB32), sheet.raster().convertToFormat(QImage::Format_RGB32));
        papers::Paper body = paper;
        body.number.clear();
        body.title.clear();
        body.mark.clear();
        body.footer.clear();
        QCOMPARE(exacttext::joined(file.pageTexts()),
                 exacttext::joined(QStringList{paper.mark, paper.title, paper.number} + body.texts() + QStringList{paper.footer}));
        QCOMPARE(file.codes(1, 203), codesOn(sample));
        QCOMPARE_LT(double(sheet.pdf()->size()), 80 * 1024 * std::ceil(sheet.pageSize().height() / papers::a4::height));
        const QByteArray look = qgetenv("YICHUANG_PICTURES"); // a folder: where to look at it
        if (!look.isEmpty())
            sheet.raster().save(QString::fromLocal8Bit(look) + u"/receipt-80-%1.png"_s.arg(QLatin1String(QTest::currentDataTag())));
    }

    void theMark()
    {
        QVERIFY(receiptOnRoll(papersample::newborn()).mark.isEmpty());
        QCOMPARE(receiptOnRoll(papersample::newborn(), 3).mark, u"补打 第3次"_s);
    }

    void bytesForMachinesWithoutADriver()
    {
        const papers::Sheet sheet(receiptOnRoll(papersample::newborn()));
        const QByteArray bytes = papers::escPos(sheet.raster());
        QVERIFY(bytes.startsWith(QByteArray("\x1b@", 2)));
        QVERIFY(bytes.endsWith(QByteArray("\x1dV\x42\0", 4)));
        QCOMPARE(burnt(bytes), sheet.raster());
    }

    /// Fine strokes must not vanish: of a character as many dots are black as its drawing has ink.
    void noStrokeIsLost()
    {
        const papers::Paper paper{.form = u"x"_s, .title = u"一二三"_s, .author = {}, .blocks = {}, .format = papers::Paper::Format::Roll80, .scale = 0.82};
        const QImage raster = papers::Sheet(paper).raster();
        int rows = 0; // with a long level stroke: 1 + 2 + 3 characters' strokes on at least three levels
        int run = 0;
        for (int y = 0; y < raster.height(); ++y) {
            int black = 0;
            for (int x = 0; x < raster.width(); ++x)
                black += raster.pixelIndex(x, y);
            const bool isStroke = black > 20;
            rows += isStroke && run == 0;
            run = isStroke ? run + 1 : 0;
        }
        QVERIFY2(rows >= 3, qPrintable(QString::number(rows)));
    }
};

QTEST_GUILESS_MAIN(TestRoll)
#include "tst_roll.moc"
