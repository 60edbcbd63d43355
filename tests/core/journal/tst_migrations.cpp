#include "tests/core/journal/rawdatabase.h"
#include "tests/core/journal/world.h"

#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;

/// Journals of every released version, kept as SQL with a real content, must open for ever and end up with the schema of a
/// new one.
class TestMigrations : public QObject
{
    Q_OBJECT

private slots:
    void oldJournalsOpen_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("version 1") << u"journal-v1.sql"_s;
        QTest::newRow("version 4") << u"journal-v4.sql"_s;
    }
    void oldJournalsOpen()
    {
        QFETCH(QString, file);
        world::Profile old;
        restore(old, file);
        auto journal = old.open();
        REQUIRE_OK(journal);
        QVERIFY((*journal)->setAside().isEmpty());
        QCOMPARE((*journal)->verify().value(), 5);
        const QList<journal::CaseRow> cases = (*journal)->cases(false, 10).value();
        QCOMPARE(cases.size(), 2);
        const QList<domain::Event> events = (*journal)->eventsOf(cases[0].id).value();
        QVERIFY(!events.isEmpty());
        QVERIFY(std::ranges::all_of(events, [](const domain::Event &event) { return event.hubAt.isNull(); }));
        QCOMPARE(cases[0].applicant, u"𬭚·瀍"_s);
        QCOMPARE(cases[0].stage, domain::Stage::Filed);
        QCOMPARE(world::replay(**journal, cases[0].id).fields.value(u"applicant-name"_s), u"𬭚·瀍"_s);
        const QList<journal::MatterUse> used = (*journal)->mattersUsed().value();
        QCOMPARE(std::accumulate(used.begin(), used.end(), qint64(0),
                                 [](qint64 sum, const journal::MatterUse &use) { return sum + use.cases; }),
                 2);
        REQUIRE_OK((*journal)->rebuildProjections());
        QCOMPARE((*journal)->mattersUsed().value(), used);
        QCOMPARE((*journal)->cases(false, 10)->size(), 2);
        world::Clerk clerk(old.clock);
        REQUIRE_OK(clerk.open(**journal));
        QCOMPARE((*journal)->verify().value(), 6);

        world::Profile fresh;
        REQUIRE_OK(fresh.open());
        QCOMPARE(schemaOf(old), schemaOf(fresh));
    }

private:
    static void restore(const world::Profile &profile, const QString &name)
    {
        QFile sql(qEnvironmentVariable("YICHUANG_SOURCE") + u"/tests/core/journal/data/"_s + name);
        QVERIFY2(sql.open(QIODevice::ReadOnly), qPrintable(sql.fileName()));
        QVERIFY(QDir().mkpath(profile.folder));
        RawDatabase raw(profile.folder + u"/journal.db"_s);
        QVERIFY2(raw.run(sql.readAll()), sqlite3_errmsg(raw.handle()));
    }
    static QStringList schemaOf(const world::Profile &profile)
    {
        RawDatabase raw(profile.folder + u"/journal.db"_s);
        return raw.column(
                   "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY type, name")
            + raw.column("PRAGMA user_version") + raw.column("PRAGMA application_id");
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
