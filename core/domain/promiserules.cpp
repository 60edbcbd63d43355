#include "core/domain/promiserules.h"

#include "core/domain/decide.h"

#include <algorithm>

namespace domain {

namespace {

using Why = Refusal::Why;
constexpr int deferralWithoutPromise = 5; // working days

QDate latestDay(const Plan::MaterialLine &line, const Plan &plan, QDate today, const WorkCalendar &calendar)
{
    int days = -1;
    for (const QString &id : line.itemIds) {
        const int promised = plan.item(id)->promisedDays;
        if (promised >= 0)
            days = days < 0 ? promised : std::min(days, promised);
    }
    const int allowed = days < 0 ? deferralWithoutPromise : days;
    return allowed == 0 ? today : calendar.afterWorkdays(today, allowed).day;
}

/// An agent's word does not count here: it is the applicant who promises.
bool somebodyIsListed(const Plan &plan, const HallRules &hall)
{
    return std::ranges::any_of(plan.fields, [&](const Plan::FieldLine &line) {
        const bool isIdentity = line.field.kind == Field::Kind::IdNumber || line.field.kind == Field::Kind::CreditCode;
        const bool promises = line.field.role == Field::Role::Applicant || line.field.role == Field::Role::Enterprise;
        return isIdentity && promises && hall.isListed(line.value);
    });
}

}

QList<Refusal> promiseFaults(const Verdict &verdict, const Plan::MaterialLine &line, const Plan &plan, QDate today,
                             const WorkCalendar &calendar, const HallRules &hall)
{
    const auto fault = [&](Why why, const QString &subject) { return QList<Refusal>{{why, subject, line.material.id}}; };
    if (verdict.kind != VerdictKind::Deferred && verdict.kind != VerdictKind::Committed)
        return {};
    if (somebodyIsListed(plan, hall))
        return fault(Why::OnDishonestyList, line.material.name);
    if (verdict.kind == VerdictKind::Committed)
        return {};
    if (verdict.due.isNull())
        return fault(Why::DueDateMissing, line.material.name);
    if (verdict.due < today)
        return fault(Why::DueDateInPast, line.material.name);
    const QDate latest = latestDay(line, plan, today, calendar);
    return verdict.due > latest ? fault(Why::DueDateTooLate, latest.toString(Qt::ISODate)) : QList<Refusal>{};
}

QDate latestDeferral(const Plan &plan, const QString &material, QDate today, const WorkCalendar &calendar)
{
    const Plan::MaterialLine *line = plan.material(material);
    return line ? latestDay(*line, plan, today, calendar) : today;
}

}
