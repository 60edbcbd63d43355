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
    const bool isMade = run(u"initdb"_s, {u"-D"_s, data, u"-A"_s, u"trust"_s, u"-U"_s, u"postgres"_s, u"-N"_s, u"-E"_s, u"UTF8"_s, u"--locale=C"_s});
    if (isMade)
        start(durable ? u"-c fsync=on"_s : u"-c fsync=off"_s);
    else
        m_missing = u"PostgreSQL makes no files in "_s + m_folder.path();
}

Postgres::Postgres(const Postgres &other, const QString &moment)
{
    if (geteuid() == 0)
        QProcess::execute(u"chown"_s, {u"postgres"_s, m_folder.path()});
    const QString data = m_folder.filePath(u"data"_s);
    const bool isCopied = run(u"cp"_s, {u"-a"_s, other.m_folder.filePath(u"base"_s), data}) && run(u"touch"_s, {data + u"/recovery.signal"_s});
    if (!isCopied) {
        m_missing = u"there is no base copy in "_s + other.m_folder.path();
        return;
    }
    start(u"-c fsync=off -c restore_command='cp %1/%f %p' -c recovery_target_time='%2' -c recovery_target_action=promote"_s
              .replace(u"%1"_s, other.m_folder.filePath(u"archive"_s))
              .replace(u"%2"_s, moment));
    // It answers while it is still on its way there.
    for (int tenths = 0; tenths < 300 && m_runs && answer(u"SELECT pg_is_in_recovery()"_s) != "f"_L1; ++tenths)
        usleep(100'000);
}

void Postgres::start(const QString &options)
{
    const QString all = u"-c listen_addresses='' -c unix_socket_directories='%1' -c max_connections=50 "_s.arg(m_folder.path()) + options;
    m_runs = run(u"pg_ctl"_s, {u"-D"_s, m_folder.filePath(u"data"_s), u"-l"_s, m_folder.filePath(u"log"_s), u"-w"_s, u"-o"_s, all, u"start"_s});
    if (!m_runs)
        m_missing = u"PostgreSQL does not start in "_s + m_folder.path();
}

bool Postgres::beginArchive()
{
    const QString archive = m_folder.filePath(u"archive"_s);
    const QString options = u"-c listen_addresses='' -c unix_socket_directories='%1' -c max_connections=50 -c fsync=off -c wal_level=replica"
                            " -c archive_mode=on -c archive_command='cp %p %1/archive/%f'"_s.replace(u"%1"_s, m_folder.path());
    return run(u"mkdir"_s, {archive})
        && run(u"pg_ctl"_s, {u"-D"_s, m_folder.filePath(u"data"_s), u"-m"_s, u"fast"_s, u"-l"_s, m_folder.filePath(u"log"_s), u"-w"_s, u"-o"_s, options, u"restart"_s})
        && run(u"pg_basebackup"_s, {u"-h"_s, m_folder.path(), u"-U"_s, u"postgres"_s, u"-D"_s, m_folder.filePath(u"base"_s), u"-c"_s, u"fast"_s, u"-X"_s, u"stream"_s});
}

QString Postgres::answer(const QString &question)
{
    const QString file = m_folder.filePath(u"answer"_s);
    if (!run(u"psql"_s, {u"-h"_s, m_folder.path(), u"-U"_s, u"postgres"_s, u"-d"_s, u"postgres"_s, u"-At"_s, u"-c"_s, question, u"-o"_s, file}))
        return {};
    QFile said(file);
    return said.open(QFile::ReadOnly) ? QString::fromUtf8(said.readAll()).trimmed() : QString();
}

QString Postgres::moment()
{
    return answer(u"SELECT clock_timestamp()"_s);
}

bool Postgres::closeSegment()
{
    const QString segment = answer(u"SELECT pg_walfile_name(pg_switch_wal())"_s);
    const QString archived = m_folder.filePath(u"archive/"_s + segment);
    for (int tenths = 0; tenths < 300 && !QFile::exists(archived); ++tenths)
        usleep(100'000);
    return !segment.isEmpty() && QFile::exists(archived);
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
    const bool isOfServer = QFile::exists(programs + u'/' + program);
    QStringList command{isOfServer ? programs + u'/' + program : program};
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
