#pragma once

#include <QDir>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cups/cups.h>
#include <unistd.h>

namespace support {

using namespace Qt::StringLiterals;

/// A print service of the test's own: configuration, spool, socket and the programs that play the printers stand in a temporary
/// folder. Printer URIs and what their programs do with a job:
/// keep:/ leaves it in "printed", its title in "title" · slow:/ waits for the file "go" first · empty:/ says that the paper is out
/// until "go" is there · open:/ the same of the door · fail:/ gives the job up · deaf:/ the same, saying that the machine does not
/// respond · stop:/ stops the printer · full:/ has a full disk · refuse:/ wants a password · cups-pdf:/ is CUPS-PDF itself, which
/// leaves a PDF in the folder "pdf".
/// A queue with a driver gets what the driver makes of a job, as a machine would.
class CupsRoom
{
public:
    static bool canServe() { return geteuid() == 0 && QFile::exists(u"/usr/sbin/cupsd"_s); }
    static constexpr auto whatItNeeds
        = "needs root and /usr/sbin/cupsd (package cups) to start a print service of its own";

    /// \a printers in the form of CUPS' printers.conf; \a drivers: queue → PPD file.
    explicit CupsRoom(const QString &printers, const QMap<QString, QString> &drivers = {})
    {
        for (const QString &folder : {u"spool/tmp"_s, u"cache"_s, u"run/certs"_s, u"bin/backend"_s, u"ppd"_s, u"pdf"_s})
            QDir(m_folder.path()).mkpath(folder);
        for (auto it = drivers.begin(); it != drivers.end(); ++it)
            QFile::copy(it.value(), m_folder.filePath(u"ppd/%1.ppd"_s.arg(it.key())));
        // Filters are run as a user that has nothing: it must come through to what they read.
        QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7711));
        QFile::link(u"/usr/lib/cups/filter"_s, m_folder.filePath(u"bin/filter"_s));
        QFile::link(u"/usr/lib/cups/daemon"_s, m_folder.filePath(u"bin/daemon"_s)); // its helper that starts backends
        write(u"printers.conf"_s, printers);
        write(
            u"cupsd.conf"_s,
            u"Listen %1/socket\nLogLevel warn\nBrowsing Off\nDefaultAuthType None\nWebInterface No\n"
            "<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
            "<Policy default>\nJobPrivateAccess all\n<Limit All>\nOrder allow,deny\nAllow all\n</Limit>\n</Policy>\n"_s);
        write(
            u"cups-files.conf"_s,
            u"ServerRoot %1\nServerBin %1/bin\nRequestRoot %1/spool\nTempDir %1/spool/tmp\nCacheDir %1/cache\n"
            "StateDir %1/run\nAccessLog %1/access_log\nErrorLog %1/error_log\nPageLog %1/page_log\nSystemGroup root\n"_s);
        const QString keep = u"printf %s \"$3\" > %1/title\nprintf %s \"$4\" > %1/copies\nprintf %s \"$5\" > %1/options\n"
                             "cat ${6:+\"$6\"} > %1/part && mv %1/part %1/printed\n"_s;
        const QString wait = u"until [ -e %1/go ]; do sleep 0.1; done\n"_s;
        backend(u"keep"_s, keep);
        backend(u"slow"_s, wait + keep);
        backend(u"empty"_s, u"echo 'STATE: +media-empty-error' >&2\n"_s + wait + u"echo 'STATE: -media-empty-error' >&2\n"_s + keep);
        backend(u"open"_s, u"echo 'STATE: +cover-open' >&2\n"_s + wait + u"echo 'STATE: -cover-open' >&2\n"_s + keep);
        backend(u"fail"_s, u"echo 'ERROR: no reply from the machine' >&2\nexit 1\n"_s);
        backend(u"deaf"_s, u"echo 'ERROR: The printer is not responding.' >&2\nexit 1\n"_s);
        backend(u"stop"_s, u"exit 4\n"_s);
        backend(u"full"_s, u"cat \"$6\" > /dev/full || exit 1\n"_s);
        backend(u"refuse"_s, u"exit 2\n"_s);
        // CUPS-PDF knows one place for its settings: here it sees ours there, and nobody else does.
        write(u"cups-pdf.conf"_s,
              u"Out %1/pdf\nAnonDirName %1/pdf\nSpool %1/pdf/spool\nLog %1\nGSTmp %1/spool/tmp\nGrp root\n"_s);
        backend(u"cups-pdf"_s,
                u"exec unshare -m sh -c 'mount --bind %1/cups-pdf.conf /etc/cups/cups-pdf.conf && exec "
                "/usr/lib/cups/backend/cups-pdf \"$@\"' \"$0\" \"$@\"\n"_s);
        start();
    }
    ~CupsRoom()
    {
        allow();
        m_process.terminate();
        if (!m_process.waitForFinished(10'000))
            m_process.kill();
        m_process.waitForFinished(10'000);
    }

    /// A queue for printers.conf; \a more are further lines of it.
    static QString queue(const QString &name, const QString &uri, bool isDefault = false, const QString &more = {})
    {
        const QString kind = isDefault ? u"DefaultPrinter"_s : u"Printer"_s;
        return u"<%1 %2>\nDeviceURI %3:/\nState Idle\nAccepting Yes\n%4</%1>\n"_s.arg(kind, name, uri, more);
    }

    /// Makes it the service that this program prints with, once it answers. cupsd itself once in some hundred starts ends before
    /// it has answered anybody: it is started again then, as the system would.
    bool use()
    {
        cupsSetServer(qPrintable(socket())); // of this thread
        qputenv("CUPS_SERVER", socket().toUtf8()); // of those to come
        for (int tries = 0; tries < 3; ++tries) {
            const auto answersOrEnded = [this] { return m_process.state() == QProcess::NotRunning || answers(); };
            if (QTest::qWaitFor(answersOrEnded, 30'000) && m_process.state() == QProcess::Running)
                return true;
            m_process.waitForFinished(0);
            qWarning("cupsd ended by itself, status %d, code %d", int(m_process.exitStatus()), m_process.exitCode());
            start();
        }
        return false;
    }
    QString socket() const { return m_folder.filePath(u"socket"_s); }
    QString log() { return QString::fromUtf8(read(u"error_log"_s) + m_process.readAllStandardError()); }
    QByteArray read(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// What the service keeps of job \a job.
    QStringList spooled(int job) const
    {
        const QString number = u"%1"_s.arg(job, 5, 10, QLatin1Char('0'));
        return QDir(m_folder.filePath(u"spool"_s)).entryList({u"c"_s + number, u"d"_s + number + u"-*"_s}, QDir::Files);
    }
    /// The PDFs that CUPS-PDF has made.
    QStringList pdfs() const { return QDir(m_folder.filePath(u"pdf"_s)).entryList({u"*.pdf"_s}, QDir::Files); }
    /// Lets the printers that wait go on.
    void allow() const { write(u"go"_s, u"go"_s); }
    /// Runs one of CUPS' own commands (cupsdisable, cupsreject, lpadmin …) against this service.
    bool command(const QString &program, const QStringList &arguments) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"CUPS_SERVER"_s, socket());
        process.setProcessEnvironment(environment);
        process.start(program, arguments);
        return process.waitForFinished(20'000) && process.exitCode() == 0;
    }
    void end()
    {
        m_process.kill();
        m_process.waitForFinished(10'000);
    }

private:
    void start()
    {
        m_process.start(
            u"/usr/sbin/cupsd"_s,
            {u"-f"_s, u"-c"_s, m_folder.filePath(u"cupsd.conf"_s), u"-s"_s, m_folder.filePath(u"cups-files.conf"_s)});
    }
    bool answers() const
    {
        http_t *http = httpConnect2(qPrintable(socket()), 0, nullptr, AF_UNSPEC, HTTP_ENCRYPTION_NEVER, 1, 300, nullptr);
        httpClose(http);
        return http != nullptr;
    }
    /// Nobody but the owner may run it: such a backend the service runs as root.
    void backend(const QString &name, const QString &act) const
    {
        const QString file = u"bin/backend/"_s + name;
        write(file, u"#!/bin/sh\n[ $# -lt 5 ] && exit 0\n"_s + act);
        QFile::setPermissions(m_folder.filePath(file), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    /// %1 in \a text stands for the folder.
    void write(const QString &name, QString text) const
    {
        QFile file(m_folder.filePath(name));
        text.replace(u"%1"_s, m_folder.path());
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }

    QTemporaryDir m_folder;
    QProcess m_process;
};

}
