#include "core/base/clock.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigationrail.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

class StoppedClock final : public base::Clock
{
public:
    QDateTime now() const override { return {QDate(2026, 11, 21), QTime(14, 32), Qt::OffsetFromUTC, 8 * 3600}; }
};

/// A page with two fields; the first takes the keys when it is shown.
struct Page : QWidget {
    Page() : first(new QLineEdit(this)), second(new QLineEdit(this))
    {
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(first);
        layout->addWidget(second);
        setFocusProxy(first);
    }
    QLineEdit *first;
    QLineEdit *second;
};

}

class TestShell : public QObject
{
    Q_OBJECT

private:
    StoppedClock m_clock;

private slots:
    void initTestCase() { theme::apply(*qApp); }

    void keysGoToThePagesAndTheRailFollows()
    {
        MainWindow window(m_clock, u"0.1.0"_s);
        auto *start = new Page;
        auto *cases = new Page;
        auto *intake = new Page;
        window.addPage(start, {u"intake"_s, u"Start"_s, {}});
        window.addPage(cases, {u"list"_s, u"Cases"_s, {}});
        window.addInnerPage(intake, start, {});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto *rail = window.findChild<NavigationRail *>();
        const QSignalSpy shown(&window, &MainWindow::pageShown);

        QVERIFY(start->first->hasFocus());
        QTest::keyClick(start->first, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(window.page(), cases);
        QVERIFY(cases->first->hasFocus());
        QCOMPARE(rail->current(), 1);
        window.showPage(intake);
        QCOMPARE(rail->current(), 0);
        QVERIFY(intake->first->hasFocus());
        QTest::keyClick(intake->first, Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(window.page(), start);
        QCOMPARE(shown.size(), 3);
    }

    void aPageKeepsItsFocus()
    {
        MainWindow window(m_clock, u"0.1.0"_s);
        auto *start = new Page;
        auto *cases = new Page;
        window.addPage(start, {u"intake"_s, u"Start"_s, {}});
        window.addPage(cases, {u"list"_s, u"Cases"_s, {}});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        start->second->setFocus();
        window.showPage(cases);
        window.showPage(start);
        QVERIFY(start->second->hasFocus());
    }

    void helpShowsTheKeysOfThePageAndGivesTheFocusBack()
    {
        MainWindow window(m_clock, u"0.1.0"_s);
        auto *start = new Page;
        window.addPage(start, {u"intake"_s, u"Start"_s, {{u"Here"_s, {{u"F9"_s, u"file the case"_s}}}}});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(start->first, Qt::Key_F1);
        auto *help = window.findChild<HelpOverlay *>();
        QVERIFY(help->isVisible());
        const auto labels = help->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return label->text() == u"file the case"_s; }));
        QTest::keyClick(help, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(window.page(), start);
        QTest::keyClick(help, Qt::Key_F1);
        QVERIFY(!help->isVisible());
        QVERIFY(start->first->hasFocus());
    }

    void noticesStayUntilEsc()
    {
        MainWindow window(m_clock, u"0.1.0"_s);
        auto *start = new Page;
        window.addPage(start, {u"intake"_s, u"Start"_s, {}});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.notify(u"journal"_s, InlineMessage::Level::Error, u"The journal was damaged."_s, u"Call for help."_s);
        window.notify(u"pack"_s, InlineMessage::Level::Warning, u"A pack is broken."_s, u"Get it again."_s);
        window.notify(u"pack"_s, InlineMessage::Level::Warning, u"Two packs are broken."_s, u"Get them again."_s);
        const auto seen = [&] {
            QStringList texts;
            const auto all = window.findChildren<InlineMessage *>();
            for (const InlineMessage *message : all) {
                if (message->isVisible())
                    texts.append(message->text());
            }
            return texts;
        };
        QCOMPARE(seen(), (QStringList{u"The journal was damaged. Call for help."_s, u"Two packs are broken. Get them again."_s}));
        QVERIFY(start->first->hasFocus());
        QTest::keyClick(start->first, Qt::Key_Escape);
        QCOMPARE(seen(), QStringList{u"The journal was damaged. Call for help."_s});
        QTest::keyClick(start->first, Qt::Key_Escape);
        QVERIFY(seen().isEmpty());
    }

    void statusLineSaysWhatItIsTold()
    {
        MainWindow window(m_clock, u"0.1.0"_s);
        const auto *status = window.findChild<StatusLine *>();
        QCOMPARE(status->text(Segment::Saved), u"Saved on this PC"_s);
        QVERIFY(status->text(Segment::Clock).contains(u"2026-11-21 14:32"_s));
        window.setStatus(Segment::Printer, u"No printer"_s, theme::Colour::Warn);
        QCOMPARE(status->text(Segment::Printer), u"No printer"_s);
    }

    void fitsTheSmallestScreenAndNamesNobody()
    {
        MainWindow window(m_clock, u"0.1.0"_s);
        QVERIFY(window.minimumSizeHint().width() <= 1366);
        QVERIFY(window.minimumSize().width() <= 1366 && window.minimumSize().height() <= 728);
        QCOMPARE(window.windowTitle(), u"Yichuang"_s);
    }

    /// Last: the translation stays installed.
    void chineseIsBuiltIn()
    {
        QVERIFY(!speak(*qApp, u"xx_XX"_s));
        QVERIFY(speak(*qApp, u"zh_CN"_s));
        const MainWindow window(m_clock, u"0.1.0"_s);
        QCOMPARE(window.windowTitle(), u"一窗"_s);
        QCOMPARE(QCoreApplication::translate("PaperView", "%n page(s)", nullptr, 3), u"共 3 页"_s);
    }
};
QTEST_MAIN(TestShell)
#include "tst_shell.moc"
