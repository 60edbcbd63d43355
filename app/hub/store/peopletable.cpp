#include "app/hub/store/peopletable.h"

#include "app/hub/store/values.h"

namespace hub {

using namespace Qt::StringLiterals;

namespace {

#define ACCOUNT_COLUMNS                                                                                                \
    "SELECT id, name, suite, person, unit, roles, password, one_time, failures, locked_until, made_at, closed_at, hall, version FROM account "

Account accountIn(const QSqlQuery &row)
{
    return {.id = row.value(0).toLongLong(),
            .name = row.value(1).toString(),
            .person = sealedIn(row.value(2), row.value(3)),
            .unit = row.value(4).toString(),
            .hall = row.value(12).toString(),
            .roles = row.value(5).toString(),
            .password = row.value(6).toByteArray(),
            .oneTime = row.value(7).toInt() != 0,
            .failures = row.value(8).toInt(),
            .lockedUntil = momentIn(row.value(9)),
            .madeAt = momentIn(row.value(10)),
            .closedAt = momentIn(row.value(11)),
            .version = row.value(13).toInt()};
}

std::optional<Account> firstOf(const QList<Account> &accounts)
{
    return accounts.isEmpty() ? std::optional<Account>() : accounts.constFirst();
}

Values valuesOf(const Account &account)
{
    return {{u":name"_s, account.name},
            {u":suite"_s, account.person.suite},
            {u":person"_s, account.person.bytes},
            {u":unit"_s, account.unit},
            {u":hall"_s, account.hall},
            {u":version"_s, account.version},
            {u":roles"_s, account.roles},
            {u":password"_s, account.password},
            {u":onetime"_s, stored(account.oneTime)},
            {u":failures"_s, account.failures},
            {u":locked"_s, stored(account.lockedUntil)},
            {u":made"_s, stored(account.madeAt)},
            {u":closed"_s, stored(account.closedAt)}};
}

}

base::Result<std::optional<Account>> PeopleTable::account(const QString &name)
{
    return read(ACCOUNT_COLUMNS "WHERE name = :name $held", {{u":name"_s, name}}).map(firstOf);
}

base::Result<std::optional<Account>> PeopleTable::account(qint64 id)
{
    return read(ACCOUNT_COLUMNS "WHERE id = :id", {{u":id"_s, id}}).map(firstOf);
}

base::Result<QList<Account>> PeopleTable::accounts()
{
    return read(ACCOUNT_COLUMNS "ORDER BY name", {});
}

base::Result<QList<Account>> PeopleTable::accountsOf(const QString &hall)
{
    return read(ACCOUNT_COLUMNS "WHERE hall = :hall ORDER BY name", {{u":hall"_s, hall}});
}

base::Result<> PeopleTable::holdHall(const QString &hall)
{
    if (m_connection.dialect() == Dialect::Sqlite) // has one writer
        return {};
    return m_connection.run("SELECT pg_advisory_xact_lock(20261123, hashtext(:hall))", {{u":hall"_s, hall}});
}

base::Result<> PeopleTable::put(const Account &account)
{
    if (account.id == 0)
        return m_connection.run("INSERT INTO account (name, suite, person, unit, roles, password, one_time, failures, locked_until, made_at,"
                                " closed_at, hall, version) VALUES (:name, :suite, :person, :unit, :roles, :password, :onetime, :failures,"
                                " :locked, :made, :closed, :hall, :version)",
                                valuesOf(account));
    return m_connection.run("UPDATE account SET name = :name, suite = :suite, person = :person, unit = :unit, roles = :roles,"
                            " password = :password, one_time = :onetime, failures = :failures, locked_until = :locked, made_at = :made,"
                            " closed_at = :closed, hall = :hall, version = :version WHERE id = :id",
                            valuesOf(account) + Values{{u":id"_s, account.id}});
}

base::Result<std::optional<Session>> PeopleTable::session(const QByteArray &hash)
{
    return m_connection.row("SELECT account, began, used FROM web_session WHERE hash = :hash", {{u":hash"_s, hash}})
        .map([&](const std::optional<QVariantList> &row) -> std::optional<Session> {
            if (!row)
                return {};
            return Session{hash, row->at(0).toLongLong(), momentIn(row->at(1)), momentIn(row->at(2))};
        });
}

base::Result<> PeopleTable::put(const Session &session)
{
    return m_connection.run("INSERT INTO web_session (hash, account, began, used) VALUES (:hash, :account, :began, :used)"
                            " ON CONFLICT (hash) DO UPDATE SET used = excluded.used",
                            {{u":hash"_s, session.hash},
                             {u":account"_s, session.account},
                             {u":began"_s, stored(session.began)},
                             {u":used"_s, stored(session.used)}});
}

base::Result<> PeopleTable::drop(const QByteArray &hash)
{
    return m_connection.run("DELETE FROM web_session WHERE hash = :hash", {{u":hash"_s, hash}});
}

base::Result<> PeopleTable::dropSessionsOf(qint64 account)
{
    return m_connection.run("DELETE FROM web_session WHERE account = :account", {{u":account"_s, account}});
}

base::Result<> PeopleTable::dropSessions(const QDateTime &unusedSince, const QDateTime &begunBefore)
{
    return m_connection.run("DELETE FROM web_session WHERE used < :used OR began < :began",
                            {{u":used"_s, stored(unusedSince)}, {u":began"_s, stored(begunBefore)}});
}

base::Result<> PeopleTable::add(const AuditLine &line)
{
    return m_connection.run("INSERT INTO audit (at, account, act, subject, words) VALUES (:at, :account, :act, :subject, :words)",
                            {{u":at"_s, stored(line.at)},
                             {u":account"_s, line.account},
                             {u":act"_s, line.act},
                             {u":subject"_s, line.subject},
                             {u":words"_s, line.words}});
}

base::Result<QList<AuditLine>> PeopleTable::audit(int most)
{
    QList<AuditLine> lines;
    return m_connection
        .each("SELECT id, at, account, act, subject, words FROM audit ORDER BY id DESC LIMIT :most", {{u":most"_s, most}},
              [&](const QSqlQuery &row) {
                  lines.append({.id = row.value(0).toLongLong(),
                                .at = momentIn(row.value(1)),
                                .account = row.value(2).toString(),
                                .act = row.value(3).toString(),
                                .subject = row.value(4).toString(),
                                .words = row.value(5).toString()});
                  return true;
              })
        .map([&] { return lines; });
}

base::Result<QList<Account>> PeopleTable::read(const char *sql, const Values &values)
{
    QList<Account> accounts;
    return m_connection
        .each(sql, values,
              [&](const QSqlQuery &row) {
                  accounts.append(accountIn(row));
                  return true;
              })
        .map([&] { return accounts; });
}

}
