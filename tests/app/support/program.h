#pragma once

#include <QProcess>

#include <optional>

namespace outside {

/// A program of the world, started now. It ends with this object, and also when the test itself is killed.
class Program final
{
public:
    /// Ends the test run when there is no such \a program.
    Program(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment);
    ~Program();

    bool isRunning();
    qint64 pid() const { return m_process.processId(); }
    /// Waits until it ends by itself; its exit code, or nothing when it did not or was killed by a signal.
    std::optional<int> exitCode();
    /// SIGKILL: the plug is pulled.
    void kill();

    /// What it wrote to both outputs so far.
    QByteArray output();
    /// Waits for a line of its output that \a pattern matches as a whole; empty when it ends without one.
    QString lineLike(const QString &pattern);
    void tell(const QString &line);

private:
    void read();

    QProcess m_process;
    QByteArray m_output;

    Q_DISABLE_COPY_MOVE(Program)
};

/// Waits for \a program to end and gives what it wrote to its output; nothing when it failed.
std::optional<QString> answerOf(const QString &program, const QStringList &arguments,
                                const QProcessEnvironment &environment);

}
