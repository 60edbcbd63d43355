#include "core/domain/custody.h"

namespace domain {

std::optional<Keeper> keeperOf(const QList<Placed> &history, const QString &item)
{
    const QList<Judgement> judgements = merge(history).judgements;
    for (qsizetype i = history.size() - 1; i >= 0; --i) {
        const auto *life = std::get_if<LifeFact>(&history[i].event.fact);
        const auto *arrived = life ? std::get_if<ResultArrived>(life) : nullptr;
        if (arrived && arrived->item == item && judgements.value(i).standing != Standing::Disputed)
            return Keeper{deviceOf(history[i].writer).toString(), arrived->holder};
    }
    return std::nullopt;
}

}
