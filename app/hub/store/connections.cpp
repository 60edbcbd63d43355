#include "app/hub/store/connections.h"

namespace hub {

base::Result<Connection *> Connections::ofThisThread()
{
    const std::thread::id thread = std::this_thread::get_id();
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto known = m_connections.find(thread); known != m_connections.end())
            return known->second.get();
    }
    auto fresh = std::make_unique<Connection>(m_target);
    if (const base::Result<> opened = fresh->open(); !opened)
        return base::Fail(opened.error());
    const std::scoped_lock lock(m_mutex);
    return (m_connections[thread] = std::move(fresh)).get();
}

}
