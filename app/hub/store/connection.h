#pragma once

#include "app/hub/store/sqliteadder.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>
#include <optional>
#include <span>
#include <unordered_map>

namespace hub {

/// The two databases that a hub stores in. Statements are written once for both; what differs stands in them as $word and is put in
/// when they are prepared, see dialect.h.
enum class Dialect { Sqlite, Postgres };

/// A value for a statement under the name it has there (":seq").
struct Bound {
    QString name;
    QVariant value;
};
using Values = QList<Bound>;

/// A table to which many rows are added at once.
struct TableShape {
    const char *name;
    QList<QString> columns;
};

/// How a database is reached.
struct Target {
    Dialect dialect = Dialect::Sqlite;
    QString file; ///< SQLite
    QString host, user, password, database; ///< PostgreSQL
    int port = 5432;
};

/// One connection and its prepared statements. Belongs to the thread that made it. A statement is a string literal; it is prepared
/// once and known by its address.
class Connection final
{
public:
    explicit Connection(Target target);
    ~Connection();

    /// Opens it and sets it up so that a commit is durable when it comes back.
    [[nodiscard]] base::Result<> open();
    void close();

    /// Carries out a statement that gives no rows.
    [[nodiscard]] base::Result<> run(const char *sql, const Values &values = {});
    /// As run(); the number of rows that were changed.
    base::Result<int> change(const char *sql, const Values &values);
    /// Values of the first row; nothing when there is no row.
    base::Result<std::optional<QVariantList>> row(const char *sql, const Values &values = {});
    /// Hands every row to \a visit until that has enough and gives false. \a visit must not use the same statement.
    [[nodiscard]] base::Result<> each(const char *sql, const Values &values, const std::function<bool(const QSqlQuery &)> &visit);
    /// Adds \a rows, the values of each in the order of the columns.
    [[nodiscard]] base::Result<> add(const TableShape &table, const QList<QVariantList> &rows);
    /// A statement that is not prepared: of the schema, of a transaction, a setting.
    [[nodiscard]] base::Result<> runOnce(const char *sql);

    Dialect dialect() const { return m_target.dialect; }

private:
    base::Result<> setUp();
    base::Result<QSqlQuery *> execute(const char *sql, const Values &values);
    base::Result<> addToServer(const TableShape &table, std::span<const QVariantList> rows);
    base::Result<> addToFile(const TableShape &table, std::span<const QVariantList> rows);
    base::Fail failure(const QSqlError &error) const;

    /// By their address or that of their table, of which the server has one for each number of rows.
    struct Statements {
        std::unordered_map<const void *, QSqlQuery> plain;
        std::unordered_map<const void *, std::unordered_map<qsizetype, QSqlQuery>> adding;
        std::unordered_map<const void *, SqliteAdder> adders;
    };

    Target m_target;
    QSqlDatabase m_connection;
    Statements m_statements;

    Q_DISABLE_COPY_MOVE(Connection)
};

}
