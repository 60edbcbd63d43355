#pragma once

#include "app/counter/counter.h"
#include "core/base/datafolder.h"
#include "tests/support/fakes.h"
#include "tests/support/keys.h"
#include "ui/home/homepage.h"
#include "ui/intake/intakepage.h"
#include "ui/shell/language.h"
#include "ui/staff/allowdialog.h"
#include "ui/staff/signinpage.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

/// The window of a hall whose people sign in, with the cable out.
namespace staffroom {

using namespace Qt::StringLiterals;
using people::PasswordCost;
using State = desk::StaffDesk::State;

inline const QString password = u"晴天-right-horse-27"_s;
inline const QString pin = u"290417"_s;

inline people::StaffMember clerk()
{
    return {.account = 7, .name = u"wangfang"_s, .called = u"王小芳"_s, .posts = {u"clerk"_s}, .version = 1};
}

inline people::StaffMember supervisor()
{
    return {.account = 8, .name = u"zhaolei"_s, .called = u"赵大磊"_s, .posts = {u"hall-supervisor"_s}, .version = 1};
}

/// What a test has of it, and does at its keys.
class StaffRoom
{
protected:
    /// One profile, a supervisor and a clerk who may sign in here, and the window before anybody did.
    void setUp()
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
    void clear()
    {
        m_counter.reset();
        m_workplace.reset();
        m_folder.reset();
    }
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

}
