#undef _FORTIFY_SOURCE // its inline functions would come before those below
#include "tests/core/desk/faultyfiles.h"

#include <QByteArray>
#include <QFile>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

// Plain memory: these are asked from every thread, also while a library starts.
char g_folder[512];
std::atomic_int g_nth{0};
std::atomic_int g_count{0};
std::atomic_int g_fault{0};

bool isBelow(const char *path)
{
    return g_nth > 0 && path && std::strncmp(path, g_folder, std::strlen(g_folder)) == 0;
}

bool isBelow(int handle)
{
    if (g_nth == 0)
        return false;
    char link[64], path[1024];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    const ssize_t length = ::readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return false;
    path[length] = 0;
    return isBelow(path);
}

/// True: this operation fails; errno says how.
bool fails()
{
    using faultyfiles::Fault;
    const int count = ++g_count;
    const auto fault = Fault(g_fault.load());
    const bool does = fault == Fault::Once ? count == g_nth : count >= g_nth;
    if (does)
        errno = fault == Fault::Full ? ENOSPC : EIO;
    return does;
}

int opened(int folder, const char *path, int flags, unsigned mode)
{
    if ((flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE) && isBelow(path) && fails())
        return -1;
    return int(::syscall(SYS_openat, folder, path, flags, mode));
}

}

namespace faultyfiles {

void failFrom(const QString &folder, int nth, Fault fault)
{
    std::snprintf(g_folder, sizeof g_folder, "%s", QFile::encodeName(folder).constData());
    g_count = 0;
    g_fault = int(fault);
    g_nth = nth;
}

int heal()
{
    g_nth = 0;
    return g_count;
}

}

extern "C" {

ssize_t write(int handle, const void *bytes, size_t size)
{
    return isBelow(handle) && fails() ? -1 : ::syscall(SYS_write, handle, bytes, size);
}

ssize_t pwrite64(int handle, const void *bytes, size_t size, off64_t place)
{
    return isBelow(handle) && fails() ? -1 : ::syscall(SYS_pwrite64, handle, bytes, size, place);
}

ssize_t pwrite(int handle, const void *bytes, size_t size, off_t place)
{
    return pwrite64(handle, bytes, size, place);
}

int fsync(int handle)
{
    return isBelow(handle) && fails() ? -1 : int(::syscall(SYS_fsync, handle));
}

int fdatasync(int handle)
{
    return isBelow(handle) && fails() ? -1 : int(::syscall(SYS_fdatasync, handle));
}

int rename(const char *from, const char *to) noexcept
{
    return isBelow(to) && fails() ? -1 : int(::syscall(SYS_rename, from, to));
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags) noexcept
{
    return isBelow(to) && fails() ? -1 : int(::syscall(SYS_renameat2, fromFolder, from, toFolder, to, flags));
}

int open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const unsigned mode = va_arg(more, unsigned);
    va_end(more);
    return opened(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const unsigned mode = va_arg(more, unsigned);
    va_end(more);
    return opened(AT_FDCWD, path, flags, mode);
}

}
