#include "app/counter/counter.h"
#include "core/base/datafolder.h"
#include "core/domain/casenumber.h"
#include "core/domain/scannedcode.h"
#include "core/domain/scans.h"
#include "tests/core/desk/scandesk.h"
#include "tests/support/keys.h"
#include "ui/home/homepage.h"
#include "ui/intake/intakepage.h"
#include "ui/scans/scanspage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keybutton.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

using namespace Qt::StringLiterals;

using scandesk::write;

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

    /// A feeder that jams behind the third sheet, and the rest of the stack behind it.
    void aStackComesThroughTheFeeder()
    {
        openCase();
        const desk::CaseWork &work = *m_counter->work();
        const QStringList materials{work.plan().materials[0].material.id, work.plan().materials[1].material.id};
        const QList<QImage> sheets{samplepages::text(5, 130), scandesk::separatorSheet(work.file().number, materials[1]),
                                   samplepages::text(6, 130), samplepages::text(7, 130), samplepages::text(8, 130)};
        for (qsizetype i = 0; i < sheets.size(); ++i)
            write(m_folder->filePath(u"sheet-%1"_s.arg(i + 1)), samplepages::jpeg(sheets[i]));
        connectFeeder("seq 1 3", "scanimage: sane_read: Document feeder jammed", 6);
        m_keys.press(Qt::Key_F12);
        QVERIFY(QTest::qWaitFor([&] { return hasButton(u"Scanner"_s); }, 10'000));
        m_keys.press(Qt::Key_F8, Qt::ShiftModifier);
        m_keys.press(Qt::Key_2); // the feeder
        m_keys.press(Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return pictures() == 2; }, 20'000));
        QVERIFY(QTest::qWaitFor([&] { return says(u"jammed, behind page 3"_s); }, 10'000));
        QTest::qWait(500);
        QVERIFY(says(u"The pages up to 3 are here"_s)); // what was said of the sheets does not hide it
        shoot(u"scanner-jam"_s);
        connectFeeder("seq 4 5", "scanimage: sane_start: Document feeder out of documents", 0);
        m_keys.press(Qt::Key_F8); // as it was chosen before
        QVERIFY(QTest::qWaitFor([&] { return pictures() == 4; }, 20'000));
        QVERIFY(says(u"2 page(s) scanned"_s));
        QCOMPARE(domain::scansOf(work.file(), materials[0]).size(), 1);
        QCOMPARE(domain::scansOf(work.file(), materials[1]).size(), 3); // the separator was not taken, and counts still
        shoot(u"scanner-done"_s);
        QFile habit(m_folder->filePath(u"profile/scanner.json"_s));
        QVERIFY(habit.open(QFile::ReadOnly));
        QVERIFY(habit.readAll().contains("ADF"));
    }

    /// What is in the scanner when the clerk leaves the case is not put into the next one.
    void pagesOfACaseThatWasLeftAreNotTheNextOnes()
    {
        openCase();
        for (int i = 1; i <= 3; ++i)
            write(m_folder->filePath(u"sheet-%1"_s.arg(i)), samplepages::jpeg(samplepages::text(i, 130)));
        connectFeeder("for i in 1 2 3; do sleep 0.4; echo $i; done", "", 0);
        m_keys.press(Qt::Key_F12);
        QVERIFY(QTest::qWaitFor([&] { return hasButton(u"Scanner"_s); }, 10'000));
        m_keys.press(Qt::Key_F8, Qt::ShiftModifier);
        m_keys.press(Qt::Key_2);
        m_keys.press(Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return pictures() == 1; }, 20'000));
        const QString number = m_counter->work()->file().number;
        m_counter->takeScanned(number); // the case is opened anew
        m_keys.press(Qt::Key_F12);
        QTest::qWait(2000);
        QVERIFY(pictures() <= 2);
        QVERIFY(!says(u"Scanning page"_s));
    }

private:
    /// From now on “scanimage” is a feeder that gives the sheets that \a pages lists, then says \a last and ends with \a status.
    void connectFeeder(const QByteArray &pages, const QByteArray &last, int status)
    {
        const QString folder = m_folder->filePath(u"bin"_s);
        QDir().mkpath(folder);
        const QString program = folder + u"/scanimage"_s;
        QFile::remove(program);
        write(program, "#!/bin/sh\ncase \"$*\" in --formatted*) echo 'sample:0|Sample Feeder'; exit ;;\n"
                       "*--all-options*) echo '    --source Flatbed|ADF [Flatbed]'; echo '    --resolution 150|300dpi [150]'; exit ;; esac\n"
                       "for a; do case $a in --batch=*) tray=${a#--batch=}; tray=${tray%/*} ;; esac; done\n(" + pages
                           + ") | while read i; do echo \"Scanning page $i\" >&2; cp " + QFile::encodeName(m_folder->path())
                           + "/sheet-$i $tray/page-$i.jpg; echo $tray/page-$i.jpg; done\necho '" + last + "' >&2\nexit "
                           + QByteArray::number(status) + '\n');
        QFile::setPermissions(program, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const QByteArray path = qgetenv("PATH");
        if (!path.startsWith(QFile::encodeName(folder)))
            qputenv("PATH", QFile::encodeName(folder) + ':' + path);
    }
    bool hasButton(const QString &text) const
    {
        return std::ranges::any_of(m_counter->window().findChildren<KeyButton *>(),
                                   [&](const KeyButton *button) { return button->isVisible() && button->text() == text; });
    }
    void shoot(const QString &name)
    {
        if (const QString shots = qEnvironmentVariable("YICHUANG_PICTURES"); !shots.isEmpty()) {
            QTest::qWait(500);
            QVERIFY(m_counter->window().grab().save(shots + u'/' + name + u".png"_s));
        }
    }
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
