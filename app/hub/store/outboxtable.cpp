#include "app/hub/store/outboxtable.h"

#include "app/hub/store/values.h"

namespace hub {

using namespace Qt::StringLiterals;

namespace {

#define DELIVERY_SELECT(message)                                                                                       \
    "SELECT d.id, d.uid, d.subscriber, d.case_line, d.event, d.at, d.suite, " message ", d.state, d.tries, d.next_at,"  \
    " d.claimed_until, d.words, d.done_at, c.uuid FROM delivery d JOIN case_line c ON c.id = d.case_line "

/// \a value gives the value of a column by its place.
template <class Value>
Delivery deliveryIn(const Value &value)
{
    return {.id = value(0).toLongLong(),
            .uid = value(1).toString(),
            .subscriber = value(2).toLongLong(),
            .caseRow = value(3).toLongLong(),
            .event = value(4).toString(),
            .at = momentIn(value(5)),
            .message = sealedIn(value(6), value(7)),
            .state = Delivery::State(value(8).toInt()),
            .tries = value(9).toInt(),
            .next = momentIn(value(10)),
            .claimedUntil = momentIn(value(11)),
            .words = value(12).toString(),
            .doneAt = momentIn(value(13)),
            .caseUuid = value(14).toString()};
}

std::optional<Delivery> onlyDelivery(const std::optional<QVariantList> &row)
{
    return row ? std::optional(deliveryIn([&](int column) { return row->at(column); })) : std::nullopt;
}

}

base::Result<> OutboxTable::add(const Happening &happening)
{
    return m_connection.run("INSERT INTO happening (case_line, cause, item, what, words, at) VALUES (:case, :cause, :item, :what, :words,"
                            " :at) ON CONFLICT (cause, item) DO NOTHING",
                            {{u":case"_s, happening.caseRow},
                             {u":cause"_s, happening.cause},
                             {u":item"_s, happening.item},
                             {u":what"_s, happening.what},
                             {u":words"_s, happening.words},
                             {u":at"_s, stored(happening.at)}});
}

base::Result<> OutboxTable::holdSorting()
{
    // The row that gives places to what is new for units.
    return m_connection.row("SELECT last FROM unit_place $held").map([](const std::optional<QVariantList> &) { });
}

base::Result<QList<Happening>> OutboxTable::unsorted(int most)
{
    QList<Happening> happenings;
    return m_connection
        .each("SELECT h.id, h.case_line, h.cause, h.item, h.what, h.words, h.at, c.uuid FROM happening h"
              " JOIN case_line c ON c.id = h.case_line WHERE h.sorted_at IS NULL ORDER BY h.id LIMIT :most",
              {{u":most"_s, most}},
              [&](const QSqlQuery &row) {
                  happenings.append({.id = row.value(0).toLongLong(),
                                     .caseRow = row.value(1).toLongLong(),
                                     .cause = row.value(2).toByteArray(),
                                     .item = row.value(3).toString(),
                                     .what = row.value(4).toString(),
                                     .words = row.value(5).toString(),
                                     .at = momentIn(row.value(6)),
                                     .caseUuid = row.value(7).toString()});
                  return true;
              })
        .map([&] { return happenings; });
}

base::Result<> OutboxTable::setSorted(qint64 id)
{
    return m_connection.run("UPDATE happening SET sorted_at = at WHERE id = :id", {{u":id"_s, id}});
}

base::Result<> OutboxTable::dropSorted(const QDateTime &before)
{
    return m_connection.run("DELETE FROM happening WHERE sorted_at < :before", {{u":before"_s, stored(before)}});
}

base::Result<QList<Subscriber>> OutboxTable::subscribers()
{
    QList<Subscriber> subscribers;
    return m_connection
        .each("SELECT id, kind, unit, url, events, suite, secret, private_allowed, place, made_at, withdrawn_at FROM subscriber ORDER BY id", {},
              [&](const QSqlQuery &row) {
                  subscribers.append({.id = row.value(0).toLongLong(),
                                      .kind = row.value(1).toString(),
                                      .unit = row.value(2).toString(),
                                      .url = row.value(3).toString(),
                                      .events = row.value(4).toString(),
                                      .secret = sealedIn(row.value(5), row.value(6)),
                                      .privateAllowed = row.value(7).toInt() != 0,
                                      .place = row.value(8).toLongLong(),
                                      .madeAt = momentIn(row.value(9)),
                                      .withdrawnAt = momentIn(row.value(10))});
                  return true;
              })
        .map([&] { return subscribers; });
}

base::Result<qint64> OutboxTable::put(const Subscriber &subscriber)
{
    const Values secret{{u":suite"_s, subscriber.secret.suite}, {u":secret"_s, subscriber.secret.bytes}};
    if (subscriber.id != 0)
        return m_connection
            .run("UPDATE subscriber SET suite = :suite, secret = :secret, place = :place, withdrawn_at = :withdrawn WHERE id = :id",
                 secret + Values{{u":place"_s, subscriber.place}, {u":withdrawn"_s, stored(subscriber.withdrawnAt)}, {u":id"_s, subscriber.id}})
            .map([&] { return subscriber.id; });
    return m_connection
        .row("INSERT INTO subscriber (kind, unit, url, events, suite, secret, private_allowed, place, made_at)"
             " VALUES (:kind, :unit, :url, :events, :suite, :secret, :private, :place, :made) RETURNING id",
             secret
                 + Values{{u":kind"_s, subscriber.kind},
                          {u":unit"_s, subscriber.unit},
                          {u":url"_s, subscriber.url},
                          {u":events"_s, subscriber.events},
                          {u":private"_s, stored(subscriber.privateAllowed)},
                          {u":place"_s, subscriber.place},
                          {u":made"_s, stored(subscriber.madeAt)}})
        .map([](const std::optional<QVariantList> &row) { return row ? row->constFirst().toLongLong() : 0; });
}

base::Result<qint64> OutboxTable::put(const Delivery &delivery)
{
    const Values values{{u":suite"_s, delivery.message.suite},
                        {u":message"_s, delivery.message.bytes.isNull() ? QByteArray("") : delivery.message.bytes},
                        {u":state"_s, int(delivery.state)},
                        {u":tries"_s, delivery.tries},
                        {u":next"_s, stored(delivery.next)},
                        {u":claimed"_s, stored(delivery.claimedUntil)},
                        {u":words"_s, delivery.words},
                        {u":done"_s, stored(delivery.doneAt)}};
    if (delivery.id != 0)
        return m_connection
            .run("UPDATE delivery SET suite = :suite, message = :message, state = :state, tries = :tries, next_at = :next,"
                 " claimed_until = :claimed, words = :words, done_at = :done WHERE id = :id",
                 values + Values{{u":id"_s, delivery.id}})
            .map([&] { return delivery.id; });
    return m_connection
        .row("INSERT INTO delivery (uid, subscriber, case_line, event, at, suite, message, state, tries, next_at, claimed_until, words,"
             " done_at) VALUES (:uid, :subscriber, :case, :event, :at, :suite, :message, :state, :tries, :next, :claimed, :words, :done)"
             " RETURNING id",
             values
                 + Values{{u":uid"_s, delivery.uid},
                          {u":subscriber"_s, delivery.subscriber},
                          {u":case"_s, delivery.caseRow},
                          {u":event"_s, delivery.event},
                          {u":at"_s, stored(delivery.at)}})
        .map([](const std::optional<QVariantList> &row) { return row ? row->constFirst().toLongLong() : 0; });
}

base::Result<std::optional<Delivery>> OutboxTable::due(const QDateTime &now)
{
    return m_connection
        .row(DELIVERY_SELECT("d.message") "JOIN subscriber s ON s.id = d.subscriber WHERE d.state = 0 AND d.next_at <= :now"
             " AND s.withdrawn_at IS NULL"
             " AND NOT EXISTS (SELECT 1 FROM delivery e WHERE e.subscriber = d.subscriber AND e.case_line = d.case_line AND e.state = 0"
             " AND e.id < d.id)"
             " AND NOT EXISTS (SELECT 1 FROM delivery f WHERE f.subscriber = d.subscriber AND f.state = 0 AND f.claimed_until > :alsonow)"
             " ORDER BY d.next_at, d.id LIMIT 1",
             {{u":now"_s, stored(now)}, {u":alsonow"_s, stored(now)}})
        .map(onlyDelivery);
}

base::Result<bool> OutboxTable::claim(qint64 id, const QDateTime &now, const QDateTime &until)
{
    return m_connection
        .change("UPDATE delivery SET claimed_until = :until WHERE id = :id AND state = 0 AND (claimed_until IS NULL OR claimed_until <= :now)",
                {{u":until"_s, stored(until)}, {u":id"_s, id}, {u":now"_s, stored(now)}})
        .map([](int rows) { return rows > 0; });
}

base::Result<std::optional<Delivery>> OutboxTable::delivery(qint64 id)
{
    return m_connection.row(DELIVERY_SELECT("d.message") "WHERE d.id = :id", {{u":id"_s, id}}).map(onlyDelivery);
}

base::Result<> OutboxTable::giveUp(qint64 subscriber, const QDateTime &at, const QString &words)
{
    return m_connection.run("UPDATE delivery SET state = 2, message = :none, claimed_until = NULL, words = :words, done_at = :at"
                            " WHERE subscriber = :subscriber AND state = 0",
                            {{u":none"_s, QByteArray("")}, {u":words"_s, words}, {u":at"_s, stored(at)}, {u":subscriber"_s, subscriber}});
}

base::Result<QList<Delivery>> OutboxTable::deliveries(std::optional<Delivery::State> state, int most)
{
    QList<Delivery> deliveries;
    const int wanted = state ? int(*state) : -1;
    return m_connection
        .each(DELIVERY_SELECT("''") "WHERE :all < 0 OR d.state = :state ORDER BY d.id DESC LIMIT :most",
              {{u":all"_s, wanted}, {u":state"_s, wanted}, {u":most"_s, most}},
              [&](const QSqlQuery &row) {
                  deliveries.append(deliveryIn([&](int column) { return row.value(column); }));
                  return true;
              })
        .map([&] { return deliveries; });
}

base::Result<> OutboxTable::dropDone(const QDateTime &before)
{
    return m_connection.run("DELETE FROM delivery WHERE state = 1 AND done_at < :before", {{u":before"_s, stored(before)}});
}

}
