#include "app/guide/clockcommand.h"

#include "app/guide/clocktext.h"
#include "app/guide/commands.h"
#include "core/guides/calendarreader.h"

#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

constexpr int wrongCommandLine = 2;

std::optional<QDateTime> momentIn(const QString &text)
{
    const QDateTime moment = QDateTime::fromString(text, u"yyyy-MM-ddTHH:mm"_s);
    return moment.isValid() ? std::optional(moment) : std::nullopt;
}

int say(QTextStream &err, int code, const QString &what)
{
    err << what << '\n';
    return code;
}

/// The question in \a request; nothing when a moment is not written as it should be.
std::optional<ClockQuestion> questionOf(const ClockRequest &request)
{
    const std::optional<QDateTime> filed = momentIn(request.filed);
    const std::optional<QDateTime> accepted = momentIn(request.accepted);
    if (!filed || (!accepted && !request.accepted.isEmpty()))
        return {};
    ClockQuestion question{.filed = *filed, .accepted = accepted.value_or(QDateTime()), .answers = {}};
    for (const QString &answer : request.answers)
        question.answers.insert(answer.section(u'=', 0, 0), answer.section(u'=', 1));
    return question;
}

}

int tellClock(const PackFinder &finder, const ClockRequest &request, QTextStream &out, QTextStream &err)
{
    const std::optional<ClockQuestion> question = questionOf(request);
    const auto hours = domain::OfficeHours::parse(request.hours);
    if (!question || !hours)
        return say(err, wrongCommandLine, question ? hours.error().detail : u"a moment is written 2026-02-13T16:30"_s);
    const auto pack = finder.pack(request.pack);
    if (!pack)
        return say(err, 1, pack.error().place + u": "_s + pack.error().detail);
    const domain::Matter *matter = matterOf(*pack, request.matter);
    if (!matter)
        return say(err, 1, u"%1: there is no matter “%2”"_s.arg(pack->id, request.matter));
    const guides::Calendars calendars = guides::loadCalendars(request.calendars);
    for (const base::Error &fault : calendars.faults)
        err << fault.place << ": " << fault.detail << '\n';
    const auto text = clockText(*domain::guideOf(*pack, matter->id), *question,
                                {calendars.calendar, *hours, !request.byWallClock});
    if (!text)
        return say(err, 1, text.error().place + u": "_s + text.error().detail);
    out << *text;
    return calendars.faults.isEmpty() ? 0 : 1;
}
