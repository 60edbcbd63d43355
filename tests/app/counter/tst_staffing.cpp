#include "app/counter/counter.h"
#include "app/counter/gate.h"
#include "app/counter/privacy.h"
#include "core/base/datafolder.h"
#include "tests/support/fakes.h"
#include "tests/support/filing.h"
#include "tests/support/keys.h"
#include "ui/board/boardpage.h"
#include "ui/case/casepage.h"
#include "ui/home/homepage.h"
#include "ui/hub/hubpage.h"
#include "ui/intake/applicantform.h"
#include "ui/intake/intakepage.h"
#include "ui/report/reportpage.h"
#include "ui/shell/language.h"
#include "ui/staff/allowdialog.h"
#include "ui/staff/secretfield.h"
#include "ui/staff/signinpage.h"
#include "ui/staff/staffwords.h"
#include "ui/staff/wipepage.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <sys/prctl.h>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using people::PasswordCost;
using State = desk::StaffDesk::State;

namespace {

const QString password = u"晴天-right-horse-27"_s;
const QString pin = u"290417"_s;

people::StaffMember clerk()
{
    return {.account = 7, .name = u"wangfang"_s, .called = u"王小芳"_s, .posts = {u"clerk"_s}, .version = 1};
}

people::StaffMember supervisor()
{
    return {.account = 8, .name = u"zhaolei"_s, .called = u"赵大磊"_s, .posts = {u"hall-supervisor"_s}, .version = 1};
}

}

/// The window of a hall whose people sign in, with the cable out: covered, locked, changed, by the keys alone.
class TestStaffing : public QObject
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
        m_folder = std::make_unique<QTemporaryDir>();
        base::Secret key;
        {
            const auto fresh = desk::Profile::open(profile(), m_keyStore, m_clock);
            QVERIFY(fresh);
            key = (*fresh)->keys().profile;
        }
        auto book = people::StaffBook::open(profile(), PasswordCost::least());
        QVERIFY(book && book->see(m_clock.now()));
        QVERIFY(book->bindTo(key));
        const QDateTime until = m_clock.now().toUTC().addDays(7);
        QVERIFY(book->keep(supervisor(), password, {}, until));
        QVERIFY(book->see(m_clock.now().addSecs(1))); // the clerk was here last
        QVERIFY(book->keep(clerk(), password, {}, until));
        QVERIFY(book->setPin(clerk().name, pin));
        open();
    }
    void cleanup()
    {
        m_counter.reset();
        m_workplace.reset();
        m_folder.reset();
    }

    void nothingIsSeenBeforeSomebodySignsIn()
    {
        QVERIFY(isCovered());
        QCOMPARE(m_workplace->duty().name(), m_workplace->hall().clerk);
        shoot(u"signin"_s);
        Keys keys;
        keys.press(Qt::Key_2, Qt::ControlModifier); // no key of the window below
        keys.press(Qt::Key_F1);
        QVERIFY(isOn<HomePage>());
        m_counter->takeScanned(u"anything"_s);
        QVERIFY(isCovered());
        type(u"wrong-wrong-wrong"_s);
        keys.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(says(u"4"_s), 20'000);
        shoot(u"signin-wrong"_s);
        type(password);
        keys.press(Qt::Key_Tab);
        keys.press(Qt::Key_Return); // on the button, too
        QTRY_VERIFY_WITH_TIMEOUT(!isCovered(), 20'000);
        QVERIFY(isOn<HomePage>());
        QCOMPARE(m_workplace->duty().name(), u"王小芳"_s);
        QVERIFY(secretField(*m_counter->window().findChild<SignInPage *>())->text().isEmpty());
        shoot(u"signed-in"_s);
    }

    void theCaseInHandSurvivesALock()
    {
        signIn();
        Keys keys;
        keys.type(u"xse"_s);
        keys.press(Qt::Key_Return);
        QVERIFY(isOn<IntakePage>());
        const QString number = m_counter->work()->file().number;
        QWidget *focus = QApplication::focusWidget();
        const auto seen = m_workplace->reception().cases(true, 10);
        QVERIFY(seen && seen->size() == 1);
        QDialog beside(&m_counter->window());
        beside.open();
        QGuiApplication::clipboard()->setText(u"身份证 11010519491231002X"_s);
        const QString title = m_counter->window().windowTitle();
        m_workplace->staff().lock();
        QTRY_VERIFY_WITH_TIMEOUT(isCovered(), 20'000);
        QVERIFY(!beside.isVisible());
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
        QCOMPARE(m_counter->window().windowTitle(), title);
        QVERIFY(!title.contains(u"王小芳"_s) && !title.contains(number));
        QVERIFY(!says(number));
        shoot(u"locked"_s);
        type(u"290418"_s);
        keys.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(secretField(m_counter->window())->text().isEmpty(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(isCovered(), 20'000);
        shoot(u"locked-wrong"_s);
        type(pin);
        keys.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!isCovered(), 20'000);
        QVERIFY(beside.isVisible());
        beside.close();
        m_counter->window().activateWindow();
        QVERIFY(isOn<IntakePage>());
        QCOMPARE(m_counter->work()->file().number, number);
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), focus, 20'000);
    }

    void anotherPersonBeginsAtTheFirstPage()
    {
        signIn();
        Keys keys;
        keys.type(u"xse"_s);
        keys.press(Qt::Key_Return);
        keys.press(Qt::Key_1);
        const QString caseId = m_counter->work()->file().id;
        m_workplace->staff().lock();
        keys.press(Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier); // on the lock page: somebody else
        keys.press(Qt::Key_Down);
        shoot(u"change"_s);
        type(password);
        keys.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!isCovered(), 20'000);
        QCOMPARE(m_workplace->duty().name(), u"赵大磊"_s);
        QVERIFY(isOn<HomePage>() && !m_counter->work());
        const auto work = m_workplace->reception().resume(caseId);
        QVERIFY(work);
        QCOMPARE((*work)->history()->last().event.actor, u"王小芳"_s); // who did it
        QVERIFY((*work)->perform(domain::EnterField{u"applicant-name"_s, u"测试"_s}));
        QCOMPARE((*work)->history()->last().event.actor, u"赵大磊"_s);
        m_workplace->staff().change();
        QVERIFY(isCovered() && !m_workplace->duty().member());
        const auto lines = m_workplace->audit().page(0, 20).value_or(QList<desk::AuditEntry>());
        QStringList acts;
        for (const desk::AuditEntry &line : lines)
            acts << line.word;
        QVERIFY(acts.contains(u"signed-in"_s) && acts.contains(u"locked"_s) && acts.contains(u"signed-out"_s));
    }

    void pagesOfSupervisorsStayShutForClerks()
    {
        signIn();
        QWidget *board = m_counter->window().findChild<BoardPage *>();
        QWidget *report = m_counter->window().findChild<ReportPage *>();
        for (QWidget *page : {board, report}) {
            m_counter->window().showPage(page);
            QVERIFY(isOn<HomePage>());
        }
        shoot(u"shut"_s);
        m_workplace->staff().change();
        Keys keys;
        keys.press(Qt::Key_Down);
        type(password);
        keys.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!isCovered(), 20'000);
        for (QWidget *page : {board, report}) {
            m_counter->window().showPage(page);
            QCOMPARE(m_counter->window().page(), page);
        }
    }

    /// By the keys: a page, then one act on a case, each refused first and allowed for once.
    void aSupervisorAllowsOverTheShoulder()
    {
        signIn();
        Keys keys;
        keys.press(Qt::Key_8, Qt::ControlModifier);
        QVERIFY(isOn<HomePage>());
        allow(u"wrong-wrong-wrong"_s);
        QVERIFY(allowDialog() && says(u"4"_s, *allowDialog()));
        shoot(u"allow-wrong"_s, allowDialog());
        keys.press(Qt::Key_Escape); // as it was
        comeBack();
        QVERIFY(isOn<HomePage>());
        allow(password);
        comeBack();
        QVERIFY(isOn<BoardPage>());
        QCOMPARE(m_workplace->duty().name(), u"王小芳"_s);
        keys.press(Qt::Key_1, Qt::ControlModifier);
        keys.press(Qt::Key_8, Qt::ControlModifier); // left, so it is shut again
        QVERIFY(isOn<HomePage>());
        allow(password);
        comeBack();
        QVERIFY(isOn<BoardPage>());
        m_workplace->staff().lock(); // nor does it stay open for whoever comes back
        type(pin);
        keys.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!isCovered(), 20'000);
        QVERIFY(isOn<HomePage>());

        auto filed = m_workplace->reception().open(m_workplace->matters().find(u"xse"_s, 1).value(0).ref);
        QVERIFY(filed);
        support::file(**filed);
        const QString number = (*filed)->file().number;
        filed->reset();
        m_counter->takeScanned(number);
        QVERIFY(isOn<CasePage>());
        keys.press(Qt::Key_Q, Qt::ShiftModifier);
        shoot(u"refused-act"_s);
        QVERIFY(says(u"Ctrl+Shift+A"_s));
        allow(u"wrong-wrong-wrong"_s);
        QTRY_VERIFY_WITH_TIMEOUT(allowDialog() && says(u"4"_s, *allowDialog()), 20'000);
        type(password);
        shoot(u"allow"_s, allowDialog());
        keys.press(Qt::Key_Return);
        comeBack();
        shoot(u"allowed-form"_s);
        keys.press(Qt::Key_Tab);
        keys.type(u"与申请人核对"_s);
        keys.press(Qt::Key_Return);
        shoot(u"allowed-done"_s);
        QCOMPARE(m_counter->work()->file().life.numberLooks.size(), 1);
        const domain::Event event = m_counter->work()->history()->last().event;
        QCOMPARE(event.actor, u"王小芳"_s);
        const auto lines = m_workplace->audit().page(0, 30).value_or(QList<desk::AuditEntry>());
        const auto last = std::ranges::find(lines, desk::AuditAct::Allowed, &desk::AuditEntry::act);
        QVERIFY(last != lines.end() && last->subject == number && last->who == u"王小芳"_s && last->words.contains(u"赵大磊"_s));
        QVERIFY(std::ranges::none_of(lines, [](const desk::AuditEntry &line) { return line.words.contains(password); }));
        keys.press(Qt::Key_Escape);
        keys.press(Qt::Key_Q, Qt::ShiftModifier);
        QVERIFY(says(u"Ctrl+Shift+A"_s)); // the next is refused again
    }

    /// A filed case with a number and a telephone, on every page: whole they stand in no text, tool tip, title, row of a list, nor in what a
    /// screen reader is told.
    void noWholeNumberIsOnAnyPage()
    {
        signIn();
        auto filed = m_workplace->reception().open(m_workplace->matters().find(u"xse"_s, 1).value(0).ref);
        QVERIFY(filed);
        support::file(**filed);
        const QString number = (*filed)->file().number;
        filed->reset();
        m_counter->takeScanned(u"ID 11010519491231002X"_s); // somebody's own code
        QVERIFY2(wholeNumberOnScreen().isEmpty(), qPrintable(wholeNumberOnScreen()));
        m_counter->takeScanned(number);
        QVERIFY(isOn<CasePage>());
        QVERIFY2(wholeNumberOnScreen().isEmpty(), qPrintable(wholeNumberOnScreen()));
        Keys keys;
        for (int page = 1; page <= 7; ++page) {
            keys.press(static_cast<Qt::Key>(Qt::Key_0 + page), Qt::ControlModifier);
            QVERIFY2(wholeNumberOnScreen().isEmpty(), qPrintable(QString::number(page) + u": "_s + wholeNumberOnScreen()));
        }
    }

    void theGateLetsThroughWhoKnowsThePassword()
    {
        const base::Secret key = base::Secret::random(32);
        QTemporaryDir folder;
        auto book = people::StaffBook::open(folder.path(), PasswordCost::least());
        QVERIFY(book && book->see(m_clock.now()));
        QVERIFY(book->keep(clerk(), password, key, m_clock.now().toUTC().addDays(7)));
        QVERIFY(book->keep(supervisor(), password, {}, m_clock.now().toUTC().addDays(7))); // as after a change of the key
        QVERIFY(book->see(m_clock.now().addSecs(60)) && book->tryPassword(clerk().name, password));
        m_counter->window().hide();
        Gate gate(std::move(*book), m_clock, u"样例大厅"_s);
        gate.window().show();
        QVERIFY(QTest::qWaitForWindowActive(&gate.window()));
        QVERIFY(!gate.window().windowTitle().contains(u"王小芳"_s));
        int entered = 0;
        connect(&gate, &Gate::entered, this, [&] { ++entered; });
        Keys keys;
        type(u"wrong-wrong-wrong"_s);
        keys.press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(secretField(gate.window())->text(), QString(), 20'000);
        QVERIFY(!gate.entrance());
        keys.press(Qt::Key_Down);
        type(password);
        keys.press(Qt::Key_Return);
        const QString changed = staffwords::sentence(desk::SignInTrouble{.why = desk::SignInTrouble::Why::KeyChanged});
        const auto isTold = [&] {
            return std::ranges::any_of(gate.window().findChildren<QLabel *>(), [&](const QLabel *label) { return label->text() == changed; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isTold(), 20'000);
        QVERIFY(!gate.entrance());
        keys.press(Qt::Key_Up);
        type(password);
        keys.press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(entered, 1, 20'000);
        QVERIFY(gate.entrance()->opener == key);
        QCOMPARE(gate.entrance()->welcome, std::optional(clerk()));
    }

    /// Half a second of reckoning: the page lives on, takes no second try and may be closed.
    void theGateIsAliveWhileItChecks()
    {
        const PasswordCost dear{3, size_t(64) << 20};
        QTemporaryDir folder;
        auto book = people::StaffBook::open(folder.path(), dear);
        QVERIFY(book && book->see(m_clock.now()));
        QVERIFY(book->keep(clerk(), password, base::Secret::random(32), m_clock.now().toUTC().addDays(7)));
        m_counter->window().hide();
        const auto triesOnDisk = [&] {
            QFile file(folder.filePath(u"staff.json"_s));
            const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            return bytes.mid(bytes.indexOf("\"failures\": ") + 12, 1).toInt();
        };
        for (const bool isClosed : {false, true}) {
            Gate gate(*book, m_clock, u"样例大厅"_s);
            gate.window().show();
            QVERIFY(QTest::qWaitForWindowActive(&gate.window()));
            Keys keys;
            type(u"wrong-wrong-wrong"_s);
            keys.press(Qt::Key_Return);
            QCOMPARE(triesOnDisk(), 1);
            QVERIFY(!secretField(gate.window())->isEnabled() && QApplication::focusWidget() == &gate.window());
            keys.press(Qt::Key_Return);
            if (isClosed)
                break; // with the try under way
            QTRY_VERIFY_WITH_TIMEOUT(secretField(gate.window())->isEnabled(), 20'000);
            QCOMPARE(triesOnDisk(), 1);
            QVERIFY(!gate.entrance() && secretField(gate.window())->text().isEmpty() && secretField(gate.window())->hasFocus());
            type(password);
            keys.press(Qt::Key_Return);
            QTRY_VERIFY_WITH_TIMEOUT(gate.entrance(), 20'000);
            QCOMPARE(triesOnDisk(), 0);
        }
        QTest::qWait(100);
        QCOMPARE(triesOnDisk(), 1);
    }

    void whatTakesLongIsSaid()
    {
        SignInPage page(u"样例大厅"_s);
        page.resize(1180, 700);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        const auto isSaid = [&] {
            return std::ranges::any_of(page.findChildren<QLabel *>(), [](const QLabel *label) { return label->isVisible() && label->text().contains(u"…"_s); });
        };
        page.setBusy(true);
        QVERIFY(!isSaid());
        QTRY_VERIFY_WITH_TIMEOUT(isSaid(), 20'000);
        if (!m_pictures.isEmpty())
            page.grab().save(m_pictures + u"/checking.png"_s);
        page.setBusy(false);
        QVERIFY(!isSaid());
        page.tell({.why = desk::SignInTrouble::Why::KeyChanged});
        if (!m_pictures.isEmpty())
            page.grab().save(m_pictures + u"/key-changed.png"_s);
    }

    /// Nothing of what was typed stays in the field's own bytes.
    void fieldsAreOverwritten()
    {
        QLineEdit edit;
        QTest::keyClicks(&edit, u"abc-def"_s);
        QString *shared = new QString(edit.text());
        const QChar *bytes = shared->constData();
        delete shared;
        QCOMPARE(*bytes, QChar(u'a')); // still the field's
        QCOMPARE(secretfield::typedIn(edit).text(), u"abc-def"_s);
        secretfield::forget(edit);
        QVERIFY(edit.text().isEmpty() && !edit.isUndoAvailable());
        edit.setText(password); // another's bytes are left alone
        secretfield::forget(edit);
        QVERIFY(password.startsWith(u'晴'));
    }

    void theListOfPeopleIsGone()
    {
        m_counter.reset();
        m_workplace.reset();
        open(); // the journal remembers
        m_counter.reset();
        m_workplace.reset();
        QVERIFY(QFile::remove(profile() + u"/staff.json"_s));
        open();
        QVERIFY(isCovered() && m_workplace->duty().isAsked());
        QVERIFY(says(u"gone from this PC"_s) || says(u"不见了"_s));
        shoot(u"book-missing"_s);
    }

    /// The foot of the window says where the key is now.
    void theKeyGoesWithTheStaff()
    {
        const auto isSaid = [this](const QString &words) {
            const QList<QLabel *> labels = m_counter->window().findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text() == words; });
        };
        const QString inFile = Counter::tr("Key in a file of this PC"), underPasswords = Counter::tr("Key under the passwords of the staff");
        signIn();
        QVERIFY(isSaid(inFile) && !isSaid(underPasswords));
        m_workplace->staff().change();
        QVERIFY(people::leaveKeyToStaff(profile()));
        signIn();
        QVERIFY(!isSaid(inFile) && isSaid(underPasswords));
    }

    void enterJoinsAHub()
    {
        signIn();
        auto *page = m_counter->window().findChild<HubPage *>();
        m_counter->window().showPage(page);
        QPushButton *join = nullptr;
        for (QPushButton *button : page->findChildren<QPushButton *>()) {
            if (button->text().contains(u"Enter"_s))
                join = button;
        }
        QVERIFY(join);
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
            const QSignalSpy pressed(join, &QPushButton::clicked);
            join->setEnabled(true);
            join->setFocus();
            QCOMPARE(QApplication::focusWidget(), join);
            Keys().press(key);
            QCOMPARE(pressed.size(), 1);
        }
    }

    /// Whatever is on the screen is gone at once; what was half typed is put down, sealed for the hub, and the order is durable.
    void anOrderToWipeHidesEverything()
    {
        m_counter.reset();
        m_workplace.reset();
        const people::WindowKey hub = people::WindowKey::fromSeed(base::Secret(QByteArray(32, 'h')));
        const desk::HubPlace place{.url = QUrl(u"http://127.0.0.1:9"_s), .hub = u"hub"_s, .key = hub.publicKey(), .hall = u"hall"_s};
        QVERIFY(desk::keepHubPlace(profile(), place)); // nobody answers there
        open();
        m_workplace->staff().signIn(clerk().name, password); // the hub is away: by the lease
        QTRY_COMPARE_WITH_TIMEOUT(m_workplace->staff().state(), State::Working, 20'000);
        Keys keys;
        keys.type(u"xse"_s);
        keys.press(Qt::Key_Return);
        QVERIFY(isOn<IntakePage>());
        const QString caseId = m_counter->work()->file().id;
        const QString name = u"Ceshi"_s;
        auto *field = qobject_cast<QLineEdit *>(m_counter->window().findChild<ApplicantForm *>()->editor(domain::applicantNameField));
        QVERIFY(field);
        QTest::keyClicks(field, name);
        QVERIFY(!m_counter->work()->file().fields.contains(domain::applicantNameField)); // half typed
        QDialog beside(&m_counter->window());
        beside.open();

        wire::SignedWipe wipe{.order = {u"order"_s, m_workplace->journal().identity().device, u"hub"_s, m_clock.now().toUTC(), u"电脑在搬运途中遗失"_s}, .answers = "request", .signature = {}};
        wipe.signature = hub.sign(wire::wipePurpose, wire::wipeToSign(wipe.order, wipe.answers));
        emit m_workplace->hub().wipeOrdered(wipe);
        QVERIFY(!m_counter->window().isVisible() && !beside.isVisible());
        WipePage *page = nullptr;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<WipePage *>(widget))
                page = found;
        }
        QVERIFY(page && page->isVisible());
        page->resize(1366, 768);
        if (!m_pictures.isEmpty())
            QVERIFY(page->grab().save(m_pictures + u"/wipe-sending.png"_s));
        QString said;
        for (const QLabel *label : page->findChildren<QLabel *>())
            said += label->text();
        QVERIFY2(said.contains(u"电脑在搬运途中遗失"_s) && said.contains(place.url.toString()) && !said.contains(name), qPrintable(said));
        QVERIFY(!m_counter->work());
        const auto kept = m_workplace->reception().resume(caseId);
        QVERIFY(kept);
        QCOMPARE((*kept)->file().fields.value(domain::applicantNameField), name);
        const auto standing = desk::readWipe(profile());
        QVERIFY(standing && *standing && (*standing)->hasRemnant);
        QCOMPARE((*standing)->unsent, m_counter->wipe()->unsent);
        QVERIFY(QFile::exists(profile() + u"/unsent.sealed"_s));
    }

    /// A crash leaves nothing behind.
    void memoryIsKeptPrivate()
    {
        keepMemoryPrivate();
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, rlim_t(0));
        QCOMPARE(limit.rlim_max, rlim_t(0));
        QCOMPARE(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
    }

private:
    QString profile() const { return m_folder->filePath(u"profile"_s); }
    void open()
    {
        WorkplaceNeeds needs{profile(), base::dataFolder(), m_clock, m_keyStore, m_printer, m_runner};
        needs.passwordCost = PasswordCost::least();
        auto workplace = Workplace::open(needs);
        QVERIFY2(workplace.has_value(), qPrintable(workplace ? QString() : workplace.error().detail));
        m_workplace = std::move(*workplace);
        m_counter = std::make_unique<Counter>(*m_workplace);
        m_counter->window().resize(1366, 768);
        m_counter->window().show();
        QVERIFY(QTest::qWaitForWindowActive(&m_counter->window()));
    }
    void signIn()
    {
        type(password);
        Keys().press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(m_workplace->staff().state(), State::Working, 20'000);
    }
    /// The dialog is gone and the keys are in the window again.
    void comeBack()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!allowDialog(), 20'000);
        m_counter->window().activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget() && m_counter->window().isAncestorOf(QApplication::focusWidget()), 20'000);
    }
    /// Every text of every widget of the window, seen or told, that has a whole number in it; empty: none has.
    QString wholeNumberOnScreen() const
    {
        QStringList texts;
        QList<QWidget *> widgets = m_counter->window().findChildren<QWidget *>();
        widgets << &m_counter->window();
        for (QWidget *widget : std::as_const(widgets)) {
            texts << widget->windowTitle() << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription();
            if (const QAccessibleInterface *told = QAccessible::queryAccessibleInterface(widget))
                texts << told->text(QAccessible::Name) << told->text(QAccessible::Description) << told->text(QAccessible::Value);
            const auto *view = qobject_cast<QAbstractItemView *>(widget);
            const QAbstractItemModel *model = view ? view->model() : nullptr;
            for (int row = 0; model && row < model->rowCount(); ++row) {
                for (int column = 0; column < model->columnCount(); ++column) {
                    for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole, Qt::AccessibleDescriptionRole})
                        texts << model->index(row, column).data(role).toString();
                }
            }
        }
        const auto found = std::ranges::find_if(texts, [](const QString &text) {
            return text.contains(u"11010519491231002X"_s) || text.contains(u"13800138000"_s);
        });
        return found == texts.end() ? QString() : *found;
    }
    AllowDialog *allowDialog() const { return m_counter->window().findChild<AllowDialog *>(); }
    /// The supervisor at the clerk's keys.
    void allow(const QString &secret)
    {
        Keys keys;
        keys.press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(allowDialog() && allowDialog()->isActiveWindow() && secretField(*allowDialog())->hasFocus(), 20'000);
        type(secret);
        keys.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!m_workplace->staff().isBusy(), 20'000);
    }
    static QLineEdit *secretField(QWidget &in)
    {
        const QList<QLineEdit *> fields = in.findChildren<QLineEdit *>();
        const auto found = std::ranges::find_if(fields, [](const QLineEdit *field) { return field->echoMode() == QLineEdit::Password; });
        return found == fields.end() ? nullptr : *found;
    }
    /// Passwords are typed, never composed.
    static void type(const QString &text)
    {
        auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(field && field->echoMode() == QLineEdit::Password);
        field->setText(text);
    }
    bool isCovered() const
    {
        const auto *page = m_counter->window().findChild<SignInPage *>();
        const QWidget *focus = QApplication::focusWidget();
        return page->isVisible() && !m_counter->window().page()->isVisible() && focus && (page == focus || page->isAncestorOf(focus));
    }
    template <class Page>
    bool isOn() const
    {
        return qobject_cast<Page *>(m_counter->window().page()) != nullptr;
    }
    bool says(const QString &words) const { return says(words, m_counter->window()); }
    static bool says(const QString &words, const QWidget &where)
    {
        const QList<QLabel *> labels = where.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    void shoot(const QString &name, QWidget *what = nullptr)
    {
        if (!m_pictures.isEmpty())
            (what ? *what : static_cast<QWidget &>(m_counter->window())).grab().save(m_pictures + u'/' + name + u".png"_s);
    }

    const QString m_pictures = qEnvironmentVariable("YICHUANG_SHOTS");
    std::unique_ptr<QTemporaryDir> m_folder;
    support::FakeClock m_clock;
    support::NoKeyStore m_keyStore;
    support::FakePrinter m_printer;
    devices::CupsPrintSystem m_system;
    devices::PrintRunner m_runner{m_system};
    std::unique_ptr<Workplace> m_workplace;
    std::unique_ptr<Counter> m_counter;
};

QTEST_MAIN(TestStaffing)
#include "tst_staffing.moc"
