#pragma once

#include "core/base/result.h"
#include "core/journal/feed.h"

#include <QElapsedTimer>
#include <QObject>

namespace journal {
class Journal;
}

namespace desk {

/// Takes in what the hub tells of the hall between two strokes of a key, and tells whoever shows a case: a few entries at a time while
/// somebody is at work, more while nobody has touched a key for a while.
class HallFeed final : public QObject
{
    Q_OBJECT

public:
    /// \a journal outlives this.
    explicit HallFeed(journal::Journal &journal, QObject *parent = nullptr);

    /// A page of the feed; \a next is the cursor behind it, \a hubTime now by the hub's clock. Ends with taken() or failed(); until
    /// then no other page may follow.
    void take(const QList<journal::FeedEntry> &page, const journal::FeedCursor &next, const QDateTime &hubTime);
    bool isTaking() const { return !m_page.isEmpty(); }

signals:
    /// Everything of the page is durable, the cursor too.
    void taken();
    /// Nothing behind the last slice was written; the page may be given again.
    void failed(const base::Error &error);
    /// These cases are new or other than before.
    void changed(const QStringList &cases);
    /// These cases have left the hall.
    void purged(const QStringList &cases);
    /// A person has to settle something.
    void contradicted(const QString &caseId, const domain::Conflict &conflict);
    /// This profile is an older copy: another incarnation with another mark has begun.
    void renewed();
    /// A copy of this profile is in use on another PC.
    void doubled();
    /// Something could not be used and was kept aside.
    void faulty(const journal::FeedFault &fault);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< sees every key and click of the program

private:
    void takeSlice();
    void adapt(qint64 took);
    void tell(const journal::TakenIn &taken);

    journal::Journal &m_journal;
    QList<journal::FeedEntry> m_page;
    journal::FeedCursor m_next;
    QDateTime m_hubTime;
    qsizetype m_slice; ///< entries in one go
    QElapsedTimer m_touched; ///< since the last key or click
};

}
