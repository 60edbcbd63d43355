#pragma once

#include "app/hub/store/connection.h"
#include "core/hub/doorrows.h"

namespace hub {

class OutboxTable final : public OutboxRows
{
public:
    explicit OutboxTable(Connection &connection) : m_connection(connection) { }

    base::Result<> add(const Happening &happening) override;
    base::Result<> holdSorting() override;
    base::Result<QList<Happening>> unsorted(int most) override;
    base::Result<> setSorted(qint64 id) override;
    base::Result<> dropSorted(const QDateTime &before) override;
    base::Result<QList<Subscriber>> subscribers() override;
    base::Result<qint64> put(const Subscriber &subscriber) override;
    base::Result<qint64> put(const Delivery &delivery) override;
    base::Result<std::optional<Delivery>> due(const QDateTime &now) override;
    base::Result<bool> claim(qint64 id, const QDateTime &now, const QDateTime &until) override;
    base::Result<std::optional<Delivery>> delivery(qint64 id) override;
    base::Result<> giveUp(qint64 subscriber, const QDateTime &at, const QString &words) override;
    base::Result<QList<Delivery>> deliveries(std::optional<Delivery::State> state, int most) override;
    base::Result<> dropDone(const QDateTime &before) override;

private:
    Connection &m_connection;
};

}
