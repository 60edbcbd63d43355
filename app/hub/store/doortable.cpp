#include "app/hub/store/doortable.h"

#include "app/hub/store/values.h"

namespace hub {

using namespace Qt::StringLiterals;

namespace {

#define TOKEN_COLUMNS "SELECT id, name, unit, scopes, hash, made_at, used_at, withdrawn_at FROM api_token "

ApiToken tokenIn(const QSqlQuery &row)
{
    return {.id = row.value(0).toLongLong(),
            .name = row.value(1).toString(),
            .unit = row.value(2).toString(),
            .scopes = row.value(3).toString(),
            .hash = row.value(4).toByteArray(),
            .madeAt = momentIn(row.value(5)),
            .usedAt = momentIn(row.value(6)),
            .withdrawnAt = momentIn(row.value(7))};
}

}

base::Result<std::optional<ApiToken>> DoorTable::token(qint64 id)
{
    return read(TOKEN_COLUMNS "WHERE id = :id", {{u":id"_s, id}}).map([](const QList<ApiToken> &tokens) {
        return tokens.isEmpty() ? std::optional<ApiToken>() : tokens.constFirst();
    });
}

base::Result<QList<ApiToken>> DoorTable::tokens()
{
    return read(TOKEN_COLUMNS "ORDER BY id", {});
}

base::Result<qint64> DoorTable::put(const ApiToken &token)
{
    if (token.id != 0)
        return m_connection
            .run("UPDATE api_token SET used_at = :used, withdrawn_at = :withdrawn WHERE id = :id",
                 {{u":used"_s, stored(token.usedAt)}, {u":withdrawn"_s, stored(token.withdrawnAt)}, {u":id"_s, token.id}})
            .map([&] { return token.id; });
    return m_connection
        .row("INSERT INTO api_token (name, unit, scopes, hash, made_at) VALUES (:name, :unit, :scopes, :hash, :made) RETURNING id",
             {{u":name"_s, token.name},
              {u":unit"_s, token.unit},
              {u":scopes"_s, token.scopes},
              {u":hash"_s, token.hash},
              {u":made"_s, stored(token.madeAt)}})
        .map([](const std::optional<QVariantList> &row) { return row ? row->constFirst().toLongLong() : 0; });
}

base::Result<std::optional<KeptAnswer>> DoorTable::answer(qint64 token, const QString &key)
{
    return m_connection
        .row("SELECT asked, status, body, at FROM api_answer WHERE token = :token AND answer_key = :key",
             {{u":token"_s, token}, {u":key"_s, key}})
        .map([&](const std::optional<QVariantList> &row) -> std::optional<KeptAnswer> {
            if (!row)
                return {};
            return KeptAnswer{token, key, row->at(0).toByteArray(), row->at(1).toInt(), row->at(2).toByteArray(), momentIn(row->at(3))};
        });
}

base::Result<> DoorTable::add(const KeptAnswer &answer)
{
    return m_connection
        .change("INSERT INTO api_answer (token, answer_key, asked, status, body, at) VALUES (:token, :key, :asked, :status, :body, :at)"
                " ON CONFLICT (token, answer_key) DO NOTHING",
                {{u":token"_s, answer.token},
                 {u":key"_s, answer.key},
                 {u":asked"_s, answer.asked},
                 {u":status"_s, answer.status},
                 {u":body"_s, answer.body},
                 {u":at"_s, stored(answer.at)}})
        .and_then([](int rows) -> base::Result<> {
            if (rows == 0)
                return base::Fail({base::Error::Kind::Busy, u"the same was answered meanwhile"_s, {}});
            return {};
        });
}

base::Result<> DoorTable::dropAnswers(const QDateTime &before)
{
    return m_connection.run("DELETE FROM api_answer WHERE at < :before", {{u":before"_s, stored(before)}});
}

base::Result<> DoorTable::add(const UnitEntry &entry)
{
    return m_connection.row("UPDATE unit_place SET last = last + 1 RETURNING last")
        .and_then([&](const std::optional<QVariantList> &row) {
            return m_connection.run("INSERT INTO unit_entry (place, unit, case_line, item, what, at)"
                                    " VALUES (:place, :unit, :case, :item, :what, :at)",
                                    {{u":place"_s, row ? row->constFirst().toLongLong() : 0},
                                     {u":unit"_s, entry.unit},
                                     {u":case"_s, entry.caseRow},
                                     {u":item"_s, entry.item},
                                     {u":what"_s, entry.what},
                                     {u":at"_s, stored(entry.at)}});
        });
}

base::Result<QList<UnitEntry>> DoorTable::entriesAfter(const QString &unit, qint64 place, int most)
{
    QList<UnitEntry> entries;
    return m_connection
        .each("SELECT e.place, e.case_line, e.item, e.what, e.at, c.uuid FROM unit_entry e JOIN case_line c ON c.id = e.case_line"
              " WHERE e.unit = :unit AND e.place > :place ORDER BY e.place LIMIT :most",
              {{u":unit"_s, unit}, {u":place"_s, place}, {u":most"_s, most}},
              [&](const QSqlQuery &row) {
                  entries.append({.place = row.value(0).toLongLong(),
                                  .unit = unit,
                                  .caseRow = row.value(1).toLongLong(),
                                  .item = row.value(2).toString(),
                                  .what = row.value(3).toString(),
                                  .at = momentIn(row.value(4)),
                                  .caseUuid = row.value(5).toString()});
                  return true;
              })
        .map([&] { return entries; });
}

base::Result<qint64> DoorTable::lastPlace()
{
    return m_connection.row("SELECT last FROM unit_place").map([](const std::optional<QVariantList> &row) {
        return row ? row->constFirst().toLongLong() : 0;
    });
}

base::Result<QList<ApiToken>> DoorTable::read(const char *sql, const Values &values)
{
    QList<ApiToken> tokens;
    return m_connection
        .each(sql, values,
              [&](const QSqlQuery &row) {
                  tokens.append(tokenIn(row));
                  return true;
              })
        .map([&] { return tokens; });
}

}
