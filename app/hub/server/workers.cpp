#include "app/hub/server/workers.h"

namespace hub {

Workers::Workers(int threads, int longestLine) : m_longestLine(size_t(longestLine))
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this](const std::stop_token &end) { work(end); });
}

Workers::~Workers()
{
    for (std::jthread &thread : m_threads)
        thread.request_stop();
    m_threads.clear();
}

bool Workers::offer(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_line.size() >= m_longestLine)
            return false;
        m_line.push_back(std::move(job));
    }
    m_more.notify_one();
    return true;
}

void Workers::insist(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_line.push_back(std::move(job));
    }
    m_more.notify_one();
}

int Workers::queued() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_line.size());
}

void Workers::work(const std::stop_token &end)
{
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            if (!m_more.wait(lock, end, [this] { return !m_line.empty(); }))
                return;
            job = std::move(m_line.front());
            m_line.pop_front();
        }
        ++m_working;
        job();
        --m_working;
    }
}

}
