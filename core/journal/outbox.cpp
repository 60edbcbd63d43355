#include "core/journal/outbox.h"

#include "core/journal/migrations.h"
#include "core/journal/receiptstore.h"
#include "core/journal/storedmoment.h"
#include "core/journal/syncstore.h"

#include <QFile>

#include <algorithm>

namespace journal {

using namespace Qt::StringLiterals;

namespace {

constexpr int eventsAtOnce = 20000; // looked through in one transaction

// Own events that the hub has not acknowledged.
#define UNSENT "FROM event e JOIN writer w ON w.id = e.writer WHERE w.mark <> '' AND e.seq > w.acknowledged AND e.origin = 0 "
#define PICTURES_WAITING(lane) "FROM picture p JOIN event e ON e.id = p.event WHERE p.done = 0 AND p.lane = " lane " AND e.origin < 4 "

/// Where the run ends that begins at \a from: places go up with the numbers, and all are judged alike.
qsizetype endOfRun(const QList<PlaceGiven> &places, qsizetype from)
{
    qsizetype to = from + 1;
    while (to < places.size() && places[to].seq == places[to - 1].seq + 1 && places[to].hubSeq == places[to - 1].hubSeq + 1
           && places[to].judgement == places[from].judgement)
        ++to;
    return to;
}

}

struct Outbox::Parts {
    Parts(const QString &file, const base::Secret &key)
        : database(file), keys(database, key), events(database, keys), sync(database, keys, key), receipts(database)
    {
    }

    base::Result<> findPictures();
    base::Result<> findReceipts();
    base::Result<Unsent> unsentOf(const Writer &writer, qint64 after, int most, qint64 mostBytes);
    base::Result<QList<LanePicture>> pictures(const char *sql, int most);

    Database database;
    CaseKeys keys;
    EventStore events;
    SyncStore sync;
    ReceiptStore receipts;

private:
    base::Result<> lookThrough(const std::function<base::Result<bool>()> &someEvents);
};

/// \a someEvents says whether there are more.
base::Result<> Outbox::Parts::lookThrough(const std::function<base::Result<bool>()> &someEvents)
{
    for (;;) {
        Transaction transaction(database);
        if (const base::Result<> begun = transaction.begin(); !begun)
            return begun;
        const base::Result<bool> more = someEvents();
        if (!more)
            return base::Fail(more.error());
        if (const base::Result<> done = transaction.commit(); !done || !*more)
            return done;
    }
}

base::Result<> Outbox::Parts::findPictures()
{
    return lookThrough([this] { return sync.findPictures(events, eventsAtOnce); });
}

base::Result<> Outbox::Parts::findReceipts()
{
    return lookThrough([this] { return receipts.find(events, eventsAtOnce); });
}

base::Result<QList<LanePicture>> Outbox::Parts::pictures(const char *sql, int most)
{
    QList<LanePicture> found;
    return findPictures()
        .and_then([&] {
            return database.each(sql, {{u":most"_s, qMax(0, most)}}, [&](const QSqlQuery &row) -> base::Result<> {
                found.append({row.value(0).toString(), row.value(1).toString(), row.value(2).toLongLong()});
                return {};
            });
        })
        .map([&] { return found; });
}

Outbox::Outbox(std::unique_ptr<Parts> parts) : m(std::move(parts)) { }
Outbox::~Outbox() = default;

base::Result<std::unique_ptr<Outbox>> Outbox::open(const QString &folder, const base::Secret &profileKey)
{
    const QString file = folder + u"/journal.db"_s;
    if (!QFile::exists(file))
        return base::Fail({base::Error::Kind::Missing, u"no journal"_s, file});
    auto parts = std::make_unique<Parts>(file, profileKey);
    const base::Result<int> version
        = parts->database.open().and_then([&] { return parts->database.setUp(); }).and_then([&] { return parts->database.version(); });
    if (!version)
        return base::Fail(version.error());
    if (*version != newestVersion())
        return base::Fail({base::Error::Kind::Document, u"journal of another version (schema %1)"_s.arg(*version), file});
    return std::unique_ptr<Outbox>(new Outbox(std::move(parts)));
}

base::Result<Unsent> Outbox::Parts::unsentOf(const Writer &writer, qint64 after, int most, qint64 mostBytes)
{
    Unsent unsent{.writer = {writer.device, writer.incarnation}, .first = after + 1, .events = {}, .tip = {}};
    qint64 bytes = 0;
    bool isFull = false;
    return events
        .eachWritten(writer, after, qMax(1, most),
                     [&](qint64 seq, const QByteArray &event, const Hash &hash) -> base::Result<> {
                         bytes += event.size();
                         isFull = isFull || (!unsent.events.isEmpty() && bytes > mostBytes) || seq != unsent.first + unsent.events.size();
                         if (!isFull) {
                             unsent.events.append(event);
                             unsent.tip = hash;
                         }
                         return {};
                     })
        .map([&] { return unsent; });
}

base::Result<Unsent> Outbox::unsent(int most, qint64 mostBytes)
{
    const auto writers = m->sync.ownWriters();
    if (!writers)
        return base::Fail(writers.error());
    base::Result<Unsent> unsent;
    for (const auto &[writer, acknowledged] : *writers) {
        unsent = m->unsentOf(writer, acknowledged, most, mostBytes);
        if (!unsent || !unsent->events.isEmpty())
            break;
    }
    return unsent;
}

base::Result<Unsent> Outbox::unsentBehind(const Unsent &before, int most, qint64 mostBytes)
{
    const auto writers = m->sync.ownWriters();
    if (!writers)
        return base::Fail(writers.error());
    for (const auto &[writer, acknowledged] : *writers) {
        if (writer.device == before.writer.device && writer.incarnation == before.writer.incarnation)
            return m->unsentOf(writer, before.first + before.events.size() - 1, most, mostBytes);
    }
    return Unsent();
}

base::Result<QList<std::pair<WriterName, qint64>>> Outbox::acknowledged()
{
    return m->sync.ownWriters().map([](const QList<std::pair<Writer, qint64>> &writers) {
        QList<std::pair<WriterName, qint64>> named;
        for (const auto &[writer, upTo] : writers)
            named.append({{writer.device, writer.incarnation}, upTo});
        return named;
    });
}

base::Result<bool> Outbox::acknowledge(const WriterName &name, qint64 upTo, const QList<PlaceGiven> &places)
{
    Transaction transaction(m->database);
    if (const base::Result<> begun = transaction.begin(); !begun)
        return base::Fail(begun.error());
    const auto writers = m->sync.ownWriters();
    if (!writers)
        return base::Fail(writers.error());
    const auto own = std::ranges::find_if(*writers, [&](const auto &one) {
        return one.first.device == name.device && one.first.incarnation == name.incarnation;
    });
    if (own == writers->end())
        return base::Fail({base::Error::Kind::Missing, u"no writer of this window"_s, name.device});
    const Writer &writer = own->first;
    const auto last = m->database.row("SELECT coalesce(max(seq), 0) FROM event WHERE writer = :writer", {{u":writer"_s, writer.id}});
    if (!last)
        return base::Fail(last.error());
    const qint64 written = *last ? (*last)->constFirst().toLongLong() : 0;
    const bool isOlderCopy = upTo > written;
    const qint64 compared = places.isEmpty() ? own->second : qMax(own->second, places.constLast().seq);
    const qint64 acknowledged = std::min({upTo, compared, written});
    base::Result<> done = m->sync.setAcknowledged(writer.id, acknowledged);
    for (qsizetype from = 0; from < places.size() && done;) {
        const qsizetype to = endOfRun(places, from);
        const PlaceGiven &place = places[from];
        done = m->events.placeRun(writer, place.seq, places[to - 1].seq, place.hubSeq - place.seq, place.judgement);
        from = to;
    }
    return done.and_then([&] { return transaction.commit(); }).map([&] {
        const bool mayWriteOn = writer.incarnation == writers->last().first.incarnation;
        return !isOlderCopy || acknowledged < written || !mayWriteOn;
    });
}

base::Result<bool> Outbox::isSettled(const OwnRun &run)
{
    const auto writers = m->sync.ownWriters();
    if (!writers)
        return base::Fail(writers.error());
    const auto own = std::ranges::find_if(*writers, [&](const auto &one) {
        return one.first.device == run.writer.device && one.first.incarnation == run.writer.incarnation;
    });
    if (own == writers->end())
        return false;
    const auto &[writer, acknowledged] = *own;
    const qint64 last = run.first + run.count - 1;
    const qint64 ahead = run.hubSeq - run.first;
    const auto found = m->database.row(
        "SELECT count(*), total(p.hub_seq = e.seq + :ahead AND p.standing = :standing AND p.code = :code),"
        " total(p.event IS NULL AND e.seq > :acknowledged), total(e.seq = :last AND e.hash = :tip)"
        " FROM event e LEFT JOIN place p ON p.event = e.id WHERE e.writer = :writer AND e.seq BETWEEN :first AND :last AND e.origin = 0",
        {{u":writer"_s, writer.id},
         {u":first"_s, run.first},
         {u":last"_s, last},
         {u":ahead"_s, ahead},
         {u":standing"_s, int(run.judgement.standing)},
         {u":code"_s, run.judgement.code},
         {u":acknowledged"_s, acknowledged},
         {u":tip"_s, run.tip}});
    if (!found)
        return base::Fail(found.error());
    const qint64 placed = (*found)->at(1).toLongLong();
    const qint64 waiting = (*found)->at(2).toLongLong();
    if ((*found)->at(0).toLongLong() != run.count || (*found)->at(3).toLongLong() != 1 || placed + waiting != run.count)
        return false;
    if (waiting == 0)
        return true;
    Transaction transaction(m->database);
    return transaction.begin()
        .and_then([&] { return m->events.placeRun(writer, run.first, last, ahead, run.judgement); })
        .and_then([&] { return transaction.commit(); })
        .map([] { return true; });
}

base::Result<SyncState> Outbox::state()
{
    return m->sync.state();
}

base::Result<> Outbox::setState(const SyncState &state)
{
    return m->sync.setState(state);
}

base::Result<> Outbox::forgetPlaces(const QString &epoch)
{
    Transaction transaction(m->database);
    return transaction.begin()
        .and_then([&] { return m->sync.forgetPlaces(); })
        .and_then([&] { return m->sync.setCursor({}); })
        .and_then([&] { return m->database.run("UPDATE picture SET done = 0 WHERE lane = 0"); })
        .and_then([&] { return m->receipts.tellAgain(); })
        .and_then([&] { return m->database.run("UPDATE sync_state SET epoch = :epoch WHERE id = 1", {{u":epoch"_s, epoch}}); })
        .and_then([&] { return transaction.commit(); });
}

base::Result<SyncFigures> Outbox::figures()
{
    if (const base::Result<> found = m->findPictures(); !found)
        return base::Fail(found.error());
    const auto events = m->database.row("SELECT count(*), coalesce(sum(length(e.sealed)), 0), min(e.at) " UNSENT);
    const auto pictures = m->database.row("SELECT count(*), coalesce(sum(p.bytes), 0) " PICTURES_WAITING("0"));
    const auto others = m->database.row("SELECT (SELECT count(*) " PICTURES_WAITING("1") "), (SELECT count(*) FROM feed_fault)");
    for (const auto *row : {&events, &pictures, &others}) {
        if (!*row)
            return base::Fail(row->error());
    }
    SyncFigures figures{.events = (*events)->at(0).toInt(),
                        .eventBytes = (*events)->at(1).toLongLong(),
                        .pictures = (*pictures)->at(0).toInt(),
                        .pictureBytes = (*pictures)->at(1).toLongLong(),
                        .oldest = {},
                        .toFetch = (*others)->at(0).toInt(),
                        .faults = (*others)->at(1).toInt()};
    if (figures.events > 0)
        figures.oldest = QDateTime::fromMSecsSinceEpoch((*events)->at(2).toLongLong());
    return figures;
}

base::Result<QList<QueueLine>> Outbox::queue(int most)
{
    if (const base::Result<> found = m->findPictures(); !found)
        return base::Fail(found.error());
    QList<QueueLine> lines;
    return m->database
        .each("SELECT q.case_id, coalesce(f.number, ''), sum(q.events), sum(q.pictures), min(q.at), sum(q.others) FROM"
              " (SELECT e.case_id, 1 AS events, 0 AS pictures, 0 AS others, e.at " UNSENT
              " UNION ALL SELECT p.case_id, 0, 1, 0, e.at " PICTURES_WAITING("0")
              " UNION ALL SELECT p.case_id, 0, 0, 1, e.at " PICTURES_WAITING("1") ") q"
              " LEFT JOIN case_file f ON f.case_id = q.case_id GROUP BY q.case_id ORDER BY min(q.at), q.case_id LIMIT :most",
              {{u":most"_s, qMax(0, most)}},
              [&](const QSqlQuery &row) -> base::Result<> {
                  QueueLine line{.caseId = row.value(0).toString(),
                                 .number = row.value(1).toString(),
                                 .events = row.value(2).toInt(),
                                 .pictures = row.value(3).toInt(),
                                 .toFetch = row.value(5).toInt(),
                                 .oldest = QDateTime::fromMSecsSinceEpoch(row.value(4).toLongLong())};
                  line.why = line.events > 0 ? Waiting::ForHub : line.pictures > 0 ? Waiting::ForPictures : Waiting::ForOthers;
                  lines.append(line);
                  return {};
              })
        .map([&] { return lines; });
}

base::Result<QList<FeedFault>> Outbox::faults(int most)
{
    QList<FeedFault> faults;
    return m->database
        .each("SELECT hub_seq, kind, case_id, detail FROM feed_fault ORDER BY hub_seq DESC LIMIT :most", {{u":most"_s, qMax(0, most)}},
              [&](const QSqlQuery &row) -> base::Result<> {
                  const int kind = qBound(0, row.value(1).toInt(), int(FeedFault::Kind::NumberTwice));
                  faults.append({FeedFault::Kind(kind), row.value(0).toLongLong(), row.value(2).toString(), row.value(3).toString()});
                  return {};
              })
        .map([&] { return faults; });
}

base::Result<QList<LanePicture>> Outbox::picturesToSend(int most)
{
    return m->pictures("SELECT p.case_id, p.scan, p.bytes FROM picture p JOIN event e ON e.id = p.event JOIN writer w ON w.id = e.writer"
                       " WHERE p.done = 0 AND p.lane = 0 AND e.origin < 4 AND e.seq <= w.acknowledged ORDER BY p.event LIMIT :most",
                       most);
}

base::Result<> Outbox::pictureSent(const LanePicture &picture)
{
    return m->database.run("UPDATE picture SET done = 1 WHERE case_id = :case AND scan = :scan",
                           {{u":case"_s, picture.caseId}, {u":scan"_s, picture.scan}});
}

base::Result<QList<LanePicture>> Outbox::picturesToFetch(int most)
{
    return m->pictures("SELECT p.case_id, p.scan, p.bytes FROM picture p JOIN event e ON e.id = p.event"
                       " JOIN case_file f ON f.case_id = p.case_id WHERE p.done = 0 AND p.lane = 1 AND e.origin < 4"
                       " ORDER BY f.stage <> 0, p.event LIMIT :most",
                       most);
}

base::Result<QStringList> Outbox::stillToCome(const QString &caseId)
{
    QStringList scans;
    return m->findPictures()
        .and_then([&] {
            return m->database.each("SELECT p.scan " PICTURES_WAITING("1") "AND p.case_id = :case", {{u":case"_s, caseId}},
                                    [&](const QSqlQuery &row) -> base::Result<> {
                                        scans << row.value(0).toString();
                                        return {};
                                    });
        })
        .map([&] { return scans; });
}

base::Result<> Outbox::pictureFetched(const LanePicture &picture)
{
    return pictureSent(picture);
}

base::Result<QList<ReceiptDay>> Outbox::receiptDays(int most)
{
    return m->findReceipts().and_then([&] { return m->receipts.days(most); });
}

base::Result<> Outbox::noteDay(QDate day)
{
    return m->receipts.noteDay(day);
}

base::Result<QList<ReceiptPrinted>> Outbox::receiptsOf(QDate day)
{
    return m->receipts.of(day);
}

base::Result<> Outbox::receiptsTold(const ReceiptDay &day)
{
    return m->receipts.told(day);
}

base::Result<base::Secret> Outbox::keyFor(const QString &caseId, const QByteArray &purpose)
{
    const auto key = m->keys.find(caseId);
    if (!key)
        return base::Fail(key.error());
    if (!*key)
        return base::Fail({base::Error::Kind::Missing, u"no such case"_s, caseId});
    return CaseKeys::derived(**key, purpose);
}

}
