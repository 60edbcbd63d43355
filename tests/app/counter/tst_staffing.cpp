#include "tests/app/counter/staffroom.h"
#include "app/counter/privacy.h"
#include "tests/support/filing.h"
#include "ui/board/boardpage.h"
#include "ui/case/casepage.h"
#include "ui/hub/hubpage.h"
#include "ui/report/reportpage.h"

#include <QClipboard>
#include <QDialog>
#include <QPushButton>
#include <QSignalSpy>

#include <sys/prctl.h>
#include <sys/resource.h>

using namespace staffroom;

/// Covered, locked, changed, allowed over the shoulder, by the keys alone.
class TestStaffing : public QObject, private StaffRoom
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        theme::apply(*qApp);
        if (!m_pictures.isEmpty())
            speak(*qApp, u"zh_CN"_s);
    }
    void init() { setUp(); }
    void cleanup() { clear(); }

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
};

QTEST_MAIN(TestStaffing)
#include "tst_staffing.moc"
