#include "core/desk/batchprint.h"
#include "core/desk/printroutes.h"
#include "tests/core/desk/takein.h"
#include "tests/support/keys.h"
#include "tests/support/toldsystem.h"
#include "ui/printing/batchmodel.h"
#include "ui/printing/batchpage.h"
#include "ui/shell/language.h"
#include "ui/theme/theme.h"
#include "ui/widgets/inlinemessage.h"

#include <QAbstractItemModelTester>
#include <QListWidget>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace domain;
using desk::BatchPrint;
using Stand = desk::BatchLine::Stand;

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

/// A window with five filed cases, one of them printed, and one that is still being taken in.
struct Window {
    Window()
    {
        for (int i = 0; i < 6; ++i) {
            const auto work = i < 5 ? filedAtOnce(hall) : std::move(*hall.reception->open(newborn(hall)));
            if (i == 1 && !queue.print(*work, {PaperKind::HandoverSheet}))
                qFatal("not printed");
            cases << work->file().id;
            hall.clock.advance(60);
        }
        page.resize(1282, 700);
        page.show();
    }
    int count(Stand stand)
    {
        int count = 0;
        for (int row = 0; row < model->rowCount(); ++row)
            count += model->line(row).stand == stand ? 1 : 0;
        return count;
    }
    bool comesTo(BatchPrint::State state)
    {
        return QTest::qWaitFor([&] { return batch.state() == state; }, 10'000);
    }
    QString says() { return page.findChild<InlineMessage *>()->text(); }

    Hall hall;
    support::ToldSystem system;
    devices::PrintRunner runner{system, 20};
    desk::PrintRoutes routes{hall.folder.filePath(u"printers.json"_s)};
    desk::PrintQueue queue{{*hall.reception, runner, routes}};
    BatchPrint batch{*hall.reception, queue};
    BatchPage page{batch, queue};
    BatchModel *model = page.findChild<BatchModel *>();
    QListWidget *kinds = page.findChild<QListWidget *>();
    QStringList cases;
};

}

/// Batch printing on the screen, by keys alone.
class TestBatch : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        theme::apply(*qApp);
        speak(*qApp, u"zh_CN"_s);
    }

    void firstPrintsThenReprints()
    {
        Window window;
        const QAbstractItemModelTester tester(window.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(QTest::qWaitForWindowActive(&window.page));
        window.page.focusProxy()->setFocus();
        QTRY_COMPARE(window.system.jobs().size(), 1);
        window.page.begin(window.cases + QStringList{u"nobody"_s}, PaperKind::HandoverSheet);
        QVERIFY(window.comesTo(BatchPrint::State::Ready));
        QVERIFY(window.kinds->currentItem()->text().startsWith(u"材料移交单"_s));
        QCOMPARE(window.count(Stand::ToPrint), 4);
        QCOMPARE(window.count(Stand::Before), 1);
        QCOMPARE(window.count(Stand::None), 1);
        QCOMPARE(window.count(Stand::Unreadable), 1);
        picture(window.page, u"batch-look"_s);
        Keys keys;
        keys.press(Qt::Key_Return);
        QVERIFY(window.comesTo(BatchPrint::State::Finished));
        QCOMPARE(window.system.jobs().size(), 5);
        QCOMPARE(window.count(Stand::Asked), 4);
        QVERIFY2(window.says().contains(u'4'), qPrintable(window.says()));
        picture(window.page, u"batch-done"_s);

        keys.press(Qt::Key_Return); // nothing is printed twice by accident
        QTest::qWait(50);
        QCOMPARE(window.system.jobs().size(), 5);
        keys.press({Qt::Key_A, Qt::Key_Return}); // nor without a reason
        QTest::qWait(50);
        QCOMPARE(window.system.jobs().size(), 5);
        picture(window.page, u"batch-reason"_s);
        keys.press({Qt::Key_A, Qt::Key_2});
        picture(window.page, u"batch-again"_s);
        keys.press(Qt::Key_Return);
        QVERIFY(window.comesTo(BatchPrint::State::Finished));
        QTRY_COMPARE(window.system.jobs().size(), 6);
        const Case again = (*window.hall.reception->resume(window.cases[1]))->file();
        QCOMPARE(again.prints.last().copy, 2);
        QVERIFY(!again.prints.last().reason.isEmpty());
        QSignalSpy left(&window.page, &BatchPage::leaveRequested);
        keys.press(Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

    void onlyTodays()
    {
        Window window;
        QVERIFY(QTest::qWaitForWindowActive(&window.page));
        window.page.focusProxy()->setFocus();
        window.hall.clock.advance(24 * 3600);
        const auto today = filedAtOnce(window.hall);
        window.page.begin(window.cases + QStringList{today->file().id}, {});
        QVERIFY(window.comesTo(BatchPrint::State::Ready));
        Keys keys;
        keys.press(Qt::Key_T);
        QCOMPARE(window.count(Stand::ToPrint), 1);
        picture(window.page, u"batch-today"_s);
        keys.press(Qt::Key_Return);
        QVERIFY(window.comesTo(BatchPrint::State::Finished));
        QTRY_COMPARE(window.system.jobs().size(), 2);
    }

    void aPrinterThatTakesNothingHaltsIt()
    {
        Window window;
        QVERIFY(QTest::qWaitForWindowActive(&window.page));
        window.page.focusProxy()->setFocus();
        QTRY_COMPARE(window.system.jobs().size(), 1);
        window.system.setBroken(true);
        window.page.begin(window.cases, PaperKind::HandoverSheet);
        QVERIFY(window.comesTo(BatchPrint::State::Ready));
        Keys keys;
        keys.press(Qt::Key_Return);
        QVERIFY(window.comesTo(BatchPrint::State::Halted));
        QCOMPARE(window.count(Stand::Failed), 1);
        QCOMPARE(window.count(Stand::ToPrint), 3);
        picture(window.page, u"batch-halted"_s);
        window.system.setBroken(false);
        keys.press(Qt::Key_Return);
        QVERIFY(window.comesTo(BatchPrint::State::Finished));
        QCOMPARE(window.count(Stand::Asked), 4);
    }
};

QTEST_MAIN(TestBatch)
#include "tst_batch.moc"
