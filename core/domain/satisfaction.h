#pragma once

#include "core/domain/workcalendar.h"

#include <QString>

#include <optional>

namespace domain {

/// 好差评 (国办发〔2019〕51号): how content somebody was with one visit. The numbers are stored.
enum class Satisfaction {
    VeryBad = 1, ///< 非常不满意
    Bad, ///< 不满意
    Fair, ///< 基本满意
    Good, ///< 满意
    VeryGood, ///< 非常满意
};

/// The level with that number, 1 to 5; nothing for another.
std::optional<Satisfaction> satisfactionOf(int number);
/// As it is asked and reported, e.g. 非常满意.
QString satisfactionWord(Satisfaction level);

/// The two lowest levels (差评) must be looked into and put right.
bool wantsRectification(Satisfaction level);
constexpr int rectificationDays = 15; ///< working days from the day of the rating, which is not counted
/// Until when what was rated so on \a day has to be put right.
LimitEnd rectificationEnd(QDate day, const WorkCalendar &calendar);

}
