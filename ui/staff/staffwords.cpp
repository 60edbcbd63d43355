#include "ui/staff/staffwords.h"

#include <QCoreApplication>
#include <QLocale>

using Why = desk::SignInTrouble::Why;

namespace staffwords {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("staffwords", text);
}

QString timeOf(const QDateTime &moment)
{
    return QLocale().toString(moment.toLocalTime().time(), QStringLiteral("HH:mm"));
}

}

QString sentence(const desk::SignInTrouble &trouble)
{
    switch (trouble.why) {
    case Why::Wrong: return tr("Name or password is not right.");
    case Why::Locked: return tr("Locked until %1: too many wrong passwords.").arg(timeOf(trouble.until));
    case Why::LeaseOver: return tr("The hub must confirm this account again: that was longer than seven days ago.");
    case Why::MustGoOnline: return tr("This account was changed at the hub. It must be asked once more.");
    case Why::Closed: return tr("This account was closed.");
    case Why::Unknown: return tr("Nobody of this name has signed in at this window before.");
    case Why::WrongPin: return tr("The PIN is not right.");
    case Why::PasswordWanted: return tr("Too many wrong PINs: the password is wanted now.");
    case Why::OtherHall: return tr("This account belongs to another hall, or has no post at windows.");
    case Why::FreshWanted: return tr("This was a password for one time. Choose your own now.");
    case Why::FreshRefused: return trouble.detail;
    case Why::HubRefused: return tr("The hub did not take the sign-in.");
    case Why::NotWritten: return tr("The sign-in could not be written down on this PC.");
    case Why::KeyChanged: return tr("The key of this window was changed; this password does not open it any more.");
    case Why::BookMissing: return tr("The list of who works here is gone from this PC.");
    case Why::BookOlder: return tr("Somebody put back an older list of who works here.");
    case Why::BookAltered: return tr("The list of who works here was changed by something else than this program.");
    case Why::NoPost: return tr("The post of this account does not have this either.");
    }
    Q_UNREACHABLE();
}

QString whatToDo(const desk::SignInTrouble &trouble)
{
    switch (trouble.why) {
    case Why::Wrong:
        if (trouble.left > 0)
            return tr("Tries left before it is locked for a quarter of an hour: %1").arg(trouble.left);
        return tr("After five wrong ones in a row it is locked for a quarter of an hour.");
    case Why::WrongPin: return tr("Tries left before the password is wanted: %1").arg(trouble.left);
    case Why::Locked: return tr("Wait until then, or have the security administrator give you a new password.");
    case Why::LeaseOver:
    case Why::MustGoOnline:
        return trouble.isHubAway ? tr("The hub does not answer. See that the network cable is in, then sign in again.")
                                 : tr("Sign in again while the hub can be reached.");
    case Why::Unknown:
        return trouble.isHubAway ? tr("The first time wants the hub, and it does not answer. See that the network cable is in.")
                                 : tr("Check the name; the first time wants the hub.");
    case Why::Closed: return tr("Ask the security administrator at the hub.");
    case Why::OtherHall: return tr("Ask the security administrator which account is yours.");
    case Why::FreshWanted: return tr("12 characters or more. Type it twice, then Enter.");
    case Why::HubRefused:
    case Why::NotWritten: return tr("For your technician: %1").arg(trouble.detail);
    case Why::KeyChanged: return tr("Somebody whose password opens it starts the window. Then sign in once while the hub can be reached.");
    case Why::BookMissing:
    case Why::BookOlder:
    case Why::BookAltered: return tr("Everybody signs in at the hub once; until then nobody is let in without it. Tell your technician.");
    case Why::NoPost: return tr("Somebody whose post has it must allow it.");
    case Why::PasswordWanted:
    case Why::FreshRefused: return {};
    }
    Q_UNREACHABLE();
}

QString sentence(people::StaffBook::PinFault fault)
{
    switch (fault) {
    case people::StaffBook::PinFault::None: return {};
    case people::StaffBook::PinFault::TooShort: return tr("A PIN has 6 to 12 digits.");
    case people::StaffBook::PinFault::TooSimple: return tr("This PIN is too easily guessed: not all the same, no run.");
    }
    Q_UNREACHABLE();
}

QString post(const QString &word)
{
    const std::optional<domain::Post> known = domain::postOf(word);
    if (!known)
        return word;
    switch (*known) {
    case domain::Post::Clerk: return tr("clerk");
    case domain::Post::IssuanceClerk: return tr("issuance clerk");
    case domain::Post::Supervisor: return tr("supervisor");
    }
    Q_UNREACHABLE();
}

}
