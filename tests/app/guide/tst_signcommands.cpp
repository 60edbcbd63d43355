#include "app/guide/commandline.h"
#include "tests/core/guides/samplepack.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace Qt::StringLiterals;

/// key, sign and verify as a publisher and an administrator type them.
class TestSignCommands : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_folder.reset(); }

    void whatIsSignedIsGenuine();
    void whatIsAlteredIsSaid();
    void anotherPublisherIsUnknown();
    void noSignatureIsSaid();
    void aBrokenPackIsNotSigned();
    void aKeyIsNotWrittenOver();
    void exitCodes_data();
    void exitCodes();

private:
    int run(const QStringList &arguments)
    {
        m_out.clear();
        m_err.clear();
        QTextStream out(&m_out);
        QTextStream err(&m_err);
        return runGuide(arguments, m_folder->filePath(u"guides"_s), out, err);
    }
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(path(name));
        QVERIFY(file.open(QFile::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    int verify() { return run({u"verify"_s, path(u"guides/pack.json"_s)}); }

    std::optional<QTemporaryDir> m_folder;
    QString m_out;
    QString m_err;
};

/// As installed: guides and publishers beside each other, here with the publisher's own key among them.
void TestSignCommands::init()
{
    m_folder.emplace();
    QVERIFY(QDir(m_folder->path()).mkdir(u"guides"_s) && QDir(m_folder->path()).mkdir(u"publishers"_s));
    QCOMPARE(run({u"key"_s, path(u"publishers"_s), u"--publisher"_s, u"样例市"_s}), 0);
    QVERIFY(m_out.contains(u"发布单位：样例市\n密钥编号："_s));
    write(u"guides/pack.json"_s, bytesOf(samplePack()));
    QCOMPARE(run({u"sign"_s, path(u"guides/pack.json"_s), u"--key"_s, path(u"publishers/publisher.key"_s)}), 0);
    QVERIFY(m_out.startsWith(u"已签名：sample-city 2026.11.1，由“样例市”发布"_s));
}

void TestSignCommands::whatIsSignedIsGenuine()
{
    QCOMPARE(verify(), 0);
    QCOMPARE(m_out, path(u"guides/pack.json"_s) + u"：签名有效：由“样例市”发布，内容未被改动\n"_s);
    const QFile::Permissions mode = QFile(path(u"guides/pack.json.sig"_s)).permissions();
    QVERIFY(mode.testFlag(QFile::ReadOther));
}

void TestSignCommands::whatIsAlteredIsSaid()
{
    write(u"guides/pack.json"_s, bytesOf(samplePack()) + '\n');
    QCOMPARE(verify(), 1);
    QVERIFY2(m_out.contains(u"被改动过"_s), qPrintable(m_out));
}

void TestSignCommands::anotherPublisherIsUnknown()
{
    QCOMPARE(run({u"key"_s, path(u"made/others"_s), u"--publisher"_s, u"样例市"_s}), 0);
    QCOMPARE(run({u"verify"_s, path(u"guides/pack.json"_s), u"--publishers"_s, path(u"made/others"_s)}), 1);
    QVERIFY2(m_out.contains(u"发布单位不明"_s), qPrintable(m_out));
}

void TestSignCommands::noSignatureIsSaid()
{
    QVERIFY(QFile::remove(path(u"guides/pack.json.sig"_s)));
    QCOMPARE(verify(), 1);
    QVERIFY2(m_out.contains(u"没有签名"_s), qPrintable(m_out));
}

void TestSignCommands::aBrokenPackIsNotSigned()
{
    write(u"guides/broken.json"_s, bytesOf(withValue(samplePack(), u"title"_s, QJsonValue::Undefined).toObject()));
    QCOMPARE(run({u"sign"_s, path(u"guides/broken.json"_s), u"--key"_s, path(u"publishers/publisher.key"_s)}), 1);
    QCOMPARE(m_err, path(u"guides/broken.json"_s) + u": title: is missing\n"_s);
    QVERIFY(!QFile::exists(path(u"guides/broken.json.sig"_s)));
}

void TestSignCommands::aKeyIsNotWrittenOver()
{
    QFile key(path(u"publishers/publisher.key"_s));
    QVERIFY(key.open(QFile::ReadOnly));
    const QByteArray before = key.readAll();
    QCOMPARE(run({u"key"_s, path(u"publishers"_s), u"--publisher"_s, u"样例市"_s}), 1);
    QVERIFY(m_err.startsWith(key.fileName()));
    QVERIFY(key.seek(0));
    QCOMPARE(key.readAll(), before);
}

void TestSignCommands::exitCodes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("publisher left out") << QStringList{u"key"_s, u"."_s} << 2;
    QTest::newRow("key left out") << QStringList{u"sign"_s, u"pack.json"_s} << 2;
    QTest::newRow("pack left out") << QStringList{u"verify"_s} << 2;
    QTest::newRow("unknown pack") << QStringList{u"verify"_s, u"/nowhere/pack.json"_s} << 1;
    QTest::newRow("unknown key") << QStringList{u"sign"_s, u"pack.json"_s, u"--key"_s, u"/nowhere/key"_s} << 1;
    QTest::newRow("folder that cannot be made") << QStringList{u"key"_s, u"/dev/null/keys"_s, u"--publisher"_s, u"甲"_s} << 1;
}

void TestSignCommands::exitCodes()
{
    QFETCH(QStringList, arguments);
    QTEST(run(arguments), "code");
    QVERIFY(m_out.isEmpty());
    QVERIFY(!m_err.isEmpty());
}

QTEST_GUILESS_MAIN(TestSignCommands)
#include "tst_signcommands.moc"
