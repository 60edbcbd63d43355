#include "core/desk/backupfiles.h"

#include "core/backups/container.h"
#include "core/backups/recovery.h"
#include "core/base/durablefile.h"
#include "core/journal/audittrail.h"
#include "core/journal/journal.h"
#include "core/journal/journalcopy.h"
#include "core/journal/seal.h"
#include "core/people/profilekey.h"
#include "core/people/staffbook.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStorageInfo>

#include <algorithm>

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
                                   u"profile.lock"_s, u"profile.key"_s};
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

base::Result<> checkTarget(const QString &target, const QString &wantedDisk, qint64 bytes)
{
    const QStorageInfo disk(target);
    const bool isThere = QFileInfo(target).isDir() && disk.isValid();
    if (!isThere || (!wantedDisk.isEmpty() && disk.rootPath() != wantedDisk))
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

/// What the name of a copy says: yichuang-DEVICE-MOMENT-MARK.ycb; those of older programs have no mark.
CopyThere copyNamed(const QString &name, const QString &device)
{
    static const QRegularExpression form(u"^yichuang-[^-]{1,8}-([0-9]{8}-[0-9]{6})(?:-([0-9A-Z]{4}-[0-9A-Z]{4}))?\\.ycb$"_s);
    const QRegularExpressionMatch match = form.match(name);
    return {.name = name,
            .at = QDateTime::fromString(match.captured(1), momentForm),
            .mark = match.captured(2),
            .isOurs = match.hasMatch() && name.startsWith(prefixOf(device))};
}

/// Old copies of this window that open with the same code; what else lies there is nobody's here.
void prune(const BackupWish &wish, const QString &mark)
{
    QStringList files;
    QList<QDateTime> moments;
    for (const QString &name : QDir(wish.target).entryList({prefixOf(wish.device) + u"*.ycb"_s}, QDir::Files)) {
        const CopyThere copy = copyNamed(name, wish.device);
        if (!copy.at.isValid() || copy.mark != mark)
            continue;
        files << name;
        moments << copy.at;
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
    const BackupState state{.recoveryKey = QByteArray::fromBase64(json["recoveryKey"_L1].toString().toLatin1()),
                            .target = json["target"_L1].toString(),
                            .disk = json["disk"_L1].toString(),
                            .daily = json["daily"_L1].toString(),
                            .file = json["file"_L1].toString(),
                            .at = QDateTime::fromString(json["at"_L1].toString(), Qt::ISODate),
                            .bytes = json["bytes"_L1].toInteger()};
    const bool hasKey = state.recoveryKey.size() == journal::keySize;
    if (!hasKey && (!state.recoveryKey.isEmpty() || state.target.isEmpty()))
        return Fail({Error::Kind::Document, u"does not say for whom copies are made"_s, profileFolder + stateFile});
    return state;
}

base::Result<> keepBackupState(const QString &profileFolder, const BackupState &state)
{
    const QJsonObject json{{"recoveryKey"_L1, QString::fromLatin1(state.recoveryKey.toBase64())},
                           {"target"_L1, state.target},
                           {"disk"_L1, state.disk},
                           {"daily"_L1, state.daily},
                           {"file"_L1, state.file},
                           {"at"_L1, state.at.toString(Qt::ISODate)},
                           {"bytes"_L1, state.bytes}};
    return base::writeDurably(profileFolder + stateFile, QJsonDocument(json).toJson());
}

QString recoveryMark(const QByteArray &key)
{
    return key.isEmpty() ? QString() : backups::keyMark(key);
}

RecoveryCode freshRecoveryCode()
{
    const backups::RecoverySecret secret = backups::RecoverySecret::fresh();
    return {secret.words().split(u'-'), secret.scanned(), secret.publicKey(), recoveryMark(secret.publicKey())};
}

base::Result<BackupState> useRecoveryKey(const QString &profileFolder, const QByteArray &key)
{
    // What cannot be read is written anew: without a key there are no copies at all.
    BackupState state = readBackupState(profileFolder).value_or(BackupState());
    state.recoveryKey = key;
    state.file.clear();
    state.at = {};
    state.bytes = 0;
    return keepBackupState(profileFolder, state).map([&] { return state; });
}

base::Result<QString> setUpRecovery(const QString &profileFolder)
{
    const RecoveryCode code = freshRecoveryCode();
    return useRecoveryKey(profileFolder, code.key).map([&](const BackupState &) { return code.groups.join(u'-'); });
}

base::Result<BackupState> backUp(const BackupWish &wish)
{
    base::Result<BackupState> state = readBackupState(wish.profileFolder);
    if (!state)
        return state;
    if (state->recoveryKey.isEmpty())
        return Fail({Error::Kind::Secret, u"no recovery code was made yet"_s, wish.profileFolder});
    if (const base::Result<> there = checkTarget(wish.target, wish.disk, 0); !there)
        return Fail(there.error());
    const JournalSnapshot snapshot(wish.profileFolder);
    if (const base::Result<> taken = snapshot.take(wish.profileFolder); !taken)
        return Fail(taken.error());
    qint64 bytes = QFileInfo(snapshot.file()).size();
    for (const QString &name : filesOf(wish.profileFolder))
        bytes += QFileInfo(wish.profileFolder + u'/' + name).size();
    if (const base::Result<> fits = checkTarget(wish.target, wish.disk, bytes); !fits)
        return Fail(fits.error());
    const QString mark = recoveryMark(state->recoveryKey);
    const QString file = u"%1/%2%3-%4.ycb"_s.arg(wish.target, prefixOf(wish.device), wish.at.toString(momentForm), mark);
    qint64 done = 0;
    const auto goesOn = [&](qint64 more) {
        done += more;
        return !wish.progress || wish.progress(done, 2 * bytes); // written, then read back
    };
    const auto writer = backups::CopyWriter::begin(file, state->recoveryKey, goesOn);
    if (!writer)
        return Fail(writer.error());
    const base::Result<qint64> size = fill(**writer, wish, snapshot.file()).and_then([&] { return (*writer)->finish(); });
    if (!size)
        return Fail(size.error());
    prune(wish, mark);
    // Folder and time may have been chosen anew meanwhile.
    *state = readBackupState(wish.profileFolder).value_or(*state);
    state->file = file;
    state->at = wish.at;
    state->bytes = *size;
    return keepBackupState(wish.profileFolder, *state).map([&] { return *state; });
}

CopyFolder lookAtCopies(const QString &target, const QString &disk, const QString &profileFolder, const QString &device)
{
    CopyFolder there{.folder = target};
    if (const base::Result<> fits = checkTarget(target, disk, 0); !fits)
        there.fault = fits.error();
    if (!QFileInfo(target).isDir())
        return there;
    there.free = QStorageInfo(target).bytesAvailable();
    there.isOnSameDisk = diskOf(target) == diskOf(profileFolder);
    for (const QFileInfo &info : QDir(target).entryInfoList({u"*.ycb"_s}, QDir::Files)) {
        CopyThere copy = copyNamed(info.fileName(), device);
        copy.bytes = info.size();
        copy.isCopy = backups::beginsAsCopy(info.filePath());
        there.copies << copy;
    }
    std::ranges::stable_sort(there.copies, std::greater{}, &CopyThere::at);
    return there;
}

QString diskOf(const QString &folder)
{
    return QFileInfo(folder).isDir() ? QStorageInfo(folder).rootPath() : QString();
}

QStringList mountedSticks()
{
    static const QStringList places{u"/media/"_s, u"/run/media/"_s, u"/mnt/"_s};
    QStringList sticks;
    for (const QStorageInfo &disk : QStorageInfo::mountedVolumes()) {
        const QString root = disk.rootPath();
        const bool isForThat = std::ranges::any_of(places, [&](const QString &place) { return root.startsWith(place); });
        if (isForThat && disk.isValid() && disk.isReady() && !disk.isReadOnly())
            sticks << root;
    }
    sticks.sort();
    return sticks;
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

/// Where the key was kept before the copy. Copies of older programs do not say: then it was under the passwords when one of them opens it.
base::Result<people::KeyPlace> settle(const QString &folder, people::KeyStore &store)
{
    using people::KeyPlace;
    base::Result<people::StaffBook> book = people::StaffBook::open(folder);
    if (!book)
        return Fail(book.error());
    if (book->asks()) {
        if (const base::Result<> sent = book->sendAllToHub(); !sent)
            return Fail(sent.error());
    }
    const auto said = people::keyPlaceOf(folder);
    if (!said)
        return Fail(said.error());
    KeyPlace wanted = said->value_or(book->opensProfile() ? KeyPlace::Staff : KeyPlace::KeyFile);
    if (wanted == KeyPlace::Staff && !book->opensProfile())
        wanted = KeyPlace::KeyFile; // nobody could open it
    return base::readPlain(folder + u'/' + keyEntry, journal::keySize + 1).and_then([&](const QByteArray &key) {
        return people::settleKey(folder, store, base::Secret(key), wanted);
    });
}

}

base::Result<people::KeyPlace> restore(const QString &file, const QString &words, const QString &folder, const base::Clock &clock,
                                       people::KeyStore &store)
{
    const base::Result<backups::RecoverySecret> secret = backups::RecoverySecret::read(words);
    if (!secret)
        return Fail(secret.error());
    if (!QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
        return Fail({Error::Kind::Storage, u"is not empty: a copy is never put over a profile"_s, folder});
    const QString part = folder + u".part"_s;
    QDir(part).removeRecursively();
    const base::Result<people::KeyPlace> place = base::makePrivateFolder(part)
                                                     .and_then([&] { return unpack(file, *secret, part); })
                                                     .and_then([&] { return prove(part, clock); })
                                                     .and_then([&] { return settle(part, store); });
    if (!place)
        return place;
    QDir().rmdir(folder);
    if (!QDir().rename(part, folder))
        return Fail({Error::Kind::Storage, u"cannot be named"_s, folder});
    return base::syncFolder(QFileInfo(folder).path()).map([&] { return *place; });
}

}
