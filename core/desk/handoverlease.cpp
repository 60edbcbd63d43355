#include "core/desk/handoverlease.h"

#include "core/domain/custody.h"
#include "core/journal/journal.h"
#include "core/wire/messages.h"

namespace desk {

using namespace Qt::StringLiterals;

HandoverLease::HandoverLease(HubLink &link, const journal::Journal &journal, const QString &window, QObject *parent) :
    QObject(parent), m_link(link), m_journal(journal), m_window(window)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { takeSilence({.kind = syncing::Trouble::Kind::Unreachable}); });
}

void HandoverLease::ask(const QString &caseId, const QStringList &items, QObject *context, Done done)
{
    cancel();
    if (!m_link.place()) {
        done({});
        return;
    }
    Asking asking{caseId, items, true, {}, context, std::move(done), ++m_last};
    asking.isKeeper = findKeeper(asking);
    m_asking = std::move(asking);
    // A keeper that knows that the hub is away does not wait for it.
    if (m_asking->isKeeper && m_link.status().contact != syncing::Status::Contact::Online) {
        end({});
        return;
    }
    m_patience.start(m_asking->isKeeper ? keepersPatience : patience);
    askNext();
}

/// Whether this window keeps all of them; else \c holder is who has the first that it does not keep.
bool HandoverLease::findKeeper(Asking &asking) const
{
    const auto history = m_journal.historyOf(asking.caseId);
    for (const QString &item : std::as_const(asking.items)) {
        const auto keeper = history ? domain::keeperOf(*history, item) : std::nullopt;
        if (keeper && keeper->holder == m_window && keeper->device == m_journal.identity().device)
            continue;
        asking.holder = keeper ? keeper->holder : QString();
        return false;
    }
    return true;
}

void HandoverLease::cancel()
{
    m_patience.stop();
    m_asking.reset();
}

void HandoverLease::askNext()
{
    const wire::LeaseWish wish{m_asking->caseId, m_asking->items.constFirst()};
    const syncing::Call call{.method = "POST",
                             .target = "/sync/v1/leases",
                             .type = wire::jsonType,
                             .body = wire::toJson(wish),
                             .timeout = patience};
    m_link.ask(call, this, [this, number = m_asking->number](const syncing::SignedLine::Outcome &outcome) {
        if (m_asking && m_asking->number == number)
            take(outcome);
    });
}

void HandoverLease::take(const syncing::SignedLine::Outcome &outcome)
{
    const base::Result<wire::Lease> lease = outcome ? wire::leaseFrom(outcome->body) : base::Result<wire::Lease>();
    if (!outcome || !lease) {
        takeSilence(outcome ? syncing::Trouble{.kind = syncing::Trouble::Kind::Nonsense, .detail = lease.error().detail} : outcome.error());
        return;
    }
    if (!lease->granted) {
        const Answer answer = lease->holder.isEmpty() ? Answer::HandedOver : Answer::Elsewhere;
        end({.answer = answer, .holder = lease->holder, .until = lease->until, .trouble = {}});
        return;
    }
    m_asking->items.removeFirst();
    if (m_asking->items.isEmpty())
        end({});
    else
        askNext();
}

/// Nothing came that says yes or no: the keeper goes on, nobody else does.
void HandoverLease::takeSilence(const syncing::Trouble &trouble)
{
    if (m_asking->isKeeper) {
        end({});
        return;
    }
    const bool isRefused = trouble.kind == syncing::Trouble::Kind::Refused;
    end({.answer = isRefused ? Answer::Refused : Answer::Offline, .holder = m_asking->holder, .until = {}, .trouble = trouble});
}

void HandoverLease::end(const Outcome &outcome)
{
    const Asking asking = *std::exchange(m_asking, {});
    m_patience.stop();
    if (asking.context)
        asking.done(outcome);
}

}
