#include "tests/ui/intake/samplecase.h"

#include "core/domain/casenumber.h"

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

Condition answerIs(const QString &situation, const QString &option)
{
    return {.kind = Condition::Kind::AnswerIs,
            .subject = situation,
            .value = option,
            .number = 0,
            .parameter = {},
            .parts = {}};
}

Condition atLeast(const QString &situation, double number)
{
    return {.kind = Condition::Kind::AtLeast,
            .subject = situation,
            .value = {},
            .number = number,
            .parameter = {},
            .parts = {}};
}

Situation choice(const QString &id, const QString &question, const QStringList &labels)
{
    Situation situation;
    situation.id = id;
    situation.question = question;
    for (const QString &label : labels)
        situation.options.append({QString(QChar(char16_t(u'a' + situation.options.size()))), label});
    return situation;
}

Situation number(const QString &id, const QString &question, const QString &unit)
{
    Situation situation;
    situation.id = id;
    situation.question = question;
    situation.kind = Situation::Kind::Number;
    situation.unit = unit;
    return situation;
}

Field field(const QString &id, const QString &label, Field::Kind kind, Field::Role role = Field::Role::Applicant)
{
    Field result;
    result.id = id;
    result.label = label;
    result.kind = kind;
    result.role = role;
    return result;
}

Material material(const QString &id, const QString &name, Material::Form form, int originals, int copies = 0)
{
    Material result;
    result.id = id;
    result.name = name;
    result.form = form;
    result.originals = originals;
    result.copies = copies;
    result.acquisition
        = {Material::Acquisition::Shared, Material::Acquisition::ELicence, Material::Acquisition::Applicant};
    result.issuer = u"公安机关"_s;
    result.basis = u"户口登记条例第七条"_s;
    result.provenance = {.source = u"样例：按现行法律整理"_s, .confidence = Confidence::High, .from = {}, .until = {}};
    result.checkpoints = {{u"valid"_s, u"在有效期内"_s, u"证件已过有效期，请携带有效证件"_s},
                          {u"same-person"_s, u"姓名、号码与申请表一致"_s, u"姓名或者号码与申请表不一致"_s},
                          {u"readable"_s, u"字迹清楚，无涂改"_s, u"字迹不清或者有涂改"_s}};
    return result;
}

/// An item that asks for \a materials and \a fields.
Item item(const QString &id, const QString &name, const QStringList &materials, const QStringList &fields, int promised)
{
    Item result;
    result.id = id;
    result.name = name;
    result.department = u"卫生健康部门"_s;
    result.promisedDays = promised;
    result.fields = fields;
    for (const QString &use : materials)
        result.materials.append({.material = use, .when = {}, .path = {}, .note = {}, .provenance = {}});
    return result;
}

QList<Situation> situations()
{
    return {choice(u"place"_s, u"新生儿在哪里出生？"_s, {u"本市助产机构"_s, u"市外助产机构"_s, u"家庭接生或其他"_s}),
            choice(u"married"_s, u"父母是否已办理结婚登记？"_s, {u"已登记"_s, u"未登记"_s}),
            choice(u"follow"_s, u"新生儿随哪一方落户？"_s, {u"随父亲"_s, u"随母亲"_s}),
            choice(u"nation"_s, u"父母民族是否相同？"_s, {u"相同"_s, u"不同"_s}),
            choice(u"insured"_s, u"父母是否已参加本地城乡居民基本医疗保险？"_s, {u"至少一方已参加"_s, u"均未参加"_s}),
            choice(u"card"_s, u"是否同时申领社会保障卡？"_s, {u"申领"_s, u"暂不申领"_s}),
            number(u"area"_s, u"家庭住房建筑面积是多少？"_s, u"平方米"_s)};
}

QList<Material> materials()
{
    using Form = Material::Form;
    QList<Material> all{
        material(u"id-cards"_s, u"父母双方居民身份证"_s, Form::OriginalShown, 2, 1),
        material(u"issue-form"_s, u"《出生医学证明》首次签发登记表"_s, Form::FilledForm, 1),
        material(u"birth-certificate"_s, u"《出生医学证明》副页"_s, Form::OriginalKept, 1),
        material(u"household"_s, u"拟落户一方的居民户口簿"_s, Form::OriginalShown, 1, 1),
        material(u"marriage"_s, u"父母结婚证"_s, Form::OriginalShown, 2),
        material(u"nation-letter"_s, u"父母共同签署的民族成份确认书"_s, Form::OriginalKept, 1),
        material(u"insurance-form"_s, u"城乡居民基本医疗保险参保登记表"_s, Form::FilledForm, 1),
        material(u"photo"_s, u"新生儿近期免冠照片"_s, Form::Electronic, 0),
        material(u"guardian"_s, u"监护关系证明材料"_s, Form::Copy, 0, 2),
        material(u"vaccine"_s, u"新生儿首针乙肝疫苗和卡介苗接种登记卡"_s, Form::OriginalShown, 1),
        material(u"residence"_s, u"居住证或者其他能够证明在本市合法稳定居住的材料"_s, Form::OriginalShown, 1, 1),
        material(u"house"_s, u"不动产权证书"_s, Form::OriginalShown, 1),
        material(u"proxy"_s, u"授权委托书"_s, Form::OriginalKept, 1),
        material(u"bank"_s, u"监护人银行卡"_s, Form::Copy, 0, 1)};
    all[1].acquisition = {Material::Acquisition::Applicant};
    all[4].deferrable = all[4].committable = true;
    all[12].checkpoints.clear();
    all[3].note = u"集体户提供户口页和集体户首页"_s;
    return all;
}

QList<Field> fields()
{
    using Kind = Field::Kind;
    using Role = Field::Role;
    QList<Field> all{field(u"applicant-name"_s, u"申请人姓名"_s, Kind::PersonName),
                     field(u"applicant-id"_s, u"申请人身份证件号码"_s, Kind::IdNumber),
                     field(u"applicant-phone"_s, u"联系电话"_s, Kind::Phone),
                     field(u"relation"_s, u"与新生儿的关系"_s, Kind::Choice),
                     field(u"child-name"_s, u"新生儿姓名"_s, Kind::PersonName, Role::Subject),
                     field(u"child-birth"_s, u"出生日期"_s, Kind::Date, Role::Subject),
                     field(u"child-sex"_s, u"性别"_s, Kind::Choice, Role::Subject),
                     field(u"mother-name"_s, u"母亲姓名"_s, Kind::PersonName, Role::OtherParty),
                     field(u"mother-id"_s, u"母亲身份证件号码"_s, Kind::IdNumber, Role::OtherParty),
                     field(u"address"_s, u"现居住地址"_s, Kind::Address),
                     field(u"weight"_s, u"出生体重（克）"_s, Kind::Number, Role::Subject),
                     field(u"remark"_s, u"备注"_s, Kind::Text, Role::Matter)};
    all[3].choices = {u"父亲"_s, u"母亲"_s, u"其他监护人"_s};
    all[6].choices = {u"男"_s, u"女"_s};
    all[11].required = false;
    return all;
}

QList<Item> items()
{
    QList<Item> all{
        item(u"certificate"_s, u"《出生医学证明》首次签发"_s, {u"id-cards"_s, u"issue-form"_s},
             {u"applicant-name"_s, u"applicant-id"_s, u"applicant-phone"_s, u"relation"_s}, 0),
        item(u"vaccination"_s, u"预防接种证核发"_s, {u"vaccine"_s, u"id-cards"_s}, {u"child-name"_s, u"child-birth"_s},
             0),
        item(u"household"_s, u"出生登记（申报户口）"_s,
             {u"birth-certificate"_s, u"household"_s, u"marriage"_s, u"id-cards"_s, u"nation-letter"_s},
             {u"child-sex"_s, u"mother-name"_s, u"mother-id"_s, u"address"_s}, 5),
        item(u"insurance-insured"_s, u"城乡居民基本医疗保险参保登记（父母已参保）"_s,
             {u"insurance-form"_s, u"household"_s}, {u"weight"_s}, 3),
        item(u"insurance-new"_s, u"城乡居民基本医疗保险参保登记（父母未参保）"_s, {u"insurance-form"_s}, {}, 3),
        item(u"card"_s, u"社会保障卡申领"_s, {u"photo"_s, u"guardian"_s, u"bank"_s}, {u"remark"_s}, 30),
        item(u"residence"_s, u"居住登记"_s, {u"residence"_s, u"house"_s}, {}, -1),
        item(u"agent"_s, u"委托代办登记"_s, {u"proxy"_s}, {}, -1),
        item(u"cross"_s, u"跨省通办户口迁移"_s, {u"household"_s}, {}, 20)};
    all[2].paths = {{.id = u"normal"_s, .name = u"一般程序"_s, .when = {}, .promisedDays = 5, .statutoryDays = 20},
                    {.id = u"promise"_s, .name = u"告知承诺"_s, .when = {}, .promisedDays = 1, .statutoryDays = 20}};
    all[3].when = answerIs(u"insured"_s, u"a"_s);
    all[4].when = answerIs(u"insured"_s, u"b"_s);
    all[5].when = answerIs(u"card"_s, u"a"_s);
    all[6].when = atLeast(u"area"_s, 90);
    all[8].when = answerIs(u"place"_s, u"b"_s);
    return all;
}

}

Guide sampleGuide()
{
    Guide guide;
    guide.ref = {u"sample"_s, u"1"_s, u"newborn"_s};
    guide.packTitle = u"样例指南包"_s;
    guide.regionName = u"三门峡市"_s;
    guide.sourceDocument = u"样例"_s;
    guide.matter.id = u"newborn"_s;
    guide.matter.sequence = 1;
    guide.matter.name = u"新生儿出生一件事"_s;
    guide.matter.status = MatterStatus::Sample;
    guide.matter.situations = situations();
    guide.matter.items = items();
    for (const Material &each : materials())
        guide.materials.insert(each.id, each);
    for (const Field &each : fields())
        guide.fields.insert(each.id, each);
    return guide;
}

SampleCase::SampleCase()
{
    const CaseNumber number{u"411202"_s, u"001"_s, u"A1"_s, m_now.date(), 1};
    perform(OpenCase{u"5d3f2c1e-0000-4000-8000-000000000001"_s, number.text()});
}

QList<Refusal> SampleCase::perform(const Command &command)
{
    const Ruling<QList<Fact>> ruling = decide(m_case, command, m_guide, m_rules, m_now);
    if (!ruling)
        return ruling.error();
    for (const Fact &fact : *ruling)
        m_case = apply(std::move(m_case), {m_now, u"窗口人员"_s, fact});
    m_plan = planOf(m_case, m_guide, m_now.date());
    return {};
}

void SampleCase::answerAll()
{
    for (const Situation &situation : situations())
        perform(AnswerSituation{situation.id, situation.kind == Situation::Kind::Number ? u"120"_s : u"a"_s});
    perform(ChoosePath{u"household"_s, u"normal"_s});
}
