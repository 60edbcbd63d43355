#include "app/hub/store/storecopy.h"

#include <QFile>

#include <sqlite3.h>

#include <memory>

namespace hub {

using namespace Qt::StringLiterals;
using base::Error;

namespace {

using Database = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;
constexpr int msOfPatience = 20'000;

Database opened(const QString &file, int flags)
{
    sqlite3 *handle = nullptr;
    sqlite3_open_v2(QFile::encodeName(file).constData(), &handle, flags, nullptr);
    Database database(handle, &sqlite3_close);
    if (handle)
        sqlite3_busy_timeout(handle, msOfPatience);
    return database;
}

base::Fail failed(sqlite3 *database, const QString &file)
{
    return base::Fail({Error::Kind::Storage, database ? QString::fromUtf8(sqlite3_errmsg(database)) : u"not enough memory"_s, file});
}

/// Carries out \a sql, which gives at most one word.
base::Result<QString> told(sqlite3 *database, const char *sql, const QString &file)
{
    QString word;
    const auto take = [](void *into, int, char **values, char **) {
        *static_cast<QString *>(into) = QString::fromUtf8(values[0]);
        return 0;
    };
    if (sqlite3_exec(database, sql, take, &word, nullptr) != SQLITE_OK)
        return failed(database, file);
    return word;
}

base::Result<> copied(const QString &file, const QString &copy)
{
    const Database from = opened(file, SQLITE_OPEN_READONLY);
    const Database to = opened(copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (!from || sqlite3_errcode(from.get()) != SQLITE_OK)
        return failed(from.get(), file);
    sqlite3_backup *backup = to ? sqlite3_backup_init(to.get(), "main", from.get(), "main") : nullptr;
    if (!backup)
        return failed(to.get(), copy);
    // All pages in one go: one moment, and in a store with a write-ahead log nobody waits for it.
    int step = SQLITE_BUSY;
    for (int tries = 0; tries < 50 && (step == SQLITE_BUSY || step == SQLITE_LOCKED); ++tries) {
        step = sqlite3_backup_step(backup, -1);
        if (step == SQLITE_BUSY || step == SQLITE_LOCKED)
            sqlite3_sleep(100);
    }
    sqlite3_backup_finish(backup);
    if (step != SQLITE_DONE)
        return failed(to.get(), copy);
    if (!QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner))
        return base::Fail({Error::Kind::Storage, u"cannot be kept to its owner"_s, copy});
    // A copy is one file: nobody must know that its log belongs to it.
    const base::Result<QString> whole = told(to.get(), "PRAGMA journal_mode = DELETE", copy).and_then([&](const QString &) {
        return told(to.get(), "PRAGMA integrity_check(1)", copy);
    });
    if (!whole)
        return base::Fail(whole.error());
    return *whole == "ok"_L1 ? base::Result<>() : base::Fail({Error::Kind::Damaged, *whole, copy});
}

}

base::Result<> copyStore(const QString &file, const QString &copy)
{
    if (QFile::exists(copy))
        return base::Fail({Error::Kind::Storage, u"is there already"_s, copy});
    const base::Result<> done = copied(file, copy);
    if (!done)
        QFile::remove(copy);
    return done;
}

}
