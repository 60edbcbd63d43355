#include "core/journal/seal.h"

#include "core/base/smsuite.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What is sealed under either suite opens with its key in its place, and never otherwise.
class TestSeal : public QObject
{
    Q_OBJECT

private slots:
    void opens_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("nothing") << QByteArray("");
        QTest::newRow("a name") << QByteArray("张三丰");
        QTest::newRow("an event") << QByteArray(600, 'e');
    }
    void opens()
    {
        QFETCH(QByteArray, plain);
        for (const base::Secret &key : m_keys) {
            const journal::Sealed sealed = journal::seal(plain, key, "event|1");
            QVERIFY(plain.isEmpty() || !sealed.bytes.contains(plain));
            // A store may have values of both suites, and a key opens both.
            for (const base::Secret &opener : m_keys)
                QCOMPARE(journal::unseal(sealed, opener, "event|1").value(), plain);
        }
    }

    void neverTheSameTwice()
    {
        for (const base::Secret &key : m_keys)
            QVERIFY(journal::seal("plain", key, "place").bytes != journal::seal("plain", key, "place").bytes);
    }

    void staysShut_data()
    {
        QTest::addColumn<base::Secret>("key");
        QTest::addColumn<QByteArray>("place");
        QTest::addColumn<int>("suite");
        QTest::newRow("with another key") << base::Secret(QByteArray(32, 'x')) << QByteArray("event|1") << 1;
        QTest::newRow("with a key of one bit more")
            << base::Secret(QByteArray(31, 'k') + 'j') << QByteArray("event|1") << 1;
        QTest::newRow("with a short key") << base::Secret(QByteArray(16, 'k')) << QByteArray("event|1") << 1;
        QTest::newRow("in another row") << m_key << QByteArray("event|2") << 1;
        QTest::newRow("under another suite") << m_key << QByteArray("event|1") << 2;
    }
    void staysShut()
    {
        QFETCH(base::Secret, key);
        QFETCH(QByteArray, place);
        QFETCH(int, suite);
        const journal::Sealed sealed{suite, journal::seal("plain", m_key, "event|1").bytes};
        QCOMPARE(journal::unseal(sealed, key, place).error().kind, base::Error::Kind::Damaged);
        const journal::Sealed second{suite == 1 ? 2 : 1, journal::seal("plain", m_keys[1], "event|1").bytes};
        QCOMPARE(journal::unseal(second, key, place).error().kind, base::Error::Kind::Damaged);
    }

    void everyFlippedBitIsSeen_data() { suites(); }
    void everyFlippedBitIsSeen()
    {
        QFETCH(int, suite);
        const journal::Sealed sealed = journal::seal("plain", m_keys[suite - 1], "place");
        QCOMPARE(sealed.suite, suite);
        for (qsizetype bit = 0; bit < sealed.bytes.size() * 8; ++bit) {
            journal::Sealed spoilt = sealed;
            spoilt.bytes[bit / 8] = char(spoilt.bytes[bit / 8] ^ (1 << (bit % 8)));
            QVERIFY(!journal::unseal(spoilt, m_key, "place"));
        }
    }

    void everyCutIsSeen_data() { suites(); }
    void everyCutIsSeen()
    {
        QFETCH(int, suite);
        const journal::Sealed sealed = journal::seal("plain", m_keys[suite - 1], "place");
        for (qsizetype size = 0; size < sealed.bytes.size(); ++size)
            QVERIFY(!journal::unseal({sealed.suite, sealed.bytes.left(size)}, m_key, "place"));
    }

    /// What is made under a key of the second suite is of that suite as well.
    void keysHandTheirSuiteOn()
    {
        QVERIFY(journal::isKey(m_keys[0]) && journal::isKey(m_keys[1]));
        QVERIFY(!journal::isKey(base::Secret(QByteArray(33, 'k'))) && !journal::isKey({}));
        const base::Secret fresh = journal::freshKeyLike(m_keys[1]);
        QVERIFY(fresh.size() == 33 && fresh != m_keys[1]);
        QCOMPARE(journal::seal("plain", fresh, "place").suite, 2);
        QCOMPARE(journal::bareKey(m_keys[1]), journal::bareKey(m_keys[0]));
        QVERIFY(journal::keyFor(journal::Suite::XChaCha20Poly1305, m_keys[1]) == m_key);
    }

    /// GB/T 32905 appendix A, GB/T 32907 appendix A (the first block of counter mode is the counter, encrypted), and HMAC-SM3 worked
    /// out by another implementation.
    void standardsVectors_data()
    {
        QTest::addColumn<QByteArray>("made");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("SM3 abc") << base::sm3("abc") << "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"_ba;
        QTest::newRow("SM3 64 bytes") << base::sm3(QByteArray("abcd").repeated(16))
                                      << "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"_ba;
        QTest::newRow("SM3 Chinese") << base::sm3("一件事一次办")
                                     << "2d12768d8d273fbe1e620bda690c57860a706d1e87d0016117894e16ec4176c0"_ba;
        const QByteArray block = QByteArray::fromHex("0123456789abcdeffedcba9876543210");
        QTest::newRow("SM4 block") << base::sm4Ctr(QByteArray(16, 0), block, block) << "681edf34d206965e86b3e94f536e4246"_ba;
        QTest::newRow("HMAC-SM3, short key") << base::hmacSm3(QByteArray::fromHex("4a656665"), QByteArray::fromHex("7768617420646f2079612077616e7420666f72206e6f7468696e673f"))
            << "2e87f1d16862e6d964b50a5200bf2b10b764faa9680a296a2405f24bec39f882"_ba;
        QTest::newRow("HMAC-SM3, key of 32 bytes") << base::hmacSm3(QByteArray::fromHex("0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20"), QByteArray::fromHex("6162636462636465636465666465666765666768666768696768696a68696a6b696a6b6c6a6b6c6d6b6c6d6e6c6d6e6f6d6e6f706e6f70716162636462636465636465666465666765666768666768696768696a68696a6b696a6b6c6a6b6c6d6b6c6d6e6c6d6e6f6d6e6f706e6f7071"))
            << "ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a"_ba;
        QTest::newRow("HMAC-SM3, long key") << base::hmacSm3(QByteArray::fromHex("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), QByteArray::fromHex("54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579204669727374"))
            << "b4fd844e13342002f0b2e0690ea7741f1497d993a70494cea601e657bedf67a0"_ba;
    }
    void standardsVectors()
    {
        QFETCH(QByteArray, made);
        QFETCH(QByteArray, expected);
        QCOMPARE(made.toHex(), expected);
    }

private:
    static void suites()
    {
        QTest::addColumn<int>("suite");
        QTest::newRow("standard") << 1;
        QTest::newRow("national") << 2;
    }

    const base::Secret m_key{QByteArray(32, 'k')};
    const QList<base::Secret> m_keys{m_key, journal::keyFor(journal::Suite::Sm4CtrHmacSm3, m_key)};
};

QTEST_APPLESS_MAIN(TestSeal)
#include "tst_seal.moc"
