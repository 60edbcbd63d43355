#include "app/hub/web/libraryface.h"

#include "app/hub/web/deskwords.h"
#include "core/guides/routingreader.h"

namespace web {

using namespace Qt::StringLiterals;
using hub::Response;
using offices::Doing;

namespace {

const QString guidesPath = u"/admin/guides"_s;
const QString unitsPath = u"/admin/units"_s;
constexpr qsizetype mostOfFile = 8 * 1024 * 1024; ///< as a form sends it: a Chinese character is nine bytes
const QString asSent = u"所贴内容"_s; ///< how errors name what has no file

QString kindInChinese(const QString &kind)
{
    static const QHash<QString, QString> words{{u"pack"_s, u"办事指南包"_s},       {u"overlay"_s, u"指南补充包"_s}, {u"routing"_s, u"分办文件"_s},
                                               {u"calendar"_s, u"工作日历"_s},     {u"dishonesty"_s, u"失信名单"_s}, {u"windows"_s, u"窗口名单"_s}};
    return words.value(kind, kind);
}

QString pathOf(const wire::LibraryFile &file)
{
    return u"/admin/withdraw/%1/%2/%3"_s.arg(file.kind, file.name, file.version);
}

}

QList<Route> LibraryFace::routes() const
{
    const auto only = [this](Doing doing, auto answer) { return m.gate.only(doing, this, answer); };
    return {
        {"GET", "/admin/guides", only(Doing::PublishGuides, &LibraryFace::shelf)},
        {"POST", "/admin/guides", only(Doing::PublishGuides, &LibraryFace::publish), Body::Form, mostOfFile},
        {"GET", "/admin/withdraw/{kind}/{name}/{version}", only(Doing::WithdrawGuides, &LibraryFace::askWithdraw)},
        {"POST", "/admin/withdraw/{kind}/{name}/{version}", only(Doing::WithdrawGuides, &LibraryFace::withdraw), Body::Form},
        {"GET", "/admin/units", only(Doing::RunHub, &LibraryFace::units)},
        {"POST", "/admin/units", only(Doing::RunHub, &LibraryFace::load), Body::Form, mostOfFile},
    };
}

Response LibraryFace::shelf(const Asked &, const Visitor &visitor) const
{
    const auto entries = m_librarian.list();
    if (!entries)
        return problemPage(m.pages, entries.error());
    QJsonArray rows;
    for (const offices::Librarian::Entry &entry : *entries)
        rows << QJsonObject{{"kind"_L1, kindInChinese(entry.file.kind)},
                            {"name"_L1, entry.file.name},
                            {"version"_L1, entry.file.version},
                            {"bytes"_L1, QString::number((entry.file.bytes + 1023) / 1024)},
                            {"isSigned"_L1, !entry.file.signature.isEmpty()},
                            {"by"_L1, entry.by.isEmpty() ? u"-"_s : entry.by},
                            {"at"_L1, shownMoment(entry.at, m.engine.clock.now())},
                            {"path"_L1, pathOf(entry.file)}};
    return m.gate.show(visitor, {.title = u"指南"_s,
                                 .name = u"adminguides"_s,
                                 .words = {{"rows"_L1, rows}, {"mayWithdraw"_L1, offices::mayDo(visitor.person.roles, Doing::WithdrawGuides)}}});
}

Response LibraryFace::publish(const Asked &asked, const Visitor &visitor) const
{
    const auto published = m_librarian.publish({.bytes = asked.form.value(u"pack"_s).toUtf8(), .signature = asked.form.value(u"signature"_s).toUtf8(), .source = asSent},
                                               visitor.person.name);
    return published ? m.gate.to(guidesPath) : m.gate.failed(visitor, published.error(), guidesPath);
}

Response LibraryFace::askWithdraw(const Asked &asked, const Visitor &visitor) const
{
    const auto entries = m_librarian.list();
    if (!entries)
        return problemPage(m.pages, entries.error());
    const auto found = std::ranges::find_if(*entries, [&](const offices::Librarian::Entry &entry) {
        return QStringList{entry.file.kind, entry.file.name, entry.file.version} == asked.path;
    });
    if (found == entries->end())
        return problemPage(m.pages, 404);
    return m.gate.askFirst(visitor, u"撤下 %1 %2（%3）？"_s.arg(found->file.name, found->file.version, kindInChinese(found->file.kind)),
                           u"撤下后各窗口不再使用这个版本，群众扫码也看不到它。用这个版本受理的办件，在各窗口已有的仍可办理。"_s, pathOf(found->file), guidesPath);
}

Response LibraryFace::withdraw(const Asked &asked, const Visitor &visitor) const
{
    const base::Result<> gone = m_librarian.withdraw({asked.path[0], asked.path[1], asked.path[2]}, visitor.person.name);
    return gone ? m.gate.to(guidesPath) : m.gate.failed(visitor, gone.error(), guidesPath);
}

Response LibraryFace::units(const Asked &, const Visitor &visitor) const
{
    const auto tables = m.routing.tables();
    if (!tables)
        return problemPage(m.pages, tables.error());
    QJsonArray cities;
    for (const domain::RoutingTable &table : *tables) {
        QJsonArray rows;
        for (const domain::Unit &unit : table.units)
            rows << QJsonObject{{"id"_L1, unit.id},
                                {"name"_L1, unit.name},
                                {"departments"_L1, unit.departments.join(u"、"_s)},
                                {"region"_L1, table.regions.value(unit.region, unit.region)},
                                {"parent"_L1, unit.parent}};
        cities << QJsonObject{{"title"_L1, table.title},
                              {"version"_L1, table.version},
                              {"from"_L1, table.from.toString(Qt::ISODate)},
                              {"rules"_L1, QString::number(table.rules.size())},
                              {"count"_L1, QString::number(table.units.size())},
                              {"sample"_L1, table.sample},
                              {"rows"_L1, rows}};
    }
    return m.gate.show(visitor, {.title = u"部门与分办"_s, .name = u"adminunits"_s, .words = {{"cities"_L1, cities}}});
}

Response LibraryFace::load(const Asked &asked, const Visitor &visitor) const
{
    const QByteArray bytes = asked.form.value(u"routing"_s).toUtf8();
    const QList<base::Error> faults = guides::routingFaultsIn(bytes, asSent);
    if (!faults.isEmpty()) {
        constexpr int mostTold = 50;
        QStringList why{u"分办文件有 %1 处不对，没有载入："_s.arg(faults.size())};
        for (const base::Error &fault : faults.mid(0, mostTold))
            why << fault.place + u"："_s + fault.detail;
        return m.gate.refused(visitor, 409, why, unitsPath);
    }
    if (!asked.form.has(u"load"_s))
        return m.gate.refused(visitor, 200, {u"检查通过，没有发现问题。还没有载入。"_s}, unitsPath);
    const auto loaded = m_librarian.loadRouting(bytes, asSent, visitor.person.name);
    return loaded ? m.gate.to(unitsPath) : m.gate.failed(visitor, loaded.error(), unitsPath);
}

}
