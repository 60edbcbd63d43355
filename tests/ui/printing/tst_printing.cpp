#include "core/desk/printroutes.h"
#include "tests/core/desk/takein.h"
#include "tests/support/keys.h"
#include "tests/support/toldsystem.h"
#include "ui/printing/printerspage.h"
#include "ui/printing/printingpage.h"
#include "ui/printing/printwords.h"
#include "ui/printing/queuemodel.h"
#include "ui/shell/language.h"
#include "ui/theme/theme.h"
#include "ui/words/lifewords.h"
#include "ui/words/printerwords.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace domain;
using devices::JobFate;
using State = PrintAct::State;

namespace {

const PaperRef notice{PaperKind::CorrectionNotice};

/// A window with a case that has a notice, and its print queue.
struct Window {
    Window()
    {
        takeIn(*work, VerdictKind::Missing);
        if (!work->perform(IssueNotice{}))
            qFatal("no notice");
        queue.takeInHand(work.get());
    }

    Hall hall;
    support::ToldSystem system;
    devices::PrintRunner runner{system, 20};
    desk::PrintRoutes routes{hall.folder.filePath(u"printers.json"_s)};
    desk::PrintQueue queue{{*hall.reception, runner, routes}};
    std::unique_ptr<desk::CaseWork> work = std::move(*hall.reception->open(newborn(hall)));
};

/// For a look at it: a picture in the folder that YICHUANG_PICTURES names.
void picture(QWidget &page, const QString &name)
{
    const QString folder = qEnvironmentVariable("YICHUANG_PICTURES");
    if (!folder.isEmpty())
        page.grab().save(folder + u'/' + name + u".png"_s);
}

}

class TestPrinting : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        theme::apply(*qApp);
        speak(*qApp, u"zh_CN"_s);
    }

    void everyTroubleHasItsWords()
    {
        QStringList names;
        for (int i = 0; i <= int(devices::Trouble::Other); ++i) {
            names << words::name(devices::Trouble(i));
            QVERIFY(!words::remedy(devices::Trouble(i)).isEmpty());
        }
        QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
        for (const QString &name : names)
            QVERIFY2(name.front().unicode() > 0x2e80, qPrintable(name)); // Chinese
    }

    /// English of a print service never stands on the screen where its meaning is known.
    void whyNothingCameOut_data()
    {
        QTest::addColumn<QString>("recorded");
        QTest::addColumn<QString>("words");
        QTest::newRow("filter") << u"the print service gave the job up: Filter failed"_s << u"驱动"_s;
        QTest::newRow("stopped") << u"printer counter is stopped: Paused, paused"_s << u"counter"_s;
        QTest::newRow("jam") << u"the print service gave the job up: media-jam-error, Paper jam!"_s << u"卡纸"_s;
        QTest::newRow("raw") << u"printer counter has no driver"_s << u"A4"_s;
        QTest::newRow("cancelled") << u"the job was cancelled"_s << u"取消"_s;
        QTest::newRow("format") << u"client-error-document-format-not-supported, Unsupported format"_s << u"打印机"_s;
    }
    void whyNothingCameOut()
    {
        QFETCH(QString, recorded);
        QFETCH(QString, words);
        const QString shown = words::whyNotPrinted(recorded);
        QVERIFY2(shown.contains(words), qPrintable(shown));
        static const QRegularExpression english(u"(?<![A-Za-z])(?!counter|PDF|Ctrl)[A-Za-z]{3,}"_s);
        QVERIFY2(!english.match(shown).hasMatch(), qPrintable(shown));
    }

    void theTimeLineSpeaksAsTheQueueDoes()
    {
        const QString line = words::sentence(PrintFailed{u"1"_s, u"the print service gave the job up: Filter failed"_s}, Guide());
        QVERIFY2(line.contains(words::whyNotPrinted(u"Filter failed"_s)), qPrintable(line));
    }

    /// What nobody knows is shown as it came, behind our own words.
    void unknownWordsAreKept()
    {
        const QString shown = words::whyNotPrinted(u"the print service gave the job up: the machine said 17"_s);
        QVERIFY2(shown.contains(u"the machine said 17"_s) && shown.front().unicode() > 0x2e80, qPrintable(shown));
    }

    void theQueueByKeysAlone()
    {
        Window window;
        PrintingPage page(window.queue);
        page.resize(1282, 700);
        const QAbstractItemModelTester tester(page.findChild<QueueModel *>(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.focusProxy()->setFocus();
        picture(page, u"printing-empty"_s);
        QSignalSpy printers(&page, &PrintingPage::printersRequested);
        Keys keys;
        keys.press(Qt::Key_F2);
        QCOMPARE(printers.size(), 1);

        for (int i = 0; i < 5; ++i)
            QVERIFY(window.queue.print(*window.work, notice));
        QTRY_COMPARE(window.work->file().prints.last().state, State::Spooled);
        window.system.set(1, JobFate::State::Printed);
        window.system.set(2, JobFate::State::Blocked, {{devices::Trouble::PaperOut, true, u"media-empty-error"_s}});
        window.system.set(3, JobFate::State::Cancelled);
        window.system.set(4, JobFate::State::Printed);
        QTRY_COMPARE(window.work->file().prints[3].state, State::Printed);
        QTRY_COMPARE(window.work->file().prints[2].state, State::Failed);
        QTRY_VERIFY(window.queue.find(window.work->file().prints[1].id)->isBlocked());
        auto *list = page.findChild<QListView *>();
        QVERIFY(list->hasFocus());
        const auto &model = *page.findChild<QueueModel *>();
        QVERIFY(printwords::sentence(*window.queue.find(window.work->file().prints[1].id)).contains(u"缺纸"_s));

        list->setCurrentIndex(model.index(model.rowOf(window.work->file().prints[0].id)));
        keys.press(Qt::Key_Return);
        QCOMPARE(window.work->file().prints[0].state, State::Confirmed);
        page.showCase(window.work->file().number, 2);
        picture(page, u"printing-queue"_s);

        list->setCurrentIndex(model.index(model.rowOf(window.work->file().prints[2].id)));
        keys.press(Qt::Key_R); // again: reason 2, Enter
        keys.press(Qt::Key_2);
        picture(page, u"printing-again"_s);
        keys.press(Qt::Key_Return);
        QTRY_COMPARE(window.work->file().prints.size(), 6);
        QCOMPARE(window.work->file().prints[5].reason, printwords::reasons()[1]);
        QCOMPARE(window.work->file().prints[5].copy, 3);
        QVERIFY(list->hasFocus());

        list->setCurrentIndex(model.index(model.rowOf(window.work->file().prints[1].id)));
        keys.press(Qt::Key_Delete);
        QTRY_COMPARE(window.work->file().prints[1].state, State::Failed);
        keys.press(Qt::Key_A);
        QCOMPARE(window.work->file().prints[3].state, State::Confirmed);
    }

    void printersByKeysAlone()
    {
        Window window;
        window.system.faces = {
            {.name = u"counter"_s, .place = u"一楼大厅"_s, .isUsual = true, .trays = {u"tray-1"_s, u"tray-2"_s}, .duplex = true, .resolutions = {600}},
            {.name = u"receipts"_s, .raw = true},
            {.name = u"office"_s, .state = devices::PrinterFace::State::Stopped, .complaints = {{devices::Trouble::DoorOpen, true, u"door-open"_s}}}};
        PrintersPage page(window.queue, window.routes,
                          {{u"correction-notice"_s, u"一次性告知书"_s}, {u"filing-receipt"_s, u"收件回执"_s, true}});
        page.resize(1282, 700);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QTRY_COMPARE(window.queue.printers().size(), 3);
        page.focusProxy()->setFocus();
        Keys keys;
        keys.press({Qt::Key_Down, Qt::Key_Tab, Qt::Key_3});
        QCOMPARE(window.routes.of(u"filing-receipt"_s).printer, u"receipts"_s);
        QCOMPARE(window.routes.of(u"correction-notice"_s), desk::PrintRoute{});
        keys.press({Qt::Key_1, Qt::Key_2}); // tray: the printer chooses; two pieces
        QCOMPARE(window.routes.of(u"filing-receipt"_s).pieces, 2);
        picture(page, u"printers"_s);
        const auto hints = page.findChildren<QLabel *>();
        const auto saysHow = [](const QLabel *label) { return label->isVisible() && label->text().startsWith(u"receipts"_s); };
        QVERIFY(std::ranges::any_of(hints, saysHow)); // a queue without a driver, of which nothing was said
        QSignalSpy test(&page, &PrintersPage::testRequested);
        keys.press(Qt::Key_F9);
        QCOMPARE(test.size(), 1);
        QCOMPARE(test.first().first().toString(), u"receipts"_s);
        keys.press(Qt::Key_Backspace); // nothing chosen is the first choice, never a broken file
        QVERIFY(!desk::PrintRoutes(window.hall.folder.filePath(u"printers.json"_s)).fault());
    }
};

QTEST_MAIN(TestPrinting)
#include "tst_printing.moc"
