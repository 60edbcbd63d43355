#pragma once

#include "app/hub/store/connection.h"
#include "core/hub/doorrows.h"

namespace hub {

class IssueTable final : public IssueRows
{
public:
    explicit IssueTable(Connection &connection) : m_connection(connection) { }

    base::Result<> putNew(const IssuedLicence &licence) override;
    base::Result<> put(const IssuedLicence &licence) override;
    base::Result<std::optional<IssuedLicence>> due(const QDateTime &now) override;
    base::Result<bool> claim(const IssuedLicence &licence, const QDateTime &now, const QDateTime &until) override;
    base::Result<QList<IssuedLicence>> licencesOf(qint64 caseRow) override;
    base::Result<std::optional<IssuedLicence>> licence(qint64 caseRow, const QString &item) override;
    base::Result<QList<IssuedLicence>> open(int most) override;

private:
    base::Result<QList<IssuedLicence>> read(const char *sql, const Values &values);

    Connection &m_connection;
};

}
