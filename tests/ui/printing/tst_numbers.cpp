#include "core/desk/papernumbers.h"
#include "tests/core/desk/numberedhall.h"
#include "tests/support/keys.h"
#include "ui/printing/leasewords.h"
#include "ui/printing/numbersmodel.h"
#include "ui/printing/numberspage.h"
#include "ui/printing/seriesmodel.h"
#include "ui/printing/tablelook.h"
#include "ui/shell/language.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/inlinemessage.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTableView>

namespace {

/// For a look at it: a picture in the folder that YICHUANG_PICTURES names.
void picture(QWidget &page, const QString &name)
{
    const QString folder = qEnvironmentVariable("YICHUANG_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(1); // what has changed is laid out
    page.grab().save(folder + u'/' + name + u".png"_s);
}

/// The page as it stands in the window, with the keyboard in it.
void showPage(NumbersPage &page)
{
    page.resize(1282, 700);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.focusProxy()->setFocus();
}

}

/// The book of legal numbers on the screen.
class TestNumbers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        theme::apply(*qApp);
        speak(*qApp, u"zh_CN"_s);
    }

    void nothingWasGivenYet()
    {
        Hall hall;
        desk::PaperNumbers book({hall.profile->journal(), hall.forms, hall.shelf, *hall.reception});
        NumbersPage page(book);
        showPage(page);
        QVERIFY(page.findChild<EmptyState *>()->isVisible());
        picture(page, u"numbers-empty"_s);
        QSignalSpy left(&page, &NumbersPage::leaveRequested);
        Keys keys;
        keys.press({Qt::Key_Return, Qt::Key_S, Qt::Key_V, Qt::Key_Escape});
        QCOMPARE(left.size(), 1);
    }

    /// What a series comes to in words; colour alone says nothing.
    void faces_data()
    {
        QTest::addColumn<desk::SeriesLine>("line");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("icon");
        const desk::SeriesLine well{.series = {u"湖卫"_s, u"acceptance-notice"_s, 2026}, .given = 3, .last = 3, .left = 10};
        const auto changed = [&](auto change) {
            desk::SeriesLine line = well;
            change(line);
            return line;
        };
        QTest::newRow("enough") << well << u"无缺号"_s << u"check"_s;
        QTest::newRow("nine left") << changed([](desk::SeriesLine &l) { l.left = 9; }) << u"9"_s << u"warning"_s;
        QTest::newRow("used up") << changed([](desk::SeriesLine &l) { l.left = 0; }) << u"用完"_s << u"warning"_s;
        QTest::newRow("a gap") << changed([](desk::SeriesLine &l) { l.gaps = {2}; }) << u"缺号"_s << u"warning"_s;
        QTest::newRow("last year") << changed([](desk::SeriesLine &l) { l.left = 0, l.isOver = true; }) << u"年度"_s << u"check"_s;
        QTest::newRow("last year, some unused") << changed([](desk::SeriesLine &l) { l.isOver = true, l.unused = {{7, 9}, {12, 12}}; })
                                                << u"4 个"_s << u"info"_s;
        QTest::newRow("samples") << changed([](desk::SeriesLine &l) { l.isSample = true; }) << u"样例"_s << u"info"_s;
    }
    void faces()
    {
        QFETCH(desk::SeriesLine, line);
        QFETCH(QString, words);
        QVERIFY2(faceOf(line).text.contains(words), qPrintable(faceOf(line).text));
        QTEST(faceOf(line).icon, "icon");
    }

    /// Where numbers come from, in words: what came last, what is asked for, what is wrong and what to do.
    void sources_data()
    {
        QTest::addColumn<desk::NumberLeases::State>("state");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<bool>("trouble");
        using State = desk::NumberLeases::State;
        const auto state = [](auto change) {
            State changed{.hasHub = true, .open = {}, .last = {}, .trouble = {}, .fault = {}};
            change(changed);
            return changed;
        };
        const QDateTime at(QDate(2026, 3, 5), QTime(9, 30));
        const desk::LeaseBook::Block block{{u"湖卫"_s, u"acceptance-notice"_s, 2026, 21, 40, 1}, u"hub"_s, at};
        QTest::newRow("no hub") << State() << QStringList{u"numbers.json"_s, u"Ctrl+7"_s} << false;
        QTest::newRow("a hub") << state([](State &) { }) << QStringList{u"中心端"_s, u"10"_s} << false;
        QTest::newRow("leased") << state([&](State &s) { s.last = block; })
                                << QStringList{u"2026-03-05 09:30"_s, u"受理通知书"_s, u"湖卫"_s, u"21–40"_s} << false;
        QTest::newRow("asked") << state([&](State &s) { s.open = {{u"w"_s, u"hub"_s, {u"湖卫"_s, u"acceptance-notice"_s, 2026}, 20, 0, at}}; })
                               << QStringList{u"1 "_s, u"2026-03-05 09:30"_s} << false;
        QTest::newRow("out of reach") << state([&](State &s) { s.last = block, s.trouble = syncing::Trouble(); })
                                      << QStringList{u"F5"_s, u"21–40"_s} << true;
        QTest::newRow("another PC's file") << state([](State &s) { s.fault = base::Error{base::Error::Kind::Document, {}, {}}; })
                                           << QStringList{u"leases.json"_s} << true;
        QTest::newRow("a full disk") << state([](State &s) { s.fault = base::Error{base::Error::Kind::Storage, {}, {}}; })
                                     << QStringList{u"磁盘"_s} << true;
    }
    void sources()
    {
        QFETCH(desk::NumberLeases::State, state);
        QFETCH(QStringList, words);
        const leasewords::Source source = leasewords::source(state);
        QTEST(source.isTrouble, "trouble");
        for (const QString &word : words)
            QVERIFY2(source.text.contains(word), qPrintable(source.text));
        QCOMPARE(leasewords::ranges({{7, 9}, {12, 12}}), u"7–9、12"_s);
    }

    void theBookByKeysAlone()
    {
        NumberedHall hall;
        desk::PaperNumbers book({hall.profile->journal(), hall.forms, hall.shelf, *hall.reception});
        for (int i = 0; i < 2; ++i) {
            const auto work = hall.accepted();
            hall.print(*work, NumberedHall::noticeOf(*work, u"卫生健康部门"_s));
        }
        NumbersPage page(book);
        auto &series = *page.findChild<SeriesModel *>();
        auto &numbers = *page.findChild<NumbersModel *>();
        const QAbstractItemModelTester first(&series, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester second(&numbers, QAbstractItemModelTester::FailureReportingMode::QtTest);
        showPage(page);
        QCOMPARE(series.rowCount(), 1);
        QCOMPARE(series.troubled(), 1); // one number is left
        picture(page, u"numbers-series"_s);
        Keys keys;
        QSignalSpy saved(&page, &NumbersPage::saveRequested);
        keys.press({Qt::Key_Return, Qt::Key_S});
        QCOMPARE(numbers.rowCount(), 2);
        QCOMPARE(saved.size(), 1);
        const QString file = hall.folder.filePath(u"list.csv"_s);
        page.saveTo(file);
        QFile list(file);
        QVERIFY(list.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(list.readAll());
        QVERIFY2(text.contains(u"〕5号"_s) && text.contains(u"〕6号"_s) && text.contains(u"张*"_s) && !text.contains(u"张三"_s), qPrintable(text));

        keys.press({Qt::Key_Down, Qt::Key_V});
        picture(page, u"numbers-void"_s);
        keys.press(Qt::Key_Return); // without a reason nothing is voided
        QVERIFY(numbers.line(1).voidedAt.isNull());
        QVERIFY(page.findChild<InlineMessage *>()->text().contains(u"理由"_s) || page.findChild<InlineMessage *>()->text().contains(u"原因"_s));
        keys.press({Qt::Key_V, Qt::Key_2, Qt::Key_Return});
        QVERIFY(numbers.line(1).voidedAt.isValid());
        QVERIFY(!numbers.line(1).voidReason.isEmpty());
        QCOMPARE(page.findChildren<QTableView *>().last()->currentIndex().row(), 1);
        picture(page, u"numbers-open"_s);

        QSignalSpy opened(&page, &NumbersPage::openRequested);
        keys.press(Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toString(), numbers.line(1).caseId);
        QSignalSpy left(&page, &NumbersPage::leaveRequested);
        keys.press({Qt::Key_Escape, Qt::Key_Escape, Qt::Key_Escape}); // the message, the series, the page
        QCOMPARE(left.size(), 1);
        QCOMPARE(series.index(0, SeriesModel::Voided).data().toString(), u"1"_s);
    }
};

QTEST_MAIN(TestNumbers)
#include "tst_numbers.moc"
