#include "app/counter/staffing.h"

#include "app/counter/allowing.h"
#include "ui/board/boardwall.h"
#include "ui/shell/mainwindow.h"
#include "ui/staff/secretfield.h"
#include "ui/staff/signinpage.h"
#include "ui/staff/staffwords.h"
#include "ui/words/words.h"

#include <QApplication>
#include <QClipboard>
#include <QInputDialog>
#include <QLineEdit>
#include <QShortcut>
#include <QSignalBlocker>

#include <chrono>

using namespace Qt::StringLiterals;
using State = desk::StaffDesk::State;

namespace {

constexpr std::chrono::seconds clipboardKept(60);

bool isByHand(QEvent::Type type)
{
    return type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::Wheel || type == QEvent::TouchBegin
        || type == QEvent::InputMethod;
}

}

Staffing::Staffing(Workplace &workplace, MainWindow &window, QObject *parent)
    : QObject(parent), m_workplace(workplace), m_window(window),
      m_page(new SignInPage(workplace.hall().hallName + u" · "_s + workplace.hall().windowName)),
      m_allowing(new Allowing(workplace, window, this))
{
    connect(m_allowing, &Allowing::said, this, &Staffing::said);
    window.setCover(m_page);
    desk::StaffDesk &desk = workplace.staff();
    connect(m_page, &SignInPage::signInRequested, &desk, &desk::StaffDesk::signIn);
    connect(m_page, &SignInPage::unlockRequested, &desk, &desk::StaffDesk::unlock);
    connect(&desk, &desk::StaffDesk::refused, m_page, &SignInPage::tell);
    connect(&desk, &desk::StaffDesk::leaving, this, &Staffing::leaving);
    connect(&desk, &desk::StaffDesk::stateChanged, this, &Staffing::showState);
    connect(&desk, &desk::StaffDesk::entered, this, [this](bool isSame) {
        if (!isSame)
            emit arrived();
    });
    connect(&desk, &desk::StaffDesk::changed, this, [this, &desk] {
        m_page->setBusy(desk.isBusy());
        m_page->showMembers(desk.book().members());
    });
    connect(&workplace.duty(), &desk::OnDuty::changed, this, &Staffing::showPerson);
    m_page->showMembers(desk.book().members());
    setUpKeys();
    setUpClipboard();
    m_idle.setSingleShot(true);
    m_idle.setInterval(std::chrono::minutes(workplace.hall().lockAfter.toInt()));
    connect(&m_idle, &QTimer::timeout, &desk, &desk::StaffDesk::lock);
    qApp->installEventFilter(this);
    showState();
    showPerson();
    connect(&workplace.hub(), &desk::HubLink::enrolled, &desk, &desk::StaffDesk::look);
    connect(&workplace.hub(), &desk::HubLink::statusChanged, &desk, [&desk, wasOnline = false](const syncing::Status &status) mutable {
        const bool isOnline = status.contact == syncing::Status::Contact::Online;
        if (isOnline && !wasOnline)
            desk.look();
        wasOnline = isOnline;
    });
}

void Staffing::setUpKeys()
{
    const auto key = [this](const QKeyCombination &keys, const auto &act) {
        connect(new QShortcut(keys, &m_window), &QShortcut::activated, this, act);
    };
    const auto nobodyIsAsked = [this] {
        emit said(InlineMessage::Level::Info, tr("Nobody signs in at this window."),
                  tr("It asks who works here as soon as the hub has accounts of this hall."));
    };
    key(Qt::CTRL | Qt::SHIFT | Qt::Key_L, [this, nobodyIsAsked] {
        m_workplace.duty().isAsked() ? m_workplace.staff().lock() : nobodyIsAsked();
    });
    key(Qt::CTRL | Qt::SHIFT | Qt::Key_U, [this, nobodyIsAsked] {
        m_workplace.duty().isAsked() ? m_workplace.staff().change() : nobodyIsAsked();
    });
    key(Qt::CTRL | Qt::SHIFT | Qt::Key_P, [this, nobodyIsAsked] { m_workplace.duty().isAsked() ? askForPin() : nobodyIsAsked(); });
}

/// Whatever this program put on the clipboard may be about a person.
void Staffing::setUpClipboard()
{
    m_clipboard.setSingleShot(true);
    m_clipboard.setInterval(clipboardKept);
    connect(&m_clipboard, &QTimer::timeout, this, &Staffing::clearClipboard);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, [this] {
        // Not every platform says whose it is: what came while one of our windows has the keys is ours.
        m_isOurs = QGuiApplication::clipboard()->ownsClipboard() || QGuiApplication::focusWindow();
        m_isOurs ? m_clipboard.start() : m_clipboard.stop();
    });
}

void Staffing::clearClipboard()
{
    QClipboard &clipboard = *QGuiApplication::clipboard();
    m_clipboard.stop();
    if (std::exchange(m_isOurs, false)) {
        const QSignalBlocker quiet(&clipboard);
        clipboard.clear();
    }
    if (clipboard.supportsSelection() && clipboard.ownsSelection())
        clipboard.clear(QClipboard::Selection);
}

bool Staffing::isCovered() const
{
    return m_workplace.staff().isCovered();
}

void Staffing::guard(QWidget *page, domain::Duty duty)
{
    m_window.guardPage(page, [this, page, duty] { return m_allowing->whyShut(page, duty); });
}

void Staffing::showState()
{
    if (isCovered())
        cover();
    else
        uncover();
}

void Staffing::cover()
{
    m_idle.stop();
    clearClipboard();
    m_allowing->end();
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (!widget->isVisible() || widget == &m_window || qobject_cast<BoardWall *>(widget))
            continue;
        const bool isPassing = widget->windowType() == Qt::Popup || widget->windowType() == Qt::ToolTip;
        if (!isPassing)
            m_hidden.append(widget);
        widget->hide();
    }
    if (!m_hidden.isEmpty())
        m_window.activateWindow(); // the keys were in one of them
    const std::optional<people::StaffMember> &member = m_workplace.duty().member();
    m_window.cover();
    if (m_workplace.staff().state() == State::Locked && member)
        m_page->askBack(*member, m_workplace.staff().book().hasPin(member->name));
    else
        m_page->askWho();
    if (const auto trouble = desk::troubleOf(m_workplace.staff().book().fault()))
        m_page->tell(*trouble);
}

void Staffing::uncover()
{
    m_window.uncover();
    for (const QPointer<QWidget> &widget : std::exchange(m_hidden, {})) {
        if (widget)
            widget->show();
    }
    if (m_workplace.staff().state() == State::Working)
        m_idle.start();
}

void Staffing::showPerson()
{
    const desk::OnDuty &duty = m_workplace.duty();
    if (!duty.isAsked())
        m_window.setStatus(Segment::Person, tr("%1 – nobody signs in").arg(duty.name()));
    else
        m_window.setStatus(Segment::Person, duty.member() ? duty.name() : QString());
}

void Staffing::askForPin()
{
    if (m_workplace.staff().state() != State::Working)
        return;
    auto *dialog = new QInputDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("PIN"));
    dialog->setLabelText(tr("PIN for unlocking this window quickly: 6 to 12 digits. Empty: none any more."));
    dialog->setTextEchoMode(QLineEdit::Password);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, dialog](const QString &pin) {
        takePin(pin);
        if (auto *edit = dialog->findChild<QLineEdit *>())
            secretfield::forget(*edit);
    });
    dialog->open();
}

void Staffing::takePin(const people::Typed &pin)
{
    const people::StaffBook::PinFault fault = pin.isEmpty() ? people::StaffBook::PinFault::None : people::StaffBook::faultOfPin(pin);
    if (fault != people::StaffBook::PinFault::None) {
        emit said(InlineMessage::Level::Warning, staffwords::sentence(fault), tr("Ctrl+Shift+P asks again."));
        return;
    }
    if (const base::Result<> set = m_workplace.staff().setPin(pin); !set)
        emit said(InlineMessage::Level::Warning, words::sentence(set.error()), set.error().detail);
    else
        emit said(InlineMessage::Level::Done, pin.isEmpty() ? tr("The PIN is gone.") : tr("The PIN is set."),
                  tr("Ctrl+Shift+L locks this window."));
}

bool Staffing::eventFilter(QObject *watched, QEvent *event)
{
    if (m_idle.isActive() && isByHand(event->type()))
        m_idle.start();
    return QObject::eventFilter(watched, event);
}
