#include "core/hub/hubkey.h"

#include "core/base/durablefile.h"
#include "core/base/smsuite.h"

#include <QFileInfo>

#include <sodium.h>

namespace hub {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;

namespace {

/// What follows from the root; a number never gets another meaning.
enum class Purpose : uint64_t { Cases = 1, Aside = 2, Signing = 3, Library = 4, People = 5, LookUps = 6, Blinding = 7, Subscribers = 8, Applications = 9 };

bool isNational(const base::Secret &root)
{
    return root.size() != journal::keySize;
}

/// For 国密 HMAC-SM3 under the root of "yichuang hub key" and the number.
base::Secret derived(const base::Secret &root, Purpose purpose)
{
    if (isNational(root)) {
        const base::Secret key(base::hmacSm3(journal::bareKey(root), "yichuang hub key " + QByteArray::number(int(purpose))));
        return journal::keyLike(root, key.view());
    }
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
      m_signing(people::WindowKey::fromSeed(derived(root, Purpose::Signing),
                                            isNational(root) ? people::Algorithm::Sm2 : people::Algorithm::Ed25519))
{
    Q_ASSERT(journal::isKey(root));
}

QByteArray HubKey::blinded(const QByteArray &about, const QString &text) const
{
    const QByteArray message = about + '\0' + text.toUtf8();
    if (isNational(m_forBlinding))
        return base::hmacSm3(journal::bareKey(m_forBlinding), message);
    QByteArray hash(crypto_generichash_BYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), size_t(hash.size()),
                       reinterpret_cast<const unsigned char *>(message.constData()), static_cast<unsigned long long>(message.size()),
                       m_forBlinding.data(), size_t(m_forBlinding.size()));
    return hash;
}

base::Result<HubKey> HubKey::open(const QString &file, bool mayMake, std::optional<journal::Suite> suite)
{
    if (sodium_init() < 0)
        return Fail({Error::Kind::Secret, u"no source of random numbers"_s, {}});
    base::Result<std::optional<QByteArray>> bytes = base::readWhole(file);
    if (!bytes)
        return Fail(bytes.error());
    if (!*bytes) {
        if (!mayMake)
            return Fail({Error::Kind::Secret, u"the key of the hub is missing; put back the file that belongs to its store"_s, file});
        const base::Secret fresh
            = journal::keyFor(suite.value_or(journal::Suite::XChaCha20Poly1305), base::Secret::random(journal::keySize));
        return base::writeDurably(file, fresh.view().toByteArray()).map([&] { return HubKey(fresh); });
    }
    const QFile::Permissions open = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (QFileInfo(file).permissions() & open)
        return Fail({Error::Kind::Secret, u"others may read the key of the hub; set its mode to 0600"_s, file});
    const base::Secret root(std::move(**bytes));
    if (!journal::isKey(root))
        return Fail({Error::Kind::Secret, u"is no key of a hub"_s, file});
    if (suite && isNational(root) != (*suite == journal::Suite::Sm4CtrHmacSm3))
        return Fail({Error::Kind::Settings, u"the hub was made with another --suite, which it keeps; leave the option out, or begin a new hub"_s, file});
    return HubKey(root);
}

}
