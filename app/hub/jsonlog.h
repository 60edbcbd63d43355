#pragma once

#include "app/hub/server/server.h"

#include <QJsonObject>

#include <optional>

namespace hub {

enum class LogLevel { Debug, Info, Warning, Error };
/// debug, info, warning, error; nothing for another word.
std::optional<LogLevel> logLevelOf(const QString &word);

/// The log of the program: one JSON object a line, {"time", "level", "message", …}, each written at once. No person data: neither
/// addresses of clients nor queries nor bodies. While this stands, what the libraries log (qWarning and its kind) becomes such lines too.
class JsonLog final
{
public:
    /// Lines below \a least are left out. \a file is a file number, stderr unless a test says otherwise.
    explicit JsonLog(LogLevel least, int file = 2);
    ~JsonLog();

    /// From any thread.
    void write(LogLevel level, const QString &message, QJsonObject more = {}) const;
    /// A line about a request: info, but debug for what windows ask all the time and got, warning where the hub failed.
    void tell(const Answered &answered) const;

private:
    const LogLevel m_least;
    const int m_file;

    Q_DISABLE_COPY_MOVE(JsonLog)
};

}
