#pragma once

#include "app/hub/store/connection.h"
#include "core/hub/reportrows.h"

namespace hub {

class ReportTable final : public ReportRows
{
public:
    explicit ReportTable(Connection &connection) : m_connection(connection) { }

    base::Result<QStringList> uncounted(qint64 after, const QByteArray &basis, int most) override;
    base::Result<int> casesWithoutLine() override;
    [[nodiscard]] base::Result<> put(const CountedLine &line) override;
    base::Result<QList<OpenableLine>> lines(QDate from, QDate to, qint64 after, int most) override;
    base::Result<QList<RatedVisit>> ratedVisits(const QDateTime &from, const QDateTime &until) override;

private:
    Connection &m_connection;
};

}
