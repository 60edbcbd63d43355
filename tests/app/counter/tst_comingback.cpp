#include "app/counter/counter.h"
#include "core/base/datafolder.h"
#include "tests/support/fakes.h"
#include "tests/support/keys.h"
#include "ui/home/homepage.h"
#include "ui/intake/intakepage.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// The counter's window as one thing: Esc goes back to where a case was opened from; a wrong clock is said and asked about.
class TestComingBack : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
        Keys keys;
        keys.type(u"xse"_s);
        keys.press(Qt::Key_Return);
        QVERIFY(isOn<IntakePage>());
    }
    void cleanup()
    {
        close();
        m_folder.reset();
    }

    void escGoesBackToWhereTheCaseWasOpenedFrom_data()
    {
        QTest::addColumn<Qt::Key>("page");
        QTest::newRow("the list of cases") << Qt::Key_2;
        QTest::newRow("what next") << Qt::Key_4;
    }
    void escGoesBackToWhereTheCaseWasOpenedFrom()
    {
        QFETCH(Qt::Key, page);
        Keys keys;
        keys.press(Qt::Key_Escape);
        QVERIFY(isOn<HomePage>());
        keys.press(page, Qt::ControlModifier);
        const QWidget *from = m_counter->window().page();
        keys.press(Qt::Key_Return);
        QVERIFY(isOn<IntakePage>());
        keys.press(Qt::Key_Escape);
        QCOMPARE(m_counter->window().page(), from);
        QVERIFY(!m_counter->work());
    }

    void aClockThatWasSetBackIsSaidAndAskedAbout()
    {
        QVERIFY(!says(u"off"_s));
        const QString number = m_counter->work()->file().number;
        close();
        m_clock.advance(-600);
        open();
        QVERIFY(says(u"10 minute(s) off"_s));
        Keys keys;
        keys.press(Qt::Key_4, Qt::ControlModifier);
        keys.press(Qt::Key_Return);
        QVERIFY(isOn<IntakePage>());
        QCOMPARE(m_counter->work()->file().number, number);
        keys.press(Qt::Key_1); // the steps of an intake go on
        QCOMPARE(m_counter->work()->file().answers.size(), 1);
        keys.press(Qt::Key_F8);
        QVERIFY(says(u"F12"_s));
        keys.press(Qt::Key_F12, Qt::ControlModifier);
        QVERIFY(!says(u"minute(s) off"_s));
    }

private:
    void open()
    {
        auto workplace
            = Workplace::open({m_folder->filePath(u"profile"_s), base::dataFolder(), m_clock, m_keyStore, m_printer, m_runner});
        QVERIFY2(workplace.has_value(), qPrintable(workplace ? QString() : workplace.error().detail));
        m_workplace = std::move(*workplace);
        m_counter = std::make_unique<Counter>(*m_workplace);
        m_counter->window().show();
        QVERIFY(QTest::qWaitForWindowActive(&m_counter->window()));
    }
    void close()
    {
        m_counter.reset();
        m_workplace.reset();
    }
    template <class Page>
    bool isOn() const
    {
        return qobject_cast<Page *>(m_counter->window().page()) != nullptr;
    }
    bool says(const QString &words) const
    {
        const QList<QLabel *> labels = m_counter->window().findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    support::FakeClock m_clock;
    support::NoKeyStore m_keyStore;
    support::FakePrinter m_printer;
    devices::CupsPrintSystem m_printSystem;
    devices::PrintRunner m_runner{m_printSystem};
    std::unique_ptr<Workplace> m_workplace;
    std::unique_ptr<Counter> m_counter;
};

QTEST_MAIN(TestComingBack)
#include "tst_comingback.moc"
