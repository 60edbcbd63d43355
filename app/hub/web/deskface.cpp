#include "app/hub/web/deskface.h"

#include "app/hub/web/deskwords.h"
#include "core/domain/casenumber.h"
#include "core/domain/decidelife.h"
#include "core/domain/scans.h"
#include "core/hub/pictures.h"
#include "core/papers/casepapers.h"
#include "core/papers/sheet.h"

#include <QJsonArray>

namespace web {

using namespace Qt::StringLiterals;
using hub::Response;
using offices::Doing;
using offices::Person;

namespace {

const QByteArray cookieRules = "; Path=/; Secure; HttpOnly; SameSite=Strict";

QString itemPath(const QString &caseUuid, const QString &item)
{
    return u"/desk/item/%1/%2"_s.arg(caseUuid, item);
}

}

QList<Route> DeskFace::routes() const
{
    const QByteArray one = "/desk/item/{case}/{item}";
    return {
        {"GET", "/desk/sign-in", [this](const Asked &asked) { return askWho(asked); }},
        {"POST", "/desk/sign-in", [this](const Asked &asked) { return signIn(asked); }, Body::Form},
        {"POST", "/desk/sign-out", m.gate.only({}, this, &DeskFace::signOut), Body::Form},
        {"GET", "/desk/password", m.gate.only({}, this, &DeskFace::password)},
        {"POST", "/desk/password", m.gate.only({}, this, &DeskFace::changePassword), Body::Form},
        {"GET", "/desk", m.gate.only(Doing::SeeQueue, this, &DeskFace::queue)},
        {"GET", one, m.gate.only(Doing::SeeCase, this, &DeskFace::item)},
        {"GET", one + "/notice.pdf", m.gate.only(Doing::Print, this, &DeskFace::notice)},
        {"POST", one + "/{act}", m.gate.only(Doing::Act, this, &DeskFace::act), Body::Form},
        {"GET", one + "/scan/{scan}", m.gate.only(Doing::SeeCase, this, &DeskFace::scan)},
        {"POST", "/desk/give/{case}/{item}", m.gate.only(Doing::Reroute, this, &DeskFace::give), Body::Form},
        {"GET", "/desk/unplaced", m.gate.only(Doing::SeeUnplaced, this, &DeskFace::unplaced)},
    };
}

Response DeskFace::signInPage(bool isWrong) const
{
    return m.pages.show({.title = u"工作台登录"_s, .name = u"desksignin"_s, .words = {{"wrong"_L1, isWrong}}, .status = isWrong ? 403 : 200});
}

Response DeskFace::askWho(const Asked &) const
{
    return signInPage(false);
}

Response DeskFace::signIn(const Asked &asked) const
{
    if (const int seconds = m.signIns.wait(offices::networkOf(asked.request.peer)))
        return problemPage(m.pages, 429, seconds);
    const QString name = asked.form.value(u"name"_s).trimmed().toLower();
    const auto token = m.accounts.signIn(name, asked.form.value(u"password"_s));
    if (!token)
        return problemPage(m.pages, token.error());
    if (!*token)
        return signInPage(true);
    Response response = m.gate.to(u"/desk"_s);
    response.headers.insert("Set-Cookie", Gate::cookieName() + '=' + **token + cookieRules);
    return response;
}

Response DeskFace::signOut(const Asked &, const Visitor &visitor) const
{
    if (const base::Result<> out = m.accounts.signOut(visitor.token); !out)
        return problemPage(m.pages, out.error());
    Response response = m.gate.to(u"/desk/sign-in"_s);
    response.headers.insert("Set-Cookie", Gate::cookieName() + "=" + cookieRules + "; Max-Age=0");
    return response;
}

Response DeskFace::passwordPage(const Visitor &visitor, const QString &fault) const
{
    return m.gate.show(visitor, {.title = u"修改密码"_s,
                          .name = u"deskpassword"_s,
                          .words = {{"fault"_L1, fault}, {"oneTime"_L1, visitor.person.mustChangePassword}, {"name"_L1, visitor.person.name}},
                          .status = fault.isEmpty() ? 200 : 409});
}

Response DeskFace::password(const Asked &, const Visitor &visitor) const
{
    return passwordPage(visitor, {});
}

Response DeskFace::changePassword(const Asked &asked, const Visitor &visitor) const
{
    const QString fresh = asked.form.value(u"fresh"_s);
    if (fresh != asked.form.value(u"again"_s))
        return passwordPage(visitor, u"两次输入的新密码不一样"_s);
    const auto fault = m.accounts.changePassword(visitor.token, asked.form.value(u"old"_s), fresh);
    if (!fault)
        return problemPage(m.pages, fault.error());
    return fault->isEmpty() ? m.gate.to(u"/desk"_s) : passwordPage(visitor, *fault);
}

Response DeskFace::queue(const Asked &asked, const Visitor &visitor) const
{
    const bool below = asked.query.has(u"below"_s);
    const auto rows = m.desk.queue(visitor.person, below);
    if (!rows)
        return problemPage(m.pages, rows.error());
    QMap<QString, QString> names;
    for (const offices::QueueRow &row : *rows) {
        if (row.unit == visitor.person.unit || names.contains(row.unit))
            continue;
        const auto unit = m.routing.unit(row.unit);
        names.insert(row.unit, unit && *unit ? (*unit)->name : row.unit);
    }
    QJsonObject words = queueWords(*rows, names, m.engine.clock.now());
    words.insert("below"_L1, below);
    words.insert("mayBelow"_L1, !below && offices::mayDo(visitor.person.roles, Doing::SeeQueuesBelow));
    return m.gate.show(visitor, {.title = u"待办事项"_s, .name = u"deskqueue"_s, .words = words});
}

Response DeskFace::item(const Asked &asked, const Visitor &visitor) const
{
    const auto sheet = m.desk.look(visitor.person, asked.path[0], asked.path[1], asked.query.has(u"numbers"_s));
    if (!sheet)
        return problemPage(m.pages, sheet.error());
    if (!*sheet)
        return problemPage(m.pages, 404);
    const bool mayAct = offices::mayDo(visitor.person.roles, Doing::Act) && (*sheet)->unit.id == visitor.person.unit;
    QJsonObject words = itemWords(**sheet, mayAct);
    words.insert("done"_L1, asked.query.has(u"done"_s));
    words.insert("mayGive"_L1, offices::mayDo(visitor.person.roles, Doing::Reroute));
    return m.gate.show(visitor, {.title = (*sheet)->line.item.name, .name = u"deskitem"_s, .words = words});
}

Response DeskFace::act(const Asked &asked, const Visitor &visitor) const
{
    const bool isProof = asked.path[2] == "proof"_L1;
    const auto act = offices::deskActOf(asked.path[2]);
    if (!act && !isProof)
        return problemPage(m.pages, 404);
    offices::Typed typed;
    for (const QString &name : asked.form.names())
        typed.insert(name, asked.form.value(name));
    const auto against = isProof ? m.desk.confirmProof(visitor.person, asked.path[0], asked.path[1])
                                 : m.desk.perform(visitor.person, asked.path[0], asked.path[1], *act, typed);
    if (!against)
        return against.error().kind == base::Error::Kind::Missing ? problemPage(m.pages, 404) : problemPage(m.pages, against.error());
    const QString back = itemPath(asked.path[0], asked.path[1]);
    return against->isEmpty() ? m.gate.to(back + u"?done=1"_s) : m.gate.refused(visitor, 409, *against, back);
}

Response DeskFace::scan(const Asked &asked, const Visitor &visitor) const
{
    const auto sheet = m.desk.look(visitor.person, asked.path[0], asked.path[1]);
    if (!sheet)
        return problemPage(m.pages, sheet.error());
    const QString scan = asked.path[2];
    if (!*sheet || !offices::UnitDesk::showsScan(**sheet, scan))
        return problemPage(m.pages, 404);
    const auto bytes = hub::Pictures(m.engine).readWhole(asked.path[0], scan);
    if (!bytes) // it is named in the case, and its window has not sent it yet
        return problemPage(m.pages, 404);
    const bool isPng = domain::presentScan((*sheet)->opened.file, scan)->kind == "png"_L1;
    return {200, isPng ? "image/png" : "image/jpeg", *bytes};
}

Response DeskFace::notice(const Asked &asked, const Visitor &visitor) const
{
    const auto found = m.desk.look(visitor.person, asked.path[0], asked.path[1]);
    if (!found)
        return problemPage(m.pages, found.error());
    if (!*found)
        return problemPage(m.pages, 404);
    const offices::DeskSheet &sheet = **found;
    const bool isRefused = sheet.state.state == domain::CaseItem::State::Refused;
    if (!isRefused && !sheet.state.acceptedAt.isValid())
        return m.gate.refused(visitor, 409, {u"本事项还没有受理，没有通知书可以打印。"_s}, itemPath(asked.path[0], asked.path[1]));
    domain::Guide guide = sheet.guide;
    for (domain::Item &item : guide.matter.items) {
        // The paper names the unit itself, unless the hall has said how the department's papers are headed.
        if (item.id == sheet.line.item.id && m.forms.numbering().organ(item.department).name.isEmpty())
            item.department = sheet.unit.name;
    }
    const domain::Plan plan = domain::asFiledOf(sheet.opened.file, guide, sheet.now.date());
    const domain::PaperRef ref{isRefused ? domain::PaperKind::RefusalDecision : domain::PaperKind::AcceptanceNotice, 1, sheet.line.item.id};
    const papers::CaseFacts facts{.file = sheet.opened.file, .plan = plan, .guide = guide, .hall = m.hall, .rules = &m.rules};
    const auto pdf = papers::casePaper(m.forms, facts, ref).and_then([](const papers::Paper &paper) { return papers::Sheet(paper).pdf(); });
    if (!pdf)
        return problemPage(m.pages, pdf.error());
    return {200, "application/pdf", *pdf, {{"Content-Disposition", "inline; filename=\"notice.pdf\""}}};
}

Response DeskFace::give(const Asked &asked, const Visitor &visitor) const
{
    const QString unit = asked.form.value(u"unit"_s).trimmed();
    const bool isSystem = offices::mayDo(visitor.person.roles, Doing::SeeUnplaced);
    if (!isSystem) { // a supervisor gives away what the unit has
        const auto sheet = m.desk.look(visitor.person, asked.path[0], asked.path[1]);
        if (!sheet)
            return problemPage(m.pages, sheet.error());
        if (!*sheet)
            return problemPage(m.pages, 404);
    }
    const base::Result<> given = m.routing.give(asked.path[0], asked.path[1], unit, visitor.person.name);
    const QString back = isSystem ? u"/desk/unplaced"_s : u"/desk"_s;
    if (given)
        return m.gate.to(back);
    if (given.error().kind != base::Error::Kind::Missing)
        return problemPage(m.pages, given.error());
    return m.gate.refused(visitor, 409, {u"没有这个事项，或者本市没有编号为“%1”的单位。请按分办文件填写单位编号。"_s.arg(unit)}, back);
}

Response DeskFace::unplaced(const Asked &, const Visitor &visitor) const
{
    const auto items = m.desk.unplaced();
    if (!items)
        return problemPage(m.pages, items.error());
    QJsonArray rows;
    for (const hub::ItemUnit &item : *items) {
        const auto opened = m.cases.open(item.caseUuid);
        if (!opened || !*opened)
            continue;
        rows << QJsonObject{{"case"_L1, item.caseUuid},
                            {"item"_L1, item.item},
                            {"number"_L1, domain::groupedNumber((*opened)->file.number)},
                            {"why"_L1, item.words},
                            {"at"_L1, shownMoment(item.at, m.engine.clock.now())}};
    }
    return m.gate.show(visitor, {.title = u"待分办"_s, .name = u"deskunplaced"_s, .words = {{"rows"_L1, rows}}});
}

}
