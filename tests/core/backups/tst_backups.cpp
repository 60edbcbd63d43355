#include "core/backups/container.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace backups;

/// A safety copy opens whole with its secret, and otherwise not at all.
class TestBackups : public QObject
{
    Q_OBJECT

    QTemporaryDir place;
    const RecoverySecret secret = RecoverySecret::fresh();
    const QByteArray large = QByteArray("0123456789").repeated(20'000);
    using Found = QMap<QString, QByteArray>;

    QString file(const QString &name) const { return place.filePath(name); }
    void write(const QString &name) const
    {
        auto writer = CopyWriter::begin(file(name), secret.publicKey());
        QVERIFY(writer.has_value());
        QFile source(file(u"source"_s));
        QVERIFY(source.open(QIODevice::WriteOnly));
        source.write(large);
        source.close();
        QVERIFY((*writer)->add(u"device.json"_s, "{}"));
        QVERIFY((*writer)->addFile(u"scans/a/b"_s, source.fileName()));
        QVERIFY((*writer)->add(u"empty"_s, {}));
        const auto size = (*writer)->finish();
        QVERIFY2(size.has_value(), size ? "" : qPrintable(size.error().detail));
        QCOMPARE(*size, QFileInfo(file(name)).size());
    }
    static base::Result<Found> read(const QString &path, const RecoverySecret &with)
    {
        Found found;
        QString last;
        return readCopy(path, with,
                        {[&](const QString &name) -> base::Result<> {
                             last = name;
                             found[name] = QByteArray("");
                             return {};
                         },
                         [&](QByteArrayView bytes) -> base::Result<> {
                             found[last] += bytes;
                             return {};
                         }})
            .map([&] { return found; });
    }
    QByteArray bytesOf(const QString &name) const
    {
        QFile source(file(name));
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile target(file(name));
        QVERIFY(target.open(QIODevice::WriteOnly));
        target.write(bytes);
    }

private slots:
    void whatWentInComesOut()
    {
        write(u"copy"_s);
        QVERIFY(!QFile::exists(file(u"copy.part"_s)));
        QVERIFY(!bytesOf(u"copy"_s).contains("0123456789") && !bytesOf(u"copy"_s).contains("device.json"));
        const auto found = read(file(u"copy"_s), secret);
        QVERIFY(found.has_value());
        QCOMPARE(*found, (Found{{u"device.json"_s, "{}"}, {u"scans/a/b"_s, large}, {u"empty"_s, ""}}));
        QCOMPARE(read(file(u"copy"_s), RecoverySecret::fresh()).error().kind, base::Error::Kind::Secret);
        put(u"noise"_s, "something else");
        QCOMPARE(read(file(u"noise"_s), secret).error().kind, base::Error::Kind::Document);
    }
    /// A changed byte anywhere, an end cut off anywhere, something behind it, two records in each other's place.
    void whatWasTouchedStaysShut()
    {
        write(u"whole"_s);
        const QByteArray whole = bytesOf(u"whole"_s);
        const auto staysShut = [&](const QByteArray &bytes) {
            put(u"touched"_s, bytes);
            return !read(file(u"touched"_s), secret);
        };
        for (qsizetype at = 0; at < whole.size(); at += at < 200 ? 1 : 4999) {
            QByteArray touched = whole;
            touched[at] = char(touched[at] ^ 1);
            QVERIFY2(staysShut(touched), qPrintable(QString::number(at)));
            QVERIFY2(staysShut(whole.left(at)), qPrintable(QString::number(at)));
        }
        QVERIFY(staysShut(whole.chopped(1)));
        QVERIFY(staysShut(whole + 'x'));
        QVERIFY(!staysShut(whole));
    }
    void namesThatLeadOutAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"/etc/passwd", "../x", "a/../../x", "a//b", "", ".", "a/.", "a\\b"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void namesThatLeadOutAreRefused()
    {
        QFETCH(QString, name);
        auto writer = CopyWriter::begin(file(u"hostile"_s), secret.publicKey());
        QVERIFY(writer && (*writer)->add(name, "x") && (*writer)->finish());
        QCOMPARE(read(file(u"hostile"_s), secret).error().kind, base::Error::Kind::Damaged);
    }
    void whatIsNotFinishedLeavesNothing()
    {
        {
            auto writer = CopyWriter::begin(file(u"half"_s), secret.publicKey());
            QVERIFY(writer && (*writer)->add(u"a"_s, large));
            QVERIFY(!(*writer)->addFile(u"b"_s, file(u"not there"_s)));
        }
        QVERIFY(!QFile::exists(file(u"half"_s)) && !QFile::exists(file(u"half.part"_s)));
        QVERIFY(!CopyWriter::begin(file(u"none/copy"_s), secret.publicKey()));
        QVERIFY(!CopyWriter::begin(file(u"copy"_s), "short"));
    }

    void aCodeIsReadAsItIsTyped()
    {
        const QString words = secret.words();
        QCOMPARE(words.size(), 39);
        for (const QString &typed : {words, words.toLower(), QString(words).remove(u'-'), QString(words).replace(u'-', u' ').replace(u'0', u'o'),
                                     u' ' + QString(words).replace(u'1', u'l') + u'\n'})
            QCOMPARE(RecoverySecret::read(typed)->publicKey(), secret.publicKey());
        for (qsizetype i = 0; i < words.size(); ++i) {
            QString mistyped = words;
            mistyped[i] = mistyped[i] == u'7' ? u'8' : u'7';
            QCOMPARE(RecoverySecret::read(mistyped).has_value(), words[i] == mistyped[i]);
        }
        QCOMPARE(RecoverySecret::read(u" yichuang-recovery:"_s + words.toLower() + u'\n')->publicKey(), secret.publicKey());
        QCOMPARE(secret.scanned(), u"YICHUANG-RECOVERY:"_s + words);
        QVERIFY(!RecoverySecret::read(u"YICHUANG-RECOVERY:"_s) && !RecoverySecret::read(u"YICHUANG:C/"_s + words));
        const QString mark = keyMark(secret.publicKey());
        QVERIFY2(mark.size() == 9 && mark[4] == u'-' && !words.contains(mark), qPrintable(mark));
        QVERIFY(mark == keyMark(secret.publicKey()) && mark != keyMark(RecoverySecret::fresh().publicKey()));
        QVERIFY(!RecoverySecret::read({}) && !RecoverySecret::read(words.chopped(1)) && !RecoverySecret::read(words + u'7'));
        QVERIFY(!RecoverySecret::read(u"一二三四"_s));
    }

    /// One a day for sixty days, and three on the last: seven days and the Sundays before stay.
    void oldOnesGo()
    {
        QList<QDateTime> moments;
        const QDate last(2026, 11, 22); // a Sunday
        for (int back = 59; back >= 0; --back)
            moments << QDateTime(last.addDays(-back), QTime(12, 10));
        moments << QDateTime(last, QTime(17, 0)) << QDateTime(last, QTime(9, 0));
        const QList<bool> goes = dispensable(moments);
        QStringList kept;
        for (qsizetype i = 0; i < moments.size(); ++i) {
            if (!goes[i])
                kept << moments[i].toString(u"MMdd-HH"_s);
        }
        QCOMPARE(kept.join(u' '), u"1101-12 1108-12 1115-12 1116-12 1117-12 1118-12 1119-12 1120-12 1121-12 1122-17"_s);
        QCOMPARE(dispensable({}), QList<bool>());
    }
};

QTEST_GUILESS_MAIN(TestBackups)
#include "tst_backups.moc"
