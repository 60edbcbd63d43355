#include "tests/core/journal/rawdatabase.h"
#include "tests/core/journal/world.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Somebody with an SQLite tool changes the file. Nothing of it goes unnoticed, and the first event concerned is named.
class TestVerify : public QObject
{
    Q_OBJECT

private slots:
    void names_data()
    {
        QTest::addColumn<QByteArray>("tampering");
        QTest::addColumn<int>("seq");
        const auto event = [](const char *set) { return QByteArray("UPDATE event SET ") + set + " WHERE seq = 5"; };
        // substr() and || '' on blobs give text; CAST puts it back. Each row changes as little as the column allows.
        const auto flipped = [](const QByteArray &column, const QByteArray &at) {
            return column + " = CAST(substr(" + column + ", 1, " + at + " - 1) || CASE hex(substr(" + column + ", " + at
                + ", 1)) WHEN '41' THEN x'42' ELSE x'41' END || substr(" + column + ", " + at + " + 1) AS BLOB)";
        };
        QTest::newRow("order of two events") << "UPDATE event SET id = 1000 WHERE seq = 5"_ba << 5;
        QTest::newRow("writer") << "INSERT INTO writer (id, device, incarnation, mark) VALUES (9, 'x', 1, 'ZZ'); "_ba + event("writer = 9") << 5;
        QTest::newRow("sequence number") << event("seq = 999") << 999;
        QTest::newRow("case") << event("case_id = (SELECT case_id FROM event WHERE seq = 2)") << 5;
        QTest::newRow("type") << event("type = 'field.entered '") << 5;
        QTest::newRow("time") << event("at = at + 1") << 5;
        QTest::newRow("offset from UTC") << event("utc_offset = 0") << 5;
        QTest::newRow("guide version") << event("guide_version = '2026.2'") << 5;
        QTest::newRow("previous hash, one byte") << event(flipped("prev", "7").constData()) << 5;
        QTest::newRow("said to be forgotten") << event("origin = 4") << 5;
        QTest::newRow("hash, one byte") << event(flipped("hash", "32").constData()) << 5;
        QTest::newRow("suite") << event("suite = 2") << 5;
        QTest::newRow("sealed bytes, nonce") << event(flipped("sealed", "1").constData()) << 5;
        QTest::newRow("sealed bytes, content") << event(flipped("sealed", "60").constData()) << 5;
        QTest::newRow("sealed bytes, tag") << event(flipped("sealed", "length(sealed)").constData()) << 5;
        QTest::newRow("sealed bytes of another event")
            << "UPDATE event SET sealed = (SELECT sealed FROM event WHERE seq = 6) WHERE seq = 5"_ba << 5;
        QTest::newRow("event taken out") << "DELETE FROM event WHERE seq = 5"_ba << 5;
        QTest::newRow("last event cut off") << "DELETE FROM event WHERE seq = 9"_ba << 9;
        QTest::newRow("key of the case, one byte") << "UPDATE case_key SET "_ba + flipped("sealed", "30")
                + " WHERE case_id = (SELECT case_id FROM event WHERE seq = 4)"
                                                   << 4;
        QTest::newRow("key of another case") << "UPDATE case_key SET sealed = (SELECT k.sealed FROM case_key k, event "
                                                "e WHERE k.case_id = e.case_id AND seq = 1)"
                                                " WHERE case_id = (SELECT case_id FROM event WHERE seq = 4)"_ba
                                             << 4;
        QTest::newRow("key of the case gone")
            << "DELETE FROM case_key WHERE case_id = (SELECT case_id FROM event WHERE seq = 4)"_ba << 4;
    }
    void names()
    {
        QFETCH(QByteArray, tampering);
        QFETCH(int, seq);
        world::Profile profile;
        writeThreeCases(profile);
        {
            RawDatabase raw(profile.folder + u"/journal.db"_s);
            QVERIFY(raw.run("DROP TRIGGER event_never_changes; DROP TRIGGER event_keeps_its_writer; DROP TRIGGER event_never_goes"));
            QVERIFY2(raw.run(tampering), sqlite3_errmsg(raw.handle()));
            QVERIFY(sqlite3_total_changes(raw.handle()) > 0);
        }
        auto journal = profile.open();
        REQUIRE_OK(journal);
        const auto verified = (*journal)->verify();
        QVERIFY(!verified);
        QCOMPARE(verified.error().kind, base::Error::Kind::Damaged);
        QVERIFY2(verified.error().detail.startsWith(u"event %1:"_s.arg(seq)), qPrintable(verified.error().detail));
    }

    void untouchedIsGood()
    {
        world::Profile profile;
        writeThreeCases(profile);
        auto journal = profile.open();
        REQUIRE_OK(journal);
        QCOMPARE((*journal)->verify().value(), 9);
    }

    void eventsCannotBeChangedOrRemoved()
    {
        world::Profile profile;
        writeThreeCases(profile);
        RawDatabase raw(profile.folder + u"/journal.db"_s);
        QVERIFY(!raw.run("UPDATE event SET at = 0"));
        QVERIFY(!raw.run("DELETE FROM event"));
    }

    void aSpoiltCaseLeavesTheOthersReadable()
    {
        world::Profile profile;
        const QStringList ids = writeThreeCases(profile);
        QVERIFY(RawDatabase(profile.folder + u"/journal.db"_s)
                    .run("UPDATE case_key SET sealed = zeroblob(72) WHERE case_id = '" + ids[1].toUtf8() + "'"));
        auto journal = profile.open();
        REQUIRE_OK(journal);
        QCOMPARE((*journal)->eventsOf(ids[1]).error().kind, base::Error::Kind::Damaged);
        QCOMPARE((*journal)->eventsOf(ids[0])->size(), 3);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^applicant of case"_s));
        QCOMPARE((*journal)->cases(false, 10)->size(), 3);
    }

    void aFailedRebuildKeepsTheOldLists()
    {
        world::Profile profile;
        const QStringList ids = writeThreeCases(profile);
        QVERIFY(RawDatabase(profile.folder + u"/journal.db"_s)
                    .run("DROP TRIGGER event_never_changes; UPDATE event SET at = 0 WHERE seq = 5"));
        auto journal = profile.open();
        REQUIRE_OK(journal);
        const auto rebuilt = (*journal)->rebuildProjections();
        QCOMPARE(rebuilt.error().kind, base::Error::Kind::Damaged);
        QCOMPARE((*journal)->cases(false, 10)->size(), 3);
        QCOMPARE((*journal)->nextSerial(profile.clock.now().date()).value(), 4);
    }

private:
    /// Three events each; their ids. Sequence numbers 1–3, 4–6, 7–9.
    static QStringList writeThreeCases(world::Profile &profile)
    {
        auto journal = profile.open();
        QStringList ids;
        for (int i = 0; i < 3; ++i) {
            world::Clerk clerk(profile.clock);
            const bool written = clerk.open(**journal) && clerk.enter(**journal, u"applicant-name"_s, u"测试甲"_s)
                && clerk.enter(**journal, u"applicant-name"_s, u"测试乙"_s);
            ids << (written ? clerk.id() : QString());
        }
        return ids;
    }
};

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
