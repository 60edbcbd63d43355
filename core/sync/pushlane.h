#pragma once

#include "core/journal/outbox.h"
#include "core/sync/backoff.h"
#include "core/sync/signedline.h"

#include <QObject>
#include <QTimer>

namespace syncing {

/// \a unsent as it is pushed, signed by \a key.
wire::Push pushOf(const journal::Unsent &unsent, const people::WindowKey &key);

/// Brings what is written to the hub: one batch at a time, in order, again and again until the hub has it. Keeps nothing in memory
/// that a crash could take: what is unsent is asked of the journal each time. While the hub works on one batch the next is read and
/// signed, and while it works on that one its answer to the first is noted.
class PushLane final : public QObject
{
    Q_OBJECT

public:
    /// All live longer, in this thread.
    PushLane(journal::Outbox &outbox, SignedLine &line, const people::WindowKey &key);

    /// Something may have been written, or the hub may be back: looks at once.
    void look();
    /// The hub was heard on another lane: goes on, if it waits because the hub was not reached.
    void hubIsBack();
    /// The hub may know less than we think: asks it of every writer of this window, and looks.
    void askAnew();
    bool isIdle() const { return !m_busy && !m_wait.isActive(); }

signals:
    /// The hub answered; \a moved: it has more than before.
    void answered(bool moved);
    /// The hub has everything; \a moved: more than when this was said last.
    void sentAll(bool moved);
    void troubled(const syncing::Trouble &trouble, int retryIn);
    /// The hub is not the one it was: places and cursor are forgotten.
    void hubChanged();
    /// The hub has other events under the numbers of \a incarnation: Journal::renew(), then askAnew().
    void mustRenew(int incarnation);
    void storageFailed(const base::Error &error);

private:
    /// A batch and the call that brings it.
    struct Batch {
        journal::Unsent unsent;
        Call call;
    };
    Batch batchOf(const journal::Unsent &unsent) const;
    void send(const Batch &batch);
    void prepareNext();
    void take(const wire::PushAnswer &answer, const journal::Unsent &unsent);
    base::Result<bool> note(const wire::PushAnswer &answer, const journal::Unsent &unsent, bool isSameHub);
    bool isPresent(const journal::WriterName &writer); ///< the incarnation that writes now
    base::Result<bool> noteEpoch(const QString &epoch);
    void fail(const Trouble &trouble);

    journal::Outbox &m_outbox;
    SignedLine &m_line;
    const people::WindowKey &m_key;
    QTimer m_wait;
    Backoff m_backoff;
    journal::Unsent m_underWay; ///< while m_busy
    std::optional<Batch> m_next; ///< what follows the batch that is under way, ready to go
    QList<journal::WriterName> m_toAsk; ///< of these the hub is asked what it has
    int m_batch = 500;
    bool m_isLineDown = false; ///< what it waits for is that the hub can be reached
    bool m_busy = false;
    bool m_moved = false; ///< since sentAll() was emitted
};

}
