#include "app/hub/store/connection.h"

#include "app/hub/store/dialect.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QSqlRecord>
#include <QUuid>

#include <array>

namespace hub {

using namespace Qt::StringLiterals;

namespace {

/// So many rows go into one statement: each costs a way to the server and back.
constexpr std::array<qsizetype, 3> portions{64, 8, 1};

/// An empty text or blob stays one: Qt would store a default-constructed one as NULL.
QVariant present(const QVariant &value)
{
    if (value.typeId() == QMetaType::QString && value.toString().isNull())
        return u""_s;
    if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull())
        return QByteArray("");
    return value;
}

/// Names for the values of a statement that adds many rows. Values are bound by name because Qt makes a new text for each that is
/// bound by position.
const QString &nameOf(qsizetype index)
{
    static const QStringList names = [] {
        constexpr qsizetype mostColumns = 16;
        QStringList made;
        for (qsizetype i = 0; i < portions.front() * mostColumns; ++i)
            made << u":v%1"_s.arg(i);
        return made;
    }();
    return names[index];
}

QString addingText(const TableShape &table, qsizetype rows)
{
    QStringList places;
    qsizetype next = 0;
    for (qsizetype row = 0; row < rows; ++row) {
        QStringList values;
        for (qsizetype column = 0; column < table.columns.size(); ++column)
            values << nameOf(next++);
        places << u'(' + values.join(", "_L1) + u')';
    }
    return u"INSERT INTO %1 (%2) VALUES %3"_s.arg(QLatin1String(table.name), table.columns.join(", "_L1), places.join(", "_L1));
}

}

Connection::Connection(Target target) : m_target(std::move(target))
{
    const bool isFile = m_target.dialect == Dialect::Sqlite;
    m_connection = QSqlDatabase::addDatabase(isFile ? u"QSQLITE"_s : u"QPSQL"_s,
                                             u"hub-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces));
    if (isFile) {
        m_connection.setDatabaseName(m_target.file);
        m_connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s);
    } else {
        m_connection.setHostName(m_target.host);
        m_connection.setPort(m_target.port);
        m_connection.setUserName(m_target.user);
        m_connection.setPassword(m_target.password);
        m_connection.setDatabaseName(m_target.database);
        m_connection.setConnectOptions(u"connect_timeout=5;application_name=yichuang-hub"_s);
    }
}

Connection::~Connection()
{
    const QString name = m_connection.connectionName();
    close();
    m_connection = {};
    QSqlDatabase::removeDatabase(name);
}

base::Result<> Connection::open()
{
    if (!m_connection.open())
        return failure(m_connection.lastError());
    return setUp();
}

void Connection::close()
{
    m_statements = {};
    m_connection.close();
}

base::Result<> Connection::setUp()
{
    static constexpr std::array sqlite{
        "PRAGMA trusted_schema = OFF",  "PRAGMA journal_mode = WAL",      "PRAGMA synchronous = FULL",
        "PRAGMA foreign_keys = ON",     "PRAGMA temp_store = MEMORY",     "PRAGMA cell_size_check = ON",
        "PRAGMA secure_delete = ON",    "PRAGMA journal_size_limit = 67108864",
    };
    static constexpr std::array postgres{
        "SET synchronous_commit = on",
        "SET lock_timeout = '10s'",
        "SET statement_timeout = '60s'",
        "SET idle_in_transaction_session_timeout = '60s'",
        "SET client_min_messages = error",
    };
    const std::span<const char *const> settings
        = dialect() == Dialect::Sqlite ? std::span<const char *const>(sqlite) : std::span<const char *const>(postgres);
    for (const char *setting : settings) {
        if (const base::Result<> set = runOnce(setting); !set)
            return set;
    }
    if (dialect() == Dialect::Postgres)
        return {};
    const auto mode = row("PRAGMA journal_mode");
    if (!mode)
        return base::Fail(mode.error());
    if (!*mode || (*mode)->constFirst().toString() != "wal"_L1)
        return base::Fail({base::Error::Kind::Storage, u"no write-ahead log on this file system"_s, m_target.file});
    return {};
}

base::Result<> Connection::run(const char *sql, const Values &values)
{
    return change(sql, values).map([](int) { });
}

base::Result<int> Connection::change(const char *sql, const Values &values)
{
    const base::Result<QSqlQuery *> query = execute(sql, values);
    if (!query)
        return base::Fail(query.error());
    const int rows = (*query)->numRowsAffected();
    (*query)->finish();
    return rows;
}

base::Result<std::optional<QVariantList>> Connection::row(const char *sql, const Values &values)
{
    std::optional<QVariantList> first;
    const base::Result<QSqlQuery *> query = execute(sql, values);
    if (!query)
        return base::Fail(query.error());
    if ((*query)->next()) {
        first.emplace();
        for (int i = 0, columns = (*query)->record().count(); i < columns; ++i)
            first->append((*query)->value(i));
    }
    const QSqlError error = (*query)->lastError();
    (*query)->finish(); // an open read holds the write-ahead log back
    if (error.isValid())
        return failure(error);
    return first;
}

base::Result<> Connection::each(const char *sql, const Values &values, const std::function<bool(const QSqlQuery &)> &visit)
{
    const base::Result<QSqlQuery *> query = execute(sql, values);
    if (!query)
        return base::Fail(query.error());
    bool goesOn = true;
    while (goesOn && (*query)->next())
        goesOn = visit(**query);
    const QSqlError error = (*query)->lastError();
    (*query)->finish();
    if (goesOn && error.isValid())
        return failure(error);
    return {};
}

base::Result<> Connection::add(const TableShape &table, const QList<QVariantList> &rows)
{
    std::span<const QVariantList> left(rows.constData(), size_t(rows.size()));
    if (dialect() == Dialect::Sqlite)
        return addToFile(table, left);
    for (const qsizetype portion : portions) {
        for (; qsizetype(left.size()) >= portion; left = left.subspan(size_t(portion))) {
            if (const base::Result<> added = addToServer(table, left.first(size_t(portion))); !added)
                return added;
        }
    }
    return {};
}

base::Result<> Connection::addToFile(const TableShape &table, std::span<const QVariantList> rows)
{
    auto known = m_statements.adders.find(&table);
    if (known == m_statements.adders.end()) {
        // The handle of the library that Qt's plugin is linked with, which is the one of this program.
        auto *const database = *static_cast<sqlite3 *const *>(m_connection.driver()->handle().constData());
        const QByteArray places = QByteArrayList(table.columns.size(), "?").join(',');
        base::Result<SqliteAdder> adder = SqliteAdder::prepare(
            database,
            "INSERT INTO " + QByteArray(table.name) + " (" + table.columns.join(u',').toLatin1() + ") VALUES (" + places + ')');
        if (!adder)
            return base::Fail(adder.error());
        known = m_statements.adders.emplace(&table, std::move(*adder)).first;
    }
    return known->second.add(rows);
}

base::Result<> Connection::addToServer(const TableShape &table, std::span<const QVariantList> rows)
{
    auto &statements = m_statements.adding[&table];
    auto known = statements.find(qsizetype(rows.size()));
    if (known == statements.end()) {
        QSqlQuery query(m_connection);
        query.setForwardOnly(true);
        if (!query.prepare(addingText(table, qsizetype(rows.size()))))
            return failure(query.lastError());
        known = statements.emplace(qsizetype(rows.size()), std::move(query)).first;
    }
    QSqlQuery &query = known->second;
    qsizetype next = 0;
    for (const QVariantList &row : rows) {
        for (const QVariant &value : row)
            query.bindValue(nameOf(next++), present(value));
    }
    const bool done = query.exec();
    const base::Result<> result = done ? base::Result<>() : failure(query.lastError());
    query.finish();
    return result;
}

base::Result<> Connection::runOnce(const char *sql)
{
    QSqlQuery query(m_connection);
    if (!query.exec(spelled(QString::fromLatin1(sql), dialect())))
        return failure(query.lastError());
    return {};
}

base::Result<QSqlQuery *> Connection::execute(const char *sql, const Values &values)
{
    auto known = m_statements.plain.find(sql);
    if (known == m_statements.plain.end()) {
        QSqlQuery query(m_connection);
        query.setForwardOnly(true);
        if (!query.prepare(spelled(QString::fromLatin1(sql), dialect())))
            return failure(query.lastError());
        known = m_statements.plain.emplace(sql, std::move(query)).first;
    }
    QSqlQuery &query = known->second;
    for (const Bound &bound : values)
        query.bindValue(bound.name, present(bound.value));
    if (!query.exec()) {
        const base::Fail failed = failure(query.lastError());
        query.finish();
        return failed;
    }
    return &query;
}

base::Fail Connection::failure(const QSqlError &error) const
{
    // Only the first line: what follows in PostgreSQL names the values of the row.
    const QString words = error.databaseText().section(u'\n', 0, 0);
    return base::Fail({kindOf(error.nativeErrorCode(), dialect()), u"%1 (%2)"_s.arg(words, error.nativeErrorCode()),
                       dialect() == Dialect::Sqlite ? m_target.file : m_target.database});
}

}
