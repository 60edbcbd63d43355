#include "tests/app/counter/staffroom.h"
#include "app/counter/gate.h"
#include "ui/intake/applicantform.h"
#include "ui/staff/secretfield.h"
#include "ui/staff/staffwords.h"
#include "ui/staff/wipepage.h"

#include <QDialog>

using namespace staffroom;

/// Ahead of the window: who is let in, where the key lies, and a window that is ordered to wipe itself.
class TestGate : public QObject, private StaffRoom
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
};

QTEST_MAIN(TestGate)
#include "tst_gate.moc"
