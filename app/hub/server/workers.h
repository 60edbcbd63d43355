#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace hub {

/// A fixed number of threads for work that may block, and a line before them that does not grow for ever.
class Workers final
{
public:
    using Job = std::function<void()>; ///< throws nothing

    Workers(int threads, int longestLine);
    ~Workers(); ///< what runs is ended, what waits is done too

    /// False when the line is full.
    [[nodiscard]] bool offer(Job job);
    /// Takes \a job in any case: for what was let in already.
    void insist(Job job);

    int queued() const;
    int working() const { return m_working; }

    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

private:
    void work(const std::stop_token &end);

    const size_t m_longestLine;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_more;
    std::deque<Job> m_line;
    std::atomic<int> m_working = 0;
    std::vector<std::jthread> m_threads;
};

}
