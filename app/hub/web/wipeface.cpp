#include "app/hub/web/wipeface.h"

#include "app/hub/web/deskwords.h"
#include "core/hub/administration.h"

namespace web {

using namespace Qt::StringLiterals;
using hub::Response;
using offices::Doing;

namespace {

const QString wipesPath = u"/admin/wipes"_s;

QString windowInHall(const hub::Device &device)
{
    return u"%1 %2 %3"_s.arg(device.hall, device.windowCode, device.card.window);
}

}

QString wipeState(const hub::WipeLine &wipe, const QDateTime &now)
{
    if (wipe.wipedAt.isValid())
        return u"已清除 "_s + shownMoment(wipe.wipedAt, now);
    if (wipe.heardAt.isValid())
        return u"清除命令已送达 %1，尚未回报完成"_s.arg(shownMoment(wipe.heardAt, now));
    return u"清除命令已下达 %1，等待设备联系"_s.arg(shownMoment(wipe.orderedAt, now));
}

QList<Route> WipeFace::routes() const
{
    const auto only = [this](auto answer) { return m.gate.only(Doing::OrderWipe, this, answer); };
    return {
        {"GET", "/admin/wipes", only(&WipeFace::list)},
        {"GET", "/admin/wipes/{device}", only(&WipeFace::ask)},
        {"POST", "/admin/wipes/{device}", only(&WipeFace::order), Body::Form},
        {"POST", "/admin/wipes/{device}/lift", only(&WipeFace::lift), Body::Form},
    };
}

base::Result<std::optional<hub::Device>> WipeFace::device(const QString &uuid) const
{
    return hub::within(m.engine.store, hub::Store::For::Reading, [&](hub::Transaction &rows) { return rows.devices().device(uuid); });
}

Response WipeFace::list(const Asked &, const Visitor &visitor) const
{
    const auto devices = hub::Administration(m.engine).devices();
    const auto orders = m_wiping.orders();
    if (!devices || !orders)
        return problemPage(m.pages, !devices ? devices.error() : orders.error());
    const QDateTime now = m.engine.clock.now();
    QJsonArray rows;
    for (const hub::Device &device : *devices) {
        const auto order = std::ranges::find_if(*orders, [&](const hub::WipeLine &line) { return line.device == device.uuid && !line.liftedAt.isValid(); });
        const bool isOrdered = order != orders->end();
        rows << QJsonObject{{"window"_L1, windowInHall(device)},
                            {"hallName"_L1, device.card.hall},
                            {"device"_L1, device.uuid},
                            {"state"_L1, isOrdered ? wipeState(*order, now) : device.revokedAt.isValid() ? u"已停用"_s : u"在用"_s},
                            {"reason"_L1, isOrdered ? order->reason : QString()},
                            {"by"_L1, isOrdered ? order->by : QString()},
                            {"mayOrder"_L1, !isOrdered},
                            {"mayLift"_L1, isOrdered && !order->heardAt.isValid()}};
    }
    return m.gate.show(visitor, {.title = u"丢失与清除"_s, .name = u"adminwipes"_s, .words = {{"rows"_L1, rows}}});
}

Response WipeFace::ask(const Asked &asked, const Visitor &visitor) const
{
    const auto found = device(asked.path[0]);
    if (!found)
        return problemPage(m.pages, found.error());
    if (!*found)
        return problemPage(m.pages, 404);
    return m.gate.show(visitor, {.title = u"清除窗口"_s,
                                 .name = u"adminwipe"_s,
                                 .words = {{"window"_L1, windowInHall(**found)}, {"code"_L1, (*found)->windowCode}, {"device"_L1, (*found)->uuid}}});
}

/// Whoever orders has typed the number of the window: one slip in a list must not cost a hall its window.
Response WipeFace::order(const Asked &asked, const Visitor &visitor) const
{
    const auto found = device(asked.path[0]);
    if (!found)
        return problemPage(m.pages, found.error());
    const QString back = *found ? wipesPath + u'/' + (*found)->uuid : wipesPath;
    if (*found && asked.form.value(u"code"_s).trimmed() != (*found)->windowCode)
        return m.gate.failed(visitor, {base::Error::Kind::Document, u"what is to be wiped was not confirmed"_s, {}}, back);
    const auto ordered = m_wiping.order(asked.path[0], asked.form.value(u"reason"_s).simplified(), visitor.person.name);
    return ordered ? m.gate.to(wipesPath) : m.gate.failed(visitor, ordered.error(), back);
}

Response WipeFace::lift(const Asked &asked, const Visitor &visitor) const
{
    const base::Result<> lifted = m_wiping.lift(asked.path[0], visitor.person.name);
    return lifted ? m.gate.to(wipesPath) : m.gate.failed(visitor, lifted.error(), wipesPath);
}

}
