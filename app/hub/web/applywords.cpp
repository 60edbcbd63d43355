#include "app/hub/web/applywords.h"

#include "app/hub/web/deskwords.h"
#include "app/hub/web/guidewords.h"
#include "core/domain/casenumber.h"
#include "core/offices/formsentences.h"

#include <QJsonArray>

#include <algorithm>

namespace web {

using namespace Qt::StringLiterals;
using domain::Field;
using domain::FieldFault;
using offices::ApplicationSheet;
using Why = domain::Refusal::Why;

namespace {

constexpr qint64 megabyte = 1'000'000;
constexpr qint64 largestUpload = 7 * megabyte;

struct Step {
    QString word;
    QString name;
};
const QList<Step> &steps()
{
    static const QList<Step> all{{u"questions"_s, u"1 选择情形"_s},
                                 {u"form"_s, u"2 填表"_s},
                                 {u"materials"_s, u"3 上传材料"_s},
                                 {u"check"_s, u"4 核对并提交"_s}};
    return all;
}

QString blockOf(Field::Role role)
{
    switch (role) {
    case Field::Role::Applicant:
        return u"申请人"_s;
    case Field::Role::Subject:
        return u"当事人"_s;
    case Field::Role::OtherParty:
        return u"另一方"_s;
    case Field::Role::Agent:
        return u"代理人（本人申请的不用填）"_s;
    case Field::Role::Enterprise:
        return u"单位"_s;
    case Field::Role::Matter:
        return u"事项"_s;
    }
    Q_UNREACHABLE();
}

/// Which keys a phone shows.
QString modeOf(Field::Kind kind)
{
    return kind == Field::Kind::Phone ? u"tel"_s : kind == Field::Kind::Number ? u"decimal"_s : QString();
}

QString stepOf(const domain::Refusal &refusal)
{
    return refusal.why == Why::FieldMissing || refusal.why == Why::FieldInvalid ? u"form"_s : u"questions"_s;
}

QJsonObject fieldWords(const domain::Plan::FieldLine &line, bool asksAll)
{
    QJsonArray choices;
    for (const QString &choice : line.field.choices)
        choices << QJsonObject{{"choice"_L1, choice}, {"chosen"_L1, choice == line.value}};
    const bool isTold = line.fault != FieldFault::None && (asksAll || line.fault != FieldFault::Missing);
    return {{"id"_L1, line.field.id},
            {"label"_L1, line.field.label},
            {"value"_L1, line.value},
            {"required"_L1, line.field.required},
            {"isChoice"_L1, line.field.kind == Field::Kind::Choice},
            {"choices"_L1, choices},
            {"mode"_L1, modeOf(line.field.kind)},
            {"hint"_L1, line.field.kind == Field::Kind::Date ? u"2026-01-31"_s : QString()},
            {"fault"_L1, isTold ? offices::sentenceOf(line.fault) : QString()}};
}

bool isMadeHere(const domain::Material &material)
{
    return material.form == domain::Material::Form::FilledForm;
}

qsizetype picturesOf(const ApplicationSheet &sheet, const QString &material)
{
    return std::ranges::count(sheet.draft.pictures, material, &offices::DraftPicture::material);
}

/// Those that are in the case already, not the ones that the sheet imagines there.
qsizetype inCaseOf(const ApplicationSheet &sheet, const QString &material)
{
    return domain::scansOf(sheet.file, material).size() - picturesOf(sheet, material);
}

/// A number as a word; none is no word, so that a section about it is left out.
QString ifAny(qsizetype count)
{
    return count > 0 ? QString::number(count) : QString();
}

QString answerWords(const domain::Plan::Question &question)
{
    const auto *option = question.situation.option(question.answer);
    return option ? option->label : question.answer + question.situation.unit;
}

}

QJsonArray stepWords(const QString &now)
{
    QJsonArray words;
    for (const Step &step : steps())
        words << QJsonObject{{"step"_L1, step.word}, {"stepName"_L1, step.name}, {"now"_L1, step.word == now}};
    return words;
}

QString nextStepOf(const ApplicationSheet &sheet)
{
    return sheet.open.isEmpty() ? u"check"_s : stepOf(sheet.open.constFirst());
}

QJsonObject formWords(const ApplicationSheet &sheet, bool asksAll)
{
    QJsonArray fields;
    std::optional<Field::Role> role;
    int faulty = 0;
    for (const domain::Plan::FieldLine &line : sheet.plan.fields) {
        QJsonObject words = fieldWords(line, asksAll);
        words.insert("block"_L1, role == line.field.role ? QString() : blockOf(line.field.role));
        role = line.field.role;
        faulty += words["fault"_L1].toString().isEmpty() ? 0 : 1;
        fields << words;
    }
    const QString people = sheet.plan.rosters.isEmpty() ? QString() : sheet.plan.rosters.constFirst().roster.title;
    return {{"fields"_L1, fields}, {"faulty"_L1, ifAny(faulty)}, {"manyPeople"_L1, people}};
}

QJsonObject materialWords(const ApplicationSheet &sheet)
{
    QJsonArray materials;
    qsizetype sorted = 0;
    for (const domain::Plan::MaterialLine &line : sheet.plan.materials) {
        QJsonArray pictures;
        for (const offices::DraftPicture &picture : sheet.draft.pictures) {
            if (picture.material == line.material.id)
                pictures << QJsonObject{{"picture"_L1, QString::number(picture.id)}};
        }
        sorted += pictures.size();
        materials << QJsonObject{{"id"_L1, line.material.id},
                                 {"material"_L1, line.material.name},
                                 {"note"_L1, (QStringList{line.material.note} + line.notes).join(u' ').trimmed()},
                                 {"format"_L1, line.material.format},
                                 {"shared"_L1, line.material.exemptable()},
                                 {"madeHere"_L1, isMadeHere(line.material)},
                                 {"inCase"_L1, ifAny(inCaseOf(sheet, line.material.id))},
                                 {"pictures"_L1, pictures}};
    }
    return {{"materials"_L1, materials},
            {"megabytes"_L1, largestUpload / megabyte},
            {"most"_L1, offices::Applications::mostPictures},
            {"room"_L1, offices::Applications::mostPictures - sheet.draft.pictures.size()},
            {"loose"_L1, ifAny(sheet.draft.pictures.size() - sorted)}};
}

QJsonObject checkWords(const ApplicationSheet &sheet)
{
    QJsonArray open, answers, items, fields, materials;
    for (const domain::Refusal &refusal : sheet.open)
        open << QJsonObject{{"sentence"_L1, offices::applicantSentenceOf(refusal)}, {"step"_L1, stepOf(refusal)}};
    for (const domain::Plan::Question &question : sheet.plan.questions)
        answers << QJsonObject{{"question"_L1, question.situation.question}, {"answer"_L1, answerWords(question)}};
    for (const domain::Plan::ItemLine &line : sheet.plan.items) {
        if (line.chosen)
            items << QJsonObject{{"item"_L1, line.item.name}, {"department"_L1, line.item.department}};
    }
    for (const domain::Plan::FieldLine &line : sheet.plan.fields)
        fields << QJsonObject{{"label"_L1, line.field.label}, {"value"_L1, line.value}};
    int missing = 0;
    for (const domain::Plan::MaterialLine &line : sheet.plan.materials) {
        const qsizetype count = domain::scansOf(sheet.file, line.material.id).size();
        missing += count == 0 && !isMadeHere(line.material) ? 1 : 0;
        materials << QJsonObject{{"material"_L1, line.material.name}, {"count"_L1, ifAny(count)}, {"madeHere"_L1, isMadeHere(line.material)}};
    }
    return {{"open"_L1, open},
            {"hall"_L1, sheet.hall.name},
            {"answers"_L1, answers},
            {"items"_L1, items},
            {"fields"_L1, fields},
            {"materials"_L1, materials},
            {"missing"_L1, ifAny(missing)},
            {"ready"_L1, sheet.open.isEmpty()},
            {"again"_L1, sheet.stand == offices::ApplicationStand::ToSupplement}};
}

QJsonObject standWords(const ApplicationSheet &sheet, const QString &phone, const QDateTime &now)
{
    using Stand = offices::ApplicationStand;
    const bool isReviewing = sheet.stand == Stand::Reviewing;
    return {{"number"_L1, domain::groupedNumber(sheet.file.number)},
            {"hall"_L1, sheet.hall.name},
            {"code"_L1, offices::groupedResumeCode(sheet.draft.resumeCode)},
            {"filling"_L1, sheet.stand == Stand::Filling},
            {"reviewing"_L1, isReviewing},
            {"atWindow"_L1, sheet.stand == Stand::AtWindow},
            {"ended"_L1, sheet.stand == Stand::Ended},
            {"supplement"_L1, sheet.stand == Stand::ToSupplement},
            {"filed"_L1, sheet.stand == Stand::Filed},
            {"expires"_L1, shownMoment(sheet.expires, now)},
            {"next"_L1, nextStepOf(sheet)},
            {"submittedAt"_L1, shownMoment(sheet.file.life.submittedAt, now)},
            {"due"_L1, shownMoment(sheet.review.due, now)},
            {"provisional"_L1, sheet.review.provisional},
            {"late"_L1, isReviewing && sheet.review.due < now},
            {"phone"_L1, phone}};
}

QJsonObject startWords(const domain::Guide &guide, const QList<offices::HallChoice> &halls, const QString &chosenHall,
                       const std::optional<ApplicationSheet> &other)
{
    QJsonArray rows;
    for (const offices::HallChoice &hall : halls)
        rows << QJsonObject{{"code"_L1, hall.code}, {"hallName"_L1, hall.name}, {"chosen"_L1, halls.size() == 1 || hall.code == chosenHall}};
    const bool hasOther = other && other->mayChange();
    return {{"name"_L1, guide.matter.name},
            {"address"_L1, addressOf(guide.ref)},
            {"applyAddress"_L1, applyAddressOf(guide.ref)},
            {"halls"_L1, rows},
            {"noHalls"_L1, halls.isEmpty()},
            {"days"_L1, offices::Applications::daysOpen},
            {"hasOther"_L1, hasOther},
            {"otherName"_L1, hasOther ? other->guide.matter.name : QString()},
            {"otherCode"_L1, hasOther ? offices::groupedResumeCode(other->draft.resumeCode) : QString()}};
}

}
