#pragma once

#include "core/base/result.h"
#include "core/journal/feed.h"

#include <QObject>
#include <QPointer>

namespace journal {
class Journal;
}

namespace desk {

class CaseWork;

/// Takes in what the hub tells of the hall, a few entries at a time between two strokes of a key, and tells whoever shows a case.
class HallFeed final : public QObject
{
    Q_OBJECT

public:
    /// \a journal outlives this.
    explicit HallFeed(journal::Journal &journal, QObject *parent = nullptr) : QObject(parent), m_journal(journal) { }

    /// A page of the feed; \a next is the cursor behind it, \a hubTime now by the hub's clock. Ends with taken() or failed(); until
    /// then no other page may follow.
    void take(const QList<journal::FeedEntry> &page, const journal::FeedCursor &next, const QDateTime &hubTime);
    bool isTaking() const { return !m_page.isEmpty(); }

    /// The case that a clerk has in hand: read again when the feed changes it. Null: none. Not owned.
    void follow(CaseWork *work);

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
    /// Something could not be used and was kept aside.
    void faulty(const journal::FeedFault &fault);

private:
    void takeSlice();
    void tell(const journal::TakenIn &taken);

    journal::Journal &m_journal;
    QList<journal::FeedEntry> m_page;
    journal::FeedCursor m_next;
    QDateTime m_hubTime;
    QPointer<CaseWork> m_work;
};

}
