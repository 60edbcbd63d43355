#pragma once

#include "core/hub/http.h"
#include "core/hub/store.h"

#include <chrono>
#include <thread>

namespace hub {

/// Looks in a thread of its own whether other processes have added to the feeds of the store, and tells of it.
class FeedWatch final
{
public:
    FeedWatch(Store &store, FeedGrown grown, std::chrono::milliseconds interval = std::chrono::milliseconds(200));
    ~FeedWatch(); ///< waits for the thread

private:
    std::jthread m_thread;

    Q_DISABLE_COPY_MOVE(FeedWatch)
};

}
