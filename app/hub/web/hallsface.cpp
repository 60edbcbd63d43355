#include "app/hub/web/hallsface.h"

#include "app/hub/web/deskwords.h"
#include "app/hub/web/wipeface.h"
#include "core/codes/qrcode.h"
#include "core/hub/administration.h"
#include "core/wire/ticket.h"

#include <QBuffer>
#include <QSet>

namespace web {

using namespace Qt::StringLiterals;
using hub::Administration;
using hub::Response;
using offices::Doing;

namespace {

constexpr int mostListed = 500;
constexpr int hoursUntilSilent = 24;
const QString hallsPath = u"/admin"_s;
const QString numbersPath = u"/admin/numbers"_s;

/// The last stream of each device: how far its present profile has come.
QHash<QString, hub::Stream> lastStreams(const QList<hub::Stream> &streams)
{
    QHash<QString, hub::Stream> last;
    for (const hub::Stream &stream : streams) {
        if (hub::Stream &known = last[stream.writer.device]; known.writer.incarnation <= stream.writer.incarnation)
            known = stream;
    }
    return last;
}

QString windowOf(const hub::Device &device)
{
    return device.windowCode + u' ' + device.card.window;
}

/// Names of windows by their devices.
QHash<QString, QString> windowNames(const QList<hub::Device> &devices)
{
    QHash<QString, QString> names;
    for (const hub::Device &device : devices)
        names.insert(device.uuid, device.hall + u' ' + windowOf(device));
    return names;
}

/// A QR code as the address of a picture that needs no second request.
QString pictureOf(const codes::QrCode &code)
{
    constexpr int dotsAModule = 6;
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    code.modules().scaledToWidth(code.size() * dotsAModule).convertToFormat(QImage::Format_Mono).save(&buffer, "PNG");
    return u"data:image/png;base64,"_s + QString::fromLatin1(png.toBase64());
}

}

QList<Route> HallsFace::routes() const
{
    const auto only = [this](auto answer) { return m.gate.only(Doing::RunHub, this, answer); };
    return {
        {"GET", "/admin", only(&HallsFace::halls)},
        {"POST", "/admin/enrol", only(&HallsFace::enrol), Body::Form},
        {"GET", "/admin/revoke/{device}", only(&HallsFace::askRevoke)},
        {"POST", "/admin/revoke/{device}", only(&HallsFace::revoke), Body::Form},
        {"GET", "/admin/numbers", only(&HallsFace::numbers)},
        {"POST", "/admin/numbers", only(&HallsFace::passOver), Body::Form},
        {"GET", "/admin/alarms", only(&HallsFace::alarms)},
        {"POST", "/admin/alarms/{alarm}", only(&HallsFace::seen), Body::Form},
        {"GET", "/admin/receipts", only(&HallsFace::receipts)},
    };
}

Response HallsFace::halls(const Asked &, const Visitor &visitor) const
{
    const Administration office(m.engine);
    const auto devices = office.devices();
    const auto streams = office.streams();
    if (!devices || !streams)
        return problemPage(m.pages, !devices ? devices.error() : streams.error());
    const auto wipes = hub::Wiping(m.engine).orders();
    if (!wipes)
        return problemPage(m.pages, wipes.error());
    QHash<QString, QString> wiped;
    const QDateTime now = m.engine.clock.now();
    for (const hub::WipeLine &wipe : *wipes) {
        if (!wipe.liftedAt.isValid())
            wiped.insert(wipe.device, wipeState(wipe, now));
    }
    const QHash<QString, hub::Stream> last = lastStreams(*streams);
    QSet<QString> halls;
    QJsonArray rows;
    for (const hub::Device &device : *devices) {
        const hub::Stream stream = last.value(device.uuid);
        const bool isRevoked = device.revokedAt.isValid();
        const bool isSilent = !isRevoked && (!stream.heard.isValid() || stream.heard.secsTo(now) > hoursUntilSilent * 3600);
        constexpr int notSaid = -1;
        const int unsent = m.unsentOf ? m.unsentOf(device.uuid).value_or(notSaid) : notSaid;
        halls.insert(device.hall);
        rows << QJsonObject{{"hall"_L1, device.hall},
                            {"hallName"_L1, device.card.hall},
                            {"window"_L1, windowOf(device)},
                            {"region"_L1, device.regionCode},
                            {"program"_L1, device.program},
                            {"enrolled"_L1, shownMoment(device.enrolledAt, now)},
                            {"heard"_L1, stream.heard.isValid() ? shownMoment(stream.heard, now) : u"还没有"_s},
                            {"events"_L1, QString::number(stream.last)},
                            {"unsent"_L1, unsent == notSaid ? QString() : unsent > 0 ? u"，另有 %1 条还没有上传"_s.arg(unsent) : u"，已全部上传"_s},
                            {"silent"_L1, isSilent},
                            {"stopped"_L1, !isRevoked && stream.stopped},
                            {"revoked"_L1, isRevoked},
                            {"revokedAt"_L1, shownMoment(device.revokedAt, now)},
                            {"wipe"_L1, wiped.value(device.uuid)},
                            {"mayRevoke"_L1, !isRevoked},
                            {"device"_L1, device.uuid}};
    }
    QJsonArray known;
    for (const QString &hall : std::as_const(halls))
        known << QJsonObject{{"code"_L1, hall}};
    return m.gate.show(visitor, {.title = u"大厅与窗口"_s, .name = u"adminhalls"_s, .words = {{"rows"_L1, rows}, {"known"_L1, known}, {"hub"_L1, m.publicUrl}}});
}

Response HallsFace::enrol(const Asked &asked, const Visitor &visitor) const
{
    const auto field = [&](const QString &name) { return asked.form.value(name).trimmed(); };
    wire::Ticket ticket{field(u"hub"_s), u"0000-0000-0000-0000"_s, field(u"region"_s), field(u"window"_s)};
    if (!wire::ticketFrom(wire::toText(ticket)))
        return m.gate.failed(visitor, {base::Error::Kind::Document, u"is no address of a hub"_s, {}}, hallsPath);
    const auto code = Administration(m.engine).makeCode(field(u"hall"_s), ticket.regionCode, ticket.windowCode, field(u"hours"_s).toInt(), visitor.person.name);
    if (!code)
        return m.gate.failed(visitor, code.error(), hallsPath);
    ticket.code = *code;
    const auto drawn = codes::QrCode::of(wire::toText(ticket));
    if (!drawn)
        return problemPage(m.pages, drawn.error());
    return m.gate.show(visitor, {.title = u"登记码"_s,
                                 .name = u"adminenrol"_s,
                                 .words = {{"code"_L1, *code},
                                           {"line"_L1, wire::toText(ticket)},
                                           {"picture"_L1, pictureOf(*drawn)},
                                           {"hall"_L1, field(u"hall"_s)},
                                           {"region"_L1, ticket.regionCode},
                                           {"window"_L1, ticket.windowCode},
                                           {"hours"_L1, field(u"hours"_s)}}});
}

Response HallsFace::askRevoke(const Asked &asked, const Visitor &visitor) const
{
    const auto devices = Administration(m.engine).devices();
    if (!devices)
        return problemPage(m.pages, devices.error());
    const auto device = std::ranges::find(*devices, asked.path[0], &hub::Device::uuid);
    if (device == devices->end() || device->revokedAt.isValid())
        return problemPage(m.pages, 404);
    return m.gate.askFirst(visitor, u"停用设备：%1 %2？"_s.arg(device->hall, windowOf(*device)),
                           u"停用后这台设备不再收到任何数据，它发来的内容另存待查，不能恢复使用；要继续用这个窗口，须重新登记。设备还没有上传的办件请先在窗口上传完。"_s,
                           u"/admin/revoke/"_s + device->uuid, hallsPath);
}

Response HallsFace::revoke(const Asked &asked, const Visitor &visitor) const
{
    const base::Result<> revoked = Administration(m.engine).revoke(asked.path[0], visitor.person.name);
    return revoked ? m.gate.to(hallsPath) : m.gate.failed(visitor, revoked.error(), hallsPath);
}

Response HallsFace::numbers(const Asked &, const Visitor &visitor) const
{
    const Administration office(m.engine);
    const auto blocks = office.counters().blocks();
    const auto devices = office.devices();
    if (!blocks || !devices)
        return problemPage(m.pages, !blocks ? blocks.error() : devices.error());
    const QHash<QString, QString> names = windowNames(*devices);
    QJsonArray rows;
    for (const hub::BlockLine &line : *blocks)
        rows << QJsonObject{{"year"_L1, QString::number(line.series.year)},
                            {"organ"_L1, line.series.organ},
                            {"paper"_L1, line.series.paper},
                            {"from"_L1, QString::number(line.block.from)},
                            {"until"_L1, QString::number(line.block.to)},
                            {"window"_L1, names.value(line.device, line.device)},
                            {"at"_L1, shownMoment(line.at, m.engine.clock.now())}};
    return m.gate.show(visitor, {.title = u"文号号段"_s,
                                 .name = u"adminnumbers"_s,
                                 .words = {{"rows"_L1, rows}, {"thisYear"_L1, QString::number(m.engine.clock.now().date().year())}}});
}

Response HallsFace::passOver(const Asked &asked, const Visitor &visitor) const
{
    constexpr int mostNumber = 999'999'999;
    const int year = asked.form.value(u"year"_s).toInt();
    const int last = asked.form.value(u"last"_s).toInt();
    if (year < 2000 || year > 9999 || last < 1 || last > mostNumber)
        return m.gate.failed(visitor, {base::Error::Kind::Document, u"there is no such series or number"_s, {}}, numbersPath);
    const wire::SerialWish series{.organ = asked.form.value(u"organ"_s).trimmed(), .paper = asked.form.value(u"paper"_s).trimmed(), .year = year};
    const base::Result<> passed = hub::Counters(m.engine).passOver(series, last, visitor.person.name);
    return passed ? m.gate.to(numbersPath) : m.gate.failed(visitor, passed.error(), numbersPath);
}

Response HallsFace::alarms(const Asked &asked, const Visitor &visitor) const
{
    const Administration office(m.engine);
    const bool isAll = asked.query.has(u"all"_s);
    const auto alarms = office.alarms(!isAll, mostListed);
    const auto aside = office.aside(mostListed);
    const auto devices = office.devices();
    if (!alarms || !aside || !devices)
        return problemPage(m.pages, !alarms ? alarms.error() : !aside ? aside.error() : devices.error());
    const QHash<QString, QString> names = windowNames(*devices);
    const QDateTime now = m.engine.clock.now();
    QJsonArray rows;
    for (const hub::Alarm &alarm : *alarms)
        rows << QJsonObject{{"at"_L1, shownMoment(alarm.at, now)},
                            {"kind"_L1, alarm.kind},
                            {"window"_L1, names.value(alarm.device, alarm.device)},
                            {"saying"_L1, alarm.words},
                            {"alarm"_L1, QString::number(alarm.id)},
                            {"open"_L1, alarm.seenAt.isNull()},
                            {"seenAt"_L1, shownMoment(alarm.seenAt, now)}};
    QJsonArray kept;
    for (const hub::AsideLine &line : *aside)
        kept << QJsonObject{{"reason"_L1, line.reason == hub::AsideLine::Reason::Fork ? u"编号冲突"_s : u"设备已停用"_s},
                            {"window"_L1, names.value(line.writer.device, line.writer.device)},
                            {"number"_L1, u"%1-%2"_s.arg(line.writer.incarnation).arg(line.seq)},
                            {"case"_L1, line.caseUuid},
                            {"at"_L1, shownMoment(line.received, now)}};
    return m.gate.show(visitor, {.title = u"警报与扣留"_s, .name = u"adminalarms"_s, .words = {{"rows"_L1, rows}, {"kept"_L1, kept}, {"all"_L1, isAll}}});
}

Response HallsFace::seen(const Asked &asked, const Visitor &visitor) const
{
    const Administration office(m.engine);
    const auto alarms = office.alarms(true, mostListed);
    if (!alarms)
        return problemPage(m.pages, alarms.error());
    const auto alarm = std::ranges::find(*alarms, asked.path[0].toLongLong(), &hub::Alarm::id);
    if (alarm == alarms->end())
        return problemPage(m.pages, 404);
    const base::Result<> noted = office.seen(*alarm, visitor.person.name);
    return noted ? m.gate.to(u"/admin/alarms"_s) : problemPage(m.pages, noted.error());
}

Response HallsFace::receipts(const Asked &asked, const Visitor &visitor) const
{
    const QDate today = m.engine.clock.now().date();
    const QDate day = asked.query.has(u"day"_s) ? QDate::fromString(asked.query.value(u"day"_s), Qt::ISODate) : today;
    if (!day.isValid())
        return problemPage(m.pages, 400);
    const auto days = hub::Counters(m.engine).receiptsOf(day);
    if (!days)
        return problemPage(m.pages, days.error());
    QJsonArray rows;
    for (const hub::Counters::DayOfReceipts &of : *days) {
        const wire::ReceiptDifferences &found = of.differences;
        const bool isRight = of.sent && found.unknownToHub.isEmpty() && found.notListed.isEmpty();
        rows << QJsonObject{{"hall"_L1, of.device.hall},
                            {"window"_L1, windowOf(of.device)},
                            {"listed"_L1, of.sent ? QString::number(of.sent->list.receipts.size()) : u"没有收到清单"_s},
                            {"unknown"_L1, found.unknownToHub.join(u"、"_s)},
                            {"notListed"_L1, found.notListed.join(u"、"_s)},
                            {"wrong"_L1, !isRight}};
    }
    return m.gate.show(visitor, {.title = u"收件回执对账"_s, .name = u"adminreceipts"_s, .words = {{"rows"_L1, rows}, {"day"_L1, day.toString(Qt::ISODate)}}});
}

}
