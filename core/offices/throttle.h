#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <mutex>

namespace offices {

/// How often something may be tried by one who asks, or of one thing: so many times within a span of time. Kept in memory, for one process:
/// it keeps guesses from paying off and is no record. From any thread.
class Throttle final
{
public:
    /// At most \a most times within any \a seconds. \a clock must live as long as this.
    Throttle(const base::Clock &clock, int most, int seconds) : m_clock(clock), m_most(most), m_seconds(seconds) { }

    /// Counts a try of \a key; 0: go on, else so many seconds to wait, and it was not counted.
    int wait(const QByteArray &key);
    /// Whether one would have to wait now, without counting: the seconds.
    int wouldWait(const QByteArray &key);

    /// More keys than this are not remembered: while there are, the oldest are forgotten.
    static constexpr qsizetype mostKeys = 50'000;

private:
    using Tries = QList<qint64>; ///< seconds since 1970, ascending
    int waitOf(Tries &tries, qint64 now) const;
    void forget(qint64 now);

    const base::Clock &m_clock;
    const int m_most;
    const int m_seconds;
    std::mutex m_mutex;
    QHash<QByteArray, Tries> m_tries;
};

/// For limits: an IPv4 address as it is, of an IPv6 one the first 64 bits, which one line to the network has for itself.
QByteArray networkOf(const QByteArray &address);

}
