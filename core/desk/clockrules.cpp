#include "core/desk/clockrules.h"

#include <QRegularExpression>

namespace desk {

domain::HallRules authorityOf(const base::HallSettings &hall, const DishonestyStore &store)
{
    static const QRegularExpression gap(QStringLiteral("[\\s、,，]+"));
    domain::HallRules rules;
    rules.acceptsAtWindow = hall.acceptsAtWindow.split(gap, Qt::SkipEmptyParts);
    rules.remindBefore.clear();
    for (const QString &days : hall.remindBefore.split(gap, Qt::SkipEmptyParts))
        rules.remindBefore.append(days.toInt());
    rules.isDishonest = [&store](const QString &number) { return store.contains(number); };
    return rules;
}

}
