#pragma once

#include "core/base/result.h"
#include "core/journal/seal.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace hub {

// What those behind the windows need rows for: which unit has which item of a case; people, their sessions, and what they did.

/// Who has one item of a filed case.
struct ItemUnit {
    qint64 caseRow = 0;
    QString item; ///< id
    QString unit; ///< id of the routing table; empty: nobody yet
    QString words; ///< why nobody; no person data
    QDateTime at; ///< UTC
    QString by; ///< name of the account that chose it; empty: the routing table did
    bool settled = false; ///< the unit has nothing to do with it any more
    QString caseUuid = {}; ///< as it is read
    QDateTime proofAt = {}; ///< UTC; the unit said that it has the proof of delivery
    bool operator==(const ItemUnit &) const = default;
};

/// A filed case that was not routed yet.
struct UnroutedCase {
    qint64 caseRow = 0;
    QString caseUuid;
};

class UnitRows
{
public:
    virtual ~UnitRows() = default;
    /// The next \a most filed cases behind the row \a after for which routed() was not said.
    virtual base::Result<QList<UnroutedCase>> unrouted(qint64 after, int most) = 0;
    [[nodiscard]] virtual base::Result<> routed(qint64 caseRow) = 0;
    /// Writes \a item unless there is one already.
    [[nodiscard]] virtual base::Result<> putNew(const ItemUnit &item) = 0;
    [[nodiscard]] virtual base::Result<> put(const ItemUnit &item) = 0; ///< new, or in the place of what was there
    virtual base::Result<QList<ItemUnit>> unitsOf(qint64 caseRow) = 0; ///< by item
    /// Of this unit, not settled, by the time they came; \a unit empty: those that nobody has.
    virtual base::Result<QList<ItemUnit>> itemsOf(const QString &unit, int most) = 0;
};

/// Somebody who may sign in.
struct Account {
    qint64 id = 0; ///< 0: not stored yet
    QString name; ///< with which they sign in; lower case
    journal::Sealed person; ///< how they are called, sealed
    QString unit; ///< id of the routing table; empty: of none
    QString hall = {}; ///< scope code of the windows; empty: of none
    QString roles; ///< words by spaces
    QByteArray password; ///< argon2id, as libsodium writes it
    bool oneTime = false; ///< the password must be changed first
    int failures = 0; ///< wrong passwords since the last right one
    QDateTime lockedUntil; ///< UTC; null: not
    QDateTime madeAt; ///< UTC
    QDateTime closedAt = {}; ///< UTC; null: in use
    int version = 1; ///< higher after every change of the person, the password, or the end of the account
};

struct Session {
    QByteArray hash; ///< of its token, which is nowhere
    qint64 account = 0;
    QDateTime began; ///< UTC
    QDateTime used; ///< UTC; within a minute
    bool operator==(const Session &) const = default;
};

/// Something that somebody did or looked at. Never changes and never goes.
struct AuditLine {
    qint64 id = 0; ///< 0: not stored yet
    QDateTime at; ///< UTC
    QString account; ///< name; of whoever tried
    QString act; ///< e.g. "case-seen"
    QString subject; ///< case id and item, account …; no person data
    QString words; ///< no person data
    bool operator==(const AuditLine &) const = default;
};

class PeopleRows
{
public:
    virtual ~PeopleRows() = default;
    /// In a transaction that writes: held until it ends.
    virtual base::Result<std::optional<Account>> account(const QString &name) = 0;
    virtual base::Result<std::optional<Account>> account(qint64 id) = 0;
    virtual base::Result<QList<Account>> accounts() = 0; ///< by name
    virtual base::Result<QList<Account>> accountsOf(const QString &hall) = 0; ///< by name
    /// From here to the end of the transaction nobody else holds \a hall, to add somebody to it.
    [[nodiscard]] virtual base::Result<> holdHall(const QString &hall) = 0;
    /// New where its id is 0, else in the place of the one with its id. The name must be free.
    [[nodiscard]] virtual base::Result<> put(const Account &account) = 0;
    virtual base::Result<std::optional<Session>> session(const QByteArray &hash) = 0;
    [[nodiscard]] virtual base::Result<> put(const Session &session) = 0;
    [[nodiscard]] virtual base::Result<> drop(const QByteArray &hash) = 0;
    [[nodiscard]] virtual base::Result<> dropSessionsOf(qint64 account) = 0;
    [[nodiscard]] virtual base::Result<> dropSessions(const QDateTime &unusedSince, const QDateTime &begunBefore) = 0;
    [[nodiscard]] virtual base::Result<> add(const AuditLine &line) = 0;
    virtual base::Result<QList<AuditLine>> audit(int most) = 0; ///< the newest first
};

}
