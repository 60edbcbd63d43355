#pragma once

#include <QObject>

#include <functional>

namespace desk {

/// Runs \c work, which belongs to no thread and takes long, and then \c done where \c context lives; when that is gone meanwhile, \c done is
/// never called. Empty: both at once, in the thread of the caller.
using Reckoner = std::function<void(std::function<void()> work, QObject *context, std::function<void()> done)>;

/// In a thread of the program's pool.
Reckoner reckonAside();

}
