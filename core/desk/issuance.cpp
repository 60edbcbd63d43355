#include "core/desk/issuance.h"

#include "core/domain/issuedpapers.h"

namespace desk {

using namespace domain;

namespace {

constexpr int pageOfProofs = 500;

/// \a results by case, in their order.
QList<QList<ShelfEntry>> byCase(const QList<ShelfEntry> &results)
{
    QList<QList<ShelfEntry>> groups;
    for (const ShelfEntry &result : results) {
        const auto same = [&](const QList<ShelfEntry> &group) { return group.first().caseId == result.caseId; };
        const auto group = std::ranges::find_if(groups, same);
        if (group == groups.end())
            groups.append(QList<ShelfEntry>{result});
        else
            group->append(result);
    }
    return groups;
}

}

Issuance::Issuance(Reception &reception, const ShelfList &shelf, QObject *parent) :
    QObject(parent), m_reception(reception), m_shelf(shelf)
{
}

Done Issuance::perform(const QString &caseId, const LifeCommand &command)
{
    auto work = m_reception.resume(caseId);
    if (!work)
        return tl::unexpected(work.error());
    const Done done = (*work)->perform(command);
    if (done)
        emit acted(caseId);
    return done;
}

void Issuance::askLease(const QString &caseId, const DeliverItems &delivery, QObject *context, HandoverLease::Done done)
{
    if (m_lease)
        m_lease->ask(caseId, delivery.items, context, std::move(done));
    else
        done({});
}

void Issuance::cancelLease()
{
    if (m_lease)
        m_lease->cancel();
}

Done Issuance::handOver(const QString &caseId, const DeliverItems &delivery, const QByteArray &png)
{
    auto work = m_reception.resume(caseId);
    if (!work)
        return tl::unexpected(work.error());
    const Done done = (*work)->performSigned(LifeCommand(delivery), png);
    if (done)
        emit acted(caseId);
    return done;
}

Issuance::Outcome Issuance::receive(const QList<ShelfEntry> &results, const ReceiveResult &arrival)
{
    Outcome outcome;
    for (const ShelfEntry &result : results) {
        ReceiveResult command = arrival;
        command.item = result.result.item;
        if (const Done done = perform(result.caseId, command))
            ++outcome.done;
        else
            outcome.undone.append({result, done.error()});
    }
    return outcome;
}

Issuance::Outcome Issuance::prove(const QList<ShelfEntry> &results)
{
    Outcome outcome;
    for (const QList<ShelfEntry> &group : byCase(results)) {
        QStringList items;
        for (const ShelfEntry &result : group)
            items << result.result.item;
        if (const Done done = perform(group.first().caseId, SendProof{items}))
            outcome.done += int(group.size());
        else
            outcome.undone.append({group.first(), done.error()});
    }
    return outcome;
}

base::Result<Issuance::Outcome> Issuance::proveAll()
{
    Outcome all;
    ShelfList::Place place;
    for (bool isLast = false; !isLast;) {
        const auto page = m_shelf.page(ShelfKind::ToProve, place, pageOfProofs);
        if (!page)
            return tl::unexpected(page.error());
        const Outcome some = prove(page->lines);
        all.done += some.done;
        all.undone += some.undone;
        place = page->end;
        isLast = page->isLast;
    }
    return all;
}

std::optional<PaperRef> Issuance::lastRecord(const CaseWork &work)
{
    std::optional<PaperRef> last;
    for (const PaperRef &paper : papersOf(work.file())) {
        if (paper.kind == PaperKind::DeliveryRecord)
            last = paper;
    }
    return last;
}

}
