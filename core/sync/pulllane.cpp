#include "core/sync/pulllane.h"

#include "core/wire/messages.h"

#include <algorithm>
#include <utility>

namespace syncing {

using namespace Qt::StringLiterals;

namespace {

journal::FeedEntry feedEntry(const wire::Entry &entry)
{
    using Kind = journal::FeedEntry::Kind;
    const Kind kind = entry.kind == wire::Entry::Kind::Purge ? Kind::Purge
        : entry.kind == wire::Entry::Kind::Backfill          ? Kind::Backfill
                                                             : Kind::Event;
    return {.kind = kind,
            .hubSeq = entry.hubSeq,
            .caseId = entry.caseId,
            .judgement = entry.judgement,
            .bytes = entry.bytes};
}

}

PullLane::PullLane(journal::Outbox &outbox, SignedLine &line) : m_outbox(outbox), m_line(line)
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &PullLane::look);
}

void PullLane::hubIsBack()
{
    if (m_isLineDown && m_wait.isActive())
        look();
}

void PullLane::look()
{
    if (m_isAsking || m_isPageOut)
        return;
    m_wait.stop();
    m_isLineDown = false;
    const base::Result<journal::SyncState> state = m_outbox.state();
    if (state)
        askFrom(state->cursor);
    else
        failStorage(state.error());
}

void PullLane::askFrom(const journal::FeedCursor &cursor)
{
    const auto writers = m_outbox.acknowledged();
    if (!writers) {
        failStorage(writers.error());
        return;
    }
    if (writers->isEmpty())
        return;
    const journal::WriterName writer = writers->constLast().first;
    m_device = writer.device;
    m_isAsking = true;
    const int seconds = m_hurry ? 0 : wire::longestWait;
    const Call call{.target = "/sync/v1/pull?cursor=" + wire::toText({cursor.hubSeq, cursor.check}) + "&most="
                        + QByteArray::number(wire::mostEvents) + "&wait=" + QByteArray::number(seconds)
                        + (m_wantsWhole ? "" : "&own=brief"),
                    .timeout = (seconds + 15) * 1000};
    m_line.send({writer.device, writer.incarnation}, call, this, [this, cursor, isWhole = m_wantsWhole](const SignedLine::Outcome &outcome) {
        m_isAsking = false;
        if (!outcome) {
            fail(outcome.error());
            return;
        }
        const base::Result<wire::PullAnswer> page = wire::pullAnswerFrom(outcome->body);
        if (page)
            answer({*page, cursor, isWhole});
        else
            fail({.kind = Trouble::Kind::Nonsense, .detail = page.error().detail + u' ' + page.error().place});
    });
}

void PullLane::answer(const Page &page)
{
    m_backoff.reset();
    m_line.clock().hear(page.answer.hubTime, 0);
    if (m_isPageOut)
        m_ahead = page;
    else if (!m_wait.isActive()) // else the page before could not be taken in
        take(page);
}

void PullLane::take(const Page &page)
{
    const base::Result<journal::SyncState> state = m_outbox.state();
    if (!state) {
        failStorage(state.error());
        return;
    }
    const wire::PullAnswer &answer = page.answer;
    m_hurry = answer.more;
    const auto lookAgain = [this] { QMetaObject::invokeMethod(this, &PullLane::look, Qt::QueuedConnection); };
    if (answer.startAgain || answer.epoch != state->epoch) {
        if (const base::Result<> forgotten = m_outbox.forgetPlaces(answer.epoch); !forgotten) {
            failStorage(forgotten.error());
            return;
        }
        m_hurry = true;
        emit hubChanged();
        lookAgain();
        return;
    }
    emit answered();
    const base::Result<bool> settled = areOwnSettled(answer);
    if (!settled) {
        failStorage(settled.error());
    } else if (!*settled && page.isWhole) {
        fail({.kind = Trouble::Kind::Nonsense, .detail = u"brief entries that were not asked for"_s});
    } else if (page.from != state->cursor || !*settled) {
        // Of a feed that is no more, or with something of ours that is other than here: then the whole of it decides.
        m_wantsWhole = m_wantsWhole || !*settled;
        m_hurry = true;
        lookAgain();
    } else if (answer.next.hubSeq == state->cursor.hubSeq && answer.entries.isEmpty()) {
        lookAgain();
    } else {
        handOut(answer);
    }
}

base::Result<bool> PullLane::areOwnSettled(const wire::PullAnswer &answer)
{
    for (const wire::Entry &entry : answer.entries) {
        if (entry.kind != wire::Entry::Kind::Own)
            continue;
        const base::Result<bool> settled = m_outbox.isSettled({.writer = {m_device, entry.run.incarnation},
                                                               .first = entry.run.first,
                                                               .count = entry.run.count,
                                                               .hubSeq = entry.hubSeq,
                                                               .tip = entry.run.tip,
                                                               .judgement = entry.judgement});
        if (!settled || !*settled)
            return settled;
    }
    return true;
}

void PullLane::fail(const Trouble &trouble)
{
    m_hurry = true;
    const int wait = m_backoff.next(trouble.problem.retryAfter);
    m_isLineDown = trouble.kind == Trouble::Kind::Unreachable;
    m_wait.start(wait);
    emit troubled(trouble, wait);
}

void PullLane::handOut(const wire::PullAnswer &answer)
{
    QList<journal::FeedEntry> entries;
    bool library = false;
    for (const wire::Entry &entry : answer.entries) {
        if (entry.kind == wire::Entry::Kind::Library)
            library = true;
        else if (entry.kind != wire::Entry::Kind::Own)
            entries << feedEntry(entry);
    }
    if (library)
        emit libraryChanged();
    m_wantsWhole = false;
    m_isPageOut = true;
    const journal::FeedCursor next{answer.next.hubSeq, answer.next.check};
    emit arrived(entries, next);
    if (answer.more)
        askFrom(next);
}

void PullLane::taken(bool well)
{
    m_isPageOut = false;
    const std::optional<Page> ahead = std::exchange(m_ahead, std::nullopt);
    if (std::exchange(m_isStale, false)) {
        const base::Result<> forgotten
            = m_outbox.state().and_then([&](const journal::SyncState &state) { return m_outbox.forgetPlaces(state.epoch); });
        if (!forgotten) {
            failStorage(forgotten.error());
            return;
        }
    }
    if (!well)
        m_wait.start(m_backoff.next());
    else if (ahead)
        take(*ahead);
    else if (!m_wait.isActive())
        QMetaObject::invokeMethod(this, &PullLane::look, Qt::QueuedConnection);
}

void PullLane::failStorage(const base::Error &error)
{
    emit storageFailed(error);
    m_wait.start(m_backoff.next());
}

}
