#include "core/papers/casepapers.h"

#include "core/domain/casenumber.h"
#include "core/domain/codes.h"
#include "core/papers/paperfacts.h"

#include <QJsonArray>

namespace papers {

using namespace Qt::StringLiterals;
using domain::Material;
using domain::Verdict;
using domain::VerdictKind;

namespace {

QString momentText(const QDateTime &moment)
{
    return moment.toString(u"yyyy年M月d日 HH:mm"_s);
}

/// The items that are applied for now.
QList<domain::Plan::ItemLine> chosenItems(const domain::Plan &plan)
{
    QList<domain::Plan::ItemLine> chosen;
    std::copy_if(plan.items.begin(), plan.items.end(), std::back_inserter(chosen),
                 [](const auto &line) { return line.chosen; });
    return chosen;
}

QJsonArray itemRows(const domain::Plan &plan)
{
    QJsonArray rows;
    for (const domain::Plan::ItemLine &line : chosenItems(plan)) {
        const domain::Path *path = line.item.path(line.path);
        rows << QJsonObject{{u"name"_s, line.item.name},
                            {u"department"_s, line.item.department},
                            {u"path"_s, path ? path->name : QString()},
                            {u"atOnce"_s, line.promisedDays == 0},
                            {u"days"_s, line.promisedDays > 0 ? QString::number(line.promisedDays) : QString()},
                            {u"daysUnknown"_s, line.promisedDays < 0}};
    }
    return rows;
}

QStringList itemNames(const domain::Plan &plan)
{
    QStringList names;
    for (const domain::Plan::ItemLine &line : chosenItems(plan))
        names << line.item.name;
    return names;
}

/// The person part: names in full, because the paper goes into the person's own hand; numbers masked.
void addApplicant(QJsonObject &facts, const domain::Case &file)
{
    facts.insert(u"applicant"_s, domain::applicantName(file));
    facts.insert(u"applicantId"_s, domain::maskedNumber(file.fields.value(u"applicant-id"_s)));
    facts.insert(u"applicantPhone"_s, domain::maskedPhone(file.fields.value(u"applicant-phone"_s)));
    facts.insert(u"enterprise"_s, file.fields.value(u"enterprise-name"_s));
    facts.insert(u"enterpriseCode"_s, file.fields.value(u"enterprise-code"_s)); // in a public register
}

/// The words that every paper of a case may use.
QJsonObject commonFacts(const CaseFacts &from)
{
    QJsonObject facts{{u"number"_s, domain::groupedNumber(from.file.number)},
                      {u"draft"_s, from.draft},
                      {u"reprint"_s, !from.draft && from.copy > 1},
                      {u"copy"_s, from.copy},
                      {u"caseCode"_s, caseCode(from.file.number, from.hall)},
                      {u"guideCode"_s, guideCode(from.guide.ref, from.hall)},
                      {u"items"_s, itemRows(from.plan)},
                      {u"itemNames"_s, itemNames(from.plan).join(u'、')},
                      {u"itemCount"_s, itemNames(from.plan).size()}};
    addApplicant(facts, from.file);
    addHall(facts, from.hall);
    addGuide(facts, from.guide);
    return facts;
}

QJsonArray gapRows(const QList<domain::Gap> &gaps)
{
    QJsonArray rows;
    for (const domain::Gap &gap : gaps)
        rows << QJsonObject{
            {u"material"_s, gap.materialName}, {u"items"_s, gap.items.join(u'、')}, {u"reason"_s, gap.reason}};
    return rows;
}

QJsonObject materialRow(const Material &material, const Verdict &verdict)
{
    const bool looked = verdict.kind == VerdictKind::OriginalSeen || verdict.kind == VerdictKind::CopyKept;
    const bool keptByForm
        = material.form == Material::Form::OriginalKept || material.form == Material::Form::FilledForm;
    const bool kept = verdict.kind == VerdictKind::OriginalSeen && keptByForm;
    const bool exempt = verdict.kind == VerdictKind::Exempt;
    return {{u"material"_s, material.name},
            {u"formShown"_s, material.form == Material::Form::OriginalShown},
            {u"formKept"_s, material.form == Material::Form::OriginalKept},
            {u"formCopy"_s, material.form == Material::Form::Copy},
            {u"formFilled"_s, material.form == Material::Form::FilledForm},
            {u"formElectronic"_s, material.form == Material::Form::Electronic},
            {u"originals"_s, looked ? countWord(material.originals) : QString()},
            {u"copies"_s, looked ? countWord(material.copies) : QString()},
            {u"originalSeen"_s, verdict.kind == VerdictKind::OriginalSeen && !kept},
            {u"originalKept"_s, kept},
            {u"copyKept"_s, verdict.kind == VerdictKind::CopyKept},
            {u"shared"_s, exempt && verdict.from == Material::Acquisition::Shared},
            {u"eLicence"_s, exempt && verdict.from == Material::Acquisition::ELicence},
            {u"held"_s, exempt && verdict.from == Material::Acquisition::Held},
            {u"exemptOtherwise"_s, exempt && verdict.from == Material::Acquisition::Applicant},
            {u"deferred"_s, verdict.kind == VerdictKind::Deferred},
            {u"due"_s, verdict.kind == VerdictKind::Deferred ? dayText(verdict.due) : QString()},
            {u"committed"_s, verdict.kind == VerdictKind::Committed},
            {u"open"_s, !verdict.satisfies()}};
}

/// The list of materials, and by themselves those that are promised: 容缺 and 告知承诺.
void addMaterials(QJsonObject &facts, const CaseFacts &from)
{
    QJsonArray all;
    QJsonArray deferred;
    QJsonArray committed;
    for (const domain::Plan::MaterialLine &line : from.plan.materials) {
        const Verdict verdict = from.file.verdicts.value(line.material.id);
        const QJsonObject row = materialRow(line.material, verdict);
        all << row;
        if (verdict.kind == VerdictKind::Deferred)
            deferred << row;
        if (verdict.kind == VerdictKind::Committed)
            committed << row;
    }
    facts.insert(u"materials"_s, all);
    facts.insert(u"materialCount"_s, all.size());
    facts.insert(u"complete"_s, deferred.isEmpty() && committed.isEmpty());
    facts.insert(u"deferredMaterials"_s, deferred);
    facts.insert(u"committedMaterials"_s, committed);
}

QString codeOf(const QString &what, const QString &path, const base::HallSettings &hall)
{
    return hall.publicUrl.isEmpty() ? u"yichuang:%1/%2"_s.arg(what, path)
                                    : u"%1/%2/%3"_s.arg(hall.publicUrl, what, path);
}

}

base::Result<Paper> casePaper(const FormFolder &forms, const CaseFacts &from, const domain::PaperRef &paper)
{
    switch (paper.kind) {
    case domain::PaperKind::CorrectionNotice:
        return correctionNotice(forms, from, from.file.notices.at(paper.number - 1));
    case domain::PaperKind::FilingReceipt:
        return filingReceipt(forms, from, *from.file.filing);
    default:
        return base::Fail({base::Error::Kind::Document, u"this paper has no form yet"_s, {}});
    }
}

base::Result<Paper> correctionNotice(const FormFolder &forms, const CaseFacts &from, const domain::IssuedNotice &notice)
{
    QJsonObject facts = commonFacts(from);
    facts.insert(u"clerk"_s, notice.clerk);
    facts.insert(u"at"_s, momentText(notice.at));
    facts.insert(u"day"_s, dayText(notice.at.date()));
    facts.insert(u"noticeNumber"_s, notice.number);
    facts.insert(u"again"_s, notice.number > 1);
    facts.insert(u"gaps"_s, gapRows(notice.gaps));
    facts.insert(u"gapCount"_s, notice.gaps.size());
    facts.insert(u"hasSecondTelling"_s, !notice.secondTelling.isEmpty());
    facts.insert(u"secondTelling"_s, notice.secondTelling.join(u'、'));
    return filled(forms, u"correction-notice"_s, facts);
}

base::Result<Paper> filingReceipt(const FormFolder &forms, const CaseFacts &from, const domain::Filing &filing)
{
    QJsonObject facts = commonFacts(from);
    facts.insert(u"clerk"_s, filing.clerk);
    facts.insert(u"at"_s, momentText(filing.at));
    facts.insert(u"day"_s, dayText(filing.at.date()));
    facts.insert(u"pushDue"_s, momentText(filing.pushDue));
    facts.insert(u"totalDays"_s, countWord(from.plan.promisedDays()));
    addMaterials(facts, from);
    const QString narrow = u"filing-receipt-80"_s;
    return filled(forms, from.onRoll && forms.form(narrow) ? narrow : u"filing-receipt"_s, facts);
}

QString guideCode(const domain::GuideRef &guide, const base::HallSettings &hall)
{
    return codeOf(u"g"_s, u"%1/%2/%3"_s.arg(guide.pack, guide.version, guide.matter), hall);
}

QString caseCode(const QString &number, const base::HallSettings &hall)
{
    return codeOf(u"c"_s, number, hall);
}

}
