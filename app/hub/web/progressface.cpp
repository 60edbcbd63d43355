#include "app/hub/web/progressface.h"

#include "app/hub/web/progresswords.h"
#include "core/base/text.h"
#include "core/domain/casenumber.h"

namespace web {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using hub::Response;

namespace {

/// Found or not, right or wrong: an answer about a case goes out this long after the question, so that nobody learns from the time which it
/// was. Opening a case takes a twentieth of it.
constexpr auto alike = 400ms;

constexpr int anHour = 3600;
constexpr int aDay = 24 * anHour;

Response timed(Response response)
{
    response.notBefore = alike;
    return response;
}

bool hasSecret(const QString &code)
{
    return code.contains(u'.');
}

}

ProgressFace::ProgressFace(const Needs &needs)
    : m(needs), m_ofNetwork(needs.clock, 20, 600), m_ofNumber(needs.clock, 5, anHour), m_ofNumberADay(needs.clock, 10, aDay),
      m_ofCodes(needs.clock, 120, 600)
{
}

QList<Route> ProgressFace::routes()
{
    return {{"GET", "/progress", [this](const Asked &asked) { return form(asked); }},
            {"POST", "/progress", [this](const Asked &asked) { return byIdentity(asked); }, Body::Form, 4096},
            {"GET", "/c/{code}/licence/{item}", [this](const Asked &asked) { return licence(asked); }},
            {"GET", "/c/{code}", [this](const Asked &asked) { return byCode(asked); }},
            {"GET", "/C/{code}", [this](const Asked &asked) { return byCode(asked); }},
            {"POST", "/rating", [this](const Asked &asked) { return rate(asked); }, Body::Form, 16 * 1024}};
}

Response ProgressFace::formPage(const QString &number, const QString &fault, int status) const
{
    return m.pages.show({.title = u"查询办理进度"_s,
                         .name = u"progressform"_s,
                         .words = {{"number"_L1, number},
                                   {"badNumber"_L1, fault == "badNumber"_L1},
                                   {"notFound"_L1, fault == "notFound"_L1},
                                   {"phone"_L1, m.hall.phone}},
                         .status = status});
}

Response ProgressFace::progressPage(const offices::Progress &progress, const QString &code, bool mayRate) const
{
    LicenceLinks links;
    if (!code.isEmpty()) {
        const auto issued = m.licences.issuedOf(progress.number);
        if (!issued)
            return problemPage(m.pages, issued.error());
        for (const hub::IssuedLicence &licence : *issued)
            links.insert(licence.item, {u"/c/%1/licence/%2"_s.arg(code, licence.item), licence.kind.toUpper(), licence.code});
    }
    QJsonObject words = progressWords(progress, links, m.hall, m.clock.now().date());
    words.insert("code"_L1, code);
    words.insert("mayRate"_L1, mayRate);
    return m.pages.show({.title = u"办理进度"_s, .name = u"progress"_s, .words = words});
}

Response ProgressFace::form(const Asked &) const
{
    return formPage({}, {}, 200);
}

int ProgressFace::waitOf(const QByteArray &peer, const QString &number)
{
    const QByteArray name = number.toLatin1();
    for (const int seconds : {m_ofNetwork.wait(offices::networkOf(peer)), m_ofNumber.wait(name), m_ofNumberADay.wait(name)}) {
        if (seconds > 0)
            return seconds;
    }
    return 0;
}

Response ProgressFace::byIdentity(const Asked &asked)
{
    constexpr int longestNumber = 60;
    const QString typed = base::cleanLine(asked.form.value(u"number"_s), longestNumber);
    const std::optional<domain::CaseNumber> number = domain::readCaseNumber(typed);
    if (!number) // anybody can work out whether a number can be one
        return formPage(typed, u"badNumber"_s, 400);
    if (const int seconds = waitOf(asked.request.peer, number->text()))
        return problemPage(m.pages, 429, seconds);
    const auto found = m.desk.byIdentity(number->text(), base::cleanLine(asked.form.value(u"last4"_s), 8));
    if (!found)
        return timed(problemPage(m.pages, found.error()));
    return timed(*found ? progressPage(**found, {}, false) : formPage(domain::groupedNumber(number->text()), u"notFound"_s, 404));
}

Response ProgressFace::byCode(const Asked &asked)
{
    const QString code = asked.path[0];
    if (!hasSecret(code)) {
        const std::optional<domain::CaseNumber> number = domain::readCaseNumber(code);
        return number ? formPage(domain::groupedNumber(number->text()), {}, 200) : problemPage(m.pages, 404);
    }
    if (const int seconds = m_ofCodes.wait(offices::networkOf(asked.request.peer)))
        return problemPage(m.pages, 429, seconds);
    const auto shown = m.desk.byCode(code);
    if (!shown)
        return timed(problemPage(m.pages, shown.error()));
    if (!*shown)
        return timed(formPage({}, u"notFound"_s, 404));
    const base::Result<bool> mayRate = m.ratings.mayRate(**shown);
    return timed(mayRate ? progressPage((*shown)->progress, code, *mayRate) : problemPage(m.pages, mayRate.error()));
}

/// Only with the secret of a receipt: an e-licence has more of a person than the page, and the end of a number is known to more people than
/// the paper is.
Response ProgressFace::licence(const Asked &asked)
{
    const QString code = asked.path[0];
    if (!hasSecret(code))
        return problemPage(m.pages, 404);
    if (const int seconds = m_ofCodes.wait(offices::networkOf(asked.request.peer)))
        return problemPage(m.pages, 429, seconds);
    const auto shown = m.desk.byCode(code);
    if (!shown || !*shown)
        return timed(shown ? problemPage(m.pages, 404) : problemPage(m.pages, shown.error()));
    const auto document = m.licences.fetch((*shown)->progress.number, asked.path[1]);
    if (!document || !*document)
        return timed(document ? problemPage(m.pages, 404) : problemPage(m.pages, document.error()));
    const QByteArray kind = (*document)->kind == "pdf"_L1 ? "pdf" : "ofd";
    return timed({200, "application/" + kind, (*document)->bytes, {{"Content-Disposition", "attachment; filename=\"licence." + kind + '"'}}});
}

Response ProgressFace::rate(const Asked &asked)
{
    if (const int seconds = m_ofCodes.wait(offices::networkOf(asked.request.peer)))
        return problemPage(m.pages, 429, seconds);
    const std::optional<domain::Satisfaction> level = domain::satisfactionOf(asked.form.value(u"level"_s).toInt());
    const QString code = asked.form.value(u"code"_s);
    if (!level || !hasSecret(code))
        return problemPage(m.pages, 400);
    const auto shown = m.desk.byCode(code);
    if (!shown || !*shown)
        return timed(shown ? formPage({}, u"notFound"_s, 404) : problemPage(m.pages, shown.error()));
    const auto rated = m.ratings.rate(**shown, *level, asked.form.value(u"words"_s));
    if (!rated)
        return timed(problemPage(m.pages, rated.error()));
    using Outcome = offices::RatingDesk::Outcome;
    return timed(m.pages.show({.title = u"评价服务"_s,
                               .name = u"rated"_s,
                               .words = {{"taken"_L1, *rated == Outcome::Taken},
                                         {"already"_L1, *rated == Outcome::AlreadyRated},
                                         {"noVisit"_L1, *rated == Outcome::NoVisit},
                                         {"level"_L1, domain::satisfactionWord(*level)},
                                         {"rectify"_L1, domain::wantsRectification(*level)},
                                         {"code"_L1, code}}}));
}

}
