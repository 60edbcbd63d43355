#include "app/counter/counter.h"
#include "core/base/datafolder.h"
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

private:
    /// A case that was filed, in hand.
    void openFiled()
    {
        const auto found = m_workplace->matters().find(u"新生儿"_s, 1);
        QVERIFY(!found.isEmpty());
        auto work = std::move(*m_workplace->reception().open(found.first().ref));
        support::file(*work);
        m_counter->takeScanned(work->file().number);
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
        if (!folder.isEmpty())
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
