#include "core/hub/book.h"
#include "tests/app/hub/store/byhand.h"
#include "tests/app/hub/store/storetest.h"

#include <QCryptographicHash>

#include <thread>

using namespace hubworld;

/// The book of what everybody did is a chain: whatever is changed in it shows, and where.
class TestHubBook final : public StoreTest
{
    Q_OBJECT

private slots:
    void severalThatWriteAtOnceWriteOneChain()
    {
        std::vector<std::thread> writers;
        std::atomic<int> failures = 0;
        for (int writer = 0; writer < 3; ++writer)
            writers.emplace_back([&, writer] {
                for (int i = 0; i < 20; ++i)
                    failures += write(u"w%1"_s.arg(writer)) ? 0 : 1;
            });
        for (std::thread &writer : writers)
            writer.join();
        QCOMPARE(failures.load(), 0);
        const auto check = hub::checkBook(center->engine);
        QVERIFY(check && check->isSound());
        QCOMPARE(check->chained, 60);
        qint64 place = 0;
        QVERIFY(hub::eachLine(center->engine, [&](const hub::AuditLine &line) -> base::Result<> {
            return line.place == ++place ? base::Result<>() : base::Fail({base::Error::Kind::Damaged, u"order"_s, {}});
        }));
        QCOMPARE(filtered({.account = u"w1"_s, .act = {}, .subject = {}}), 20);
        QCOMPARE(filtered({.account = {}, .act = u"seen"_s, .subject = u"c-"_s}), 60);
        QCOMPARE(filtered({.account = {}, .act = {}, .subject = u"%"_s}), 0);
        const QDateTime now = center->engine.now();
        QCOMPARE(filtered({.account = {}, .act = {}, .subject = {}, .from = now, .before = now.addSecs(1)}), 60);
        QCOMPARE(filtered({.account = {}, .act = {}, .subject = {}, .from = {}, .before = now}), 0);
    }

    void whatWasChangedShows_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<qint64>("faulty"); ///< place; 0: nothing is wrong
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const QStringList &statements, qint64 faulty, const QString &fault) {
            QTest::newRow(name) << statements << faulty << fault;
        };
        row("nothing", {}, 0, {});
        row("who", {u"UPDATE audit SET account = 'x' WHERE place = 3"_s}, 3, u"not what was written"_s);
        row("when", {u"UPDATE audit SET at = at + 1 WHERE place = 5"_s}, 5, u"not what was written"_s);
        row("words moved between fields", {u"UPDATE audit SET act = act || substr(subject, 1, 1), subject = substr(subject, 2) WHERE place = 2"_s}, 2, u"not what was written"_s);
        row("the first is gone", {u"DELETE FROM audit WHERE place = 1"_s}, 1, u"1 line(s) are missing here"_s);
        row("some are gone", {u"DELETE FROM audit WHERE place IN (3, 4)"_s}, 3, u"2 line(s) are missing here"_s);
        row("the last are gone", {u"DELETE FROM audit WHERE place > 4"_s}, 5, u"2 line(s) are missing at the end"_s);
        row("all are gone", {u"DELETE FROM audit"_s}, 1, u"6 line(s) are missing at the end"_s);
        row("gone and counted anew", {u"DELETE FROM audit WHERE place = 2"_s, u"UPDATE audit SET place = place - 1 WHERE place > 2"_s}, 2, u"not what was written"_s);
        row("one put in", {u"INSERT INTO audit (at, account, act, subject, words) VALUES (0, 'x', 'y', 'z', '')"_s}, 7, u"without a hash"_s);
        row("two changed places", {u"UPDATE audit SET place = 99 WHERE place = 2"_s, u"UPDATE audit SET place = 2 WHERE place = 3"_s, u"UPDATE audit SET place = 3 WHERE place = 99"_s}, 2, u"missing here"_s);
        row("the note of the end", {u"UPDATE book_end SET hash = zeroblob(32)"_s}, 6, u"end of the chain"_s);
        row("the hash of a line", {u"UPDATE audit SET hash = zeroblob(32) WHERE place = 4"_s}, 4, u"not what was written"_s);
    }
    void whatWasChangedShows()
    {
        if (isServer())
            QSKIP("by hand only in the embedded store");
        QFETCH(QStringList, statements);
        for (int i = 0; i < 6; ++i)
            QVERIFY(write(u"zhang"_s));
        changeByHand(*room, QStringList{u"DROP TRIGGER audit_never_changes"_s, u"DROP TRIGGER audit_never_goes"_s} + statements);
        const auto check = hub::checkBook(center->engine);
        QVERIFY(check);
        QTEST(check->faulty, "faulty");
        QFETCH(QString, fault);
        QVERIFY2(check->isSound() == fault.isEmpty() && check->fault.contains(fault), qPrintable(check->fault));
    }

    /// A store of the version before: its lines stay as they are, in front of the chain.
    void linesFromBeforeTheChain()
    {
        if (isServer())
            QSKIP("by hand only in the embedded store");
        QVERIFY(write(u"zhang"_s) && write(u"li"_s));
        center.reset();
        changeByHand(*room, {u"DROP INDEX audit_place"_s, u"DROP INDEX audit_by_time"_s, u"DROP TRIGGER audit_never_changes"_s,
                             u"ALTER TABLE audit DROP COLUMN place"_s, u"ALTER TABLE audit DROP COLUMN hash"_s, u"DROP TABLE book_end"_s,
                             u"DROP TABLE application_picture"_s, u"DROP TABLE application"_s, u"DROP TABLE own_serial"_s, // of later steps
                             u"DROP TABLE report_line"_s, u"DROP INDEX rating_by_time"_s, u"DROP TABLE wipe_order"_s,
                             u"ALTER TABLE self DROP COLUMN algorithm"_s, u"ALTER TABLE device DROP COLUMN algorithm"_s,
                             u"UPDATE schema_version SET version = 5"_s});
        center = std::make_unique<Hub>(*room);
        QVERIFY(write(u"wang"_s) && write(u"wang"_s));
        const auto check = hub::checkBook(center->engine);
        QVERIFY(check && check->isSound());
        QCOMPARE(check->older, 2);
        QCOMPARE(check->chained, 2);
        QCOMPARE(filtered({}), 4);
    }

    /// The same line has the same hash for ever, on every machine: auditors may reckon it themselves.
    void theHashIsThatOfTheDescription()
    {
        const hub::AuditLine line{.at = QDateTime::fromMSecsSinceEpoch(1'795'000'000'123, Qt::UTC), .account = u"zhang"_s, .act = u"case-seen"_s, .subject = u"c/i"_s, .words = u"张"_s, .place = 1};
        const QByteArray text = QByteArray(32, '\0') + "1:1" "13:1795000000123" "5:zhang" "9:case-seen" "3:c/i" "3:张";
        QCOMPARE(hub::chainHash(hub::chainBegin(), line), QCryptographicHash::hash(text, QCryptographicHash::Sha256));
    }

    void asATable()
    {
        hub::AuditLine line{.at = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC), .account = u"=1+1"_s, .act = u"a\"b"_s, .subject = u"一,二"_s, .words = u"-x"_s, .place = 7, .hash = "\x01\xff"};
        QCOMPARE(hub::tableLine(line), QByteArray("7,1970-01-01T00:00:00.000Z,\"'=1+1\",\"a\"\"b\",\"一,二\",\"'-x\",01ff\r\n"));
        QCOMPARE(hub::tableHead().count(','), 6);
    }

private:
    bool write(const QString &who)
    {
        return hub::within(*center->store, hub::Store::For::Writing, [&](hub::Transaction &rows) {
                   return rows.people().add({.at = center->engine.now(), .account = who, .act = u"seen"_s, .subject = u"c-1"_s, .words = {}});
               })
            .has_value();
    }
    qsizetype filtered(const hub::AuditFilter &filter)
    {
        return hub::within(*center->store, hub::Store::For::Reading, [&](hub::Transaction &rows) { return rows.people().audit(filter, 1000); })
            .value_or(QList<hub::AuditLine>())
            .size();
    }
};

QTEST_GUILESS_MAIN(TestHubBook)
#include "tst_hubbook.moc"
