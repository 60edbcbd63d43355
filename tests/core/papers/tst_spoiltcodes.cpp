#include "core/papers/roll.h"
#include "core/papers/sheet.h"
#include "core/papers/stamp.h"
#include "core/scans/pagecodes.h"
#include "tests/core/papers/damage.h"
#include "tests/core/papers/everypaper.h"
#include "tests/core/papers/pdftools.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using domain::PaperKind;

namespace {

constexpr double scanned = 300; ///< dots an inch at which a desk's scanner looks
constexpr int seeds = 12;
constexpr double spoiltShare = 0.10;

/// As a window stamps it; the bytes of key and signature are as good as any.
QString stampedCaseCode(const papersample::Printable &sample, const domain::PaperRef &paper)
{
    QRandomGenerator random(20'261'122);
    const auto bytes = [&](int count) {
        QByteArray made;
        for (int i = 0; i < count; ++i)
            made.append(char(random.bounded(256)));
        return made;
    };
    return papers::stampedCode(papers::caseCode(sample.file.number, sample.hall),
                               papers::stampOf(sample.file, sample.plan, paper), bytes(8), bytes(64));
}

papers::Paper stampedPaper(const papersample::Printable &sample, const domain::PaperRef &ref, bool onRoll = false)
{
    static const auto forms = papers::FormFolder::load(qEnvironmentVariable("YICHUANG_SOURCE") + u"/forms"_s);
    papers::CaseFacts facts = sample.facts();
    facts.rules = &everypaper::rules();
    facts.code = stampedCaseCode(sample, ref);
    facts.onRoll = onRoll;
    const auto paper = papers::casePaper(*forms, facts, ref);
    if (!paper)
        qFatal("%s %s", qPrintable(paper.error().place), qPrintable(paper.error().detail));
    return *paper;
}

papersample::Printable sampleAt(const QString &address)
{
    auto sample = everypaper::lived(papersample::newborn());
    sample.hall.publicUrl = address;
    return sample;
}

QStringList contentsOn(const papers::Paper &paper)
{
    QStringList contents;
    for (const papers::Block &block : paper.blocks) {
        if (const auto *codes = std::get_if<papers::Codes>(&block)) {
            for (const papers::Codes::Code &code : codes->codes)
                contents << code.content;
        }
    }
    contents.sort();
    return contents;
}

/// One code of a paper, cut out with its quiet zone.
struct Cut {
    QImage picture;
    QRectF code; ///< without the quiet zone
    double module; ///< pixels
    QString content;
};

/// The codes on page \a page as they were laid out, out of its picture at \a dpi dots an inch; their modules are whole
/// \a step pixels (0: of any size).
QList<Cut> cutOut(const papers::Layout &layout, int page, const QImage &picture, double dpi, const QStringList &contents,
                  double step = 0)
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
            double module = code->size * scale / code->code->size();
            if (step > 0)
                module = std::floor(module / step + 0.01) * step;
            const double side = (code->code->size() - 2 * quiet) * module;
            const double aside = (code->size * scale - side) / 2;
            Cut cut{picture.copy(place), {aside, aside, side, side}, module, {}};
            cut.content = scans::codesOn(cut.picture).value(0);
            if (!contents.contains(cut.content))
                qFatal("a code that is not of the paper: %s", qPrintable(cut.content));
            cuts << cut;
        }
    }
    return cuts;
}

/// Whether a reader gets \a cut when it is spoilt and held askew; it looks a few times from a
/// little nearer and farther, as a hand is never still.
bool isRead(const Cut &cut, damage::Kind kind, quint32 seed)
{
    QImage spoilt = cut.picture;
    damage::spoil(spoilt, cut.code, cut.module, kind, spoiltShare, seed);
    static const std::array<std::pair<double, double>, 8> looks{
        {{3, 0.02}, {-3, 0.02}, {3, -0.02}, {-3, -0.02}, {1.5, 0.01}, {-1.5, -0.01}, {2, 0}, {-2, 0}}};
    for (const double distance : {1.0, 0.8, 1.3}) {
        const QImage seen = spoilt.scaled(spoilt.size() * distance, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        for (const auto &[degrees, tilt] : looks) {
            if (scans::codesOn(damage::askew(seen, degrees, tilt)) == QStringList{cut.content})
                return true;
        }
    }
    return false;
}

/// Of the longest codes, an address with a stamp, one damage of the 36 may be too much even for level H; of others none.
int mostUnread(const Cut &cut)
{
    constexpr int longCode = 150;
    return cut.content.size() > longCode ? 1 : 0;
}

/// The seeds at which more of \a cuts were not read than may be, by kind of damage.
QStringList unread(const QList<Cut> &cuts)
{
    QStringList all;
    for (const Cut &cut : cuts) {
        QStringList lost;
        for (const auto &[kind, name] : {std::pair(damage::Kind::Ink, "ink"), {damage::Kind::Rubbed, "rubbed"},
                                         {damage::Kind::Wiped, "wiped"}}) {
            for (quint32 seed = 1; seed <= seeds; ++seed) {
                if (!isRead(cut, kind, seed))
                    lost << u"%1, seed %2: %3"_s.arg(QLatin1String(name)).arg(seed).arg(cut.content.left(40));
            }
        }
        if (lost.size() > mostUnread(cut))
            all += lost;
    }
    return all;
}

}

class TestSpoiltCodes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("with a public address") << u"https://yics.example.gov.cn"_s;
        QTest::newRow("without") << QString();
    }

    void read_data()
    {
        QTest::addColumn<PaperKind>("kind");
        QTest::newRow("receipt") << PaperKind::FilingReceipt;
        QTest::newRow("notice") << PaperKind::CorrectionNotice;
        QTest::newRow("cover sheet") << PaperKind::CoverSheet;
    }

    /// At 150 dots an inch by another reader, and spoilt and askew at the resolution of a scanner by our own.
    void read()
    {
        QFETCH_GLOBAL(const QString, address);
        QFETCH(const PaperKind, kind);
        const papers::Paper paper = stampedPaper(sampleAt(address), {kind, 1, {}});
        const papers::Layout layout = papers::layoutOf(paper);
        const QStringList contents = contentsOn(paper);
        const papers::Sheet sheet(paper);
        const pdftools::PdfFile file(*sheet.pdf());
        QStringList coarse;
        QList<Cut> cuts;
        for (int page = 0; page < sheet.pageCount(); ++page) {
            coarse += file.codes(page + 1, 150);
            cuts += cutOut(layout, page, file.picture(page + 1, int(scanned)), scanned, contents);
        }
        coarse.sort();
        QCOMPARE(coarse, contents);
        QCOMPARE(cuts.size(), contents.size());
        const QStringList lost = unread(cuts.mid(0, 4)); // of the separators, which are all alike, the first three
        QVERIFY2(lost.isEmpty(), qPrintable(lost.join(u'\n')));
    }

    void readFromTheRoll()
    {
        QFETCH_GLOBAL(const QString, address);
        const papers::Paper paper = stampedPaper(sampleAt(address), {PaperKind::FilingReceipt, 1, {}}, true);
        const papers::Layout layout = papers::rollLayout(paper);
        const QStringList contents = contentsOn(paper);
        const papers::Sheet sheet(paper);
        const pdftools::PdfFile file(*sheet.pdf());
        QCOMPARE(file.codes(1, 203), contents); // the dots of the machine
        QCOMPARE(file.codes(1, 150), contents);
        constexpr double seen = 2; // a reader sees each dot of the paper with two of its own
        const QImage raster = sheet.raster().convertToFormat(QImage::Format_Grayscale8);
        const QList<Cut> cuts = cutOut(layout, 0, raster.scaled(raster.size() * seen), papers::roll::dotsPerInch * seen,
                                        contents, seen);
        for (const Cut &cut : cuts)
            QVERIFY2(cut.module / seen >= 4, qPrintable(QString::number(cut.module / seen)));
        QCOMPARE(cuts.size(), contents.size());
        const QStringList lost = unread(cuts);
        QVERIFY2(lost.isEmpty(), qPrintable(lost.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestSpoiltCodes)
#include "tst_spoiltcodes.moc"
