#pragma once

#include "app/hub/store/connection.h"
#include "core/hub/officerows.h"

namespace hub {

class PeopleTable final : public PeopleRows
{
public:
    explicit PeopleTable(Connection &connection) : m_connection(connection) { }

    base::Result<std::optional<Account>> account(const QString &name) override;
    base::Result<std::optional<Account>> account(qint64 id) override;
    base::Result<QList<Account>> accounts() override;
    base::Result<QList<Account>> accountsOf(const QString &hall) override;
    base::Result<> holdHall(const QString &hall) override;
    base::Result<> put(const Account &account) override;
    base::Result<std::optional<Session>> session(const QByteArray &hash) override;
    base::Result<> put(const Session &session) override;
    base::Result<> drop(const QByteArray &hash) override;
    base::Result<> dropSessionsOf(qint64 account) override;
    base::Result<> dropSessions(const QDateTime &unusedSince, const QDateTime &begunBefore) override;
    base::Result<> add(const AuditLine &line) override;
    base::Result<QList<AuditLine>> audit(int most) override;

private:
    base::Result<QList<Account>> read(const char *sql, const Values &values);

    Connection &m_connection;
};

}
