#include "core/domain/ancestry.h"

#include <algorithm>

namespace domain {

QList<int> Ancestry::unknownTo(int index)
{
    const Placed &event = m_history[index];
    if (sawAllTips(event)) {
        m_tips = {event.id};
        m_known.push_back({});
        return {};
    }
    Known known = closureOf(index);
    QList<int> unknown;
    if (!known.everything) {
        for (int i = index - 1; i >= 0; --i) {
            if (!known.of[size_t(i)])
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
    }
    known.everything = std::ranges::all_of(known.of, [](bool each) { return each; });
    return known;
}

}
