#include "core/desk/carddesk.h"

#include <algorithm>
#include <utility>

namespace desk {

CardDesk::CardDesk(devices::CardReader *reader, const base::Clock &clock, QObject *parent)
    : QObject(parent), m_reader(reader), m_clock(clock)
{
    if (m_reader)
        connect(m_reader, &devices::CardReader::finished, this, &CardDesk::take);
}

void CardDesk::ask(QObject *asker, std::function<void(const Answer &)> then)
{
    if (m_reader && m_reader->isReading())
        m_reader->cancel();
    m_asker = asker;
    m_then = std::move(then);
    if (m_reader)
        m_reader->read();
    else
        answer({.trouble = {devices::CardTroubleKind::NoReader, {}}});
}

void CardDesk::cancel(const QObject *asker)
{
    if (m_asker == asker && m_reader)
        m_reader->cancel();
}

void CardDesk::take(const devices::CardRead &read)
{
    if (!read) {
        answer({.trouble = read.error()});
        return;
    }
    Answer found{.card = *read, .faults = domain::cardFaults(*read, m_clock.now().date())};
    std::ranges::stable_partition(found.faults, domain::isGrave);
    if (!found.faults.isEmpty() && domain::isGrave(found.faults.first()))
        found.card.reset();
    answer(found);
}

void CardDesk::answer(const Answer &answer)
{
    const QPointer<QObject> asker = std::exchange(m_asker, nullptr);
    const auto then = std::exchange(m_then, nullptr);
    if (asker && then)
        then(answer);
}

}
