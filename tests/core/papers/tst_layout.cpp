#include "pdftools.h"

#include "core/papers/layout.h"
#include "core/papers/sheet.h"

#include <QImage>

using namespace Qt::StringLiterals;
using namespace papers;

namespace {

Table tableOf(int rows, const QString &words)
{
    Table table{{{u"序号"_s, 0.75, true}, {u"材料名称"_s, 3, false}, {u"要求"_s, 4, false}}, {}};
    for (int i = 1; i <= rows; ++i)
        table.rows << QStringList{QString::number(i), u"材料%1"_s.arg(i), words};
    return table;
}

const Signature signature{{u"申请人（签收）："_s, u"日期："_s}, {u"政务服务中心"_s, u"2026年11月21日"_s}};

Paper paperOf(const QList<Block> &blocks)
{
    return {u"test"_s, u"样张"_s, u"编号：1"_s, {}, u"页脚"_s, u"样例"_s, blocks};
}

double endOf(const Layout &layout, const Page::Placed &placed)
{
    return placed.y + layout.strips[placed.strip].height;
}

}

class TestLayout : public QObject
{
    Q_OBJECT

private slots:
    void headOfATableStandsOnEachOfItsPages()
    {
        const Layout layout = layoutOf(paperOf({tableOf(90, u"符合要求"_s)}));
        QCOMPARE_GT(layout.pages.size(), 2);
        const int head = layout.heads.value(0, -1);
        for (qsizetype i = 1; i < layout.pages.size(); ++i)
            QCOMPARE(layout.pages[i].strips.first().strip, head);
    }

    void rowsAreNeverTorn()
    {
        const Layout layout = layoutOf(paperOf({tableOf(40, u"需要补正的内容较长。"_s.repeated(20))}));
        QCOMPARE(layout.strips.size(), 1 + 1 + 40); // title, head, a strip a row
    }

    void aRowHigherThanAPageIsCutAndComplete()
    {
        const QString words = u"一二三四五六七八九十"_s.repeated(400);
        const Paper paper = paperOf({tableOf(1, words)});
        const pdftools::PdfFile pdf(Sheet(paper).pdf().value());
        const QString all = pdf.pageTexts().join(QString());
        QCOMPARE_GT(pdf.pageTexts().size(), 2);
        QCOMPARE(all.count(u"五"_s), 400);
    }

    void nothingRunsIntoTheFooter_data()
    {
        QTest::addColumn<int>("rows");
        for (int rows = 0; rows < 60; ++rows)
            QTest::addRow("%d rows", rows) << rows;
    }
    void nothingRunsIntoTheFooter()
    {
        QFETCH(int, rows);
        const Layout layout = layoutOf(
            paperOf({Heading{u"一、材料"_s}, tableOf(rows, u"符合要求"_s), Paragraph{u"以上材料"_s.repeated(30)},
                     Codes{{{u"a"_s, u"办件"_s}, {u"b"_s, u"指南"_s}}}, signature}));
        for (const Page &page : layout.pages) {
            double end = 0;
            for (const Page::Placed &placed : page.strips) {
                QCOMPARE_GE(placed.y, end - 0.01);
                end = endOf(layout, placed);
            }
            QCOMPARE_LE(end, a4::bottom);
        }
        const QList<Page::Placed> &last = layout.pages.last().strips;
        QCOMPARE_GT(last.size(), 1); // the signature is not alone
        QCOMPARE(last.last().strip, int(layout.strips.size()) - 1);
    }

    void aHeadingIsNeverTheLastOnAPage_data() { nothingRunsIntoTheFooter_data(); }
    void aHeadingIsNeverTheLastOnAPage()
    {
        QFETCH(int, rows);
        const Layout layout = layoutOf(
            paperOf({tableOf(rows, u"符合要求"_s), Heading{u"二、说明"_s}, Paragraph{u"说明"_s.repeated(90)}}));
        for (const Page &page : layout.pages)
            QVERIFY(layout.strips[page.strips.last().strip].block != 1);
    }

    void chartsStandInRows_data()
    {
        QTest::addColumn<QList<QList<int>>>("after");
        QTest::addColumn<QList<QList<int>>>("rows");
        QTest::newRow("side by side") << QList<QList<int>>{{}, {}} << QList<QList<int>>{{0, 1}};
        QTest::newRow("more than three") << QList<QList<int>>{{}, {}, {}, {}} << QList<QList<int>>{{0, 1, 2}, {3}};
        QTest::newRow("chain backwards") << QList<QList<int>>{{1}, {2}, {}} << QList<QList<int>>{{2}, {1}, {0}};
        QTest::newRow("fork and join") << QList<QList<int>>{{}, {0}, {0}, {1, 2}}
                                       << QList<QList<int>>{{0}, {1, 2}, {3}};
        QTest::newRow("longest way counts") << QList<QList<int>>{{}, {0}, {0, 1}} << QList<QList<int>>{{0}, {1}, {2}};
        QTest::newRow("no such box") << QList<QList<int>>{{7}, {-1}} << QList<QList<int>>{{0, 1}};
    }
    void chartsStandInRows()
    {
        QFETCH(QList<QList<int>>, after);
        Chart chart;
        for (const QList<int> &before : after)
            chart.boxes << Chart::Box{u"事项"_s, u"部门"_s, before};
        QTEST(chart.rows(), "rows");
    }

    void chartsHaveAnArrowToEachThatWaits_data()
    {
        QTest::addColumn<QList<QList<int>>>("after");
        QTest::addColumn<int>("arrows");
        // Each arrow: from the first box, between boxes, to the last box.
        QTest::newRow("one") << QList<QList<int>>{{}} << 2;
        QTest::newRow("fork") << QList<QList<int>>{{}, {0}, {0}} << 1 + 2 + 2;
        QTest::newRow("what follows anyway is not drawn") << QList<QList<int>>{{}, {0}, {0, 1}} << 1 + 2 + 1;
        QTest::newRow("seven side by side") << QList<QList<int>>{{}, {}, {}, {}, {}, {}, {}} << 7 + 7;
        QTest::newRow("circle, cut open") << QList<QList<int>>{{1}, {0}} << 2 + 2;
    }
    void chartsHaveAnArrowToEachThatWaits()
    {
        QFETCH(QList<QList<int>>, after);
        Chart chart{{}, u"收件"_s, u"送达"_s};
        for (const QList<int> &before : after)
            chart.boxes << Chart::Box{u"事项"_s, u"部门"_s, before};
        const Layout layout = layoutOf(paperOf({chart}));
        int arrows = 0;
        for (const Strip &strip : layout.strips) {
            for (const Piece &piece : strip.pieces) {
                arrows += std::holds_alternative<ArrowPiece>(piece);
                if (const auto *rule = std::get_if<RulePiece>(&piece)) {
                    QCOMPARE_GE(std::min(rule->x1, rule->x2), -0.01);
                    QCOMPARE_LE(std::max(rule->x1, rule->x2), a4::text + 0.01);
                    QCOMPARE_LE(rule->y2, strip.height + 0.01);
                }
            }
        }
        QTEST(arrows, "arrows");
    }

    void aLongChartGoesOnOnTheNextPage()
    {
        Chart chart{{}, u"收件"_s, u"送达"_s};
        for (int i = 0; i < 40; ++i)
            chart.boxes << Chart::Box{u"第%1项公众聚集场所投入使用、营业前消防安全检查"_s.arg(i), u"消防救援机构"_s,
                                      i > 0 ? QList<int>{i - 1} : QList<int>()};
        const Sheet sheet(paperOf({chart}));
        QCOMPARE_GT(sheet.pageCount(), 2);
        const QString all = pdftools::PdfFile(sheet.pdf().value()).pageTexts().join(QString());
        for (const Chart::Box &box : chart.boxes)
            QVERIFY(all.contains(box.text));
    }

    void foldedPapersRunThroughTheirPanels()
    {
        Paper paper = paperOf({});
        paper.format = Paper::Format::Folded;
        paper.cover = {Paragraph{u"封面"_s}};
        for (int i = 0; i < 400; ++i)
            paper.blocks << Paragraph{u"第%1段"_s.arg(i)};
        const Layout layout = layoutOf(paper);
        // Inside left, middle, right; outside left (flap), middle (back); outside right is the cover; then further sheets.
        const QList<std::pair<int, int>> order{{1, 0}, {1, 1}, {1, 2}, {0, 0}, {0, 1}, {2, 0}, {2, 1}, {2, 2}, {3, 0}};
        QMap<std::pair<int, int>, int> firsts;
        for (int page = 0; page < layout.pages.size(); ++page) {
            for (const Page::Placed &placed : layout.pages[page].strips) {
                const std::pair panel(page, int(placed.x / folded::panel));
                if (!firsts.contains(panel))
                    firsts.insert(panel, layout.strips[placed.strip].block);
                QCOMPARE_LE(endOf(layout, placed), folded::bottom + 0.01);
            }
        }
        QCOMPARE_LT(firsts.value({0, 2}), 0);
        for (qsizetype i = 1; i < order.size(); ++i)
            QCOMPARE_GT(firsts.value(order[i]), firsts.value(order[i - 1]));
        QCOMPARE(firsts.value(order[0]), 0);
    }

    void aNoteStaysWithItsRow_data() { nothingRunsIntoTheFooter_data(); }
    void aNoteStaysWithItsRow()
    {
        QFETCH(int, rows);
        Table table = tableOf(rows, u"符合要求"_s);
        for (int i = 0; i < rows; ++i)
            table.notes << u"受理标准：符合要求。"_s.repeated(i % 9);
        const Layout layout = layoutOf(paperOf({table}));
        for (const Page &page : layout.pages)
            QVERIFY(!layout.strips[page.strips.last().strip].keepWithNext || rows == 0);
    }

    void charactersSurvive_data()
    {
        QTest::addColumn<QString>("characters");
        QTest::newRow("above U+FFFF") << u"𬭚𠮷𰻝"_s;
        QTest::newRow("those that share a glyph with a radical") << u"生人民齐一工日户口身行见"_s;
        QTest::newRow("radicals themselves") << u"⼈⽣⼀⺠"_s;
        QTest::newRow("outside GB 2312") << u"瀍㛃䶮镕喆"_s;
        QTest::newRow("names with a dot") << u"阿卜杜勒·穆罕默德"_s;
        QTest::newRow("official brackets") << u"三政办〔2023〕32号《办法》“一件事”"_s;
        QTest::newRow("Latin that tempts to ligatures") << u"office-affair-fluffy@example.org"_s;
        QTest::newRow("a code longer than the line") << u"1.2.156.3005.2."_s + u"11100000000013338W032."_s.repeated(8);
    }
    void charactersSurvive()
    {
        QFETCH(QString, characters);
        Paper paper = paperOf({Paragraph{characters}, Paragraph{characters, Paragraph::Weight::Strong},
                               Table{{{u"值"_s, 1, false}}, {{characters}}}});
        const QString text = pdftools::PdfFile(Sheet(paper).pdf().value()).pageTexts().join(QString());
        QCOMPARE(text.count(characters), 3);
    }

    void controlCharactersAreNotPrinted()
    {
        const Paper paper = paperOf({Paragraph{u"甲\a乙\u2029丙\r\n丁"_s}});
        QVERIFY(pdftools::PdfFile(Sheet(paper).pdf().value()).pageTexts().first().contains(u"甲乙丙丁"_s));
    }

    void anEmptyPaperIsOnePage()
    {
        const Sheet sheet{Paper()};
        QCOMPARE(sheet.pageCount(), 1);
        QVERIFY(sheet.pdf());
        QVERIFY(!sheet.picture(0, 1).isNull());
        QVERIFY(sheet.picture(1, 1).isNull());
        QVERIFY(sheet.picture(-1, 1).isNull());
    }

    void aCodeThatCannotBeMadeIsAnError_data()
    {
        QTest::addColumn<QString>("content");
        QTest::newRow("empty") << QString();
        QTest::newRow("too long") << u"x"_s.repeated(4000);
    }
    void aCodeThatCannotBeMadeIsAnError()
    {
        QFETCH(QString, content);
        const Sheet sheet(paperOf({Codes{{{content, u"办件"_s}}}}));
        QVERIFY(!sheet.pdf());
        QCOMPARE(sheet.pdf().error().kind, base::Error::Kind::Document);
    }

    void aCodeMayBeChinese()
    {
        const Sheet sheet(paperOf({Codes{{{u"办件𠮷"_s, u"办件"_s}}}}));
        QCOMPARE(pdftools::PdfFile(sheet.pdf().value()).codes(1, 150), QStringList{u"办件𠮷"_s});
    }
};

QTEST_GUILESS_MAIN(TestLayout)
#include "tst_layout.moc"
