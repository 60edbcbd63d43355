#include "core/offices/postbox.h"

#include "core/hub/history.h"
#include "core/offices/tidings.h"

#include <QMessageAuthenticationCode>
#include <QUuid>

#include <algorithm>
#include <array>

namespace offices {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;
using hub::Delivery;
using hub::Happening;
using hub::Store;
using hub::Subscriber;
using hub::Transaction;

namespace {

constexpr int happeningsAtOnce = 100;
constexpr int daysRemembered = 90;
constexpr int minute = 60, hour = 60 * minute;
constexpr std::array waitSeconds{2,         10,       30,       minute,    5 * minute, 15 * minute,
                                 hour,      3 * hour, 6 * hour, 12 * hour, 24 * hour,  24 * hour};

QByteArray placeOfMessage(const QString &uid)
{
    return "hub delivery|" + uid.toUtf8();
}

bool wants(const Subscriber &subscriber, const QString &event)
{
    return subscriber.events.isEmpty() || subscriber.events.split(u' ').contains(event);
}

QString messageId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

}

/// A message that is not in the store yet.
struct Postbox::Letter {
    qint64 subscriber = 0;
    QString event;
    QDateTime at;
    QString uid;
    QByteArray body;
};

/// What a happening comes to.
struct Postbox::Sorted {
    QList<Letter> letters;
    bool asksForLicence = false;
};

QByteArray signatureOf(const QByteArray &secret, const QByteArray &id, const QByteArray &time, const QByteArray &body)
{
    return QMessageAuthenticationCode::hash(id + '.' + time + '.' + body, secret, QCryptographicHash::Sha256).toHex();
}

QList<int> Postbox::waits()
{
    return {waitSeconds.begin(), waitSeconds.end()};
}

base::Result<> Postbox::sort()
{
    if (const base::Result<int> routed = m.routing.catchUp(); !routed)
        return Fail(routed.error());
    for (;;) {
        const base::Result<bool> more = sortSome();
        if (!more)
            return Fail(more.error());
        if (!*more)
            break;
    }
    const auto subscribers = m_subscribers.all();
    return subscribers ? mirrorFeeds(*subscribers) : base::Result<>(Fail(subscribers.error()));
}

/// Whether there may be more.
base::Result<bool> Postbox::sortSome()
{
    const auto list = [](Transaction &rows) { return rows.outbox().unsorted(happeningsAtOnce); };
    const auto waiting = hub::within(m.engine.store, Store::For::Reading, list);
    const auto subscribers = m_subscribers.all();
    if (!waiting || !subscribers)
        return Fail(!waiting ? waiting.error() : subscribers.error());
    if (waiting->isEmpty())
        return false;
    QHash<qint64, Sorted> ready; // cases are opened before the transaction, which others wait for
    for (const Happening &happening : *waiting) {
        const base::Result<Sorted> sorted = prepared(happening, *subscribers);
        if (!sorted)
            return Fail(sorted.error());
        ready.insert(happening.id, *sorted);
    }
    return hub::within(m.engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<bool> {
        const base::Result<> held = rows.outbox().holdSorting();
        const auto still = held ? list(rows) : base::Result<QList<Happening>>(Fail(held.error()));
        if (!still)
            return Fail(still.error());
        for (const Happening &happening : *still) {
            const auto sorted = ready.constFind(happening.id);
            if (sorted == ready.constEnd())
                continue;
            if (const base::Result<> written = write(rows, happening, *sorted); !written)
                return Fail(written.error());
        }
        return true;
    });
}

base::Result<Postbox::Sorted> Postbox::prepared(const Happening &happening, const QList<Subscriber> &subscribers)
{
    const auto opened = m.cases.open(happening.caseUuid);
    if (!opened && opened.error().kind != Error::Kind::Damaged) // a case that cannot be read keeps nobody else from being told
        return Fail(opened.error());
    if (!opened || !*opened)
        return Sorted();
    const auto found = m.guides.guide((*opened)->file.guide);
    const auto units = m.routing.unitsOf(**opened);
    if (!found || !units)
        return Fail(!found ? found.error() : units.error());
    const std::optional<domain::Guide> guide = *found ? std::optional((*found)->guide) : std::nullopt;
    const Happened happened{happening, **opened, guide, *units, m.engine.clock.now()};
    const QStringList events = eventsOf(happened);
    Sorted sorted{.letters = {}, .asksForLicence = m.asksForLicences && events.contains(u"approval.granted"_s)};
    for (const Subscriber &subscriber : subscribers) {
        if (subscriber.withdrawnAt.isValid() || !subscriber.unit.isEmpty())
            continue;
        for (const QString &event : events) {
            const QString uid = messageId();
            const auto body = wants(subscriber, event) ? messageFor(happened, subscriber.kind, event, uid) : std::nullopt;
            if (body)
                sorted.letters << Letter{subscriber.id, event, happening.at, uid, *body};
        }
    }
    return sorted;
}

base::Result<> Postbox::write(Transaction &rows, const Happening &happening, const Sorted &sorted)
{
    const auto units = rows.units().unitsOf(happening.caseRow);
    if (!units)
        return Fail(units.error());
    for (const hub::ItemUnit &item : *units) {
        if (item.unit.isEmpty() || (!happening.item.isEmpty() && happening.item != item.item))
            continue;
        const base::Result<> added = rows.doors().add(
            hub::UnitEntry{.unit = item.unit, .caseRow = happening.caseRow, .item = item.item, .what = happening.what, .at = happening.at});
        if (!added)
            return added;
    }
    for (const Letter &letter : sorted.letters) {
        if (const base::Result<> written = put(rows, happening.caseRow, happening.caseUuid, letter); !written)
            return written;
    }
    if (sorted.asksForLicence) {
        const hub::IssuedLicence wish{.caseRow = happening.caseRow, .item = happening.item, .next = m.engine.now()};
        if (const base::Result<> asked = rows.issues().putNew(wish); !asked)
            return asked;
    }
    return rows.outbox().setSorted(happening.id);
}

base::Result<> Postbox::put(Transaction &rows, qint64 caseRow, const QString &caseUuid, const Letter &letter)
{
    const auto lines = rows.records().cases({caseUuid});
    if (!lines)
        return Fail(lines.error());
    const base::Result<base::Secret> key = hub::keyOf(lines->value(caseUuid), m.engine.key);
    if (!key) // erased, or damaged: nobody is to learn more of it
        return {};
    return rows.outbox()
        .put(Delivery{.uid = letter.uid,
                      .subscriber = letter.subscriber,
                      .caseRow = caseRow,
                      .event = letter.event,
                      .at = letter.at,
                      .message = journal::seal(letter.body, *key, placeOfMessage(letter.uid)),
                      .next = m.engine.now()})
        .map([](qint64) { });
}

base::Result<> Postbox::mirrorFeeds(const QList<Subscriber> &subscribers)
{
    for (const Subscriber &subscriber : subscribers) {
        if (subscriber.unit.isEmpty() || subscriber.withdrawnAt.isValid())
            continue;
        const auto fresh = hub::within(m.engine.store, Store::For::Reading,
                                       [&](Transaction &rows) { return rows.doors().entriesAfter(subscriber.unit, subscriber.place, 1); });
        if (!fresh)
            return Fail(fresh.error());
        if (fresh->isEmpty())
            continue;
        const base::Result<> mirrored
            = hub::within(m.engine.store, Store::For::Writing, [&](Transaction &rows) { return mirror(rows, subscriber.id); });
        if (!mirrored)
            return mirrored;
    }
    return {};
}

/// What the feed of its unit says becomes messages for a subscriber, once.
base::Result<> Postbox::mirror(Transaction &rows, qint64 id)
{
    const base::Result<> held = rows.outbox().holdSorting();
    const auto subscribers = held ? rows.outbox().subscribers() : base::Result<QList<Subscriber>>(Fail(held.error()));
    if (!subscribers)
        return Fail(subscribers.error());
    const auto found = std::ranges::find(*subscribers, id, &Subscriber::id);
    if (found == subscribers->end() || found->withdrawnAt.isValid())
        return {};
    Subscriber subscriber = *found;
    const auto entries = rows.doors().entriesAfter(subscriber.unit, subscriber.place, happeningsAtOnce);
    if (!entries)
        return Fail(entries.error());
    for (const hub::UnitEntry &entry : *entries) {
        subscriber.place = entry.place;
        if (!wants(subscriber, entry.what))
            continue;
        const QString uid = messageId();
        const Letter letter{id, entry.what, entry.at, uid, messageFor(entry, uid, m.engine.clock.now().offsetFromUtc())};
        if (const base::Result<> written = put(rows, entry.caseRow, entry.caseUuid, letter); !written)
            return written;
    }
    return rows.outbox().put(subscriber).map([](qint64) { });
}

base::Result<std::optional<Errand>> Postbox::next()
{
    using Next = std::optional<Errand>;
    const QDateTime now = m.engine.now();
    const auto due = hub::within(m.engine.store, Store::For::Reading, [&](Transaction &rows) { return rows.outbox().due(now); });
    if (!due)
        return Fail(due.error());
    if (!*due)
        return Next();
    const Delivery &delivery = **due;
    base::Result<base::Secret> key;
    const auto ours = hub::within(m.engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<bool> {
        const auto lines = rows.records().cases({delivery.caseUuid});
        if (!lines)
            return Fail(lines.error());
        key = hub::keyOf(lines->value(delivery.caseUuid), m.engine.key);
        return rows.outbox().claim(delivery.id, now, now.addSecs(claimSeconds));
    });
    const auto subscribers = m_subscribers.all();
    if (!ours || !subscribers)
        return Fail(!ours ? ours.error() : subscribers.error());
    if (!*ours)
        return Next();
    const auto subscriber = std::ranges::find(*subscribers, delivery.subscriber, &Subscriber::id);
    const base::Result<QByteArray> body
        = key.and_then([&](const base::Secret &sealed) { return journal::unseal(delivery.message, sealed, placeOfMessage(delivery.uid)); });
    const base::Result<QByteArray> secret
        = subscriber == subscribers->end() ? base::Result<QByteArray>(Fail({Error::Kind::Missing, {}, {}})) : m_subscribers.secretOf(*subscriber);
    if (!body || !secret) {
        constexpr int gone = 410;
        return settle({.delivery = delivery}, {gone, u"the case was erased, or cannot be read"_s}).map([] { return Next(); });
    }
    return Next(Errand{delivery, subscriber->url, subscriber->privateAllowed, *body, *secret});
}

base::Result<> Postbox::settle(const Errand &errand, const Reply &reply)
{
    constexpr int gone = 410;
    const QDateTime now = m.engine.now();
    return hub::within(m.engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<> {
        const auto stored = rows.outbox().delivery(errand.delivery.id);
        if (!stored)
            return Fail(stored.error());
        if (!*stored || (*stored)->state != Delivery::State::Waiting)
            return {};
        Delivery delivery = **stored;
        delivery.claimedUntil = {};
        delivery.tries += 1;
        delivery.words = reply.words.isEmpty() ? u"status %1"_s.arg(reply.status) : reply.words;
        const bool isTaken = reply.status >= 200 && reply.status < 300;
        const bool isDead = !isTaken && (reply.status == gone || delivery.tries > int(waitSeconds.size()));
        if (!isTaken && !isDead) {
            delivery.next = now.addSecs(waitSeconds[size_t(delivery.tries - 1)]);
            return rows.outbox().put(delivery).map([](qint64) { });
        }
        delivery.state = isTaken ? Delivery::State::Delivered : Delivery::State::Dead;
        delivery.doneAt = now;
        if (isTaken)
            delivery.message.bytes.clear();
        const base::Result<qint64> put = rows.outbox().put(delivery);
        if (!put || isTaken)
            return put.map([](qint64) { });
        return rows.records().put(hub::Alarm{.at = now,
                                             .kind = u"webhook"_s,
                                             .device = {},
                                             .words = u"message %1 (%2) was given up: %3"_s.arg(QString::number(delivery.id), delivery.event, delivery.words)});
    });
}

base::Result<QList<Delivery>> Postbox::deliveries(std::optional<Delivery::State> state, int most) const
{
    return hub::within(m.engine.store, Store::For::Reading, [&](Transaction &rows) { return rows.outbox().deliveries(state, most); });
}

base::Result<> Postbox::sweep() const
{
    const QDateTime before = m.engine.now().addDays(-daysRemembered);
    return hub::within(m.engine.store, Store::For::Writing, [&](Transaction &rows) {
        return rows.outbox().dropSorted(before).and_then([&] { return rows.outbox().dropDone(before); });
    });
}

}
