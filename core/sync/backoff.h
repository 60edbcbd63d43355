#pragma once

#include <QRandomGenerator>

#include <algorithm>

namespace syncing {

/// How long to wait after the n-th failure in a row: random between nothing and 2^n seconds, so that a hundred windows do not come back
/// at one moment, but never so long that work lies about for half a minute after the line is back.
class Backoff final
{
public:
    static constexpr int longest = 20'000; ///< milliseconds, by itself
    static constexpr int longestWanted = 300; ///< seconds; what a hub may ask for

    /// Milliseconds; \a wanted: what the hub asked for, in seconds, 0 where it asked nothing.
    int next(int wanted = 0)
    {
        m_failures = std::min(m_failures + 1, 16);
        const int most = std::min(longest, 1000 << std::min(m_failures, 9));
        return std::clamp(wanted, 0, longestWanted) * 1000 + QRandomGenerator::global()->bounded(most);
    }
    void reset() { m_failures = 0; }

private:
    int m_failures = 0;
};

}
