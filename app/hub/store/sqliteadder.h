#pragma once

#include "core/base/result.h"

#include <QVariantList>

#include <memory>
#include <span>

struct sqlite3;
struct sqlite3_stmt;

namespace hub {

/// Adds rows to one table by SQLite's own library, over a connection that Qt has opened: a push adds a thousand rows, and Qt's way of
/// handing over their values takes as long as all of SQLite's work on them.
class SqliteAdder final
{
public:
    /// \a database must outlive this. \a sql has one "?" for each value.
    static base::Result<SqliteAdder> prepare(sqlite3 *database, const QByteArray &sql);

    /// Whole numbers, texts and bytes.
    [[nodiscard]] base::Result<> add(std::span<const QVariantList> rows);

private:
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };
    SqliteAdder(sqlite3 *database, sqlite3_stmt *statement) : m_database(database), m_statement(statement) { }
    bool bind(const QVariantList &row);

    sqlite3 *m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

}
