#pragma once

#include "app/hub/store/connection.h"
#include "core/hub/store.h"

namespace hub {

class LookUpTable final : public LookUpRows
{
public:
    explicit LookUpTable(Connection &connection) : m_connection(connection) { }

    base::Result<> put(const LicenceLine &licence) override;
    base::Result<QList<LicenceLine>> licencesOf(const QByteArray &holder) override;
    base::Result<qint64> note(const LookUpLine &lookUp) override;
    base::Result<> setOutcome(qint64 id, LookUpLine::Outcome outcome) override;
    base::Result<int> countOf(const QString &device, const QDateTime &since) override;
    base::Result<int> countBefore(const QDateTime &before) override;
    base::Result<int> dropBefore(const QDateTime &before) override;
    base::Result<QList<LookUpLine>> lookUps(const QByteArray &holder, int most) override;

private:
    Connection &m_connection;
};

}
