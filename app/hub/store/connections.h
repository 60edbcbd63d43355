#pragma once

#include "app/hub/store/connection.h"

#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace hub {

/// A connection for every thread that asks, kept until this goes: a database connection belongs to its thread.
class Connections final
{
public:
    explicit Connections(Target target) : m_target(std::move(target)) { }

    /// Open and set up.
    base::Result<Connection *> ofThisThread();

private:
    const Target m_target;
    std::mutex m_mutex;
    std::map<std::thread::id, std::unique_ptr<Connection>> m_connections;
};

}
