#include "core/domain/satisfaction.h"

#include <array>

namespace domain {

std::optional<Satisfaction> satisfactionOf(int number)
{
    return number >= int(Satisfaction::VeryBad) && number <= int(Satisfaction::VeryGood) ? std::optional(Satisfaction(number)) : std::nullopt;
}

QString satisfactionWord(Satisfaction level)
{
    static const std::array words{QStringLiteral("非常不满意"), QStringLiteral("不满意"), QStringLiteral("基本满意"), QStringLiteral("满意"),
                                  QStringLiteral("非常满意")};
    return words[size_t(level) - 1];
}

bool wantsRectification(Satisfaction level)
{
    return level <= Satisfaction::Bad;
}

LimitEnd rectificationEnd(QDate day, const WorkCalendar &calendar)
{
    return calendar.afterWorkdays(day, rectificationDays);
}

}
