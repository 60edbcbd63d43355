#include "core/sync/hubclock.h"

namespace syncing {

QDateTime HubClock::now() const
{
    const std::scoped_lock lock(m_lock);
    return m_heard.isValid() ? m_heard.addMSecs(m_since.elapsed()) : QDateTime();
}

void HubClock::hear(const QDateTime &hubTime, qint64 underway)
{
    if (!hubTime.isValid())
        return;
    const std::scoped_lock lock(m_lock);
    m_heard = hubTime.toUTC().addMSecs(underway / 2);
    m_since.start();
}

}
