#include "core/journal/receiptstore.h"

#include "core/journal/eventslices.h"

#include "core/journal/storedmoment.h"

namespace journal {

using namespace Qt::StringLiterals;

namespace {

/// Case numbers have no blank in them.
QString listed(const QStringList &numbers)
{
    return numbers.join(u' ');
}

QStringList numbersIn(const QVariant &list)
{
    return list.toString().split(u' ', Qt::SkipEmptyParts);
}

}

base::Result<bool> ReceiptStore::find(EventStore &events, int most)
{
    constexpr LookedThrough through{"SELECT receipts_upto, (SELECT coalesce(max(id), 0) FROM event) FROM sync_state WHERE id = 1",
                                    "UPDATE sync_state SET receipts_upto = :to WHERE id = 1"};
    return lookOn(m_database, through, most, [&](qint64 from, qint64 to) {
        // By device, not by writer: what an earlier life of this window printed comes back over the feed.
        QStringList devices;
        return m_database
            .each("SELECT DISTINCT device FROM writer WHERE mark <> ''", {},
                  [&](const QSqlQuery &row) -> base::Result<> {
                      devices << row.value(0).toString();
                      return {};
                  })
            .and_then([&] { return events.eachPrint(from, to, [&](const Envelope &envelope) { return note(envelope, devices); }); });
    });
}

base::Result<> ReceiptStore::note(const Envelope &envelope, const QStringList &devices)
{
    const domain::Fact &fact = envelope.event.fact;
    if (const auto *done = std::get_if<domain::PrintDone>(&fact))
        return came(envelope.caseId, done->print);
    if (const auto *confirmed = std::get_if<domain::PrintConfirmed>(&fact))
        return came(envelope.caseId, confirmed->print);
    const auto *requested = std::get_if<domain::PrintRequested>(&fact);
    if (!requested || requested->paper.kind != domain::PaperKind::FilingReceipt || !devices.contains(envelope.device))
        return {};
    return m_database.run("INSERT OR IGNORE INTO receipt_print (case_id, print, number, day, at, pieces, came)"
                          " SELECT case_id, :print, number, :day, :at, :pieces, 0 FROM case_file WHERE case_id = :case",
                          {{u":case"_s, envelope.caseId},
                           {u":print"_s, requested->print},
                           {u":day"_s, envelope.event.at.date().toJulianDay()},
                           {u":at"_s, envelope.event.at.toMSecsSinceEpoch()},
                           {u":pieces"_s, requested->pieces}});
}

base::Result<> ReceiptStore::came(const QString &caseId, const QString &print)
{
    const Values which{{u":case"_s, caseId}, {u":print"_s, print}};
    const base::Result<int> changed
        = m_database.change("UPDATE receipt_print SET came = 1 WHERE case_id = :case AND print = :print AND came = 0", which);
    if (!changed || *changed == 0)
        return changed ? base::Result<>() : base::Fail(changed.error());
    return m_database.run("INSERT INTO receipt_day (day, revision, told, told_at, unknown_to_hub, not_listed)"
                          " SELECT day, 1, 0, 9223372036854775807, '', '' FROM receipt_print WHERE case_id = :case AND print = :print"
                          " ON CONFLICT (day) DO UPDATE SET revision = receipt_day.revision + 1",
                          which);
}

base::Result<QList<ReceiptDay>> ReceiptStore::days(int most)
{
    QList<ReceiptDay> days;
    return m_database
        .each("SELECT d.day, d.revision, d.told, d.told_at, d.unknown_to_hub, d.not_listed, (SELECT count(DISTINCT p.number) FROM"
              " receipt_print p WHERE p.day = d.day AND p.came = 1) FROM receipt_day d ORDER BY d.day DESC LIMIT :most",
              {{u":most"_s, qMax(0, most)}},
              [&](const QSqlQuery &row) -> base::Result<> {
                  days.append({.day = QDate::fromJulianDay(row.value(0).toLongLong()),
                               .receipts = row.value(6).toInt(),
                               .revision = row.value(1).toLongLong(),
                               .told = row.value(2).toLongLong(),
                               .toldAt = momentOf(row.value(3)),
                               .unknownToHub = numbersIn(row.value(4)),
                               .notListed = numbersIn(row.value(5))});
                  return {};
              })
        .map([&] { return days; });
}

base::Result<> ReceiptStore::noteDay(QDate day)
{
    return m_database.run("INSERT OR IGNORE INTO receipt_day (day, revision, told, told_at, unknown_to_hub, not_listed)"
                          " VALUES (:day, 1, 0, 9223372036854775807, '', '')",
                          {{u":day"_s, day.toJulianDay()}});
}

base::Result<QList<ReceiptPrinted>> ReceiptStore::of(QDate day)
{
    QList<ReceiptPrinted> receipts;
    return m_database
        .each("SELECT number, min(at), sum(pieces) FROM receipt_print WHERE day = :day AND came = 1 GROUP BY number"
              " ORDER BY number",
              {{u":day"_s, day.toJulianDay()}},
              [&](const QSqlQuery &row) -> base::Result<> {
                  receipts.append({row.value(0).toString(), QDateTime::fromMSecsSinceEpoch(row.value(1).toLongLong(), Qt::UTC),
                                   row.value(2).toInt()});
                  return {};
              })
        .map([&] { return receipts; });
}

base::Result<> ReceiptStore::told(const ReceiptDay &day)
{
    return m_database.run("UPDATE receipt_day SET told = :told, told_at = :at, unknown_to_hub = :unknown, not_listed = :notListed"
                          " WHERE day = :day",
                          {{u":day"_s, day.day.toJulianDay()},
                           {u":told"_s, day.told},
                           {u":at"_s, stored(day.toldAt)},
                           {u":unknown"_s, listed(day.unknownToHub)},
                           {u":notListed"_s, listed(day.notListed)}});
}

base::Result<> ReceiptStore::tellAgain()
{
    return m_database.run("UPDATE receipt_day SET told = 0");
}

}
