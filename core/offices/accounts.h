#pragma once

#include "core/hub/engine.h"
#include "core/offices/passwords.h"
#include "core/offices/roles.h"

#include <mutex>

namespace offices {

/// Somebody who is signed in, or may be.
struct Person {
    qint64 account = 0;
    QString name; ///< with which they sign in
    QString called; ///< 姓名
    QString unit; ///< id of the routing table; empty: of none
    QString hall; ///< scope code with which its windows enrol; empty: of none
    QList<Role> roles;
    bool mustChangePassword = false;
    QDateTime lockedUntil = {}; ///< UTC; null: not
    bool isClosed = false;
    int version = 1; ///< higher after every change of the person, the password, or the end of the account
    bool operator==(const Person &) const = default;
};

/// Who may sign in at the hub's pages, with which password, for how long; and the book of what they did. From any thread.
class Accounts final
{
public:
    /// \a engine must live as long as this.
    explicit Accounts(const hub::Engine &engine, PasswordCost cost = PasswordCost::moderate());

    static constexpr int mostFailures = 5; ///< wrong passwords in a row; each from this one on locks the account
    static constexpr int lockMinutes = 15;
    static constexpr int idleMinutes = 30;
    static constexpr int sessionHours = 12;

    struct Wish {
        QString name; ///< 2 to 40 of a–z 0–9 . _ -
        QString called; ///< 姓名
        QString unit;
        QList<Role> roles;
        QString hall = {};
    };
    /// Makes an account; the one-time password, which is kept nowhere. Error::Document when the wish cannot be, the name is taken, or
    /// somebody else of that hall is called the same: papers and records are signed with that. \a by: who does it, for the book.
    base::Result<QString> add(const Wish &wish, const QString &by);
    /// A new one-time password; the account is unlocked and signed out everywhere. Error::Missing when there is none.
    base::Result<QString> resetPassword(const QString &name, const QString &by);
    /// It may be tried again at once, though wrong passwords had locked it.
    [[nodiscard]] base::Result<> unlock(const QString &name, const QString &by);
    /// Signs it out everywhere and for good.
    [[nodiscard]] base::Result<> close(const QString &name, const QString &by);
    base::Result<QList<Person>> all() const; ///< by name
    base::Result<QList<Person>> ofHall(const QString &hall) const; ///< by name, closed ones too

    /// The token of a new session; nothing when name or password are wrong, or the account is locked or closed: all of that costs the
    /// same time and is written into the book.
    base::Result<std::optional<QByteArray>> signIn(const QString &name, const QString &password);
    /// Whose session this is; nothing when it is none, or over. Keeps it from ending for being idle.
    base::Result<std::optional<Person>> personOf(const QByteArray &token) const;
    [[nodiscard]] base::Result<> signOut(const QByteArray &token) const;
    /// Why the password was not changed, in Chinese; empty: it was, and every other session of the account is over.
    base::Result<QString> changePassword(const QByteArray &token, const QString &old, const QString &fresh);
    /// Gives up sessions that are over. To be called now and then.
    [[nodiscard]] base::Result<> sweep() const;

    /// What every form of this session must send back. It follows from the token, which no page shows.
    static QByteArray formToken(const QByteArray &token);
    static bool isFormToken(const QByteArray &token, const QByteArray &sent); ///< in constant time

    /// Writes into the book that \a who did \a act (e.g. "case-seen") to \a subject; \a words without person data.
    [[nodiscard]] base::Result<> note(const QString &who, const QString &act, const QString &subject, const QString &words = {}) const;
    /// A window at which somebody signed in, and when last, as the book has it.
    struct Seat {
        QString device; ///< UUID
        QDateTime signedInAt; ///< UTC
    };
    base::Result<QList<Seat>> seatsOf(const QString &name) const; ///< the latest first
    base::Result<QList<hub::AuditLine>> book(int most, const hub::AuditFilter &filter = {}) const; ///< the newest first

private:
    Person personIn(const hub::Account &account) const;
    QList<Person> peopleIn(const QList<hub::Account> &accounts) const;
    QString calledIn(const hub::Account &account) const; ///< empty: it cannot be read
    base::Result<> refuseNamesakes(hub::Transaction &rows, const Wish &wish) const;
    base::Result<> change(const QString &name, const QString &by, const QString &act, const std::function<void(hub::Account &)> &how);
    base::Result<QByteArray> kept(const QString &password);
    bool checked(const QString &password, const QByteArray &form); ///< no form: as long as with one
    base::Result<std::optional<QByteArray>> judged(const QString &name, bool isRight);

    const hub::Engine &m_engine;
    const PasswordCost m_cost;
    std::mutex m_hashing; ///< one at a time: each takes as much memory as the whole hub
    QByteArray m_nobody; ///< the kept form of a password that nobody knows, once it was needed; under the mutex
};

}
