#include "core/domain/agent.h"

#include <QRegularExpression>

namespace domain {

namespace {

Field agentField(const QString &id, const QString &label, Field::Kind kind, bool required = true)
{
    return {.id = id,
            .label = label,
            .kind = kind,
            .role = Field::Role::Agent,
            .required = required,
            .choices = {},
            .example = {},
            .when = {}};
}

Material makeLetter()
{
    Material letter;
    letter.id = QStringLiteral("agent-letter");
    letter.name = QStringLiteral("授权委托书");
    letter.basis = QStringLiteral("民法典第一百六十五条");
    letter.form = Material::Form::OriginalKept;
    letter.originals = 1;
    letter.acquisition = {Material::Acquisition::Applicant};
    letter.checkpoints = {
        {QStringLiteral("scope"), QStringLiteral("载明代理事项和权限，包含本次申请的事项"),
         QStringLiteral("授权委托书未载明代理事项、权限，或者不包含本次申请的事项，请重新出具")},
        {QStringLiteral("valid"), QStringLiteral("在委托期限内"), QStringLiteral("授权委托书已过委托期限，请重新出具")},
        {QStringLiteral("signed"), QStringLiteral("委托人签名或者盖章，代理人与所持证件一致"),
         QStringLiteral("授权委托书没有委托人签名、盖章，或者代理人与证件不一致，请重新出具")},
    };
    letter.provenance.source = QStringLiteral("民法典第一百六十五条");
    letter.provenance.confidence = Confidence::High;
    return letter;
}

}

const QList<Field> &agentFields()
{
    using Kind = Field::Kind;
    static const QList<Field> fields{
        agentField(agentNameField, QStringLiteral("代理人姓名"), Kind::PersonName),
        agentField(QStringLiteral("agent-id"), QStringLiteral("代理人证件号码"), Kind::IdNumber),
        agentField(QStringLiteral("agent-phone"), QStringLiteral("代理人联系电话"), Kind::Phone, false),
        agentField(agentScopeField, QStringLiteral("委托事项和权限"), Kind::Text),
        agentField(agentUntilField, QStringLiteral("委托期限（日期或“办结”）"), Kind::Date),
    };
    return fields;
}

QList<Field> letterFields(const Field &name)
{
    const QString ending = u'-' + agentNameField;
    if (name.role != Field::Role::Agent || !name.id.endsWith(ending))
        return {};
    const QString side = name.id.chopped(agentNameField.size());
    const QString whose = QString(name.label).remove(QRegularExpression(QStringLiteral("姓名$")));
    QList<Field> fields{agentField(side + agentScopeField, whose + QStringLiteral("的委托事项和权限"), Field::Kind::Text),
                        agentField(side + agentUntilField, whose + QStringLiteral("的委托期限（日期或“办结”）"), Field::Kind::Date)};
    for (Field &field : fields)
        field.when = name.when;
    return fields;
}

bool isAgentUntil(const Field &field)
{
    return field.role == Field::Role::Agent && (u'-' + field.id).endsWith(u'-' + agentUntilField);
}

const Material &agentLetter()
{
    static const Material letter = makeLetter();
    return letter;
}

void addAgentRule(Guide &guide)
{
    for (const Field &field : agentFields()) {
        if (!guide.fields.contains(field.id))
            guide.fields.insert(field.id, field);
    }
    for (const Field &name : QList<Field>(guide.fields.values())) {
        for (const Field &field : letterFields(name)) {
            if (!guide.fields.contains(field.id))
                guide.fields.insert(field.id, field);
        }
    }
    Field acts = agentField(agentActsField, QStringLiteral("由代理人办理"), Field::Kind::Text, false);
    guide.fields.insert(acts.id, acts);
    guide.materials.insert(agentLetter().id, agentLetter());
}

FieldFault validityFault(const QString &value, QDate day)
{
    if (value.isEmpty())
        return FieldFault::Missing;
    if (value == untilDone)
        return FieldFault::None;
    const QDate until = QDate::fromString(value, Qt::ISODate);
    if (!until.isValid() || until > day.addYears(30))
        return FieldFault::ImpossibleDate;
    return until < day ? FieldFault::Expired : FieldFault::None;
}

AgentSwitch agentSwitch(const Guide &guide)
{
    const bool isAsked = std::ranges::any_of(guide.matter.items,
                                             [](const Item &item) { return item.fields.contains(agentNameField); });
    if (!isAsked)
        return {.situation = {}, .whenActing = QStringLiteral("yes"), .whenNot = {}};
    const Condition when = guide.fields.value(agentNameField).when;
    const Situation *situation = guide.matter.situation(when.subject);
    if (when.kind != Condition::Kind::AnswerIs || !situation)
        return {.situation = when.subject, .whenActing = {}, .whenNot = {}};
    AgentSwitch result{.situation = when.subject, .whenActing = when.value, .whenNot = {}};
    if (situation->options.size() == 2)
        result.whenNot = situation->options[situation->options.front().id == when.value ? 1 : 0].id;
    return result;
}

}
