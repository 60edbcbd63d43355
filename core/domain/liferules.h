#pragma once

#include "core/base/text.h"
#include "core/domain/decide.h"

namespace domain {

using Facts = QList<Fact>;

constexpr int longestWords = 500;
constexpr int longestName = 60;
constexpr int longestNumber = 60;

/// What somebody typed, as a line without control characters, cut at the length allowed.
inline QString wordsOf(const QString &raw)
{
    return base::cleanLine(raw, longestWords);
}
inline QString nameOf(const QString &raw)
{
    return base::cleanLine(raw, longestName);
}
inline QString numberOf(const QString &raw)
{
    return base::cleanLine(raw, longestNumber);
}

/// One reason against.
tl::unexpected<QList<Refusal>> refuse(Refusal::Why why, const QString &subject = {}, const QString &id = {});

/// What the rules about a filed case have in common.
class LifeRules
{
public:
    /// \a asFiled as asFiledOf() gives it; all outlive this.
    LifeRules(const Case &file, const Plan &asFiled, const QDateTime &now, const HallRules &hall) :
        m_case(file), m_life(file.life), m_now(now), m_plan(asFiled), m_hall(hall)
    {
    }

protected:
    /// The fact, unless it has \a happened already.
    Ruling<Facts> once(const QDateTime &happened, LifeFact fact) const;

    QList<Plan::ItemLine> chosen() const;
    CaseItem stateOf(const Plan::ItemLine &line) const { return m_life.items.value(line.item.id); }
    bool needs(const Plan::ItemLine &line, const QString &material) const;
    QString materialName(const QString &id) const;

    static tl::unexpected<QList<Refusal>> wrongState(const Plan::ItemLine &line, const CaseItem &item);

    /// act(line, item) on the item \a id of this case.
    template <class Act>
    Ruling<Facts> onItem(const QString &id, Act act) const
    {
        const Plan::ItemLine *line = m_plan.item(id);
        if (!line || !line->chosen)
            return refuse(Refusal::Why::UnknownItem, id, id);
        return act(*line, stateOf(*line));
    }

    /// As onItem(), of an item that is accepted and not ended.
    template <class Act>
    Ruling<Facts> onAccepted(const QString &id, Act act) const
    {
        return onItem(id, [&](const Plan::ItemLine &line, const CaseItem &item) -> Ruling<Facts> {
            return item.state == CaseItem::State::Accepted ? Ruling<Facts>(act(line, item)) : wrongState(line, item);
        });
    }

    /// As onItem(), of an item whose result is there and not handed over.
    template <class Act>
    Ruling<Facts> onResult(const QString &id, Act act) const
    {
        return onItem(id, [&](const Plan::ItemLine &line, const CaseItem &item) -> Ruling<Facts> {
            if (!item.hasResult())
                return refuse(Refusal::Why::NoResult, line.item.name, id);
            if (item.delivery)
                return refuse(Refusal::Why::AlreadyDelivered, line.item.name, id);
            return act(line, item);
        });
    }

    /// An item that was applied for too, that \a line waits for and that has not ended.
    const Plan::ItemLine *openPrerequisite(const Plan::ItemLine &line) const;
    /// Why \a outcome may not be decided now. A denial needs its reason and nothing else.
    QList<Refusal> obstaclesTo(const Outcome &outcome, const Plan::ItemLine &line) const;

    /// As somebody typed it, each part a line of the length allowed.
    static Delivery cleaned(Delivery delivery);
    QList<Refusal> faultsOf(const Delivery &delivery) const;
    /// One result is handed over once.
    QList<Refusal> namedTwice(const QStringList &items) const;
    static Ruling<Facts> deliverable(const Plan::ItemLine &line, const CaseItem &item, const Delivery &delivery);
    /// Whoever wants everything together gets it when everything has ended (五), and \a items are all that is still here.
    QList<Refusal> notYetTogether(const QStringList &items) const;

    const Case &m_case;
    const CaseLife &m_life;
    const QDateTime m_now;
    const Plan &m_plan;
    const HallRules &m_hall;

private:
    template <class Fits>
    const Plan::ItemLine *prerequisite(const Plan::ItemLine &line, Fits fits) const;
};

}
