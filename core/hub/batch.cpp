#include "core/hub/batch.h"

#include "core/hub/happenings.h"
#include "core/hub/logging.h"

#include <QSet>

#include <algorithm>

namespace hub {

using namespace Qt::StringLiterals;

namespace {

const domain::Judgement damaged{domain::Standing::Disputed, QStringLiteral("case-damaged")};

bool areSame(QList<journal::Hash> seen, QList<journal::Hash> tips)
{
    if (seen.size() > 1 && seen.size() == tips.size()) {
        std::ranges::sort(seen);
        std::ranges::sort(tips);
    }
    return seen == tips;
}

/// Whether an event of \a history that came before \a from had been written by somebody who had seen one that comes only now.
bool isLate(const QList<domain::Placed> &history, qsizetype from)
{
    QSet<QByteArray> fresh;
    for (qsizetype i = from; i < history.size(); ++i)
        fresh.insert(history[i].id);
    return std::any_of(history.begin(), history.begin() + from, [&](const domain::Placed &event) {
        return std::ranges::any_of(event.seen, [&](const QByteArray &seen) { return fresh.contains(seen); });
    });
}

/// The kinds of events of which the hub notes something.
bool isNoted(const QByteArray &type)
{
    return type == "case.opened" || type == "case.filed" || type.startsWith("print.");
}

QByteArray markOfPrint(const QString &print)
{
    return journal::hashOf(print.toUtf8());
}

}

base::Result<> Batch::take(const Stream &stream, std::span<const Incoming> events, const QString &hall)
{
    m_incoming = events;
    for (qsizetype i = 0; i < qsizetype(events.size()); ++i)
        m_cases[events[size_t(i)].head.caseId].fresh.append(i);
    if (const base::Result<> opened = openCases(hall); !opened)
        return opened;
    const base::Result<QList<qint64>> places = m_rows.records().nextPlaces(qsizetype(events.size()));
    if (!places)
        return base::Fail(places.error());
    m_events.reserve(qsizetype(events.size()));
    for (qsizetype i = 0; i < qsizetype(events.size()); ++i)
        place(m_cases[events[size_t(i)].head.caseId], i, stream, (*places)[i]);
    for (Open &open : m_cases) {
        if (open.isWoven)
            continue;
        if (const base::Result<> woven = weave(open); !woven)
            return woven;
    }
    return write();
}

base::Result<> Batch::openCases(const QString &hall)
{
    // Where a case is can change until its hall's feed is held.
    const QStringList uuids = m_cases.keys();
    const auto before = m_rows.records().cases(uuids);
    if (!before)
        return base::Fail(before.error());
    QStringList halls{hall};
    for (const CaseLine &line : *before) {
        if (!halls.contains(line.hall))
            halls << line.hall;
    }
    if (const base::Result<> held = m_feed.hold(halls); !held)
        return held;
    const auto known = m_rows.records().cases(uuids);
    if (!known)
        return base::Fail(known.error());
    for (auto it = m_cases.begin(); it != m_cases.end(); ++it) {
        const auto line = known->constFind(it.key());
        it->line = line == known->constEnd() ? newCase(it.key(), hall, m_engine.key) : *line;
        if (const base::Result<> opened = openCase(*it); !opened)
            return opened;
    }
    return {};
}

base::Result<> Batch::openCase(Open &open)
{
    if (!m_feed.holds(open.line.hall))
        return base::Fail({base::Error::Kind::Busy, u"a case has just gone to another hall"_s, {}});
    if (open.line.id == 0) { // its events name it
        const base::Result<qint64> id = m_rows.records().put(open.line);
        if (!id)
            return base::Fail(id.error());
        open.line.id = *id;
    }
    open.hasBegun = !open.line.number.isEmpty();
    if (open.line.erased())
        return {};
    const base::Result<base::Secret> key = keyOf(open.line, m_engine.key);
    if (key) {
        open.key = *key;
        return {};
    }
    // One case that cannot be read any more keeps nobody from sending the others, nor this one.
    open.isLost = true;
    open.key = m_engine.key.forAside();
    return tellOfDamage(open, key.error());
}

base::Result<> Batch::tellOfDamage(const Open &open, const base::Error &error)
{
    qCCritical(lcHub).noquote() << "case" << open.line.uuid << "is damaged:" << error.detail;
    return m_rows.records().put(
        Alarm{.at = m_now, .kind = u"damaged"_s, .device = {}, .words = u"case %1 cannot be read"_s.arg(open.line.uuid)});
}

/// What does not count was done all the same, to a citizen perhaps: a supervisor has to know.
base::Result<> Batch::tellOfDispute(const Open &open, qsizetype index)
{
    const EventHead &head = m_incoming[size_t(index)].head;
    return m_rows.records().put(Alarm{.at = m_now,
                                      .kind = u"disputed"_s,
                                      .device = head.writer.device,
                                      .words = u"case %1: %2 does not count (%3)"_s.arg(
                                          open.line.number.isEmpty() ? open.line.uuid : open.line.number, QString::fromLatin1(head.type),
                                          m_events[index].judgement.code)});
}

void Batch::place(Open &open, qsizetype index, const Stream &stream, qint64 hubSeq)
{
    const auto &[head, bytes] = m_incoming[size_t(index)];
    EventLine event{.hubSeq = hubSeq,
                    .caseRow = open.line.id,
                    .stream = stream.id,
                    .seq = head.seq,
                    .hash = head.hash,
                    .judgement = {},
                    .received = m_now,
                    .sealed = {}};
    if (open.line.erased()) {
        event.judgement = {domain::Standing::Disputed, u"erased"_s};
    } else if (open.isLost) {
        event.judgement = damaged;
        event.sealed = journal::seal(bytes, open.key, placeOfEvent(head.writer, head.seq, head.caseId));
    } else {
        event.sealed = journal::seal(bytes, open.key, placeOfEvent(head.writer, head.seq, head.caseId));
        // Whoever had seen every end of the case continues it; else the whole history says what the event is worth.
        open.hasBegun = open.hasBegun || (head.type == "case.opened" && open.line.tips.isEmpty());
        open.isWoven = open.isWoven && open.hasBegun && areSame(head.parents, open.line.tips) && head.type != "conflict.cleared";
        open.line.tips = {head.hash};
    }
    m_events.append(event);
}

base::Result<> Batch::weave(Open &open)
{
    base::Result<QList<domain::Placed>> history = historyOf(open.line, m_rows.records(), m_engine.key);
    if (!history) {
        if (history.error().kind != base::Error::Kind::Damaged)
            return base::Fail(history.error());
        for (const qsizetype index : std::as_const(open.fresh))
            m_events[index].judgement = damaged;
        return tellOfDamage(open, history.error());
    }
    const qsizetype known = history->size();
    for (const qsizetype index : std::as_const(open.fresh)) {
        const auto &[head, bytes] = m_incoming[size_t(index)];
        history->append(placed(bytes, head.hash, head.writer));
    }
    const QList<domain::Judgement> judgements = domain::merge(*history).judgements;
    for (qsizetype i = 0; i < open.fresh.size(); ++i) {
        const domain::Judgement &judgement = m_events[open.fresh[i]].judgement = judgements.value(known + i);
        if (judgement.standing != domain::Standing::Disputed)
            continue;
        if (const base::Result<> told = tellOfDispute(open, open.fresh[i]); !told)
            return told;
    }
    open.line.tips = tipsOf(*history);
    if (isLate(*history, known)) {
        for (qsizetype i = 0; i < known; ++i) {
            if (judgements[i].standing != domain::Standing::Disputed)
                open.countsNow.append((*history)[i]);
        }
    }
    return {};
}

base::Result<> Batch::noteFresh(Open &open, qsizetype index)
{
    const auto &[head, bytes] = m_incoming[size_t(index)];
    if ((!isNoted(head.type) && !isTold(head.type)) || m_events[index].judgement.standing == domain::Standing::Disputed)
        return {};
    const base::Result<journal::Envelope> envelope = journal::readEnvelope(bytes);
    if (!envelope)
        return {}; // of a newer program
    return note(open, envelope->event, head.writer.device).and_then([&] { return tell(open, envelope->event, head.hash); });
}

/// What others are told of lies in the store together with the event, or not at all.
base::Result<> Batch::tell(const Open &open, const domain::Event &event, const QByteArray &cause)
{
    for (const Tiding &tiding : tidingsOf(event.fact)) {
        const base::Result<> added = m_rows.outbox().add(Happening{
            .caseRow = open.line.id, .cause = cause, .item = tiding.item, .what = tiding.what, .at = event.at.toUTC()});
        if (!added)
            return added;
    }
    return {};
}

base::Result<> Batch::note(Open &open, const domain::Event &event, const QString &device)
{
    const domain::Fact &fact = event.fact;
    if (const auto *opened = std::get_if<domain::CaseOpened>(&fact); opened && open.line.number.isEmpty())
        open.line.number = opened->number;
    if (std::holds_alternative<domain::CaseFiled>(fact))
        open.line.filed = true;
    if (const auto *requested = std::get_if<domain::PrintRequested>(&fact);
        requested && requested->paper.kind == domain::PaperKind::FilingReceipt) {
        return m_rows.counters().put(
            ReceiptPrint{open.line.id, markOfPrint(requested->print), device, event.at.date(), false});
    }
    if (const auto *done = std::get_if<domain::PrintDone>(&fact))
        return m_rows.counters().setCame(open.line.id, markOfPrint(done->print));
    if (const auto *confirmed = std::get_if<domain::PrintConfirmed>(&fact))
        return m_rows.counters().setCame(open.line.id, markOfPrint(confirmed->print));
    return {};
}

base::Result<> Batch::write()
{
    for (Open &open : m_cases) {
        if (open.line.erased())
            continue;
        for (const qsizetype index : std::as_const(open.fresh)) {
            if (const base::Result<> noted = noteFresh(open, index); !noted)
                return noted;
        }
        for (const domain::Placed &known : std::as_const(open.countsNow)) {
            const base::Result<> noted = note(open, known.event, domain::deviceOf(known.writer).toString()).and_then([&] {
                return tell(open, known.event, known.id);
            });
            if (!noted)
                return noted;
        }
        if (const base::Result<qint64> put = m_rows.records().put(open.line); !put)
            return base::Fail(put.error());
    }
    if (const base::Result<> added = m_rows.records().add(m_events); !added)
        return added;
    for (qsizetype i = 0; i < m_events.size(); ++i) {
        const CaseLine &line = m_cases[m_incoming[size_t(i)].head.caseId].line;
        m_feed.put(m_events[i].hubSeq, line.hall, wire::Entry::Kind::Event, line.id, m_events[i].hubSeq, m_events[i].hash);
    }
    return m_feed.write();
}

QStringList Batch::casesOutside(const QString &hall) const
{
    QStringList outside;
    for (const Open &open : m_cases) {
        if (open.line.hall != hall)
            outside << open.line.uuid;
    }
    return outside;
}

}
