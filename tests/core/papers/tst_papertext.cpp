#include "exacttext.h"
#include "papersample.h"

#include "core/base/datafolder.h"
#include "core/papers/sheet.h"

#include <QImage>

using namespace Qt::StringLiterals;
using pdftools::PdfFile;

/// What other programs find in the PDFs of the two papers, everyday and longest.
class TestPaperText : public QObject
{
    Q_OBJECT

private:
    void addPapers()
    {
        const auto forms = papers::FormFolder::load(base::dataFolder() + u"/forms"_s).value();
        const auto everyday = papersample::newborn();
        const auto longest = papersample::longest();
        QTest::addColumn<papers::Paper>("paper");
        QTest::newRow("notice") << papers::correctionNotice(forms, everyday.facts(), everyday.notice).value();
        QTest::newRow("receipt") << papers::filingReceipt(forms, everyday.facts(), everyday.filing).value();
        QTest::newRow("longest notice, draft")
            << papers::correctionNotice(forms, longest.facts(1, true), longest.notice).value();
        QTest::newRow("longest receipt, reprinted")
            << papers::filingReceipt(forms, longest.facts(2), longest.filing).value();
    }

private slots:
    void textIsExact_data() { addPapers(); }
    void textIsExact()
    {
        QFETCH(papers::Paper, paper);
        const PdfFile pdf(papers::Sheet(paper).pdf().value());
        QCOMPARE(exacttext::fault(paper, pdf.pageTexts()), QString());
    }

    void codesAreReadAt150DotsAnInch_data() { addPapers(); }
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
        expected.sort();
        QCOMPARE(expected.size(), 2);
        QCOMPARE(PdfFile(sheet.pdf().value()).codes(sheet.pageCount(), 150), expected);
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
        if (QByteArray(QTest::currentDataTag()).startsWith("longest"))
            QCOMPARE_GT(sheet.pageCount(), 5);
        else
            QCOMPARE(sheet.pageCount(), 1);
        QCOMPARE_LT(sheet.pdf().value().size(), 80 * 1024 * sheet.pageCount());
    }

    void propertiesSayWhatItIs()
    {
        const auto forms = papers::FormFolder::load(base::dataFolder() + u"/forms"_s).value();
        const auto sample = papersample::newborn();
        const auto paper = papers::filingReceipt(forms, sample.facts(), sample.filing).value();
        const PdfFile pdf(papers::Sheet(paper).pdf().value());
        const QString info = pdf.info();
        QVERIFY2(QRegularExpression(u"Title: +收件回执\n"_s).match(info).hasMatch(), qPrintable(info));
        QVERIFY2(QRegularExpression(u"Author: +湖滨区政务服务中心\n"_s).match(info).hasMatch(), qPrintable(info));
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
