#pragma once

#include "core/journal/outbox.h"
#include "core/sync/backoff.h"
#include "core/sync/signedline.h"

#include <QObject>
#include <QTimer>

namespace syncing {

/// Fetches what others did: asks the hub for what comes behind the cursor and waits there until there is something. The journal
/// belongs to another thread, so a page is handed out and the next is asked for once that one is taken in.
class PullLane final : public QObject
{
    Q_OBJECT

public:
    /// All live longer, in this thread.
    PullLane(journal::Outbox &outbox, SignedLine &line);

    /// Asks at once, unless it asks already or a page is out.
    void look();
    /// The hub was heard on another lane: goes on, if it waits because the hub was not reached.
    void hubIsBack();
    /// Another lane found that the hub is another: the page that is out does not move the cursor on from the beginning.
    void startAgain() { m_isStale = m_isPageOut; }
    /// The page that was handed out is in the journal, and the cursor moved; not \a well: it is asked for again later.
    void taken(bool well);

signals:
    void arrived(const QList<journal::FeedEntry> &entries, const journal::FeedCursor &next);
    void libraryChanged();
    /// The hub answered, if only that there is nothing.
    void answered();
    /// The hub's feed is not the one that was pulled from.
    void hubChanged();
    void troubled(const syncing::Trouble &trouble, int retryIn);
    void storageFailed(const base::Error &error);

private:
    void ask(const journal::SyncState &state, const journal::WriterName &writer);
    void take(const wire::PullAnswer &answer, const journal::SyncState &state);
    void handOut(const wire::PullAnswer &answer);
    void failStorage(const base::Error &error);

    journal::Outbox &m_outbox;
    SignedLine &m_line;
    QTimer m_wait;
    Backoff m_backoff;
    bool m_isLineDown = false; ///< what it waits for is that the hub can be reached
    bool m_isPageOut = false;
    bool m_isStale = false; ///< the page that is out is of a feed that is no more
    bool m_busy = false; ///< a question or a page is out
    bool m_hurry = true; ///< there is more, or nothing was asked yet: the hub shall not wait
};

}
