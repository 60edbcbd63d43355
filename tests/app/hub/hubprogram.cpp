#include "tests/app/hub/hubprogram.h"

#include <QCoreApplication>
#include <QUrl>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

QString program()
{
    return QCoreApplication::applicationDirPath() + u"/yichuang-hub"_s;
}

QByteArray pullTarget(const wire::Cursor &cursor, int wait)
{
    return "/sync/v1/pull?cursor=" + wire::toText(cursor) + "&most=500&wait=" + QByteArray::number(wait);
}

}

HubProgram::HubProgram(QString folder, const QStringList &more) : m_folder(std::move(folder))
{
    m_process.start(program(), QStringList{u"--data"_s, m_folder, u"--listen"_s, u"127.0.0.1:0"_s} + more);
    while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine() && m_process.waitForReadyRead(20'000)) { }
    m_address = QString::fromLatin1(m_process.readLine()).trimmed();
    m_port = quint16(QUrl(m_address).port(0));
}

HubProgram::~HubProgram()
{
    kill();
}

void HubProgram::kill()
{
    m_process.kill();
    m_process.waitForFinished();
}

int HubProgram::end()
{
    ::kill(pid_t(m_process.processId()), SIGTERM);
    const bool ended = m_process.waitForFinished(10'000) && m_process.exitStatus() == QProcess::NormalExit;
    return ended ? m_process.exitCode() : -1;
}

QByteArray HubProgram::log()
{
    m_process.waitForReadyRead(0); // takes what lies in the pipe, also where no event loop runs
    m_log += m_process.readAllStandardError();
    return m_log;
}

HubProgram::Said HubProgram::run(const QStringList &arguments)
{
    QProcess process;
    process.start(program(), arguments);
    const bool ended = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

HubProgram::Said HubProgram::commandOn(const QString &folder, const QStringList &arguments)
{
    return run(QStringList{u"--data"_s, folder} + arguments);
}

QByteArray textOf(const hub::Request &request)
{
    QByteArray text = request.method + ' ' + request.target + " HTTP/1.1\r\nHost: hub\r\nContent-Length: "
        + QByteArray::number(request.body.size()) + "\r\n";
    for (auto it = request.headers.begin(); it != request.headers.end(); ++it)
        text += it.key() + ": " + it.value() + "\r\n";
    return text + "\r\n" + request.body;
}

hub::Response askedOver(RawClient &line, const hub::Request &request)
{
    if (!line.send(textOf(request)))
        return {0, {}, {}};
    const auto answer = line.answer(request.method == "HEAD", std::chrono::seconds(30));
    if (!answer)
        return {0, {}, {}};
    return {answer->status, answer->headers.value("content-type"), answer->body, answer->headers};
}

wire::Answer<wire::Enrolled> FarWindow::enrol(const HubProgram &program, const QStringList &store, const QString &hall)
{
    wire::Enrolment wish = window.card();
    const HubProgram::Said said = program.command(
        store + QStringList{u"enrol-code"_s, u"--hall"_s, hall, u"--region"_s, wish.regionCode, u"--window-code"_s, wish.windowCode});
    wish.code = QString::fromLatin1(said.out).trimmed();
    const QByteArray signature = window.key.sign(wire::enrolmentPurpose, wire::enrolmentToSign(wish));
    const hub::Request request{.method = "POST", .target = "/sync/v1/enrol", .headers = {}, .body = wire::toJson(wish, signature), .peer = {}};
    return hubworld::answerOf<wire::Enrolled>(askedOver(line, request), wire::enrolledFrom);
}

wire::Answer<wire::PushAnswer> FarWindow::push(qsizetype from, qsizetype count)
{
    return hubworld::answerOf<wire::PushAnswer>(ask("POST", "/sync/v1/push", wire::toLines(window.pushOf(from, count))),
                                                wire::pushAnswerFrom);
}

wire::Answer<wire::PullAnswer> FarWindow::pull(const wire::Cursor &cursor, int wait)
{
    return hubworld::answerOf<wire::PullAnswer>(ask("GET", pullTarget(cursor, wait)), wire::pullAnswerFrom);
}
