#pragma once

#include "core/journal/eventstore.h"
#include "core/journal/outbox.h"

namespace journal {

/// Filing receipts of this window by the day (tables receipt_print and receipt_day). Used over the outbox's connection.
class ReceiptStore final
{
public:
    explicit ReceiptStore(Database &database) : m_database(database) { }

    /// Looks for receipts in events that were written since the last time, at most \a most; whether there are more. Inside a
    /// transaction.
    base::Result<bool> find(EventStore &events, int most);
    base::Result<QList<ReceiptDay>> days(int most);
    [[nodiscard]] base::Result<> noteDay(QDate day);
    base::Result<QList<ReceiptPrinted>> of(QDate day);
    [[nodiscard]] base::Result<> told(const ReceiptDay &day);
    /// Another hub, or one that was put back: everything is to be told anew.
    [[nodiscard]] base::Result<> tellAgain();

private:
    base::Result<> note(const Envelope &envelope, const QStringList &devices);
    base::Result<> came(const QString &caseId, const QString &print);

    Database &m_database;
};

}
