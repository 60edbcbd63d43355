#include "core/offices/course.h"

#include "core/domain/decide.h"

namespace offices {

using namespace domain;

void goOn(Course &course, const QList<Command> &further, const Guide &guide, const ClockRules &rules, const QDateTime &now)
{
    for (const Command &command : further) {
        const Ruling<QList<Fact>> ruling = decide(course.file, command, guide, rules, now);
        if (!ruling) {
            course.refused += ruling.error();
            continue;
        }
        for (const Fact &fact : *ruling) {
            course.file = apply(std::move(course.file), {now, {}, fact});
            course.facts << fact;
        }
    }
}

Course carriedOut(Case file, const QList<Command> &commands, const Guide &guide, const ClockRules &rules, const QDateTime &now)
{
    Course course{.file = std::move(file), .facts = {}, .refused = {}};
    goOn(course, commands, guide, rules, now);
    return course;
}

}
