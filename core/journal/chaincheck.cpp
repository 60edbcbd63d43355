#include "core/journal/eventstore.h"
#include "core/journal/logging.h"

#include <QHash>

namespace journal {

using namespace Qt::StringLiterals;

/// Goes through all events as they were written down here and looks whether each follows from those before.
class ChainCheck
{
public:
    explicit ChainCheck(EventStore &store) : m_store(store) { }

    base::Result<qint64> run()
    {
        base::Result<> checked = m_store.m_database.each(
            "SELECT e.seq, e.case_id, e.type, e.at, e.utc_offset, e.guide_version, e.prev, e.hash, e.suite, e.sealed, w.device,"
            " w.incarnation, k.suite, k.sealed, e.origin FROM event e LEFT JOIN writer w ON w.id = e.writer"
            " LEFT JOIN case_key k ON k.case_id = e.case_id ORDER BY e.id",
            {}, [this](const QSqlQuery &row) { return look(row); });
        if (checked)
            checked = compareHeads();
        if (m_loose > 0)
            qCWarning(lcJournal) << m_loose << "events of others name events that are not here";
        return checked.map([this] { return m_count; });
    }

private:
    struct Last {
        qint64 seq = 0;
        Hash hash = Hash(hashSize, '\0');
    };
    struct CaseSoFar {
        Hash last; ///< event
        bool isShared = false; ///< somebody else wrote on it too
    };

    base::Result<> look(const QSqlQuery &row)
    {
        const qint64 seq = row.value(0).toLongLong();
        const QString caseId = row.value(1).toString();
        const Hash prev = row.value(6).toByteArray();
        const Hash hash = row.value(7).toByteArray();
        const int origin = row.value(14).toInt();
        const bool isOurs = origin % 4 == int(Origin::Here);
        Last &last = m_lastOfWriter[row.value(10).toString() + u'/' + row.value(11).toString()];
        m_lastSeq = isOurs ? seq : m_lastSeq;
        const bool isForgotten = origin >= int(Origin::Forgotten);
        const base::Result<Envelope> envelope = m_store.open(row);
        if (isForgotten == envelope.has_value())
            return m_store.damaged(seq, isForgotten ? u"marked as forgotten, and is not"_s : envelope.error().detail);
        const bool isNext = seq == last.seq + 1;
        if (isOurs && !isNext)
            return m_store.damaged(last.seq + 1, u"missing, or not in its place"_s);
        if (isOurs && prev != last.hash)
            return m_store.damaged(seq, u"does not follow the event before"_s);
        m_loose += isNext && prev != last.hash && origin % 4 == int(Origin::Feed);
        last = {seq, hash};
        ++m_count;
        if (isForgotten) {
            m_cases.remove(caseId);
            return {};
        }
        return follows(*envelope, hash, Origin(origin));
    }

    base::Result<> follows(const Envelope &envelope, const Hash &hash, Origin origin)
    {
        CaseSoFar &soFar = m_cases[envelope.caseId];
        soFar.isShared = soFar.isShared || origin != Origin::Here;
        const bool isFirst = soFar.last.isEmpty() && !soFar.isShared;
        if (!soFar.isShared && (isFirst != envelope.parents.isEmpty() || (!isFirst && envelope.parents != QList<Hash>{soFar.last})))
            return m_store.damaged(envelope.seq, u"does not follow the case's last event"_s);
        if (soFar.isShared) {
            const base::Result<bool> known = isKnown(envelope.caseId, envelope.parents);
            if (!known)
                return base::Fail(known.error());
            if (!*known && origin != Origin::Feed)
                return m_store.damaged(envelope.seq, u"names an event of the case that is not there"_s);
            m_loose += !*known;
        }
        if (origin != Origin::ToldAgain)
            soFar.last = hash;
        return {};
    }

    base::Result<bool> isKnown(const QString &caseId, const QList<Hash> &events)
    {
        for (const Hash &event : events) {
            const auto row = m_store.m_database.row("SELECT 1 FROM event WHERE case_id = :case AND hash = :hash",
                                                    {{u":case"_s, caseId}, {u":hash"_s, event}});
            if (!row)
                return base::Fail(row.error());
            if (!*row)
                return false;
        }
        return true;
    }

    /// A journal cut off behind some event is a perfect shorter chain; the case list still knows how far each case went.
    base::Result<> compareHeads()
    {
        return m_store.m_database.each("SELECT case_id, head FROM case_file", {}, [this](const QSqlQuery &row) -> base::Result<> {
            const QString caseId = row.value(0).toString();
            if (m_cases.value(caseId).last != row.value(1).toByteArray())
                return m_store.damaged(m_lastSeq + 1, u"missing: case %1 went further"_s.arg(caseId));
            return {};
        });
    }

    EventStore &m_store;
    QHash<QString, Last> m_lastOfWriter;
    QHash<QString, CaseSoFar> m_cases;
    qint64 m_count = 0;
    qint64 m_lastSeq = 0; ///< of this window's own
    qint64 m_loose = 0;
};

base::Result<qint64> EventStore::verify()
{
    return ChainCheck(*this).run();
}

}
