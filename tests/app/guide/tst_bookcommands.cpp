#include "app/guide/commandline.h"
#include "core/guides/packreader.h"
#include "core/guides/packwriter.h"
#include "core/sheets/archive.h"
#include "core/sheets/book.h"
#include "tests/core/guides/samplepack.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace Qt::StringLiterals;

class TestBookCommands : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_folder.reset(); }

    void aPackGoesOutAndComesBack_data();
    void aPackGoesOutAndComesBack();
    void withoutOutItStandsBesideTheBook();
    void faultsArePrintedAndNothingIsWritten();
    void anotherFileIsNotOverwritten();
    void whatIsNoBookIsRefused_data();
    void whatIsNoBookIsRefused();
    void whatCannotBeWrittenIsSaid();

private:
    int run(const QStringList &arguments, const QString &guides = {})
    {
        m_out.clear();
        m_err.clear();
        QTextStream out(&m_out);
        QTextStream err(&m_err);
        return runGuide(arguments, guides.isEmpty() ? m_folder->path() : guides, out, err);
    }

    QString path(const QString &name) const { return m_folder->filePath(name); }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
    }

    QByteArray content(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::optional<QTemporaryDir> m_folder;
    QString m_out;
    QString m_err;
};

void TestBookCommands::init()
{
    m_folder.emplace();
    QVERIFY(m_folder->isValid());
    write(u"sample.json"_s, bytesOf(samplePack()));
}

void TestBookCommands::aPackGoesOutAndComesBack_data()
{
    QTest::addColumn<QString>("pack");
    for (const char *pack : {"luoyang-personal", "sanmenxia-enterprise", "sanmenxia-personal"})
        QTest::newRow(pack) << QString::fromLatin1(pack);
}

void TestBookCommands::aPackGoesOutAndComesBack()
{
    QFETCH(QString, pack);
    const QString guides = qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/guides"_s;
    QCOMPARE(run({u"export"_s, pack, path(u"a.xlsx"_s)}, guides), 0);
    QCOMPARE(m_out, path(u"a.xlsx"_s) + u'\n');
    QCOMPARE(run({u"import"_s, path(u"a.xlsx"_s), u"--out"_s, path(u"b.json"_s)}), 0);
    QCOMPARE(m_out, path(u"b.json"_s) + u'\n');
    QVERIFY(m_err.isEmpty());
    const auto before = guides::readPackFile(guides + u'/' + pack + u".json"_s).and_then([](const QByteArray &json) {
        return guides::readPack(json, u"a"_s);
    });
    const auto after = guides::readPack(content(u"b.json"_s), u"b"_s);
    QVERIFY(before && after && *before == *after);
}

void TestBookCommands::withoutOutItStandsBesideTheBook()
{
    QCOMPARE(run({u"export"_s, u"sample-city"_s, path(u"my.book.xlsx"_s)}), 0);
    QCOMPARE(run({u"import"_s, path(u"my.book.xlsx"_s)}), 0);
    QCOMPARE(content(u"my.book.json"_s), guides::writePack(*guides::readPack(bytesOf(samplePack()), u"a"_s)));
}

void TestBookCommands::faultsArePrintedAndNothingIsWritten()
{
    // No reader would take this pack; a book of it can be written all the same.
    domain::GuidePack pack = *guides::readPack(bytesOf(samplePack()), u"a"_s);
    pack.materials[1].sample = u"none"_s;
    pack.matters[0].items[1].level.clear();
    write(u"bad.xlsx"_s, *sheets::writeBook(pack));
    QCOMPARE(run({u"import"_s, path(u"bad.xlsx"_s)}), 1);
    QCOMPARE(m_out,
             path(u"bad.xlsx"_s) + u": 材料 第 3 行“样本”（M3）: “样本”表中没有 “none”\n"_s + path(u"bad.xlsx"_s)
                 + u": 联办事项 第 3 行“层级”（F3）: 没有填写\n"_s);
    QVERIFY(m_err.isEmpty());
    QVERIFY(!QFile::exists(path(u"bad.json"_s)));
}

void TestBookCommands::anotherFileIsNotOverwritten()
{
    QCOMPARE(run({u"export"_s, u"sample-city"_s, path(u"a.xlsx"_s)}), 0);
    write(u"a.json"_s, "precious");
    QCOMPARE(run({u"import"_s, path(u"a.xlsx"_s)}), 1);
    QCOMPARE(m_err, path(u"a.json"_s) + u": is there already and is left as it is; --force writes over it\n"_s);
    QCOMPARE(content(u"a.json"_s), QByteArray("precious"));
    QCOMPARE(run({u"import"_s, path(u"a.xlsx"_s), u"--force"_s}), 0);
    QVERIFY(content(u"a.json"_s).startsWith("{\n  \"format\": 1,"));
    // The same again is no other file.
    QCOMPARE(run({u"import"_s, path(u"a.xlsx"_s)}), 0);
    write(u"a.xlsx"_s, "precious");
    QCOMPARE(run({u"export"_s, u"sample-city"_s, path(u"a.xlsx"_s)}), 1);
    QCOMPARE(content(u"a.xlsx"_s), QByteArray("precious"));
}

void TestBookCommands::whatIsNoBookIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("out");
    QTest::addColumn<bool>("isSaidInErr");
    QTest::newRow("a pack") << u"sample.json"_s << u": 不是 .xlsx 工作簿\n"_s << false;
    QTest::newRow("no file") << u"none.xlsx"_s << QString() << true;
    QTest::newRow("a folder") << u"."_s << QString() << true;
    QTest::newRow("200 MB") << u"huge.xlsx"_s << u": 文件超过 20 MB\n"_s << false;
}

void TestBookCommands::whatIsNoBookIsRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, out);
    QFETCH(bool, isSaidInErr);
    QFile huge(path(u"huge.xlsx"_s));
    QVERIFY(huge.open(QFile::WriteOnly) && huge.write("PK\x03\x04") == 4 && huge.resize(qint64(200) << 20));
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(run({u"import"_s, path(name), u"--out"_s, path(u"out.json"_s)}), 1);
    QVERIFY(clock.elapsed() < 2000);
    QCOMPARE(m_out, out.isEmpty() ? out : path(name) + out);
    QCOMPARE(m_err.startsWith(path(name) + u": "_s), isSaidInErr);
    QVERIFY(!QFile::exists(path(u"out.json"_s)));
}

void TestBookCommands::whatCannotBeWrittenIsSaid()
{
    QCOMPARE(run({u"export"_s, u"sample-city"_s, path(u"none/a.xlsx"_s)}), 1);
    QVERIFY(m_err.startsWith(path(u"none/a.xlsx"_s)));
    QCOMPARE(run({u"export"_s, u"none"_s, path(u"a.xlsx"_s)}), 1);
    QVERIFY(!QFile::exists(path(u"a.xlsx"_s)));
    QCOMPARE(run({u"export"_s, u"sample-city"_s}), 2);
}

QTEST_GUILESS_MAIN(TestBookCommands)
#include "tst_bookcommands.moc"
