#include "core/people/sm2.h"

#include "core/base/smsuite.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <array>
#include <memory>

namespace people {

namespace {

template <auto free>
struct FreeBy {
    template <class T>
    void operator()(T *what) const
    {
        free(what);
    }
};
template <class T, auto free>
using Sm2Owned = std::unique_ptr<T, FreeBy<free>>;
using Number = Sm2Owned<BIGNUM, BN_clear_free>;
using Numbers = Sm2Owned<BN_CTX, BN_CTX_free>;
using Group = Sm2Owned<EC_GROUP, EC_GROUP_free>;
using Point = Sm2Owned<EC_POINT, EC_POINT_clear_free>;
using Key = Sm2Owned<EVP_PKEY, EVP_PKEY_free>;
using KeyContext = Sm2Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using Digest = Sm2Owned<EVP_MD_CTX, EVP_MD_CTX_free>;
using RAndS = Sm2Owned<ECDSA_SIG, ECDSA_SIG_free>;

/// What goes wrong here is said by the value that is given back, and must not be found by whoever asks OpenSSL next.
class NoErrorsLeft
{
public:
    NoErrorsLeft() { ERR_set_mark(); }
    ~NoErrorsLeft() { ERR_pop_to_mark(); }
    Q_DISABLE_COPY_MOVE(NoErrorsLeft)
};

/// A crypto library that cannot do what it was built for leaves nothing to go on with.
void sm2Must(bool done)
{
    if (!done)
        qFatal("SM2 is missing in OpenSSL");
}

const unsigned char *sm2In(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *sm2Out(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

Group curve()
{
    Group group(EC_GROUP_new_by_curve_name(NID_sm2));
    sm2Must(group != nullptr);
    return group;
}

/// \a key as a number, cleared when it is given up; null where it is none of 1 to n−2 (GB/T 32918.1, 6.1).
Number numberOf(const base::Secret &key, const EC_GROUP *group)
{
    if (key.size() != sm2PrivateSize)
        return {};
    Number number(BN_secure_new());
    const Number most(BN_dup(EC_GROUP_get0_order(group)));
    sm2Must(number && most && BN_sub_word(most.get(), 2) && BN_bin2bn(key.data(), int(key.size()), number.get()));
    BN_set_flags(number.get(), BN_FLG_CONSTTIME);
    const bool fits = !BN_is_zero(number.get()) && BN_cmp(number.get(), most.get()) <= 0;
    return fits ? std::move(number) : Number();
}

/// The key of OpenSSL for \a publicKey, and \a secret where there is one. Null where \a publicKey is no point of the curve.
Key keyOf(const QByteArray &publicKey, const BIGNUM *secret = nullptr)
{
    if (publicKey.size() != sm2PublicSize || publicKey.front() != POINT_CONVERSION_UNCOMPRESSED)
        return {};
    const Sm2Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> parts(OSSL_PARAM_BLD_new());
    sm2Must(parts && OSSL_PARAM_BLD_push_utf8_string(parts.get(), OSSL_PKEY_PARAM_GROUP_NAME, SN_sm2, 0)
            && OSSL_PARAM_BLD_push_octet_string(parts.get(), OSSL_PKEY_PARAM_PUB_KEY, publicKey.constData(), size_t(publicKey.size()))
            && (!secret || OSSL_PARAM_BLD_push_BN_pad(parts.get(), OSSL_PKEY_PARAM_PRIV_KEY, secret, size_t(sm2PrivateSize))));
    const Sm2Owned<OSSL_PARAM, OSSL_PARAM_free> given(OSSL_PARAM_BLD_to_param(parts.get()));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "SM2", nullptr));
    sm2Must(given && context && EVP_PKEY_fromdata_init(context.get()) == 1);
    EVP_PKEY *key = nullptr;
    EVP_PKEY_fromdata(context.get(), &key, secret ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY, given.get());
    return Key(key);
}

Key keyOf(const base::Secret &secret, const QByteArray &publicKey)
{
    const Group group = curve();
    const Number number = numberOf(secret, group.get());
    return number ? keyOf(publicKey, number.get()) : Key();
}

/// What both sides of a signature begin with: as whom the owner of the key is known.
std::array<OSSL_PARAM, 2> asEverybody()
{
    static constexpr char id[] = "1234567812345678"; // GM/T 0009, where nothing else was agreed
    // read only, whatever its type says
    return {OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_DIST_ID, const_cast<char *>(id), sizeof id - 1), OSSL_PARAM_construct_end()};
}

QByteArray rAndSOf(const QByteArray &der)
{
    const unsigned char *at = sm2In(der);
    const RAndS pair(d2i_ECDSA_SIG(nullptr, &at, long(der.size())));
    QByteArray signature(sm2SignatureSize, '\0');
    constexpr int half = int(sm2SignatureSize / 2);
    sm2Must(pair && BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), sm2Out(signature), half) == half
            && BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), sm2Out(signature) + half, half) == half);
    return signature;
}

QByteArray derOf(const QByteArray &signature)
{
    constexpr int half = int(sm2SignatureSize / 2);
    const RAndS pair(ECDSA_SIG_new());
    BIGNUM *r = BN_bin2bn(sm2In(signature), half, nullptr);
    BIGNUM *s = BN_bin2bn(sm2In(signature) + half, half, nullptr);
    sm2Must(pair && r && s && ECDSA_SIG_set0(pair.get(), r, s)); // which owns both from now on
    QByteArray der(i2d_ECDSA_SIG(pair.get(), nullptr), '\0');
    unsigned char *at = sm2Out(der);
    i2d_ECDSA_SIG(pair.get(), &at);
    return der;
}

}

base::Secret sm2Private(const base::Secret &seed)
{
    const Group group = curve();
    for (char counter = 0; counter < 100; ++counter) {
        base::Secret key(base::hmacSm3(seed.view(), QByteArrayLiteral("yichuang sm2 key") + '\0' + counter));
        if (numberOf(key, group.get()))
            return key;
    }
    qFatal("no private key of SM2 follows"); // one in 2³² hashes is no key
}

QByteArray sm2Public(const base::Secret &key)
{
    const NoErrorsLeft quiet;
    const Group group = curve();
    const Number number = numberOf(key, group.get());
    if (!number)
        return {};
    // EVP has no way from a private key to its public one.
    const Numbers scratch(BN_CTX_secure_new());
    const Point point(EC_POINT_new(group.get()));
    QByteArray publicKey(sm2PublicSize, '\0');
    sm2Must(scratch && point && EC_POINT_mul(group.get(), point.get(), number.get(), nullptr, nullptr, scratch.get()) == 1
            && EC_POINT_point2oct(group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED, sm2Out(publicKey), size_t(publicKey.size()),
                                  scratch.get())
                == size_t(sm2PublicSize));
    return publicKey;
}

bool isSm2Public(const QByteArray &key)
{
    const NoErrorsLeft quiet;
    return keyOf(key) != nullptr;
}

QByteArray sm2Signature(const base::Secret &key, const QByteArray &publicKey, const QByteArray &message)
{
    const NoErrorsLeft quiet;
    const Key pair = keyOf(key, publicKey);
    const Digest run(EVP_MD_CTX_new());
    const std::array<OSSL_PARAM, 2> params = asEverybody();
    size_t size = 0;
    sm2Must(pair && run && EVP_DigestSignInit_ex(run.get(), nullptr, "SM3", nullptr, nullptr, pair.get(), params.data()) == 1
            && EVP_DigestSign(run.get(), nullptr, &size, sm2In(message), size_t(message.size())) == 1);
    QByteArray der(qsizetype(size), '\0');
    sm2Must(EVP_DigestSign(run.get(), sm2Out(der), &size, sm2In(message), size_t(message.size())) == 1);
    return rAndSOf(der.first(qsizetype(size)));
}

bool isSm2Signature(const QByteArray &signature, const QByteArray &publicKey, const QByteArray &message)
{
    const NoErrorsLeft quiet;
    const Key key = signature.size() == sm2SignatureSize ? keyOf(publicKey) : Key();
    if (!key)
        return false;
    const Digest run(EVP_MD_CTX_new());
    const std::array<OSSL_PARAM, 2> params = asEverybody();
    sm2Must(run && EVP_DigestVerifyInit_ex(run.get(), nullptr, "SM3", nullptr, nullptr, key.get(), params.data()) == 1);
    const QByteArray der = derOf(signature);
    return EVP_DigestVerify(run.get(), sm2In(der), size_t(der.size()), sm2In(message), size_t(message.size())) == 1;
}

QByteArray sm2Sealed(const base::Secret &content, const QByteArray &publicKey)
{
    const NoErrorsLeft quiet;
    const Key key = content.isEmpty() ? Key() : keyOf(publicKey);
    if (!key)
        return {};
    const KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
    size_t size = 0;
    sm2Must(context && EVP_PKEY_encrypt_init(context.get()) == 1
            && EVP_PKEY_encrypt(context.get(), nullptr, &size, content.data(), size_t(content.size())) == 1);
    QByteArray sealed(qsizetype(size), '\0');
    sm2Must(EVP_PKEY_encrypt(context.get(), sm2Out(sealed), &size, content.data(), size_t(content.size())) == 1);
    return sealed.first(qsizetype(size));
}

base::Secret sm2Opened(const QByteArray &sealed, const base::Secret &key, const QByteArray &publicKey)
{
    const NoErrorsLeft quiet;
    const Key pair = keyOf(key, publicKey);
    if (!pair)
        return {};
    const KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, pair.get(), nullptr));
    sm2Must(context && EVP_PKEY_decrypt_init(context.get()) == 1);
    QByteArray content(sealed.size(), '\0'); // what was sealed is shorter
    size_t size = size_t(content.size());
    const bool isOpen = EVP_PKEY_decrypt(context.get(), sm2Out(content), &size, sm2In(sealed), size_t(sealed.size())) == 1;
    const base::Secret all(std::move(content));
    return isOpen ? base::Secret(all.view().first(qsizetype(size)).toByteArray()) : base::Secret();
}

}
