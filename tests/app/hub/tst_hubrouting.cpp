#include "tests/app/hub/hubprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Routing as an administrator brings it to the hub.
class TestHubRouting : public QObject
{
    Q_OBJECT

private slots:
    void checkNeedsNoStore()
    {
        const auto sound = HubProgram::run({u"routing"_s, u"check"_s, shipped()});
        QCOMPARE(sound.code, 0);
        QVERIFY2(sound.out.contains("sanmenxia") && sound.out.contains("a sample"), sound.out);
    }

    void whatIsWrongIsNamedAndNotLoaded()
    {
        const QTemporaryDir folder;
        QFile file(shipped());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QFile broken(folder.filePath(u"broken.json"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write(file.readAll().replace(R"("region": "411202")", R"("region": "411299")"));
        broken.close();
        const QString data = folder.filePath(u"hub"_s);
        const auto loaded = HubProgram::commandOn(data, {u"routing"_s, u"load"_s, broken.fileName()});
        QCOMPARE(loaded.code, 1);
        QVERIFY2(loaded.err.contains("broken.json: units[") && loaded.err.contains("411299"), loaded.err);
        QVERIFY(!HubProgram::commandOn(data, {u"library"_s}).out.contains("routing"));
    }

    void loadedOnceAndForAll()
    {
        const QTemporaryDir folder;
        const QString data = folder.filePath(u"hub"_s);
        for (int times = 0; times < 2; ++times) {
            const auto loaded = HubProgram::commandOn(data, {u"routing"_s, u"load"_s, shipped()});
            QVERIFY2(loaded.code == 0, loaded.err);
        }
        QVERIFY(HubProgram::commandOn(data, {u"library"_s}).out.contains("routing\tsanmenxia\t2026.11.1"));
    }

    void withoutADataFolderNothingElseIsDone()
    {
        const auto loaded = HubProgram::run({u"routing"_s, u"load"_s, shipped()});
        QCOMPARE(loaded.code, 2);
        QVERIFY2(loaded.err.contains("--data"), loaded.err);
    }

    void peopleAreMadeAtTheConsole()
    {
        const QTemporaryDir folder;
        const QString data = folder.filePath(u"hub"_s);
        const auto admin = HubProgram::commandOn(data, {u"add-admin"_s, u"root"_s});
        QVERIFY2(admin.code == 0, admin.err);
        QCOMPARE(admin.out.trimmed().size(), 24);
        const auto person = HubProgram::commandOn(
            data, {u"add-person"_s, u"zhang"_s, u"--called"_s, u"张三"_s, u"--unit"_s, u"civil-411200"_s, u"--roles"_s, u"reviewer supervisor"_s});
        QVERIFY2(person.code == 0, person.err);
        QVERIFY(person.out != admin.out);
        QCOMPARE(HubProgram::commandOn(data, {u"add-person"_s, u"li"_s, u"--called"_s, u"李四"_s, u"--unit"_s, u"x"_s, u"--roles"_s, u"chief"_s}).code, 1);
        const auto atWindow = [&](const QString &name) {
            return HubProgram::commandOn(data, {u"add-person"_s, name, u"--called"_s, u"王芳"_s, u"--hall"_s, u"411200"_s, u"--roles"_s, u"clerk issuer"_s});
        };
        QCOMPARE(atWindow(u"wang"_s).code, 0);
        QCOMPARE(atWindow(u"wang2"_s).code, 1); // called the same
        QCOMPARE(HubProgram::commandOn(data, {u"reset-password"_s, u"nobody"_s}).code, 1);
        const QByteArray listed = HubProgram::commandOn(data, {u"accounts"_s}).out;
        QVERIFY2(listed.contains("root\troot\tsecurity\t-\t-\tone-time password"), listed);
        QVERIFY2(listed.contains("zhang\t张三\treviewer supervisor\tcivil-411200\t-\tone-time password"), listed);
        QVERIFY2(listed.contains("wang\t王芳\tclerk issuer\t-\t411200\tone-time password") && !listed.contains("wang2"), listed);
        const QByteArray book = HubProgram::commandOn(data, {u"book"_s}).out;
        QVERIFY2(book.contains("console\taccount-made\tzhang") && !book.contains(admin.out.trimmed()), book);
    }

private:
    static QString shipped() { return qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/routing/sanmenxia.json"_s; }
};

QTEST_GUILESS_MAIN(TestHubRouting)
#include "tst_hubrouting.moc"
