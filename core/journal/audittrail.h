#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QDateTime>
#include <QStringList>

#include <functional>
#include <optional>

namespace journal {

class Database;

/// One thing that was seen, printed, exported … here. What it says of persons and who did it is sealed; number, moment and kind
/// stand in plain.
struct AuditLine {
    qint64 seq = 0; ///< gapless from 1; given by the trail
    QDateTime at;
    QString act; ///< a stable word, e.g. “case-seen”
    QString who;
    QString subject; ///< number of a case, name of a file; may be empty
    QString words; ///< more about it; may be empty
    bool isForgotten = false; ///< its month was given up: who, subject and words are gone
    bool operator==(const AuditLine &) const = default;
};

/// The trail of a window (table audit): append-only lines, each bound to the one before by a hash over its bytes as they are kept, so
/// that it can be checked without any key and after a month was given up. How far the trail and this window's events went is kept
/// beside the database, sealed, in audit.head: a file that was put back or cut off is found out. Belongs to the journal's thread.
class AuditTrail final
{
public:
    /// \a database and its \a folder under \a profileKey (32 bytes).
    AuditTrail(Database &database, QString folder, base::Secret profileKey);

    /// Called once, before the first line. Error::Damaged when the trail is shorter than it once was, or another one.
    [[nodiscard]] base::Result<> begin();
    /// Writes \a line behind the last one, durably, with the number that follows; it gives that number.
    base::Result<qint64> append(const AuditLine &line);
    /// At most \a most lines before number \a before, the latest first; 0: the last ones.
    base::Result<QList<AuditLine>> before(qint64 before, int most);
    /// Every line, the first first, until \a visit fails.
    [[nodiscard]] base::Result<> each(const std::function<base::Result<>(const AuditLine &)> &visit);
    /// Checks numbers, chain, seals and the head; the count of lines, or Error::Damaged naming the first that does not fit.
    base::Result<qint64> verify();

    /// Months (2026-11, UTC) whose lines can be read, the oldest first.
    base::Result<QStringList> months();
    /// Destroys the key of \a month: that something was done stays, who did what to whom is gone.
    [[nodiscard]] base::Result<> forget(const QString &month);

private:
    struct Head;
    struct Link;

    base::Result<Head> present();
    base::Result<std::optional<Head>> remembered() const;
    [[nodiscard]] base::Result<> remember(const Head &head) const;
    base::Result<> compare(const Head &was);
    base::Result<std::optional<base::Secret>> monthKey(const QString &month);
    base::Result<base::Secret> monthKeyOrNew(const QString &month);
    base::Result<> eachLink(const char *sql, qint64 from, int most, const std::function<base::Result<>(const Link &)> &visit);
    base::Result<AuditLine> open(const Link &link);
    base::Fail damaged(qint64 seq, const QString &why) const;

    Database &m_database;
    const QString m_folder;
    const base::Secret m_profileKey;
};

}
