#include "core/desk/backupfiles.h"

#include "core/backups/container.h"
#include "core/base/durablefile.h"
#include "core/journal/audittrail.h"
#include "core/journal/journal.h"
#include "core/journal/journalcopy.h"
#include "core/journal/seal.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStorageInfo>

namespace desk {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;

namespace {

const QString stateFile = u"/backup.json"_s;
const QString keyEntry = u"profile.key"_s;
const QString momentForm = u"yyyyMMdd-HHmmss"_s;
constexpr qint64 spare = 16 << 20; ///< bytes that stay free at the target

/// What is made anew, taken otherwise, or of this PC only.
bool staysHere(const QString &name)
{
    static const QStringList files{u"journal.db"_s, u"journal.db-wal"_s, u"journal.db-shm"_s, u"journal.new"_s, u"journal.lock"_s,
                                   u"profile.lock"_s, u"profile.key"_s, u"key.json"_s};
    return files.contains(name) || name.startsWith("backup.tmp"_L1) || name.startsWith("inbox/"_L1) || name.endsWith(".lock"_L1);
}

QStringList filesOf(const QString &folder)
{
    QStringList names;
    const QDir root(folder);
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories); it.hasNext();) {
        const QString name = root.relativeFilePath(it.next());
        if (!staysHere(name))
            names << name;
    }
    names.sort();
    return names;
}

QString prefixOf(const QString &device)
{
    return u"yichuang-"_s + device.left(8) + u'-';
}

base::Result<> checkTarget(const QString &target, qint64 bytes)
{
    const QStorageInfo disk(target);
    if (!QFileInfo(target).isDir() || !disk.isValid())
        return Fail({Error::Kind::Storage, u"the folder is not there: is the disk plugged in?"_s, target});
    if (disk.isReadOnly() || !QFileInfo(target).isWritable())
        return Fail({Error::Kind::Storage, u"the folder cannot be written"_s, target});
    if (disk.bytesAvailable() < bytes + spare)
        return Fail({Error::Kind::Storage, u"%1 MiB are needed there, %2 are free"_s.arg((bytes + spare) >> 20).arg(disk.bytesAvailable() >> 20), target});
    return {};
}

/// A copy of the journal that goes with this object.
class JournalSnapshot
{
public:
    explicit JournalSnapshot(const QString &profileFolder) : m_folder(profileFolder + u"/backup.tmp"_s)
    {
        QDir(m_folder).removeRecursively();
    }
    ~JournalSnapshot() { QDir(m_folder).removeRecursively(); }
    base::Result<> take(const QString &profileFolder) const
    {
        return base::makePrivateFolder(m_folder).and_then([&] { return journal::copyJournal(profileFolder, file()); });
    }
    QString file() const { return m_folder + u"/journal.db"_s; }

private:
    const QString m_folder;
    Q_DISABLE_COPY_MOVE(JournalSnapshot)
};

/// Old copies of this window; what else lies there is nobody's here.
void prune(const BackupWish &wish)
{
    const QString prefix = prefixOf(wish.device);
    QStringList files;
    QList<QDateTime> moments;
    for (const QString &name : QDir(wish.target).entryList({prefix + u"*.ycb"_s}, QDir::Files)) {
        const QDateTime at = QDateTime::fromString(name.mid(prefix.size()).chopped(4), momentForm);
        if (!at.isValid())
            continue;
        files << name;
        moments << at;
    }
    const QList<bool> goes = backups::dispensable(moments);
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (goes[i])
            QFile::remove(wish.target + u'/' + files[i]);
    }
}

/// The journal first: pictures that come meanwhile are more than it speaks of, never fewer.
base::Result<> fill(backups::CopyWriter &writer, const BackupWish &wish, const QString &snapshot)
{
    base::Result<> done = writer.addFile(u"journal.db"_s, snapshot).and_then([&] {
        return writer.add(keyEntry, journal::bareKey(wish.profileKey));
    });
    for (const QString &name : filesOf(wish.profileFolder)) {
        if (done)
            done = writer.addFile(name, wish.profileFolder + u'/' + name);
        if (!done && !QFileInfo::exists(wish.profileFolder + u'/' + name))
            return Fail({Error::Kind::Busy, u"%1 was moved meanwhile"_s.arg(name), wish.profileFolder});
    }
    return done;
}

}

base::Result<BackupState> readBackupState(const QString &profileFolder)
{
    const auto bytes = base::readWhole(profileFolder + stateFile);
    if (!bytes)
        return Fail(bytes.error());
    if (!*bytes)
        return BackupState();
    const QJsonObject json = QJsonDocument::fromJson(**bytes).object();
    const BackupState state{QByteArray::fromBase64(json["recoveryKey"_L1].toString().toLatin1()), json["file"_L1].toString(),
                            QDateTime::fromString(json["at"_L1].toString(), Qt::ISODate), json["bytes"_L1].toInteger()};
    if (state.recoveryKey.size() != journal::keySize)
        return Fail({Error::Kind::Document, u"does not say for whom copies are made"_s, profileFolder + stateFile});
    return state;
}

base::Result<> keepBackupState(const QString &profileFolder, const BackupState &state)
{
    const QJsonObject json{{"recoveryKey"_L1, QString::fromLatin1(state.recoveryKey.toBase64())},
                           {"file"_L1, state.file},
                           {"at"_L1, state.at.toString(Qt::ISODate)},
                           {"bytes"_L1, state.bytes}};
    return base::writeDurably(profileFolder + stateFile, QJsonDocument(json).toJson());
}

base::Result<QString> setUpRecovery(const QString &profileFolder)
{
    const backups::RecoverySecret secret = backups::RecoverySecret::fresh();
    return keepBackupState(profileFolder, {secret.publicKey(), {}, {}, 0}).map([&] { return secret.words(); });
}

base::Result<BackupState> backUp(const BackupWish &wish)
{
    base::Result<BackupState> state = readBackupState(wish.profileFolder);
    if (!state)
        return state;
    if (state->recoveryKey.isEmpty())
        return Fail({Error::Kind::Secret, u"no recovery code was made yet"_s, wish.profileFolder});
    const JournalSnapshot snapshot(wish.profileFolder);
    if (const base::Result<> taken = snapshot.take(wish.profileFolder); !taken)
        return Fail(taken.error());
    qint64 bytes = QFileInfo(snapshot.file()).size();
    for (const QString &name : filesOf(wish.profileFolder))
        bytes += QFileInfo(wish.profileFolder + u'/' + name).size();
    if (const base::Result<> fits = checkTarget(wish.target, bytes); !fits)
        return Fail(fits.error());
    const QString file = wish.target + u'/' + prefixOf(wish.device) + wish.at.toString(momentForm) + u".ycb"_s;
    const auto writer = backups::CopyWriter::begin(file, state->recoveryKey);
    if (!writer)
        return Fail(writer.error());
    const base::Result<qint64> size = fill(**writer, wish, snapshot.file()).and_then([&] { return (*writer)->finish(); });
    if (!size)
        return Fail(size.error());
    prune(wish);
    *state = {state->recoveryKey, file, wish.at, *size};
    return keepBackupState(wish.profileFolder, *state).map([&] { return *state; });
}

namespace {

base::Result<> unpack(const QString &file, const backups::RecoverySecret &secret, const QString &folder)
{
    QFile target;
    return backups::readCopy(file, secret,
                             {[&](const QString &name) -> base::Result<> {
                                  target.close();
                                  const QString path = folder + u'/' + name;
                                  if (const auto made = base::makePrivateFolder(QFileInfo(path).path()); !made)
                                      return made;
                                  target.setFileName(path);
                                  if (!target.open(QIODevice::WriteOnly | QIODevice::NewOnly) || !target.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
                                      return Fail({Error::Kind::Storage, target.errorString(), path});
                                  return {};
                              },
                              [&](QByteArrayView bytes) -> base::Result<> {
                                  if (target.write(bytes.data(), bytes.size()) != bytes.size())
                                      return Fail({Error::Kind::Storage, target.errorString(), target.fileName()});
                                  return {};
                              }});
}

/// The profile opens, is whole, and from now on writes as another incarnation than the one that went on elsewhere.
base::Result<> prove(const QString &folder, const base::Clock &clock)
{
    const base::Result<QByteArray> key = base::readPlain(folder + u'/' + keyEntry, journal::keySize + 1);
    if (!key)
        return Fail(key.error());
    const auto opened = journal::Journal::open(folder, base::Secret(*key), clock);
    if (!opened)
        return Fail(opened.error());
    journal::Journal &put = **opened;
    if (!put.setAside().isEmpty())
        return Fail({Error::Kind::Damaged, u"the journal in the copy is damaged"_s, put.setAside()});
    return put.verify()
        .and_then([&](qint64) { return put.beginAnew(); })
        .and_then([&] {
            return put.audit().append({.seq = 0, .at = clock.now(), .act = u"restored"_s, .who = {}, .subject = {}, .words = {}});
        })
        .and_then([&](qint64) { return put.audit().verify(); })
        .map([](qint64) { });
}

}

base::Result<> restore(const QString &file, const QString &words, const QString &folder, const base::Clock &clock)
{
    const base::Result<backups::RecoverySecret> secret = backups::RecoverySecret::read(words);
    if (!secret)
        return Fail(secret.error());
    if (!QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
        return Fail({Error::Kind::Storage, u"is not empty: a copy is never put over a profile"_s, folder});
    const QString part = folder + u".part"_s;
    QDir(part).removeRecursively();
    return base::makePrivateFolder(part)
        .and_then([&] { return unpack(file, *secret, part); })
        .and_then([&] { return base::writeDurably(part + u"/key.json"_s, R"({"name": "", "place": "file"})"); })
        .and_then([&] { return prove(part, clock); })
        .and_then([&]() -> base::Result<> {
            QDir().rmdir(folder);
            if (!QDir().rename(part, folder))
                return Fail({Error::Kind::Storage, u"cannot be named"_s, folder});
            return base::syncFolder(QFileInfo(folder).path());
        });
}

}
