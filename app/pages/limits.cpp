#include "app/pages/limits.h"

#include "core/scans/pagestream.h"

#include <csignal>
#include <new>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

namespace limits {

using scans::pagestream::Ending;

namespace {

constexpr rlim_t memory = rlim_t(1536) << 20;
constexpr rlim_t wholeFile = 600; // s of computing
constexpr rlim_t openFiles = 64; // faces that a PDF names without holding them

void limit(__rlimit_resource what, rlim_t most)
{
    const rlimit both{most, most};
    setrlimit(what, &both);
}

template <Ending how>
void end(int)
{
    _exit(int(how));
}

}

void takeOn()
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_DUMPABLE, 0);
    limit(RLIMIT_AS, memory);
    limit(RLIMIT_CPU, wholeFile);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, openFiles);
    limit(RLIMIT_NPROC, 0);
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPROF, end<Ending::TooLong>);
    std::signal(SIGXCPU, end<Ending::TooLong>);
    // Libraries in C end this way when there is no more memory.
    std::signal(SIGABRT, end<Ending::NoMemory>);
    std::signal(SIGSEGV, end<Ending::Crash>);
    std::signal(SIGBUS, end<Ending::Crash>);
    std::set_new_handler([] { end<Ending::NoMemory>(0); });
}

void beginPage(int seconds)
{
    const itimerval time{.it_interval = {}, .it_value = {.tv_sec = seconds, .tv_usec = 0}};
    setitimer(ITIMER_PROF, &time, nullptr);
}

}
