#pragma once

#include "tests/app/hub/rawclient.h"
#include "tests/app/hub/store/hubworld.h"

#include <QProcess>

/// The real yichuang-hub in a process of its own.
class HubProgram final
{
public:
    /// On any port, with \a more arguments. Its records are in \a folder.
    explicit HubProgram(QString folder, const QStringList &more = {});
    ~HubProgram(); ///< kills what still runs

    bool answers() const { return m_port != 0; }
    QString address() const { return m_address; }
    quint16 port() const { return m_port; }
    qint64 pid() const { return m_process.processId(); }
    void kill(); ///< SIGKILL
    /// SIGTERM; its exit code, or -1 when it did not end by itself within ten seconds.
    int end();
    QByteArray log(); ///< what it wrote to stderr so far

    /// A command at its console, with the exit code and everything written.
    struct Said {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };
    Said command(const QStringList &arguments) const { return commandOn(m_folder, arguments); }
    static Said commandOn(const QString &folder, const QStringList &arguments);
    /// The program on its own.
    static Said run(const QStringList &arguments);

private:
    QString m_folder;
    QProcess m_process;
    QString m_address;
    QByteArray m_log;
    quint16 m_port = 0;

    Q_DISABLE_COPY_MOVE(HubProgram)
};

/// What \a request gets over \a line; status 0 when the line broke.
hub::Response askedOver(RawClient &line, const hub::Request &request);
/// \a request as the bytes on the line.
QByteArray textOf(const hub::Request &request);

/// A window as hubworld::Window signs and chains, with a line of its own to a hub in another process.
class FarWindow final
{
public:
    FarWindow(hubworld::Hub &clockOnly, const QString &windowCode, const QString &mark, quint16 port)
        : window(clockOnly, windowCode, mark), line(port)
    {
    }

    /// Has \a program make a code for it and uses it.
    wire::Answer<wire::Enrolled> enrol(const HubProgram &program, const QString &hall) { return enrol(program, {}, hall); }
    wire::Answer<wire::Enrolled> enrol(const HubProgram &program, const QStringList &store, const QString &hall);
    hub::Response ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                      const QHash<QByteArray, QByteArray> &headers = {})
    {
        return askedOver(line, window.request(method, target, body, headers));
    }
    wire::Answer<wire::PushAnswer> push(qsizetype from, qsizetype count = -1);
    wire::Answer<wire::PullAnswer> pull(const wire::Cursor &cursor = {}, int wait = 0);

    hubworld::Window window;
    RawClient line;
};
