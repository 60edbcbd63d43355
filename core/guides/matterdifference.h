#pragma once

#include "core/guides/comparison.h"

namespace guides {

/// What is different in one matter that is in both packs. The packs give the names of what it refers to.
class MatterComparison
{
public:
    /// A matter and the pack that it is in.
    struct Side {
        const domain::GuidePack &pack;
        const domain::Matter &matter;
    };
    MatterComparison(Side old, Side now, DifferenceList &list) : m_old(old), m_now(now), m_list(list) { }

    void run();

private:
    void compareProse(Comparison<domain::Matter> &matter);
    void compareSituation(const domain::Situation &old, const domain::Situation &now);
    void compareItem(const domain::Item &old, const domain::Item &now);
    void compareWork(Comparison<domain::Item> &item, const QString &subject);
    void comparePath(const domain::Path &old, const domain::Path &now, const QString &item);
    void compareUses(Comparison<domain::Item> &item);
    void compareUse(const domain::MaterialUse &old, const domain::MaterialUse &now, const QString &subject);
    template <class T>
    void compareWhen(Comparison<T> &entry);
    QString conditionOf(const domain::Condition &condition, const Side &side) const;

    const Side m_old;
    const Side m_now;
    DifferenceList &m_list;
};

}
