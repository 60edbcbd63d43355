#pragma once

#include "core/journal/audittrail.h"
#include "core/journal/digests.h"
#include "core/journal/feedintake.h"
#include "core/journal/identity.h"
#include "core/journal/opening.h"
#include "core/journal/projections.h"
#include "core/journal/reportstore.h"
#include "core/journal/shelfstore.h"
#include "core/journal/syncstore.h"

#include <QLockFile>

namespace journal {

struct Journal::Parts {
    Parts(std::unique_ptr<QLockFile> heldLock, Opened opened, const base::Secret &key, QString itsFolder, const base::Clock &itsClock)
        : folder(std::move(itsFolder)), clock(itsClock), lock(std::move(heldLock)), database(std::move(opened.database)), setAside(opened.setAside),
          profileKey(key), keys(*database, key), events(*database, keys), projections(*database, keys),
          digests(*database, keys), shelf(*database, keys), reports(*database, keys, key), sync(*database, keys, key), audit(*database, folder, key)
    {
    }

    const QString folder;
    const base::Clock &clock;
    std::unique_ptr<QLockFile> lock; ///< given up last
    std::unique_ptr<Database> database;
    QString setAside;
    base::Secret profileKey;
    CaseKeys keys;
    EventStore events;
    Projections projections;
    Digests digests;
    ShelfStore shelf;
    ReportStore reports;
    SyncStore sync;
    AuditTrail audit;
    std::optional<base::Error> auditFault;
    Digesting digesting;
    Written written;
    QString refreshed; ///< last case that refreshDigests() looked at
    Identity identity;
    Writer writer;
    /// Where the last act left off, so that the next one on the same case need not look. Only ever what is committed.
    struct Last {
        Tail tail;
        base::Secret key;
        std::optional<CaseDigest> digest; ///< as it was written last; nothing: not known
    };
    std::optional<Last> last;

    base::Result<Last> lastOf(const QString &caseId);
    std::optional<CaseDigest> digestOf(const domain::Case &file) const;
    /// Writes what of \a digest is not as in \a before. Inside a transaction.
    base::Result<> putDigest(const domain::Case &file, const std::optional<CaseDigest> &digest,
                             const std::optional<CaseDigest> &before, const base::Secret &key);
    /// Work list, summary and shelf. Inside a transaction.
    base::Result<> writeLists(const domain::Case &file, const CaseDigest &digest, const base::Secret &key);
    /// These, and what counts in reports. Inside a transaction.
    base::Result<> writeDigest(const domain::Case &file, const CaseDigest &digest, const base::Secret &key);
    base::Result<> refresh(const QString &caseId);

    /// A case that takeIn() or renew() wrote, to be told of once that is committed.
    struct Rewritten {
        domain::Case file;
        std::optional<CaseDigest> digest;
    };
    /// Line and digest of a case after \a history. Nothing of a case whose opening is not here. Inside a transaction.
    base::Result<> rewrite(const QString &caseId, const QList<domain::Placed> &history, QList<Rewritten> &all);
    /// One attempt at Journal::takeIn(): incarnations of this window that the feed has overtaken; none: all is taken in.
    base::Result<QList<int>> takeIn(const QList<FeedEntry> &entries, const std::optional<FeedCursor> &next, const QDateTime &hubTime,
                                    TakenIn &taken);
    /// As it is after \a intake. Inside a transaction.
    base::Result<> settle(FeedIntake &intake, const QDateTime &hubTime, TakenIn &taken, QList<Rewritten> &all);
    base::Result<> settleCase(FeedIntake &intake, const QString &caseId, TakenIn &taken, QList<Rewritten> &all);
    /// Works out the lists of cases whose events were given places anew. Inside a transaction.
    base::Result<> relist(TakenIn &taken, QList<Rewritten> &all);
    /// Takes a case out of everything that is shown. Inside a transaction.
    base::Result<> hide(const QString &caseId);
    void tell(const QList<Rewritten> &all) const;
};

}
