#include "core/desk/numberleases.h"

#include "core/desk/hublink.h"
#include "core/wire/messages.h"

#include <QUuid>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using journal::PaperSeries;
using syncing::Trouble;

namespace {

constexpr int leastLeased = 20;
constexpr int mostLeased = 200;
/// So much of what was given in the year is leased at a time: few are left over at its end, and a busy window has some for a day
/// without the hub.
constexpr int shareLeased = 10;
/// So long before a new year its numbers are leased: its first day may be one without the hub.
constexpr int daysAhead = 10;
constexpr auto soonAfter = 1s;
constexpr auto triedAgainAfter = 60s;

Trouble nonsense(const QString &detail)
{
    return {.kind = Trouble::Kind::Nonsense, .problem = {}, .detail = detail};
}

}

NumberLeases::NumberLeases(Needs needs, QObject *parent) :
    QObject(parent), m_needs(std::move(needs)), m_book(m_needs.profileFolder, m_needs.journal.identity().device)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonAfter);
    m_again.setInterval(triedAgainAfter);
    connect(&m_soon, &QTimer::timeout, this, &NumberLeases::look);
    connect(&m_again, &QTimer::timeout, this, &NumberLeases::look);
    connect(&m_needs.hub, &HubLink::statusChanged, this, &NumberLeases::takeStatus);
    connect(&m_needs.hub, &HubLink::enrolled, this, [this] {
        m_asked.clear(); // whoever was to answer is gone
        m_trouble.reset();
        emit changed();
    });
    m_again.start();
    lookSoon();
}

QList<papers::NumberBlock> NumberLeases::blocks() const
{
    QList<papers::NumberBlock> blocks;
    for (const LeaseBook::Block &block : m_book.blocks())
        blocks << block.numbers;
    return blocks;
}

base::Error NumberLeases::ranOut(const PaperSeries &series)
{
    if (!m_wanted.contains(series))
        m_wanted << series;
    lookSoon();
    if (!m_needs.hub.place())
        return noNumbers(series);
    return {base::Error::Kind::Settings, u"no numbers left for %1, %2, %3"_s.arg(series.organ, series.paper).arg(series.year),
            leasesPlace};
}

NumberLeases::State NumberLeases::state() const
{
    State state{.hasHub = m_needs.hub.place().has_value(),
                .open = m_book.wishes(),
                .last = {},
                .trouble = m_trouble,
                .fault = m_book.fault() ? m_book.fault() : m_unkept};
    if (!m_book.blocks().isEmpty())
        state.last = m_book.blocks().last();
    return state;
}

void NumberLeases::lookSoon()
{
    if (!m_soon.isActive() && m_needs.hub.place())
        m_soon.start();
}

void NumberLeases::takeStatus()
{
    const bool isOnline = m_needs.hub.status().contact == syncing::Status::Contact::Online;
    if (isOnline && !m_wasOnline)
        look();
    m_wasOnline = isOnline;
}

void NumberLeases::look()
{
    const std::optional<HubPlace> &place = m_needs.hub.place();
    if (!place || m_book.fault() || m_needs.hub.status().contact != syncing::Status::Contact::Online)
        return;
    noteWishes();
    const QList<LeaseBook::Wish> open = m_book.wishes();
    for (const LeaseBook::Wish &wish : open) {
        if (wish.hub == place->hub && !m_asked.contains(wish.id))
            send(wish);
    }
}

void NumberLeases::noteWishes()
{
    for (const PaperSeries &series : seriesInUse()) {
        if (isWishedFor(series))
            continue;
        const std::optional<LeaseBook::Wish> wish = wishFor(series);
        if (!wish)
            continue;
        const base::Result<> noted = m_book.note(*wish);
        m_unkept = noted ? std::nullopt : std::optional(noted.error());
        emit changed();
        if (!noted)
            return;
    }
}

bool NumberLeases::isWishedFor(const PaperSeries &series) const
{
    return std::ranges::any_of(m_book.wishes(), [&](const LeaseBook::Wish &wish) {
        return wish.series == series && wish.hub == m_needs.hub.place()->hub;
    });
}

/// Those of which the window has numbers this year or had some last year, and those that a paper waits for.
QList<PaperSeries> NumberLeases::seriesInUse() const
{
    if (m_needs.forms.numbering().isSample())
        return {};
    const QDate today = m_needs.clock.now().date();
    QList<PaperSeries> all = m_wanted;
    for (const papers::NumberBlock &block : m_needs.forms.numbering().allBlocks() + blocks()) {
        if (block.year < today.year() - 1)
            continue;
        for (const int year : {today.year(), today.addDays(daysAhead).year()}) {
            if (const PaperSeries series{block.code, block.paper, year}; !all.contains(series))
                all << series;
        }
    }
    return all;
}

/// Nothing where enough is left.
std::optional<LeaseBook::Wish> NumberLeases::wishFor(const PaperSeries &series)
{
    const base::Result<SeriesStock> stock = stockOf(m_needs.journal, m_needs.forms, series, this);
    if (!stock || stock->left >= fewNumbers) {
        m_wanted.removeAll(series);
        return {};
    }
    return LeaseBook::Wish{.id = QUuid::createUuid().toString(QUuid::WithoutBraces),
                           .hub = m_needs.hub.place()->hub,
                           .series = series,
                           .count = int(std::clamp<qint64>(stock->given / shareLeased, leastLeased, mostLeased)),
                           .above = stock->highest,
                           .at = m_needs.clock.now().toUTC()};
}

void NumberLeases::send(const LeaseBook::Wish &wish)
{
    m_asked.insert(wish.id);
    const auto &[organ, paper, year] = wish.series;
    const wire::SerialWish words{organ, paper, year, wish.count, wish.id, wish.above};
    m_needs.hub.ask({.method = "POST", .target = "/sync/v1/serials", .type = wire::jsonType, .body = wire::toJson(words)}, this,
                    [this, wish](const syncing::SignedLine::Outcome &outcome) { take(wish, outcome); });
}

void NumberLeases::take(const LeaseBook::Wish &wish, const syncing::SignedLine::Outcome &outcome)
{
    m_asked.remove(wish.id);
    const base::Result<wire::SerialBlock> block
        = outcome ? wire::serialBlockFrom(outcome->body) : base::Result<wire::SerialBlock>();
    m_trouble.reset();
    if (!outcome)
        m_trouble = outcome.error();
    else if (!block)
        m_trouble = nonsense(block.error().detail);
    else if (block->from <= wish.above || block->to < block->from || block->to - block->from >= wish.count)
        m_trouble = nonsense(u"numbers %1 to %2 for a wish of %3 above %4"_s.arg(block->from).arg(block->to).arg(wish.count).arg(wish.above));
    else
        keep(wish, *block);
    emit changed();
}

void NumberLeases::keep(const LeaseBook::Wish &wish, const wire::SerialBlock &block)
{
    const base::Result<> kept
        = m_book.fulfil(wish.id,
                        {.numbers = {.code = wish.series.organ,
                                     .paper = wish.series.paper,
                                     .year = wish.series.year,
                                     .from = block.from,
                                     .to = block.to,
                                     .incarnation = m_needs.journal.identity().incarnation},
                         .hub = wish.hub,
                         .at = m_needs.clock.now().toUTC()});
    m_unkept = kept ? std::nullopt : std::optional(kept.error());
    if (!kept)
        return;
    m_wanted.removeAll(wish.series);
    lookSoon();
}

}
