#include "ui/cases/caseface.h"

#include "core/domain/casenumber.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Cases)
};

}

BadgeFace stageBadge(const desk::CaseLine &line)
{
    switch (line.stage) {
    case domain::Stage::Intake:
        if (line.notices > 0)
            return {Words::tr("%n notice(s) given", nullptr, line.notices), BadgeFace::Look::Warn, u"paper"_s};
        return {Words::tr("Being taken in"), BadgeFace::Look::Accent, {}};
    case domain::Stage::Filed: return {Words::tr("Filed"), BadgeFace::Look::Good, u"check"_s};
    case domain::Stage::Abandoned: return {Words::tr("Closed unfiled"), BadgeFace::Look::Neutral, u"cross"_s};
    }
    Q_UNREACHABLE();
}

QString whenWords(const QDateTime &at, const QDateTime &now)
{
    const QDateTime local = at.toOffsetFromUtc(now.offsetFromUtc());
    const qint64 days = local.date().daysTo(now.date());
    const QString time = local.time().toString(u"HH:mm"_s);
    if (days == 0)
        return Words::tr("Today %1").arg(time);
    if (days == 1)
        return Words::tr("Yesterday %1").arg(time);
    if (local.date().year() == now.date().year())
        return Words::tr("%1/%2 %3", "month, day, time").arg(local.date().month()).arg(local.date().day()).arg(time);
    return local.date().toString(Qt::ISODate);
}

QString otherWindow(const QString &number, const QString &own)
{
    const std::optional<domain::CaseNumber> parts = domain::readCaseNumber(number);
    if (!parts || own.isEmpty() || parts->region + parts->window == own)
        return {};
    // Windows are numbered anew in every region.
    return own.startsWith(parts->region) ? Words::tr("window %1").arg(parts->window)
                                         : Words::tr("window %1 in %2").arg(parts->window, parts->region);
}
