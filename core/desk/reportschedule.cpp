#include "core/desk/reportschedule.h"

#include <QDir>
#include <QFileInfo>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int daysCaughtUp = 7;
constexpr int lookEveryMs = 60'000;

/// Whether there is anything to say of a day.
bool saysSomething(const reports::Report &report)
{
    return std::ranges::any_of(report.values, [](const reports::Value &value) { return value.number != 0; });
}

}

QList<QDate> daysToReport(const QDateTime &now, QTime at, int back)
{
    QList<QDate> days;
    if (!at.isValid())
        return days;
    for (int i = back; i >= 0; --i) {
        const QDate day = now.date().addDays(-i);
        if (i > 0 || now.time() >= at)
            days << day;
    }
    return days;
}

ReportSchedule::ReportSchedule(ReportNeeds needs, const QString &at, QString folder, Draw charts, QObject *parent)
    : QObject(parent), m_clock(needs.clock), m_at(QTime::fromString(at, u"HH:mm"_s)), m_folder(std::move(folder)),
      m_charts(std::move(charts)), m_desk(std::move(needs))
{
    connect(&m_desk, &ReportDesk::ready, this, [this](const auto &report) { take(*report); });
    connect(&m_desk, &ReportDesk::failed, this, &ReportSchedule::failed);
    connect(&m_timer, &QTimer::timeout, this, &ReportSchedule::look);
    if (m_at.isValid())
        m_timer.start(lookEveryMs);
}

QString ReportSchedule::fileOf(QDate day) const
{
    return m_folder + u"/report-%1.pdf"_s.arg(day.toString(u"yyyyMMdd"_s));
}

void ReportSchedule::look()
{
    if (m_desk.isBusy())
        return;
    for (const QDate day : daysToReport(m_clock.now(), m_at, daysCaughtUp)) {
        if (!m_empty.contains(day) && !QFileInfo::exists(fileOf(day)))
            return m_desk.ask({reports::Span::day(day)}); // the next one once this is there
    }
}

void ReportSchedule::take(const reports::Report &report)
{
    const QString file = fileOf(report.span.from);
    if (!saysSomething(report)) {
        m_empty << report.span.from;
    } else {
        QDir().mkpath(m_folder);
        if (const base::Result<> saved = m_desk.save(report, file, m_charts(report)); !saved)
            return emit failed(saved.error());
        emit made(file);
    }
    look();
}

}
