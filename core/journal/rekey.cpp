#include "core/journal/rekey.h"

#include "core/journal/database.h"
#include "core/journal/opening.h"
#include "core/journal/profileplaces.h"
#include "core/journal/seal.h"

#include <QFile>

#include <array>

namespace journal {

using namespace Qt::StringLiterals;
using Kind = base::Error::Kind;

namespace {

/// A table whose sealed column lies under the key of the profile.
struct UnderProfile {
    const char *table;
    const char *select; ///< what names the row, suite, sealed; suite 0: given up, nothing to seal
    const char *update;
    QByteArray (*place)(const QString &name);
};

constexpr std::array underProfile{
    UnderProfile{"meta", "SELECT name, suite, sealed FROM meta WHERE suite > 0",
                 "UPDATE meta SET suite = :suite, sealed = :sealed WHERE name = :name AND sealed = :was", profileplaces::meta},
    UnderProfile{"case_key", "SELECT case_id, suite, sealed FROM case_key WHERE suite > 0",
                 "UPDATE case_key SET suite = :suite, sealed = :sealed WHERE case_id = :name AND sealed = :was", profileplaces::caseKey},
    UnderProfile{"audit_key", "SELECT month, suite, sealed FROM audit_key WHERE suite > 0",
                 "UPDATE audit_key SET suite = :suite, sealed = :sealed WHERE month = :name AND sealed = :was", profileplaces::auditKey},
    UnderProfile{"feed_fault", "SELECT hub_seq, suite, sealed FROM feed_fault WHERE suite > 0",
                 "UPDATE feed_fault SET suite = :suite, sealed = :sealed WHERE hub_seq = :name AND sealed = :was", profileplaces::feedFault},
};

/// Tables with marks or words under the key, and those that refer to them: all follow from the events.
struct MadeAgain {
    const char *table;
    const char *empty;
};
constexpr std::array madeAgain{
    MadeAgain{"case_digest", "DELETE FROM case_digest"}, MadeAgain{"task", "DELETE FROM task"},
    MadeAgain{"shelf", "DELETE FROM shelf"},             MadeAgain{"shelf_code", "DELETE FROM shelf_code"},
    MadeAgain{"report_line", "DELETE FROM report_line"}, MadeAgain{"report_word", "DELETE FROM report_word"},
};

struct SealedRow {
    QString name;
    Sealed sealed;
};

/// Inside a transaction.
base::Result<> rekeyTable(Database &database, const UnderProfile &table, const base::Secret &from, const base::Secret &to)
{
    QList<SealedRow> rows;
    base::Result<> done = database.each(table.select, {}, [&](const QSqlQuery &row) -> base::Result<> {
        rows.append({row.value(0).toString(), {row.value(1).toInt(), row.value(2).toByteArray()}});
        return {};
    });
    for (const SealedRow &row : std::as_const(rows)) {
        if (!done)
            return done;
        const base::Result<QByteArray> plain = unseal(row.sealed, from, table.place(row.name));
        if (!plain)
            return base::Fail({plain.error().kind, u"%1 %2: %3"_s.arg(QLatin1String(table.table), row.name, plain.error().detail), database.file()});
        const base::Secret content(*plain);
        const Sealed sealed = seal(content.view(), to, table.place(row.name));
        done = database.run(table.update, {{u":suite"_s, sealed.suite}, {u":sealed"_s, sealed.bytes}, {u":name"_s, row.name}, {u":was"_s, row.sealed.bytes}});
    }
    return done;
}

}

QStringList tablesUnderProfileKey()
{
    QStringList tables;
    for (const UnderProfile &table : underProfile)
        tables << QLatin1String(table.table);
    for (const MadeAgain &table : madeAgain)
        tables << QLatin1String(table.table);
    return tables;
}

base::Result<bool> opensJournal(const QString &folder, const base::Secret &key)
{
    const QString file = folder + u"/journal.db"_s;
    if (!QFile::exists(file))
        return false;
    Database database(file);
    const base::Result<> fits = database.open().and_then([&] { return checkKey(database, key); });
    if (!fits && fits.error().kind != Kind::Secret)
        return base::Fail(fits.error());
    return fits.has_value();
}

base::Result<> rekey(const QString &folder, const base::Secret &from, const base::Secret &to)
{
    Database database(folder + u"/journal.db"_s);
    base::Result<> done = database.open()
                              .and_then([&] { return database.setUp(); })
                              .and_then([&] { return database.run("PRAGMA secure_delete = ON"); });
    Transaction transaction(database);
    done = done.and_then([&] { return transaction.begin(); });
    for (const UnderProfile &table : underProfile)
        done = done.and_then([&] { return rekeyTable(database, table, from, to); });
    for (const MadeAgain &table : madeAgain)
        done = done.and_then([&] { return database.run(table.empty); });
    return done.and_then([&] { return transaction.commit(); });
}

base::Result<> sweepJournal(const QString &folder)
{
    Database database(folder + u"/journal.db"_s);
    return database.open()
        .and_then([&] { return database.setUp(); })
        .and_then([&] { return database.run("VACUUM"); })
        .and_then([&] { return database.row("PRAGMA wal_checkpoint(TRUNCATE)").map([](const auto &) { }); });
}

base::Result<QByteArray> resealed(const QByteArray &bytes, const base::Secret &from, const base::Secret &to, const QByteArray &place)
{
    if (bytes.isEmpty())
        return base::Fail({Kind::Damaged, u"is empty"_s, {}});
    const base::Result<QByteArray> plain = unseal({bytes.at(0), bytes.sliced(1)}, from, place);
    if (!plain)
        return base::Fail(plain.error());
    const base::Secret content(*plain);
    const Sealed sealed = seal(content.view(), to, place);
    return char(sealed.suite) + sealed.bytes;
}

}
