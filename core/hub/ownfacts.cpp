#include "core/hub/ownfacts.h"

#include "core/domain/decide.h"
#include "core/hub/batch.h"

namespace hub {

using namespace Qt::StringLiterals;

namespace {

const QString hubAsActor = u"hub"_s;

/// The facts as events of the hub behind \a stream, each having seen all of the case.
std::vector<Incoming> written(const Stream &stream, const CaseLine &line, const QString &guideVersion, const QDateTime &now,
                              const QString &actor, const QList<domain::Fact> &facts)
{
    std::vector<Incoming> events;
    journal::Envelope envelope{.caseId = line.uuid,
                               .device = stream.writer.device,
                               .incarnation = stream.writer.incarnation,
                               .seq = stream.last,
                               .prev = stream.hash,
                               .parents = line.tips,
                               .guideVersion = guideVersion,
                               .event = {}};
    for (const domain::Fact &fact : facts) {
        ++envelope.seq;
        envelope.event = {.at = now, .actor = actor, .fact = fact, .hubAt = now.toUTC()};
        const QByteArray bytes = journal::canonicalBytes(envelope);
        const journal::Hash hash = journal::hashOf(bytes);
        events.push_back({{.caseId = envelope.caseId,
                           .writer = stream.writer,
                           .seq = envelope.seq,
                           .prev = envelope.prev,
                           .parents = envelope.parents,
                           .type = domain::typeName(fact).toUtf8(),
                           .hash = hash},
                          bytes});
        envelope.prev = hash;
        envelope.parents = {hash};
    }
    return events;
}

base::Result<Stream> ownStream(Transaction &rows)
{
    return rows.devices().self().and_then([&](const Self &self) { return rows.records().stream({self.uuid, 1}); });
}

/// Writes \a facts, of which there are some, behind \a stream.
base::Result<Growth> write(Transaction &rows, const Engine &engine, Stream stream, const CaseLine &line, const QString &guideVersion,
                           const QString &actor, const QList<domain::Fact> &facts)
{
    const std::vector<Incoming> events = written(stream, line, guideVersion, engine.clock.now(), actor, facts);
    Batch batch(rows, engine, engine.now());
    if (const base::Result<> taken = batch.take(stream, events, line.hall); !taken)
        return base::Fail(taken.error());
    stream.last += qint64(events.size());
    stream.hash = events.back().head.hash;
    return rows.records().put(stream).map([&] { return batch.growth(); });
}

}

base::Result<Growth> appendIn(Transaction &rows, const Engine &engine, const QString &caseId, const QString &actor, const ActOnCase &act,
                              const AlsoWrite &also)
{
    const base::Result<Stream> stream = ownStream(rows);
    const auto lines = rows.records().cases({caseId});
    if (!stream || !lines)
        return base::Fail(!stream ? stream.error() : lines.error());
    const CaseLine line = lines->value(caseId);
    if (line.id == 0 || line.erased())
        return base::Fail({base::Error::Kind::Missing, u"there is no such case"_s, caseId});
    const base::Result<QList<domain::Placed>> history = historyOf(line, rows.records(), engine.key);
    if (!history)
        return base::Fail(history.error());
    domain::Case file = domain::merge(*history).file;
    const base::Result<QList<domain::Fact>> facts = act(file);
    if (!facts)
        return base::Fail(facts.error());
    if (facts->isEmpty())
        return also(rows, file).map([] { return Growth(); });
    const base::Result<Growth> growth = write(rows, engine, *stream, line, file.guide.version, actor, *facts);
    if (!growth)
        return growth;
    for (const domain::Fact &fact : *facts)
        file = domain::apply(std::move(file), {engine.clock.now(), actor, fact});
    return also(rows, file).map([&] { return *growth; });
}

base::Result<Growth> openIn(Transaction &rows, const Engine &engine, const QString &caseId, const QString &hall, const QString &actor,
                            const QList<domain::Fact> &facts)
{
    const base::Result<Stream> stream = ownStream(rows);
    const auto lines = rows.records().cases({caseId});
    if (!stream || !lines)
        return base::Fail(!stream ? stream.error() : lines.error());
    const auto *opened = facts.isEmpty() ? nullptr : std::get_if<domain::CaseOpened>(&facts.constFirst());
    if (!lines->isEmpty() || !opened)
        return base::Fail({base::Error::Kind::Document, u"a case begins once, with its opening"_s, caseId});
    return write(rows, engine, *stream, {.uuid = caseId, .hall = hall, .key = {}, .tips = {}}, opened->guide.version, actor, facts);
}

base::Result<> appendOwn(const Engine &engine, const QString &caseId, const QList<domain::Fact> &facts)
{
    if (facts.isEmpty())
        return {};
    return appendOwn(engine, caseId, hubAsActor, [&](const domain::Case &) -> base::Result<QList<domain::Fact>> { return facts; });
}

base::Result<> appendOwn(const Engine &engine, const QString &caseId, const QString &actor, const ActOnCase &act)
{
    return appendOwn(engine, caseId, actor, act, [](Transaction &, const domain::Case &) { return base::Result<>(); });
}

base::Result<> appendOwn(const Engine &engine, const QString &caseId, const QString &actor, const ActOnCase &act, const AlsoWrite &also)
{
    return within(engine.store, Store::For::Writing, [&](Transaction &rows) { return appendIn(rows, engine, caseId, actor, act, also); })
        .map([&](const Growth &growth) { engine.tell(growth); });
}

}
