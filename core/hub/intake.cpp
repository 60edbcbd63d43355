#include "core/hub/intake.h"

#include "core/hub/batch.h"
#include "core/hub/logging.h"
#include "core/wire/signing.h"

#include <algorithm>

namespace hub {

using namespace Qt::StringLiterals;
using Code = wire::Problem::Code;

namespace {

const QString doubleAlarm = u"double"_s;
constexpr int mostAlarmsLookedAt = 1000;

/// Every event is this writer's, its number and its hash follow the one before, and the writer signed the last.
wire::Answer<std::vector<Incoming>> checked(const Device &device, const wire::Push &push)
{
    const auto bad = [](qint64 seq, const QString &why) { return refused(Code::BadRequest, u"event %1 %2"_s.arg(seq).arg(why)); };
    if (push.writer.device != device.uuid)
        return refused(Code::BadRequest, u"the events are of another device than the request"_s);
    std::vector<Incoming> events;
    events.reserve(size_t(push.events.size()));
    for (qsizetype i = 0; i < push.events.size(); ++i) {
        const qint64 seq = push.first + i;
        base::Result<EventHead> head = readHead(push.events[i]);
        if (!head)
            return bad(seq, head.error().detail);
        if (head->writer != push.writer || head->seq != seq)
            return bad(seq, u"says that it is of another writer, or has another number"_s);
        if (!events.empty() && head->prev != events.back().head.hash)
            return bad(seq, u"does not follow the one before"_s);
        events.push_back({std::move(*head), push.events[i]});
    }
    if (events.empty())
        return events;
    if (push.tip != events.back().head.hash)
        return bad(events.back().head.seq, u"is not the one that was signed"_s);
    const QByteArray message = wire::tipToSign(push.writer, events.back().head.seq, push.tip);
    if (!people::isSignedBy(device.card.key, wire::eventsPurpose, message, push.signature))
        return refused(Code::BadSignature, u"the signature of the events does not fit"_s);
    return events;
}

/// One push inside one transaction.
class Taking
{
public:
    Taking(Transaction &rows, const Engine &engine, const Device &device, std::span<const Incoming> events)
        : m_rows(rows), m_engine(engine), m_device(device), m_events(events), m_now(engine.now()), m_batch(rows, engine, m_now)
    {
    }

    base::Result<wire::PushAnswer> take(const wire::Push &push)
    {
        base::Result<Stream> stream = m_rows.records().stream(push.writer);
        const base::Result<Self> self = m_rows.devices().self();
        const base::Result<std::optional<Device>> device = m_rows.devices().device(m_device.uuid);
        if (!stream || !self || !device)
            return base::Fail(!stream ? stream.error() : !self ? self.error() : device.error());
        m_stream = *stream;
        m_stream.heard = m_now;
        base::Result<wire::PushAnswer> answer = !*device || (*device)->revokedAt.isValid() ? ofRevoked() : inOrder(push.first);
        if (!answer)
            return answer;
        if (const base::Result<> put = m_rows.records().put(m_stream); !put)
            return base::Fail(put.error());
        answer->epoch = self->epoch;
        answer->hubTime = m_now;
        return answer;
    }
    Growth growth() const { return m_batch.growth(); }

private:
    base::Result<wire::PushAnswer> inOrder(qint64 first)
    {
        if (first > m_stream.last + 1)
            return wire::PushAnswer{.acknowledged = m_stream.last, .needsEarlier = true};
        base::Result<size_t> known = passKnown(first);
        if (!known)
            return base::Fail(known.error());
        const std::span<const Incoming> fresh = m_events.subspan(*known);
        const bool isFork = !fresh.empty() && (fresh.front().head.seq <= m_stream.last || fresh.front().head.prev != m_stream.hash);
        if (m_stream.stopped || isFork)
            return stop(fresh);
        if (!fresh.empty()) {
            if (const base::Result<> taken = takeFresh(fresh); !taken)
                return base::Fail(taken.error());
        }
        return wire::PushAnswer{.acknowledged = m_stream.last, .verdicts = m_verdicts};
    }

    /// How many of the events the hub has already, as they are.
    base::Result<size_t> passKnown(qint64 first)
    {
        const qint64 last = qMin(m_stream.last, first + qint64(m_events.size()) - 1);
        if (last < first)
            return 0;
        const base::Result<QList<EventLine>> known = m_rows.records().eventsOfStream(m_stream.id, first, last);
        if (!known)
            return base::Fail(known.error());
        size_t same = 0;
        for (const EventLine &event : *known) {
            if (event.seq != first + qint64(same))
                return base::Fail({base::Error::Kind::Damaged, u"the store lacks event %1 of a writer"_s.arg(first + qint64(same)), {}});
            if (event.hash != m_events[same].head.hash)
                break;
            m_verdicts.append({event.seq, event.hubSeq, event.judgement});
            ++same;
        }
        return same;
    }

    base::Result<> takeFresh(std::span<const Incoming> fresh)
    {
        if (const base::Result<> taken = m_batch.take(m_stream, fresh, m_device.hall); !taken)
            return taken;
        for (const EventLine &event : m_batch.events())
            m_verdicts.append({event.seq, event.hubSeq, event.judgement});
        m_stream.last = fresh.back().head.seq;
        m_stream.hash = fresh.back().head.hash;
        for (const QString &caseId : m_batch.casesOutside(m_device.hall)) {
            const base::Result<> told
                = raise(u"outside"_s, u"case %1 belongs to another hall; what this window did on it is kept"_s.arg(caseId));
            if (!told)
                return told;
        }
        return lookForDouble();
    }

    /// An incarnation ends where the next begins. One that goes on has a double: two PCs work with copies of one profile.
    base::Result<> lookForDouble()
    {
        const base::Result<int> last = m_rows.records().lastIncarnation(m_device.uuid);
        if (!last || *last <= m_stream.writer.incarnation)
            return last ? base::Result<>() : base::Fail(last.error());
        const base::Result<QList<Alarm>> known = m_rows.records().alarms(true, mostAlarmsLookedAt);
        if (!known)
            return base::Fail(known.error());
        const auto isOurs = [&](const Alarm &alarm) { return alarm.kind == doubleAlarm && alarm.device == m_device.uuid; };
        if (std::ranges::any_of(*known, isOurs))
            return {};
        return raise(doubleAlarm, u"incarnation %1 goes on although %2 has begun: its profile is in use on two PCs"_s
                                      .arg(m_stream.writer.incarnation)
                                      .arg(*last));
    }

    /// Two events have one number: nothing more is taken from this writer until it begins a new incarnation.
    base::Result<wire::PushAnswer> stop(std::span<const Incoming> rest)
    {
        base::Result<> done = keepAside(rest, AsideLine::Reason::Fork);
        if (done && !m_stream.stopped)
            done = raise(u"fork"_s, u"two events of incarnation %1 have the number %2"_s.arg(m_stream.writer.incarnation)
                                        .arg(rest.front().head.seq));
        if (!done)
            return base::Fail(done.error());
        m_stream.stopped = true;
        return wire::PushAnswer{.acknowledged = m_stream.last, .verdicts = m_verdicts, .forked = true};
    }

    base::Result<wire::PushAnswer> ofRevoked()
    {
        if (const base::Result<> kept = keepAside(m_events, AsideLine::Reason::Revoked); !kept)
            return base::Fail(kept.error());
        wire::PushAnswer answer{.acknowledged = m_stream.last};
        for (const Incoming &incoming : m_events) {
            answer.acknowledged = qMax(answer.acknowledged, incoming.head.seq);
            answer.verdicts.append({incoming.head.seq, 0, {domain::Standing::Disputed, u"revoked"_s}});
        }
        return answer;
    }

    base::Result<> keepAside(std::span<const Incoming> events, AsideLine::Reason reason)
    {
        base::Result<> kept;
        for (size_t i = 0; kept && i < events.size(); ++i) {
            const auto &[head, bytes] = events[i];
            kept = m_rows.records().keepAside(
                {.reason = reason,
                 .writer = head.writer,
                 .seq = head.seq,
                 .caseUuid = head.caseId,
                 .hash = head.hash,
                 .received = m_now,
                 .sealed = journal::seal(bytes, m_engine.key.forAside(), placeOfEvent(head.writer, head.seq, head.caseId))});
        }
        return kept;
    }

    base::Result<> raise(const QString &kind, const QString &words)
    {
        qCWarning(lcHub).noquote() << kind << m_device.uuid << words;
        return m_rows.records().put(Alarm{.at = m_now, .kind = kind, .device = m_device.uuid, .words = words});
    }

    Transaction &m_rows;
    const Engine &m_engine;
    const Device &m_device;
    const std::span<const Incoming> m_events;
    const QDateTime m_now;
    Batch m_batch;
    Stream m_stream;
    QList<wire::Verdict> m_verdicts;
};

}

wire::Answer<wire::PushAnswer> Intake::push(const Device &device, const wire::Push &push) const
{
    const wire::Answer<std::vector<Incoming>> events = checked(device, push);
    if (!events)
        return wire::Refused(events.error());
    Growth growth;
    base::Result<wire::PushAnswer> answer = within(m_engine.store, Store::For::Writing, [&](Transaction &rows) {
        Taking taking(rows, m_engine, device, *events);
        base::Result<wire::PushAnswer> taken = taking.take(push);
        growth = taking.growth();
        return taken;
    });
    if (!answer)
        return refused(answer.error());
    m_engine.tell(growth);
    return *answer;
}

}
