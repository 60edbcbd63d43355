#include "core/papers/casewords.h"

#include "core/domain/casenumber.h"
#include "core/domain/codes.h"
#include "core/domain/scannedcode.h"
#include "core/papers/paperfacts.h"
#include "core/papers/peoplewords.h"

namespace papers {

using namespace Qt::StringLiterals;
using domain::Material;
using domain::Verdict;
using domain::VerdictKind;

namespace {

const QString enterpriseAudience = u"企业"_s;

QJsonArray itemRows(const domain::Plan &plan)
{
    QJsonArray rows;
    for (const domain::Plan::ItemLine &line : plan.items) {
        if (!line.chosen)
            continue;
        const domain::Path *path = line.item.path(line.path);
        rows << QJsonObject{{u"name"_s, line.item.name},
                            {u"department"_s, line.item.department},
                            {u"path"_s, path ? path->name : QString()},
                            {u"atOnce"_s, line.promisedDays == 0},
                            {u"days"_s, countWord(line.promisedDays)},
                            {u"daysUnknown"_s, line.promisedDays < 0}};
    }
    return rows;
}

/// The person part: names in full, because the paper goes into the person's own hand; numbers masked.
void addApplicant(QJsonObject &facts, const CaseFacts &from)
{
    const QMap<QString, QString> &fields = from.file.fields;
    const QString name = domain::applicantName(from.file);
    const QString enterprise = fields.value(domain::enterpriseNameField);
    const bool isForEnterprise = from.guide.matter.audience == enterpriseAudience && !enterprise.isEmpty();
    facts.insert(u"applicant"_s, name);
    facts.insert(u"applicantMasked"_s, domain::maskedName(name));
    facts.insert(u"addressee"_s, isForEnterprise ? enterprise : name);
    facts.insert(u"applicantId"_s, domain::maskedNumber(fields.value(u"applicant-id"_s)));
    facts.insert(u"applicantPhone"_s, domain::maskedPhone(fields.value(u"applicant-phone"_s)));
    facts.insert(u"enterprise"_s, enterprise);
    facts.insert(u"enterpriseCode"_s, fields.value(u"enterprise-code"_s)); // in a public register
}

/// How many originals and copies of a material are in the bag.
struct Kept {
    int originals = 0;
    int copies = 0;
};
Kept keptOf(const Material &material, const Verdict &verdict)
{
    if (verdict.kind == VerdictKind::CopyKept)
        return {0, std::max(material.copies, 1)};
    if (verdict.kind != VerdictKind::OriginalSeen)
        return {};
    const bool staysHere = material.form == Material::Form::OriginalKept || material.form == Material::Form::FilledForm;
    return {staysHere ? std::max(material.originals, 1) : 0, material.copies};
}

}

QString momentWords(const QDateTime &moment)
{
    return moment.toString(u"yyyy年M月d日 HH:mm"_s);
}

QJsonObject commonFacts(const CaseFacts &from)
{
    const QJsonArray items = itemRows(from.plan);
    QStringList names;
    for (const QJsonValue &item : items)
        names << item[u"name"_s].toString();
    QJsonObject facts{{u"number"_s, domain::groupedNumber(from.file.number)},
                      {u"draft"_s, from.draft},
                      {u"reprint"_s, !from.draft && from.copy > 1},
                      {u"copy"_s, from.copy},
                      {u"caseCode"_s, from.code.isEmpty() ? caseCode(from.file.number, from.hall) : from.code},
                      {u"guideCode"_s, guideCode(from.guide.ref, from.hall)},
                      {u"items"_s, items},
                      {u"itemNames"_s, names.join(u'、')},
                      {u"itemCount"_s, names.size()}};
    addApplicant(facts, from);
    addPeople(facts, from);
    addHall(facts, from.hall);
    addGuide(facts, from.guide);
    return facts;
}

void addAct(QJsonObject &facts, const QDateTime &at, const QString &clerk)
{
    facts.insert(u"clerk"_s, clerk);
    facts.insert(u"at"_s, momentWords(at));
    facts.insert(u"day"_s, dayText(at.date()));
}

void addNumbersInFull(QJsonObject &facts, const domain::Case &file)
{
    facts.insert(u"applicantIdFull"_s, file.fields.value(u"applicant-id"_s));
    facts.insert(u"applicantPhoneFull"_s, file.fields.value(u"applicant-phone"_s));
}

void addFiling(QJsonObject &facts, const domain::Case &file)
{
    const domain::Filing filing = file.filing.value_or(domain::Filing());
    facts.insert(u"filedAt"_s, momentWords(filing.at));
    facts.insert(u"filedDay"_s, dayText(filing.at.date()));
    facts.insert(u"pushDue"_s, momentWords(filing.pushDue));
}

QJsonObject materialRow(const domain::Plan::MaterialLine &line, const Verdict &verdict)
{
    const Material &material = line.material;
    const bool looked = verdict.kind == VerdictKind::OriginalSeen || verdict.kind == VerdictKind::CopyKept;
    const bool keptByForm
        = material.form == Material::Form::OriginalKept || material.form == Material::Form::FilledForm;
    const bool kept = verdict.kind == VerdictKind::OriginalSeen && keptByForm;
    const bool exempt = verdict.kind == VerdictKind::Exempt;
    const Kept inBag = keptOf(material, verdict);
    return {{u"material"_s, material.name},
            {u"usedBy"_s, line.itemNames.join(u'、')},
            {u"basis"_s, material.basis},
            {u"formShown"_s, material.form == Material::Form::OriginalShown},
            {u"formKept"_s, material.form == Material::Form::OriginalKept},
            {u"formCopy"_s, material.form == Material::Form::Copy},
            {u"formFilled"_s, material.form == Material::Form::FilledForm},
            {u"formElectronic"_s, material.form == Material::Form::Electronic},
            {u"askedOriginals"_s, countWord(material.originals)},
            {u"askedCopies"_s, countWord(material.copies)},
            {u"originals"_s, looked ? countWord(material.originals) : QString()},
            {u"copies"_s, looked ? countWord(material.copies) : QString()},
            {u"keptOriginals"_s, countWord(inBag.originals)},
            {u"keptCopies"_s, countWord(inBag.copies)},
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

void addMaterials(QJsonObject &facts, const CaseFacts &from)
{
    QJsonArray all;
    QJsonArray deferred;
    QJsonArray committed;
    for (const domain::Plan::MaterialLine &line : from.plan.materials) {
        const Verdict verdict = from.file.verdicts.value(line.material.id);
        QJsonObject row = materialRow(line, verdict);
        row.insert(u"separator"_s, domain::separatorText(from.file.number, line.material.id));
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
    facts.insert(u"deferredCount"_s, deferred.size());
    facts.insert(u"committedMaterials"_s, committed);
    facts.insert(u"committedCount"_s, committed.size());
}

QJsonArray linked(QJsonArray rows)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QJsonObject row = rows[i].toObject();
        row.insert(u"more"_s, i + 1 < rows.size());
        rows[i] = row;
    }
    return rows;
}

void addWay(QJsonObject &facts, domain::Collection way)
{
    facts.insert(u"byWindow"_s, way == domain::Collection::Window);
    facts.insert(u"byCourier"_s, way == domain::Collection::Courier);
    facts.insert(u"byElectronic"_s, way == domain::Collection::Electronic);
    facts.insert(u"byMachine"_s, way == domain::Collection::SelfService);
}

}
