#include "core/desk/hallpresence.h"

#include "core/desk/hublink.h"
#include "core/wire/messages.h"

#include <algorithm>

namespace desk {

namespace {

constexpr int questionsUntilStale = 3;

}

HallPresence::HallPresence(Needs needs, QObject *parent) :
    QObject(parent), m_needs(std::move(needs)), m_since(m_needs.clock.now())
{
    connect(&m_timer, &QTimer::timeout, this, &HallPresence::tell);
    connect(&m_needs.hub, &HubLink::enrolled, this, &HallPresence::tell);
    connect(&m_needs.duty, &OnDuty::changed, this, &HallPresence::tell);
    m_timer.start(tellEvery);
}

void HallPresence::workOn(const QString &caseNumber)
{
    if (caseNumber == m_caseNumber)
        return;
    m_caseNumber = caseNumber;
    m_since = m_needs.clock.now();
    tell();
    emit changed();
}

void HallPresence::watch(bool wanted)
{
    m_watchers += wanted ? 1 : -1;
    m_timer.start(m_watchers > 0 ? askEvery : tellEvery);
    if (wanted)
        tell();
}

wire::Presence HallPresence::mine() const
{
    return {m_needs.duty.name(), m_caseNumber, m_since.toUTC(), int(m_needs.hub.status().figures.events)};
}

QList<wire::Seat> HallPresence::seats() const
{
    QList<wire::Seat> seats = m_board.seats;
    const wire::Seat own{m_needs.device, m_needs.duty.hall().windowName, m_needs.clock.now().toUTC(), mine()};
    const auto here = std::ranges::find(seats, m_needs.device, &wire::Seat::device);
    if (here == seats.end())
        seats.prepend(own);
    else
        *here = own;
    return seats;
}

bool HallPresence::isFresh() const
{
    return m_asOf.isValid() && m_asOf.msecsTo(m_needs.clock.now()) <= questionsUntilStale * askEvery;
}

/// One question at a time; whoever waits for an answer longer than that is offline.
void HallPresence::tell()
{
    if (!m_needs.hub.place() || m_isAsking)
        return;
    m_isAsking = true;
    const wire::PresenceNote note{mine(), m_watchers > 0};
    m_needs.hub.ask({.method = "POST", .target = "/sync/v1/presence", .type = wire::jsonType, .body = wire::toJson(note)}, this,
                    [this, isBoard = note.board](const syncing::SignedLine::Outcome &outcome) {
                        m_isAsking = false;
                        const auto board = outcome && outcome->status == 200 ? wire::hallBoardFrom(outcome->body)
                                                                             : base::Result<wire::HallBoard>(base::Fail(base::Error{}));
                        if (isBoard && board) {
                            m_board = *board;
                            m_asOf = m_needs.clock.now();
                        }
                        if (isBoard)
                            emit changed();
                    });
}

}
