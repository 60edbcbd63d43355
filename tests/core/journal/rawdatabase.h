#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <sqlite3.h>

/// A journal file in the hands of somebody who is not the program.
class RawDatabase
{
public:
    explicit RawDatabase(const QString &file)
    {
        m_opened = sqlite3_open(file.toUtf8().constData(), &m_handle) == SQLITE_OK;
    }
    ~RawDatabase() { sqlite3_close(m_handle); }

    bool run(const QByteArray &sql)
    {
        return m_opened && sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
    }
    /// The first column of every row, as text.
    QStringList column(const QByteArray &sql)
    {
        QStringList values;
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(m_handle, sql.constData(), -1, &statement, nullptr);
        while (sqlite3_step(statement) == SQLITE_ROW)
            values.append(QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0))));
        sqlite3_finalize(statement);
        return values;
    }
    sqlite3 *handle() const { return m_handle; }

private:
    sqlite3 *m_handle = nullptr;
    bool m_opened = false;

    Q_DISABLE_COPY_MOVE(RawDatabase)
};
