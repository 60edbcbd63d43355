#pragma once

#include "app/hub/store/connection.h"
#include "core/hub/store.h"

namespace hub {

class CounterTable final : public CounterRows
{
public:
    explicit CounterTable(Connection &connection) : m_connection(connection) { }

    base::Result<std::optional<LeaseLine>> lease(qint64 caseRow, const QString &item) override;
    base::Result<> put(const LeaseLine &lease) override;
    base::Result<BlockLine> takeBlock(const wire::SerialWish &wish, const QString &device, const QDateTime &at) override;
    base::Result<QList<BlockLine>> blocks(const wire::SerialWish &series) override;
    base::Result<QList<BlockLine>> blocks() override;
    base::Result<int> lastSerial(const wire::SerialWish &series) override;
    base::Result<> passOver(const wire::SerialWish &series, int last) override;
    base::Result<> passOverInAll(int count) override;
    base::Result<> put(const ReceiptPrint &print) override;
    base::Result<> setCame(qint64 caseRow, const QByteArray &print) override;
    base::Result<QList<Printed>> receiptsOf(const QString &device, QDate day) override;
    base::Result<> put(const SentReceipts &sent) override;
    base::Result<std::optional<SentReceipts>> sentReceipts(const QString &device, QDate day) override;

private:
    base::Result<QList<BlockLine>> blocksBy(const char *sql, const Values &values);

    Connection &m_connection;
};

}
