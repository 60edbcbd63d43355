#pragma once

#include "app/hub/store/connection.h"
#include "core/hub/officerows.h"

namespace hub {

class UnitTable final : public UnitRows
{
public:
    explicit UnitTable(Connection &connection) : m_connection(connection) { }

    base::Result<QList<UnroutedCase>> unrouted(qint64 after, int most) override;
    base::Result<> routed(qint64 caseRow) override;
    base::Result<> putNew(const ItemUnit &item) override;
    base::Result<> put(const ItemUnit &item) override;
    base::Result<QList<ItemUnit>> unitsOf(qint64 caseRow) override;
    base::Result<QList<ItemUnit>> itemsOf(const QString &unit, int most) override;

private:
    base::Result<QList<ItemUnit>> read(const char *sql, const Values &values);

    Connection &m_connection;
};

}
