#include "core/desk/hallfeed.h"

#include "core/journal/journal.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>

namespace desk {

namespace {

constexpr qsizetype fewestEntries = 25, mostEntries = 500; // in one go
constexpr qint64 goWhileWorking = 12, goWhileQuiet = 50; // milliseconds
constexpr qint64 quietAfter = 2'000; // milliseconds without a key

}

HallFeed::HallFeed(journal::Journal &journal, QObject *parent) : QObject(parent), m_journal(journal), m_slice(fewestEntries)
{
    if (QCoreApplication *program = QCoreApplication::instance())
        program->installEventFilter(this);
}

bool HallFeed::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress || event->type() == QEvent::Wheel)
        m_touched.start();
    return QObject::eventFilter(watched, event);
}

/// \a took: milliseconds for the last go. A commit takes its time whatever is in it, so more in one go is faster altogether.
void HallFeed::adapt(qint64 took)
{
    const bool isQuiet = !m_touched.isValid() || m_touched.hasExpired(quietAfter);
    const qint64 allowed = isQuiet ? goWhileQuiet : goWhileWorking;
    if (took > allowed)
        m_slice = qMax(fewestEntries, m_slice / 2);
    else if (took * 2 < allowed)
        m_slice = qMin(mostEntries, m_slice * 2);
}

void HallFeed::take(const QList<journal::FeedEntry> &page, const journal::FeedCursor &next, const QDateTime &hubTime)
{
    Q_ASSERT(!isTaking());
    m_page = page;
    m_next = next;
    m_hubTime = hubTime;
    QTimer::singleShot(0, this, &HallFeed::takeSlice);
}

void HallFeed::takeSlice()
{
    QElapsedTimer taking;
    taking.start();
    const bool isLast = m_page.size() <= m_slice;
    const QList<journal::FeedEntry> slice = m_page.first(qMin(m_slice, m_page.size()));
    const auto result = m_journal.takeIn(slice, isLast ? std::optional(m_next) : std::nullopt, m_hubTime);
    if (!result) {
        m_page.clear();
        emit failed(result.error());
        return;
    }
    m_page.remove(0, slice.size());
    tell(*result);
    if (slice.size() == m_slice)
        adapt(taking.elapsed());
    if (isLast)
        emit taken();
    else
        QTimer::singleShot(0, this, &HallFeed::takeSlice);
}

void HallFeed::tell(const journal::TakenIn &result)
{
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
    if (result.doubled)
        emit doubled();
}

}
