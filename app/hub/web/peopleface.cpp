#include "app/hub/web/peopleface.h"

#include "app/hub/web/adminwords.h"
#include "app/hub/web/deskwords.h"

namespace web {

using namespace Qt::StringLiterals;
using hub::Response;
using offices::Doing;
using offices::Person;

namespace {

const QString peoplePath = u"/admin/people"_s;
const QString tokensPath = u"/admin/tokens"_s;

QString stateOf(const Person &person, const QDateTime &now)
{
    if (person.isClosed)
        return u"已停用"_s;
    if (person.lockedUntil.isValid())
        return u"锁定至 %1"_s.arg(shownMoment(person.lockedUntil, now));
    return person.mustChangePassword ? u"一次性密码未改"_s : u"在用"_s;
}

}

QList<Route> PeopleFace::routes() const
{
    const auto only = [this](auto answer) { return m.gate.only(Doing::ManageAccounts, this, answer); };
    return {
        {"GET", "/admin/people", only(&PeopleFace::people)},
        {"POST", "/admin/people", only(&PeopleFace::add), Body::Form},
        {"GET", "/admin/people/{name}/{act}", only(&PeopleFace::askFirst)},
        {"POST", "/admin/people/{name}/{act}", only(&PeopleFace::act), Body::Form},
        {"GET", "/admin/tokens", only(&PeopleFace::tokens)},
        {"POST", "/admin/tokens", only(&PeopleFace::addToken), Body::Form},
        {"POST", "/admin/tokens/{token}/withdraw", only(&PeopleFace::withdrawToken), Body::Form},
    };
}

base::Result<QJsonArray> PeopleFace::unitChoices() const
{
    return m.routing.tables().map([](const QList<domain::RoutingTable> &tables) {
        QMap<QString, QString> names;
        for (const domain::RoutingTable &table : tables) {
            for (const domain::Unit &unit : table.units)
                names.insert(unit.id, unit.name);
        }
        QJsonArray choices;
        for (auto unit = names.cbegin(); unit != names.cend(); ++unit)
            choices << QJsonObject{{"id"_L1, unit.key()}, {"name"_L1, unit.value()}};
        return choices;
    });
}

Response PeopleFace::people(const Asked &, const Visitor &visitor) const
{
    const auto people = m.accounts.all();
    const auto units = unitChoices();
    if (!people || !units)
        return problemPage(m.pages, !people ? people.error() : units.error());
    const QDateTime now = m.engine.clock.now();
    QJsonArray rows;
    for (const Person &person : *people) {
        const auto unit = m.routing.unit(person.unit);
        const QString place = unit && *unit ? (*unit)->name : person.unit.isEmpty() ? person.hall : person.unit;
        rows << QJsonObject{{"name"_L1, person.name},
                            {"called"_L1, person.called},
                            {"roles"_L1, rolesInChinese(person.roles)},
                            {"place"_L1, place},
                            {"state"_L1, stateOf(person, now)},
                            {"open"_L1, !person.isClosed},
                            {"locked"_L1, !person.isClosed && person.lockedUntil.isValid()},
                            {"other"_L1, !person.isClosed && person.name != visitor.person.name}};
    }
    return m.gate.show(visitor, {.title = u"人员与角色"_s, .name = u"adminpeople"_s, .words = {{"rows"_L1, rows}, {"units"_L1, *units}, {"choices"_L1, roleChoices()}}});
}

Response PeopleFace::add(const Asked &asked, const Visitor &visitor) const
{
    offices::Accounts::Wish wish{.name = asked.form.value(u"name"_s).trimmed(),
                                 .called = asked.form.value(u"called"_s),
                                 .unit = asked.form.value(u"unit"_s).trimmed(),
                                 .roles = {},
                                 .hall = asked.form.value(u"hall"_s).trimmed()};
    for (const offices::Role role : offices::allRoles()) {
        if (asked.form.has(u"role."_s + offices::wordOf(role)))
            wish.roles << role;
    }
    if (!wish.unit.isEmpty()) {
        const auto unit = m.routing.unit(wish.unit);
        if (!unit)
            return problemPage(m.pages, unit.error());
        if (!*unit)
            return m.gate.refused(visitor, 409, {u"没有编号为“%1”的单位。请先载入分办文件，或按其中的编号填写。"_s.arg(wish.unit)}, peoplePath);
    }
    const auto password = m.accounts.add(wish, visitor.person.name);
    if (!password)
        return m.gate.failed(visitor, password.error(), peoplePath);
    return m.gate.showOnce(visitor, u"已建立账号 %1"_s.arg(wish.name), u"一次性密码，只显示这一次。请当面或用安全的方式交给本人，第一次登录时必须修改。"_s, *password, peoplePath);
}

Response PeopleFace::askFirst(const Asked &asked, const Visitor &visitor) const
{
    const QString &name = asked.path[0];
    const QString path = peoplePath + u'/' + name + u'/' + asked.path[1];
    const auto people = m.accounts.all();
    if (!people)
        return problemPage(m.pages, people.error());
    const bool isThere = std::ranges::any_of(*people, [&](const Person &person) { return person.name == name && !person.isClosed; });
    if (isThere && asked.path[1] == "close"_L1)
        return m.gate.askFirst(visitor, u"停用账号 %1？"_s.arg(name), u"停用后立即退出所有登录，以后不能再登录，也不能恢复；这个用户名不再使用。"_s, path, peoplePath);
    if (isThere && asked.path[1] == "reset"_L1)
        return m.gate.askFirst(visitor, u"为 %1 生成一次性密码？"_s.arg(name), u"原密码作废，所有登录立即退出，锁定解除。"_s, path, peoplePath);
    return problemPage(m.pages, 404);
}

Response PeopleFace::act(const Asked &asked, const Visitor &visitor) const
{
    const QString &name = asked.path[0];
    const QString &act = asked.path[1];
    const QString &by = visitor.person.name;
    if (act == "reset"_L1) {
        const auto password = m.accounts.resetPassword(name, by);
        return password ? m.gate.showOnce(visitor, u"%1 的一次性密码"_s.arg(name), u"只显示这一次。请当面或用安全的方式交给本人，第一次登录时必须修改。"_s, *password, peoplePath)
                        : m.gate.failed(visitor, password.error(), peoplePath);
    }
    if (act == "close"_L1 && name == by)
        return m.gate.refused(visitor, 409, {u"不能停用自己的账号。请由另一位安全管理员办理。"_s}, peoplePath);
    if (act != "close"_L1 && act != "unlock"_L1)
        return problemPage(m.pages, 404);
    const base::Result<> done = act == "close"_L1 ? m.accounts.close(name, by) : m.accounts.unlock(name, by);
    return done ? m.gate.to(peoplePath) : m.gate.failed(visitor, done.error(), peoplePath);
}

Response PeopleFace::tokens(const Asked &, const Visitor &visitor) const
{
    const auto tokens = m_tokens.all();
    const auto units = unitChoices();
    if (!tokens || !units)
        return problemPage(m.pages, !tokens ? tokens.error() : units.error());
    const QDateTime now = m.engine.clock.now();
    QJsonArray rows;
    for (const hub::ApiToken &token : *tokens)
        rows << QJsonObject{{"id"_L1, QString::number(token.id)},
                            {"name"_L1, token.name},
                            {"unit"_L1, token.unit},
                            {"scopes"_L1, token.scopes},
                            {"made"_L1, shownMoment(token.madeAt, now)},
                            {"used"_L1, token.usedAt.isValid() ? shownMoment(token.usedAt, now) : u"还没有"_s},
                            {"open"_L1, !token.withdrawnAt.isValid()}};
    return m.gate.show(visitor, {.title = u"接口令牌"_s, .name = u"admintokens"_s, .words = {{"rows"_L1, rows}, {"units"_L1, *units}}});
}

Response PeopleFace::addToken(const Asked &asked, const Visitor &visitor) const
{
    QStringList scopes;
    for (const QString &scope : {u"read"_s, u"scans"_s, u"numbers"_s, u"act"_s, u"deliver"_s, u"rate"_s}) {
        if (asked.form.has(u"scope."_s + scope))
            scopes << scope;
    }
    const offices::ApiTokens::Wish wish{asked.form.value(u"name"_s).trimmed(), asked.form.value(u"unit"_s).trimmed(), scopes.join(u' ')};
    const auto token = m_tokens.add(wish, visitor.person.name);
    if (!token)
        return m.gate.failed(visitor, token.error(), tokensPath);
    return m.gate.showOnce(visitor, u"令牌 %1"_s.arg(wish.name), u"只显示这一次，中心端只存散列值。请用安全的方式交给对方系统。"_s, *token, tokensPath);
}

Response PeopleFace::withdrawToken(const Asked &asked, const Visitor &visitor) const
{
    const base::Result<> withdrawn = m_tokens.withdraw(asked.path[0].toLongLong(), visitor.person.name);
    return withdrawn ? m.gate.to(tokensPath) : m.gate.failed(visitor, withdrawn.error(), tokensPath);
}

}
