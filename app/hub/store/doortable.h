#pragma once

#include "app/hub/store/connection.h"
#include "core/hub/doorrows.h"

namespace hub {

class DoorTable final : public DoorRows
{
public:
    explicit DoorTable(Connection &connection) : m_connection(connection) { }

    base::Result<std::optional<ApiToken>> token(qint64 id) override;
    base::Result<QList<ApiToken>> tokens() override;
    base::Result<qint64> put(const ApiToken &token) override;
    base::Result<std::optional<KeptAnswer>> answer(qint64 token, const QString &key) override;
    base::Result<> add(const KeptAnswer &answer) override;
    base::Result<> dropAnswers(const QDateTime &before) override;
    base::Result<> add(const UnitEntry &entry) override;
    base::Result<QList<UnitEntry>> entriesAfter(const QString &unit, qint64 place, int most) override;
    base::Result<qint64> lastPlace() override;

private:
    base::Result<QList<ApiToken>> read(const char *sql, const Values &values);

    Connection &m_connection;
};

}
