#include "ui/board/boardwords.h"

#include "core/domain/casenumber.h"
#include "core/domain/codes.h"
#include "ui/words/lifewords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace boardwords {

namespace {

struct BoardTexts {
    Q_DECLARE_TR_FUNCTIONS(BoardWords)
};

constexpr int shownEnd = 6; ///< characters of a case number on the wall
constexpr int silentAfter = 120; ///< s: a window tells of itself every half minute
constexpr qint64 minute = 60; ///< s
constexpr qint64 hour = 60 * minute;

}

QString clerk(const QString &name, Openness openness)
{
    return openness == Openness::Wall ? domain::maskedName(name) : name;
}

QString caseNumber(const QString &number, Openness openness)
{
    if (number.isEmpty())
        return {};
    const QString whole = domain::groupedNumber(number);
    return openness == Openness::Wall ? u"…"_s + whole.right(shownEnd) : whole;
}

QString lasting(const QDateTime &since, const QDateTime &now)
{
    if (since.isNull())
        return {};
    const qint64 seconds = qMax<qint64>(0, since.secsTo(now));
    if (seconds < hour)
        return BoardTexts::tr("%1 min").arg(seconds / minute);
    return BoardTexts::tr("%1 h %2 min").arg(seconds / hour).arg(seconds % hour / minute);
}

bool isSilent(const wire::Seat &seat, const QDateTime &now)
{
    return seat.heard.isNull() || seat.heard.secsTo(now) > silentAfter;
}

QString safety(const wire::Seat &seat, const QDateTime &now, bool hasHub)
{
    if (!hasHub)
        return BoardTexts::tr("on this PC only");
    if (seat.heard.isNull())
        return BoardTexts::tr("not heard of");
    if (isSilent(seat, now))
        return BoardTexts::tr("silent for %1").arg(lasting(seat.heard, now));
    return seat.presence.unsent == 0 ? BoardTexts::tr("all safe") : BoardTexts::tr("%n unsent", nullptr, seat.presence.unsent);
}

QString source(const desk::BoardView &view)
{
    if (!view.hasHub)
        return BoardTexts::tr("This window belongs to no hub: what this PC knows, as of %1.").arg(words::moment(view.now));
    if (view.isFresh)
        return BoardTexts::tr("From the hub, as of %1.").arg(view.asOf.toString(u"HH:mm:ss"_s));
    if (view.asOf.isNull())
        return BoardTexts::tr("Offline: what this PC knows, as of %1; the hub was not heard since the start.").arg(words::moment(view.now));
    return BoardTexts::tr("Offline: windows and ratings as the hub said at %1, the rest from this PC.").arg(words::moment(view.asOf));
}

QString becomes(domain::Urgency urgency)
{
    return urgency == domain::Urgency::Overdue ? BoardTexts::tr("late") : words::name(urgency);
}

}
