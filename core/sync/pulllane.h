#pragma once

#include "core/journal/outbox.h"
#include "core/sync/backoff.h"
#include "core/sync/signedline.h"

#include <QObject>
#include <QTimer>

namespace syncing {

/// Fetches what others did: asks the hub for what comes behind the cursor and waits there until there is something. The journal
/// belongs to another thread, so a page is handed out; while it is taken in the next is fetched, and handed out after it. What this
/// window did itself comes in brief: it is compared with what stands here, and asked for as a whole only when it differs.
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
    /// An answer, and the cursor that was asked from.
    struct Page {
        wire::PullAnswer answer;
        journal::FeedCursor from;
        bool isWhole = false; ///< was asked for with the bytes of our own events
    };
    void askFrom(const journal::FeedCursor &cursor);
    void answer(const Page &page);
    void take(const Page &page);
    base::Result<bool> areOwnSettled(const wire::PullAnswer &answer);
    void handOut(const wire::PullAnswer &answer);
    void fail(const Trouble &trouble);
    void failStorage(const base::Error &error);

    journal::Outbox &m_outbox;
    SignedLine &m_line;
    QTimer m_wait;
    Backoff m_backoff;
    QString m_device; ///< of this window; known once it was asked
    std::optional<Page> m_ahead; ///< came while an earlier page was out
    bool m_isLineDown = false; ///< what it waits for is that the hub can be reached
    bool m_isPageOut = false;
    bool m_isStale = false; ///< the page that is out is of a feed that is no more
    bool m_isAsking = false; ///< a question is under way
    bool m_wantsWhole = false; ///< the next page shall have the bytes of our own events too
    bool m_hurry = true; ///< there is more, or nothing was asked yet: the hub shall not wait
};

}
