#include "damage.h"
#include "everypaper.h"
#include "pdftools.h"

#include "core/base/datafolder.h"
#include "core/guides/shelf.h"
#include "core/papers/guidepapers.h"
#include "core/papers/roll.h"
#include "core/papers/sheet.h"
#include "core/papers/testpage.h"
#include "core/scans/pagecodes.h"

#include <QTextStream>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using damage::Kind;

namespace {

/// How many damages of each kind a code suffers; YICHUANG_TRIALS asks for more, e.g. the 30 of the table in the README.
int trials()
{
    const int asked = qEnvironmentVariableIntValue("YICHUANG_TRIALS");
    return asked > 0 ? asked : 2;
}

constexpr int looks = 6;
constexpr qsizetype mostOfOnePaper = 3; ///< of the separators, which are all alike
constexpr std::array resolutions{150, 300};

/// One code of a printed page, cut out with its quiet zone.
struct Cut {
    QImage picture;
    damage::Code code;
    QString content;
};

/// The codes of page \a page of \a paper, laid out as \a layout, out of the \a picture of it at \a dpi dots an inch.
QList<Cut> cutOut(const papers::Layout &layout, int page, bool onRoll, const QImage &picture, double dpi)
{
    constexpr int quiet = 4;
    const double scale = dpi / 72;
    QList<Cut> cuts;
    for (const papers::Page::Placed &placed : layout.pages[page].strips) {
        for (const papers::Piece &piece : layout.strips[placed.strip].pieces) {
            const auto *code = std::get_if<papers::CodePiece>(&piece);
            if (!code)
                continue;
            const QRect place = QRectF((placed.x + code->x) * scale, (placed.y + code->y) * scale, code->size * scale,
                                       code->size * scale)
                                    .toAlignedRect();
            double module = code->size / code->code->size();
            if (onRoll) // there modules are whole dots
                module = std::floor(module / papers::roll::dot + 0.01) * papers::roll::dot;
            const double side = (code->code->size() - 2 * quiet) * module * scale;
            const double aside = (code->size * scale - side) / 2;
            Cut cut{picture.copy(place), {{aside, aside, side, side}, module * scale}, {}};
            cut.content = scans::codesOn(cut.picture).value(0);
            cuts << cut;
        }
    }
    return cuts;
}

/// At which of its looks a reader gets \a cut when it is spoilt; 0: at none. No hand holds still: every look is otherwise askew,
/// from another distance.
int lookThatReads(const Cut &cut, Kind kind, quint32 seed)
{
    constexpr std::array distances{1.0, 2.0 / 3, 1.5};
    const QImage spoilt = damage::spoilt(cut.picture, cut.code, kind, seed);
    for (int look = 0; look < looks; ++look) {
        const QImage seen = damage::askew(spoilt, seed * 7 + quint32(look) * 1000);
        const double distance = distances[size_t(look) % distances.size()];
        if (scans::codesOn(seen.scaled(seen.size() * distance, Qt::KeepAspectRatio, Qt::SmoothTransformation)) == QStringList{cut.content})
            return look + 1;
    }
    return 0;
}

struct Score {
    int atOnce = 0;
    int read = 0;
    int tried = 0;
};
using Scores = QMap<Kind, Score>;

Scores scoresOf(const Cut &cut)
{
    Scores scores;
    for (const auto &[kind, name] : damage::kinds) {
        for (int seed = 1; seed <= trials(); ++seed) {
            const int look = lookThatReads(cut, kind, quint32(seed));
            Score &score = scores[kind];
            score.atOnce += look == 1;
            score.read += look > 0;
            ++score.tried;
        }
    }
    return scores;
}

QString lineOf(const Scores &scores)
{
    QStringList words;
    for (const auto &[kind, name] : damage::kinds) {
        const Score score = scores[kind];
        words << u"%1 %2 (%3) of %4"_s.arg(QLatin1String(name)).arg(score.read).arg(score.atOnce).arg(score.tried);
    }
    return words.join(u", "_s);
}

}

/// The codes of every kind of paper: read by another program from the clean page at 150 dots an inch, and by ours when a tenth is
/// spoilt and the paper is held askew.
class TestSpoiltCodes : public QObject
{
    Q_OBJECT

private:
    static papers::FormFolder forms() { return papers::FormFolder::load(base::dataFolder() + u"/forms"_s).value(); }

    static void addPapers()
    {
        QTest::addColumn<papers::Paper>("paper");
        const auto everyday = papersample::newborn();
        const auto usual = everypaper::lived(everyday);
        auto without = usual;
        without.hall.publicUrl.clear();
        auto elsewhere = usual;
        elsewhere.hall.publicUrl = u"https://zwfw.example.gov.cn/Sanmenxia/yics"_s; // whose letters must stay as they are
        const domain::PaperRef receipt{domain::PaperKind::FilingReceipt, 1, {}};
        for (const auto &[name, ref] : everypaper::all())
            QTest::newRow(name) << everypaper::paper(forms(), usual, ref).value();
        QTest::newRow("filing-receipt, no hub") << everypaper::paper(forms(), without, receipt).value();
        QTest::newRow("filing-receipt, address with a path") << everypaper::paper(forms(), elsewhere, receipt).value();
        QTest::newRow("filing-receipt-80") << everypaper::paper(forms(), usual, receipt, 1, true).value();
        const auto shelf = guides::Shelf::load(base::dataFolder() + u"/guides"_s).value();
        const domain::Guide guide = domain::guideOf(*shelf.pack(u"sanmenxia-personal"_s), u"newborn"_s).value();
        const papers::GuideFacts facts{guide, everyday.hall, papersample::moment().date()};
        QTest::newRow("full-guide") << papers::fullGuide(forms(), facts).value();
        QTest::newRow("concise-guide") << papers::conciseGuide(forms(), facts).value();
        QTest::newRow("personal-list")
            << papers::personalList(forms(), facts, domain::planOf({}, guide, facts.day)).value();
        const QDateTime at = papersample::moment();
        for (const bool onRoll : {false, true})
            QTest::newRow(onRoll ? "test-page-80" : "test-page")
                << papers::testPage(forms(), everyday.hall, u"counter-2"_s, u"tray-1"_s, at, onRoll).value();
    }

    static bool isOnRoll(const papers::Paper &paper) { return paper.format == papers::Paper::Format::Roll80; }

    /// Empty, or the scores of \a cut when it was lost more often than may be.
    QString tryOn(const Cut &cut, int dpi)
    {
        const Scores scores = scoresOf(cut);
        bool isEnough = true;
        for (auto score = scores.begin(); score != scores.end(); ++score) {
            Score &sum = m_sums[dpi][score.key()];
            sum.atOnce += score->atOnce;
            sum.read += score->read;
            sum.tried += score->tried;
            // Of many trials one may hit what a code has for orientation, which no correction makes good; many specks do so often.
            const int mayBeLost = score.key() == Kind::Specks ? (score->tried + 2) / 3 : score->tried / 30;
            isEnough &= score->tried - score->read <= mayBeLost;
        }
        const QString line = u"%1 dpi, %2 modules of %3 mm, %4…: %5"_s.arg(dpi)
                                 .arg(qRound(cut.code.place.width() / cut.code.module))
                                 .arg(cut.code.module / dpi * 25.4, 0, 'f', 2)
                                 .arg(cut.content.left(24), lineOf(scores));
        QTextStream(stdout) << line << u'\n';
        return isEnough ? QString() : line;
    }

    QList<std::tuple<QString, int, bool>> m_tried; ///< code and size, which many papers share
    QMap<int, Scores> m_sums; ///< by dots an inch

private slots:
    void read_data() { addPapers(); }
    void read()
    {
        QFETCH(papers::Paper, paper);
        const papers::Layout layout = papers::layoutOf(paper);
        const pdftools::PdfFile file(papers::Sheet(paper).pdf().value());
        const QStringList expected = everypaper::codesOf(paper);
        // Those without are kept by the hall, in the bag of the case.
        QVERIFY(!expected.isEmpty() || paper.form == u"application-form"_s || paper.form.endsWith(u"-letter"_s));
        QStringList clean;
        for (int page = 1; page <= layout.pages.size(); ++page)
            clean += file.codes(page, 150);
        clean.sort();
        QCOMPARE(clean, expected);
        for (const int dpi : resolutions) {
            QList<Cut> cuts;
            for (int page = 0; page < layout.pages.size(); ++page)
                cuts += cutOut(layout, page, isOnRoll(paper), file.picture(page + 1, dpi), dpi);
            QStringList found;
            for (const Cut &cut : cuts)
                found << cut.content;
            found.sort();
            QCOMPARE(found, expected);
            for (const Cut &cut : cuts.first(std::min(cuts.size(), mostOfOnePaper))) {
                const auto once = std::tuple(cut.content, cut.picture.width(), isOnRoll(paper));
                if (m_tried.contains(once))
                    continue;
                m_tried << once;
                const QString lost = tryOn(cut, dpi);
                QVERIFY2(lost.isEmpty(), qPrintable(lost));
            }
        }
    }

    void cleanupTestCase()
    {
        for (auto sum = m_sums.cbegin(); sum != m_sums.cend(); ++sum)
            QTextStream(stdout) << u"all at %1 dpi: %2\n"_s.arg(sum.key()).arg(lineOf(*sum));
    }
};

QTEST_GUILESS_MAIN(TestSpoiltCodes)
#include "tst_spoiltcodes.moc"
