#include "core/desk/keychange.h"

#include "core/base/durablefile.h"
#include "core/desk/auditbook.h"
#include "core/desk/dishonestylist.h"
#include "core/desk/hublink.h"
#include "core/desk/profile.h"
#include "core/journal/journal.h"
#include "core/journal/profileplaces.h"
#include "core/journal/rekey.h"
#include "core/journal/seal.h"
#include "core/people/recovery.h"
#include "core/people/staffbook.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>

#include <array>

namespace desk {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;
using base::Secret;

namespace {

// The new key lies in key.next, sealed under the old one, before anything else is done, and goes last; beside it the files to come lie
// under names of their own. The transaction of the journal is the moment from which the new key counts. So whichever key opens the
// journal says how a change that was cut short is ended: with the old one what was prepared goes, with the new one it takes its place.
const QString nextKeyFile = u"/key.next"_s;
const QString nextSuffix = u".next"_s;
const QByteArray nextKeyPlace = QByteArrayLiteral("next key of this profile");
const QByteArray nextKeyWitness = QByteArrayLiteral("this is the next key");
constexpr qint64 largestSealedFile = 64 << 20;

struct Change {
    const QString &folder;
    const Secret &from;
    const Secret &to;
    const QString &device;
    const KeyChange &wish;
    bool isKept; ///< by the staff alone
};

using Remade = base::Result<QByteArray>; ///< empty: the file goes

Remade auditHeadAnew(const Change &change, const QByteArray &bytes)
{
    return journal::resealed(bytes, change.from, change.to, journal::profileplaces::auditHead());
}

Remade dishonestyAnew(const Change &change, const QByteArray &bytes)
{
    return journal::resealed(bytes, change.from, change.to, DishonestyStore::sealedFor());
}

Remade windowKeyAnew(const Change &change, const QByteArray &bytes)
{
    return people::WindowKey::resealed(bytes, change.from, change.to);
}

Remade staffAnew(const Change &change, const QByteArray &)
{
    return people::StaffBook::open(change.folder, change.wish.cost).and_then([&](people::StaffBook book) {
        return book.underNewKey({change.from, change.to, Secret(journal::bareKey(change.to).toByteArray()), change.wish.name, change.wish.password, change.isKept});
    });
}

/// Sealed to the hub's own key, so that nothing of the old one is needed; without a hub it is of no use.
Remade recoveryAnew(const Change &change, const QByteArray &)
{
    const auto place = readHubPlace(change.folder);
    if (!place)
        return Fail(place.error());
    if (!*place)
        return QByteArray();
    return people::recoveryBytes({(*place)->hub, change.device}, (*place)->key, Secret(journal::bareKey(change.to).toByteArray()));
}

struct SealedFile {
    const char *name;
    Remade (*anew)(const Change &change, const QByteArray &bytes);
};
constexpr std::array sealedFiles{
    SealedFile{"audit.head", auditHeadAnew},   SealedFile{"dishonesty.sealed", dishonestyAnew}, SealedFile{"window.key", windowKeyAnew},
    SealedFile{"recovery.json", recoveryAnew}, SealedFile{"staff.json", staffAnew},
};

QString pathOf(const QString &folder, const SealedFile &file)
{
    return folder + u'/' + QLatin1String(file.name);
}

QString base64Of(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray withSuite(const journal::Sealed &sealed)
{
    return char(sealed.suite) + sealed.bytes;
}

base::Result<> keepNextKey(const Change &change)
{
    const QJsonObject json{{"kind"_L1, "next key of a profile"_L1},
                           {"format"_L1, 1},
                           {"key"_L1, base64Of(withSuite(journal::seal(change.to.view(), change.from, nextKeyPlace)))},
                           {"witness"_L1, base64Of(withSuite(journal::seal(nextKeyWitness, change.to, nextKeyPlace)))}};
    return base::writeDurably(change.folder + nextKeyFile, QJsonDocument(json).toJson());
}

struct NextKey {
    Secret fromOld; ///< empty: the key at hand is not the old one
    bool isThis = false; ///< the key at hand is the new one
};

base::Result<NextKey> readNextKey(const QString &file, const Secret &key)
{
    const base::Result<std::optional<QByteArray>> bytes = base::readWhole(file);
    if (!bytes)
        return Fail(bytes.error());
    const QJsonObject json = QJsonDocument::fromJson(bytes->value_or(QByteArray())).object();
    const auto opened = [&](QLatin1StringView name) -> base::Result<QByteArray> {
        const QByteArray sealed = QByteArray::fromBase64(json[name].toString().toLatin1());
        if (sealed.isEmpty())
            return Fail({Error::Kind::Damaged, u"is no next key"_s, file});
        return journal::unseal({sealed.at(0), sealed.sliced(1)}, key, nextKeyPlace);
    };
    base::Result<QByteArray> next = opened("key"_L1);
    const bool isKey = next && journal::isKey(Secret(*next));
    return NextKey{isKey ? Secret(std::move(*next)) : Secret(), opened("witness"_L1).value_or(QByteArray()) == nextKeyWitness};
}

/// What was prepared for the new key goes; the old one counts.
base::Result<> turnBack(const QString &folder)
{
    base::Result<> done;
    for (const SealedFile &file : sealedFiles)
        done = done.and_then([&] { return base::destroyFile(pathOf(folder, file) + nextSuffix); });
    return done.and_then([&] { return base::destroyFile(folder + nextKeyFile); });
}

base::Result<> takePlace(const QString &folder, const SealedFile &file)
{
    const QString prepared = pathOf(folder, file) + nextSuffix;
    if (!QFile::exists(prepared))
        return {};
    const bool stays = QFile(prepared).size() > 0;
    if (!stays && QFile::exists(pathOf(folder, file)) && !QFile::remove(pathOf(folder, file)))
        return Fail({Error::Kind::Storage, u"cannot be removed"_s, pathOf(folder, file)});
    const bool isDone = stays ? rename(QFile::encodeName(prepared).constData(), QFile::encodeName(pathOf(folder, file)).constData()) == 0
                              : QFile::remove(prepared);
    if (!isDone)
        return Fail({Error::Kind::Storage, u"the file that was made for the new key cannot take its place"_s, prepared});
    return base::syncFolder(folder);
}

/// The journal lies under \a to; everything else follows. Can be done again from any point.
base::Result<> goForward(const QString &folder, people::KeyStore &system, const Secret &to, const std::function<void()> &reached)
{
    base::Result<> done;
    const auto step = [&](const auto &act) {
        done = done.and_then(act).map([&] {
            if (reached)
                reached();
        });
    };
    for (const SealedFile &file : sealedFiles)
        step([&] { return takePlace(folder, file); });
    step([&] { return people::replaceKey(folder, system, Secret(journal::bareKey(to).toByteArray())); });
    step([&] { return journal::sweepJournal(folder); });
    step([&] { return base::destroyFile(folder + nextKeyFile); });
    return done;
}

base::Result<> prepare(const Change &change)
{
    base::Result<> done = keepNextKey(change);
    for (const SealedFile &file : sealedFiles) {
        if (change.wish.reached)
            change.wish.reached();
        const QString path = pathOf(change.folder, file);
        if (!done || !QFile::exists(path))
            continue;
        const base::Result<QByteArray> anew
            = base::readPlain(path, largestSealedFile).and_then([&](const QByteArray &bytes) { return file.anew(change, bytes); });
        if (!anew)
            return Fail({anew.error().kind, anew.error().detail, path});
        done = base::writeDurably(path + nextSuffix, *anew);
    }
    return done;
}

}

base::Result<> changeKey(std::unique_ptr<Profile> profile, const QString &folder, const base::Clock &clock, const KeyChange &wish)
{
    const Secret from = profile->keys().profile;
    const QString device = profile->device();
    const Secret to = journal::freshKeyLike(from);
    const bool isKept = profile->keyPlace() == people::KeyPlace::Staff;
    if (isKept && wish.password.isEmpty())
        return Fail({Error::Kind::Secret, u"the key lies under passwords: whoever changes it has to sign in"_s, folder});
    const QStringList aside = QDir(folder).entryList({u"damaged-*"_s}, QDir::Dirs);
    if (!aside.isEmpty())
        return Fail({Error::Kind::Document, u"a damaged journal lies there, which only the present key opens: have it looked at and put it elsewhere first"_s,
                     folder + u'/' + aside.first()});
    AuditBook audit(profile->journal(), clock, wish.who);
    if (const base::Result<> noted = audit.note(AuditAct::KeyChanged, {}); !noted)
        return noted;
    profile.reset();
    const base::Result<std::unique_ptr<QLockFile>> lock = lockProfile(folder);
    if (!lock)
        return Fail(lock.error());
    const Change change{folder, from, to, device, wish, isKept};
    if (const base::Result<> prepared = prepare(change).and_then([&] { return journal::rekey(folder, from, to); }); !prepared) {
        // A commit that was reported as failed may have come onto the disk all the same: the next start looks at the journal.
        return prepared;
    }
    if (wish.reached)
        wish.reached();
    return goForward(folder, wish.system, to, wish.reached);
}

base::Result<QStringList> othersWithKey(const QString &folder, const QString &name)
{
    return people::StaffBook::open(folder).map([&](const people::StaffBook &book) {
        QStringList others;
        for (const people::StaffMember &member : book.openers()) {
            if (member.name != name)
                others << member.called;
        }
        return others;
    });
}

base::Result<Secret> settleKeyChange(const QString &folder, people::KeyStore &system, const Secret &key)
{
    const QString file = folder + nextKeyFile;
    if (!QFile::exists(file))
        return key;
    const base::Result<NextKey> next = readNextKey(file, key);
    const base::Result<bool> isCurrent = journal::opensJournal(folder, key);
    if (!next)
        return Fail(next.error());
    if (!isCurrent) // setting it aside would leave nobody to say which key counts
        return Fail({isCurrent.error().kind,
                     u"cannot be read (%1), and a change of the key was cut short: keep the folder as it is and put a safety copy back elsewhere"_s.arg(isCurrent.error().detail),
                     isCurrent.error().place});
    if (*isCurrent && next->isThis)
        return goForward(folder, system, key, {}).map([&] { return key; });
    if (*isCurrent)
        return turnBack(folder).map([&] { return key; });
    if (next->fromOld.isEmpty())
        return key; // of another profile, perhaps: the journal says so
    const base::Result<bool> isNext = journal::opensJournal(folder, next->fromOld);
    if (!isNext)
        return Fail(isNext.error());
    return *isNext ? goForward(folder, system, next->fromOld, {}).map([&] { return next->fromOld; }) : base::Result<Secret>(key);
}

QStringList filesUnderProfileKey()
{
    QStringList names;
    for (const SealedFile &file : sealedFiles)
        names << QLatin1String(file.name);
    return names;
}

}
