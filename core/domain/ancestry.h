#pragma once

#include "core/domain/merging.h"

#include <QHash>

#include <vector>

namespace domain {

/// Who knew what in a history in which every event stands behind those that its writer had seen; asked event by event in its order.
/// Costs next to nothing where every writer knew everything.
class Ancestry
{
public:
    explicit Ancestry(const QList<Placed> &history) : m_history(history) { }

    /// The events before \a index that its writer did not know, the latest first. To be asked once for each index, from 0 on.
    QList<int> unknownTo(int index);
    /// Whether the writer of \a later knew \a earlier. Of events that were asked for.
    bool knows(int later, int earlier) const;

private:
    struct Known {
        bool everything = true; ///< that came before
        std::vector<bool> of; ///< else: by index
    };

    bool sawAllTips(const Placed &event) const;
    void addTip(const Placed &event);
    Known closureOf(int index);
    void indexUpTo(int count);

    const QList<Placed> &m_history;
    std::vector<Known> m_known;
    QList<QByteArray> m_tips; ///< events that no other one saw yet
    QHash<QByteArray, int> m_places; ///< filled when it is needed first
    int m_indexed = 0;
};

}
