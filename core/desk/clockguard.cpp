#include "core/desk/clockguard.h"

#include "core/journal/journal.h"

namespace desk {

using namespace domain;

ClockGuard::ClockGuard(const journal::Journal &journal, const base::Clock &clock, const base::HubTime *hub) :
    m_clock(clock), m_hub(hub)
{
    // What cannot be read is said when it is opened.
    for (const journal::CaseRow &row : journal.cases(false, 1).value_or(QList<journal::CaseRow>()))
        record(row.changedAt);
}

std::optional<ClockDoubt> ClockGuard::doubt() const
{
    const QDateTime wall = m_clock.now();
    const QDateTime hub = m_hub ? m_hub->now() : QDateTime();
    return doubtOf({.wall = wall,
                    .newestRecord = m_newest,
                    .hubAhead = hub.isValid() ? std::optional(wall.secsTo(hub)) : std::nullopt});
}

void ClockGuard::confirm()
{
    m_newest = m_clock.now();
}

void ClockGuard::record(const QDateTime &at)
{
    if (!m_newest.isValid() || at > m_newest)
        m_newest = at;
}

bool ClockGuard::isDated(const Command &command)
{
    return std::holds_alternative<IssueNotice>(command) || std::holds_alternative<IssueLetter>(command)
        || std::holds_alternative<SignLetter>(command) || std::holds_alternative<GiveSignature>(command) || std::holds_alternative<FileCase>(command)
        || std::holds_alternative<LifeCommand>(command);
}

}
