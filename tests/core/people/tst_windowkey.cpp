#include "core/base/smsuite.h"
#include "core/people/sm2.h"
#include "core/people/windowkey.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using people::Algorithm;

namespace {

struct Window {
    QTemporaryDir dir;
    base::Secret profileKey = base::Secret::random(32);

    base::Result<people::WindowKey> key(Algorithm fresh = Algorithm::Ed25519) const
    {
        return people::WindowKey::open(dir.path(), profileKey, fresh);
    }
    QString file() const { return dir.filePath(u"window.key"_s); }
};

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

}

class TestWindowKey : public QObject
{
    Q_OBJECT

private slots:
    void itIsTheSameAtEveryStart_data() { algorithms(); }
    void itIsTheSameAtEveryStart()
    {
        QFETCH(Algorithm, algorithm);
        const Window window;
        const auto first = window.key(algorithm);
        QVERIFY(first);
        QCOMPARE(first->publicKey().algorithm, algorithm);
        QCOMPARE(first->publicKey().bytes.size(), algorithm == Algorithm::Sm2 ? 65 : 32);
        for (const Algorithm fresh : {Algorithm::Ed25519, Algorithm::Sm2}) // what is there stays what it is
            QCOMPARE(window.key(fresh)->publicKey(), first->publicKey());
        QVERIFY(Window().key(algorithm)->publicKey() != first->publicKey());
        QCOMPARE(QFile::permissions(window.file()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void aSignatureIsOfOnePurposeAndOneMessage_data() { algorithms(); }
    void aSignatureIsOfOnePurposeAndOneMessage()
    {
        QFETCH(Algorithm, algorithm);
        const Window window;
        const auto key = window.key(algorithm);
        const people::PublicKey owner = key->publicKey();
        const QByteArray signature = key->sign("paper", "a receipt");
        QCOMPARE(signature.size(), 64);
        QVERIFY(people::isSignedBy(owner, "paper", "a receipt", signature));
        QVERIFY(people::isSignedBy(owner, "paper", {}, key->sign("paper", {})));
        QVERIFY(!people::isSignedBy(owner, "paper", "a receipu", signature));
        QVERIFY(!people::isSignedBy(owner, "event", "a receipt", signature));
        QVERIFY(!people::isSignedBy({}, "paper", "a receipt", signature));
        for (const Algorithm any : {Algorithm::Ed25519, Algorithm::Sm2}) {
            QVERIFY(!people::isSignedBy(Window().key(any)->publicKey(), "paper", "a receipt", signature));
            const bool isItsOwn = any == algorithm; // the bytes of the key under another name
            const people::PublicKey named{owner.bytes, any};
            QCOMPARE(people::isSignedBy(named, "paper", "a receipt", signature), isItsOwn);
            QCOMPARE(named.keyId() == owner.keyId(), isItsOwn);
            QCOMPARE(named.named() == owner.named(), isItsOwn);
            QCOMPARE(people::publicKeyFrom(people::algorithmName(any), owner.bytes).has_value(), isItsOwn);
        }
        for (const qsizetype size : {0, 1, 32, 63, 65, 72, 128})
            QVERIFY(!people::isSignedBy(owner, "paper", "a receipt", signature.leftJustified(size, '\0', true)));
        for (const char byte : {'\0', '\1', '\x7f', '\xff'})
            QVERIFY(!people::isSignedBy(owner, "paper", "a receipt", QByteArray(64, byte)));
        for (qsizetype at = 0; at < signature.size(); ++at) {
            QByteArray bent = signature;
            bent[at] = char(bent[at] ^ 1);
            QVERIFY(!people::isSignedBy(owner, "paper", "a receipt", bent));
        }
    }

    void whatIsSealedIsForItsOwnerAlone_data() { algorithms(); }
    void whatIsSealedIsForItsOwnerAlone()
    {
        QFETCH(Algorithm, algorithm);
        const auto key = Window().key(algorithm);
        for (const qsizetype size : {1, 32, 500}) {
            const base::Secret content = base::Secret::random(size);
            const QByteArray sealed = people::sealedTo(key->publicKey(), content);
            QVERIFY(!sealed.isEmpty() && sealed != people::sealedTo(key->publicKey(), content));
            QVERIFY(key->openSealed(sealed) == content);
            for (const Algorithm other : {Algorithm::Ed25519, Algorithm::Sm2})
                QVERIFY(Window().key(other)->openSealed(sealed).isEmpty());
            for (qsizetype at = 0; at < sealed.size(); at += 1 + size / 32) {
                QByteArray bent = sealed;
                bent[at] = char(bent[at] ^ 1);
                QVERIFY(key->openSealed(bent).isEmpty());
            }
            for (const qsizetype length : {qsizetype(0), qsizetype(1), size, sealed.size() - 1})
                QVERIFY(key->openSealed(sealed.first(length)).isEmpty());
        }
        QVERIFY(people::sealedTo({key->publicKey().bytes.chopped(1), algorithm}, base::Secret("x")).isEmpty());
    }

    void onlyWhatIsAKeyIsTakenForOne_data()
    {
        QTest::addColumn<QString>("algorithm");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isKey");
        const QByteArray point = people::sm2Public(standardKey());
        QTest::newRow("no algorithm, as it was written until there was a second") << QString() << QByteArray(32, 'k') << true;
        QTest::newRow("Ed25519") << u"ed25519"_s << QByteArray(32, 'k') << true;
        QTest::newRow("Ed25519, too short") << u"ed25519"_s << QByteArray(31, 'k') << false;
        QTest::newRow("Ed25519, nothing") << u"ed25519"_s << QByteArray() << false;
        QTest::newRow("SM2") << u"sm2"_s << point << true;
        QTest::newRow("SM2 without its name") << QString() << point << false;
        QTest::newRow("SM2 in capitals") << u"SM2"_s << point << false;
        QTest::newRow("SM2, not on the curve") << u"sm2"_s << point.chopped(1) + char(point.back() ^ 1) << false;
        QTest::newRow("SM2, zeros") << u"sm2"_s << '\4' + QByteArray(64, '\0') << false;
        QTest::newRow("SM2, beyond the field") << u"sm2"_s << '\4' + QByteArray(64, '\xff') << false;
        QTest::newRow("SM2, compressed") << u"sm2"_s << (point.back() & 1 ? '\3' : '\2') + point.mid(1, 32) << false;
        QTest::newRow("SM2, hybrid") << u"sm2"_s << (point.back() & 1 ? '\7' : '\6') + point.mid(1) << false;
        QTest::newRow("SM2, the point at infinity") << u"sm2"_s << QByteArray(1, '\0') << false;
        QTest::newRow("SM2, one byte more") << u"sm2"_s << point + 'x' << false;
        QTest::newRow("an algorithm of tomorrow") << u"ml-dsa-65"_s << QByteArray(32, 'k') << false;
    }
    void onlyWhatIsAKeyIsTakenForOne()
    {
        QFETCH(QString, algorithm);
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isKey);
        const auto key = people::publicKeyFrom(algorithm, bytes);
        QCOMPARE(key.has_value(), isKey);
        if (!isKey)
            QCOMPARE(key.error().kind, base::Error::Kind::Document);
    }

    /// GB/T 32918.5-2017 (GM/T 0003.5-2012), on the recommended curve; and what sm-crypto 0.3.13 signed with the same key.
    void theVectorsOfTheStandard()
    {
        const QByteArray owner = people::sm2Public(standardKey());
        QCOMPARE(owner.toHex(), "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                                "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13"_ba);
        const QByteArray signature = QByteArray::fromHex("f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
                                                         "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa");
        QVERIFY(people::isSm2Signature(signature, owner, "message digest"));
        QVERIFY(!people::isSm2Signature(signature, owner, "message digesu"));
        QVERIFY(people::isSm2Signature(QByteArray::fromHex("4eb778ecc265d4ccf7f27e0e1db0e63ab03c4c50496613b7517527acb36a049e"
                                                           "29963e2a443dee34a589e0968fa1ca0b918751c40a8a9e5c414541a31d5d1ee1"),
                                       owner, "audit-hash-0123456789abcdef"));
        const QByteArray sealed = QByteArray::fromHex("307c022004ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73"
                                                      "022100e858f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df0"
                                                      "042059983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd8766"
                                                      "041321886ca989ca9c7d58087307ca93092d651efa");
        QCOMPARE(people::sm2Opened(sealed, standardKey(), owner).view(), "encryption standard");
    }

    void aPrivateKeyOfSm2IsOfItsRange_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<bool>("isKey");
        const QByteArray beginning = QByteArray::fromHex("fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d541"); // of n
        QTest::newRow("0") << QByteArray(32, '\0') << false;
        QTest::newRow("1") << QByteArray(31, '\0') + '\1' << true;
        QTest::newRow("n-2") << beginning + '\x21' << true;
        QTest::newRow("n-1") << beginning + '\x22' << false;
        QTest::newRow("n") << beginning + '\x23' << false;
        QTest::newRow("more") << QByteArray(32, '\xff') << false;
        QTest::newRow("31 bytes") << QByteArray(31, '\1') << false;
        QTest::newRow("33 bytes") << '\0' + QByteArray(32, '\1') << false;
    }
    void aPrivateKeyOfSm2IsOfItsRange()
    {
        QFETCH(QByteArray, key);
        QFETCH(bool, isKey);
        const QByteArray owner = people::sm2Public(base::Secret(key));
        QCOMPARE(!owner.isEmpty(), isKey);
        if (isKey)
            QVERIFY(people::isSm2Signature(people::sm2Signature(base::Secret(key), owner, "m"), owner, "m"));
    }

    /// A hub's key and that of a profile must be found again by every later version.
    void whatFollowsFromASeedStaysTheSame()
    {
        const base::Secret seed(QByteArray(32, 'a'));
        QCOMPARE(people::sm2Private(seed).view().toByteArray(), base::hmacSm3(seed.view(), QByteArray("yichuang sm2 key\0\0", 18)));
        const auto key = people::WindowKey::fromSeed(seed, Algorithm::Sm2);
        QCOMPARE(key.publicKey().keyId(), base::sm3("sm2:" + key.publicKey().bytes.toHex()).first(8));
        const auto ed25519 = people::WindowKey::fromSeed(base::Secret(QByteArray::fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")));
        QCOMPARE(ed25519.publicKey().bytes.toHex(), "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"_ba); // RFC 8032, 7.1
        QCOMPARE(ed25519.publicKey().keyId().toHex(), "d7108b422f25cc5e"_ba); // as it stands on papers
    }

    void aKeyOfAnotherProfileOrADamagedOneIsNeverReplaced_data() { algorithms(); }
    void aKeyOfAnotherProfileOrADamagedOneIsNeverReplaced()
    {
        QFETCH(Algorithm, algorithm);
        Window window;
        QVERIFY(window.key(algorithm));
        const QByteArray sealed = contentOf(window.file());
        const base::Secret right = window.profileKey;
        window.profileKey = base::Secret::random(32);
        QCOMPARE(window.key(algorithm).error().kind, base::Error::Kind::Secret);
        QCOMPARE(contentOf(window.file()), sealed);
        window.profileKey = right;
        const qsizetype line = sealed.indexOf('\n') + 1; // of SM2: it names the algorithm
        const QList<QByteArray> spoilt{sealed.chopped(1), sealed + 'x', sealed.chopped(1) + char(sealed.back() ^ 1), sealed.mid(line + 1),
                                       "yichuang window key sm3\n" + sealed.mid(24), "yichuang window key sm2\n", QByteArray()};
        for (const QByteArray &content : spoilt) {
            put(window.file(), content);
            QCOMPARE(window.key(algorithm).error().kind, base::Error::Kind::Secret);
            QCOMPARE(contentOf(window.file()), content);
        }
    }

    void cardsOfOtherWindowsAreKept()
    {
        const QTemporaryDir dir;
        const QString folder = dir.filePath(u"windows"_s);
        QVERIFY(people::readWindows(folder).cards.isEmpty());
        QList<people::WindowCard> cards;
        for (const Algorithm algorithm : {Algorithm::Ed25519, Algorithm::Sm2}) {
            cards << people::WindowCard{u"样例市政务服务中心"_s, u"综合受理02号窗口"_s, Window().key(algorithm)->publicKey()};
            QVERIFY(people::keepWindow(cards.constLast(), folder));
            QVERIFY(people::keepWindow(cards.constLast(), folder));
            QCOMPARE(cards.constLast().keyId().size(), 8);
        }
        put(folder + u"/other.window.json"_s, "{\"kind\":\"window card\"}");
        const QByteArray sm2Card = contentOf(folder + u'/' + QString::fromLatin1(cards[1].keyId().toHex()) + u".window.json"_s);
        QVERIFY(sm2Card.contains("\"sm2\""));
        put(folder + u"/tomorrow.window.json"_s, QByteArray(sm2Card).replace("\"sm2\"", "\"sm9\""));
        put(folder + u"/renamed.window.json"_s, QByteArray(sm2Card).replace("\"sm2\"", "\"ed25519\""));
        people::KnownWindows known = people::readWindows(folder);
        QCOMPARE(known.cards.size(), 2);
        for (const people::WindowCard &card : cards)
            QVERIFY(known.cards.contains(card));
        QCOMPARE(known.faults.size(), 3);
        QVERIFY(known.faults[0].place.endsWith(u"other.window.json"_s));
        QVERIFY(known.faults[2].place.endsWith(u"tomorrow.window.json"_s) && known.faults[2].detail.contains(u"does not know"_s));
    }

private:
    static void algorithms()
    {
        QTest::addColumn<Algorithm>("algorithm");
        QTest::newRow("Ed25519") << Algorithm::Ed25519;
        QTest::newRow("SM2") << Algorithm::Sm2;
    }
    static base::Secret standardKey()
    {
        return base::Secret(QByteArray::fromHex("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8"));
    }
};

QTEST_GUILESS_MAIN(TestWindowKey)
#include "tst_windowkey.moc"
