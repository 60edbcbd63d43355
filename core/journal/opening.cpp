#include "core/journal/opening.h"

#include "core/base/durablefile.h"
#include "core/journal/logging.h"
#include "core/journal/migrations.h"
#include "core/journal/profileplaces.h"
#include "core/journal/seal.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace journal {

using namespace Qt::StringLiterals;
using Kind = base::Error::Kind;

namespace {

const QString databaseFile = u"journal.db"_s;
const QString unbornName = u"journal.new"_s;
const QString keyCheckName = u"key_check"_s;
const QByteArray keyWitness = "this key opens this journal";

/// Up to this size a check of every page (about 3 ms a MiB) is not felt at the start of the program.
constexpr qint64 alwaysChecked = 16LL << 20;

base::Result<> checkKind(Database &database)
{
    const auto id = database.row("PRAGMA application_id");
    if (!id)
        return base::Fail(id.error());
    const base::Result<int> version = database.version();
    if (!version)
        return base::Fail(version.error());
    if (!*id || (*id)->constFirst().toInt() != applicationId || *version < 1)
        return base::Fail({Kind::Damaged, u"not a journal"_s, database.file()});
    if (*version > newestVersion())
        return base::Fail({Kind::Document, u"written by a newer version (schema %1)"_s.arg(*version), database.file()});
    return {};
}

base::Result<> checkPages(Database &database)
{
    const auto row = database.row("PRAGMA quick_check(1)");
    if (!row)
        return base::Fail(row.error());
    const QString verdict = *row ? (*row)->constFirst().toString() : QString();
    if (verdict != "ok"_L1)
        return base::Fail({Kind::Damaged, verdict, database.file()});
    QFile::remove(database.file() + suspectSuffix);
    return {};
}

/// True when the last program did not close the journal, or came upon damage in it.
bool endedBadly(const QString &file)
{
    return QFileInfo(file + u"-wal"_s).size() > 0 || QFile::exists(file + suspectSuffix);
}

/// Everything that must be right before a byte of the file is changed.
base::Result<> inspect(Database &database, const base::Secret &profileKey, bool everyPage)
{
    base::Result<> good = database.open();
    if (good)
        good = checkKind(database);
    if (good)
        good = checkKey(database, profileKey);
    if (good && everyPage)
        good = checkPages(database);
    return good;
}

base::Result<> fill(Database &database, const base::Secret &profileKey)
{
    base::Result<> done = database.open();
    // Each act changes a few rows in several trees, and every page concerned goes whole into the log: small pages make an act
    // a fifth cheaper, and an event still fits into one.
    if (done)
        done = database.run("PRAGMA page_size = 2048");
    if (done)
        done = migrate(database);
    if (!done)
        return done;
    const Sealed witness = seal(keyWitness, profileKey, profileplaces::meta(keyCheckName));
    return database.run("INSERT INTO meta (name, suite, sealed) VALUES ('key_check', :suite, :sealed)",
                        {{u":suite"_s, witness.suite}, {u":sealed"_s, witness.bytes}});
}

/// A journal comes into the world whole: made under another name, then renamed. So an empty or half-made journal.db is
/// always damage, never an interrupted first start.
base::Result<> begin(const QString &folder, const base::Secret &profileKey)
{
    const QString unborn = folder + u'/' + unbornName;
    for (const QString &left : {unborn, unborn + u"-journal"_s})
        QFile::remove(left);
    {
        Database database(unborn);
        if (const base::Result<> filled = fill(database, profileKey); !filled)
            return filled;
    }
    QFile file(unborn);
    if (!file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) || !file.rename(folder + u'/' + databaseFile))
        return base::Fail({Kind::Storage, file.errorString(), unborn});
    return base::syncFolder(folder);
}

base::Result<Opened> openChecked(const QString &folder, const base::Secret &profileKey, const base::Clock &clock)
{
    const QString file = folder + u'/' + databaseFile;
    const QFileInfo info(file);
    if (info.exists() && !info.isReadable())
        return base::Fail({Kind::Storage, u"not readable"_s, file});
    const bool everyPage = info.size() < alwaysChecked || endedBadly(file);
    auto database = std::make_unique<Database>(file);
    const base::Result<> inspected = info.exists()
        ? inspect(*database, profileKey, everyPage)
        : base::Fail({Kind::Damaged, u"its file is gone, its log is still there"_s, file});
    if (inspected)
        return Opened{std::move(database), {}};
    if (inspected.error().kind != Kind::Damaged)
        return base::Fail(inspected.error());

    // Moved while still open: closing would fold the log into the file and delete it.
    const base::Result<QString> aside = moveAside(
        folder, {databaseFile, databaseFile + u"-wal"_s, databaseFile + u"-shm"_s, databaseFile + suspectSuffix, u"audit.head"_s},
        clock);
    if (!aside)
        return base::Fail(aside.error());
    qCWarning(lcJournal) << "damaged journal set aside in" << *aside << ":" << inspected.error().detail;
    return Opened{nullptr, *aside};
}

}

base::Result<> checkKey(Database &database, const base::Secret &profileKey)
{
    const auto row = database.row("SELECT suite, sealed FROM meta WHERE name = 'key_check'");
    if (!row)
        return base::Fail(row.error());
    if (!*row || !unseal({row->value()[0].toInt(), row->value()[1].toByteArray()}, profileKey, profileplaces::meta(keyCheckName)))
        return base::Fail({Kind::Secret, u"the key does not fit this journal"_s, database.file()});
    return {};
}

base::Result<Opened> openFile(const QString &folder, const base::Secret &profileKey, const base::Clock &clock)
{
    const QString file = folder + u'/' + databaseFile;
    Opened opened;
    if (QFile::exists(file) || QFile::exists(file + u"-wal"_s)) {
        base::Result<Opened> existing = openChecked(folder, profileKey, clock);
        if (!existing)
            return existing;
        opened = std::move(*existing);
    }
    base::Result<> ready;
    if (!opened.database) {
        opened.database = std::make_unique<Database>(file);
        ready = begin(folder, profileKey).and_then([&] { return opened.database->open(); });
    }
    if (ready)
        ready = opened.database->setUp();
    if (ready)
        ready = migrate(*opened.database);
    if (!ready)
        return base::Fail(ready.error());
    return opened;
}

base::Result<QString> moveAside(const QString &folder, const QStringList &names, const base::Clock &clock)
{
    const QString wanted = folder + u"/damaged-"_s + clock.now().toString(u"yyyyMMdd-HHmmss"_s);
    QString aside = wanted;
    for (int i = 2; QFile::exists(aside); ++i)
        aside = u"%1-%2"_s.arg(wanted).arg(i);
    if (const base::Result<> made = base::makePrivateFolder(aside); !made)
        return base::Fail(made.error());
    for (const QString &name : names) {
        QFile file(folder + u'/' + name);
        if (file.exists() && !file.rename(aside + u'/' + name))
            return base::Fail({Kind::Storage, file.errorString(), folder + u'/' + name});
    }
    const base::Result<> synced = base::syncFolder(aside).and_then([&] { return base::syncFolder(folder); });
    if (!synced)
        return base::Fail(synced.error());
    return aside;
}

}
