#include "app/hub/backup.h"

#include "app/hub/store/sqlstore.h"
#include "app/hub/store/storecopy.h"
#include "core/base/durablefile.h"
#include "core/hub/administration.h"
#include "core/hub/book.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

namespace hub {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;

namespace {

const QString storeFile = u"hub.db"_s;
const QString hallFile = u"hall.ini"_s;
const QString keyName = u"hub.key"_s;
const QString sumsFile = u"SHA256SUMS"_s;
constexpr qint64 longestKey = 1024;

base::Result<QByteArray> sumOf(const QString &file)
{
    QFile open(file);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!open.open(QIODevice::ReadOnly) || !hash.addData(&open))
        return Fail({Error::Kind::Storage, u"cannot be read"_s, file});
    return hash.result().toHex();
}

/// Line for line as sha256sum writes and checks it.
base::Result<QByteArray> sumsOf(const QString &folder)
{
    QByteArray sums;
    for (const QString &name : {hallFile, storeFile}) {
        const QString file = folder + u'/' + name;
        if (!QFile::exists(file))
            continue;
        const base::Result<QByteArray> sum = sumOf(file);
        if (!sum)
            return sum;
        sums += *sum + "  " + name.toUtf8() + '\n';
    }
    return sums;
}

/// hall.ini, where \a from has one.
base::Result<> copyHall(const QString &from, const QString &to)
{
    return base::readWhole(from + u'/' + hallFile).and_then([&](const std::optional<QByteArray> &bytes) {
        return bytes ? base::writeDurably(to + u'/' + hallFile, *bytes) : base::Result<>();
    });
}

/// Reads everything behind \a engine.
base::Result<Backup> readBack(const Engine &engine, const QString &folder)
{
    const base::Result<Check> check = checkStore(engine);
    if (!check)
        return Fail(check.error());
    if (!check->isSound())
        return Fail({Error::Kind::Damaged, check->faults.constFirst(), folder});
    const base::Result<BookCheck> book = checkBook(engine);
    if (!book)
        return Fail(book.error());
    if (!book->isSound())
        return Fail({Error::Kind::Damaged, u"line %1 of the book: %2"_s.arg(book->faulty).arg(book->fault), folder});
    return Backup{folder, *check, book->chained};
}

/// What reading a store leaves beside it.
void removeTraces(const QString &folder)
{
    for (const char *left : {"hub.mark", "hub.db-wal", "hub.db-shm"})
        QFile::remove(folder + u'/' + QLatin1StringView(left));
}

/// The same for a copy, with the key of the hub that it was taken of.
base::Result<Backup> readBackCopy(const Engine &engine, const QString &folder)
{
    base::Result<Backup> read = SqlStore::openFile(folder).and_then([&](const std::unique_ptr<SqlStore> &store) {
        return readBack({*store, engine.clock, engine.key, {}}, folder);
    });
    removeTraces(folder);
    return read;
}

/// Opens what was put back, reads everything, and begins a new epoch.
base::Result<Backup> reopened(const Place &place)
{
    const auto premises = Premises::open(place);
    if (!premises)
        return Fail(premises.error());
    const Engine &engine = (*premises)->engine();
    return readBack(engine, place.folder).and_then([&](const Backup &backup) {
        return Administration(engine).newEpoch().map([&](const QString &) { return backup; });
    });
}

}

base::Result<Backup> backUp(const Place &place, const Engine &engine, const QString &into)
{
    if (!place.store.isEmpty())
        return Fail({Error::Kind::Settings, u"a store in PostgreSQL is copied with pg_dump or its archive of the log, see the manual"_s, place.folder});
    const QString folder = into + engine.now().toLocalTime().toString(u"'/hub-'yyyyMMdd-HHmmss"_s);
    if (QFile::exists(folder))
        return Fail({Error::Kind::Storage, u"is there already"_s, folder});
    const base::Result<> copied = within(engine.store, Store::For::Writing, [&](Transaction &rows) {
                                      return writeDown(engine, rows, atConsole(), u"backed-up"_s, QFileInfo(folder).fileName());
                                  })
                                      .and_then([&] { return base::makePrivateFolder(folder); })
                                      .and_then([&] { return copyStore(place.folder + u'/' + storeFile, folder + u'/' + storeFile); })
                                      .and_then([&] { return copyHall(place.folder, folder); });
    if (!copied)
        return Fail(copied.error());
    return readBackCopy(engine, folder).and_then([&](const Backup &backup) {
        return sumsOf(folder)
            .and_then([&](const QByteArray &sums) { return base::writeDurably(folder + u'/' + sumsFile, sums); })
            .map([&] { return backup; });
    });
}

base::Result<Backup> putBack(const Place &place, const QString &from, const QString &keyFile)
{
    const QString store = place.folder + u'/' + storeFile;
    if (!place.store.isEmpty())
        return Fail({Error::Kind::Settings, u"a store in PostgreSQL is put back with pg_restore, see the manual"_s, place.folder});
    if (QFile::exists(store))
        return Fail({Error::Kind::Storage, u"a hub is there already: choose an empty folder"_s, place.folder});
    const auto noted = base::readWhole(from + u'/' + sumsFile);
    const base::Result<QByteArray> sums = sumsOf(from);
    if (!noted || !sums)
        return Fail(!noted ? noted.error() : sums.error());
    if (!*noted || **noted != *sums)
        return Fail({Error::Kind::Document, u"is not what was written as a copy (SHA256SUMS)"_s, from});
    const QString key = place.folder + u'/' + keyName;
    if (keyFile.isEmpty() && !QFile::exists(key))
        return Fail({Error::Kind::Secret, u"needs the hub.key of that hub (--key)"_s, place.folder});
    base::Result<> ready = base::makePrivateFolder(place.folder);
    if (ready && !keyFile.isEmpty())
        ready = base::readPlain(keyFile, longestKey).and_then([&](const QByteArray &bytes) { return base::writeDurably(key, bytes); });
    ready = ready.and_then([&] { return copyStore(from + u'/' + storeFile, store); }).and_then([&] { return copyHall(from, place.folder); });
    if (!ready)
        return Fail(ready.error());
    base::Result<Backup> read = reopened(place);
    if (!read) { // what cannot be used must not look like a hub
        removeTraces(place.folder);
        QFile::remove(store);
    }
    return read;
}

}
