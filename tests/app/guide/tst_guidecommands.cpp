#include "app/guide/commandline.h"
#include "app/guide/mattertext.h"
#include "core/guides/packreader.h"
#include "tests/core/guides/samplepack.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace Qt::StringLiterals;

class TestGuideCommands : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_folder.reset(); }

    void rowsAreThoseOfTheDocuments_data();
    void rowsAreThoseOfTheDocuments();
    void rowsOfAFile();
    void rowsOfTheNewestVersion();
    void rowsOfABrokenPackAreNotPrinted();
    void soundPacksHaveNoFaults();
    void everyFaultIsPrinted();
    void checkFindsAPackByItsId();
    void checkOfAnEmptyFolder();
    void listCounts();
    void listGoesOnAfterABrokenPack();
    void showFindsTheMatter_data();
    void showFindsTheMatter();
    void showSaysEverything();
    void diffSaysWhatChanges();
    void exitCodes_data();
    void exitCodes();
    void pdfIsWritten_data();
    void pdfIsWritten();
    void pdfSaysWhyNot_data();
    void pdfSaysWhyNot();
    void helpGoesToStdout();
    void programWritesUtf8InEveryLocale();

private:
    int run(const QStringList &arguments)
    {
        m_out.clear();
        m_err.clear();
        QTextStream out(&m_out);
        QTextStream err(&m_err);
        return runGuide(arguments, m_folder->path(), out, err);
    }

    QString write(const QString &name, const QJsonValue &pack)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write(bytesOf(pack.toObject())) < 0)
            qFatal("cannot write the pack");
        return file.fileName();
    }

    static QString source(const QString &path) { return qEnvironmentVariable("YICHUANG_SOURCE") + u'/' + path; }

    std::optional<QTemporaryDir> m_folder;
    QString m_out;
    QString m_err;
};

void TestGuideCommands::init()
{
    m_folder.emplace();
    QVERIFY(m_folder->isValid());
}

void TestGuideCommands::rowsAreThoseOfTheDocuments_data()
{
    QTest::addColumn<int>("rows");
    QTest::newRow("luoyang-personal") << 152;
    QTest::newRow("sanmenxia-enterprise") << 130;
    QTest::newRow("sanmenxia-personal") << 125;
}

void TestGuideCommands::rowsAreThoseOfTheDocuments()
{
    const QString pack = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(run({u"rows"_s, pack, u"--guides"_s, source(u"resources/guides"_s)}), 0);
    QFile file(source(u"tests/data/guides/%1.rows.tsv"_s.arg(pack)));
    QVERIFY(file.open(QFile::ReadOnly));
    const QStringList expected = QString::fromUtf8(file.readAll()).split(u'\n');
    const QStringList printed = m_out.split(u'\n');
    for (qsizetype i = 0; i < std::min(expected.size(), printed.size()); ++i)
        QCOMPARE(printed[i], expected[i]);
    QCOMPARE(printed.size(), expected.size());
    QFETCH(int, rows);
    QCOMPARE(m_out.count(u'\n'), rows);
    QVERIFY(m_err.isEmpty());
}

void TestGuideCommands::rowsOfAFile()
{
    const QString file = write(u"any name.json"_s, samplePack());
    QCOMPARE(run({u"rows"_s, file}), 0);
    QCOMPARE(m_out,
             u"sample-city\t1\t*\t新生儿出生\t卫生健康部门\t出生医学证明签发\t卫生健康部门\t县级\t注\n"
             "sample-city\t1\t*\t新生儿出生\t卫生健康部门\t参保一\t医保部门\t市、县级\t\n"
             "sample-city\t1\t*\t新生儿出生\t卫生健康部门\t参保二\t医保部门\t市、县级\t\n"
             "sample-city\t2\t-\t幼儿入园\t教育部门\t户籍信息查询\t公安部门\t市、县级\t\n"_s);
}

void TestGuideCommands::rowsOfTheNewestVersion()
{
    write(u"b.json"_s, samplePack());
    write(u"a.json"_s,
          withValue(withValue(samplePack(), u"version"_s, u"2027.1"_s), u"matters[0].name"_s, u"新名称"_s));
    QCOMPARE(run({u"rows"_s, u"sample-city"_s}), 0);
    QVERIFY(m_out.startsWith(u"sample-city\t1\t*\t新名称\t"_s));
}

void TestGuideCommands::rowsOfABrokenPackAreNotPrinted()
{
    write(u"sample-city.json"_s, withValue(samplePack(), u"matters[0].items[1].level"_s, QJsonValue::Undefined));
    QCOMPARE(run({u"rows"_s, u"sample-city"_s}), 1);
    QVERIFY(m_out.isEmpty());
    QCOMPARE(m_err, m_folder->filePath(u"sample-city.json"_s) + u": matters[0].items[1].level: is missing\n"_s);
}

void TestGuideCommands::soundPacksHaveNoFaults()
{
    QCOMPARE(run({u"check"_s, u"--guides"_s, source(u"resources/guides"_s)}), 0);
    QCOMPARE(m_out.count(u": no faults\n"_s), 3);
    QCOMPARE(m_out.count(u'\n'), 3);
}

void TestGuideCommands::everyFaultIsPrinted()
{
    QJsonValue broken = withValue(samplePack(), u"title"_s, QJsonValue::Undefined);
    broken = withValue(broken, u"matters[0].items[0].fields[0]"_s, u"visa"_s);
    const QString first = write(u"a.json"_s, broken);
    const QString second = write(u"b.json"_s, samplePack());
    const QString third = write(u"c.json"_s, QJsonObject());
    QCOMPARE(run({u"check"_s, first, second, third}), 1);
    QCOMPARE(m_out.split(u'\n'),
             (QStringList{first + u": title: is missing"_s,
                          first + u": matters[0].items[0].fields[0]: no field “visa” in this pack"_s,
                          second + u": no faults"_s, third + u": is not a guide pack"_s, QString()}));
    QCOMPARE(run({u"check"_s}), 1);
    QCOMPARE(m_out.count(u'\n'), 4);
}

void TestGuideCommands::checkFindsAPackByItsId()
{
    const QString file = write(u"other.json"_s, samplePack());
    QCOMPARE(run({u"check"_s, u"sample-city"_s}), 0);
    QCOMPARE(m_out, file + u": no faults\n"_s);
}

void TestGuideCommands::checkOfAnEmptyFolder()
{
    QCOMPARE(run({u"check"_s}), 1);
    QVERIFY(m_err.startsWith(m_folder->path()));
}

void TestGuideCommands::listCounts()
{
    write(u"a.json"_s, samplePack());
    QCOMPARE(run({u"list"_s}), 0);
    QCOMPARE(m_out, u"sample-city\t2026.11.1\t2\t4\t1\t样例市个人事项清单\n"_s);
}

void TestGuideCommands::listGoesOnAfterABrokenPack()
{
    write(u"a.json"_s, QJsonObject());
    write(u"b.json"_s, samplePack());
    QCOMPARE(run({u"list"_s}), 1);
    QVERIFY(m_out.startsWith(u"sample-city\t"_s));
    QCOMPARE(m_err, m_folder->filePath(u"a.json"_s) + u": is not a guide pack\n"_s);
}

void TestGuideCommands::showFindsTheMatter_data()
{
    QTest::addColumn<QString>("matter");
    QTest::newRow("id") << u"school"_s;
    QTest::newRow("number") << u"2"_s;
    QTest::newRow("name") << u"幼儿入园"_s;
}

void TestGuideCommands::showFindsTheMatter()
{
    QFETCH(QString, matter);
    write(u"a.json"_s, samplePack());
    QCOMPARE(run({u"show"_s, u"sample-city"_s, matter}), 0);
    QCOMPARE(m_out,
             u"2. 幼儿入园\n地区：样例市，个人\n牵头部门：教育部门\n清单来源：样例〔2026〕1号\n"
             "指南版本：sample-city 2026.11.1\n状态：仅有清单，未编制材料\n联办事项\n"
             "  1. 户籍信息查询 — 公安部门 — 市、县级\n"_s);
}

void TestGuideCommands::showSaysEverything()
{
    write(u"a.json"_s, samplePack());
    QCOMPARE(run({u"show"_s, u"sample-city"_s, u"birth"_s}), 0);
    for (
        const QString &line : {
            u"1. *新生儿出生\n"_s,
            u"状态：样例：材料等依法律和常识整理，不是官方指南\n"_s,
            u"  · 父母是否参保？\n    回答：一方已参加 / 均未参加\n    说明：清单注\n    来源：清单；可信度：官方\n"_s,
            u"    回答：数字（平方米）\n    仅当：并非：“父母是否参保？”为“均未参加”\n"_s,
            u"    仅当：“面积？”不少于200平方米，或者“面积？”少于“场所面积”（300平方米），或者“父母是否参保？”为“一方已参加”\n"_s,
            u"    择一办理：不与下列事项同时办理：参保二\n    前置事项：出生医学证明签发\n"_s,
            u"    时限：承诺即时，法定30个工作日\n    办理方式：告知承诺（承诺1个工作日，法定13个工作日）\n"_s,
            u"    材料：身份证 — 原件1份（核验后退还）、复印件1份\n"_s,
            u"      本事项要求：自2025-05-10起\n"_s,
            u"      获取顺序：数据共享 → 电子证照 → 申请人提交\n"_s,
            u"      审查要点：在有效期内（不符时：证件已过有效期）\n"_s,
            u"      来源：常识；可信度：高\n      有效：自2020-01-01起至2030-12-31止\n"_s,
            u"    填写：申请人姓名、险种\n"_s,
            u"特殊注意事项\n  · 须本人到场\n"_s,
        })
        QVERIFY2(m_out.contains(line), qPrintable(line + m_out));
}

void TestGuideCommands::diffSaysWhatChanges()
{
    QJsonValue newer = withValue(samplePack(), u"materials[0].deferrable"_s, true);
    newer = withValue(newer, u"matters[0].lead"_s, u"民政部门"_s);
    const QString before = write(u"a.json"_s, samplePack());
    const QString after = write(u"b.json"_s, newer);
    QCOMPARE(run({u"diff"_s, before, after}), 0);
    const QString head = u"sample-city 2026.11.1（样例市个人事项清单，自2026-11-21起施行）\n"_s;
    QCOMPARE(m_out,
             u"旧："_s + head + u"新："_s + head
                 + u"指南包\n  ! 材料“身份证”改为可容缺\n新生儿出生（birth）\n    牵头部门由“卫生健康部门”改为“民政部门”\n"
                   "共2处差异；带“!”的影响申请人要办的事项、要交的材料或要填的内容\n"_s);
    QCOMPARE(run({u"diff"_s, before, before}), 0);
    QVERIFY(m_out.endsWith(u"没有差异\n"_s));
    QCOMPARE(run({u"diff"_s, before, u"nowhere"_s}), 1);
    QVERIFY(m_out.isEmpty() && m_err.contains(u"nowhere"_s));
}

void TestGuideCommands::exitCodes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing asked") << QStringList{} << 2;
    QTest::newRow("unknown command") << QStringList{u"print"_s} << 2;
    QTest::newRow("unknown option") << QStringList{u"list"_s, u"--all"_s} << 2;
    QTest::newRow("pack left out") << QStringList{u"rows"_s} << 2;
    QTest::newRow("matter left out") << QStringList{u"show"_s, u"sample-city"_s} << 2;
    QTest::newRow("two packs for rows") << QStringList{u"rows"_s, u"a"_s, u"b"_s} << 2;
    QTest::newRow("one pack for diff") << QStringList{u"diff"_s, u"a"_s} << 2;
    QTest::newRow("unknown pack") << QStringList{u"rows"_s, u"nowhere"_s} << 1;
    QTest::newRow("unknown pack to check") << QStringList{u"check"_s, u"nowhere"_s} << 1;
    QTest::newRow("unknown matter") << QStringList{u"show"_s, u"sample-city"_s, u"nothing"_s} << 1;
    QTest::newRow("unknown folder") << QStringList{u"list"_s, u"--guides"_s, u"/nowhere"_s} << 1;
}

void TestGuideCommands::exitCodes()
{
    QFETCH(QStringList, arguments);
    write(u"a.json"_s, samplePack());
    QTEST(run(arguments), "code");
    QVERIFY(m_out.isEmpty());
    QVERIFY(!m_err.isEmpty());
}

void TestGuideCommands::pdfIsWritten_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("size");
    QTest::newRow("nothing said") << QStringList{} << QByteArray("595.");
    QTest::newRow("full") << QStringList{u"--full"_s} << QByteArray("595.");
    QTest::newRow("concise") << QStringList{u"--concise"_s} << QByteArray("841.");
}

void TestGuideCommands::pdfIsWritten()
{
    QFETCH(QStringList, options);
    write(u"sample-city.json"_s, samplePack());
    const QString file = m_folder->filePath(u"guide.pdf"_s);
    QCOMPARE(run(QStringList{u"pdf"_s, u"sample-city"_s, u"新生儿出生"_s, u"--out"_s, file} + options), 0);
    QCOMPARE(m_out, file + u'\n');
    QFile pdf(file);
    QVERIFY(pdf.open(QFile::ReadOnly));
    const QByteArray bytes = pdf.readAll();
    QVERIFY(bytes.startsWith("%PDF-"));
    const qsizetype box = bytes.indexOf("/MediaBox [ 0 0 ");
    QVERIFY(box > 0);
    QFETCH(QByteArray, size);
    QVERIFY2(bytes.mid(box + 16, 4) == size, bytes.mid(box, 50));
}

void TestGuideCommands::pdfSaysWhyNot_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("no such matter") << QStringList{u"sample-city"_s, u"nothing"_s} << 1 << u"nothing"_s;
    QTest::newRow("no such pack") << QStringList{u"nowhere"_s, u"birth"_s} << 1 << u"nowhere"_s;
    QTest::newRow("no such hall") << QStringList{u"sample-city"_s, u"birth"_s, u"--hall"_s, u"/no/hall.ini"_s} << 1
                                  << u"/no/hall.ini"_s;
    QTest::newRow("no such folder") << QStringList{u"sample-city"_s, u"birth"_s, u"--out"_s, u"/no/folder/x.pdf"_s} << 1
                                    << u"/no/folder/x.pdf"_s;
    QTest::newRow("both") << QStringList{u"sample-city"_s, u"birth"_s, u"--full"_s, u"--concise"_s} << 2 << u"--full"_s;
}

void TestGuideCommands::pdfSaysWhyNot()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    write(u"sample-city.json"_s, samplePack());
    QTEST(run(QStringList{u"pdf"_s} + arguments), "code");
    QVERIFY2(m_err.contains(says), qPrintable(m_err));
}

void TestGuideCommands::helpGoesToStdout()
{
    QCOMPARE(run({u"--help"_s}), 0);
    QVERIFY(m_out.contains(u"rows"_s) && m_out.contains(u"check"_s) && m_err.isEmpty());
    QCOMPARE(run({u"rows"_s, u"--help"_s}), 0);
    QVERIFY(m_out.contains(u"PACK"_s) && m_err.isEmpty());
}

void TestGuideCommands::programWritesUtf8InEveryLocale()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C"_s);
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QCoreApplication::applicationDirPath() + u"/yichuang-guide"_s, {u"rows"_s, u"sanmenxia-personal"_s});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 0);
    QFile file(source(u"tests/data/guides/sanmenxia-personal.rows.tsv"_s));
    QVERIFY(file.open(QFile::ReadOnly));
    QCOMPARE(program.readAllStandardOutput(), file.readAll());
}

QTEST_GUILESS_MAIN(TestGuideCommands)
#include "tst_guidecommands.moc"
