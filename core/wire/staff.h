#pragma once

#include "core/people/staffbook.h"
#include "core/people/windowkey.h"

namespace wire {

// Who works at windows: POST /sync/v1/staff/sign-in, GET /sync/v1/staff.

/// What somebody types to sign in at a window. It travels sealed to the hub's key: nothing between window and hub reads a password,
/// whatever the line.
struct SignInWish {
    QString name;
    QString password;
    QString fresh; ///< the password from now on; empty: it stays
    bool operator==(const SignInWish &) const = default;
};
/// \a hubKey as HubPlace has it. Empty where that is no key.
QByteArray toJson(const SignInWish &wish, const people::PublicKey &hubKey);
/// Error::Document for what was not sealed to \a hubKey, or is no wish.
base::Result<SignInWish> signInWishFrom(const QByteArray &body, const people::WindowKey &hubKey);

struct SignInAnswer {
    enum class Result {
        Welcome,
        Wrong, ///< name or password; or the account is locked or closed: nobody is told which
        OtherHall, ///< the account is not of the hall of this window, or has no post at windows
        FreshWanted, ///< right, but the password was for one time: send another with it
        FreshRefused, ///< the other one is not good: \c why
    };
    Result result = Result::Wrong;
    QString why; ///< FreshRefused: a sentence in Chinese
    people::StaffMember member = {}; ///< Welcome
    QDateTime leaseUntil = {}; ///< Welcome: until then they may sign in there without the hub; UTC
    QDateTime hubTime = {}; ///< UTC
    bool operator==(const SignInAnswer &) const = default;
};
QByteArray toJson(const SignInAnswer &answer);
base::Result<SignInAnswer> signInAnswerFrom(const QByteArray &body);

/// Everybody who has a post at the hall of the window that asks.
struct StaffList {
    bool asks = false; ///< windows of this hall ask who works at them
    QList<people::StaffMember> open; ///< accounts in use
    QDateTime leaseUntil; ///< UTC
    QDateTime hubTime; ///< UTC
    bool operator==(const StaffList &) const = default;
};
QByteArray toJson(const StaffList &list);
base::Result<StaffList> staffListFrom(const QByteArray &body);

inline constexpr int mostStaff = 500; ///< of one hall

}
