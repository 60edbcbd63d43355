#include "core/desk/profile.h"

#include "core/desk/papercheck.h"
#include "core/journal/journal.h"
#include "core/journal/seal.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

namespace desk {

using base::Error;
using base::Fail;

struct Profile::Parts {
    std::unique_ptr<QLockFile> lock; // given up last
    base::HallSettings hall;
    people::KeyPlace keyPlace = people::KeyPlace::KeyFile;
    std::optional<ProfileKeys> keys;
    std::unique_ptr<journal::Journal> journal;
    std::unique_ptr<DishonestyStore> dishonesty;
    std::unique_ptr<PaperCheck> stamps;
};

namespace {

base::Result<> makeFolder(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return Fail({Error::Kind::Storage, QStringLiteral("folder cannot be made"), folder});
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QFileInfo info(folder);
    if (!info.isDir() || !info.isReadable() || !info.isWritable())
        return Fail({Error::Kind::Storage, QStringLiteral("folder cannot be read and written"), folder});
    return {};
}

base::Result<> take(QLockFile &lock, const QString &folder)
{
    lock.setStaleLockTime(0); // a program that is gone is noticed by its process, never by a clock
    if (lock.tryLock(0))
        return {};
    const bool held = lock.error() == QLockFile::LockFailedError;
    return Fail({held ? Error::Kind::Busy : Error::Kind::Storage, QStringLiteral("profile cannot be locked"), folder});
}

}

base::Result<std::unique_ptr<Profile>> Profile::open(const QString &folder, people::KeyStore &systemStore,
                                                     const base::Clock &clock, const base::Secret &opener)
{
    auto parts = std::make_unique<Parts>();
    if (const auto made = makeFolder(folder); !made)
        return tl::unexpected(made.error());
    parts->lock = std::make_unique<QLockFile>(folder + QStringLiteral("/profile.lock"));
    if (const auto taken = take(*parts->lock, folder); !taken)
        return tl::unexpected(taken.error());
    const auto hall = base::readSettings(folder + QStringLiteral("/hall.ini"));
    if (!hall)
        return tl::unexpected(hall.error());
    auto key = people::profileKey(folder, systemStore, opener);
    if (!key)
        return tl::unexpected(key.error());
    const base::Secret bare = key->key;
    if (hall->suite == QLatin1String("sm"))
        key->key = journal::keyFor(journal::Suite::Sm4CtrHmacSm3, key->key);
    auto opened = journal::Journal::open(folder, key->key, clock);
    if (!opened)
        return tl::unexpected(opened.error());
    parts->hall = *hall;
    parts->keyPlace = key->place;
    parts->journal = std::move(*opened);
    auto windowKey = people::WindowKey::open(folder, key->key);
    if (!windowKey)
        return tl::unexpected(windowKey.error());
    parts->keys = ProfileKeys{key->key, bare, *windowKey};
    parts->stamps = std::make_unique<PaperCheck>(std::move(*windowKey), hall->hallName, hall->windowName,
                                                 folder + QStringLiteral("/windows"));
    parts->dishonesty = std::make_unique<DishonestyStore>(folder, key->key);
    return std::unique_ptr<Profile>(new Profile(std::move(parts)));
}

Profile::Profile(std::unique_ptr<Parts> parts) : m(std::move(parts)) { }

Profile::~Profile() = default;

const base::HallSettings &Profile::hall() const
{
    return m->hall;
}

journal::Journal &Profile::journal()
{
    return *m->journal;
}

const PaperCheck &Profile::stamps() const
{
    return *m->stamps;
}

DishonestyStore &Profile::dishonesty()
{
    return *m->dishonesty;
}

people::KeyPlace Profile::keyPlace() const
{
    return m->keyPlace;
}

const ProfileKeys &Profile::keys() const
{
    return *m->keys;
}

QString Profile::device() const
{
    return m->journal->identity().device;
}

QString Profile::setAside() const
{
    return m->journal->setAside();
}

}
