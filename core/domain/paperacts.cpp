#include "core/domain/paperacts.h"

#include <algorithm>

namespace domain {

namespace {

/// Keys of \a moments, the earliest first; those of one moment stay in their order.
QStringList inOrder(QList<std::pair<QDateTime, QString>> moments)
{
    std::ranges::stable_sort(moments, {}, [](const auto &entry) { return entry.first; });
    QStringList keys;
    for (const auto &[at, key] : std::as_const(moments))
        keys << key;
    return keys;
}

}

QList<DeliveryAct> deliveriesOf(const Case &file)
{
    QList<DeliveryAct> acts;
    for (auto item = file.life.items.cbegin(); item != file.life.items.cend(); ++item) {
        if (!item->delivery)
            continue;
        const auto same = std::ranges::find(acts, *item->delivery, &DeliveryAct::delivery);
        if (same != acts.end())
            same->items << item.key();
        else
            acts.append({*item->delivery, {item.key()}});
    }
    std::ranges::stable_sort(acts, {}, [](const DeliveryAct &act) { return act.delivery.at; });
    return acts;
}

QStringList suppliesOf(const Case &file)
{
    QList<std::pair<QDateTime, QString>> moments;
    for (auto it = file.life.supplements.cbegin(); it != file.life.supplements.cend(); ++it) {
        if (it->suppliedAt.isValid())
            moments.append({it->suppliedAt, it.key()});
    }
    return inOrder(moments);
}

QDateTime readyAt(const CaseItem &item)
{
    if (!item.hasResult())
        return {};
    if (!item.custody.isEmpty())
        return item.custody.first().at;
    const bool isElectronic = item.state == CaseItem::State::Decided && item.outcome && !item.outcome->physical;
    return isElectronic || item.delivery ? item.endedAt : QDateTime();
}

QStringList readyResultsOf(const Case &file)
{
    QList<std::pair<QDateTime, QString>> moments;
    for (auto item = file.life.items.cbegin(); item != file.life.items.cend(); ++item) {
        if (const QDateTime since = readyAt(*item); since.isValid())
            moments.append({since, item.key()});
    }
    return inOrder(moments);
}

}
