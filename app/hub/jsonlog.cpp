#include "app/hub/jsonlog.h"

#include "app/hub/routes.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QUuid>

#include <array>
#include <atomic>

#include <unistd.h>

namespace hub {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array levelWords{"debug", "info", "warning", "error"};

/// Where what the libraries log goes: Qt takes a plain function.
std::atomic<const JsonLog *> present = nullptr;

LogLevel levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return LogLevel::Debug;
    case QtInfoMsg:
        return LogLevel::Info;
    case QtWarningMsg:
        return LogLevel::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return LogLevel::Error;
}

void writeForQt(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (const JsonLog *log = present)
        log->write(levelOf(type), message, {{"part"_L1, QLatin1String(context.category ? context.category : "default")}});
}

/// What a window asks again and again.
bool isEveryday(const QByteArray &route)
{
    return route == "/sync/v1/pull" || route == "/healthz" || route == "/metrics";
}

}

std::optional<LogLevel> logLevelOf(const QString &word)
{
    for (size_t i = 0; i < levelWords.size(); ++i) {
        if (word == QLatin1String(levelWords[i]))
            return LogLevel(i);
    }
    return {};
}

JsonLog::JsonLog(LogLevel least, int file) : m_least(least), m_file(file)
{
    present = this;
    qInstallMessageHandler(writeForQt);
}

JsonLog::~JsonLog()
{
    qInstallMessageHandler(nullptr);
    present = nullptr;
}

void JsonLog::write(LogLevel level, const QString &message, QJsonObject more) const
{
    if (level < m_least)
        return;
    more.insert("time"_L1, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    more.insert("level"_L1, QLatin1String(levelWords.at(size_t(level))));
    more.insert("message"_L1, message);
    const QByteArray line = QJsonDocument(more).toJson(QJsonDocument::Compact) + '\n';
    // When nobody can take the log there is nobody to tell that either.
    [[maybe_unused]] const ssize_t written = ::write(m_file, line.constData(), size_t(line.size()));
}

void JsonLog::tell(const Answered &answered) const
{
    const QByteArray route = routeOf(answered.target);
    const bool isGood = answered.status >= 200 && answered.status < 300;
    const LogLevel level = answered.status >= 500 ? LogLevel::Warning
        : isGood && isEveryday(route)             ? LogLevel::Debug
                                                  : LogLevel::Info;
    if (level < m_least)
        return;
    static constexpr std::array methods{"GET", "HEAD", "POST", "PUT"}; // another one could be anything
    const bool isKnown = std::find(methods.begin(), methods.end(), answered.method) != methods.end();
    QJsonObject more{{"method"_L1, isKnown ? QString::fromLatin1(answered.method) : u"other"_s},
                     {"route"_L1, QString::fromLatin1(route)},
                     {"status"_L1, answered.status},
                     {"ms"_L1, double(answered.took.count()) / 1000},
                     {"in"_L1, answered.in},
                     {"out"_L1, answered.out}};
    const QUuid device = QUuid::fromString(QLatin1String(answered.device));
    if (!device.isNull() && answered.status != 401) // otherwise somebody only says so
        more.insert("device"_L1, device.toString(QUuid::WithoutBraces));
    write(level, u"request"_s, more);
}

}
