#pragma once

#include "core/domain/casenumber.h"
#include "core/domain/decide.h"
#include "core/domain/letters.h"

/// A small guide that has one of everything, for tests of rules, stores and pages.
namespace support {

using namespace Qt::StringLiterals;

inline domain::Condition answerIs(const QString &situation, const QString &option)
{
    return {.kind = domain::Condition::Kind::AnswerIs, .subject = situation, .value = option};
}

inline domain::Guide sampleGuide()
{
    using namespace domain;
    using Acquisition = Material::Acquisition;
    Guide guide{.ref = {u"sample-pack"_s, u"1"_s, u"bookshop"_s}, .packTitle = u"样例指南包"_s, .regionName = u"样例市"_s};

    Matter &matter = guide.matter;
    matter.id = u"bookshop"_s;
    matter.sequence = 1;
    matter.mark = u'#';
    matter.name = u"开书店"_s;
    matter.lead = u"新闻出版部门"_s;
    matter.audience = u"企业"_s;
    matter.status = MatterStatus::Sample;
    matter.situations = {
        {.id = u"premises"_s, .question = u"经营场所是自有还是租赁？"_s, .options = {{u"owned"_s, u"自有"_s}, {u"rented"_s, u"租赁"_s}}},
        {.id = u"area"_s, .question = u"营业面积是多少？"_s, .kind = Situation::Kind::Number, .unit = u"平方米"_s},
        {.id = u"landlord"_s,
         .question = u"出租人是单位还是个人？"_s,
         .options = {{u"firm"_s, u"单位"_s}, {u"person"_s, u"个人"_s}},
         .when = answerIs(u"premises"_s, u"rented"_s)},
    };
    matter.items = {
        {.id = u"owned"_s,
         .name = u"出版物零售业务经营许可（自有产权）"_s,
         .department = u"新闻出版部门"_s,
         .level = u"县级"_s,
         .when = answerIs(u"premises"_s, u"owned"_s),
         .exclusive = u"premises"_s,
         .promisedDays = 5,
         .materials = {{.material = u"licence"_s}, {.material = u"deed"_s}},
         .fields = {u"applicant-name"_s, u"applicant-id"_s}},
        {.id = u"rented"_s,
         .name = u"出版物零售业务经营许可（租赁）"_s,
         .department = u"新闻出版部门"_s,
         .level = u"县级"_s,
         .when = answerIs(u"premises"_s, u"rented"_s),
         .exclusive = u"premises"_s,
         .promisedDays = 5,
         .materials = {{.material = u"licence"_s},
                       {.material = u"lease"_s},
                       {.material = u"landlord-licence"_s, .when = answerIs(u"landlord"_s, u"firm"_s)}},
         .fields = {u"applicant-name"_s, u"applicant-id"_s}},
        {.id = u"health"_s,
         .name = u"公共场所卫生许可"_s,
         .department = u"卫生健康部门"_s,
         .level = u"市、县级"_s,
         .note = u"营业面积200平方米以上需办理"_s,
         .when = {.kind = Condition::Kind::AtLeast, .subject = u"area"_s, .number = 200},
         .promisedDays = 10,
         .materials = {{.material = u"licence"_s}, {.material = u"air-report"_s}},
         .fields = {u"applicant-name"_s, u"applicant-phone"_s}},
        {.id = u"fire"_s,
         .name = u"公众聚集场所投入使用、营业前消防安全检查"_s,
         .department = u"消防救援机构"_s,
         .level = u"市、县级"_s,
         .after = {u"owned"_s, u"rented"_s},
         .paths = {{.id = u"commitment"_s, .name = u"告知承诺"_s, .promisedDays = 1},
                   {.id = u"general"_s, .name = u"一般程序"_s, .promisedDays = 13}},
         .materials = {{.material = u"licence"_s}, {.material = u"floor-plan"_s, .path = u"general"_s}},
         .fields = {u"applicant-name"_s}},
    };

    const auto material = [&guide](const QString &id, const QString &name) -> Material & {
        Material &added = guide.materials[id];
        added.id = id;
        added.name = name;
        added.originals = 1;
        added.acquisition = {Acquisition::Applicant};
        added.checkpoints = {{u"valid"_s, u"在有效期内"_s, name + u"已过有效期，请更换"_s}};
        return added;
    };
    Material &licence = material(u"licence"_s, u"营业执照"_s);
    licence.acquisition = {Acquisition::Shared, Acquisition::ELicence, Acquisition::Applicant};
    material(u"deed"_s, u"不动产权证书"_s);
    material(u"lease"_s, u"房屋租赁合同"_s).deferrable = true;
    material(u"landlord-licence"_s, u"出租单位营业执照"_s);
    material(u"air-report"_s, u"卫生检测报告"_s).committable = true;
    material(u"floor-plan"_s, u"平面布置图"_s);

    guide.fields = {
        {u"applicant-name"_s, {.id = u"applicant-name"_s, .label = u"申请人姓名"_s, .kind = Field::Kind::PersonName}},
        {u"applicant-id"_s, {.id = u"applicant-id"_s, .label = u"身份证件号码"_s, .kind = Field::Kind::IdNumber}},
        {u"applicant-phone"_s, {.id = u"applicant-phone"_s, .label = u"联系电话"_s, .kind = Field::Kind::Phone}},
    };
    return guide;
}

/// The year 2026 as the State Council arranged it, from New Year to National Day; hours of a hall; two hours in office time.
inline domain::ClockRules sampleRules(bool officeTime = true)
{
    const auto on = [](int month, int dayOfMonth) { return QDate(2026, month, dayOfMonth); };
    const domain::CalendarYear year{
        .year = 2026,
        .notice = u"国办发明电〔2025〕7号"_s,
        .source = {},
        .region = {},
        .off = {on(1, 1), on(1, 2), on(2, 16), on(2, 17), on(2, 18), on(2, 19), on(2, 20), on(2, 23), on(4, 6), on(5, 1),
                on(5, 4), on(5, 5), on(6, 19), on(9, 25), on(10, 1), on(10, 2), on(10, 5), on(10, 6), on(10, 7)},
        .worked = {on(1, 4), on(2, 14), on(2, 28), on(5, 9), on(9, 20), on(10, 10)}};
    return {.calendar = domain::WorkCalendar({year}),
            .hours = *domain::OfficeHours::parse(u"08:30-12:00 14:00-17:30"_s),
            .twoHoursInOfficeTime = officeTime};
}

/// Answers and form of \a work (a desk::CaseWork) as a citizen gives them; nobody of these names and numbers exists. What is
/// entered already stays.
template <class Work>
bool fillIn(Work &work)
{
    const auto factFor = [](const domain::Field &field) -> QString {
        using Blank = domain::Field::Kind;
        switch (field.kind) {
        case Blank::PersonName:
            return u"测试·样例"_s;
        case Blank::IdNumber:
            return u"11010519491231002X"_s;
        case Blank::Phone:
            return u"13800138000"_s;
        case Blank::Date:
            return u"20260301"_s;
        case Blank::Number:
            return u"3300"_s;
        case Blank::CreditCode:
            return u"91350100M000100Y43"_s;
        case Blank::Choice:
            return field.choices.value(0);
        case Blank::Text:
        case Blank::Address:
            break;
        }
        return u"样例路1号"_s;
    };
    using Open = domain::Refusal::Why;
    for (int steps = 0; steps < 80; ++steps) {
        const QList<domain::Refusal> open = work.obstaclesToFiling();
        const auto next = std::find_if(open.begin(), open.end(), [](const domain::Refusal &each) {
            return each.why == Open::SituationOpen || each.why == Open::PathOpen || each.why == Open::FieldMissing;
        });
        if (next == open.end())
            return true;
        const domain::Situation *question = work.guide().matter.situation(next->id);
        const bool done = next->why == Open::SituationOpen
            ? bool(work.perform(domain::AnswerSituation{next->id, question->options.isEmpty() ? u"30"_s : question->options.first().id}))
            : next->why == Open::PathOpen
            ? bool(work.perform(domain::ChoosePath{next->id, work.plan().item(next->id)->paths.first().id}))
            : bool(work.perform(domain::EnterField{next->id, factFor(work.guide().fields.value(next->id))}));
        if (!done)
            return false;
    }
    return false;
}

inline QDateTime noon()
{
    return QDateTime(QDate(2026, 11, 21), QTime(12, 0));
}

/// A case driven by commands, as a window would, with its own hands on the clock.
class Sitting
{
public:
        /// Carries out \a command; what the rule said stays in refusals.
    bool perform(const domain::Command &command)
    {
        const auto facts = domain::decide(file, command, guide, rules, now, hall);
        refusals = facts ? QList<domain::Refusal>{} : facts.error();
        if (!facts)
            return false;
        for (const domain::Fact &fact : *facts) {
            events.append({now, u"王芳"_s, fact});
            file = domain::apply(file, events.back());
        }
        return true;
    }

    /// Issues every letter that is needed now and has it signed.
    bool signLetters()
    {
        for (const domain::Letter::Kind kind : domain::lettersWanted(file, plan(), true)) {
            if (!perform(domain::IssueLetter{kind}) || !perform(domain::SignLetter{kind, u"后果已经告知"_s}))
                return false;
        }
        return true;
    }

    bool open()
    {
        const domain::CaseNumber number{u"411202"_s, u"001"_s, u"A1"_s, now.date(), 1};
        return perform(domain::OpenCase{u"4f6c0f0e-case"_s, number.text()});
    }
    domain::Plan plan() const { return domain::planOf(file, guide, now.date()); }
    bool refusedBecause(domain::Refusal::Why why) const
    {
        for (const domain::Refusal &refusal : refusals) {
            if (refusal.why == why)
                return true;
        }
        return false;
    }

    domain::Guide guide = sampleGuide();
    domain::Case file;
    QList<domain::Event> events;
    QList<domain::Refusal> refusals;
    domain::ClockRules rules = sampleRules();
    domain::HallRules hall;
    QDateTime now = noon();
};

/// Rented premises, everything there; fire inspection by commitment, or only the shop is applied for.
inline Sitting readyToFile(bool withFire)
{
    Sitting sitting;
    sitting.open();
    sitting.perform(domain::AnswerSituation{u"premises"_s, u"rented"_s});
    sitting.perform(domain::AnswerSituation{u"landlord"_s, u"person"_s});
    sitting.perform(domain::AnswerSituation{u"area"_s, u"80"_s});
    sitting.perform(domain::EnterField{u"applicant-name"_s, u"张𬭚"_s});
    sitting.perform(domain::EnterField{u"applicant-id"_s, u"41030219900307001X"_s});
    if (withFire)
        sitting.perform(domain::ChoosePath{u"fire"_s, u"commitment"_s});
    else
        sitting.perform(domain::DropItem{u"fire"_s});
    sitting.perform(domain::GiveVerdict{u"licence"_s, {.kind = domain::VerdictKind::OriginalSeen}});
    sitting.perform(domain::GiveVerdict{u"lease"_s, {.kind = domain::VerdictKind::OriginalSeen}});
    return sitting;
}

}
