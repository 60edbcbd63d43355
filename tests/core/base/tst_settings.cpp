#include "core/base/settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSettings : public QObject
{
    Q_OBJECT

    static base::Result<base::HallSettings> read(const QByteArray &ini)
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"hall.ini"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(ini) != ini.size())
            return base::Fail(base::Error{});
        file.close();
        return base::readSettings(file.fileName());
    }

private slots:
    void aMissingFileGivesTheSampleHall()
    {
        const auto settings = base::readSettings(u"/nowhere/hall.ini"_s);
        QVERIFY(settings.has_value());
        QVERIFY(settings->hallName.contains(u"样例"));
        QVERIFY(settings->publicUrl.isEmpty());
        QCOMPARE(settings->hours, u"08:30-12:00 14:00-17:30"_s);
        QCOMPARE(settings->twoHours, u"office"_s);
    }
    void whatIsSetIsTaken()
    {
        const auto settings = read("[hall]\nhallName=三门峡市政务服务中心\nwindowCode=017\npublicUrl=https://ywj.example.cn\n");
        QVERIFY(settings.has_value());
        QCOMPARE(settings->hallName, u"三门峡市政务服务中心"_s);
        QCOMPARE(settings->windowCode, u"017"_s);
        QCOMPARE(settings->publicUrl, u"https://ywj.example.cn"_s);
    }
    void whatIsNoSettingsFileIsRefused_data()
    {
        QTest::addColumn<QByteArray>("ini");
        QTest::addColumn<bool>("taken");
        QTest::newRow("empty: everything by default") << QByteArray() << true;
        QTest::newRow("a key of an earlier version") << QByteArray("[hall]\nhubUrl=http://10.1.2.3:8443\ncopySeconds=5\n") << true;
        QTest::newRow("reader and pad") << QByteArray("[hall]\ncardReader=port-8989\ncardReaderHosts=192.0.2.7 reader.local\n"
                                                      "ratingUrl=http://192.0.2.9/pad?case={number}&at={window}\nratingMethod=post\n")
                                        << true;
        QTest::newRow("locked after an hour") << QByteArray("[hall]\nlockAfter=60\n") << true;
        QTest::newRow("a report at the end of the day") << QByteArray("[hall]\nreportAt=17:40\n") << true;
        QTest::newRow("a comment beside the hall") << QByteArray("; desk 3\n[hall]\nwindowCode=003\n") << true;
        QTest::newRow("noise") << QByteArray("\x01\xff\x80 noise \xfe\n\x00=[", 16) << false;
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n") << false;
        QTest::newRow("settings of another program") << QByteArray("[window]\nwidth=100\n") << false;
        QTest::newRow("a slip in the name of a key") << QByteArray("[hall]\nhalName=三门峡市政务服务中心\n") << false;
    }
    void whatIsNoSettingsFileIsRefused()
    {
        QFETCH(QByteArray, ini);
        QTEST(read(ini).has_value(), "taken");
    }
    void whatCannotBeRightIsNamed_data()
    {
        QTest::addColumn<QByteArray>("ini");
        QTest::addColumn<QString>("key");
        QTest::newRow("region of five digits") << QByteArray("[hall]\nregionCode=41120\n") << u"hall/regionCode"_s;
        QTest::newRow("two hours by the moon") << QByteArray("[hall]\ntwoHours=moon\n") << u"hall/twoHours"_s;
        QTest::newRow("hours in words") << QByteArray("[hall]\nhours=all day\n") << u"hall/hours"_s;
        QTest::newRow("window with a letter") << QByteArray("[hall]\nwindowCode=A01\n") << u"hall/windowCode"_s;
        QTest::newRow("address without a scheme") << QByteArray("[hall]\npublicUrl=ywj.example.cn\n") << u"hall/publicUrl"_s;
        QTest::newRow("a value for ever on the clipboard") << QByteArray("[hall]\ncopySeconds=601\n") << u"hall/copySeconds"_s;
        QTest::newRow("more than two hours to push") << QByteArray("[hall]\npushMinutes=121\n") << u"hall/pushMinutes"_s;
        QTest::newRow("no time to look") << QByteArray("[hall]\nreviewMinutes=0\n") << u"hall/reviewMinutes"_s;
        QTest::newRow("two days to accept") << QByteArray("[hall]\nacceptDays=2\n") << u"hall/acceptDays"_s;
        QTest::newRow("reminders with commas") << QByteArray("[hall]\nremindBefore=3,1\n") << u"hall/remindBefore"_s;
        QTest::newRow("a reminder on the day itself") << QByteArray("[hall]\nremindBefore=3 0\n") << u"hall/remindBefore"_s;
        QTest::newRow("a reader by its path") << QByteArray("[hall]\ncardReader=../../etc/passwd\n") << u"hall/cardReader"_s;
        QTest::newRow("never locked") << QByteArray("[hall]\nlockAfter=0\n") << u"hall/lockAfter"_s;
        QTest::newRow("locked after more than an hour") << QByteArray("[hall]\nlockAfter=61\n") << u"hall/lockAfter"_s;
        QTest::newRow("no time of the day") << QByteArray("[hall]\nreportAt=25:00\n") << u"hall/reportAt"_s;
        QTest::newRow("a pad that is not told the case") << QByteArray("[hall]\nratingUrl=http://192.0.2.9/pad\n") << u"hall/ratingUrl"_s;
        QTest::newRow("a pad by another method") << QByteArray("[hall]\nratingMethod=put\n") << u"hall/ratingMethod"_s;
        QTest::newRow("no clerk") << QByteArray("[hall]\nclerk=\n") << u"hall/clerk"_s;
    }
    void whatCannotBeRightIsNamed()
    {
        QFETCH(QByteArray, ini);
        QFETCH(QString, key);
        const auto settings = read(ini);
        QVERIFY(!settings.has_value());
        QCOMPARE(settings.error().kind, base::Error::Kind::Settings);
        QVERIFY2(settings.error().detail.contains(key), qPrintable(settings.error().detail));
    }
};
QTEST_APPLESS_MAIN(TestSettings)
#include "tst_settings.moc"
