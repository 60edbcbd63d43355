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
    /// From here on every finished segment of its log lies in a folder of its own too; a copy of all its files (pg_basebackup) to begin from.
    bool beginArchive();
    /// The moment now by the server's clock, with its zone, as recovery_target_time takes it. Empty when it cannot be asked.
    QString moment();
    /// What was written so far is in the archive.
    bool closeSegment();
    /// A server of its own made of the base copy of \a other and its archive, brought up to \a moment; \a other may be gone by then.
    Postgres(const Postgres &other, const QString &moment);
    /// Where the database of \a url is in this server.
    QUrl hereFor(const QUrl &url) const { return urlOf(url.path().mid(1)); }

    /// Ends every connection to \a database, as a restart of the server does.
    void dropConnections(const QUrl &database);
    /// All files of the server.
    QString folder() const { return m_folder.path(); }
    void flush(); ///< what is in memory is in the files

private:
    void start(const QString &options);
    QString answer(const QString &question);
    bool run(const QString &program, const QStringList &arguments);
    bool sql(const QString &statement);
    QUrl urlOf(const QString &database) const;

    QTemporaryDir m_folder;
    QString m_missing;
    bool m_runs = false;
    int m_databases = 0;
};
