#include "core/people/windowkey.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Window {
    QTemporaryDir dir;
    base::Secret profileKey = base::Secret::random(32);

    base::Result<people::WindowKey> key() const { return people::WindowKey::open(dir.path(), profileKey); }
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
    void itIsTheSameAtEveryStart()
    {
        const Window window;
        const auto first = window.key();
        QVERIFY(first);
        QCOMPARE(first->publicKey().bytes.size(), 32);
        QCOMPARE(window.key()->publicKey(), first->publicKey());
        QVERIFY(Window().key()->publicKey() != first->publicKey());
        QCOMPARE(QFile::permissions(window.file()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void aSignatureIsOfOnePurposeAndOneMessage()
    {
        const Window window;
        const auto key = window.key();
        const QByteArray signature = key->sign("paper", "a receipt");
        QVERIFY(people::isSignedBy(key->publicKey(), "paper", "a receipt", signature));
        QVERIFY(!people::isSignedBy(key->publicKey(), "paper", "a receipu", signature));
        QVERIFY(!people::isSignedBy(key->publicKey(), "event", "a receipt", signature));
        QVERIFY(!people::isSignedBy(Window().key()->publicKey(), "paper", "a receipt", signature));
        QVERIFY(!people::isSignedBy({}, "paper", "a receipt", signature));
        QVERIFY(!people::isSignedBy(key->publicKey(), "paper", "a receipt", {}));
        for (qsizetype at = 0; at < signature.size(); ++at) {
            QByteArray bent = signature;
            bent[at] = char(bent[at] ^ 1);
            QVERIFY(!people::isSignedBy(key->publicKey(), "paper", "a receipt", bent));
        }
    }

    void aKeyOfAnotherProfileOrADamagedOneIsNeverReplaced()
    {
        Window window;
        QVERIFY(window.key());
        const QByteArray sealed = contentOf(window.file());
        window.profileKey = base::Secret::random(32);
        QCOMPARE(window.key().error().kind, base::Error::Kind::Secret);
        QCOMPARE(contentOf(window.file()), sealed);
        put(window.file(), sealed.chopped(1));
        QCOMPARE(window.key().error().kind, base::Error::Kind::Secret);
        QCOMPARE(contentOf(window.file()), sealed.chopped(1));
    }

    void cardsOfOtherWindowsAreKept()
    {
        const QTemporaryDir dir;
        const QString folder = dir.filePath(u"windows"_s);
        QVERIFY(people::readWindows(folder).cards.isEmpty());
        const people::WindowCard card{u"样例市政务服务中心"_s, u"综合受理02号窗口"_s, Window().key()->publicKey()};
        QVERIFY(people::keepWindow(card, folder));
        QVERIFY(people::keepWindow(card, folder));
        put(folder + u"/other.window.json"_s, "{\"kind\":\"window card\"}");
        const people::KnownWindows known = people::readWindows(folder);
        QCOMPARE(known.cards.size(), 1);
        QVERIFY(known.cards[0] == card);
        QCOMPARE(known.cards[0].keyId().size(), 8);
        QCOMPARE(known.faults.size(), 1);
        QVERIFY(known.faults[0].place.endsWith(u"other.window.json"_s));
    }
};

QTEST_GUILESS_MAIN(TestWindowKey)
#include "tst_windowkey.moc"
