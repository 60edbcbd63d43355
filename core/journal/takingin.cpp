#include "core/domain/merging.h"
#include "core/journal/journalparts.h"
#include "core/journal/logging.h"

#include <algorithm>

namespace journal {

using namespace Qt::StringLiterals;

base::Result<TakenIn> Journal::takeIn(const QList<FeedEntry> &entries, const std::optional<FeedCursor> &next, const QDateTime &hubTime)
{
    TakenIn taken;
    const base::Result<QList<int>> overtaken = m->takeIn(entries, next, hubTime, taken);
    if (!overtaken)
        return base::Fail(overtaken.error());
    if (overtaken->isEmpty())
        return taken;
    // An older copy of this profile: what was written here in the meantime makes room, then the slice is taken in whole.
    for (const int incarnation : *overtaken) {
        if (const base::Result<> renewed = renew(incarnation); !renewed)
            return base::Fail(renewed.error());
    }
    taken.renewed = true;
    const base::Result<QList<int>> still = m->takeIn(entries, next, hubTime, taken);
    if (!still)
        return base::Fail(still.error());
    taken.changed.removeDuplicates();
    taken.purged.removeDuplicates();
    return taken;
}

base::Result<QList<int>> Journal::Parts::takeIn(const QList<FeedEntry> &entries, const std::optional<FeedCursor> &next,
                                                const QDateTime &hubTime, TakenIn &taken)
{
    last.reset();
    QList<Rewritten> rewritten;
    Transaction transaction(*database);
    if (const base::Result<> begun = transaction.begin(); !begun)
        return base::Fail(begun.error());
    const auto writers = sync.ownWriters();
    if (!writers)
        return base::Fail(writers.error());
    QList<Writer> own;
    for (const auto &[each, acknowledged] : *writers)
        own.append(each);
    FeedIntake intake({events, sync, keys, projections}, own);
    base::Result<> done;
    for (const FeedEntry &entry : entries)
        done = done.and_then([&] { return intake.take(entry, hubTime); });
    done = done.and_then([&] { return settle(intake, hubTime, taken, rewritten); }).and_then([&] { return relist(taken, rewritten); });
    taken.doubled = taken.doubled || intake.isDoubled();
    if (next && intake.overtaken().isEmpty())
        done = done.and_then([&] { return sync.setCursor(*next); });
    done = done.and_then([&] { return transaction.commit(); });
    if (!done)
        return base::Fail(done.error());
    for (const FeedFault &fault : intake.faults())
        qCWarning(lcJournal) << "feed entry" << fault.hubSeq << "kept aside:" << fault.detail;
    taken.faults += intake.faults();
    tell(rewritten);
    return intake.overtaken();
}

base::Result<> Journal::Parts::settle(FeedIntake &intake, const QDateTime &hubTime, TakenIn &taken, QList<Rewritten> &all)
{
    base::Result<> done;
    for (const QString &caseId : intake.cases())
        done = done.and_then([&] { return settleCase(intake, caseId, taken, all); });
    const QStringList purged = intake.purged();
    taken.purged += purged;
    for (const QString &caseId : purged)
        done = done.and_then([&] { return hide(caseId); });
    if (!done)
        return done;
    const base::Result<QStringList> ripe = sync.ripePurges(hubTime);
    if (!ripe)
        return base::Fail(ripe.error());
    for (const QString &caseId : *ripe)
        done = done.and_then([&] { return keys.destroy(caseId); }).and_then([&] { return events.forget(caseId); });
    return done;
}

base::Result<> Journal::Parts::settleCase(FeedIntake &intake, const QString &caseId, TakenIn &taken, QList<Rewritten> &all)
{
    const base::Result<FeedIntake::Touched> touched = intake.touched(caseId);
    if (!touched)
        return base::Fail(touched.error());
    const base::Result<bool> isPurged = sync.isPurged(caseId);
    if (!isPurged || *isPurged)
        return isPurged ? base::Result<>() : base::Fail(isPurged.error());
    // Most often a page brings our own events back with their places, and nothing moves.
    if (touched->before == touched->history)
        return {};
    const qsizetype before = all.size();
    const base::Result<> rewritten = rewrite(caseId, touched->history, all);
    if (!rewritten || all.size() == before)
        return rewritten;
    taken.changed << caseId;
    const QList<domain::Conflict> &conflicts = all.last().file.conflicts;
    if (conflicts.isEmpty())
        return {};
    const QList<domain::Conflict> known = domain::merge(touched->before).file.conflicts;
    for (const domain::Conflict &conflict : conflicts) {
        const bool isKnown = std::ranges::any_of(known, [&](const domain::Conflict &one) { return one.id == conflict.id; });
        if (conflict.clearedAt.isNull() && !isKnown)
            taken.conflicts.append({caseId, conflict});
    }
    return {};
}

base::Result<> Journal::Parts::relist(TakenIn &taken, QList<Rewritten> &all)
{
    const base::Result<QStringList> due = sync.casesToRelist();
    if (!due)
        return base::Fail(due.error());
    base::Result<> done;
    for (const QString &caseId : *due) {
        done = done.and_then([&] { return sync.isPurged(caseId); }).and_then([&](bool isPurged) -> base::Result<> {
            const base::Result<bool> mayDiffer = isPurged ? false : events.isOfSeveralWriters(caseId);
            if (!mayDiffer || !*mayDiffer)
                return mayDiffer ? base::Result<>() : base::Fail(mayDiffer.error());
            taken.changed << caseId;
            return events.historyOf(caseId).and_then([&](const QList<domain::Placed> &history) { return rewrite(caseId, history, all); });
        }).and_then([&] { return sync.relisted(caseId); });
    }
    return done;
}

base::Result<> Journal::Parts::rewrite(const QString &caseId, const QList<domain::Placed> &history, QList<Rewritten> &all)
{
    Rewritten rewritten{domain::merge(history).file, {}};
    if (rewritten.file.id.isEmpty())
        return {};
    rewritten.digest = digestOf(rewritten.file);
    const base::Result<Hash> head = events.lastOf(caseId);
    if (!head)
        return base::Fail(head.error());
    return keys.findOrMake(caseId)
        .and_then([&](const base::Secret &key) {
            return projections.put(rewritten.file, *head, key).and_then([&] {
                return rewritten.digest ? writeDigest(rewritten.file, *rewritten.digest, key) : base::Result<>();
            });
        })
        .map([&] { all.append(rewritten); });
}

base::Result<> Journal::Parts::hide(const QString &caseId)
{
    return projections.remove(caseId).and_then([&] { return digests.remove(caseId); }).and_then([&] { return shelf.remove(caseId); }).and_then([&] {
        return reports.remove(caseId);
    });
}

void Journal::Parts::tell(const QList<Rewritten> &all) const
{
    for (const Rewritten &one : all) {
        if (one.digest && written)
            written(one.file, *one.digest, true);
    }
}

base::Result<> Journal::renew(int incarnation)
{
    m->last.reset();
    const auto writers = m->sync.ownWriters();
    if (!writers)
        return base::Fail(writers.error());
    const auto forked = std::ranges::find_if(*writers, [&](const auto &one) { return one.first.incarnation == incarnation; });
    if (forked == writers->end())
        return base::Fail({base::Error::Kind::Missing, u"no such incarnation of this window"_s, QString::number(incarnation)});
    QList<Parts::Rewritten> rewritten;
    Transaction transaction(*m->database);
    if (const base::Result<> begun = transaction.begin(); !begun)
        return begun;
    Settled settled{m->identity, m->writer};
    if (incarnation == m->identity.incarnation) {
        const base::Result<Settled> fresh = renewIdentity(m->folder, *m->database, m->clock);
        if (!fresh)
            return base::Fail(fresh.error());
        settled = *fresh;
    }
    const base::Result<QStringList> cases = m->events.tellAgain(forked->first, forked->second, settled.writer);
    if (!cases)
        return base::Fail(cases.error());
    base::Result<> done;
    for (const QString &caseId : *cases) {
        done = done.and_then([&] { return m->events.historyOf(caseId); }).and_then([&](const QList<domain::Placed> &history) {
            return m->rewrite(caseId, history, rewritten);
        });
    }
    return done.and_then([&] { return transaction.commit(); }).map([&] {
        m->identity = settled.identity;
        m->writer = settled.writer;
        m->tell(rewritten);
    });
}

base::Result<> Journal::beginAnew()
{
    m->last.reset();
    return renewIdentity(m->folder, *m->database, m->clock).map([&](const Settled &fresh) {
        m->identity = fresh.identity;
        m->writer = fresh.writer;
    });
}

}
