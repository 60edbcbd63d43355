#include "app/hub/web/gate.h"

#include "app/hub/web/adminwords.h"

#include <QJsonArray>

namespace web {

using namespace Qt::StringLiterals;
using hub::Response;
using offices::Doing;

namespace {

constexpr qsizetype longestNoted = 200; ///< of an address, in the book

}

std::function<Response(const Asked &)> Gate::only(std::optional<Doing> doing, Answer answer) const
{
    return [this, doing, answer = std::move(answer)](const Asked &asked) { return admitted(asked, doing, answer); };
}

Response Gate::admitted(const Asked &asked, std::optional<Doing> doing, const Answer &answer) const
{
    const bool isForm = asked.request.method == "POST";
    const QByteArray token = asked.cookies.value(cookieName());
    const auto person = m.accounts.personOf(token);
    if (!person)
        return problemPage(m.pages, person.error());
    if (!*person)
        return isForm ? problemPage(m.pages, 403) : to(u"/desk/sign-in"_s);
    const Visitor visitor{**person, token};
    if (isForm && !offices::Accounts::isFormToken(token, asked.form.value(u"token"_s).toLatin1()))
        return problemPage(m.pages, 403);
    if (doing && visitor.person.mustChangePassword)
        return to(u"/desk/password"_s);
    if (doing && !offices::mayDo(visitor.person.roles, *doing)) {
        const bool isHome = asked.request.target == "/desk";
        if (isHome)
            return home(visitor);
        const QByteArray what = asked.request.method + ' ' + asked.request.target.split('?').constFirst().left(longestNoted);
        const base::Result<> noted = m.accounts.note(visitor.person.name, u"refused"_s, QString::fromLatin1(what));
        if (!noted)
            return problemPage(m.pages, noted.error());
        return refused(visitor, 403, {u"您的角色不能进行这项操作。如有需要，请联系安全管理员。"_s}, u"/desk"_s);
    }
    return answer(asked, visitor);
}

/// Where somebody goes who has no queue.
Response Gate::home(const Visitor &visitor) const
{
    static const std::array homes{std::pair(Doing::RunHub, u"/admin"_s), std::pair(Doing::ManageAccounts, u"/admin/people"_s),
                                  std::pair(Doing::ReadAudit, u"/admin/book"_s), std::pair(Doing::PublishGuides, u"/admin/guides"_s)};
    for (const auto &[doing, path] : homes) {
        if (offices::mayDo(visitor.person.roles, doing))
            return to(path);
    }
    return refused(visitor, 200, {u"您已登录。您的账号用于大厅窗口，在这里只能修改密码。"_s}, u"/desk/password"_s);
}

Response Gate::to(const QString &path) const
{
    return {303, {}, {}, {{"Location", (m.pages.frame().root + path).toUtf8()}}};
}

Response Gate::show(const Visitor &visitor, Page page) const
{
    const auto unit = m.routing.unit(visitor.person.unit);
    QStringList roles;
    for (const offices::Role role : visitor.person.roles)
        roles << offices::chineseOf(role);
    page.words.insert("who"_L1, visitor.person.called);
    page.words.insert("whoUnit"_L1, unit && *unit ? (*unit)->name : visitor.person.hall);
    page.words.insert("whoRoles"_L1, roles.join(u'、'));
    page.words.insert("token"_L1, QString::fromLatin1(offices::Accounts::formToken(visitor.token)));
    static const std::array flags{std::pair("seesQueue"_L1, Doing::SeeQueue),           std::pair("seesUnplaced"_L1, Doing::SeeUnplaced),
                                  std::pair("readsBook"_L1, Doing::ReadAudit),          std::pair("runsHub"_L1, Doing::RunHub),
                                  std::pair("managesPeople"_L1, Doing::ManageAccounts), std::pair("publishes"_L1, Doing::PublishGuides)};
    for (const auto &[flag, doing] : flags)
        page.words.insert(flag, offices::mayDo(visitor.person.roles, doing));
    return m.pages.show(page);
}

Response Gate::refused(const Visitor &visitor, int status, const QStringList &why, const QString &back) const
{
    QJsonArray rows;
    for (const QString &sentence : why)
        rows << QJsonObject{{"why"_L1, sentence}};
    return show(visitor, {.title = u"工作台"_s, .name = u"deskrefused"_s, .words = {{"reasons"_L1, rows}, {"back"_L1, back}}, .status = status});
}

Response Gate::failed(const Visitor &visitor, const base::Error &error, const QString &back) const
{
    using Kind = base::Error::Kind;
    const bool isAboutWhatWasSent = error.kind == Kind::Document || error.kind == Kind::Missing || error.kind == Kind::Settings;
    return isAboutWhatWasSent ? refused(visitor, 409, {inChinese(error)}, back) : problemPage(m.pages, error);
}

Response Gate::askFirst(const Visitor &visitor, const QString &question, const QString &follows, const QString &action, const QString &back) const
{
    return show(visitor, {.title = question,
                          .name = u"adminask"_s,
                          .words = {{"question"_L1, question}, {"follows"_L1, follows}, {"action"_L1, action}, {"back"_L1, back}}});
}

Response Gate::showOnce(const Visitor &visitor, const QString &title, const QString &words, const QString &secret, const QString &back) const
{
    return show(visitor, {.title = title,
                          .name = u"adminonce"_s,
                          .words = {{"heading"_L1, title}, {"saying"_L1, words}, {"secret"_L1, secret}, {"back"_L1, back}}});
}

}
