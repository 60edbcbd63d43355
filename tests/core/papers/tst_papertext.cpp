#include "everypaper.h"
#include "exacttext.h"

#include "core/base/datafolder.h"
#include "core/papers/sheet.h"

#include <QImage>

#include <array>
#include <deque>
#include <numeric>

using namespace Qt::StringLiterals;
using pdftools::PdfFile;

/// What other programs find in the PDFs of every paper, everyday and longest. Each is made and written once.
class TestPaperText : public QObject
{
    Q_OBJECT

private:
    struct Printed {
        Printed(QByteArray named, const papers::Paper &from)
            : name(std::move(named)), paper(from), sheet(from), bytes(sheet.pdf().value()), pdf(bytes)
        {
        }
        bool isLongest() const { return name.startsWith("longest"); }

        QByteArray name;
        papers::Paper paper;
        papers::Sheet sheet;
        QByteArray bytes;
        PdfFile pdf;
    };
    std::deque<Printed> m_all;

    void addPapers()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(m_all.size()); ++i)
            QTest::newRow(m_all[size_t(i)].name.constData()) << i;
    }

private slots:
    void initTestCase()
    {
        const auto forms = papers::FormFolder::load(base::dataFolder() + u"/forms"_s).value();
        const auto everyday = papersample::newborn();
        const auto longest = papersample::longest();
        const auto usual = everypaper::lived(everyday);
        const auto most = everypaper::lived(longest);
        m_all.emplace_back("receipt of the day",
                           papers::filingReceipt(forms, everyday.facts(), everyday.filing).value());
        m_all.emplace_back("longest notice, draft",
                           papers::correctionNotice(forms, longest.facts(1, true), longest.notice).value());
        for (const auto &[name, ref] : everypaper::all()) {
            m_all.emplace_back(name, everypaper::paper(forms, usual, ref).value());
            m_all.emplace_back(QByteArray("longest ") + name + ", reprinted",
                               everypaper::paper(forms, most, ref, 2).value());
        }
    }

    void textIsExact_data() { addPapers(); }
    void textIsExact()
    {
        QFETCH(int, index);
        const Printed &printed = m_all[size_t(index)];
        QCOMPARE(exacttext::fault(printed.paper, printed.pdf.pageTexts()), QString());
    }

    /// Also those of the longest papers: every sheet of separators, addresses of more than a hundred characters.
    void codesAreReadAt150DotsAnInch_data() { addPapers(); }
    void codesAreReadAt150DotsAnInch()
    {
        QFETCH(int, index);
        const Printed &printed = m_all[size_t(index)];
        QStringList found;
        for (const int page : everypaper::pagesWithCodes(printed.paper))
            found << printed.pdf.codes(page + 1, 150);
        found.sort();
        QCOMPARE(found, everypaper::codesOf(printed.paper));
    }

    void onlyOurFonts_data() { addPapers(); }
    void onlyOurFonts()
    {
        QFETCH(int, index);
        const auto fonts = m_all[size_t(index)].pdf.fonts();
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
        QFETCH(int, index);
        const Printed &printed = m_all[size_t(index)];
        const QString form = printed.paper.form;
        const bool isTwoPages = form == u"application-form"_s || printed.name == "filing-receipt";
        if (!printed.isLongest())
            QCOMPARE_LE(printed.sheet.pageCount(), isTwoPages ? 2 : 1);
        QCOMPARE_LT(printed.bytes.size(), 80 * 1024 * printed.sheet.pageCount());
    }

    /// At 300 dots an inch nothing but the mark is coloured, and nearly all of what is not white is ink or its edge.
    void inkIsBlack_data() { addPapers(); }
    void inkIsBlack()
    {
        QFETCH(int, index);
        const Printed &printed = m_all[size_t(index)];
        if (printed.isLongest())
            return; // the same ink, on many pages
        const QImage page = printed.pdf.picture(1, 300).convertToFormat(QImage::Format_RGB888);
        std::array<qint64, 256> greys{};
        for (int y = 0; y < page.height(); ++y) {
            const uchar *line = page.constScanLine(y);
            const uchar *const end = line + 3 * page.width();
            for (; line != end; line += 3) {
                if (line[0] != line[1] || line[1] != line[2])
                    QFAIL("coloured ink");
                ++greys[line[0]];
            }
        }
        const qint64 black = greys.front();
        const qint64 grey = std::accumulate(greys.begin() + 1, greys.end() - 1, qint64(0));
        QCOMPARE_GT(black, 20'000);
        QCOMPARE_LT(grey, 3 * black);
    }

    void propertiesSayWhatItIs_data() { addPapers(); }
    void propertiesSayWhatItIs()
    {
        QFETCH(int, index);
        const auto &[name, paper, sheet, bytes, pdf] = m_all[size_t(index)];
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
