#include "core/domain/ancestry.h"

#include <algorithm>

namespace domain {

QList<int> Ancestry::unknownTo(int index)
{
    const Placed &event = m_history[index];
    if (m_seenBeforeTheyCame.isEmpty() && sawAllTips(event)) {
        m_tips = {event.id};
        m_known.push_back({});
        return {};
    }
    Known known = closureOf(index);
    QList<int> unknown;
    if (!known.everything) {
        for (int i = index - 1; i >= 0; --i) {
            if (!known.of[size_t(i)] && !laterKnew(i, event.id))
                unknown.append(i);
        }
    }
    m_known.push_back(std::move(known));
    addTip(event);
    return unknown;
}

bool Ancestry::knows(int later, int earlier) const
{
    const Known &known = m_known[size_t(later)];
    return earlier < later && (known.everything || known.of[size_t(earlier)]);
}

bool Ancestry::sawAllTips(const Placed &event) const
{
    // The first event names none.
    return std::ranges::all_of(m_tips, [&](const QByteArray &tip) { return event.seen.contains(tip); })
        && event.seen.size() == m_tips.size();
}

void Ancestry::addTip(const Placed &event)
{
    m_tips.removeIf([&](const QByteArray &tip) { return event.seen.contains(tip); });
    m_tips.append(event.id);
}

void Ancestry::indexUpTo(int count)
{
    for (; m_indexed < count; ++m_indexed)
        m_places.insert(m_history[m_indexed].id, m_indexed);
}

/// Whoever wrote an event knew what it names, what those knew, and what they wrote before themselves.
Ancestry::Known Ancestry::closureOf(int index)
{
    indexUpTo(index);
    const Placed &event = m_history[index];
    QList<int> open;
    for (const QByteArray &seen : event.seen) {
        const auto place = m_places.constFind(seen);
        if (place != m_places.constEnd())
            open.append(*place);
        else
            m_seenBeforeTheyCame[seen].append(index);
    }
    for (int i = index - 1; i >= 0; --i) {
        if (m_history[i].writer == event.writer) {
            open.append(i);
            break;
        }
    }
    Known known{false, std::vector<bool>(size_t(index), false)};
    while (!open.isEmpty()) {
        const int place = open.takeLast();
        if (known.of[size_t(place)])
            continue;
        known.of[size_t(place)] = true;
        const Known &theirs = m_known[size_t(place)];
        for (int i = 0; i < place; ++i)
            known.of[size_t(i)] = known.of[size_t(i)] || theirs.everything || theirs.of[size_t(i)];
        if (open.isEmpty())
            open = cameAfterTheyWereSeen(known.of);
    }
    known.everything = std::ranges::all_of(known.of, [](bool each) { return each; });
    return known;
}

/// Events that one of \a known names, and that came after it in the order; of those that are not in \a known.
QList<int> Ancestry::cameAfterTheyWereSeen(const std::vector<bool> &known) const
{
    QList<int> late;
    for (auto seen = m_seenBeforeTheyCame.begin(); seen != m_seenBeforeTheyCame.end(); ++seen) {
        const auto place = m_places.constFind(seen.key());
        const auto isNamed = [&](int naming) { return size_t(naming) < known.size() && known[size_t(naming)]; };
        if (place != m_places.constEnd() && size_t(*place) < known.size() && !known[size_t(*place)]
            && std::ranges::any_of(*seen, isNamed))
            late.append(*place);
    }
    return late;
}

/// Whether the event at \a earlier, or one that its writer knew, names \a id, which came after it in the order.
bool Ancestry::laterKnew(int earlier, const QByteArray &id) const
{
    const auto naming = m_seenBeforeTheyCame.constFind(id);
    return naming != m_seenBeforeTheyCame.constEnd()
        && std::ranges::any_of(*naming, [&](int place) { return place == earlier || knows(earlier, place); });
}

}
