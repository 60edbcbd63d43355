#include "core/hub/moving.h"

#include "core/hub/book.h"
#include "core/hub/feed.h"
#include "core/hub/logging.h"

namespace hub {

using namespace Qt::StringLiterals;
using Kind = wire::Entry::Kind;

namespace {

/// The case, with the feeds of its hall and of \a hall (where that is not empty) held.
base::Result<CaseLine> held(const QString &caseId, const QString &hall, Transaction &rows, Feed &feed)
{
    const auto find = [&]() -> base::Result<CaseLine> {
        const auto lines = rows.records().cases({caseId});
        if (!lines)
            return base::Fail(lines.error());
        const CaseLine line = lines->value(caseId);
        if (line.id == 0 || line.erased())
            return base::Fail({base::Error::Kind::Missing, u"there is no such case"_s, caseId});
        return line;
    };
    const base::Result<CaseLine> before = find();
    if (!before)
        return before;
    QStringList halls{before->hall};
    if (!hall.isEmpty() && hall != before->hall)
        halls << hall;
    if (const base::Result<> done = feed.hold(halls); !done)
        return base::Fail(done.error());
    const base::Result<CaseLine> now = find();
    if (now && !feed.holds(now->hall))
        return base::Fail({base::Error::Kind::Busy, u"the case has just gone to another hall"_s, {}});
    return now;
}

base::Result<Growth> move(Transaction &rows, const QString &caseId, const QString &hall)
{
    const base::Result<QStringList> halls = rows.devices().halls();
    if (!halls)
        return base::Fail(halls.error());
    if (!halls->contains(hall))
        return base::Fail({base::Error::Kind::Missing, u"no window is enrolled in this hall"_s, hall});
    Feed feed(rows.records());
    base::Result<CaseLine> line = held(caseId, hall, rows, feed);
    if (!line)
        return base::Fail(line.error());
    if (line->hall == hall)
        return Growth();
    const base::Result<QList<RecordRows::Written>> events = rows.records().eventsOfCase(line->id);
    if (!events)
        return base::Fail(events.error());
    const base::Result<QList<qint64>> places = rows.records().nextPlaces(events->size() + 2);
    if (!places)
        return base::Fail(places.error());
    auto place = places->begin();
    const QByteArray about = caseId.toUtf8();
    feed.put(*place++, line->hall, Kind::Purge, line->id, 0, about);
    feed.put(*place++, hall, Kind::Backfill, line->id, 0, about);
    for (const RecordRows::Written &written : *events)
        feed.put(*place++, hall, Kind::Event, line->id, written.event.hubSeq, written.event.hash);
    line->hall = hall;
    if (const base::Result<qint64> put = rows.records().put(*line); !put)
        return base::Fail(put.error());
    return feed.write().map([&] { return feed.growth(); });
}

base::Result<Growth> erase(Transaction &rows, const QString &caseId)
{
    Feed feed(rows.records());
    base::Result<CaseLine> line = held(caseId, {}, rows, feed);
    if (!line)
        return base::Fail(line.error());
    const base::Result<QList<qint64>> places = rows.records().nextPlaces(1);
    if (!places)
        return base::Fail(places.error());
    line->key.bytes.clear();
    const base::Result<> done = rows.records().put(*line).and_then([&](qint64) { return rows.files().dropPicturesOf(line->id); });
    if (!done)
        return base::Fail(done.error());
    feed.put(places->constFirst(), line->hall, Kind::Purge, line->id, 0, caseId.toUtf8());
    return feed.write().map([&] { return feed.growth(); });
}

}

base::Result<> moveCase(const Engine &engine, const QString &caseId, const QString &hall, const QString &by)
{
    return within(engine.store, Store::For::Writing, [&](Transaction &rows) {
               return writeDown(engine, rows, by, u"case-moved"_s, caseId, hall).and_then([&] { return move(rows, caseId, hall); });
           })
        .map([&](const Growth &growth) {
            qCInfo(lcHub).noquote() << "case" << caseId << "went to" << hall;
            engine.tell(growth);
        });
}

base::Result<> eraseCase(const Engine &engine, const QString &caseId, const QString &by)
{
    return eraseCases(engine, {caseId}, by);
}

base::Result<> eraseCases(const Engine &engine, const QStringList &caseIds, const QString &by)
{
    for (const QString &caseId : caseIds) {
        const auto growth = within(engine.store, Store::For::Writing, [&](Transaction &rows) {
            return writeDown(engine, rows, by, u"case-erased"_s, caseId).and_then([&] { return erase(rows, caseId); });
        });
        if (!growth)
            return base::Fail(growth.error());
        qCInfo(lcHub).noquote() << "case" << caseId << "was erased";
        engine.tell(*growth);
    }
    return engine.store.clearOut();
}

}
