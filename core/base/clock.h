#pragma once

#include <QDateTime>

namespace base {

/// The time of day as a thing that can be replaced: rules and stores are handed a clock, they never ask the system.
class Clock
{
public:
    virtual ~Clock() = default;
    /// The present instant in local time with its UTC offset; milliseconds.
    virtual QDateTime now() const = 0;
};

/// The time of the hub, as far as this window has heard of it.
class HubTime
{
public:
    virtual ~HubTime() = default;
    /// The present instant by the clock of the hub, in UTC; null while no hub was heard.
    virtual QDateTime now() const = 0;
};

class SystemClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::currentDateTime(); }
};

}
