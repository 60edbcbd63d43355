#include "core/reports/glossary.h"
#include "ui/report/chartspane.h"
#include "ui/report/figurestable.h"
#include "ui/report/reportcharts.h"
#include "ui/report/spanbar.h"
#include "ui/theme/theme.h"

#include <QDateEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace reports;
using reportcharts::Bar;
using reportcharts::Chart;

namespace {

Line line(const QString &name, qint64 filings, qint64 early, qint64 timely, qint64 late)
{
    Line made{.scope = {Scope::Kind::Department, name, name}, .values = {}};
    made.values[size_t(Figure::Filings)].number = filings;
    made.values[size_t(Figure::EarlyDecisions)].number = early;
    made.values[size_t(Figure::TimelyDecisions)].number = timely;
    made.values[size_t(Figure::LateDecisions)].number = late;
    return made;
}

/// A day of a hall, made up.
Report dayOfHall()
{
    Report report;
    report.span = Span::day(QDate(2026, 11, 20));
    report.madeAt = QDateTime(QDate(2026, 11, 20), QTime(17, 30));
    for (size_t i = 0; i < report.values.size(); ++i)
        report.values[i] = {qint64(i), qint64(2 * i), true};
    for (const Span &span : report.span.compared())
        report.compared.append({span, report.values});
    for (int day = trendDays; day > 0; --day) {
        Values values = report.values;
        values[size_t(Figure::Filings)].number = day % 5;
        report.trend.append({report.span.to.addDays(1 - day), values});
    }
    report.filingsByHour[9] = 12;
    report.filingsByHour[10] = 7;
    report.filingsByHour[15] = 4;
    report.deliveriesByHour[16] = 5;
    report.ages = {9, 4, 3, 2, 1, 1};
    report.byMatter = {line(u"新生儿出生"_s, 14, 0, 0, 0), line(u"开一家叫得出名字很长的便利店和超市"_s, 9, 0, 0, 0)};
    report.byDepartment = {line(u"公安机关"_s, 0, 8, 2, 0), line(u"医疗保障部门"_s, 0, 1, 2, 1), line(u"民政部门"_s, 0, 0, 0, 0)};
    return report;
}

void picture(QWidget &widget, const QString &name)
{
    if (const QString folder = qEnvironmentVariable("YICHUANG_SHOTS"); !folder.isEmpty())
        widget.grab().save(folder + u'/' + name + u".png"_s);
}

}

/// What the page of the report shows of a report.
class TestReport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp); }

    void barsAreTheNumbersOfTheReport()
    {
        const Report report = dayOfHall();
        const QList<Bar> hours = reportcharts::barsOf(Chart::Hours, report);
        QCOMPARE(hours.size(), 13); // from 7 to 19
        QCOMPARE(hours[2], (Bar{u"9"_s, 12, u"12"_s}));
        const QList<Bar> matters = reportcharts::barsOf(Chart::Matters, report);
        QCOMPARE(matters.size(), 2);
        QCOMPARE(matters[1].name.size(), 9); // cut, with the number whole
        QCOMPARE(matters[1].words, u"9"_s);
        const QList<Bar> ages = reportcharts::barsOf(Chart::Ages, report);
        QCOMPARE(ages.size(), qsizetype(report.ages.size()));
        QCOMPARE(ages[0].value, 9);
        const QList<Bar> inTime = reportcharts::barsOf(Chart::OnTime, report);
        QCOMPARE(inTime.size(), 2); // who decided nothing has no share
        QCOMPARE(inTime[0], (Bar{u"公安机关"_s, 100, u"100.0% (10/10)"_s}));
        QCOMPARE(inTime[1], (Bar{u"医疗保障部门"_s, 75, u"75.0% (3/4)"_s}));
    }

    void hoursGrowWithWhatHappened()
    {
        Report report = dayOfHall();
        report.deliveriesByHour[22] = 1;
        report.filingsByHour[0] = 1;
        QCOMPARE(reportcharts::barsOf(Chart::Hours, report).size(), 23);
    }

    void chartsAreBlackAndWhite()
    {
        for (int i = 0; i < reportcharts::charts; ++i) {
            const QImage image = reportcharts::draw(static_cast<Chart>(i), dayOfHall(), {450, 260}, 2);
            QCOMPARE(image.size(), QSize(900, 520));
            bool hasInk = false;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor colour = image.pixelColor(x, y);
                    hasInk = hasInk || colour.lightness() < 64;
                    // Grid lines are a very light grey with a touch of blue.
                    QVERIFY2(colour.saturation() < 60 || colour.lightness() > 200, qPrintable(colour.name()));
                }
            }
            QVERIFY(hasInk);
        }
    }

    void everyFigureHasItsRow()
    {
        FiguresTable table;
        table.resize(560, 700);
        table.show(dayOfHall());
        table.QWidget::show();
        QSet<int> seen;
        for (int row = 0; row < table.rowCount(); ++row) {
            table.setCurrentCell(row, 0);
            if (const auto figure = table.figure()) {
                seen << int(*figure);
                QCOMPARE(table.item(row, 1)->text(), wordsOf(*figure, of(dayOfHall().values, *figure)));
            }
        }
        QCOMPARE(seen.size(), figures);
        picture(table, u"figures"_s);
    }

    void aRowOfSmallBars_data()
    {
        QTest::addColumn<QList<qint64>>("days");
        QTest::addColumn<QString>("bars");
        QTest::newRow("none") << QList<qint64>{} << QString();
        QTest::newRow("nothing ever") << QList<qint64>{0, 0} << u"  "_s;
        QTest::newRow("rising") << QList<qint64>{1, 7} << u"▂█"_s;
        QTest::newRow("not told") << QList<qint64>{-1, 3} << u" █"_s;
    }
    void aRowOfSmallBars()
    {
        QFETCH(QList<qint64>, days);
        QTEST(barsInARow(days), "bars");
    }

    void spansByTheirSteps()
    {
        SpanBar bar;
        const QSignalSpy changed(&bar, &SpanBar::changed);
        bar.begin(QDate(2026, 11, 20)); // a Friday
        QCOMPARE(bar.span(), Span::day(QDate(2026, 11, 20)));
        bar.step(-1);
        QCOMPARE(bar.span(), Span::day(QDate(2026, 11, 19)));
        bar.choose(Span::Kind::Week);
        QCOMPARE(bar.span(), Span::week(QDate(2026, 11, 16)));
        bar.step(1);
        QCOMPARE(bar.span().from, QDate(2026, 11, 23));
        bar.choose(Span::Kind::Month);
        bar.step(-1);
        QCOMPARE(bar.span(), Span::month(QDate(2026, 10, 5)));
        bar.choose(Span::Kind::Year);
        bar.toToday(QDate(2027, 1, 2));
        QCOMPARE(bar.span(), Span::year(QDate(2027, 1, 2)));
        QCOMPARE(changed.size(), 7);
    }

    void twoDatesAreASpan()
    {
        SpanBar bar;
        bar.begin(QDate(2026, 11, 20));
        bar.show();
        QVERIFY(QTest::qWaitForWindowActive(&bar));
        const QSignalSpy changed(&bar, &SpanBar::changed), left(&bar, &SpanBar::left);
        bar.chooseDays();
        auto *from = qobject_cast<QDateEdit *>(QApplication::focusWidget());
        QVERIFY(from);
        QTest::keyClicks(from, u"20261103"_s);
        QCOMPARE(changed.size(), 0); // nothing is counted while somebody types
        QTest::keyClick(from, Qt::Key_Return);
        QCOMPARE(bar.span(), Span::days(QDate(2026, 11, 3), QDate(2026, 11, 20)));
        QCOMPARE(changed.size() + left.size(), 2);
        bar.step(-1);
        QCOMPARE(bar.span(), Span::days(QDate(2026, 10, 16), QDate(2026, 11, 2)));
        bar.toToday(QDate(2026, 11, 20));
        QCOMPARE(bar.span(), Span::days(QDate(2026, 11, 3), QDate(2026, 11, 20)));
        from->setDate(QDate(2026, 12, 24)); // behind the other: in either order
        QTest::keyClick(from, Qt::Key_Return);
        QCOMPARE(bar.span(), Span::days(QDate(2026, 11, 20), QDate(2026, 12, 24)));
        from->setDate(QDate(1990, 1, 1));
        QTest::keyClick(from, Qt::Key_Return);
        QCOMPARE(bar.span().length(), 3660);
        bar.choose(Span::Kind::Day);
        QVERIFY(!from->isVisible());
    }

    void whoseWorkIsChosenByADigit()
    {
        SpanBar bar;
        bar.begin(QDate(2026, 11, 20));
        bar.offer({{Scope::Kind::Window, u"d1"_s, u"综合窗口1"_s}, {Scope::Kind::Clerk, u"王芳"_s, u"王芳"_s}});
        bar.show();
        QVERIFY(QTest::qWaitForWindowActive(&bar));
        const QSignalSpy changed(&bar, &SpanBar::changed), left(&bar, &SpanBar::left);
        bar.chooseScope();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_4); // hall, all halls, window, clerk
        QCOMPARE(bar.scope().key, u"王芳"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(left.size(), 1);
        bar.offer({{Scope::Kind::Window, u"d1"_s, u"综合窗口1"_s}}); // whom another day does not name stays chosen
        QCOMPARE(bar.scope().key, u"王芳"_s);
    }

    void theChartsToLookAt()
    {
        ChartsPane pane;
        pane.resize(740, 560);
        pane.show(std::make_shared<const Report>(dayOfHall()));
        pane.QWidget::show();
        picture(pane, u"charts"_s);
        QVERIFY(pane.accessibleDescription().contains(u"医疗保障部门 75.0% (3/4)"_s));
    }
};

QTEST_MAIN(TestReport)
#include "tst_report.moc"
