#include "core/desk/auditbook.h"
#include "core/desk/guidelibrary.h"
#include "core/desk/hublibrary.h"
#include "core/desk/printroutes.h"
#include "core/sync/httpline.h"
#include "tests/core/desk/hall.h"
#include "tests/support/keys.h"
#include "ui/hub/copywords.h"
#include "ui/hub/hubpage.h"
#include "ui/shell/language.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QSemaphore>

using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr int longWait = 20'000; // milliseconds; the machine of a test may be busy

}

/// The safety copies on the page of the hub, by the keys alone.
class TestCopiesPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        theme::apply(*qApp);
        if (!m_pictures.isEmpty())
            speak(*qApp, u"zh_CN"_s);
    }
    void init()
    {
        m_hall = std::make_unique<Hall>();
        QVERIFY(QDir(m_hall->folder.path()).mkpath(u"stick"_s) && QDir(m_hall->folder.path()).mkpath(u"other"_s));
        m_audit.emplace(m_hall->profile->journal(), m_hall->clock, u"窗口"_s);
        m_routes.emplace(m_hall->profileFolder + u"/printers.json"_s);
        m_printer = support::FakePrinter();
        m_printing.emplace(m_printer, *m_routes);
        m_print.emplace(desk::RecoveryPrint::Needs{m_hall->forms, m_hall->profile->hall(), *m_printing, m_hall->clock, *m_audit});
        m_link = std::make_unique<desk::HubLink>(
            desk::HubLinkNeeds{.profileFolder = m_hall->profileFolder,
                               .profileKey = m_hall->profile->keys().profile,
                               .windowKey = m_hall->profile->keys().window,
                               .journal = m_hall->profile->journal(),
                               .hall = m_hall->profile->hall(),
                               .program = u"test"_s,
                               .line = [](const QUrl &hub) { return std::make_unique<syncing::HttpLine>(hub); }});
        auto guides = desk::GuideLibrary::open(m_hall->source + u"/resources"_s, m_hall->profileFolder, m_hall->clock);
        QVERIFY2(guides, qPrintable(guides ? QString() : guides.error().detail));
        m_guides = std::move(*guides);
        m_library = std::make_unique<desk::HubLibrary>(*m_link, *m_guides, m_hall->profileFolder + u"/inbox"_s);
        m_mayKeep = true;
        m_make = desk::backUp;
    }
    void cleanup()
    {
        m_page.reset();
        m_backup.reset();
        m_library.reset();
        m_link.reset();
        m_guides.reset();
        m_hall.reset();
    }

    /// Printed, typed back, used; a copy follows by itself. A second one only when asked twice, and not before it was typed back.
    void theCodeGoesOnPaperAndIsTypedBack()
    {
        open(place(u"stick"_s));
        QVERIFY(says(u"F7"_s));
        m_keys.press(Qt::Key_F8);
        QVERIFY(!m_backup->isBusy()); // without a code there is nothing to copy with
        m_keys.press(Qt::Key_F7);
        QCOMPARE(m_printer.given.size(), 1);
        QVERIFY(m_printer.given[0].leavesNothing);
        const QStringList groups = m_backup->code().groups;
        QVERIFY(groups.size() == 8 && says(groups[0]) && says(m_backup->code().mark) && says(u"fake, 1"_s));
        m_keys.press(Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(m_printer.given.size(), 2);
        shoot(u"copies-code"_s);
        m_keys.type(u"0000"_s);
        m_keys.press(Qt::Key_Return);
        QVERIFY(!m_backup->code().groups.isEmpty() && m_backup->state().recoveryKey.isEmpty());
        m_keys.type(groups.last().toLower());
        m_keys.press(Qt::Key_Return);
        QVERIFY(!m_backup->state().recoveryKey.isEmpty() && m_backup->code().groups.isEmpty() && !says(groups[0]));
        QTRY_VERIFY_WITH_TIMEOUT(!m_backup->isBusy() && m_backup->age() == 0, longWait);
        QTRY_VERIFY_WITH_TIMEOUT(m_backup->there() && m_backup->there()->copies.size() == 1 && says(m_backup->there()->copies[0].mark), longWait);
        shoot(u"copies-made"_s);
        const QByteArray key = m_backup->state().recoveryKey;
        m_printer.failing = true;
        m_keys.press(Qt::Key_F7);
        QCOMPARE(m_printer.given.size(), 2); // asks first
        m_keys.press(Qt::Key_F7);
        QCOMPARE(m_backup->code().groups.size(), 8);
        QVERIFY(says(u"out of paper"_s) && says(m_backup->code().groups[3]));
        shoot(u"copies-by-hand"_s);
        m_keys.press(Qt::Key_Escape);
        QVERIFY(m_backup->code().groups.isEmpty() && m_backup->state().recoveryKey == key);
    }

    void folderAndTimeAreChosen()
    {
        open({});
        m_keys.press(Qt::Key_F9);
        QTRY_VERIFY_WITH_TIMEOUT(folderField()->count() == 1, longWait); // the stick that is plugged in
        shoot(u"copies-folder"_s);
        const auto enter = [this](const QString &folder, const QString &time) {
            folderField()->setFocus();
            folderField()->lineEdit()->selectAll();
            m_keys.type(folder);
            timeField()->setFocus();
            timeField()->selectAll();
            m_keys.type(time);
            m_keys.press(Qt::Key_Return);
        };
        enter(place(u"gone"_s), u"12:10"_s);
        QVERIFY(m_backup->target().isEmpty() && says(place(u"gone"_s)));
        enter(u"stick"_s, u"12:10"_s); // no whole path
        enter(place(u"stick"_s), u"25:00"_s);
        enter(u"/proc"_s, u"12:10"_s); // no room
        QVERIFY(m_backup->target().isEmpty() && folderField()->isVisible());
        m_keys.press(Qt::Key_Escape);
        QVERIFY(m_backup->target().isEmpty() && !folderField()->isVisible());
        m_keys.press(Qt::Key_F9);
        enter(place(u"stick"_s), u"7:45"_s);
        QVERIFY(!folderField()->isVisible());
        QCOMPARE(m_backup->target(), place(u"stick"_s));
        QCOMPARE(m_backup->at(), QTime(7, 45));
        QVERIFY(m_audit->page(0, 1)->first().act == desk::AuditAct::SettingsChanged);
        open(u"/elsewhere"_s); // hall.ini; what was chosen at the window counts
        QCOMPARE(m_backup->target(), place(u"stick"_s));
        QVERIFY(says(place(u"stick"_s)) && says(u"07:45"_s));
    }

    void aCopyUnderWayIsShownAndGivenUp()
    {
        QVERIFY(desk::setUpRecovery(m_hall->profileFolder));
        QSemaphore goesOn;
        std::atomic_bool wasGivenUp = false;
        m_make = [&](const desk::BackupWish &wish) -> base::Result<desk::BackupState> {
            wish.progress(42, 100);
            goesOn.acquire();
            wasGivenUp = !wish.progress(43, 100);
            return base::Fail({Error::Kind::Busy, u"was given up"_s, {}});
        };
        open(place(u"stick"_s)); // due at once
        m_backup->backUpNow();
        auto *bar = m_page->findChild<QProgressBar *>();
        QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible() && bar->value() == 42, longWait);
        QVERIFY(copywords::statusLine(*m_backup).text.contains(u"42"_s));
        shoot(u"copies-under-way"_s);
        m_keys.press(Qt::Key_F8); // one at a time
        m_keys.press(Qt::Key_Escape);
        goesOn.release();
        QTRY_VERIFY_WITH_TIMEOUT(!m_backup->isBusy(), longWait);
        QVERIFY(wasGivenUp && !m_backup->fault() && !bar->isVisible());
    }

    /// What can go wrong with a stick, as the clerk reads it.
    void whatWentWrongIsSaid_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("words");
        const QString stick = u"/media/stick"_s;
        const auto row = [&](const char *name, Error::Kind kind, const char *detail, const char *words) {
            QTest::newRow(name) << Error{kind, QString::fromLatin1(detail), stick} << QString::fromLatin1(words);
        };
        row("stick missing", Error::Kind::Storage, "the folder is not there: is the disk plugged in?", "plug it in");
        row("read-only, or of somebody else", Error::Kind::Storage, "the folder cannot be written", "write-protected");
        row("full", Error::Kind::Storage, "20 MiB are needed there, 3 are free", "not enough room");
        row("read back otherwise", Error::Kind::Damaged, "what was read back is not what was written", "failing");
    }
    void whatWentWrongIsSaid()
    {
        if (!m_pictures.isEmpty())
            QSKIP("pictures are taken in Chinese");
        QFETCH(Error, error);
        QFETCH(QString, words);
        QVERIFY(desk::setUpRecovery(m_hall->profileFolder));
        m_make = [error](const desk::BackupWish &) -> base::Result<desk::BackupState> { return base::Fail(error); };
        open(place(u"stick"_s));
        m_keys.press(Qt::Key_F8);
        QTRY_VERIFY_WITH_TIMEOUT(m_backup->fault().has_value(), longWait);
        QVERIFY2(says(words), qPrintable(copywords::sentence(error)));
        QCOMPARE(copywords::statusLine(*m_backup).role, theme::Colour::Bad);
        m_make = desk::backUp;
        m_keys.press(Qt::Key_F8);
        QTRY_VERIFY_WITH_TIMEOUT(!m_backup->fault() && m_backup->age() == 0, longWait);
        QVERIFY(!says(words));
        QCOMPARE(copywords::statusLine(*m_backup).text, u"Copy today"_s);
        m_hall->clock.advance(3 * 86'400);
        QVERIFY(m_backup->isOverdue() && copywords::statusLine(*m_backup).text.contains(u'3') && !copywords::overdue(*m_backup).isEmpty());
    }

    void whoHasNoPostIsRefusedAndMayBeAllowed()
    {
        m_mayKeep = false;
        open(place(u"stick"_s));
        QList<std::function<void()>> again;
        connect(m_page.get(), &HubPage::lacked, this, [&](domain::Duty duty, const std::function<void()> &act) {
            QCOMPARE(duty, domain::Duty::KeepCopies);
            again << act;
        });
        m_keys.press(Qt::Key_F9);
        m_keys.press(Qt::Key_F7);
        QCOMPARE(again.size(), 2);
        QVERIFY(says(u"Ctrl+Shift+A"_s) && !folderField()->isVisible() && m_backup->code().groups.isEmpty() && m_printer.given.isEmpty());
        m_mayKeep = true;
        again[0]();
        QVERIFY(folderField()->isVisible());
        m_page->hide(); // another page, or the window is covered: the form does not stay open
        m_page->show();
        QVERIFY(!folderField()->isVisible());
    }

private:
    QString place(const QString &name) const { return m_hall->folder.filePath(name); }
    void open(const QString &ofHall)
    {
        m_page.reset();
        m_backup.reset();
        m_backup = std::make_unique<desk::Backup>(desk::Backup::Needs{
            .profileFolder = m_hall->profileFolder,
            .profileKey = m_hall->profile->keys().profile,
            .device = m_hall->profile->device(),
            .clock = m_hall->clock,
            .audit = *m_audit,
            .target = ofHall,
            .at = u"12:10"_s,
            .make = [this](const desk::BackupWish &wish) { return m_make(wish); },
            .sticks = [stick = place(u"stick"_s)] { return QStringList{stick}; }});
        m_page = std::make_unique<HubPage>(
            HubPage::Needs{*m_link, *m_library, {*m_backup, *m_print, [this] { return m_mayKeep; }}, m_hall->profileFolder});
        m_page->resize(1282, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->setFocus();
    }
    QComboBox *folderField() const { return m_page->findChild<QComboBox *>(); }
    QLineEdit *timeField() const
    {
        for (QLineEdit *field : m_page->findChildren<QLineEdit *>()) {
            if (field->maxLength() == 5)
                return field;
        }
        return nullptr;
    }
    bool says(const QString &words) const
    {
        const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    void shoot(const QString &name)
    {
        if (!m_pictures.isEmpty())
            m_page->grab().save(m_pictures + u'/' + name + u".png"_s);
    }

    const QString m_pictures = qEnvironmentVariable("YICHUANG_SHOTS");
    std::unique_ptr<Hall> m_hall;
    std::optional<desk::AuditBook> m_audit;
    std::optional<desk::PrintRoutes> m_routes;
    support::FakePrinter m_printer;
    std::optional<desk::LoosePapers> m_printing;
    std::optional<desk::RecoveryPrint> m_print;
    std::unique_ptr<desk::HubLink> m_link;
    std::unique_ptr<desk::GuideLibrary> m_guides;
    std::unique_ptr<desk::HubLibrary> m_library;
    std::unique_ptr<desk::Backup> m_backup;
    std::unique_ptr<HubPage> m_page;
    std::function<base::Result<desk::BackupState>(const desk::BackupWish &)> m_make;
    bool m_mayKeep = true;
    Keys m_keys;
};

QTEST_MAIN(TestCopiesPage)
#include "tst_copiespage.moc"
