#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>
#include <optional>
#include <unordered_map>

namespace journal {

/// Stands behind the name of a database file while SQLite has reported damage in it and nobody has looked yet.
inline constexpr QLatin1String suspectSuffix{"-suspect"};

/// A value for a statement under the name it has there (":seq"). Names are not only easier to read: Qt makes a new text for
/// each value that is bound by position, which costs more than SQLite's whole work on it.
struct Bound {
    QString name;
    QVariant value;
};
using Values = QList<Bound>;

/// One SQLite file and its prepared statements. Belongs to the thread that opened it. A statement is a string literal; it is
/// prepared once and known by its address.
class Database final
{
public:
    explicit Database(const QString &file);
    ~Database();

    /// Opens the file, which SQLite makes when it is not there.
    [[nodiscard]] base::Result<> open();
    /// Settings that every journal is written with: write-ahead log, fsync at each commit.
    [[nodiscard]] base::Result<> setUp();

    /// Carries out a statement that gives no rows.
    [[nodiscard]] base::Result<> run(const char *sql, const Values &values = {});
    /// As run(); the number of rows that were changed.
    base::Result<int> change(const char *sql, const Values &values);
    /// Values of the first row; nothing when there is no row.
    base::Result<std::optional<QVariantList>> row(const char *sql, const Values &values = {});
    /// Hands every row to \a visit until that fails. \a visit must not use the same statement.
    [[nodiscard]] base::Result<> each(const char *sql, const Values &values,
                                      const std::function<base::Result<>(const QSqlQuery &)> &visit);
    /// PRAGMA user_version.
    base::Result<int> version();

    QString file() const { return m_file; }

private:
    base::Result<QSqlQuery *> execute(const char *sql, const Values &values);
    base::Fail failure(const QSqlError &error) const;

    QString m_file;
    QSqlDatabase m_connection;
    std::unordered_map<const char *, QSqlQuery> m_statements;

    Q_DISABLE_COPY_MOVE(Database)
};

/// A write that is kept whole or not at all: undone unless it was committed.
class Transaction final
{
public:
    explicit Transaction(Database &database) : m_database(database) { }
    ~Transaction();

    /// Takes the write lock at once, so that what is read afterwards still holds when it is written.
    [[nodiscard]] base::Result<> begin();
    [[nodiscard]] base::Result<> commit();

private:
    Database &m_database;
    bool m_open = false;

    Q_DISABLE_COPY_MOVE(Transaction)
};

}
