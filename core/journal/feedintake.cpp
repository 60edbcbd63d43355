#include "core/journal/feedintake.h"

#include <QSet>

#include <algorithm>

namespace journal {

using namespace Qt::StringLiterals;

namespace {

/// The events that no other one names.
QList<Hash> headsIn(const QList<domain::Placed> &history)
{
    QSet<Hash> named;
    for (const domain::Placed &placed : history)
        named.unite(QSet<Hash>(placed.seen.begin(), placed.seen.end()));
    QList<Hash> heads;
    for (const domain::Placed &placed : history) {
        if (!named.contains(placed.id))
            heads.append(placed.id);
    }
    return heads;
}

}

base::Result<> FeedIntake::take(const FeedEntry &entry, const QDateTime &hubTime)
{
    switch (entry.kind) {
    case FeedEntry::Kind::Event:
        return takeEvent(entry);
    case FeedEntry::Kind::Purge:
        m_purged << entry.caseId;
        m_cases.removeOne(entry.caseId);
        return m_stores.sync.orderPurge(entry.caseId, hubTime);
    case FeedEntry::Kind::Backfill:
        m_purged.removeOne(entry.caseId);
        return m_stores.sync.revokePurge(entry.caseId).and_then([&] { return comeBack(entry.caseId); });
    }
    return {};
}

/// What is still here of a case that was not to be shown is shown again.
base::Result<> FeedIntake::comeBack(const QString &caseId)
{
    const base::Result<Hash> last = m_stores.events.lastOf(caseId);
    if (!last || last->isEmpty())
        return last ? base::Result<>() : base::Fail(last.error());
    return arrivalsOf(caseId).map([](Arrivals *arrivals) {
        arrivals->isMoved = true;
        arrivals->before.clear();
    });
}

base::Result<> FeedIntake::takeEvent(const FeedEntry &entry)
{
    const base::Result<Envelope> envelope = readReceived(entry.bytes);
    if (!envelope)
        return keepFault(FeedFault::Kind::Unreadable, entry, {}, envelope.error().detail);
    const base::Result<Writer> writer = writerOf(*envelope);
    if (!writer)
        return base::Fail(writer.error());
    const auto known = m_stores.events.find(*writer, envelope->seq);
    if (!known)
        return base::Fail(known.error());
    const Writer &present = m_own.last();
    m_isDoubled = m_isDoubled || (envelope->device == present.device && envelope->incarnation > present.incarnation);
    const Hash hash = hashOf(entry.bytes);
    const bool isForked = *known && (*known)->hash != hash;
    const auto own = std::ranges::find(m_own, writer->id, &Writer::id);
    if (own != m_own.end() && (isForked ? (*known)->hubSeq == 0 : !*known && own->id == m_own.last().id)) {
        if (!m_overtaken.contains(own->incarnation))
            m_overtaken << own->incarnation;
        return {};
    }
    if (isForked) {
        const QString detail = u"event %1 of %2 has another hash here"_s.arg(
            QString::number(envelope->seq), domain::writerOf(envelope->device, envelope->incarnation));
        return keepFault(FeedFault::Kind::Forked, entry, envelope->caseId, detail);
    }
    if (*known)
        return takeKnown(entry, **known, *envelope);

    const base::Result<Arrivals *> arrivals = arrivalsOf(envelope->caseId);
    if (!arrivals)
        return base::Fail(arrivals.error());
    Arrivals &here = **arrivals;
    here.fresh.emplace_back(entry.hubSeq, placedOf(*envelope, hash));
    return m_stores.events.take(*writer, *envelope, entry.bytes, hash, here.key, entry.hubSeq, entry.judgement).and_then([&] {
        return useNumbers(entry, *envelope);
    });
}

base::Result<> FeedIntake::takeKnown(const FeedEntry &entry, const KnownEvent &known, const Envelope &envelope)
{
    if (known.hubSeq == entry.hubSeq && !known.isForgotten)
        return {};
    const base::Result<Arrivals *> arrivals = arrivalsOf(envelope.caseId);
    if (!arrivals)
        return base::Fail(arrivals.error());
    (*arrivals)->isMoved = true;
    base::Result<> taken;
    if (known.isForgotten)
        taken = m_stores.events.remember(known, envelope, entry.bytes, (*arrivals)->key);
    return taken.and_then([&] { return m_stores.events.place(known.id, entry.hubSeq, entry.judgement); });
}

base::Result<FeedIntake::Arrivals *> FeedIntake::arrivalsOf(const QString &caseId)
{
    if (const auto known = m_arrivals.find(caseId); known != m_arrivals.end())
        return &known->second;
    const auto before = m_stores.events.historyOf(caseId);
    if (!before)
        return base::Fail(before.error());
    const auto key = m_stores.keys.findOrMake(caseId);
    if (!key)
        return base::Fail(key.error());
    if (!m_cases.contains(caseId))
        m_cases << caseId;
    return &m_arrivals.insert({caseId, Arrivals{*key, *before, {}}}).first->second;
}

base::Result<FeedIntake::Touched> FeedIntake::touched(const QString &caseId)
{
    Arrivals &arrivals = m_arrivals.at(caseId);
    Touched touched{arrivals.before, {}};
    if (arrivals.isMoved || !arrivals.before.isEmpty()) {
        const base::Result<QList<domain::Placed>> history = m_stores.events.historyOf(caseId);
        if (!history)
            return base::Fail(history.error());
        touched.history = *history;
    } else {
        std::ranges::stable_sort(arrivals.fresh, {}, &std::pair<qint64, domain::Placed>::first);
        for (const auto &[place, placed] : arrivals.fresh)
            touched.history.append(placed);
    }
    return m_stores.events.setHeads(caseId, headsIn(touched.history)).map([&] { return touched; });
}

base::Result<Writer> FeedIntake::writerOf(const Envelope &envelope)
{
    const QString name = domain::writerOf(envelope.device, envelope.incarnation);
    if (const auto known = m_writers.constFind(name); known != m_writers.constEnd())
        return *known;
    return m_stores.sync.writerNamed(envelope.device, envelope.incarnation).map([&](const Writer &writer) {
        m_writers.insert(name, writer);
        return writer;
    });
}

base::Result<> FeedIntake::useNumbers(const FeedEntry &entry, const Envelope &envelope)
{
    base::Result<bool> isFresh = true;
    if (const auto *opened = std::get_if<domain::CaseOpened>(&envelope.event.fact))
        isFresh = m_stores.projections.takeNumber(envelope.caseId, opened->number);
    else if (const auto *numbered = std::get_if<domain::PaperNumbered>(&envelope.event.fact))
        isFresh = m_stores.projections.takeNumber(envelope.caseId, *numbered);
    else if (const auto *voided = std::get_if<domain::PaperNumberVoided>(&envelope.event.fact))
        return m_stores.projections.voidNumber(*voided);
    if (!isFresh)
        return base::Fail(isFresh.error());
    return *isFresh ? base::Result<>()
                    : keepFault(FeedFault::Kind::NumberTwice, entry, envelope.caseId,
                                domain::typeName(envelope.event.fact) + u" of "_s + envelope.caseId);
}

base::Result<> FeedIntake::keepFault(FeedFault::Kind kind, const FeedEntry &entry, const QString &caseId, const QString &detail)
{
    const FeedFault fault{.kind = kind, .hubSeq = entry.hubSeq, .caseId = caseId, .detail = detail};
    m_faults.append(fault);
    return m_stores.sync.keepFault(fault, entry.bytes);
}

}
