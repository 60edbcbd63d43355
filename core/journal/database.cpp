#include "core/journal/database.h"

#include <QFile>
#include <QSqlError>
#include <QSqlRecord>
#include <QUuid>

#include <sqlite3.h>

namespace journal {

using namespace Qt::StringLiterals;

namespace {

constexpr int primaryCode = 0xff; // extended SQLite result codes keep the plain one in the low byte

base::Error::Kind kindOf(int code)
{
    switch (code & primaryCode) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return base::Error::Kind::Damaged;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return base::Error::Kind::Busy;
    default:
        return base::Error::Kind::Storage;
    }
}

/// An empty text or blob stays one: Qt would store a default-constructed one as NULL.
QVariant present(const QVariant &value)
{
    if (value.typeId() == QMetaType::QString && value.toString().isNull())
        return u""_s;
    if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull())
        return QByteArray("");
    return value;
}

}

Database::Database(const QString &file)
    : m_file(file), m_connection(QSqlDatabase::addDatabase(
                        u"QSQLITE"_s, u"journal-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces)))
{
    m_connection.setDatabaseName(file);
    m_connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
}

Database::~Database()
{
    const QString name = m_connection.connectionName();
    m_statements.clear();
    m_connection.close();
    m_connection = {};
    QSqlDatabase::removeDatabase(name);
}

base::Result<> Database::open()
{
    if (!m_connection.open())
        return failure(m_connection.lastError());
    return run("PRAGMA trusted_schema = OFF");
}

base::Result<> Database::setUp()
{
    for (const char *setting : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON",
                                "PRAGMA temp_store = MEMORY", "PRAGMA cell_size_check = ON"}) {
        if (const base::Result<> set = run(setting); !set)
            return set;
    }
    const auto mode = row("PRAGMA journal_mode");
    if (!mode)
        return base::Fail(mode.error());
    if (!*mode || (*mode)->constFirst().toString() != "wal"_L1)
        return base::Fail({base::Error::Kind::Storage, u"no write-ahead log on this file system"_s, m_file});
    return {};
}

base::Result<> Database::run(const char *sql, const Values &values)
{
    const base::Result<QSqlQuery *> query = execute(sql, values);
    if (!query)
        return base::Fail(query.error());
    (*query)->finish();
    return {};
}

base::Result<int> Database::change(const char *sql, const Values &values)
{
    const base::Result<QSqlQuery *> query = execute(sql, values);
    if (!query)
        return base::Fail(query.error());
    const int rows = (*query)->numRowsAffected();
    (*query)->finish();
    return rows;
}

base::Result<std::optional<QVariantList>> Database::row(const char *sql, const Values &values)
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

base::Result<> Database::each(const char *sql, const Values &values,
                              const std::function<base::Result<>(const QSqlQuery &)> &visit)
{
    const base::Result<QSqlQuery *> query = execute(sql, values);
    if (!query)
        return base::Fail(query.error());
    base::Result<> visited;
    while (visited && (*query)->next())
        visited = visit(**query);
    const QSqlError error = (*query)->lastError();
    (*query)->finish();
    if (visited && error.isValid())
        return failure(error);
    return visited;
}

base::Result<int> Database::version()
{
    return row("PRAGMA user_version").map([](const std::optional<QVariantList> &row) {
        return row ? row->constFirst().toInt() : 0;
    });
}

base::Result<QSqlQuery *> Database::execute(const char *sql, const Values &values)
{
    auto known = m_statements.find(sql);
    if (known == m_statements.end()) {
        QSqlQuery query(m_connection);
        query.setForwardOnly(true);
        if (!query.prepare(QLatin1String(sql)))
            return failure(query.lastError());
        known = m_statements.emplace(sql, std::move(query)).first;
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

base::Fail Database::failure(const QSqlError &error) const
{
    const base::Error::Kind kind = kindOf(error.nativeErrorCode().toInt());
    // A big journal is not checked page by page at every start: this asks the next start to do it.
    if (kind == base::Error::Kind::Damaged)
        std::ignore = QFile(m_file + suspectSuffix).open(QIODevice::WriteOnly);
    const QString detail = u"%1 (SQLite %2)"_s.arg(error.databaseText(), error.nativeErrorCode());
    return base::Fail({kind, detail, m_file});
}

Transaction::~Transaction()
{
    // SQLite may have rolled back by itself, e.g. on a full disk; then this has nothing to do and says so.
    if (m_open)
        std::ignore = m_database.run("ROLLBACK");
}

base::Result<> Transaction::begin()
{
    const base::Result<> begun = m_database.run("BEGIN IMMEDIATE");
    m_open = begun.has_value();
    return begun;
}

base::Result<> Transaction::commit()
{
    const base::Result<> committed = m_database.run("COMMIT");
    m_open = !committed;
    return committed;
}

}
