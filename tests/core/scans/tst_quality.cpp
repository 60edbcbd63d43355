#include "core/scans/quality.h"
#include "tests/core/scans/samplepages.h"

#include <QTest>

using scans::QualityFault;
using Faults = QList<QualityFault>;

/// The warnings, on pages drawn sharp and spoilt one way at a time.
class TestQuality : public QObject
{
    Q_OBJECT

private slots:
    void pagesAreJudged_data();
    void pagesAreJudged();
};

void TestQuality::pagesAreJudged_data()
{
    using namespace samplepages;
    QTest::addColumn<QImage>("page");
    QTest::addColumn<Faults>("faults");
    const auto row = [](const char *name, const QImage &page, const Faults &faults) {
        QTest::newRow(name) << page << faults;
    };
    const QImage full = text();
    const QImage sparse = text(2);
    row("a full page", full, {});
    row("three hundred dots an inch", text(40, 300), {});
    row("two lines on a page", sparse, {});
    row("grey paper, some noise", lit(full, 0.7, 10, 6), {});
    row("as JPEG of middling quality", QImage::fromData(jpeg(full, 60)), {});
    row("slightly out of focus, still legible", blurred(full, 1), {});
    row("out of focus", blurred(full, 4), {QualityFault::Blurred});
    row("out of focus with noise", lit(blurred(full, 4), 0.8, 0, 5), {QualityFault::Blurred});
    row("two lines out of focus", blurred(sparse, 4), {QualityFault::Blurred});
    row("three hundred dots an inch out of focus", blurred(text(40, 300), 5), {QualityFault::Blurred});
    row("in the dark", lit(full, 0.35), {QualityFault::Dark});
    row("washed out", lit(full, 0.25, 190), {QualityFault::WashedOut});
    row("the back of a page", lit(text(0), 0.9, 0, 4), {QualityFault::Empty});
    row("too small", text(40, 100), {QualityFault::FewDots});
}

void TestQuality::pagesAreJudged()
{
    QFETCH(QImage, page);
    const scans::Quality quality = scans::qualityOf(page, page.size());
    qInfo("sharpness %.2f, paper %d, ink %d", quality.sharpness, quality.paper, quality.ink);
    QTEST(quality.faults, "faults");
}

QTEST_MAIN(TestQuality)
#include "tst_quality.moc"
