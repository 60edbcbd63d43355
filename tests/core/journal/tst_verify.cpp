#include "core/journal/audittrail.h"
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

    /// The same for the audit trail, of which five lines were written over two months.
    void namesAuditLines_data()
    {
        QTest::addColumn<QByteArray>("tampering");
        QTest::addColumn<QString>("named");
        const auto fifth = [](const char *set) { return QByteArray("UPDATE audit SET ") + set + " WHERE seq = 4"; };
        QTest::newRow("moment") << fifth("at = at + 1") << u"audit line 4:"_s;
        QTest::newRow("offset from UTC") << fifth("utc_offset = 0") << u"audit line 4:"_s;
        QTest::newRow("act") << fifth("act = 'exported'") << u"audit line 4:"_s;
        QTest::newRow("sealed bytes of another line") << fifth("sealed = (SELECT sealed FROM audit WHERE seq = 5)") << u"audit line 4:"_s;
        QTest::newRow("sealed bytes cut") << fifth("sealed = substr(sealed, 1, 40)") << u"audit line 4:"_s;
        QTest::newRow("suite") << fifth("suite = 2") << u"audit line 4:"_s;
        QTest::newRow("hash") << fifth("hash = zeroblob(32)") << u"audit line 4:"_s;
        QTest::newRow("line before") << fifth("prev = zeroblob(32)") << u"audit line 4:"_s;
        QTest::newRow("number") << fifth("seq = 9") << u"audit line 4: missing"_s;
        QTest::newRow("line taken out") << "DELETE FROM audit WHERE seq = 4"_ba << u"audit line 4: missing"_s;
        QTest::newRow("last line cut off") << "DELETE FROM audit WHERE seq = 5"_ba << u"audit line 5: missing"_s;
        QTest::newRow("all lines cut off") << "DELETE FROM audit"_ba << u"audit line 1: missing"_s;
        QTest::newRow("key of a month") << "UPDATE audit_key SET sealed = zeroblob(72) WHERE month = '2026-12'"_ba << u"audit line 4:"_s;
        QTest::newRow("key of another month")
            << "UPDATE audit_key SET sealed = (SELECT sealed FROM audit_key WHERE month = '2026-11') WHERE month = '2026-12'"_ba
            << u"audit line 4:"_s;
        QTest::newRow("events cut off") << "DELETE FROM event WHERE seq = 9"_ba << u"the events of cases end earlier"_s;
    }
    void namesAuditLines()
    {
        QFETCH(QByteArray, tampering);
        QFETCH(QString, named);
        world::Profile profile;
        writeThreeCases(profile);
        writeAudit(profile);
        {
            RawDatabase raw(profile.folder + u"/journal.db"_s);
            QVERIFY(!raw.run("UPDATE audit SET at = 0"));
            QVERIFY(!raw.run("DELETE FROM audit"));
            QVERIFY(raw.run("DROP TRIGGER audit_never_changes; DROP TRIGGER audit_never_goes; DROP TRIGGER event_never_goes"));
            QVERIFY2(raw.run(tampering), sqlite3_errmsg(raw.handle()));
            QVERIFY(sqlite3_total_changes(raw.handle()) > 0);
        }
        auto journal = profile.open();
        REQUIRE_OK(journal);
        const auto verified = (*journal)->audit().verify();
        QVERIFY(!verified);
        QCOMPARE(verified.error().kind, base::Error::Kind::Damaged);
        QVERIFY2(verified.error().detail.startsWith(named), qPrintable(verified.error().detail));
    }
    /// An older copy in the place of the file is whole in itself; the head beside it knows better, at once.
    void anOlderFileIsFoundOut_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("journal put back") << u"journal.db"_s;
        QTest::newRow("head gone") << u"audit.head"_s;
        QTest::newRow("nothing") << QString();
    }
    void anOlderFileIsFoundOut()
    {
        QFETCH(QString, what);
        world::Profile profile;
        writeAudit(profile);
        const QString file = profile.folder + u'/' + what;
        QVERIFY(what.isEmpty() || QFile::copy(file, file + u".copy"_s));
        writeAudit(profile);
        if (!what.isEmpty())
            QVERIFY(QFile::remove(file));
        if (what == "journal.db"_L1)
            QVERIFY(QFile::rename(file + u".copy"_s, file));
        auto journal = profile.open();
        REQUIRE_OK(journal);
        QVERIFY((*journal)->setAside().isEmpty());
        QCOMPARE((*journal)->auditFault().has_value(), !what.isEmpty());
        QCOMPARE((*journal)->audit().verify().has_value(), what.isEmpty());
        if (what.isEmpty())
            QCOMPARE((*journal)->audit().verify().value(), 10);
    }
    /// Giving a month up leaves its lines in the chain and takes from them who did what to whom.
    void aMonthIsForgotten()
    {
        world::Profile profile;
        writeAudit(profile);
        auto journal = profile.open();
        REQUIRE_OK(journal);
        journal::AuditTrail &trail = (*journal)->audit();
        QCOMPARE(trail.months().value(), QStringList({u"2026-11"_s, u"2026-12"_s}));
        REQUIRE_OK(trail.forget(u"2026-11"_s));
        QCOMPARE(trail.verify().value(), 5);
        const QList<journal::AuditLine> lines = trail.before(0, 10).value();
        QCOMPARE(lines.size(), 5);
        QVERIFY(!lines[0].isForgotten && lines[0].who == u"测试员5"_s && lines[0].subject == u"案5"_s);
        QVERIFY(lines[4].isForgotten && lines[4].who.isEmpty() && lines[4].act == "case-seen"_L1 && lines[4].seq == 1);
        QCOMPARE(trail.before(3, 1).value().first().seq, 2);
        QCOMPARE(trail.months().value(), QStringList(u"2026-12"_s));
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
    /// Five lines, of which the last two are of the next month.
    static void writeAudit(world::Profile &profile)
    {
        auto journal = profile.open();
        for (int i = 1; i <= 5; ++i) {
            if (i == 4)
                profile.clock.advance(20 * 86400);
            QVERIFY((*journal)->audit().append({.at = profile.clock.now(),
                                                .act = u"case-seen"_s,
                                                .who = u"测试员%1"_s.arg(i),
                                                .subject = u"案%1"_s.arg(i),
                                                .words = {}}));
        }
    }
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
