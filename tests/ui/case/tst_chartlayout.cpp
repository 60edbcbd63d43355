#include "ui/case/chartlayout.h"

#include <QTest>

using namespace Qt::StringLiterals;
using chart::Box;

namespace {

/// "a", or "b<a,c": b waits for a and c.
QList<domain::Plan::ItemLine> itemsOf(const QStringList &words)
{
    QList<domain::Plan::ItemLine> lines;
    for (const QString &word : words) {
        domain::Plan::ItemLine line;
        line.item.id = word.section(u'<', 0, 0);
        line.item.after = word.section(u'<', 1).split(u',', Qt::SkipEmptyParts);
        lines << line;
    }
    return lines;
}

}

/// Rows and columns of the flow chart.
class TestChartLayout : public QObject
{
    Q_OBJECT

private slots:
    void boxes_data()
    {
        QTest::addColumn<QStringList>("items");
        QTest::addColumn<int>("columns");
        QTest::addColumn<QStringList>("expected"); // "id row column"
        QTest::newRow("none") << QStringList{} << 3 << QStringList{};
        QTest::newRow("side by side") << QStringList{u"a"_s, u"b"_s} << 3 << QStringList{u"a 0 0"_s, u"b 0 1"_s};
        QTest::newRow("more than fit") << QStringList{u"a"_s, u"b"_s, u"c"_s} << 2
                                       << QStringList{u"a 0 0"_s, u"b 0 1"_s, u"c 1 0"_s};
        QTest::newRow("a chain") << QStringList{u"c<b"_s, u"b<a"_s, u"a"_s} << 3
                                 << QStringList{u"a 0 0"_s, u"b 1 0"_s, u"c 2 0"_s};
        QTest::newRow("below the later of two")
            << QStringList{u"a"_s, u"b<a"_s, u"c<a,b"_s} << 3 << QStringList{u"a 0 0"_s, u"b 1 0"_s, u"c 2 0"_s};
        QTest::newRow("next to those that wait")
            << QStringList{u"a"_s, u"b"_s, u"c<a"_s} << 1 << QStringList{u"b 0 0"_s, u"a 1 0"_s, u"c 2 0"_s};
        QTest::newRow("waits for what was not applied for") << QStringList{u"a<x"_s} << 3 << QStringList{u"a 0 0"_s};
    }
    void boxes()
    {
        QFETCH(QStringList, items);
        QFETCH(int, columns);
        QFETCH(QStringList, expected);
        QStringList placed;
        for (const Box &box : chart::boxes(itemsOf(items), columns))
            placed << u"%1 %2 %3"_s.arg(box.id).arg(box.row).arg(box.column);
        QCOMPARE(placed, expected);
    }

    void aCircleEndsToo() { QCOMPARE(chart::boxes(itemsOf({u"a<b"_s, u"b<a"_s}), 3).size(), 2); }
};

QTEST_APPLESS_MAIN(TestChartLayout)
#include "tst_chartlayout.moc"
