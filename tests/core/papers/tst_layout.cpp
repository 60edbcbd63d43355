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
