#include "app/hub/store/lookuptable.h"

#include "app/hub/store/values.h"

namespace hub {

using namespace Qt::StringLiterals;

base::Result<> LookUpTable::put(const LicenceLine &licence)
{
    return m_connection.run("INSERT INTO licence (holder, mark, suite, sealed) VALUES (:holder, :mark, :suite, :sealed)"
                            " ON CONFLICT (holder, mark) DO UPDATE SET suite = excluded.suite, sealed = excluded.sealed",
                            {{u":holder"_s, licence.holder},
                             {u":mark"_s, licence.mark},
                             {u":suite"_s, licence.sealed.suite},
                             {u":sealed"_s, licence.sealed.bytes}});
}

base::Result<QList<LicenceLine>> LookUpTable::licencesOf(const QByteArray &holder)
{
    QList<LicenceLine> licences;
    return m_connection
        .each("SELECT mark, suite, sealed FROM licence WHERE holder = :holder ORDER BY mark", {{u":holder"_s, holder}},
              [&](const QSqlQuery &row) {
                  licences.append({holder, row.value(0).toByteArray(), {row.value(1).toInt(), row.value(2).toByteArray()}});
                  return true;
              })
        .map([&] { return licences; });
}

base::Result<qint64> LookUpTable::note(const LookUpLine &lookUp)
{
    return m_connection
        .row("INSERT INTO look_up (at, device, holder, outcome, suite, sealed) VALUES (:at, :device, :holder, :outcome, :suite, :sealed)"
             " RETURNING id",
             {{u":at"_s, stored(lookUp.at)},
              {u":device"_s, lookUp.device},
              {u":holder"_s, lookUp.holder},
              {u":outcome"_s, int(lookUp.outcome)},
              {u":suite"_s, lookUp.sealed.suite},
              {u":sealed"_s, lookUp.sealed.bytes}})
        .map([](const std::optional<QVariantList> &row) { return row ? row->constFirst().toLongLong() : 0; });
}

base::Result<> LookUpTable::setOutcome(qint64 id, LookUpLine::Outcome outcome)
{
    return m_connection.run("UPDATE look_up SET outcome = :outcome WHERE id = :id", {{u":outcome"_s, int(outcome)}, {u":id"_s, id}});
}

base::Result<int> LookUpTable::countOf(const QString &device, const QDateTime &since)
{
    return m_connection
        .row("SELECT count(*) FROM look_up WHERE device = :device AND at > :since", {{u":device"_s, device}, {u":since"_s, stored(since)}})
        .map([](const std::optional<QVariantList> &row) { return row ? row->constFirst().toInt() : 0; });
}

base::Result<int> LookUpTable::countBefore(const QDateTime &before)
{
    return m_connection.row("SELECT count(*) FROM look_up WHERE at < :before", {{u":before"_s, stored(before)}})
        .map([](const std::optional<QVariantList> &row) { return row ? row->constFirst().toInt() : 0; });
}

base::Result<int> LookUpTable::dropBefore(const QDateTime &before)
{
    return m_connection.change("DELETE FROM look_up WHERE at < :before", {{u":before"_s, stored(before)}});
}

base::Result<QList<LookUpLine>> LookUpTable::lookUps(const QByteArray &holder, int most)
{
    QList<LookUpLine> lines;
    const auto take = [&](const QSqlQuery &row) {
        LookUpLine line;
        line.id = row.value(0).toLongLong();
        line.at = momentIn(row.value(1));
        line.device = row.value(2).toString();
        line.holder = row.value(3).toByteArray();
        line.outcome = LookUpLine::Outcome(row.value(4).toInt());
        line.sealed = {row.value(5).toInt(), row.value(6).toByteArray()};
        lines.append(line);
        return true;
    };
    const Values about{{u":all"_s, int(holder.isEmpty())}, {u":holder"_s, holder}, {u":most"_s, most}};
    return m_connection
        .each("SELECT id, at, device, holder, outcome, suite, sealed FROM look_up WHERE :all = 1 OR holder = :holder ORDER BY id DESC"
              " LIMIT :most",
              about, take)
        .map([&] { return lines; });
}

}
