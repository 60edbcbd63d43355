#include "core/journal/seal.h"

#include <QTest>

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
        const journal::Sealed sealed = journal::seal(plain, m_key, "event|1");
        QVERIFY(plain.isEmpty() || !sealed.bytes.contains(plain));
        QCOMPARE(journal::unseal(sealed, m_key, "event|1").value(), plain);
    }

    void neverTheSameTwice()
    {
        QVERIFY(journal::seal("plain", m_key, "place").bytes != journal::seal("plain", m_key, "place").bytes);
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
    }

    void everyFlippedBitIsSeen()
    {
        const journal::Sealed sealed = journal::seal("plain", m_key, "place");
        for (qsizetype bit = 0; bit < sealed.bytes.size() * 8; ++bit) {
            journal::Sealed spoilt = sealed;
            spoilt.bytes[bit / 8] = char(spoilt.bytes[bit / 8] ^ (1 << (bit % 8)));
            QVERIFY(!journal::unseal(spoilt, m_key, "place"));
        }
    }

    void everyCutIsSeen()
    {
        const journal::Sealed sealed = journal::seal("plain", m_key, "place");
        for (qsizetype size = 0; size < sealed.bytes.size(); ++size)
            QVERIFY(!journal::unseal({sealed.suite, sealed.bytes.left(size)}, m_key, "place"));
    }

private:
    const base::Secret m_key{QByteArray(32, 'k')};
};

QTEST_APPLESS_MAIN(TestSeal)
#include "tst_seal.moc"
