#include "core/base/durablefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace base {

namespace {

constexpr qint64 mostRead = 1 << 20;

Fail systemError(const QString &place)
{
    return Fail({Error::Kind::Storage, QString::fromLocal8Bit(std::strerror(errno)), place});
}

}

Result<> makePrivateFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.isDir())
        return {};
    if (info.exists())
        return Fail({Error::Kind::Storage, QStringLiteral("not a folder"), folder});
    const QFile::Permissions owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!QDir().mkpath(info.absolutePath()) || !QDir().mkdir(info.absoluteFilePath(), owner))
        return Fail({Error::Kind::Storage, QStringLiteral("folder cannot be made"), folder});
    return syncFolder(info.absolutePath());
}

Result<std::optional<QByteArray>> readWhole(const QString &file)
{
    QFile source(file);
    if (!source.exists())
        return std::nullopt;
    if (!source.open(QIODevice::ReadOnly))
        return Fail({Error::Kind::Storage, source.errorString(), file});
    QByteArray bytes = source.read(mostRead);
    if (source.error() != QFileDevice::NoError)
        return Fail({Error::Kind::Storage, source.errorString(), file});
    return bytes;
}

Result<std::unique_ptr<QFile>> openPlain(const QString &file)
{
    // Without O_NONBLOCK a pipe would hold up the program until somebody writes into it.
    const int handle = ::open(QFile::encodeName(file).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (handle < 0)
        return systemError(file);
    auto source = std::make_unique<QFile>();
    struct stat status{};
    const bool isPlain = ::fstat(handle, &status) == 0 && S_ISREG(status.st_mode);
    if (!isPlain || !source->open(handle, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(handle);
        return Fail({Error::Kind::Storage, QStringLiteral("not a plain file"), file});
    }
    return source;
}

Result<QByteArray> readPlain(const QString &file, qint64 most)
{
    const Result<std::unique_ptr<QFile>> source = openPlain(file);
    if (!source)
        return Fail(source.error());
    QByteArray bytes = (*source)->read(most);
    if ((*source)->error() != QFileDevice::NoError)
        return Fail({Error::Kind::Storage, (*source)->errorString(), file});
    return bytes;
}

Result<> writeDurably(const QString &file, const QByteArray &bytes)
{
    QSaveFile target(file);
    target.setDirectWriteFallback(false);
    if (!target.open(QIODevice::WriteOnly) || !target.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || target.write(bytes) != bytes.size() || !target.flush())
        return Fail({Error::Kind::Storage, target.errorString(), file});
    // QSaveFile syncs too, but does not say when that failed.
    if (::fsync(target.handle()) != 0)
        return systemError(file);
    if (!target.commit())
        return Fail({Error::Kind::Storage, target.errorString(), file});
    return syncFolder(QFileInfo(file).absolutePath());
}

Result<> writeChosen(const QString &file, const QByteArray &bytes)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        return Fail({Error::Kind::Storage, out.errorString(), file});
    return {};
}

Result<> destroyFile(const QString &file)
{
    QFile open(file);
    if (!open.exists())
        return {};
    if (!open.open(QIODevice::ReadWrite))
        return Fail({Error::Kind::Storage, open.errorString(), file});
    const QByteArray zeros(open.size(), '\0');
    const bool isOver = open.write(zeros) == zeros.size() && open.flush() && ::fsync(open.handle()) == 0;
    open.close();
    if (!isOver || !open.remove())
        return Fail({Error::Kind::Storage, QStringLiteral("the file could not be destroyed"), file});
    return syncFolder(QFileInfo(file).absolutePath());
}

Result<> syncFolder(const QString &folder)
{
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return systemError(folder);
    const bool synced = ::fsync(handle) == 0;
    const Fail error = systemError(folder);
    ::close(handle);
    if (!synced)
        return error;
    return {};
}

}
