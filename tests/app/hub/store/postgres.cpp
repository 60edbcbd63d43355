#include "tests/app/hub/store/postgres.h"

#include <QFile>
#include <QProcess>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

const QString programs = u"/usr/lib/postgresql/15/bin"_s;

}

Postgres::Postgres(bool durable)
{
    if (!QFile::exists(programs + u"/initdb"_s)) {
        m_missing = u"needs PostgreSQL: install postgresql-15 (packaging/packages-test.txt)"_s;
        return;
    }
    // The server refuses to run as root.
    if (geteuid() == 0 && QProcess::execute(u"chown"_s, {u"postgres"_s, m_folder.path()}) != 0) {
        m_missing = u"needs the user postgres, who comes with postgresql-15"_s;
        return;
    }
    const QString data = m_folder.filePath(u"data"_s);
    const QString options = u"-c listen_addresses='' -c unix_socket_directories='%1' -c fsync=%2 -c max_connections=50"_s.arg(
        m_folder.path(), durable ? u"on"_s : u"off"_s);
    m_runs = run(u"initdb"_s, {u"-D"_s, data, u"-A"_s, u"trust"_s, u"-U"_s, u"postgres"_s, u"-N"_s, u"-E"_s, u"UTF8"_s, u"--locale=C"_s})
        && run(u"pg_ctl"_s, {u"-D"_s, data, u"-l"_s, m_folder.filePath(u"log"_s), u"-w"_s, u"-o"_s, options, u"start"_s});
    if (!m_runs)
        m_missing = u"PostgreSQL does not start in "_s + m_folder.path();
}

Postgres::~Postgres()
{
    if (m_runs)
        run(u"pg_ctl"_s, {u"-D"_s, m_folder.filePath(u"data"_s), u"-m"_s, u"immediate"_s, u"-w"_s, u"stop"_s});
}

bool Postgres::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice()); // the server keeps what it inherits open
    process.setStandardErrorFile(QProcess::nullDevice());
    process.setWorkingDirectory(m_folder.path());
    QStringList command{programs + u'/' + program};
    command += arguments;
    if (geteuid() == 0)
        command = QStringList{u"runuser"_s, u"-u"_s, u"postgres"_s, u"--"_s} + command;
    process.start(command.takeFirst(), command);
    return process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

bool Postgres::sql(const QString &statement)
{
    return run(u"psql"_s, {u"-h"_s, m_folder.path(), u"-U"_s, u"postgres"_s, u"-d"_s, u"postgres"_s, u"-c"_s, statement});
}

QUrl Postgres::urlOf(const QString &database) const
{
    return QUrl(u"postgresql://postgres@localhost/%1?host=%2"_s.arg(database, m_folder.path()));
}

QUrl Postgres::freshDatabase()
{
    const QString name = u"hub%1"_s.arg(++m_databases);
    return sql(u"CREATE DATABASE %1"_s.arg(name)) ? urlOf(name) : QUrl();
}

QUrl Postgres::copyOf(const QUrl &database)
{
    const QString name = u"hub%1"_s.arg(++m_databases);
    return sql(u"CREATE DATABASE %1 TEMPLATE %2"_s.arg(name, database.path().mid(1))) ? urlOf(name) : QUrl();
}

QUrl Postgres::throughDump(const QUrl &database)
{
    const QString dump = m_folder.filePath(u"dump"_s);
    const QUrl fresh = freshDatabase();
    const auto of = [&](const QUrl &url) { return QStringList{u"--host"_s, m_folder.path(), u"--username"_s, u"postgres"_s, u"--dbname"_s, url.path().mid(1)}; };
    const bool isDone = run(u"pg_dump"_s, of(database) + QStringList{u"--format"_s, u"custom"_s, u"--file"_s, dump})
        && run(u"pg_restore"_s, of(fresh) + QStringList{u"--exit-on-error"_s, u"--single-transaction"_s, dump});
    return isDone ? fresh : QUrl();
}

void Postgres::dropConnections(const QUrl &database)
{
    sql(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%1'"_s.arg(database.path().mid(1)));
}

void Postgres::flush()
{
    sql(u"CHECKPOINT"_s);
}
