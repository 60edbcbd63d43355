#include "app/counter/allowing.h"

#include "ui/shell/mainwindow.h"
#include "ui/staff/allowdialog.h"
#include "ui/words/words.h"

#include <QShortcut>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QString pageSubject = QStringLiteral("page");

}

Allowing::Allowing(Workplace &workplace, MainWindow &window, QObject *parent)
    : QObject(parent), m_workplace(workplace), m_window(window)
{
    connect(new QShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_A, &window), &QShortcut::activated, this, &Allowing::ask);
    connect(&window, &MainWindow::pageShown, this, [this](QWidget *page) {
        forget();
        if (page != m_allowedPage)
            m_allowedPage = nullptr;
    });
    connect(&workplace.staff(), &desk::StaffDesk::vouched, this, &Allowing::take);
    connect(&workplace.staff(), &desk::StaffDesk::notVouched, this, [this](const desk::SignInTrouble &trouble) {
        if (m_dialog)
            m_dialog->tell(trouble);
    });
    connect(&workplace.staff(), &desk::StaffDesk::changed, this, [this] {
        if (m_dialog)
            m_dialog->setBusy(m_workplace.staff().isBusy());
    });
}

void Allowing::lack(QObject *context, domain::Duty duty, const QStringList &subjects, const std::function<void()> &again)
{
    m_lack = Lack{context, duty, subjects, again};
}

QString Allowing::whyShut(QWidget *page, domain::Duty duty)
{
    if (m_workplace.duty().may(duty) || m_allowedPage == page)
        return {};
    const std::optional<people::StaffMember> by = m_workplace.duty().allowedBy(duty, pageSubject);
    const base::Result<> noted = m_workplace.audit().note(by ? desk::AuditAct::Allowed : desk::AuditAct::Refused, {}, desk::auditWords(duty, by));
    if (by && noted) {
        m_workplace.duty().spend(duty, pageSubject);
        m_pageBefore = m_window.page();
        m_allowedPage = page;
        return {};
    }
    lack(page, duty, {pageSubject}, [this, page] { m_window.showPage(page); });
    return words::sentence(domain::Refusal{domain::Refusal::Why::PostMissing, QString::number(int(duty)), {}});
}

void Allowing::end()
{
    forget();
    m_workplace.duty().dropAllowance();
    if (m_allowedPage && m_pageBefore && m_window.page() == m_allowedPage)
        m_window.showPage(m_pageBefore);
    m_allowedPage = nullptr;
}

void Allowing::forget()
{
    m_lack.reset();
    if (m_dialog)
        m_dialog->reject();
}

/// The names of those whose post has it come first.
void Allowing::ask()
{
    if (m_dialog || m_workplace.staff().state() != desk::StaffDesk::State::Working)
        return;
    if (!m_lack || !m_lack->context) {
        emit said(InlineMessage::Level::Info, tr("Nothing was refused here that a supervisor could allow."),
                  tr("Try first what you want to do; then Ctrl+Shift+A."));
        return;
    }
    QList<people::StaffMember> members = m_workplace.staff().book().members();
    members.removeIf([this](const people::StaffMember &member) { return !desk::holds(member, m_lack->duty); });
    m_dialog = new AllowDialog(words::doing(m_lack->duty), members, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &AllowDialog::given, this, [this](const QString &name, const people::Typed &secret) {
        if (m_lack)
            m_workplace.staff().vouch(name, secret, m_lack->duty);
    });
    connect(m_dialog, &QDialog::finished, this, [this] { m_dialog = nullptr; });
    m_dialog->open();
}

/// Whoever left with Esc while the hub was asked allowed nothing.
void Allowing::take(const people::StaffMember &by)
{
    if (!m_dialog || !m_lack || !m_lack->context)
        return;
    const Lack lack = *std::exchange(m_lack, std::nullopt);
    m_dialog->accept();
    m_workplace.duty().allow({lack.duty, lack.subjects, by});
    lack.again();
}
