#include "app/counter/counter.h"
#include "core/base/datafolder.h"
#include "core/domain/issuedpapers.h"
#include "tests/support/fakes.h"
#include "tests/support/filing.h"
#include "tests/support/keys.h"
#include "tests/support/toldsystem.h"
#include "ui/shell/language.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace domain;
using devices::JobFate;

/// Printing as the whole window shows it.
class TestCounterPrinting : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        theme::apply(*qApp);
        speak(*qApp, u"zh_CN"_s);
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_system = std::make_unique<support::ToldSystem>();
        m_runner = std::make_unique<devices::PrintRunner>(*m_system, 20);
        m_workplace = *Workplace::open(
            {m_folder->filePath(u"profile"_s), base::dataFolder(), m_clock, m_keyStore, m_printer, *m_runner});
        m_counter = std::make_unique<Counter>(*m_workplace);
        m_counter->window().resize(1366, 768);
        m_counter->window().show();
        QVERIFY(QTest::qWaitForWindowActive(&m_counter->window()));
    }
    void cleanup()
    {
        m_counter.reset();
        m_workplace.reset();
        m_runner.reset();
    }

    /// What was said of a paper on its way is replaced by what became of it, and never stands beside it.
    void theLaterNoticeReplacesTheEarlier()
    {
        openFiled();
        Keys keys;
        keys.press(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(says(u"正在送往打印机"_s));
        QTRY_COMPARE(m_system->jobs().size(), 1);
        m_system->set(1, JobFate::State::Blocked, {{devices::Trouble::PaperOut, true, u"media-empty-error"_s}});
        QTRY_VERIFY(says(u"缺纸"_s));
        QVERIFY(!says(u"正在送往打印机"_s));
        picture(u"notice-trouble"_s);
        keys.press(Qt::Key_P, Qt::ControlModifier); // the same paper again: the word on the first is out of date
        QVERIFY(says(u"正在送往打印机"_s));
        QVERIFY(!says(u"缺纸"_s) && !says(u"另有未打出的"_s));
    }

    /// A paper in trouble is not forgotten over the next one.
    void troubleIsNotForgottenOverAnotherPaper()
    {
        openFiled();
        Keys keys;
        keys.press(Qt::Key_P, Qt::ControlModifier);
        QTRY_COMPARE(m_system->jobs().size(), 1);
        m_system->set(1, JobFate::State::Blocked, {{devices::Trouble::PaperOut, true, u"media-empty-error"_s}});
        QTRY_VERIFY(says(u"缺纸"_s));
        keys.press(Qt::Key_6, Qt::ControlModifier);
        keys.press(Qt::Key_B);
        QVERIFY(says(u"送往打印机"_s) && says(u"另有未打出的"_s));
        picture(u"notice-both"_s);
    }

    /// From each list: lines are marked, one key shows the batch, Esc goes back to where it came from.
    void markedLinesGoToTheBatch_data()
    {
        QTest::addColumn<Qt::Key>("page");
        QTest::addColumn<int>("marked");
        QTest::addColumn<int>("printed");
        QTest::addColumn<PaperKind>("kind");
        QTest::newRow("cases") << Qt::Key_2 << 2 << 2 << PaperKind::FilingReceipt;
        QTest::newRow("cases, none marked") << Qt::Key_2 << 0 << 3 << PaperKind::FilingReceipt;
        QTest::newRow("what next") << Qt::Key_4 << 1 << 1 << PaperKind::HandoverSheet;
        QTest::newRow("issuance") << Qt::Key_5 << 0 << 1 << PaperKind::CollectionNotice;
    }
    void markedLinesGoToTheBatch()
    {
        QFETCH(Qt::Key, page);
        QFETCH(int, marked);
        QFETCH(PaperKind, kind);
        for (int i = 0; i < 3; ++i)
            file();
        if (page == Qt::Key_5)
            decideAndReceive();
        Keys keys;
        keys.press(page, Qt::ControlModifier);
        const QWidget *from = m_counter->window().page();
        if (page == Qt::Key_2)
            keys.press(Qt::Key_F4); // filed ones too
        for (int i = 0; i < marked; ++i)
            keys.press(Qt::Key_Space);
        const QString name = QString::fromUtf8(QTest::currentDataTag()).replace(u' ', u'-').remove(u',');
        picture(u"marks-"_s + name);
        keys.press(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(m_counter->window().page() != from);
        QTRY_COMPARE(m_workplace->batch().state(), desk::BatchPrint::State::Ready);
        picture(u"batch-from-"_s + name);
        keys.press(Qt::Key_Return);
        QTRY_COMPARE(m_workplace->batch().state(), desk::BatchPrint::State::Finished);
        QTEST(int(m_workplace->batch().done()), "printed");
        QTRY_COMPARE(m_system->jobs().size(), m_workplace->batch().done());
        for (const desk::QueuedPrint &print : m_workplace->queue().prints())
            QCOMPARE(print.paper.kind, kind);
        keys.press(Qt::Key_Escape);
        QCOMPARE(m_counter->window().page(), from);
    }

    /// What halts a batch is said once: where it is looked at, and elsewhere once that page is left.
    void aHaltedBatchSaysWhyOnce()
    {
        file();
        m_system->setBroken(true);
        Keys keys;
        keys.press(Qt::Key_2, Qt::ControlModifier);
        keys.press(Qt::Key_F4);
        keys.press(Qt::Key_B, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(m_workplace->batch().state(), desk::BatchPrint::State::Ready, 20'000);
        keys.press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(m_workplace->batch().state(), desk::BatchPrint::State::Halted, 20'000);
        QVERIFY(says(u"已暂停"_s) && says(u"缺纸"_s));
        QVERIFY(!says(u"没有打印出来"_s));
        picture(u"window-halted"_s);
        keys.press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(says(u"没有打印出来"_s));
        picture(u"window-halted-elsewhere"_s);
    }

    /// The book of numbers in the window; a number is voided while its case is in hand, which then knows it.
    void theBookOfNumbers()
    {
        const auto decided = decide();
        m_counter->takeScanned(decided->file().number);
        QVERIFY(m_counter->work());
        const PaperRef notice{PaperKind::AcceptanceNotice, 1, decided->file().life.items.firstKey()};
        QVERIFY(m_workplace->queue().print(decided->file().id, notice, {}, true));
        QVERIFY(domain::numberOf(m_counter->work()->file(), notice));
        Keys keys;
        keys.press(Qt::Key_6, Qt::ControlModifier);
        keys.press(Qt::Key_F3);
        picture(u"window-series"_s);
        keys.press(Qt::Key_Return);
        picture(u"window-numbers"_s);
        keys.press({Qt::Key_V, Qt::Key_1, Qt::Key_Return});
        QVERIFY(!domain::numberOf(m_counter->work()->file(), notice));
        m_counter->setSaveFolder(m_folder->path());
        keys.press(Qt::Key_S);
        QCOMPARE(QDir(m_folder->path()).entryList({u"*.xlsx"_s}).size(), 1);
        keys.press(Qt::Key_Return); // to its case
        QCOMPARE(m_counter->work()->file().id, decided->file().id);
    }

private:
    std::unique_ptr<desk::CaseWork> open()
    {
        return std::move(*m_workplace->reception().open(m_workplace->matters().find(u"新生儿"_s, 1).first().ref));
    }
    /// A case that was filed.
    std::unique_ptr<desk::CaseWork> file()
    {
        auto work = open();
        support::file(*work);
        return work;
    }
    std::unique_ptr<desk::CaseWork> decide()
    {
        auto work = open();
        support::decideAll(*work);
        return work;
    }
    /// A case of which one result lies at the window.
    void decideAndReceive()
    {
        const auto work = decide();
        const auto &items = work->file().life.items;
        for (auto item = items.cbegin(); item != items.cend(); ++item) {
            if (work->perform(LifeCommand(ReceiveResult{.item = item.key(), .holder = u"窗口"_s, .givenBy = {}, .place = u"A-1"_s})))
                return;
        }
        QFAIL("no result on paper");
    }
    /// A case that was filed, in hand.
    void openFiled()
    {
        m_counter->takeScanned(file()->file().number);
        QVERIFY(m_counter->work());
    }
    bool says(const QString &words) const
    {
        const QList<QLabel *> labels = m_counter->window().findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    /// For a look at it: a picture in the folder that YICHUANG_PICTURES names.
    void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("YICHUANG_PICTURES");
        if (folder.isEmpty())
            return;
        QTest::qWait(1); // what has changed is laid out
        m_counter->window().grab().save(folder + u'/' + name + u".png"_s);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    support::FakeClock m_clock;
    support::NoKeyStore m_keyStore;
    support::FakePrinter m_printer;
    std::unique_ptr<support::ToldSystem> m_system;
    std::unique_ptr<devices::PrintRunner> m_runner;
    std::unique_ptr<Workplace> m_workplace;
    std::unique_ptr<Counter> m_counter;
};

QTEST_MAIN(TestCounterPrinting)
#include "tst_counterprinting.moc"
