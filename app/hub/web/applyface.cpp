#include "app/hub/web/applyface.h"

#include "app/hub/web/applywords.h"
#include "app/hub/web/formdata.h"
#include "app/hub/web/guidewords.h"
#include "app/hub/web/paperhtml.h"
#include "core/codes/drawncode.h"
#include "core/domain/prefillcode.h"
#include "core/papers/sheet.h"

#include <QJsonArray>

namespace web {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using hub::Response;
using offices::ApplicationSheet;
using offices::ApplicationStand;

namespace {

const QByteArray applyCookie = "__Host-apply";
const QByteArray applyCookieRules = "; Path=/; Secure; HttpOnly; SameSite=Strict";
constexpr qint64 aDayLong = 24 * 3600;
constexpr qsizetype mostUpload = 8 * 1024 * 1024; ///< the form around a file with it
constexpr auto guessing = 400ms; ///< a wrong code is answered no sooner than a right one

constexpr int mostBegins = 20, mostUploads = 150, mostSubmits = 20, mostResumes = 10, mostResumesOfAll = 600;
constexpr int tenMinutes = 600, anHourLong = 3600;

Response withCookie(Response response, const QByteArray &secret, int days)
{
    response.headers.insert("Set-Cookie",
                            applyCookie + '=' + secret + applyCookieRules + "; Max-Age=" + QByteArray::number(days * aDayLong));
    return response;
}

QByteArray secretIn(const Asked &asked)
{
    return asked.cookies.value(applyCookie);
}

QString joined(const QStringList &sentences)
{
    return sentences.join(u' ');
}

}

ApplyFace::ApplyFace(const Needs &needs)
    : m(needs), m_begins(needs.engine.clock, mostBegins, anHourLong), m_uploads(needs.engine.clock, mostUploads, tenMinutes),
      m_submits(needs.engine.clock, mostSubmits, anHourLong), m_resumes(needs.engine.clock, mostResumes, tenMinutes),
      m_allResumes(needs.engine.clock, mostResumesOfAll, anHourLong)
{
}

template <class Answer>
std::function<Response(const Asked &)> ApplyFace::of(Answer answer)
{
    return [this, answer](const Asked &asked) -> Response {
        const auto sheet = m.applications.look(secretIn(asked));
        if (!sheet)
            return problemPage(m.pages, sheet.error());
        if (!*sheet)
            return asked.request.method == "POST" || asked.path.size() > 0 ? to(u"/application"_s) : resumePage(false);
        return (this->*answer)(asked, **sheet);
    };
}

QList<Route> ApplyFace::routes()
{
    const QByteArray matter = "/apply/{pack}/{version}/{matter}";
    const auto get = [&](const QByteArray &pattern, auto answer) { return Route{"GET", pattern, of(answer)}; };
    const auto post = [&](const QByteArray &pattern, auto answer) { return Route{"POST", pattern, of(answer), Body::Form}; };
    return {{"GET", matter, [this](const Asked &asked) { return start(asked); }},
            {"POST", matter, [this](const Asked &asked) { return begin(asked); }, Body::Form},
            get("/application", &ApplyFace::stand),
            get("/application/questions", &ApplyFace::questions),
            post("/application/questions", &ApplyFace::choose),
            get("/application/form", &ApplyFace::form),
            post("/application/form", &ApplyFace::fill),
            get("/application/materials", &ApplyFace::materials),
            {"POST", "/application/picture", of(&ApplyFace::upload), Body::Raw, mostUpload},
            post("/application/drop", &ApplyFace::drop),
            get("/application/picture/{picture}", &ApplyFace::picture),
            get("/application/check", &ApplyFace::check),
            post("/application/submit", &ApplyFace::submit),
            post("/application/discard", &ApplyFace::discard),
            get("/application/window", &ApplyFace::windowPage),
            post("/application/window", &ApplyFace::askForCode),
            get("/application/notice.pdf", &ApplyFace::notice),
            get("/application/receipt.pdf", &ApplyFace::receipt),
            {"POST", "/application/resume", [this](const Asked &asked) { return resume(asked); }, Body::Form, 4096}};
}

Response ApplyFace::to(const QString &path) const
{
    return {303, {}, {}, {{"Location", (m.pages.frame().root + path).toUtf8()}}};
}

Response ApplyFace::startPage(const Asked &asked, const QString &against) const
{
    const domain::GuideRef ref{asked.path[0], asked.path[1], asked.path[2]};
    const auto found = m.guides.guide(ref);
    if (!found)
        return problemPage(m.pages, found.error());
    if (!*found || !(*found)->inForce || (*found)->guide.matter.status == domain::MatterStatus::Catalogue)
        return *found ? to(addressOf(ref)) : problemPage(m.pages, 404);
    const auto halls = m.applications.halls((*found)->guide);
    const auto other = m.applications.look(secretIn(asked));
    if (!halls || !other)
        return problemPage(m.pages, !halls ? halls.error() : other.error());
    QJsonObject words = startWords((*found)->guide, *halls, asked.form.value(u"hall"_s), *other);
    words.insert("query"_L1, queryOf(choicesIn(asked.query), (*found)->guide));
    words.insert("phone"_L1, m.hall.phone);
    words.insert("against"_L1, against);
    return m.pages.show({.title = u"网上申请：“%1”"_s.arg((*found)->guide.matter.name),
                         .name = u"applystart"_s,
                         .words = words,
                         .status = against.isEmpty() ? 200 : 409});
}

Response ApplyFace::start(const Asked &asked) const
{
    return startPage(asked, {});
}

Response ApplyFace::begin(const Asked &asked)
{
    if (!asked.form.has(u"agree"_s) || !asked.form.has(u"sensitive"_s))
        return startPage(asked, u"请阅读个人信息的说明并勾选两项同意。不同意的，请到窗口办理。"_s);
    const QByteArray network = offices::networkOf(asked.request.peer);
    if (const int seconds = m_begins.wait(network))
        return problemPage(m.pages, 429, seconds);
    const auto begun = m.applications.begin(network, {asked.path[0], asked.path[1], asked.path[2]}, asked.form.value(u"hall"_s),
                                            choicesIn(asked.query));
    if (!begun)
        return problemPage(m.pages, begun.error());
    if (!begun->against.isEmpty())
        return startPage(asked, begun->against);
    return withCookie(to(u"/application/questions"_s), begun->secret, offices::Applications::daysOpen);
}

Response ApplyFace::stepPage(const QString &name, const Sheet &sheet, const QString &step, QJsonObject words, const QString &against) const
{
    words.insert("name"_L1, sheet.guide.matter.name);
    words.insert("steps"_L1, stepWords(step));
    words.insert("against"_L1, against);
    return m.pages.show({.title = u"网上申请：“%1”"_s.arg(sheet.guide.matter.name),
                         .name = name,
                         .words = words,
                         .status = against.isEmpty() ? 200 : 409});
}

base::Result<std::optional<offices::IssuedPaper>> ApplyFace::paperOf(const Sheet &sheet) const
{
    const bool isFiled = sheet.stand == ApplicationStand::Filed;
    if (!isFiled && sheet.stand != ApplicationStand::ToSupplement)
        return std::nullopt;
    const domain::PaperRef ref = isFiled ? domain::PaperRef{.kind = domain::PaperKind::FilingReceipt}
                                         : domain::PaperRef{domain::PaperKind::CorrectionNotice, int(sheet.file.notices.size()), {}};
    return m.papers.make(sheet.file.id, sheet.guide, sheet.hall.name, ref);
}

Response ApplyFace::standPage(const Sheet &sheet, const QString &against) const
{
    const auto paper = paperOf(sheet);
    if (!paper)
        return problemPage(m.pages, paper.error());
    QJsonObject words = standWords(sheet, m.hall.phone, m.engine.clock.now());
    words.insert("hasPaper"_L1, paper->has_value());
    // Codes are written in capitals, so are the addresses in them.
    const QString code = *paper ? (*paper)->code : QString();
    words.insert("progress"_L1, code.isEmpty() ? QString() : u"/c/"_s + code.mid(code.lastIndexOf(u'/') + 1));
    const Html html = *paper ? pageOf((*paper)->paper).html : Html{};
    words.insert("name"_L1, sheet.guide.matter.name);
    words.insert("steps"_L1, stepWords({}));
    words.insert("against"_L1, against);
    return m.pages.show({.title = u"“%1”网上申请"_s.arg(sheet.guide.matter.name),
                         .name = u"applystatus"_s,
                         .words = words,
                         .html = {{u"paperHtml"_s, html}},
                         .status = against.isEmpty() ? 200 : 409});
}

Response ApplyFace::stand(const Asked &, const Sheet &sheet) const
{
    return standPage(sheet, {});
}

Response ApplyFace::questions(const Asked &, const Sheet &sheet) const
{
    if (sheet.stand != ApplicationStand::Filling)
        return to(u"/application"_s);
    const bool isWhole = nextStepOf(sheet) != "questions"_L1;
    return stepPage(u"applyquestions"_s, sheet, u"questions"_s, listWords({sheet.plan, sheet.refused, isWhole}, sheet.draft.choices), {});
}

Response ApplyFace::choose(const Asked &asked, const Sheet &) const
{
    const auto against = m.applications.choose(secretIn(asked), choicesIn(asked.form));
    const auto sheet = m.applications.look(secretIn(asked));
    if (!against || !sheet || !*sheet)
        return !against ? problemPage(m.pages, against.error()) : sheet ? to(u"/application"_s) : problemPage(m.pages, sheet.error());
    if (!against->isEmpty())
        return standPage(**sheet, joined(*against));
    const bool isWhole = nextStepOf(**sheet) != "questions"_L1;
    return to(isWhole ? u"/application/form"_s : u"/application/questions"_s);
}

Response ApplyFace::form(const Asked &asked, const Sheet &sheet) const
{
    if (!sheet.mayChange())
        return to(u"/application"_s);
    return stepPage(u"applyform"_s, sheet, u"form"_s, formWords(sheet, asked.query.has(u"all"_s)), {});
}

Response ApplyFace::fill(const Asked &asked, const Sheet &) const
{
    QMap<QString, QString> typed;
    for (const QString &name : asked.form.names()) {
        if (name.startsWith("f."_L1))
            typed.insert(name.mid(2), asked.form.value(name));
    }
    const auto against = m.applications.fill(secretIn(asked), typed);
    const auto sheet = m.applications.look(secretIn(asked));
    if (!against || !sheet || !*sheet)
        return !against ? problemPage(m.pages, against.error()) : sheet ? to(u"/application"_s) : problemPage(m.pages, sheet.error());
    if (!against->isEmpty())
        return standPage(**sheet, joined(*against));
    const bool isRight = formWords(**sheet, true)["faulty"_L1].toString().isEmpty();
    return to(isRight ? u"/application/materials"_s : u"/application/form?all=1"_s);
}

Response ApplyFace::materialsPage(const Sheet &sheet, const QString &against) const
{
    return stepPage(u"applymaterials"_s, sheet, u"materials"_s, materialWords(sheet), against);
}

Response ApplyFace::materials(const Asked &, const Sheet &sheet) const
{
    return sheet.mayChange() ? materialsPage(sheet, {}) : to(u"/application"_s);
}

Response ApplyFace::upload(const Asked &asked, const Sheet &sheet)
{
    if (const int seconds = m_uploads.wait(offices::networkOf(asked.request.peer)))
        return problemPage(m.pages, 429, seconds);
    const auto form = formDataIn(asked.request.headers.value("content-type"), asked.request.body);
    if (!form)
        return problemPage(m.pages, 400);
    if (!sheet.mayChange())
        return to(u"/application"_s);
    const QString material = form->fields.value(u"material"_s);
    const auto against = m.applications.attach(secretIn(asked), material, form->file);
    if (!against)
        return problemPage(m.pages, against.error());
    return against->isEmpty() ? to(u"/application/materials#m-"_s + material) : materialsPage(sheet, joined(*against));
}

Response ApplyFace::drop(const Asked &asked, const Sheet &) const
{
    const auto against = m.applications.detach(secretIn(asked), asked.form.value(u"picture"_s).toLongLong());
    return against ? to(u"/application/materials"_s) : problemPage(m.pages, against.error());
}

Response ApplyFace::picture(const Asked &asked, const Sheet &) const
{
    const auto picture = m.applications.picture(secretIn(asked), asked.path[0].toLongLong());
    if (!picture || !*picture)
        return picture ? problemPage(m.pages, 404) : problemPage(m.pages, picture.error());
    return {200, (*picture)->kind == "png"_L1 ? "image/png" : "image/jpeg", (*picture)->bytes};
}

Response ApplyFace::checkPage(const Sheet &sheet, const QString &against) const
{
    return stepPage(u"applycheck"_s, sheet, u"check"_s, checkWords(sheet), against);
}

Response ApplyFace::check(const Asked &, const Sheet &sheet) const
{
    return sheet.mayChange() ? checkPage(sheet, {}) : to(u"/application"_s);
}

Response ApplyFace::submit(const Asked &asked, const Sheet &sheet)
{
    if (!sheet.mayChange())
        return to(u"/application"_s);
    if (!asked.form.has(u"true"_s))
        return checkPage(sheet, u"请勾选内容真实的声明。"_s);
    if (const int seconds = m_submits.wait(offices::networkOf(asked.request.peer)))
        return problemPage(m.pages, 429, seconds);
    const auto against = m.applications.submit(secretIn(asked));
    if (!against)
        return problemPage(m.pages, against.error());
    if (!against->isEmpty())
        return checkPage(sheet, joined(*against));
    return withCookie(to(u"/application"_s), secretIn(asked), offices::Applications::daysAfter);
}

Response ApplyFace::discard(const Asked &asked, const Sheet &sheet) const
{
    const auto against = m.applications.discard(secretIn(asked));
    if (!against)
        return problemPage(m.pages, against.error());
    return against->isEmpty() ? withCookie(to(u"/"_s), {}, 0) : standPage(sheet, joined(*against));
}

Response ApplyFace::askForCode(const Asked &asked, const Sheet &sheet) const
{
    const auto against = m.applications.askForWindowCode(secretIn(asked));
    if (!against)
        return problemPage(m.pages, against.error());
    return against->isEmpty() ? to(u"/application/window"_s) : standPage(sheet, joined(*against));
}

Response ApplyFace::windowPage(const Asked &, const Sheet &sheet) const
{
    if (sheet.stand != ApplicationStand::Filling || sheet.draft.windowCode.isEmpty())
        return to(u"/application"_s);
    const auto code = codes::QrCode::of(domain::prefillText(sheet.draft.windowCode));
    if (!code)
        return problemPage(m.pages, code.error());
    const QJsonObject words{{"name"_L1, sheet.guide.matter.name},
                            {"hall"_L1, sheet.hall.name},
                            {"digits"_L1, domain::groupedPrefillCode(sheet.draft.windowCode)},
                            {"expires"_L1, standWords(sheet, {}, m.engine.clock.now())["expires"_L1]}};
    return m.pages.show({.title = u"到窗口办理"_s,
                         .name = u"applywindow"_s,
                         .words = words,
                         .html = {{u"codeHtml"_s, Html{QString::fromUtf8(codes::drawnAsSvg(*code))}}}});
}

Response ApplyFace::pdfOf(const Sheet &sheet, domain::PaperKind kind, const QString &name) const
{
    const auto paper = paperOf(sheet);
    if (!paper)
        return problemPage(m.pages, paper.error());
    const bool isNotice = sheet.stand == ApplicationStand::ToSupplement;
    if (!*paper || isNotice != (kind == domain::PaperKind::CorrectionNotice))
        return problemPage(m.pages, 404);
    const auto pdf = papers::Sheet((*paper)->paper).pdf();
    if (!pdf)
        return problemPage(m.pages, pdf.error());
    return {200, "application/pdf", *pdf,
            {{"Content-Disposition", "inline; filename=\"paper.pdf\"; filename*=UTF-8''" + name.toUtf8().toPercentEncoding()}}};
}

Response ApplyFace::notice(const Asked &, const Sheet &sheet) const
{
    return pdfOf(sheet, domain::PaperKind::CorrectionNotice, u"一次性告知书.pdf"_s);
}

Response ApplyFace::receipt(const Asked &, const Sheet &sheet) const
{
    return pdfOf(sheet, domain::PaperKind::FilingReceipt, u"收件回执.pdf"_s);
}

Response ApplyFace::resumePage(bool isWrong) const
{
    return m.pages.show({.title = u"我的申请"_s, .name = u"applyresume"_s, .words = {{"wrong"_L1, isWrong}}, .status = isWrong ? 404 : 200});
}

Response ApplyFace::resume(const Asked &asked)
{
    for (const int seconds : {m_resumes.wait(offices::networkOf(asked.request.peer)), m_allResumes.wait("all")}) {
        if (seconds > 0)
            return problemPage(m.pages, 429, seconds);
    }
    const auto secret = m.applications.resume(asked.form.value(u"code"_s));
    if (!secret)
        return problemPage(m.pages, secret.error());
    Response response = secret->isEmpty() ? resumePage(true) : withCookie(to(u"/application"_s), *secret, offices::Applications::daysAfter);
    response.notBefore = guessing;
    return response;
}

}
