#include "core/desk/hallfeed.h"

#include "core/desk/casework.h"
#include "core/journal/journal.h"

#include <QTimer>

namespace desk {

namespace {

constexpr qsizetype entriesAtOnce = 50; // some milliseconds

}

void HallFeed::take(const QList<journal::FeedEntry> &page, const journal::FeedCursor &next, const QDateTime &hubTime)
{
    Q_ASSERT(!isTaking());
    m_page = page;
    m_next = next;
    m_hubTime = hubTime;
    QTimer::singleShot(0, this, &HallFeed::takeSlice);
}

void HallFeed::follow(CaseWork *work)
{
    m_work = work;
}

void HallFeed::takeSlice()
{
    const bool isLast = m_page.size() <= entriesAtOnce;
    const QList<journal::FeedEntry> slice = m_page.first(qMin(entriesAtOnce, m_page.size()));
    const auto result = m_journal.takeIn(slice, isLast ? std::optional(m_next) : std::nullopt, m_hubTime);
    if (!result) {
        m_page.clear();
        emit failed(result.error());
        return;
    }
    m_page.remove(0, slice.size());
    tell(*result);
    if (isLast)
        emit taken();
    else
        QTimer::singleShot(0, this, &HallFeed::takeSlice);
}

void HallFeed::tell(const journal::TakenIn &result)
{
    // What cannot be read now is said when the case is opened.
    if (m_work && result.changed.contains(m_work->file().id))
        std::ignore = m_work->readAgain();
    if (!result.changed.isEmpty())
        emit changed(result.changed);
    if (!result.purged.isEmpty())
        emit purged(result.purged);
    for (const journal::TakenIn::NewConflict &told : result.conflicts)
        emit contradicted(told.caseId, told.conflict);
    for (const journal::FeedFault &fault : result.faults)
        emit faulty(fault);
    if (result.renewed)
        emit renewed();
}

}
