#include "core/domain/liferules.h"

#include "core/domain/codes.h"

#include <algorithm>

namespace domain {

using Why = Refusal::Why;
using State = CaseItem::State;

namespace {

constexpr int longestLine = 200; ///< of an address, an authority, an identifier

/// A clerk stands by, or a terminal.
bool isByHand(Collection way)
{
    return way == Collection::Window || way == Collection::SelfService;
}

/// Who takes what is the applicant's shows who they are and that they may; the applicant showed it at the intake.
QList<Refusal> faultsOfCollector(const Delivery &delivery, QDate today)
{
    QList<Refusal> faults;
    const QString &identity = delivery.identity;
    const bool isApplicant = delivery.relation == themselves;
    if (identity.isEmpty() && !isApplicant)
        faults.append({Why::CollectorIdentityMissing, {}, {}});
    if (!identity.isEmpty() && identityNumberFault(identity, today) != FieldFault::None && !isOtherIdentityDocument(identity))
        faults.append({Why::CollectorIdentityInvalid, {}, {}});
    if (delivery.authority.isEmpty() && !isApplicant && delivery.relation != legalRepresentative)
        faults.append({Why::AuthorityMissing, delivery.relation, {}});
    return faults;
}

}

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

Delivery LifeRules::cleaned(Delivery delivery)
{
    for (QString Delivery::*name : {&Delivery::collector, &Delivery::relation, &Delivery::company})
        delivery.*name = nameOf(delivery.*name);
    delivery.identity = base::normalizedCode(numberOf(delivery.identity));
    delivery.tracking = numberOf(delivery.tracking);
    for (QString Delivery::*line : {&Delivery::authority, &Delivery::address, &Delivery::eLicence})
        delivery.*line = base::cleanLine(delivery.*line, longestLine);
    return delivery;
}

QList<Refusal> LifeRules::faultsOf(const Delivery &delivery) const
{
    QList<Refusal> faults;
    const bool byHand = isByHand(delivery.way);
    if (byHand && delivery.collector.isEmpty())
        faults.append({Why::CollectorMissing, {}, {}});
    if (byHand && delivery.relation.isEmpty())
        faults.append({Why::RelationMissing, {}, {}});
    if (delivery.way == Collection::Window && !delivery.signedFor)
        faults.append({Why::DeliveryNotSigned, {}, {}});
    if (byHand && !delivery.relation.isEmpty())
        faults += faultsOfCollector(delivery, m_now.date());
    if (delivery.way == Collection::Courier && delivery.company.isEmpty())
        faults.append({Why::CourierMissing, {}, {}});
    if (delivery.way == Collection::Courier && delivery.tracking.isEmpty())
        faults.append({Why::TrackingMissing, {}, {}});
    if (!delivery.eLicence.isEmpty() && eLicenceFault(delivery.eLicence) != FieldFault::None)
        faults.append({Why::ELicenceInvalid, delivery.eLicence, {}});
    return faults;
}

QList<Refusal> LifeRules::namedTwice(const QStringList &items) const
{
    QList<Refusal> faults;
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (items.indexOf(items[i]) < i) {
            const Plan::ItemLine *line = m_plan.item(items[i]);
            faults.append({Why::NamedTwice, line ? line->item.name : items[i], items[i]});
        }
    }
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

QList<Refusal> LifeRules::notYetTogether(const QStringList &items) const
{
    QList<Refusal> open;
    if (!m_life.collection.together)
        return open;
    for (const Plan::ItemLine &line : chosen()) {
        const CaseItem item = stateOf(line);
        if (!item.isEnded())
            open.append({Why::ItemOpen, line.item.name, line.item.id});
        else if (item.hasResult() && !item.delivery && !items.contains(line.item.id))
            open.append({Why::ItemLeftOut, line.item.name, line.item.id});
    }
    return open;
}

}
