#include "tests/app/support/program.h"

#include <QRegularExpression>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace outside {

namespace {

constexpr int patience = 60'000; // ms, for a machine that has much else to do
constexpr int grace = 5'000; // ms between asking a program to end and ending it

}

Program::Program(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment)
{
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setChildProcessModifier([] {
        prctl(PR_SET_PDEATHSIG, SIGTERM);
        // Whoever limits the size of files (a full disk) wants the error, not the end.
        std::signal(SIGXFSZ, SIG_IGN);
    });
    m_process.start(program, arguments);
    if (!m_process.waitForStarted())
        qFatal("cannot start %s: %s", qPrintable(program), qPrintable(m_process.errorString()));
}

Program::~Program()
{
    if (!isRunning())
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(grace))
        kill();
}

bool Program::isRunning()
{
    m_process.waitForFinished(0);
    return m_process.state() != QProcess::NotRunning;
}

std::optional<int> Program::exitCode()
{
    if (isRunning() && !m_process.waitForFinished(patience))
        return {};
    return m_process.exitStatus() == QProcess::NormalExit ? std::optional(m_process.exitCode()) : std::nullopt;
}

void Program::kill()
{
    m_process.kill();
    m_process.waitForFinished(patience);
}

void Program::read()
{
    m_output += m_process.readAllStandardOutput();
}

QByteArray Program::output()
{
    m_process.waitForReadyRead(0);
    read();
    return m_output;
}

QString Program::lineLike(const QString &pattern)
{
    const QRegularExpression line(u'^' + pattern + u'$', QRegularExpression::MultilineOption);
    QRegularExpressionMatch match;
    const auto found = [&] {
        match = line.match(QString::fromUtf8(output()));
        return match.hasMatch() || !isRunning();
    };
    return QTest::qWaitFor(found, patience) ? match.captured() : QString();
}

void Program::tell(const QString &line)
{
    m_process.write(line.toUtf8() + '\n');
    while (m_process.bytesToWrite() > 0 && m_process.waitForBytesWritten(patience)) { }
}

std::optional<QString> answerOf(const QString &program, const QStringList &arguments,
                                const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished(grace);
        return {};
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return {};
    return QString::fromUtf8(process.readAllStandardOutput());
}

}
