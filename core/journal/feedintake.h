#pragma once

#include "core/journal/projections.h"
#include "core/journal/syncstore.h"

#include <QHash>

#include <map>

namespace journal {

/// One slice of the hub's feed on its way into the journal. Used once, inside a transaction.
class FeedIntake final
{
public:
    struct Stores {
        EventStore &events;
        SyncStore &sync;
        CaseKeys &keys;
        Projections &projections;
    };
    /// \a own: the writers of this window, the present one last.
    FeedIntake(Stores stores, QList<Writer> own) : m_stores(stores), m_own(std::move(own)) { }

    /// Stores what \a entry tells. Fails only when the world does: what cannot be used is kept as a fault.
    [[nodiscard]] base::Result<> take(const FeedEntry &entry, const QDateTime &hubTime);

    /// A case that is other than before, with all that is known of it.
    struct Touched {
        QList<domain::Placed> before; ///< as it stood until now; empty: it is new here
        QList<domain::Placed> history;
    };
    /// The cases that events came to, in the order in which they came first. Those that left the hall are not among them.
    QStringList cases() const { return m_cases; }
    base::Result<Touched> touched(const QString &caseId);

    QStringList purged() const { return m_purged; }
    QList<FeedFault> faults() const { return m_faults; }
    /// Incarnations of this window under whose numbers the feed has events that were not written here: this profile is an older copy.
    /// These events were not taken in.
    QList<int> overtaken() const { return m_overtaken; }
    /// A later incarnation of this window than its present one has written.
    bool isDoubled() const { return m_isDoubled; }

private:
    /// What came to a case, and what was there when the first of it came.
    struct Arrivals {
        base::Secret key;
        QList<domain::Placed> before;
        std::vector<std::pair<qint64, domain::Placed>> fresh; ///< by place
        bool isMoved = false; ///< something that was there has another place, or can be read again
    };

    base::Result<> comeBack(const QString &caseId);
    base::Result<> takeEvent(const FeedEntry &entry);
    base::Result<> takeKnown(const FeedEntry &entry, const KnownEvent &known, const Envelope &envelope);
    base::Result<Arrivals *> arrivalsOf(const QString &caseId);
    base::Result<Writer> writerOf(const Envelope &envelope);
    base::Result<> useNumbers(const FeedEntry &entry, const Envelope &envelope);
    base::Result<> keepFault(FeedFault::Kind kind, const FeedEntry &entry, const QString &caseId, const QString &detail);

    const Stores m_stores;
    const QList<Writer> m_own;
    std::map<QString, Arrivals> m_arrivals;
    QHash<QString, Writer> m_writers;
    QStringList m_cases, m_purged;
    QList<FeedFault> m_faults;
    QList<int> m_overtaken;
    bool m_isDoubled = false;
};

}
