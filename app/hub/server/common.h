#pragma once

#include "app/hub/server/server.h"
#include "app/hub/server/stream.h"
#include "app/hub/server/workers.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <array>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <unordered_set>

namespace hub {

class Conversation;
using Moment = std::chrono::steady_clock::time_point;

/// How far the feeds have grown, as the server was told.
class FeedEnds final
{
public:
    qint64 of(const QString &hall) const
    {
        const std::lock_guard lock(m_mutex);
        return m_ends.value(hall, 0);
    }
    void raise(const QString &hall, qint64 hubSeq)
    {
        const std::lock_guard lock(m_mutex);
        qint64 &end = m_ends[hall];
        end = qMax(end, hubSeq);
    }

private:
    mutable std::mutex m_mutex;
    QHash<QString, qint64> m_ends;
};

/// How many connections there are, in all and from each address.
class Admission final
{
public:
    explicit Admission(const ServerSettings &settings) : m_settings(settings) { }

    /// 0: comes in, and leave() is to be called once; otherwise the status to refuse it with.
    int enter(const QByteArray &address)
    {
        const std::lock_guard lock(m_mutex);
        if (m_all >= m_settings.limits.connections)
            return 503;
        int &ofOne = m_each[address];
        if (!m_settings.behindProxy && ofOne >= m_settings.limits.connectionsOfOne)
            return 429;
        ++ofOne;
        ++m_all;
        return 0;
    }
    void leave(const QByteArray &address)
    {
        const std::lock_guard lock(m_mutex);
        --m_all;
        if (--m_each[address] <= 0)
            m_each.remove(address);
        if (m_all == 0)
            m_none.notify_all();
    }
    /// Waits until nobody is there, at most so long; whether it is so.
    bool waitForNone(std::chrono::milliseconds most)
    {
        std::unique_lock lock(m_mutex);
        return m_none.wait_for(lock, most, [this] { return m_all == 0; });
    }
    int all() const
    {
        const std::lock_guard lock(m_mutex);
        return m_all;
    }

private:
    const ServerSettings &m_settings;
    mutable std::mutex m_mutex;
    std::condition_variable m_none;
    QHash<QByteArray, int> m_each;
    int m_all = 0;
};

/// What all connections share.
struct Common {
    Common(Handler &door, ServerSettings set, Observer watcher)
        : handler(door), settings(std::move(set)), observer(std::move(watcher)), admission(settings)
    {
    }

    Handler &handler;
    const ServerSettings settings;
    const Observer observer;
    FeedEnds feeds;
    Admission admission;
    std::atomic<bool> stopping = false; ///< what is under way is still answered
    std::atomic<bool> cutOff = false; ///< it is not
    std::atomic<int> parked = 0;
    std::atomic<qint64> bodyBytes = 0;
    std::atomic<qint64> refusedConnections = 0;
    std::atomic<qint64> refusedRequests = 0;
    std::mutex tlsMutex;
    TlsContext tls; ///< under tlsMutex
    std::unique_ptr<Workers> workers; ///< last: its threads end before the rest goes
};

/// One thread of the network: everything of its connections happens there, so they need no locks.
struct Loop {
    std::unordered_set<Conversation *> conversations;
    boost::asio::io_context context{1};
    boost::asio::steady_timer sweep{context};
    std::array<char, 65536> buffer; ///< into which bytes are read; what is left of them is taken away before anything else happens
};

}
