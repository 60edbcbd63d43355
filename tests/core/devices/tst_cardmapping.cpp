#include "core/devices/cardmapping.h"
#include "core/devices/cardreader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using devices::CardMapping;

/// The mapping files: those that are shipped are sound and say that they are samples; a broken one is named with its place.
class TestCardMapping : public QObject
{
    Q_OBJECT

private:
    const QString m_shipped = qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/readers"_s;

    static QByteArray bytesOf(const QString &file)
    {
        QFile source(file);
        return source.open(QFile::ReadOnly) ? source.readAll() : QByteArray();
    }

private slots:
    void whatIsShippedIsSoundAndSaysWhatItIs()
    {
        const QStringList files = QDir(m_shipped).entryList({u"*.json"_s});
        QCOMPARE(files.size(), 4);
        for (const QString &file : files) {
            const auto mapping = devices::loadCardMapping(file.chopped(5), {u"/nowhere"_s, m_shipped});
            QVERIFY2(mapping, mapping ? "" : qPrintable(mapping.error().place + u": "_s + mapping.error().detail));
            QVERIFY(mapping->isSample);
            QVERIFY(mapping->title.startsWith(u"样例"_s));
            QVERIFY(!mapping->source.isEmpty());
        }
    }

    void aBrokenFileIsNamedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *from, const char *to, const char *place) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(place);
        };
        row("no JSON", "\"status\": \"sample\",", "\"status\": ,", "my.json line 5");
        row("another format", "card-reader/1", "card-reader/2", "my.json /format");
        row("a key nobody knows", "\"method\"", "\"methode\"", "my.json /methode");
        row("and inside", "\"words\"", "\"word\"", "my.json /answer/word");
        row("another scheme", "http://127", "ftp://127", "my.json /url");
        row("no address", "http://127.0.0.1:18801/read", "http://", "my.json /url");
        row("another method", "POST", "DELETE", "my.json /method");
        row("no number of a person", "\"number\": \"data.number\",", "", "my.json /fields/number");
        row("a part that no card has", "\"authority\"", "\"blood\"", "my.json /fields/blood");
        row("a trouble that is none", "\"busy\"", "\"bussy\"", "my.json /answer/troubles/4");
        row("a code without success", "\"success\": [\"0\"],", "", "my.json /answer/success");
        row("a list that is none", "[\"0\"]", "\"0\"", "my.json /answer/success");
        row("text where an object must be", "\"fields\": {", "\"fields\": \"\", \"sexes\": {", "my.json /fields");
        row("a charset that is none", "\"service\"", "\"charset\": \"klingon\", \"service\"", "my.json /charset");
        row("a time that is none", "\"service\"", "\"timeout\": 5, \"service\"", "my.json /timeout");
        row("a time in words", "\"service\"", "\"wait\": \"long\", \"service\"", "my.json /wait");
        row("a sex that is none", "\"service\"", "\"sexes\": {\"M\": \"m\"}, \"service\"", "my.json /sexes/M");
        row("a WebSocket over HTTP", "\"http\"", "\"websocket\"", "my.json /url");
        row("nothing is said of its origin", "\"source\"", "\"title\"", "my.json /source");
    }
    void aBrokenFileIsNamedWithItsPlace()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray json = bytesOf(m_shipped + u"/sample-http.json"_s);
        QVERIFY(json.contains(from));
        json.replace(from, to);
        const auto mapping = devices::readCardMapping(json, u"my.json"_s);
        QVERIFY(!mapping);
        QCOMPARE(mapping.error().kind, base::Error::Kind::Settings);
        QTEST(mapping.error().place, "place");
        QVERIFY(!mapping.error().detail.isEmpty());
    }

    void theProfileGoesFirst()
    {
        const QTemporaryDir profile;
        QFile own(profile.filePath(u"sample-http.json"_s));
        QVERIFY(own.open(QFile::WriteOnly));
        own.write(bytesOf(m_shipped + u"/sample-http.json"_s).replace("\"sample\"", "\"proven\""));
        own.close();
        const auto mapping = devices::loadCardMapping(u"sample-http"_s, {profile.path(), m_shipped});
        QVERIFY(mapping);
        QVERIFY(!mapping->isSample);
        QCOMPARE(mapping->name, u"sample-http"_s);
        QCOMPARE(devices::loadCardMapping(u"other"_s, {profile.path(), m_shipped}).error().kind, base::Error::Kind::Settings);
        QVERIFY(own.resize(100'000));
        QVERIFY(!devices::loadCardMapping(u"sample-http"_s, {profile.path()}));
    }
};

QTEST_APPLESS_MAIN(TestCardMapping)
#include "tst_cardmapping.moc"
