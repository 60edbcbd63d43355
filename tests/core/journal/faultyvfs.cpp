#include "tests/core/journal/faultyvfs.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QList>

#include <sqlite3.h>

#include <cstring>
#include <map>
#include <utility>

namespace faulty {

namespace {

struct Write {
    qint64 at = 0;
    QByteArray bytes; ///< null: cut off at \c at
};

/// What the disk surely has of a file, and what is only on its way.
struct OnDisk {
    QByteArray synced;
    QList<Write> pending;
};

struct Disk {
    sqlite3_vfs *real = nullptr;
    std::map<QString, OnDisk> files; ///< addresses must stay
    int operations = 0;
    int failing = 0; ///< counts down to the failure; 0: healthy
    Fault fault = Fault::Full;
    int acting = 0;
    std::function<void()> act;
};
Disk disk;

/// SQLite's handle of a file: ours first, the real one behind it.
struct File {
    sqlite3_file base;
    sqlite3_file *real;
    OnDisk *onDisk; ///< null: a temporary file without name
};

File *own(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file);
}

/// Counts an operation; the error it is to have.
int nextOperation(int ioError, bool takesSpace)
{
    ++disk.operations;
    if (disk.acting > 0 && --disk.acting == 0)
        std::exchange(disk.act, nullptr)();
    if (disk.failing == 0 || (disk.failing > 1 && --disk.failing >= 1))
        return SQLITE_OK;
    if (disk.fault == Fault::Full)
        return takesSpace ? SQLITE_FULL : SQLITE_OK;
    if (disk.fault == Fault::Once)
        disk.failing = 0;
    return ioError;
}

void put(QByteArray &content, const Write &write)
{
    if (write.bytes.isNull()) {
        content.truncate(write.at);
        return;
    }
    if (content.size() < write.at + write.bytes.size())
        content.append(write.at + write.bytes.size() - content.size(), '\0');
    std::memcpy(content.data() + write.at, write.bytes.constData(), size_t(write.bytes.size()));
}

int closeFile(sqlite3_file *file)
{
    const int result = own(file)->real->pMethods->xClose(own(file)->real);
    sqlite3_free(own(file)->real);
    return result;
}

int readFile(sqlite3_file *file, void *into, int amount, sqlite3_int64 at)
{
    return own(file)->real->pMethods->xRead(own(file)->real, into, amount, at);
}

int writeFile(sqlite3_file *file, const void *bytes, int amount, sqlite3_int64 at)
{
    if (const int error = nextOperation(SQLITE_IOERR_WRITE, true))
        return error;
    if (own(file)->onDisk)
        own(file)->onDisk->pending.append(Write{at, QByteArray(static_cast<const char *>(bytes), amount)});
    return own(file)->real->pMethods->xWrite(own(file)->real, bytes, amount, at);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    if (const int error = nextOperation(SQLITE_IOERR_TRUNCATE, false))
        return error;
    if (own(file)->onDisk)
        own(file)->onDisk->pending.append(Write{size, {}});
    return own(file)->real->pMethods->xTruncate(own(file)->real, size);
}

/// The real disk need not be bothered: what survives is decided here.
int syncFile(sqlite3_file *file, int)
{
    if (const int error = nextOperation(SQLITE_IOERR_FSYNC, false))
        return error;
    if (OnDisk *onDisk = own(file)->onDisk) {
        for (const Write &write : std::as_const(onDisk->pending))
            put(onDisk->synced, write);
        onDisk->pending.clear();
    }
    return SQLITE_OK;
}

template <auto method, class... Args>
auto pass(sqlite3_file *file, Args... args)
{
    return (own(file)->real->pMethods->*method)(own(file)->real, args...);
}

const sqlite3_io_methods methods{
    .iVersion = 2, // without memory mapping, which would go past us
    .xClose = closeFile,
    .xRead = readFile,
    .xWrite = writeFile,
    .xTruncate = truncateFile,
    .xSync = syncFile,
    .xFileSize = pass<&sqlite3_io_methods::xFileSize, sqlite3_int64 *>,
    .xLock = pass<&sqlite3_io_methods::xLock, int>,
    .xUnlock = pass<&sqlite3_io_methods::xUnlock, int>,
    .xCheckReservedLock = pass<&sqlite3_io_methods::xCheckReservedLock, int *>,
    .xFileControl = pass<&sqlite3_io_methods::xFileControl, int, void *>,
    .xSectorSize = pass<&sqlite3_io_methods::xSectorSize>,
    .xDeviceCharacteristics = [](sqlite3_file *) { return 0; }, // no promise that a page is written whole
    .xShmMap = pass<&sqlite3_io_methods::xShmMap, int, int, int, void volatile **>,
    .xShmLock = pass<&sqlite3_io_methods::xShmLock, int, int, int>,
    .xShmBarrier = pass<&sqlite3_io_methods::xShmBarrier>,
    .xShmUnmap = pass<&sqlite3_io_methods::xShmUnmap, int>,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    File *const mine = own(file);
    mine->base.pMethods = nullptr;
    mine->onDisk = nullptr;
    mine->real = static_cast<sqlite3_file *>(sqlite3_malloc(disk.real->szOsFile));
    std::memset(mine->real, 0, size_t(disk.real->szOsFile));
    const int result = disk.real->xOpen(disk.real, name, mine->real, flags, outFlags);
    if (result != SQLITE_OK) {
        sqlite3_free(mine->real);
        return result;
    }
    if (name) {
        const QString path = QFile::decodeName(name);
        const auto [entry, fresh] = disk.files.try_emplace(path);
        if (QFile content(path); fresh && content.open(QIODevice::ReadOnly))
            entry->second.synced = content.readAll(); // there before we looked: taken as durable
        mine->onDisk = &entry->second;
    }
    mine->base.pMethods = &methods;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs *, const char *name, int syncFolder)
{
    disk.files[QFile::decodeName(name)] = {};
    return disk.real->xDelete(disk.real, name, syncFolder);
}

QByteArray survivors(const OnDisk &file, std::mt19937 &chance)
{
    constexpr qsizetype sector = 512;
    QByteArray content = file.synced;
    for (const Write &write : file.pending) {
        for (qsizetype from = 0; from < qMax<qsizetype>(1, write.bytes.size()); from += sector) {
            if (chance() % 2 == 0)
                put(content, {write.at + from, write.bytes.isNull() ? QByteArray() : write.bytes.mid(from, sector)});
        }
    }
    return content;
}

}

void install()
{
    disk.real = sqlite3_vfs_find(nullptr);
    static sqlite3_vfs vfs = *disk.real;
    vfs.zName = "faulty";
    vfs.szOsFile = sizeof(File);
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    sqlite3_vfs_register(&vfs, 1);
}

int takeOperations()
{
    return std::exchange(disk.operations, 0);
}

void failFrom(int nth, Fault fault)
{
    disk.failing = nth;
    disk.fault = fault;
}

void heal()
{
    disk.failing = 0;
}

void leaveAfterPowerCut(const QString &folder, const QString &copy, std::mt19937 &chance)
{
    QDir().mkpath(copy);
    const QStringList names = QDir(folder).entryList(QDir::Files);
    for (const QString &name : names) {
        if (name == QLatin1String("journal.lock") || name.endsWith(QLatin1String("-shm")))
            continue;
        QFile target(copy + u'/' + name);
        const auto known = disk.files.find(folder + u'/' + name);
        if (known == disk.files.end()) {
            QFile::copy(folder + u'/' + name, target.fileName());
        } else if (target.open(QIODevice::WriteOnly)) {
            target.write(survivors(known->second, chance));
        }
    }
}

void before(int nth, std::function<void()> act)
{
    disk.acting = nth;
    disk.act = std::move(act);
}

}
