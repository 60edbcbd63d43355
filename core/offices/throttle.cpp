#include "core/offices/throttle.h"

#include <QStringList>

#include <algorithm>

namespace offices {

using namespace Qt::StringLiterals;

int Throttle::waitOf(Tries &tries, qint64 now) const
{
    // A clock that was set back must not lock anybody out for longer than the span.
    tries.removeIf([&](qint64 at) { return at <= now - m_seconds || at > now; });
    return tries.size() < m_most ? 0 : int(tries[tries.size() - m_most] + m_seconds - now);
}

void Throttle::forget(qint64 now)
{
    m_tries.removeIf([&](const auto &entry) { return entry.value().last() <= now - m_seconds; });
    while (m_tries.size() >= mostKeys) {
        const auto oldest = std::min_element(m_tries.begin(), m_tries.end(),
                                             [](const Tries &one, const Tries &other) { return one.last() < other.last(); });
        const qint64 edge = oldest->last();
        m_tries.removeIf([&](const auto &entry) { return entry.value().last() <= edge; });
    }
}

int Throttle::wait(const QByteArray &key)
{
    const qint64 now = m_clock.now().toSecsSinceEpoch();
    const std::lock_guard lock(m_mutex);
    if (m_tries.size() >= mostKeys && !m_tries.contains(key))
        forget(now);
    Tries &tries = m_tries[key];
    const int seconds = waitOf(tries, now);
    if (seconds == 0)
        tries.append(now);
    return seconds;
}

int Throttle::wouldWait(const QByteArray &key)
{
    const std::lock_guard lock(m_mutex);
    const auto tries = m_tries.find(key);
    return tries == m_tries.end() ? 0 : waitOf(*tries, m_clock.now().toSecsSinceEpoch());
}

QByteArray networkOf(const QByteArray &address)
{
    const qsizetype zone = address.indexOf('%');
    const QByteArray plain = zone < 0 ? address : address.first(zone);
    if (!plain.contains(':') || plain.contains('.'))
        return plain;
    const qsizetype gap = plain.indexOf("::");
    QByteArrayList groups = (gap < 0 ? plain : plain.first(gap)).split(':');
    if (gap == 0)
        groups.clear();
    const QByteArray behind = gap < 0 ? QByteArray() : plain.mid(gap + 2);
    const qsizetype groupsBehind = behind.isEmpty() ? 0 : behind.count(':') + 1;
    while (gap >= 0 && groups.size() + groupsBehind < 8)
        groups.append("0");
    if (!behind.isEmpty())
        groups += behind.split(':');
    return groups.mid(0, 4).join(':').toLower() + "::/64";
}

}
