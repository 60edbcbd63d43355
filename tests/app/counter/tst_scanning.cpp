#include "app/counter/counter.h"
#include "core/base/datafolder.h"
#include "core/domain/casenumber.h"
#include "core/domain/scannedcode.h"
#include "core/domain/scans.h"
#include "tests/core/desk/answered.h"
#include "tests/core/desk/hall.h"
#include "tests/core/scans/samplepages.h"
#include "tests/support/keys.h"
#include "ui/home/homepage.h"
#include "ui/intake/intakepage.h"
#include "ui/scans/scanspage.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

using namespace Qt::StringLiterals;

namespace {

void write(const QString &file, const QByteArray &bytes)
{
    QFile out(file);
    if (!out.open(QFile::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("not written: %s", qPrintable(file));
}

}

/// Pictures through the counter's own window: the camera's folder, the case they go to, and the hand scanner on every page.
class TestScanning : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(*qApp); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_camera = m_folder->filePath(u"camera"_s);
        QDir().mkpath(m_camera);
        QDir().mkpath(m_folder->filePath(u"profile"_s));
        write(m_folder->filePath(u"profile/hall.ini"_s), "[hall]\ncameraFolder=" + m_camera.toUtf8() + '\n');
        auto workplace
            = Workplace::open({m_folder->filePath(u"profile"_s), base::dataFolder(), m_clock, m_keyStore, m_printer, m_runner});
        QVERIFY2(workplace.has_value(), qPrintable(workplace ? QString() : workplace.error().detail));
        m_workplace = std::move(*workplace);
        m_counter = std::make_unique<Counter>(*m_workplace);
        m_counter->window().show();
        QVERIFY(QTest::qWaitForWindowActive(&m_counter->window()));
    }
    void cleanup()
    {
        m_counter.reset();
        m_workplace.reset();
        m_folder.reset();
    }

    void theCameraTakesOnlyForTheCaseThatIsShown()
    {
        // Left behind by whoever sat here before: never taken by itself.
        write(m_camera + u"/yesterday.jpg"_s, samplepages::jpeg(samplepages::text(4, 130)));
        openCase();
        QTest::qWait(700);
        QCOMPARE(pictures(), 0);
        m_keys.press(Qt::Key_F12);
        QVERIFY(isOn<ScansPage>());
        write(m_camera + u"/now.jpg"_s, samplepages::jpeg(samplepages::text(9, 130)));
        QVERIFY(QTest::qWaitFor([&] { return pictures() == 1; }, 20'000));
        QVERIFY(!domain::presentScans(m_counter->work()->file()).front().material.isEmpty());
        QCOMPARE(QDir(m_camera).entryList(QDir::Files), QStringList{u"yesterday.jpg"_s});
        m_keys.press(Qt::Key_F9); // now somebody says so
        QVERIFY(QTest::qWaitFor([&] { return pictures() == 2; }, 20'000));
        QTest::qWait(100);
        QVERIFY(!says(u"cannot be read"_s));
        QCOMPARE(QDir(m_camera).entryList(QDir::Files), QStringList());
        if (const QString shots = qEnvironmentVariable("YICHUANG_PICTURES"); !shots.isEmpty()) {
            QTest::qWait(500);
            QVERIFY(m_counter->window().grab().save(shots + u"/counter-scans.png"_s));
        }
        pressEscapes();
        QVERIFY(isOn<IntakePage>());
        QVERIFY(m_counter->work());
    }

    void aHandScannerOpensTheCaseFromAnywhere()
    {
        openCase();
        const QString number = m_counter->work()->file().number;
        m_keys.press(Qt::Key_Escape);
        QVERIFY(!m_counter->work());
        m_keys.press(Qt::Key_3, Qt::ControlModifier); // the guides
        m_counter->takeScanned(u"yichuang:c/"_s + number);
        QVERIFY(m_counter->work());
        QCOMPARE(m_counter->work()->file().number, number);
        QVERIFY(isOn<IntakePage>());
        m_counter->takeScanned(u"yichuang:x/unknown"_s);
        QVERIFY(says(u"opens nothing"_s));
        QCOMPARE(m_counter->work()->file().number, number);
    }

    void aSeparatorUnderTheHandScannerChoosesItsMaterial()
    {
        openCase();
        const desk::CaseWork &work = *m_counter->work();
        const QString material = work.plan().materials.last().material.id;
        m_keys.press(Qt::Key_F12);
        m_counter->takeScanned(domain::separatorText(work.file().number, material));
        write(m_camera + u"/a.jpg"_s, samplepages::jpeg(samplepages::text(9, 130)));
        QVERIFY(QTest::qWaitFor([&] { return pictures() == 1; }, 20'000));
        QCOMPARE(domain::presentScans(work.file()).front().material, material);
        const QString other = domain::CaseNumber{u"411202"_s, u"009"_s, u"Z9"_s, QDate(2026, 11, 20), 7}.text();
        m_counter->takeScanned(domain::separatorText(other, material));
        QVERIFY(isOn<ScansPage>());
        QCOMPARE(m_counter->work()->file().number, work.file().number);
    }

    void leavingTheCaseInTheMiddleLosesNothing()
    {
        openCase();
        const QString number = m_counter->work()->file().number;
        m_keys.press(Qt::Key_F12);
        for (int i = 0; i < 8; ++i)
            write(m_camera + u"/%1.jpg"_s.arg(i), samplepages::jpeg(samplepages::text(3 + i, 130)));
        QVERIFY(QTest::qWaitFor([&] { return pictures() >= 2; }, 20'000));
        m_counter->takeScanned(number); // the case is opened anew, in the middle of it
        QVERIFY(isOn<IntakePage>());
        m_keys.press(Qt::Key_F12);
        QTest::qWait(1500);
        const int left = int(QDir(m_camera).entryList(QDir::Files).size());
        QVERIFY2(pictures() + left >= 8, qPrintable(u"%1 in the case, %2 in the folder"_s.arg(pictures()).arg(left)));
    }

private:
    void openCase()
    {
        auto *field = m_counter->window().findChild<HomePage *>()->findChild<QLineEdit *>();
        field->setFocus();
        m_keys.type(u"xse"_s);
        m_keys.press(Qt::Key_Return);
        QVERIFY(isOn<IntakePage>());
        answerAll(const_cast<desk::CaseWork &>(*m_counter->work()));
    }
    template <class Page>
    bool isOn() const
    {
        return qobject_cast<Page *>(m_counter->window().page()) != nullptr;
    }
    int pictures() const { return int(domain::presentScans(m_counter->work()->file()).size()); }
    bool says(const QString &text) const
    {
        for (const QLabel *label : m_counter->window().findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }
    void pressEscapes()
    {
        for (int i = 0; i < 5 && isOn<ScansPage>(); ++i)
            m_keys.press(Qt::Key_Escape);
    }

    support::FakeClock m_clock;
    support::NoKeyStore m_keyStore;
    support::FakePrinter m_printer;
    devices::CupsPrintSystem m_printSystem;
    devices::PrintRunner m_runner{m_printSystem};
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_camera;
    std::unique_ptr<Workplace> m_workplace;
    std::unique_ptr<Counter> m_counter;
    Keys m_keys;
};

QTEST_MAIN(TestScanning)
#include "tst_scanning.moc"
