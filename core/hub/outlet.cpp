#include "core/hub/outlet.h"

#include "core/hub/history.h"
#include "core/hub/logging.h"

namespace hub {

using namespace Qt::StringLiterals;
using Kind = wire::Entry::Kind;

namespace {

/// Opens entries of one answer; keys of cases are opened once.
class Opening
{
public:
    explicit Opening(const HubKey &key) : m_key(key) { }

    static bool isForgotten(const PulledLine &line) { return !line.isHere || (!line.caseUuid.isEmpty() && line.caseKey.bytes.isEmpty()); }

    /// Nothing where this entry is not for the hall any more, or cannot be read.
    std::optional<wire::Entry> open(const PulledLine &line)
    {
        switch (line.entry.kind) {
        case Kind::Library:
            return wire::Entry{.kind = Kind::Library, .hubSeq = line.entry.place};
        case Kind::Purge: // a case that has come back since is not to be forgotten
            return isForgotten(line) ? about(line) : std::nullopt;
        case Kind::Backfill:
            return isForgotten(line) ? std::nullopt : about(line);
        case Kind::Event:
            return isForgotten(line) ? std::nullopt : event(line);
        case Kind::Own: // in no feed
            break;
        }
        return {};
    }

private:
    static std::optional<wire::Entry> about(const PulledLine &line)
    {
        return wire::Entry{.kind = line.entry.kind, .hubSeq = line.entry.place, .caseId = line.caseUuid};
    }

    std::optional<wire::Entry> event(const PulledLine &line)
    {
        auto known = m_keys.constFind(line.caseUuid);
        if (known == m_keys.constEnd())
            known = m_keys.insert(line.caseUuid, keyOf(line.caseUuid, line.caseKey, m_key).value_or(base::Secret()));
        const base::Result<QByteArray> bytes
            = journal::unseal(line.event.sealed, *known, placeOfEvent(line.writer, line.event.seq, line.caseUuid));
        if (!bytes || journal::hashOf(*bytes) != line.event.hash) {
            // One damaged event must not keep all others from the windows.
            qCCritical(lcHub).noquote() << "event" << line.entry.event << "of case" << line.caseUuid << "cannot be read";
            return {};
        }
        return wire::Entry{.kind = Kind::Event,
                           .hubSeq = line.entry.event,
                           .caseId = {},
                           .judgement = line.event.judgement,
                           .bytes = *bytes};
    }

    const HubKey &m_key;
    QHash<QString, base::Secret> m_keys;
};

bool follows(const wire::Entry &run, const PulledLine &line)
{
    return run.kind == Kind::Own && run.run.incarnation == line.writer.incarnation && run.run.first + run.run.count == line.event.seq
        && run.hubSeq + run.run.count == line.entry.event && run.judgement == line.event.judgement;
}

/// Puts an event behind \a entries that the window which asks has itself.
void appendOwn(QList<wire::Entry> &entries, const PulledLine &line)
{
    if (entries.isEmpty() || !follows(entries.constLast(), line)) {
        entries.append({.kind = Kind::Own,
                        .hubSeq = line.entry.event,
                        .caseId = {},
                        .judgement = line.event.judgement,
                        .bytes = {},
                        .run = {.incarnation = line.writer.incarnation, .first = line.event.seq, .count = 0, .tip = {}}});
    }
    wire::Entry::Run &run = entries.last().run;
    ++run.count;
    run.tip = line.event.hash;
}

/// Whether \a cursor was given by this feed as it is now.
base::Result<bool> fits(const wire::Cursor &cursor, const QString &hall, RecordRows &records)
{
    if (cursor.hubSeq == 0)
        return cursor.check.isEmpty();
    return records.entryAt(hall, cursor.hubSeq).map([&](const std::optional<FeedLine> &entry) {
        return entry && entry->check == cursor.check;
    });
}

}

wire::Answer<wire::PullAnswer> Outlet::pull(const Device &asking, const wire::Cursor &cursor, int most, bool ownInBrief) const
{
    return within(m_engine.store, Store::For::Reading, [&](Transaction &rows) -> wire::Answer<wire::PullAnswer> {
        const base::Result<std::optional<Device>> device = rows.devices().device(asking.uuid);
        const base::Result<Self> self = rows.devices().self();
        if (!device || !self)
            return refused(!device ? device.error() : self.error());
        if (!*device || (*device)->revokedAt.isValid())
            return refused(wire::Problem::Code::Revoked, u"this device may not pull any more"_s);
        const QString &hall = (*device)->hall;
        wire::PullAnswer answer{.next = cursor, .epoch = self->epoch, .hubTime = m_engine.now()};
        const base::Result<bool> isOurs = fits(cursor, hall, rows.records());
        if (!isOurs)
            return refused(isOurs.error());
        if (!*isOurs) {
            answer.next = {};
            answer.startAgain = answer.more = true;
            return answer;
        }
        const base::Result<wire::Cursor> end = rows.records().feedEnd(hall);
        const QString inBrief = ownInBrief ? asking.uuid : QString();
        const auto lines
            = rows.records().entriesAfter(hall, cursor.hubSeq, qBound(1, most, wire::mostEvents), wire::batchBytes, inBrief);
        if (!end || !lines)
            return refused(!end ? end.error() : lines.error());
        Opening opening(m_engine.key);
        for (const PulledLine &line : *lines) {
            const bool isOwn = ownInBrief && line.entry.kind == Kind::Event && line.writer.device == asking.uuid;
            if (isOwn && !Opening::isForgotten(line))
                appendOwn(answer.entries, line);
            else if (const std::optional<wire::Entry> entry = isOwn ? std::nullopt : opening.open(line))
                answer.entries.append(*entry);
            answer.next = {line.entry.place, line.entry.check};
        }
        answer.more = answer.next.hubSeq < end->hubSeq;
        return answer;
    });
}

}
