#pragma once

#include "core/domain/guide.h"

#include <functional>

namespace domain {

/// What holds at one hall beside guides and clocks. The default is a hall that was authorised to nothing, reminds three and one
/// working days before, and was given no list.
struct HallRules {
    /// Whose acceptance was entrusted to the window (综合窗口收件受理一体化): departments by name, items by id or name; “*”: all.
    QStringList acceptsAtWindow;
    /// Working days before the end of a deferral (容缺) on which the applicant is reminded; each above 0.
    QList<int> remindBefore = {3, 1};
    /// Whether somebody with this identity number or credit code is on the list of those who broke their word (失信人员名单).
    /// Looks at nothing but its argument and the list; empty: no list.
    std::function<bool(const QString &)> isDishonest = {};

    bool mayAccept(const Item &item) const
    {
        const auto names = [this](const QString &word) { return acceptsAtWindow.contains(word); };
        return names(QStringLiteral("*")) || names(item.department) || names(item.id) || names(item.name);
    }
    bool isListed(const QString &identity) const { return isDishonest && !identity.isEmpty() && isDishonest(identity); }
};

}
