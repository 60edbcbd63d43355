#include "core/sync/pushlane.h"

#include "core/wire/messages.h"
#include "core/wire/signing.h"

namespace syncing {

namespace {

/// An empty push asks what the hub has of \a writer.
journal::Unsent question(const journal::WriterName &writer)
{
    return {.writer = writer, .first = 1, .events = {}, .tip = QByteArray(32, '\0')};
}

/// The hub has all of \a unsent, as it is here, and nothing more.
bool isPlain(const wire::PushAnswer &answer, const journal::Unsent &unsent)
{
    return !answer.forked && !answer.needsEarlier && !unsent.events.isEmpty() && answer.verdicts.size() == unsent.events.size()
        && answer.acknowledged == unsent.first + unsent.events.size() - 1;
}

}

wire::Push pushOf(const journal::Unsent &unsent, const people::WindowKey &key)
{
    const wire::Writer writer{unsent.writer.device, unsent.writer.incarnation};
    const qint64 last = unsent.first + unsent.events.size() - 1;
    return {.writer = writer,
            .first = unsent.first,
            .events = unsent.events,
            .tip = unsent.tip,
            .signature = key.sign(wire::eventsPurpose, wire::tipToSign(writer, last, unsent.tip))};
}

PushLane::PushLane(journal::Outbox &outbox, SignedLine &line, const people::WindowKey &key)
    : m_outbox(outbox), m_line(line), m_key(key)
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &PushLane::look);
}

void PushLane::askAnew()
{
    const auto writers = m_outbox.acknowledged();
    if (!writers) {
        emit storageFailed(writers.error());
        return;
    }
    m_next.reset();
    m_toAsk.clear();
    for (const auto &[writer, upTo] : *writers)
        m_toAsk << writer;
    look();
}

void PushLane::hubIsBack()
{
    if (m_isLineDown && m_wait.isActive())
        look();
}

void PushLane::look()
{
    if (m_busy)
        return;
    m_wait.stop();
    m_isLineDown = false;
    if (!m_toAsk.isEmpty()) {
        send(batchOf(question(m_toAsk.constFirst())));
        return;
    }
    const base::Result<journal::Unsent> unsent = m_outbox.unsent(m_batch, wire::batchBytes);
    if (!unsent) {
        emit storageFailed(unsent.error());
        m_wait.start(m_backoff.next());
    } else if (!unsent->events.isEmpty()) {
        send(batchOf(*unsent));
    } else {
        emit sentAll(std::exchange(m_moved, false));
    }
}

PushLane::Batch PushLane::batchOf(const journal::Unsent &unsent) const
{
    return {unsent,
            {.method = "POST",
             .target = "/sync/v1/push",
             .type = wire::linesType,
             .body = wire::packed(wire::toLines(pushOf(unsent, m_key))),
             .packed = true}};
}

void PushLane::send(const Batch &batch)
{
    m_busy = true;
    m_next.reset();
    m_underWay = batch.unsent;
    const wire::Writer writer{batch.unsent.writer.device, batch.unsent.writer.incarnation};
    m_line.send(writer, batch.call, this, [this, unsent = batch.unsent](const SignedLine::Outcome &outcome) {
        m_busy = false;
        if (!outcome) {
            fail(outcome.error());
            return;
        }
        const base::Result<wire::PushAnswer> answer = wire::pushAnswerFrom(outcome->body);
        if (!answer) {
            fail({.kind = Trouble::Kind::Nonsense, .detail = answer.error().detail});
            return;
        }
        take(*answer, unsent);
    });
    QMetaObject::invokeMethod(this, &PushLane::prepareNext, Qt::QueuedConnection);
}

void PushLane::prepareNext()
{
    if (!m_busy || m_next || !m_toAsk.isEmpty() || m_underWay.events.isEmpty())
        return;
    // What cannot be read now is told when it is its turn.
    const base::Result<journal::Unsent> unsent = m_outbox.unsentBehind(m_underWay, m_batch, wire::batchBytes);
    if (unsent && !unsent->events.isEmpty())
        m_next = batchOf(*unsent);
}

base::Result<bool> PushLane::note(const wire::PushAnswer &answer, const journal::Unsent &unsent, bool isSameHub)
{
    QList<journal::PlaceGiven> places;
    if (isSameHub) {
        for (const wire::Verdict &verdict : answer.verdicts)
            places << journal::PlaceGiven{verdict.seq, verdict.hubSeq, verdict.judgement};
    }
    return m_outbox.acknowledge(unsent.writer, answer.acknowledged, places);
}

void PushLane::take(const wire::PushAnswer &answer, const journal::Unsent &unsent)
{
    m_line.clock().hear(answer.hubTime, 0);
    if (!m_toAsk.isEmpty() && unsent.events.isEmpty())
        m_toAsk.removeFirst();
    const base::Result<bool> sameHub = noteEpoch(answer.epoch);
    if (sameHub && *sameHub && m_next && m_toAsk.isEmpty() && isPlain(answer, unsent))
        send(Batch(*m_next));
    const base::Result<bool> noted = sameHub ? note(answer, unsent, *sameHub) : sameHub;
    if (!noted) {
        emit storageFailed(noted.error());
        if (!m_busy)
            m_wait.start(m_backoff.next());
        return;
    }
    // An earlier incarnation whose stream was stopped has told everything again by now; what it has not comes with a push of it.
    const bool isOver = unsent.events.isEmpty() && !isPresent(unsent.writer);
    if ((answer.forked && !isOver) || !*noted) {
        emit mustRenew(unsent.writer.incarnation);
        return;
    }
    m_backoff.reset();
    m_batch = qMin(m_batch * 2, wire::mostEvents);
    const bool moved = !answer.verdicts.isEmpty();
    m_moved = m_moved || moved;
    emit answered(moved);
    const bool isStuck = !unsent.events.isEmpty() && !moved && !answer.needsEarlier;
    if (isStuck) // a hub that takes nothing and says no reason
        m_wait.start(m_backoff.next());
    else if (!m_busy)
        QMetaObject::invokeMethod(this, &PushLane::look, Qt::QueuedConnection);
}

bool PushLane::isPresent(const journal::WriterName &writer)
{
    const auto writers = m_outbox.acknowledged();
    return writers && !writers->isEmpty() && writers->constLast().first == writer;
}

/// False when the hub is not the one it was: then places and what it acknowledged are asked for anew.
base::Result<bool> PushLane::noteEpoch(const QString &epoch)
{
    base::Result<journal::SyncState> state = m_outbox.state();
    if (!state)
        return base::Fail(state.error());
    if (state->epoch == epoch)
        return true;
    if (const base::Result<> forgotten = m_outbox.forgetPlaces(epoch); !forgotten)
        return base::Fail(forgotten.error());
    m_next.reset();
    emit hubChanged();
    const auto writers = m_outbox.acknowledged();
    if (!writers)
        return base::Fail(writers.error());
    m_toAsk.clear();
    for (const auto &[writer, upTo] : *writers)
        m_toAsk << writer;
    return false;
}

void PushLane::fail(const Trouble &trouble)
{
    m_next.reset();
    const bool isTooMuch = trouble.kind == Trouble::Kind::Unreachable
        || (trouble.kind == Trouble::Kind::Refused && trouble.problem.code == wire::Problem::Code::TooLarge);
    if (isTooMuch)
        m_batch = qMax(1, m_batch / 2);
    const int wait = m_backoff.next(trouble.problem.retryAfter);
    m_isLineDown = trouble.kind == Trouble::Kind::Unreachable;
    m_wait.start(wait);
    emit troubled(trouble, wait);
}

}
