#pragma once

#include "core/desk/reception.h"
#include "core/domain/casenumber.h"

/// Cases as the desk would list them; every person in them is invented.
namespace sample {

inline QDateTime now()
{
    return {QDate(2026, 11, 21), QTime(14, 32), Qt::OffsetFromUTC, 8 * 3600};
}

inline QString number(int serial)
{
    return domain::CaseNumber{QStringLiteral("411202"), QStringLiteral("001"), QStringLiteral("A1"), now().date(), serial}.text();
}

/// A case in intake, the lower \a serial the later it was changed.
inline desk::CaseLine line(int serial, const QString &matter)
{
    desk::CaseLine result;
    result.id = QStringLiteral("case-%1").arg(serial);
    result.number = number(serial);
    result.matter = matter;
    result.openedAt = now().addSecs(-3600);
    result.changedAt = now().addSecs(-60 * serial);
    return result;
}

/// Two unfinished ones and one that is filed.
inline QList<desk::CaseLine> mixed()
{
    desk::CaseLine filed = line(3, QStringLiteral("开超市（便利店）"));
    filed.stage = domain::Stage::Filed;
    filed.changedAt = now();
    return {filed, line(1, QStringLiteral("新生儿出生")), line(2, QStringLiteral("公民婚育"))};
}

}
