#include "core/hub/hubkey.h"

#include "core/base/durablefile.h"
#include "core/journal/seal.h"

#include <QFileInfo>

#include <sodium.h>

namespace hub {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;

namespace {

/// What follows from the root; a number never gets another meaning.
enum class Purpose : uint64_t { Cases = 1, Aside = 2, Signing = 3, Library = 4, People = 5, LookUps = 6, Blinding = 7, Subscribers = 8, Applications = 9 };

base::Secret derived(const base::Secret &root, Purpose purpose)
{
    static_assert(crypto_kdf_KEYBYTES == journal::keySize);
    QByteArray key(journal::keySize, '\0');
    crypto_kdf_derive_from_key(reinterpret_cast<unsigned char *>(key.data()), size_t(key.size()), uint64_t(purpose), "yichhub1",
                               root.data());
    base::Secret secret(key);
    sodium_memzero(key.data(), size_t(key.size()));
    return secret;
}

}

HubKey::HubKey(const base::Secret &root)
    : m_forCases(derived(root, Purpose::Cases)), m_forAside(derived(root, Purpose::Aside)),
      m_forLibrary(derived(root, Purpose::Library)), m_forPeople(derived(root, Purpose::People)),
      m_forLookUps(derived(root, Purpose::LookUps)), m_forSubscribers(derived(root, Purpose::Subscribers)),
      m_forApplications(derived(root, Purpose::Applications)), m_forBlinding(derived(root, Purpose::Blinding)),
      m_signing(people::WindowKey::fromSeed(derived(root, Purpose::Signing)))
{
    Q_ASSERT(root.size() == journal::keySize);
}

QByteArray HubKey::blinded(const QByteArray &about, const QString &text) const
{
    const QByteArray message = about + '\0' + text.toUtf8();
    QByteArray hash(crypto_generichash_BYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), size_t(hash.size()),
                       reinterpret_cast<const unsigned char *>(message.constData()), static_cast<unsigned long long>(message.size()),
                       m_forBlinding.data(), size_t(m_forBlinding.size()));
    return hash;
}

base::Result<HubKey> HubKey::open(const QString &file, bool mayMake)
{
    if (sodium_init() < 0)
        return Fail({Error::Kind::Secret, u"no source of random numbers"_s, {}});
    const base::Result<std::optional<QByteArray>> bytes = base::readWhole(file);
    if (!bytes)
        return Fail(bytes.error());
    if (!*bytes) {
        if (!mayMake)
            return Fail({Error::Kind::Secret, u"the key of the hub is missing; put back the file that belongs to its store"_s, file});
        const base::Secret fresh = base::Secret::random(journal::keySize);
        return base::writeDurably(file, fresh.view().toByteArray()).map([&] { return HubKey(fresh); });
    }
    const QFile::Permissions open = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (QFileInfo(file).permissions() & open)
        return Fail({Error::Kind::Secret, u"others may read the key of the hub; set its mode to 0600"_s, file});
    if ((*bytes)->size() != journal::keySize)
        return Fail({Error::Kind::Secret, u"is no key of a hub"_s, file});
    return HubKey(base::Secret(std::move(**bytes)));
}

}
