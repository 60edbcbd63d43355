#include "core/domain/liferules.h"

#include "core/domain/codes.h"

#include <algorithm>

namespace domain {

using Why = Refusal::Why;
using State = CaseItem::State;

tl::unexpected<QList<Refusal>> refuse(Why why, const QString &subject, const QString &id)
{
    return tl::unexpected(QList<Refusal>{{why, subject, id}});
}

Ruling<Facts> LifeRules::once(const QDateTime &happened, LifeFact fact) const
{
    if (happened.isValid())
        return refuse(Why::AlreadyDone, m_case.number);
    return Facts{std::move(fact)};
}

QList<Plan::ItemLine> LifeRules::chosen() const
{
    QList<Plan::ItemLine> lines;
    std::ranges::copy_if(m_plan.items, std::back_inserter(lines), &Plan::ItemLine::chosen);
    return lines;
}

bool LifeRules::needs(const Plan::ItemLine &line, const QString &material) const
{
    const Plan::MaterialLine *asked = m_plan.material(material);
    return asked && asked->itemIds.contains(line.item.id);
}

QString LifeRules::materialName(const QString &id) const
{
    const Plan::MaterialLine *line = m_plan.material(id);
    return line ? line->material.name : id;
}

tl::unexpected<QList<Refusal>> LifeRules::wrongState(const Plan::ItemLine &line, const CaseItem &item)
{
    switch (item.state) {
    case State::Filed:
        return refuse(Why::NotAccepted, line.item.name, line.item.id);
    case State::Accepted:
        return refuse(Why::AlreadyAccepted, line.item.name, line.item.id);
    default:
        return refuse(Why::ItemEnded, line.item.name, line.item.id);
    }
}

template <class Fits>
const Plan::ItemLine *LifeRules::prerequisite(const Plan::ItemLine &line, Fits fits) const
{
    for (const QString &id : line.item.after) {
        const Plan::ItemLine *before = m_plan.item(id);
        if (before && before->chosen && fits(stateOf(*before)))
            return before;
    }
    return nullptr;
}

const Plan::ItemLine *LifeRules::openPrerequisite(const Plan::ItemLine &line) const
{
    return prerequisite(line, [](const CaseItem &before) { return !before.isEnded(); });
}

QList<Refusal> LifeRules::obstaclesTo(const Outcome &outcome, const Plan::ItemLine &line) const
{
    const QString &id = line.item.id;
    if (!outcome.granted)
        return outcome.reason.isEmpty() ? QList<Refusal>{{Why::ReasonMissing, line.item.name, id}} : QList<Refusal>{};
    QList<Refusal> obstacles;
    if (const Plan::ItemLine *before = openPrerequisite(line))
        obstacles.append({Why::PrerequisiteOpen, before->item.name, id});
    const auto failed
        = [](const CaseItem &before) { return before.isEnded() && !(before.outcome && before.outcome->granted); };
    if (const Plan::ItemLine *before = prerequisite(line, failed))
        obstacles.append({Why::PrerequisiteFailed, before->item.name, id});
    for (auto it = m_life.supplements.begin(); it != m_life.supplements.end(); ++it) {
        if (it->isOpen() && needs(line, it.key()))
            obstacles.append({Why::DeferralOpen, materialName(it.key()), id});
    }
    if (!outcome.eLicence.isEmpty() && eLicenceFault(outcome.eLicence) != FieldFault::None)
        obstacles.append({Why::ELicenceInvalid, outcome.eLicence, id});
    return obstacles;
}

QList<Refusal> LifeRules::faultsOf(const Delivery &delivery)
{
    QList<Refusal> faults;
    const bool byHand = delivery.way == Collection::Window || delivery.way == Collection::SelfService;
    if (byHand && delivery.collector.isEmpty())
        faults.append({Why::CollectorMissing, {}, {}});
    if (byHand && delivery.relation.isEmpty())
        faults.append({Why::RelationMissing, {}, {}});
    if (delivery.way == Collection::Window && !delivery.signedFor)
        faults.append({Why::DeliveryNotSigned, {}, {}});
    if (delivery.way == Collection::Courier && delivery.tracking.isEmpty())
        faults.append({Why::TrackingMissing, {}, {}});
    return faults;
}

Ruling<Facts> LifeRules::deliverable(const Plan::ItemLine &line, const CaseItem &item, const Delivery &delivery)
{
    const bool onPaper = !item.outcome || item.outcome->physical; // a refusal is a paper
    if (delivery.way == Collection::Electronic && onPaper)
        return refuse(Why::NotElectronic, line.item.name, line.item.id);
    if (onPaper && item.custody.isEmpty())
        return refuse(Why::NotArrived, line.item.name, line.item.id);
    return Facts{};
}

QList<Refusal> LifeRules::notYetTogether() const
{
    QList<Refusal> open;
    if (!m_life.collection.together)
        return open;
    for (const Plan::ItemLine &line : chosen()) {
        if (!stateOf(line).isEnded())
            open.append({Why::ItemOpen, line.item.name, line.item.id});
    }
    return open;
}

}
