#include "app/hub/store/sqlstore.h"

#include "app/hub/store/applicationtable.h"
#include "app/hub/store/connections.h"
#include "app/hub/store/countertable.h"
#include "app/hub/store/devicetable.h"
#include "app/hub/store/doortable.h"
#include "app/hub/store/filetable.h"
#include "app/hub/store/issuetable.h"
#include "app/hub/store/lookuptable.h"
#include "app/hub/store/outboxtable.h"
#include "app/hub/store/peopletable.h"
#include "app/hub/store/ratingtable.h"
#include "app/hub/store/recordtable.h"
#include "app/hub/store/reporttable.h"
#include "app/hub/store/schema.h"
#include "app/hub/store/unittable.h"
#include "app/hub/store/watermark.h"
#include "core/base/durablefile.h"
#include "core/hub/counters.h"

#include <QUrlQuery>
#include <QUuid>

namespace hub {

using namespace Qt::StringLiterals;

namespace {

QString freshUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

class SqlTransaction final : public Transaction
{
public:
    SqlTransaction(Connection &connection, Store::For purpose, FeedOrder order, std::unique_lock<std::mutex> writing, Watermark *mark)
        : m_writing(std::move(writing)), m_connection(connection), m_mark(mark), m_devices(connection), m_records(connection, order),
          m_files(connection, purpose), m_counters(connection), m_units(connection), m_people(connection), m_ratings(connection), m_lookUps(connection),
          m_doors(connection), m_outbox(connection), m_issues(connection), m_applications(connection, purpose), m_reports(connection)
    {
    }
    ~SqlTransaction() override
    {
        // The database may have rolled back by itself, e.g. on a full disk; then this has nothing to do and says so.
        if (m_open)
            std::ignore = m_connection.runOnce("ROLLBACK");
    }

    DeviceRows &devices() override { return m_devices; }
    RecordRows &records() override { return m_records; }
    FileRows &files() override { return m_files; }
    CounterRows &counters() override { return m_counters; }
    UnitRows &units() override { return m_units; }
    PeopleRows &people() override { return m_people; }
    RatingRows &ratings() override { return m_ratings; }
    LookUpRows &lookUps() override { return m_lookUps; }
    DoorRows &doors() override { return m_doors; }
    OutboxRows &outbox() override { return m_outbox; }
    IssueRows &issues() override { return m_issues; }
    ReportRows &reports() override { return m_reports; }
    ApplicationRows &applications() override { return m_applications; }

    base::Result<> commit() override
    {
        const base::Result<> committed = m_connection.runOnce("COMMIT");
        m_open = !committed;
        if (committed && m_mark && m_writing)
            m_mark->note(m_records.lastPlace());
        return committed;
    }

private:
    std::unique_lock<std::mutex> m_writing;
    Connection &m_connection;
    Watermark *m_mark; ///< nullptr: there is none
    DeviceTable m_devices;
    RecordTable m_records;
    FileTable m_files;
    CounterTable m_counters;
    UnitTable m_units;
    PeopleTable m_people;
    RatingTable m_ratings;
    LookUpTable m_lookUps;
    DoorTable m_doors;
    OutboxTable m_outbox;
    IssueTable m_issues;
    ApplicationTable m_applications;
    ReportTable m_reports;
    bool m_open = true;

    Q_DISABLE_COPY_MOVE(SqlTransaction)
};

Target targetOf(const QUrl &url)
{
    const QString socket = QUrlQuery(url).queryItemValue(u"host"_s, QUrl::FullyDecoded);
    return {.dialect = Dialect::Postgres,
            .host = socket.isEmpty() ? url.host() : socket,
            .user = url.userName(QUrl::FullyDecoded),
            .password = url.password(QUrl::FullyDecoded),
            .database = url.path(QUrl::FullyDecoded).mid(1),
            .port = url.port(5432)};
}

}

struct SqlStore::Parts {
    Parts(Target where, FeedOrder feedOrder) : target(where), order(feedOrder), connections(std::move(where)) { }

    Target target;
    FeedOrder order;
    Connections connections;
    std::mutex writing; ///< SQLite has one writer: who waits here does so in turn, and needs no sleep between two tries
    std::unique_ptr<Watermark> mark;
};

SqlStore::SqlStore(std::unique_ptr<Parts> parts) : m(std::move(parts)) { }

SqlStore::~SqlStore() = default;

base::Result<std::unique_ptr<SqlStore>> SqlStore::openFile(const QString &folder)
{
    if (const base::Result<> made = base::makePrivateFolder(folder); !made)
        return base::Fail(made.error());
    auto parts = std::make_unique<Parts>(Target{.dialect = Dialect::Sqlite, .file = folder + u"/hub.db"_s}, FeedOrder::Held);
    parts->mark = std::make_unique<Watermark>(folder + u"/hub.mark"_s);
    std::unique_ptr<SqlStore> store(new SqlStore(std::move(parts)));
    if (const base::Result<> ready = store->setUp(); !ready)
        return base::Fail(ready.error());
    return store;
}

base::Result<std::unique_ptr<SqlStore>> SqlStore::openServer(const QUrl &url)
{
    return openServer(url, FeedOrder::Held);
}

base::Result<std::unique_ptr<SqlStore>> SqlStore::openServer(const QUrl &url, FeedOrder order)
{
    if ((url.scheme() != "postgresql"_L1 && url.scheme() != "postgres"_L1) || url.path().size() < 2)
        return base::Fail({base::Error::Kind::Settings, u"is not postgresql://USER@HOST/DATABASE"_s, u"store"_s});
    std::unique_ptr<SqlStore> store(new SqlStore(std::make_unique<Parts>(targetOf(url), order)));
    if (const base::Result<> ready = store->setUp(); !ready)
        return base::Fail(ready.error());
    return store;
}

/// Schema, and the row that says who this hub is; a new epoch where the watermark is ahead.
base::Result<> SqlStore::setUp()
{
    const base::Result<Connection *> connection = m->connections.ofThisThread();
    if (!connection)
        return base::Fail(connection.error());
    base::Result<> done = bringUpToDate(**connection);
    if (done)
        done = (*connection)
                   ->run("INSERT INTO self (one, uuid, epoch, public_key, place) VALUES (1, :uuid, :epoch, :key, 0) ON CONFLICT (one) DO NOTHING",
                         {{u":uuid"_s, freshUuid()}, {u":epoch"_s, freshUuid()}, {u":key"_s, QByteArray()}});
    if (!done || !m->mark)
        return done;
    const qint64 marked = m->mark->read(); // first: another process may go on writing
    const auto place = (*connection)->row("SELECT place FROM self");
    if (!place)
        return base::Fail(place.error());
    const qint64 present = *place ? (*place)->constFirst().toLongLong() : 0;
    if (marked > present)
        done = (*connection)->run("UPDATE self SET epoch = :epoch", {{u":epoch"_s, freshUuid()}}).and_then([&] {
            return CounterTable(**connection).passOverInAll(Counters::passedOverByCopy);
        });
    if (done)
        m->mark->begin(present);
    return done;
}

base::Result<std::unique_ptr<Transaction>> SqlStore::begin(For purpose)
{
    const base::Result<Connection *> connection = m->connections.ofThisThread();
    if (!connection)
        return base::Fail(connection.error());
    const bool isFile = m->target.dialect == Dialect::Sqlite;
    std::unique_lock<std::mutex> writing;
    if (isFile && purpose == For::Writing)
        writing = std::unique_lock(m->writing);
    const char *sql = isFile ? (purpose == For::Writing ? "BEGIN IMMEDIATE" : "BEGIN")
                             : (purpose == For::Writing ? "BEGIN ISOLATION LEVEL READ COMMITTED"
                                                        : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    base::Result<> begun = (*connection)->runOnce(sql);
    if (!begun && !isFile) {
        (*connection)->close();
        begun = (*connection)->open().and_then([&] { return (*connection)->runOnce(sql); });
    }
    if (!begun)
        return base::Fail(begun.error());
    return std::make_unique<SqlTransaction>(**connection, purpose, m->order, std::move(writing), m->mark.get());
}

base::Result<> SqlStore::clearOut()
{
    const base::Result<Connection *> connection = m->connections.ofThisThread();
    if (!connection)
        return base::Fail(connection.error());
    // SQLite overwrites what is deleted (secure_delete), but the log has it until it is folded in.
    if (m->target.dialect == Dialect::Postgres)
        return (*connection)->runOnce("VACUUM case_line, picture, piece");
    const std::scoped_lock writing(m->writing);
    return (*connection)->runOnce("PRAGMA wal_checkpoint(TRUNCATE)");
}

}
