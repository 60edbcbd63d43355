#include "core/sync/pulllane.h"

#include "core/wire/messages.h"

#include <utility>

namespace syncing {

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
    if (m_busy)
        return;
    m_wait.stop();
    m_isLineDown = false;
    const base::Result<journal::SyncState> state = m_outbox.state();
    const auto writers = m_outbox.acknowledged();
    if (!state || !writers)
        failStorage(state ? writers.error() : state.error());
    else if (!writers->isEmpty())
        ask(*state, writers->constLast().first);
}

void PullLane::ask(const journal::SyncState &state, const journal::WriterName &writer)
{
    m_busy = true;
    const int seconds = m_hurry ? 0 : wire::longestWait;
    const Call call{.target = "/sync/v1/pull?cursor=" + wire::toText({state.cursor.hubSeq, state.cursor.check})
                        + "&most=" + QByteArray::number(wire::mostEvents) + "&wait=" + QByteArray::number(seconds),
                    .timeout = (seconds + 15) * 1000};
    m_line.send({writer.device, writer.incarnation}, call, this, [this, state](const SignedLine::Outcome &outcome) {
        m_busy = false;
        base::Result<wire::PullAnswer> answer
            = outcome ? wire::pullAnswerFrom(outcome->body) : base::Result<wire::PullAnswer>();
        if (outcome && answer) {
            take(*answer, state);
            return;
        }
        const Trouble trouble = outcome
            ? Trouble{.kind = Trouble::Kind::Nonsense, .detail = answer.error().detail + u' ' + answer.error().place}
            : outcome.error();
        m_hurry = true;
        const int wait = m_backoff.next(trouble.problem.retryAfter);
        m_isLineDown = trouble.kind == Trouble::Kind::Unreachable;
        m_wait.start(wait);
        emit troubled(trouble, wait);
    });
}

void PullLane::take(const wire::PullAnswer &answer, const journal::SyncState &state)
{
    m_backoff.reset();
    m_line.clock().hear(answer.hubTime, 0);
    m_hurry = answer.more;
    if (answer.startAgain || answer.epoch != state.epoch) {
        if (const base::Result<> forgotten = m_outbox.forgetPlaces(answer.epoch); !forgotten) {
            failStorage(forgotten.error());
            return;
        }
        m_hurry = true;
        emit hubChanged();
        QMetaObject::invokeMethod(this, &PullLane::look, Qt::QueuedConnection);
        return;
    }
    emit answered();
    if (answer.next.hubSeq == state.cursor.hubSeq && answer.entries.isEmpty())
        QMetaObject::invokeMethod(this, &PullLane::look, Qt::QueuedConnection);
    else
        handOut(answer);
}

void PullLane::handOut(const wire::PullAnswer &answer)
{
    m_busy = true;
    QList<journal::FeedEntry> entries;
    bool library = false;
    for (const wire::Entry &entry : answer.entries) {
        if (entry.kind == wire::Entry::Kind::Library)
            library = true;
        else
            entries << feedEntry(entry);
    }
    if (library)
        emit libraryChanged();
    m_isPageOut = true;
    emit arrived(entries, {answer.next.hubSeq, answer.next.check});
}

void PullLane::taken(bool well)
{
    m_busy = m_isPageOut = false;
    if (std::exchange(m_isStale, false)) {
        const base::Result<> forgotten
            = m_outbox.state().and_then([&](const journal::SyncState &state) { return m_outbox.forgetPlaces(state.epoch); });
        if (!forgotten) {
            failStorage(forgotten.error());
            return;
        }
    }
    if (well)
        QMetaObject::invokeMethod(this, &PullLane::look, Qt::QueuedConnection);
    else
        m_wait.start(m_backoff.next());
}

void PullLane::failStorage(const base::Error &error)
{
    emit storageFailed(error);
    m_wait.start(m_backoff.next());
}

}
