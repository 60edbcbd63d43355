#include "app/hub/web/systemsface.h"

#include "app/hub/web/deskwords.h"
#include "core/base/settings.h"

namespace web {

using namespace Qt::StringLiterals;
using hub::Response;
using offices::Doing;

namespace {

constexpr int mostMessages = 300;
constexpr int mostRatings = 300;
const QString receiversPath = u"/admin/receivers"_s;
const QString ratingsPath = u"/admin/ratings"_s;
const QString settingsPath = u"/admin/settings"_s;

QString receiverInChinese(const QString &kind)
{
    static const QHash<QString, QString> words{{u"sms"_s, u"短信网关"_s}, {u"platform"_s, u"省级平台"_s}, {u"rating"_s, u"评价设备"_s}, {u"supervision"_s, u"监管部门"_s}, {u"unit"_s, u"单位系统"_s}};
    return words.value(kind, kind);
}

/// Settings that public pages show, with the key in hall.ini.
struct Shown {
    const char *key;
    QString base::HallSettings::*value;
};
constexpr std::array shownSettings{Shown{"hallName", &base::HallSettings::hallName}, Shown{"address", &base::HallSettings::address},
                                   Shown{"phone", &base::HallSettings::phone}, Shown{"officeHours", &base::HallSettings::officeHours}};

}

QList<Route> SystemsFace::routes() const
{
    const auto only = [this](auto answer) { return m.gate.only(Doing::RunHub, this, answer); };
    return {
        {"GET", "/admin/receivers", only(&SystemsFace::receivers)},
        {"POST", "/admin/receivers", only(&SystemsFace::addReceiver), Body::Form},
        {"POST", "/admin/receivers/{receiver}/withdraw", only(&SystemsFace::withdrawReceiver), Body::Form},
        {"POST", "/admin/messages/{message}/again", only(&SystemsFace::sendAgain), Body::Form},
        {"GET", "/admin/ratings", only(&SystemsFace::ratings)},
        {"POST", "/admin/ratings/{rating}", only(&SystemsFace::rectify), Body::Form},
        {"GET", "/admin/settings", only(&SystemsFace::settings)},
        {"POST", "/admin/settings", only(&SystemsFace::changeSettings), Body::Form},
    };
}

Response SystemsFace::receivers(const Asked &asked, const Visitor &visitor) const
{
    using State = hub::Delivery::State;
    const bool isDead = asked.query.value(u"which"_s) == "dead"_L1;
    const auto receivers = m_subscribers.all();
    const auto messages = m_subscribers.messages(isDead ? State::Dead : State::Waiting, mostMessages);
    if (!receivers || !messages)
        return problemPage(m.pages, !receivers ? receivers.error() : messages.error());
    const QDateTime now = m.engine.clock.now();
    QJsonArray rows;
    for (const hub::Subscriber &one : *receivers)
        rows << QJsonObject{{"id"_L1, QString::number(one.id)},
                            {"kind"_L1, receiverInChinese(one.kind)},
                            {"unit"_L1, one.unit},
                            {"url"_L1, one.url},
                            {"events"_L1, one.events.isEmpty() ? u"全部"_s : one.events},
                            {"internal"_L1, one.privateAllowed},
                            {"made"_L1, shownMoment(one.madeAt, now)},
                            {"open"_L1, !one.withdrawnAt.isValid()}};
    QJsonArray queue;
    for (const hub::Delivery &message : *messages)
        queue << QJsonObject{{"id"_L1, QString::number(message.id)},
                             {"receiver"_L1, QString::number(message.subscriber)},
                             {"event"_L1, message.event},
                             {"at"_L1, shownMoment(message.at, now)},
                             {"tries"_L1, QString::number(message.tries)},
                             {"next"_L1, message.state == State::Waiting ? shownMoment(message.next, now) : u"-"_s},
                             {"saying"_L1, message.words},
                             {"dead"_L1, message.state == State::Dead}};
    return m.gate.show(visitor, {.title = u"消息队列"_s, .name = u"adminreceivers"_s, .words = {{"rows"_L1, rows}, {"queue"_L1, queue}, {"dead"_L1, isDead}}});
}

Response SystemsFace::addReceiver(const Asked &asked, const Visitor &visitor) const
{
    const auto secret = m_subscribers.add({.kind = asked.form.value(u"kind"_s),
                                           .unit = asked.form.value(u"unit"_s).trimmed(),
                                           .url = asked.form.value(u"url"_s).trimmed(),
                                           .events = {},
                                           .privateAllowed = asked.form.has(u"private"_s)},
                                          visitor.person.name);
    if (!secret)
        return m.gate.failed(visitor, secret.error(), receiversPath);
    return m.gate.showOnce(visitor, u"签名密钥"_s, u"只显示这一次。接收系统用它核对消息的签名，请用安全的方式交给对方。"_s, *secret, receiversPath);
}

Response SystemsFace::withdrawReceiver(const Asked &asked, const Visitor &visitor) const
{
    const base::Result<> gone = m_subscribers.withdraw(asked.path[0].toLongLong(), visitor.person.name);
    return gone ? m.gate.to(receiversPath) : m.gate.failed(visitor, gone.error(), receiversPath);
}

Response SystemsFace::sendAgain(const Asked &asked, const Visitor &visitor) const
{
    const base::Result<> again = m_subscribers.sendAgain(asked.path[0].toLongLong(), visitor.person.name);
    return again ? m.gate.to(receiversPath) : m.gate.failed(visitor, again.error(), receiversPath);
}

Response SystemsFace::ratings(const Asked &asked, const Visitor &visitor) const
{
    const bool isAll = asked.query.has(u"all"_s);
    const auto entries = m.ratings.entries(!isAll, mostRatings, visitor.person.name);
    if (!entries)
        return problemPage(m.pages, entries.error());
    const QDateTime now = m.engine.clock.now();
    QJsonArray rows;
    for (const offices::RatingDesk::Entry &entry : *entries) {
        const bool isOpen = entry.line.due.isValid() && entry.line.rectifiedAt.isNull();
        const auto level = domain::satisfactionOf(entry.line.level);
        rows << QJsonObject{{"id"_L1, QString::number(entry.line.id)},
                            {"at"_L1, shownMoment(entry.line.at, now)},
                            {"hall"_L1, entry.line.hall},
                            {"number"_L1, entry.line.number},
                            {"level"_L1, level ? domain::satisfactionWord(*level) : QString::number(entry.line.level)},
                            {"saying"_L1, entry.words},
                            {"due"_L1, entry.line.due.toString(Qt::ISODate)},
                            {"open"_L1, isOpen},
                            {"late"_L1, isOpen && entry.daysLeft < 0},
                            {"left"_L1, QString::number(qMax(0, entry.daysLeft))},
                            {"result"_L1, entry.result}};
    }
    return m.gate.show(visitor, {.title = u"评价整改"_s, .name = u"adminratings"_s, .words = {{"rows"_L1, rows}, {"all"_L1, isAll}}});
}

Response SystemsFace::rectify(const Asked &asked, const Visitor &visitor) const
{
    const base::Result<> done = m.ratings.rectify(asked.path[0].toLongLong(), asked.form.value(u"result"_s), visitor.person.name);
    return done ? m.gate.to(ratingsPath) : m.gate.failed(visitor, done.error(), ratingsPath);
}

Response SystemsFace::settings(const Asked &asked, const Visitor &visitor) const
{
    const base::Result<base::HallSettings> hall = base::readSettings(m.hall);
    if (!hall)
        return m.gate.failed(visitor, hall.error(), u"/admin"_s);
    QJsonObject words{{"done"_L1, asked.query.has(u"done"_s)}};
    for (const Shown &one : shownSettings)
        words.insert(QLatin1StringView(one.key), *hall.*one.value);
    return m.gate.show(visitor, {.title = u"设置"_s, .name = u"adminsettings"_s, .words = words});
}

Response SystemsFace::changeSettings(const Asked &asked, const Visitor &visitor) const
{
    QMap<QString, QString> values;
    for (const Shown &one : shownSettings) {
        const QString key = QLatin1StringView(one.key);
        const QString value = asked.form.value(key).trimmed();
        if (value.contains(u'\n') || value.contains(u'\t'))
            return m.gate.refused(visitor, 409, {u"每一项只能写一行。"_s}, settingsPath);
        values.insert(key, value);
    }
    const base::Result<> written = base::changeSettings(m.hall, values).and_then([&] {
        return m.accounts.note(visitor.person.name, u"settings-changed"_s, u"hall.ini"_s);
    });
    return written ? m.gate.to(settingsPath + u"?done=1"_s) : m.gate.failed(visitor, written.error(), settingsPath);
}

}
