#include "core/papers/formtrial.h"

#include "core/domain/events.h"
#include "core/papers/casepapers.h"
#include "core/papers/guidepapers.h"
#include "core/papers/recoverypaper.h"
#include "core/papers/reportpaper.h"
#include "core/papers/testpage.h"

namespace papers {

using namespace Qt::StringLiterals;
using domain::PaperKind;
using domain::VerdictKind;

namespace {

/// A case that has one of everything a paper can be about.
struct Specimen {
    domain::Guide guide;
    domain::Case file;
    domain::Plan plan;
    base::HallSettings hall;
};

const QDateTime moment(QDate(2026, 11, 20), QTime(9, 30), Qt::OffsetFromUTC, 8 * 3600);

void addItem(Specimen &made, const QString &id, const domain::CaseItem &item)
{
    domain::Plan::ItemLine line{
        .item = {.id = id, .name = id, .department = u"部门"_s, .basis = u"依据"_s, .outcome = u"结果"_s}};
    line.item.special = {{u"环节"_s, 1, u"说明"_s}};
    line.chosen = true;
    line.promisedDays = 1;
    line.statutoryDays = 1;
    made.plan.items << line;
    made.file.life.items.insert(id, item);
}

void addMaterial(Specimen &made, const QString &id, VerdictKind kind)
{
    made.plan.materials << domain::Plan::MaterialLine{
        .material = {.id = id, .name = id, .basis = u"依据"_s, .originals = 1, .copies = 1},
        .itemIds = {u"accepted"_s},
        .itemNames = {u"accepted"_s},
        .notes = {}};
    made.file.verdicts.insert(id, {.kind = kind, .due = moment.date()});
}

Specimen specimen()
{
    using State = domain::CaseItem::State;
    Specimen made;
    made.guide.matter.name = u"样张"_s;
    made.hall = {.hallName = u"样张"_s, .windowName = u"样张"_s};
    made.file.id = u"specimen"_s;
    made.file.fields = {{domain::applicantNameField, u"张三"_s}, {domain::enterpriseNameField, u"样张公司"_s}};
    made.file.notices
        = {{.at = moment, .clerk = {}, .gaps = {{u"m"_s, u"m"_s, {u"i"_s}, u"原因"_s}}, .secondTelling = {u"m"_s}}};
    made.file.filing = domain::Filing{moment, {}, moment};
    made.file.changedAt = moment;
    addItem(made, u"accepted"_s, {.state = State::Accepted, .acceptedAt = moment});
    addItem(made, u"refused"_s, {.state = State::Refused, .endedAt = moment, .reason = u"原因"_s});
    const domain::CaseItem decided{
        .state = State::Decided, .endedAt = moment, .outcome = domain::Outcome{}, .custody = {{moment, u"架"_s, {}}}};
    addItem(made, u"decided"_s, decided);
    addItem(made, u"delivered"_s, decided);
    made.file.life.items[u"delivered"_s].delivery = domain::Delivery{.at = moment};
    addMaterial(made, u"seen"_s, VerdictKind::OriginalSeen);
    addMaterial(made, u"deferred"_s, VerdictKind::Deferred);
    addMaterial(made, u"committed"_s, VerdictKind::Committed);
    made.file.life.supplements
        = {{u"seen"_s, {.due = moment.date(), .suppliedAt = moment}}, {u"deferred"_s, {.due = moment.date()}}};
    made.file.life.returns = {{moment, {}, {u"seen"_s}, u"张三"_s}};
    made.plan.questions = {{{.id = u"q"_s, .question = u"问题"_s}, u"1"_s}};
    made.plan.fields = {{{.id = domain::applicantNameField, .label = u"姓名"_s}, u"张三"_s}};
    return made;
}

}

base::Result<> tryForm(const Form &form)
{
    const Specimen made = specimen();
    const FormFolder only = FormFolder::of(form);
    const GuideFacts guide{made.guide, made.hall, moment.date()};
    const QString id = form.id();
    base::Result<Paper> paper = base::Fail({base::Error::Kind::Document, u"no paper has this name"_s, id});
    for (int kind = 0; kind <= int(PaperKind::DeliveryRecord); ++kind) {
        const auto which = static_cast<PaperKind>(kind);
        const bool onRoll = id == domain::paperWord(which) + u"-80"_s;
        if (!onRoll && id != domain::paperWord(which))
            continue;
        const QString item = which == PaperKind::AcceptanceNotice ? u"accepted"_s
            : which == PaperKind::RefusalDecision                 ? u"refused"_s
                                                                  : QString();
        CaseFacts facts{made.file, made.plan, made.guide, made.hall};
        facts.onRoll = onRoll;
        paper = casePaper(only, facts, {which, 1, item});
    }
    if (id == u"full-guide"_s)
        paper = fullGuide(only, guide);
    if (id == u"concise-guide"_s)
        paper = conciseGuide(only, guide);
    if (id == u"personal-list"_s)
        paper = personalList(only, guide, made.plan);
    if (id == u"test-page"_s || id == u"test-page-80"_s)
        paper = testPage(only, made.hall, u"样张"_s, {}, moment, id == u"test-page-80"_s);
    if (id == u"recovery-code"_s)
        paper = recoveryPaper(only, made.hall, {{u"样张"_s}, u"样张"_s, u"样张"_s, moment});
    if (id == u"daily-report"_s) {
        reports::Report report{.span = reports::Span::day(moment.date()), .scope = {}, .state = {}, .madeAt = moment, .madeBy = u"张三"_s};
        report.compared = {{reports::Span::day(moment.date().addDays(-1)), {}}, {reports::Span::day(moment.date().addDays(-7)), {}}};
        paper = dailyReport(only, made.hall, report, u"YICHUANG:R/样张"_s);
    }
    return paper.map([](const Paper &) {});
}

}
