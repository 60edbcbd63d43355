#include "app/hub/store/sqliteadder.h"

#include "app/hub/store/dialect.h"

#include <sqlite3.h>

namespace hub {

using namespace Qt::StringLiterals;

namespace {

base::Fail failureOf(sqlite3 *database)
{
    const QString code = QString::number(sqlite3_extended_errcode(database));
    return base::Fail({kindOf(code, Dialect::Sqlite), u"%1 (%2)"_s.arg(QString::fromUtf8(sqlite3_errmsg(database)), code), {}});
}

}

void SqliteAdder::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

base::Result<SqliteAdder> SqliteAdder::prepare(sqlite3 *database, const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(database, sql.constData(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        return failureOf(database);
    return SqliteAdder(database, statement);
}

/// The values stay where they are until the row is written.
bool SqliteAdder::bind(const QVariantList &row)
{
    int state = SQLITE_OK;
    for (int i = 0; i < row.size() && state == SQLITE_OK; ++i) {
        const QVariant &value = row[i];
        if (value.typeId() == QMetaType::QString) {
            const auto *text = static_cast<const QString *>(value.constData());
            state = sqlite3_bind_text16(m_statement.get(), i + 1, text->utf16(), int(text->size() * qsizetype(sizeof(char16_t))), nullptr);
        } else if (value.typeId() == QMetaType::QByteArray) {
            const auto *bytes = static_cast<const QByteArray *>(value.constData());
            state = sqlite3_bind_blob(m_statement.get(), i + 1, bytes->constData(), int(bytes->size()), nullptr);
        } else {
            state = sqlite3_bind_int64(m_statement.get(), i + 1, value.toLongLong());
        }
    }
    return state == SQLITE_OK;
}

base::Result<> SqliteAdder::add(std::span<const QVariantList> rows)
{
    base::Result<> added;
    for (size_t i = 0; i < rows.size() && added; ++i) {
        if (!bind(rows[i]) || sqlite3_step(m_statement.get()) != SQLITE_DONE)
            added = failureOf(m_database);
        sqlite3_reset(m_statement.get());
    }
    sqlite3_clear_bindings(m_statement.get());
    return added;
}

}
