#pragma once

#include "core/journal/outbox.h"
#include "core/sync/backoff.h"
#include "core/sync/signedline.h"

#include <QObject>
#include <QTimer>

namespace syncing {

/// Tells the hub which receipts came out of the printers of this window, day by day, and keeps what differs: a receipt that somebody
/// has in hand and of which the hub has no filing is work that is not safe. Of a day past the hub is told once, and again whenever the
/// day changes; of today every ten minutes while it changes; of a day that differs every minute, for events that come later put it
/// right.
class ReceiptLane final : public QObject
{
    Q_OBJECT

public:
    /// All live longer, in this thread.
    ReceiptLane(journal::Outbox &outbox, SignedLine &line);

    /// Looks for something to tell, unless it is at it. \a moved: the hub has more than before, so what differed may not any more.
    void look(bool moved = false);
    /// Tells everything that has changed or differs, and of today, whenever that was done last.
    void tellAll();

signals:
    /// What is known of some day is another than before.
    void moved();
    void troubled(const syncing::Trouble &trouble, int retryIn);
    void storageFailed(const base::Error &error);

private:
    QDate today() const;
    bool isDue(const journal::ReceiptDay &day, const QDateTime &now) const;
    base::Result<std::optional<journal::ReceiptDay>> next();
    void lookAgain();
    void tell(const journal::ReceiptDay &day);
    void take(journal::ReceiptDay day, const wire::ReceiptDifferences &answer);
    void fail(const Trouble &trouble);
    void failStorage(const base::Error &error);

    journal::Outbox &m_outbox;
    SignedLine &m_line;
    QTimer m_wait;
    Backoff m_backoff;
    QDateTime m_allSince; ///< what was told earlier is told again; null: as it is due
    QDateTime m_movedAt; ///< a day that differed before is told again; null: as it is due
    bool m_busy = false;
};

}
