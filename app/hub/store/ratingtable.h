#pragma once

#include "app/hub/store/connection.h"
#include "core/hub/store.h"

namespace hub {

class RatingTable final : public RatingRows
{
public:
    explicit RatingTable(Connection &connection) : m_connection(connection) { }

    base::Result<bool> add(const RatingLine &rating) override;
    base::Result<bool> isRated(const QString &number, const QString &visit) override;
    base::Result<std::optional<RatingLine>> rating(qint64 id) override;
    base::Result<QList<RatingLine>> ratings(bool openOnly, int most) override;
    base::Result<> setRectified(qint64 id, const QDateTime &at, const journal::Sealed &result) override;

private:
    Connection &m_connection;
};

}
