#include "core/offices/subscribers.h"

#include "core/base/secret.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace offices {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;
using hub::Store;
using hub::Subscriber;
using hub::Transaction;

namespace {

const QString unitKind = u"unit"_s;

struct KindEvents {
    QLatin1StringView kind;
    QLatin1StringView events; ///< by spaces
};
constexpr std::array kindEvents{KindEvents{"sms"_L1, "item.accepted item.refused result.ready"_L1},
                                KindEvents{"platform"_L1, "case.filed item.accepted item.refused item.decided item.delivered rating.given"_L1},
                                KindEvents{"rating"_L1, "case.filed item.delivered"_L1},
                                KindEvents{"supervision"_L1, "approval.granted"_L1},
                                KindEvents{"unit"_L1, ""_L1}};

/// What is wrong with an address, in English for the console; empty: messages may go there.
QString faultOfAddress(const Subscribers::Wish &wish)
{
    const QUrl url(wish.url, QUrl::StrictMode);
    const bool isHere = url.host() == "localhost"_L1 || url.host() == "127.0.0.1"_L1 || url.host() == "::1"_L1;
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasFragment() || wish.url.size() > 500)
        return u"is no address"_s;
    if (url.scheme() != "https"_L1 && !(url.scheme() == "http"_L1 && isHere))
        return u"messages go over https, or to this very machine"_s;
    if (isHere && !wish.privateAllowed)
        return u"is no public address; --private allows it"_s;
    return {};
}

QString faultOfSubscriber(const Subscribers::Wish &wish)
{
    if (!Subscribers::kinds().contains(wish.kind))
        return u"kinds are sms, platform, rating, supervision, unit"_s;
    if ((wish.kind == unitKind) == wish.unit.isEmpty())
        return wish.kind == unitKind ? u"say of which unit"_s : u"only the kind unit belongs to a unit"_s;
    const QStringList may = Subscribers::eventsOf(wish.kind);
    for (const QString &event : wish.events) {
        const bool isWord = std::ranges::all_of(event, [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'.' || c == u'-'; });
        if (wish.kind == unitKind ? !isWord : !may.contains(event))
            return u"this kind is not told of %1"_s.arg(event);
    }
    return faultOfAddress(wish);
}

QByteArray placeOfSecret(const QString &url, const QDateTime &madeAt)
{
    return "hub subscriber|" + url.toUtf8() + '|' + QByteArray::number(madeAt.toMSecsSinceEpoch());
}

}

QStringList Subscribers::kinds()
{
    QStringList kinds;
    for (const KindEvents &one : kindEvents)
        kinds << one.kind;
    return kinds;
}

QStringList Subscribers::eventsOf(const QString &kind)
{
    const auto found = std::ranges::find(kindEvents, kind, &KindEvents::kind);
    return found == kindEvents.end() ? QStringList() : QString(found->events).split(u' ', Qt::SkipEmptyParts);
}

base::Result<QString> Subscribers::add(const Wish &wish, const QString &by) const
{
    if (const QString fault = faultOfSubscriber(wish); !fault.isEmpty())
        return Fail({Error::Kind::Document, fault, wish.url});
    constexpr qsizetype secretBytes = 32;
    const QByteArray secret = "whs_" + base::Secret::random(secretBytes).view().toByteArray().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QDateTime now = m_engine.now();
    Subscriber subscriber{.kind = wish.kind,
                          .unit = wish.unit,
                          .url = wish.url,
                          .events = (wish.events.isEmpty() ? eventsOf(wish.kind) : wish.events).join(u' '),
                          .secret = journal::seal(secret, m_engine.key.forSubscribers(), placeOfSecret(wish.url, now)),
                          .privateAllowed = wish.privateAllowed,
                          .madeAt = now};
    return hub::within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<QString> {
        const base::Result<qint64> place = rows.doors().lastPlace();
        if (!place)
            return Fail(place.error());
        subscriber.place = *place;
        const base::Result<qint64> id = rows.outbox().put(subscriber);
        if (!id)
            return Fail(id.error());
        const hub::AuditLine line{.at = now, .account = by, .act = u"webhook-added"_s, .subject = wish.url, .words = subscriber.kind + u' ' + subscriber.events};
        return rows.people().add(line).map([&] { return QString::fromLatin1(secret); });
    });
}

base::Result<> Subscribers::withdraw(qint64 id, const QString &by) const
{
    return hub::within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<> {
        const auto subscribers = rows.outbox().subscribers();
        if (!subscribers)
            return Fail(subscribers.error());
        const auto found = std::ranges::find(*subscribers, id, &Subscriber::id);
        if (found == subscribers->end() || found->withdrawnAt.isValid())
            return Fail({Error::Kind::Missing, u"there is no such subscriber, or it was withdrawn"_s, QString::number(id)});
        Subscriber withdrawn = *found;
        withdrawn.withdrawnAt = m_engine.now();
        if (const base::Result<qint64> put = rows.outbox().put(withdrawn); !put)
            return Fail(put.error());
        return rows.outbox().giveUp(id, m_engine.now(), u"the subscriber was withdrawn"_s).and_then([&] {
            return rows.people().add({.at = m_engine.now(), .account = by, .act = u"webhook-withdrawn"_s, .subject = withdrawn.url, .words = {}});
        });
    });
}

base::Result<QList<Subscriber>> Subscribers::all() const
{
    return hub::within(m_engine.store, Store::For::Reading, [](Transaction &rows) { return rows.outbox().subscribers(); });
}

base::Result<QList<hub::Delivery>> Subscribers::messages(std::optional<hub::Delivery::State> state, int most) const
{
    return hub::within(m_engine.store, Store::For::Reading, [&](Transaction &rows) { return rows.outbox().deliveries(state, most); });
}

base::Result<> Subscribers::sendAgain(qint64 message, const QString &by) const
{
    return hub::within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<> {
        const auto found = rows.outbox().delivery(message);
        if (!found)
            return Fail(found.error());
        if (!*found || (*found)->state != hub::Delivery::State::Dead || (*found)->message.bytes.isEmpty())
            return Fail({Error::Kind::Missing, u"there is no such message that was given up and is still there"_s, QString::number(message)});
        hub::Delivery fresh = **found;
        fresh.state = hub::Delivery::State::Waiting;
        fresh.tries = 0;
        fresh.next = m_engine.now();
        fresh.doneAt = {};
        if (const base::Result<qint64> put = rows.outbox().put(fresh); !put)
            return Fail(put.error());
        return rows.people().add({.at = m_engine.now(), .account = by, .act = u"message-again"_s, .subject = fresh.uid, .words = fresh.event});
    });
}

base::Result<QByteArray> Subscribers::secretOf(const Subscriber &subscriber) const
{
    return journal::unseal(subscriber.secret, m_engine.key.forSubscribers(), placeOfSecret(subscriber.url, subscriber.madeAt));
}

}
