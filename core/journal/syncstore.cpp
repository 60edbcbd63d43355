#include "core/journal/syncstore.h"

#include "core/journal/storedmoment.h"

namespace journal {

using namespace Qt::StringLiterals;

base::Result<SyncState> SyncStore::state()
{
    return m_database
        .row("SELECT hub, epoch, cursor, cursor_check, last_contact, clock_offset FROM sync_state WHERE id = 1")
        .map([](const std::optional<QVariantList> &row) {
            if (!row)
                return SyncState{};
            return SyncState{.hub = row->at(0).toString(),
                             .epoch = row->at(1).toString(),
                             .cursor = {row->at(2).toLongLong(), row->at(3).toByteArray()},
                             .lastContact = momentOf(row->at(4)).toUTC(),
                             .clockOffset = row->at(5).toLongLong()};
        });
}

base::Result<> SyncStore::setState(const SyncState &state)
{
    return m_database.run("UPDATE sync_state SET hub = :hub, epoch = :epoch, last_contact = :contact, clock_offset = :offset WHERE id = 1",
                          {{u":hub"_s, state.hub},
                           {u":epoch"_s, state.epoch},
                           {u":contact"_s, stored(state.lastContact)},
                           {u":offset"_s, state.clockOffset}});
}

base::Result<> SyncStore::setCursor(const FeedCursor &cursor)
{
    return m_database.run("UPDATE sync_state SET cursor = :cursor, cursor_check = :check WHERE id = 1",
                          {{u":cursor"_s, cursor.hubSeq}, {u":check"_s, cursor.check}});
}

base::Result<Writer> SyncStore::writerNamed(const QString &device, int incarnation)
{
    const Values name{{u":device"_s, device}, {u":incarnation"_s, incarnation}};
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto row
            = m_database.row("SELECT id FROM writer WHERE device = :device AND incarnation = :incarnation", name);
        if (!row)
            return base::Fail(row.error());
        if (*row)
            return Writer{(*row)->constFirst().toLongLong(), device, incarnation};
        // No mark: it never gives a case number here.
        const base::Result<> made
            = m_database.run("INSERT INTO writer (device, incarnation, mark) VALUES (:device, :incarnation, '')", name);
        if (!made)
            return base::Fail(made.error());
    }
    return base::Fail({base::Error::Kind::Damaged, u"a writer cannot be entered"_s, m_database.file()});
}

base::Result<QList<std::pair<Writer, qint64>>> SyncStore::ownWriters()
{
    QList<std::pair<Writer, qint64>> writers;
    return m_database
        .each("SELECT id, device, incarnation, acknowledged FROM writer WHERE mark <> '' ORDER BY incarnation", {},
              [&](const QSqlQuery &row) -> base::Result<> {
                  writers.append({{row.value(0).toLongLong(), row.value(1).toString(), row.value(2).toInt()}, row.value(3).toLongLong()});
                  return {};
              })
        .map([&] { return writers; });
}

base::Result<> SyncStore::setAcknowledged(qint64 writer, qint64 upTo)
{
    return m_database.run("UPDATE writer SET acknowledged = :upTo WHERE id = :writer", {{u":upTo"_s, upTo}, {u":writer"_s, writer}});
}

base::Result<> SyncStore::keepFault(const FeedFault &fault, const QByteArray &bytes)
{
    const Sealed sealed = seal(bytes, m_profileKey, "feed_fault|" + QByteArray::number(fault.hubSeq));
    return m_database.run("INSERT OR IGNORE INTO feed_fault (hub_seq, kind, case_id, detail, suite, sealed)"
                          " VALUES (:seq, :kind, :case, :detail, :suite, :sealed)",
                          {{u":seq"_s, fault.hubSeq},
                           {u":kind"_s, int(fault.kind)},
                           {u":case"_s, fault.caseId},
                           {u":detail"_s, fault.detail},
                           {u":suite"_s, sealed.suite},
                           {u":sealed"_s, sealed.bytes}});
}

base::Result<> SyncStore::orderPurge(const QString &caseId, const QDateTime &at)
{
    return m_database.run("INSERT OR IGNORE INTO purge (case_id, ordered_at) VALUES (:case, :at)",
                          {{u":case"_s, caseId}, {u":at"_s, at.toMSecsSinceEpoch()}});
}

base::Result<> SyncStore::revokePurge(const QString &caseId)
{
    return m_database.run("DELETE FROM purge WHERE case_id = :case", {{u":case"_s, caseId}});
}

base::Result<bool> SyncStore::isPurged(const QString &caseId)
{
    return m_database.row("SELECT 1 FROM purge WHERE case_id = :case", {{u":case"_s, caseId}})
        .map([](const std::optional<QVariantList> &row) { return row.has_value(); });
}

base::Result<QStringList> SyncStore::ripePurges(const QDateTime &now)
{
    QStringList cases;
    return m_database
        .each("SELECT p.case_id FROM purge p JOIN case_key k ON k.case_id = p.case_id WHERE k.suite > 0"
              " AND NOT EXISTS (SELECT 1 FROM event e JOIN writer w ON w.id = e.writer WHERE e.case_id = p.case_id"
              " AND e.origin = 0 AND (e.seq > w.acknowledged OR p.ordered_at > :before))",
              {{u":before"_s, now.addDays(-keptDays).toMSecsSinceEpoch()}},
              [&](const QSqlQuery &row) -> base::Result<> {
                  cases << row.value(0).toString();
                  return {};
              })
        .map([&] { return cases; });
}

base::Result<> SyncStore::forgetPlaces()
{
    return m_database.run("INSERT OR REPLACE INTO relist (case_id, due) SELECT case_id, 0 FROM case_file").and_then([&] {
        return m_database.run("DELETE FROM place");
    });
}

base::Result<QStringList> SyncStore::casesToRelist()
{
    QStringList cases;
    return m_database
        .each("SELECT case_id FROM relist WHERE due = 1 ORDER BY case_id", {},
              [&](const QSqlQuery &row) -> base::Result<> {
                  cases << row.value(0).toString();
                  return {};
              })
        .map([&] { return cases; });
}

base::Result<> SyncStore::relisted(const QString &caseId)
{
    const Values named{{u":case"_s, caseId}};
    return m_database
        .run("DELETE FROM relist WHERE case_id = :case AND NOT EXISTS (SELECT 1 FROM event e LEFT JOIN place p ON p.event = e.id"
             " WHERE e.case_id = :case AND e.origin < 2 AND p.event IS NULL)", named)
        .and_then([&] { return m_database.run("UPDATE relist SET due = 0 WHERE case_id = :case", named); });
}

base::Result<bool> SyncStore::findPictures(EventStore &events, int most)
{
    const auto upTo = m_database.row("SELECT pictures_upto, (SELECT coalesce(max(id), 0) FROM event) FROM sync_state WHERE id = 1");
    if (!upTo)
        return base::Fail(upTo.error());
    if (!*upTo)
        return false;
    const qint64 from = (*upTo)->at(0).toLongLong();
    const qint64 last = (*upTo)->at(1).toLongLong();
    const qint64 to = qMin(from + most, last);
    if (to <= from)
        return false;
    base::Result<> noted = events.eachPicture(from, to, [&](qint64 event, const QString &caseId, const domain::ScanAttached &scan, bool isOurs) {
        return m_database.run("INSERT OR IGNORE INTO picture (case_id, scan, bytes, event, lane, done)"
                              " VALUES (:case, :scan, :bytes, :event, :lane, 0)",
                              {{u":case"_s, caseId},
                               {u":scan"_s, scan.scan},
                               {u":bytes"_s, scan.bytes},
                               {u":event"_s, event},
                               {u":lane"_s, isOurs ? 0 : 1}});
    });
    return noted
        .and_then([&] { return m_database.run("UPDATE sync_state SET pictures_upto = :to WHERE id = 1", {{u":to"_s, to}}); })
        .map([&] { return to < last; });
}

}
