#include "core/people/profilekey.h"

#include "core/base/durablefile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QUuid>

#include <sodium.h>

namespace people {

using namespace Qt::StringLiterals;
using base::Fail;
using base::Result;
using base::Secret;
using Kind = base::Error::Kind;

namespace {

Q_LOGGING_CATEGORY(lcPeople, "yichuang.people")

constexpr qsizetype keySize = 32;
constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
constexpr QFile::Permissions ownerFolder = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
constexpr QFile::Permissions others
    = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

Fail noKey(const QString &why, const QString &place)
{
    return Fail({Kind::Secret, why, place});
}

struct Files {
    QString choice; ///< key.json
    QString key; ///< profile.key
    QString journal; ///< the database sealed under the key
};

/// What key.json remembers.
struct Choice {
    KeyPlace place = KeyPlace::KeyFile;
    QString name; ///< in the system's key store
};

Result<Secret> checked(const Secret &key, const QString &place)
{
    if (key.isEmpty())
        return noKey(u"the key is gone"_s, place);
    if (key.size() != keySize)
        return noKey(u"the key has %1 bytes, not %2"_s.arg(key.size()).arg(keySize), place);
    return key;
}

/// A profile that others could enter or a key that they could read is closed to them, not refused: the clerk cannot help it.
void closeToOthers(const QString &place, QFile::Permissions wanted)
{
    if (!(QFile::permissions(place) & others))
        return;
    if (QFile::setPermissions(place, wanted))
        qCWarning(lcPeople) << place << "was open to others and has been closed to them";
    else
        qCWarning(lcPeople) << place << "is open to others and cannot be closed to them";
}

Result<Secret> readKeyFile(const QString &file)
{
    if (QFile::exists(file))
        closeToOthers(file, ownerOnly);
    Result<std::optional<QByteArray>> bytes = base::readWhole(file);
    if (!bytes)
        return Fail({Kind::Secret, bytes.error().detail, file});
    return checked(*bytes ? Secret(std::move(**bytes)) : Secret(), file);
}

Result<std::optional<Choice>> readChoice(const Files &files)
{
    const auto bytes = base::readWhole(files.choice);
    if (!bytes)
        return Fail({Kind::Secret, bytes.error().detail, files.choice});
    if (!*bytes)
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(**bytes).object();
    const QString place = json["place"_L1].toString();
    const QString name = json["name"_L1].toString();
    if (place == "file"_L1)
        return Choice{KeyPlace::KeyFile, name};
    if (place == "staff"_L1)
        return Choice{KeyPlace::Staff, name};
    if (place == "system"_L1 && !name.isEmpty())
        return Choice{KeyPlace::SystemKeyStore, name};
    return noKey(u"does not say where the key is"_s, files.choice);
}

Result<> writeChoice(const Files &files, const Choice &choice)
{
    const QString place = choice.place == KeyPlace::KeyFile ? u"file"_s : choice.place == KeyPlace::Staff ? u"staff"_s : u"system"_s;
    return base::writeDurably(files.choice,
                              QJsonDocument(QJsonObject{{"place"_L1, place}, {"name"_L1, choice.name}}).toJson());
}

/// A key store counts only when it gives back what it was given.
bool keeps(KeyStore &store, const QString &name, const Secret &key)
{
    if (!store.write(name, key))
        return false;
    const Result<Secret> back = store.read(name);
    return back && *back == key;
}

/// The key file, made when there is none. One left by a start that was cut short before key.json is taken, never overwritten.
Result<Secret> keyFileOnFirstUse(const Files &files, const Secret &fresh)
{
    if (QFile::exists(files.key))
        return readKeyFile(files.key);
    return base::writeDurably(files.key, fresh.view().toByteArray()).map([&] { return fresh; });
}

Files filesOf(const QString &folder)
{
    return {folder + u"/key.json"_s, folder + u"/profile.key"_s, folder + u"/journal.db"_s};
}

/// A start that was cut short may have left the plain file behind.
Result<ProfileKey> keyOfStaff(const Files &files, const Secret &opened)
{
    if (const Result<> gone = base::destroyFile(files.key); !gone)
        return Fail(gone.error());
    if (opened.isEmpty())
        return noKey(u"the key lies under the passwords of the staff: somebody has to sign in at the window"_s, files.choice);
    // What was left under a password where suite=sm has the number of the suite behind the key.
    const Secret bare = opened.size() == keySize + 1 ? Secret(opened.view().first(keySize).toByteArray()) : opened;
    return checked(bare, files.choice).map([](const Secret &key) { return ProfileKey{key, KeyPlace::Staff}; });
}

/// In the system's key store.
QString freshName()
{
    return u"profile-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

Result<ProfileKey> firstUse(const Files &files, KeyStore &system)
{
    const Secret fresh = Secret::random(keySize);
    Choice choice{KeyPlace::KeyFile, freshName()};
    Result<Secret> key = fresh;
    if (!QFile::exists(files.key) && keeps(system, choice.name, fresh))
        choice.place = KeyPlace::SystemKeyStore;
    else
        key = keyFileOnFirstUse(files, fresh);
    if (!key)
        return Fail(key.error());
    return writeChoice(files, choice).map([&] { return ProfileKey{*key, choice.place}; });
}

}

Result<ProfileKey> profileKey(const QString &folder, KeyStore &system, const Secret &opened)
{
    if (sodium_init() < 0)
        return noKey(u"no source of random numbers"_s, {});
    if (const Result<> made = base::makePrivateFolder(folder); !made)
        return Fail(made.error());
    closeToOthers(folder, ownerFolder);
    const Files files = filesOf(folder);
    const Result<std::optional<Choice>> choice = readChoice(files);
    if (!choice)
        return Fail(choice.error());
    if (*choice && (*choice)->place == KeyPlace::Staff)
        return keyOfStaff(files, opened);
    if (!*choice) {
        if (QFile::exists(files.journal))
            return noKey(u"there is a journal, but key.json is gone"_s, files.choice);
        return firstUse(files, system);
    }
    const KeyPlace place = (*choice)->place;
    const Result<Secret> key = place == KeyPlace::KeyFile
        ? readKeyFile(files.key)
        : system.read((*choice)->name).and_then([&](const Secret &found) { return checked(found, files.choice); });
    return key.map([&](const Secret &found) { return ProfileKey{found, place}; });
}

Result<bool> isKeptByStaff(const QString &folder)
{
    return readChoice(filesOf(folder)).map([](const std::optional<Choice> &choice) { return choice && choice->place == KeyPlace::Staff; });
}

Result<> replaceKey(const QString &folder, KeyStore &system, const Secret &fresh)
{
    const Files files = filesOf(folder);
    const Result<std::optional<Choice>> choice = readChoice(files);
    if (!choice)
        return Fail(choice.error());
    if (!*choice)
        return noKey(u"there is no key to replace"_s, files.choice);
    switch ((*choice)->place) {
    case KeyPlace::Staff: return {};
    case KeyPlace::KeyFile: return base::writeDurably(files.key, fresh.view().toByteArray());
    case KeyPlace::SystemKeyStore:
        if (!keeps(system, (*choice)->name, fresh))
            return noKey(u"the system's key store did not take the new key; unlock it and start again"_s, files.choice);
        return {};
    }
    Q_UNREACHABLE();
}

Result<std::optional<KeyPlace>> keyPlaceOf(const QString &folder)
{
    return readChoice(filesOf(folder)).map([](const std::optional<Choice> &choice) {
        return choice ? std::optional(choice->place) : std::nullopt;
    });
}

Result<> forgetInSystemStore(const QString &folder, KeyStore &system)
{
    return readChoice(filesOf(folder)).and_then([&](const std::optional<Choice> &choice) -> Result<> {
        return choice && choice->place == KeyPlace::SystemKeyStore ? system.remove(choice->name) : Result<>();
    });
}

Result<> leaveKeyToStaff(const QString &folder)
{
    const Files files = filesOf(folder);
    const Result<std::optional<Choice>> choice = readChoice(files);
    if (!choice)
        return Fail(choice.error());
    if (!*choice)
        return noKey(u"there is no key to leave"_s, files.choice);
    if ((*choice)->place == KeyPlace::SystemKeyStore)
        return {};
    return writeChoice(files, {KeyPlace::Staff, (*choice)->name}).and_then([&] { return base::destroyFile(files.key); });
}

Result<KeyPlace> settleKey(const QString &folder, KeyStore &system, const Secret &key, KeyPlace wanted)
{
    const Files files = filesOf(folder);
    // A name of its own: the PC that the copy came from may still use the one before.
    Choice choice{wanted, freshName()};
    if (wanted == KeyPlace::SystemKeyStore && !keeps(system, choice.name, key))
        choice.place = KeyPlace::KeyFile;
    return writeChoice(files, choice)
        .and_then([&] { return choice.place == KeyPlace::KeyFile ? Result<>() : base::destroyFile(files.key); })
        .map([&] { return choice.place; });
}

}
