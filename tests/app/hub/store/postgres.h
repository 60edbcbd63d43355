#pragma once

#include <QTemporaryDir>
#include <QUrl>

#include <memory>

/// A real PostgreSQL server of its own in a temporary folder, for as long as this lives.
class Postgres
{
public:
    /// Not \a durable: for tests, where nobody cuts its power; else as it is installed.
    explicit Postgres(bool durable = false);
    ~Postgres();

    /// Why there is none, and what is missing; empty when it runs.
    QString missing() const { return m_missing; }
    /// A fresh, empty database.
    QUrl freshDatabase();
    /// A copy of a database to which nobody is connected.
    QUrl copyOf(const QUrl &database);
    /// A fresh database into which a dump of \a database (pg_dump) was put back (pg_restore); whoever is connected stays so.
    QUrl throughDump(const QUrl &database);
    /// Ends every connection to \a database, as a restart of the server does.
    void dropConnections(const QUrl &database);
    /// All files of the server.
    QString folder() const { return m_folder.path(); }
    void flush(); ///< what is in memory is in the files

private:
    bool run(const QString &program, const QStringList &arguments);
    bool sql(const QString &statement);
    QUrl urlOf(const QString &database) const;

    QTemporaryDir m_folder;
    QString m_missing;
    bool m_runs = false;
    int m_databases = 0;
};
