#include "core/guides/packreader.h"
#include "core/guides/packwriter.h"
#include "core/sheets/book.h"
#include "core/sheets/tables.h"
#include "tests/core/guides/samplepack.h"

#include <QDir>
#include <QJsonArray>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::GuidePack;

/// What is written into a book is what is read from it.
class TestBook : public QObject
{
    Q_OBJECT

private slots:
    void comesBackWhole_data();
    void comesBackWhole();






private:
    static GuidePack read(const QByteArray &json)
    {
        const base::Result<GuidePack> pack = guides::readPack(json, u"a.json"_s);
        if (!pack)
            qFatal("%s", qPrintable(pack.error().place + u' ' + pack.error().detail));
        return *pack;
    }

    /// What Debian's Python says after \a script with the library openpyxl, called with \a arguments.
    static QString python(const QByteArray &script, const QStringList &arguments)
    {
        QProcess process;
        process.start(u"/usr/bin/python3"_s, QStringList{u"-c"_s, QString::fromUtf8(script)} + arguments);
        if (!process.waitForFinished(60000) || process.exitCode() != 0)
            qFatal("%s", process.readAllStandardError().constData());
        return QString::fromUtf8(process.readAllStandardOutput());
    }
};

void TestBook::comesBackWhole_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("sample") << bytesOf(samplePack());
    QTest::newRow("overlay without matters") << QByteArray(R"({"format": 1, "pack": "county", "title": "县", "version": "1",
        "publisher": "p", "region": {"code": "411221", "name": "县"}, "audience": "企业", "source": "s", "from": "2026-01-01",
        "base": "sample-city", "drops": ["birth", "school/household"]})");
    QTest::newRow("what a table program likes to change")
        << bytesOf(withValue(withValue(withValue(samplePack(), u"title"_s, u"=1+1"_s), u"places[0].phone"_s, u"0398"_s),
                             u"places[0].name"_s, u"2026-11-21"_s)
                       .toObject());
    const QDir folder(qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/guides"_s);
    for (const QString &name : folder.entryList({u"*.json"_s})) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QFile::ReadOnly));
        QTest::newRow(qPrintable(name)) << file.readAll();
    }
}

void TestBook::comesBackWhole()
{
    QFETCH(QByteArray, json);
    const GuidePack pack = read(json);
    QElapsedTimer clock;
    clock.start();
    const base::Result<QByteArray> book = sheets::writeBook(pack);
    QVERIFY2(book, book ? "" : qPrintable(book.error().detail));
    const qint64 written = clock.restart();
    const sheets::BookContent content = sheets::readBook(*book, u"book.xlsx"_s);
    qInfo("%lld KB, written in %lld ms, read in %lld ms", book->size() / 1024, written, clock.elapsed());
    for (const base::Error &fault : content.faults)
        qWarning().noquote() << fault.place << fault.detail;
    QVERIFY(content.pack);
    QCOMPARE(guides::writePack(*content.pack), guides::writePack(pack));
    QVERIFY(*content.pack == pack);
}

QTEST_GUILESS_MAIN(TestBook)
#include "tst_book.moc"
