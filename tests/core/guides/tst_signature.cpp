#include "core/guides/signature.h"
#include "samplepack.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using guides::checkSignature;
using guides::PublisherKey;
using Kind = guides::SignatureState::Kind;

namespace {

QByteArray contentOf(const QString &file)
{
    QFile source(file);
    return source.open(QFile::ReadOnly) ? source.readAll() : QByteArray();
}

void put(const QString &file, const QByteArray &bytes)
{
    QFile target(file);
    QVERIFY(target.open(QFile::WriteOnly));
    QCOMPARE(target.write(bytes), bytes.size());
}

}

class TestSignature : public QObject
{
    Q_OBJECT

private slots:
    void everyAlteredByteIsSeen();
    void whatTheSignatureSays_data();
    void whatTheSignatureSays();
    void whatWasSignedAsOneThingIsNoOther();
    void aDamagedSignatureIsNeverGenuine();
    void keysComeBackFromTheirFiles();
    void theSecretKeyIsForItsOwnerAlone();
    void noKeyIsWrittenOver();
    void aFileThatIsNoKeyIsNamed_data();
    void aFileThatIsNoKeyIsNamed();
    void aNameMustBeOne_data();
    void aNameMustBeOne();
    void aBrokenPublisherHidesNoOther();

private:
    const PublisherKey m_city = *guides::makePublisherKey(u"样例市政务服务局"_s);
    const PublisherKey m_other = *guides::makePublisherKey(u"样例市政务服务局"_s); // same name, another key
    const QByteArray m_pack = bytesOf(samplePack());
};

void TestSignature::everyAlteredByteIsSeen()
{
    const QByteArray signature = guides::signatureOf(m_pack, m_city);
    QCOMPARE(checkSignature(m_pack, signature, {m_city.publisher}).kind, Kind::Genuine);
    for (qsizetype at = 0; at < m_pack.size(); at += 7) {
        QByteArray altered = m_pack;
        altered[at] = char(altered[at] ^ 1);
        QCOMPARE(checkSignature(altered, signature, {m_city.publisher}).kind, Kind::Altered);
    }
    QCOMPARE(checkSignature(m_pack + '\n', signature, {m_city.publisher}).kind, Kind::Altered);
    QCOMPARE(checkSignature({}, signature, {m_city.publisher}).kind, Kind::Altered);
}

void TestSignature::whatWasSignedAsOneThingIsNoOther()
{
    const QByteArray list = R"({"kind":"dishonesty list","format":1})";
    QCOMPARE(guides::signedAs(list), guides::Signed::DishonestyList);
    QCOMPARE(guides::signedAs(m_pack), guides::Signed::GuidePack);
    const QByteArray asPack = guides::signatureOf(list, m_city);
    const QByteArray asList = guides::signatureOf(list, m_city, guides::Signed::DishonestyList);
    QCOMPARE(checkSignature(list, asList, {m_city.publisher}, guides::Signed::DishonestyList).kind, Kind::Genuine);
    QCOMPARE(checkSignature(list, asPack, {m_city.publisher}, guides::Signed::DishonestyList).kind, Kind::Unreadable);
    QCOMPARE(checkSignature(list, asList, {m_city.publisher}).kind, Kind::Unreadable);
    // Who writes the other kind into the file has still signed something else.
    const QByteArray renamed = QByteArray(asPack).replace("guide pack signature", "dishonesty list signature");
    QCOMPARE(checkSignature(list, renamed, {m_city.publisher}, guides::Signed::DishonestyList).kind, Kind::Altered);
}

void TestSignature::whatTheSignatureSays_data()
{
    QTest::addColumn<std::optional<QByteArray>>("signature");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const std::optional<QByteArray> &signature, Kind kind, const QString &words) {
        QTest::newRow(name) << signature << kind << words;
    };
    const QByteArray good = guides::signatureOf(m_pack, m_city);
    const QByteArray byOther = guides::signatureOf(m_pack, m_other);
    const auto with = [&](const QString &path, const QJsonValue &value) {
        return bytesOf(withValue(QJsonDocument::fromJson(good).object(), path, value).toObject());
    };
    row("genuine", good, Kind::Genuine, u"由“样例市政务服务局”发布"_s);
    row("none", {}, Kind::Missing, u"没有签名"_s);
    row("same name, other key", byOther, Kind::UnknownPublisher, m_other.publisher.keyId());
    row("other key under the number of the trusted one",
        bytesOf(withValue(QJsonDocument::fromJson(byOther).object(), u"keyId"_s, m_city.publisher.keyId()).toObject()),
        Kind::Altered, u"被改动过"_s);
    row("name altered", with(u"publisher"_s, u"别人"_s), Kind::Genuine, u"由“样例市政务服务局”发布"_s);
    row("digest altered", with(u"blake2b"_s, u"00"_s), Kind::Altered, u"被改动过"_s);
    row("empty", QByteArray(), Kind::Unreadable, u"无法识别"_s);
    row("truncated", good.chopped(40), Kind::Unreadable, u"无法识别"_s);
    row("noise", QByteArray("\xff\x00\x01", 3), Kind::Unreadable, u"无法识别"_s);
    row("a pack", m_pack, Kind::Unreadable, u"无法识别"_s);
    row("signature too short", with(u"signature"_s, u"AAAA"_s), Kind::Unreadable, u"无法识别"_s);
    row("signature not base64", with(u"signature"_s, u"签名"_s), Kind::Unreadable, u"无法识别"_s);
    row("another algorithm", with(u"algorithm"_s, u"sm2"_s), Kind::Unreadable, u"无法识别"_s);
    row("a newer format", with(u"format"_s, 2), Kind::Unreadable, u"无法识别"_s);
    row("endless", good + QByteArray(1 << 20, ' '), Kind::Unreadable, u"无法识别"_s);
}

void TestSignature::whatTheSignatureSays()
{
    QFETCH(std::optional<QByteArray>, signature);
    const guides::SignatureState state = checkSignature(m_pack, signature, {m_city.publisher});
    QTEST(state.kind, "kind");
    QFETCH(QString, words);
    QVERIFY2(guides::sentence(state).contains(words), qPrintable(guides::sentence(state)));
    QCOMPARE(state.kind == Kind::Genuine, checkSignature(m_pack, signature, {m_other.publisher, m_city.publisher}).kind == Kind::Genuine
                 && state.publisher == m_city.publisher.name && state.keyId == m_city.publisher.keyId());
}

void TestSignature::aDamagedSignatureIsNeverGenuine()
{
    const QByteArray good = guides::signatureOf(m_pack, m_city);
    const QByteArray proof = QJsonDocument::fromJson(good).object().value("signature"_L1).toString().toLatin1();
    const qsizetype start = good.indexOf(proof);
    for (qsizetype at = start; at < start + 84; ++at) { // what follows pads the last bytes
        QByteArray damaged = good;
        damaged[at] = damaged[at] == 'A' ? 'B' : 'A';
        QCOMPARE(checkSignature(m_pack, damaged, {m_city.publisher}).kind, Kind::Altered);
    }
    for (qsizetype length = 0; length < good.size() - 2; length += 5)
        QVERIFY(checkSignature(m_pack, good.first(length), {m_city.publisher}).kind == Kind::Unreadable);
}

void TestSignature::keysComeBackFromTheirFiles()
{
    const QTemporaryDir folder;
    QVERIFY(guides::writeKey(m_city, folder.path()));
    const auto key = guides::readKey(folder.filePath(u"publisher.key"_s));
    QVERIFY(key && key->publisher == m_city.publisher);
    const auto publisher = guides::readPublisher(folder.filePath(u"publisher.pub"_s));
    QVERIFY(publisher && *publisher == m_city.publisher);
    QCOMPARE(checkSignature(m_pack, guides::signatureOf(m_pack, *key), {*publisher}).kind, Kind::Genuine);
    QVERIFY(m_city.publisher.keyId() != m_other.publisher.keyId());
}

void TestSignature::theSecretKeyIsForItsOwnerAlone()
{
    const QTemporaryDir folder;
    QVERIFY(guides::writeKey(m_city, folder.path()));
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFileInfo(folder.filePath(u"publisher.key"_s)).permissions() & others, QFile::Permissions());
    QVERIFY(!contentOf(folder.filePath(u"publisher.pub"_s)).contains("secretKey"));
}

void TestSignature::noKeyIsWrittenOver()
{
    for (const QString &there : {u"publisher.key"_s, u"publisher.pub"_s}) {
        const QTemporaryDir folder;
        put(folder.filePath(there), "mine");
        const auto written = guides::writeKey(m_city, folder.path());
        QVERIFY(!written);
        QCOMPARE(written.error().place, folder.filePath(there));
        QCOMPARE(contentOf(folder.filePath(there)), QByteArray("mine"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }
}

void TestSignature::aFileThatIsNoKeyIsNamed_data()
{
    QTest::addColumn<QString>("change"); // of the files of a sound key
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("another kind") << u"kind"_s << QJsonValue(u"guide pack signature"_s);
    QTest::newRow("another number") << u"keyId"_s << QJsonValue(m_other.publisher.keyId());
    QTest::newRow("no name") << u"publisher"_s << QJsonValue();
    QTest::newRow("a name of two lines") << u"publisher"_s << QJsonValue(u"甲\n乙"_s);
    QTest::newRow("no algorithm") << u"algorithm"_s << QJsonValue();
    QTest::newRow("no key") << u"*"_s << QJsonValue();
    QTest::newRow("a short key") << u"*"_s << QJsonValue(u"AAAA"_s);
}

void TestSignature::aFileThatIsNoKeyIsNamed()
{
    QFETCH(QString, change);
    QFETCH(QJsonValue, value);
    const QTemporaryDir folder;
    QVERIFY(guides::writeKey(m_city, folder.path()));
    const auto spoil = [&](const QString &file, const QString &key) {
        const QJsonObject object = QJsonDocument::fromJson(contentOf(file)).object();
        put(file, bytesOf(withValue(object, change == u"*" ? key : change, value).toObject()));
        return file;
    };
    const QString secret = spoil(folder.filePath(u"publisher.key"_s), u"secretKey"_s);
    const QString open = spoil(folder.filePath(u"publisher.pub"_s), u"publicKey"_s);
    QCOMPARE(guides::readKey(secret).error().place, secret);
    QCOMPARE(guides::readPublisher(open).error().place, open);
    QCOMPARE(guides::readPublisher(secret).error().kind, base::Error::Kind::Document);
    QCOMPARE(guides::readKey(folder.filePath(u"none"_s)).error().kind, base::Error::Kind::Storage);
}

void TestSignature::aNameMustBeOne_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("two lines") << u"甲\n乙"_s;
    QTest::newRow("spaces around") << u" 甲 "_s;
    QTest::newRow("endless") << QString(101, u'甲');
}

void TestSignature::aNameMustBeOne()
{
    QFETCH(QString, name);
    QVERIFY(!guides::makePublisherKey(name));
}

void TestSignature::aBrokenPublisherHidesNoOther()
{
    const QTemporaryDir folder;
    QVERIFY(guides::writeKey(m_city, folder.path()));
    put(folder.filePath(u"a.pub"_s), "{}");
    put(folder.filePath(u"b.pub"_s), QByteArray(1 << 20, ' '));
    const guides::Publishers found = guides::readPublishers(folder.path());
    QCOMPARE(found.publishers, QList{m_city.publisher});
    QCOMPARE(found.faults.size(), 2);
    QVERIFY(guides::readPublishers(folder.filePath(u"none"_s)).publishers.isEmpty());
}

QTEST_APPLESS_MAIN(TestSignature)
#include "tst_signature.moc"
