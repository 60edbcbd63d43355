#include "ui/worklist/taskface.h"

#include "ui/words/lifewords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using domain::Task;
using domain::Urgency;
using Look = BadgeFace::Look;

namespace {

struct TaskWords {
    Q_DECLARE_TR_FUNCTIONS(Tasks)
};

constexpr qint64 minute = 60; ///< s
constexpr qint64 hour = 60 * minute;

QString dayAndTime(const QDateTime &at, const QDateTime &now)
{
    const QDateTime local = at.toOffsetFromUtc(now.offsetFromUtc());
    const QString time = local.time().toString(u"HH:mm"_s);
    switch (now.date().daysTo(local.date())) {
    case -1: return TaskWords::tr("Yesterday %1").arg(time);
    case 0: return TaskWords::tr("Today %1").arg(time);
    case 1: return TaskWords::tr("Tomorrow %1").arg(time);
    default: break;
    }
    const QDate day = local.date();
    if (day.year() != now.date().year())
        return day.toString(Qt::ISODate);
    return TaskWords::tr("%1/%2 %3", "month, day, time").arg(day.month()).arg(day.day()).arg(time);
}

QString overdueBy(qint64 seconds)
{
    if (seconds < hour)
        return TaskWords::tr("%n minute(s) late", nullptr, int(seconds / minute));
    if (seconds < 24 * hour)
        return TaskWords::tr("%n hour(s) late", nullptr, int(seconds / hour));
    return TaskWords::tr("%n day(s) late", nullptr, int(seconds / (24 * hour)));
}

}

BadgeFace urgencyFace(Urgency urgency)
{
    switch (urgency) {
    case Urgency::Green: return {words::name(urgency), Look::Good, u"check"_s};
    case Urgency::Amber: return {words::name(urgency), Look::Warn, u"clock"_s};
    case Urgency::Red: return {words::name(urgency), Look::Bad, u"warning"_s};
    case Urgency::Overdue: return {words::name(urgency), Look::Bad, u"cross"_s};
    }
    Q_UNREACHABLE();
}

theme::Colour urgencyColour(Urgency urgency)
{
    switch (urgency) {
    case Urgency::Green: return theme::Colour::Good;
    case Urgency::Amber: return theme::Colour::Warn;
    case Urgency::Red:
    case Urgency::Overdue: return theme::Colour::Bad;
    }
    Q_UNREACHABLE();
}

QString dueWords(const Task &task, const QDateTime &now)
{
    if (task.due.isNull())
        return task.paused ? TaskWords::tr("Paused") : TaskWords::tr("No limit");
    const QString end = dayAndTime(task.due, now);
    const qint64 left = now.secsTo(task.due);
    if (left < 0 || left >= hour)
        return end;
    return TaskWords::tr("%1, %n minute(s) left", nullptr, int(left / minute)).arg(end);
}

QString dueDetail(const Task &task, const QDateTime &now)
{
    QStringList details;
    if (task.due.isValid() && task.due < now)
        details << overdueBy(task.due.secsTo(now));
    if (task.provisional)
        details << TaskWords::tr("provisional");
    if (task.lawDue.isValid() && task.lawDue != task.due)
        details << TaskWords::tr("by law %1").arg(task.lawDue.toString(u"MM-dd"_s));
    return details.join(u"  ·  "_s);
}
