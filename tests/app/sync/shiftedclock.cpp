// The clock of the PC is off: whoever asks the system for the time of day in this program gets it moved by YICHUANG_CLOCK_SHIFT
// seconds. Clocks that measure how much time passes are left alone, as they are on a PC whose clock is set wrong.

#include <cstdlib>
#include <sys/syscall.h>
#include <sys/time.h>
#include <ctime>
#include <unistd.h>

namespace {

time_t shift()
{
    static const time_t seconds = [] {
        const char *given = std::getenv("YICHUANG_CLOCK_SHIFT");
        return given ? time_t(std::atoll(given)) : 0;
    }();
    return seconds;
}

}

extern "C" {

int clock_gettime(clockid_t clock, timespec *time) noexcept
{
    const auto failed = int(syscall(SYS_clock_gettime, clock, time));
    if (failed == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        time->tv_sec += shift();
    return failed;
}

int gettimeofday(timeval *time, void *zone) noexcept
{
    const auto failed = int(syscall(SYS_gettimeofday, time, zone));
    if (failed == 0)
        time->tv_sec += shift();
    return failed;
}

time_t time(time_t *where) noexcept
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    if (where)
        *where = now.tv_sec;
    return now.tv_sec;
}

}
