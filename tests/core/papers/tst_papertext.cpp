#include "everypaper.h"
#include "exacttext.h"

#include "core/base/datafolder.h"
#include "core/papers/sheet.h"

#include <QImage>

using namespace Qt::StringLiterals;
using pdftools::PdfFile;

/// What other programs find in the PDFs of every paper, everyday and longest.
class TestPaperText : public QObject
{
    Q_OBJECT

private:
    void addPapers(bool alsoLongest = true)
    {
        const auto forms = papers::FormFolder::load(base::dataFolder() + u"/forms"_s).value();
        const auto everyday = papersample::newborn();
        const auto longest = papersample::longest();
        const auto usual = everypaper::lived(everyday);
        const auto most = everypaper::lived(longest);
        QTest::addColumn<papers::Paper>("paper");
        QTest::newRow("receipt of the day") << papers::filingReceipt(forms, everyday.facts(), everyday.filing).value();
        if (alsoLongest)
            QTest::newRow("longest notice, draft")
                << papers::correctionNotice(forms, longest.facts(1, true), longest.notice).value();
        for (const auto &[name, ref] : everypaper::all()) {
            QTest::newRow(name) << everypaper::paper(forms, usual, ref).value();
            if (alsoLongest || ref.kind == domain::PaperKind::CoverSheet) // the one with the most codes
                QTest::addRow("longest %s, reprinted", name) << everypaper::paper(forms, most, ref, 2).value();
        }
    }

private slots:
    void textIsExact_data() { addPapers(); }
    void textIsExact()
    {
        QFETCH(papers::Paper, paper);
        const PdfFile pdf(papers::Sheet(paper).pdf().value());
        QCOMPARE(exacttext::fault(paper, pdf.pageTexts()), QString());
    }

    void codesAreReadAt150DotsAnInch_data() { addPapers(false); }
    void codesAreReadAt150DotsAnInch()
    {
        QFETCH(papers::Paper, paper);
        const papers::Sheet sheet(paper);
        QStringList expected;
        for (const papers::Block &block : paper.blocks) {
            if (const auto *codes = std::get_if<papers::Codes>(&block)) {
                for (const auto &code : codes->codes)
                    expected << code.content;
            }
        }
        const PdfFile pdf(sheet.pdf().value());
        QStringList found;
        for (int page = 1; page <= sheet.pageCount(); ++page)
            found << pdf.codes(page, 150);
        expected.sort();
        found.sort();
        QCOMPARE(found, expected);
    }

    void onlyOurFonts_data() { addPapers(); }
    void onlyOurFonts()
    {
        QFETCH(papers::Paper, paper);
        const auto fonts = PdfFile(papers::Sheet(paper).pdf().value()).fonts();
        QVERIFY(!fonts.isEmpty());
        for (const PdfFile::Font &font : fonts) {
            QVERIFY2(QRegularExpression(u"^[A-Z]{6}\\+YichuangSong"_s).match(font.name).hasMatch(),
                     qPrintable(font.name));
            QCOMPARE(font.embedded, u"yes"_s);
            QCOMPARE(font.subset, u"yes"_s);
            QCOMPARE(font.unicode, u"yes"_s);
        }
    }

    void aDayToDayPaperIsOnePageAndLight_data() { addPapers(); }
    void aDayToDayPaperIsOnePageAndLight()
    {
        QFETCH(papers::Paper, paper);
        const papers::Sheet sheet(paper);
        if (!QByteArray(QTest::currentDataTag()).startsWith("longest"))
            QCOMPARE_LE(sheet.pageCount(), paper.form == u"application-form"_s || paper.form == u"filing-receipt"_s ? 2 : 1);
        QCOMPARE_LT(sheet.pdf().value().size(), 80 * 1024 * sheet.pageCount());
    }

    /// At 300 dots an inch nothing but the mark is coloured, and nearly all of what is not white is ink or its edge.
    void inkIsBlack_data() { addPapers(false); }
    void inkIsBlack()
    {
        QFETCH(papers::Paper, paper);
        paper.mark.clear();
        const QImage page = PdfFile(papers::Sheet(paper).pdf().value()).picture(1, 300).convertToFormat(QImage::Format_RGB32);
        qint64 black = 0;
        qint64 grey = 0;
        for (int y = 0; y < page.height(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(page.constScanLine(y));
            for (int x = 0; x < page.width(); ++x) {
                if (qRed(line[x]) != qGreen(line[x]) || qGreen(line[x]) != qBlue(line[x]))
                    QFAIL("coloured ink");
                black += qGray(line[x]) == 0 ? 1 : 0;
                grey += qGray(line[x]) > 0 && qGray(line[x]) < 255 ? 1 : 0;
            }
        }
        QCOMPARE_GT(black, 20'000);
        QCOMPARE_LT(grey, 3 * black);
    }

    void propertiesSayWhatItIs_data() { addPapers(); }
    void propertiesSayWhatItIs()
    {
        QFETCH(papers::Paper, paper);
        const PdfFile pdf(papers::Sheet(paper).pdf().value());
        const QString info = pdf.info();
        const auto says = [&](const QString &key, const QString &value) {
            return QRegularExpression(u"%1: +%2\n"_s.arg(key, QRegularExpression::escape(value))).match(info).hasMatch();
        };
        QVERIFY2(says(u"Title"_s, paper.title), qPrintable(info));
        QVERIFY2(says(u"Author"_s, paper.author), qPrintable(info));
        QVERIFY2(says(u"Subject"_s, paper.number), qPrintable(info));
        QVERIFY2(QRegularExpression(u"Tagged: +yes\n"_s).match(info).hasMatch(), qPrintable(info));
        QVERIFY2(QRegularExpression(u"Page size: +595.\\d* x 841.\\d* pts \\(A4\\)"_s).match(info).hasMatch(),
                 qPrintable(info));
        const QByteArray objects = pdf.objects();
        QVERIFY(objects.contains("/Lang (zh-CN)"));
        QVERIFY(objects.contains("/S /H1"));
        QVERIFY(objects.contains("/S /TD"));
    }

    void thePictureIsThePdf()
    {
        const auto forms = papers::FormFolder::load(base::dataFolder() + u"/forms"_s).value();
        const auto sample = papersample::newborn();
        const papers::Sheet sheet(papers::correctionNotice(forms, sample.facts(1, true), sample.notice).value());
        const QSize coarse(60, 85);
        const auto shrunk = [&](const QImage &image) {
            return image.convertToFormat(QImage::Format_Grayscale8)
                .scaled(coarse, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        };
        const QImage shown = shrunk(sheet.picture(0, 150.0 / 72));
        const QImage printed = shrunk(PdfFile(sheet.pdf().value()).picture(1, 150));
        for (int y = 0; y < coarse.height(); ++y) {
            for (int x = 0; x < coarse.width(); ++x) {
                const int difference = std::abs(qGray(shown.pixel(x, y)) - qGray(printed.pixel(x, y)));
                QVERIFY2(difference < 40, qPrintable(u"%1 at %2,%3"_s.arg(difference).arg(x).arg(y)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestPaperText)
#include "tst_papertext.moc"
