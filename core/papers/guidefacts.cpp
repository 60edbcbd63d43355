#include "core/papers/guidefacts.h"

#include "core/domain/conditionwords.h"
#include "core/papers/casepapers.h"
#include "core/papers/paperfacts.h"

namespace papers {

using namespace Qt::StringLiterals;
using domain::Confidence;
using domain::Provenance;

namespace {

void addMatter(QJsonObject &facts, const GuideFacts &from)
{
    const domain::Matter &matter = from.guide.matter;
    facts.insert(u"code"_s, matter.code);
    facts.insert(u"sequence"_s, matter.sequence);
    facts.insert(u"national"_s, matter.mark == u'*');
    facts.insert(u"provincial"_s, matter.mark == u'#');
    facts.insert(u"catalogueOnly"_s, matter.status == domain::MatterStatus::Catalogue);
    facts.insert(u"officialGuide"_s, matter.status == domain::MatterStatus::Official);
    facts.insert(u"region"_s, from.guide.regionName);
    facts.insert(u"audience"_s, matter.audience);
    facts.insert(u"serves"_s, matter.serves);
    facts.insert(u"conditions"_s, textRows(matter.conditions));
    facts.insert(u"intermediaries"_s, textRows(matter.intermediaries));
    facts.insert(u"process"_s, textRows(matter.process));
    facts.insert(u"cautions"_s, textRows(matter.cautions));
    facts.insert(u"appointment"_s, matter.attention.appointment);
    facts.insert(u"inPerson"_s, matter.attention.inPerson);
    facts.insert(u"allParties"_s, matter.attention.allParties);
    facts.insert(u"photos"_s, matter.attention.photos);
}

QJsonObject wayRow(const domain::Way &way, const domain::Place &place, QDate day)
{
    using Kind = domain::Way::Kind;
    QJsonObject row{{u"window"_s, way.kind == Kind::Window},
                    {u"onlineWay"_s, way.kind == Kind::Online},
                    {u"selfService"_s, way.kind == Kind::SelfService},
                    {u"post"_s, way.kind == Kind::Post},
                    {u"address"_s, way.address},
                    {u"note"_s, way.note},
                    {u"place"_s, place.name},
                    {u"placeAddress"_s, place.address},
                    {u"placeHours"_s, place.hours},
                    {u"placePhone"_s, place.phone},
                    {u"placeNote"_s, place.note}};
    addProvenance(row, place.provenance, day);
    return row;
}

void addService(QJsonObject &facts, const GuideFacts &from)
{
    const domain::Service &service = from.guide.service;
    QJsonArray ways;
    for (const domain::Way &way : service.ways) {
        const domain::Place place = from.guide.places.value(way.place);
        if (isCurrent(place.provenance, from.day))
            ways << wayRow(way, place, from.day);
    }
    QJsonArray collection;
    for (const domain::Collection way : service.collection)
        collection << QJsonObject{{u"atWindow"_s, way == domain::Collection::Window},
                                  {u"byCourier"_s, way == domain::Collection::Courier},
                                  {u"electronic"_s, way == domain::Collection::Electronic},
                                  {u"atMachine"_s, way == domain::Collection::SelfService},
                                  {u"more"_s, collection.size() + 1 < service.collection.size()}};
    facts.insert(u"ways"_s, ways);
    facts.insert(u"collection"_s, collection);
    facts.insert(u"consultation"_s, textRows(service.consultation));
    facts.insert(u"complaints"_s, textRows(service.complaints));
    facts.insert(u"progress"_s, textRows(service.progress));
}

void addQuestions(QJsonObject &facts, const GuideFacts &from)
{
    const domain::Matter &matter = from.guide.matter;
    const auto ownOr = [&](const Provenance &own) { return own.source.isEmpty() ? matter.provenance : own; };
    QJsonArray mistakes;
    for (const domain::Mistake &mistake : matter.mistakes) {
        QJsonObject row{{u"wrong"_s, mistake.wrong}, {u"right"_s, mistake.right}};
        addProvenance(row, ownOr(mistake.provenance), from.day);
        if (isCurrent(mistake.provenance, from.day))
            mistakes << row;
    }
    QJsonArray faq;
    for (const domain::Faq &one : matter.faq) {
        QJsonObject row{{u"question"_s, one.question}, {u"answer"_s, one.answer}};
        addProvenance(row, ownOr(one.provenance), from.day);
        if (isCurrent(one.provenance, from.day))
            faq << row;
    }
    facts.insert(u"mistakes"_s, mistakes);
    facts.insert(u"faq"_s, faq);
}

}

QJsonObject matterFacts(const GuideFacts &from)
{
    QJsonObject facts{{u"day"_s, dayText(from.day)}, {u"guideCode"_s, guideCode(from.guide.ref, from.hall)}};
    addHall(facts, from.hall);
    addGuide(facts, from.guide);
    addMatter(facts, from);
    addService(facts, from);
    addQuestions(facts, from);
    return facts;
}

QString whenText(const domain::Condition &condition, const domain::Guide &guide)
{
    return domain::conditionWords(condition, guide.matter, guide.parameters, guide.parameterNames);
}

bool isCurrent(const Provenance &provenance, QDate day)
{
    return provenance.until.isNull() || day <= provenance.until;
}

void addProvenance(QJsonObject &row, const Provenance &provenance, QDate day)
{
    const bool isWorked = !provenance.source.isEmpty();
    row.insert(u"worked"_s, isWorked);
    row.insert(u"official"_s, isWorked && provenance.confidence == Confidence::Official);
    row.insert(u"high"_s, isWorked && provenance.confidence == Confidence::High);
    row.insert(u"medium"_s, isWorked && provenance.confidence == Confidence::Medium);
    row.insert(u"low"_s, isWorked && provenance.confidence == Confidence::Low);
    row.insert(u"source"_s, provenance.source);
    row.insert(u"from"_s, provenance.from > day ? dayText(provenance.from) : QString());
    row.insert(u"until"_s, provenance.until.isNull() ? QString() : dayText(provenance.until));
}

QJsonArray textRows(const QStringList &texts)
{
    QJsonArray rows;
    for (qsizetype i = 0; i < texts.size(); ++i)
        rows << QJsonObject{{u"text"_s, texts[i]}, {u"more"_s, i + 1 < texts.size()}};
    return rows;
}

void addDays(QJsonObject &row, int promised, int statutory)
{
    row.insert(u"promised"_s, countWord(promised));
    row.insert(u"promisedAtOnce"_s, promised == 0);
    row.insert(u"statutory"_s, countWord(statutory));
    row.insert(u"statutoryAtOnce"_s, statutory == 0);
}

void addSources(QJsonObject &row, const domain::Material &material)
{
    using Kind = domain::Material::Form;
    using Way = domain::Material::Acquisition;
    row.insert(u"shared"_s, material.acquisition.contains(Way::Shared));
    row.insert(u"eLicence"_s, material.acquisition.contains(Way::ELicence));
    row.insert(u"held"_s, material.acquisition.contains(Way::Held));
    row.insert(u"exemptable"_s, material.exemptable());
    row.insert(u"formShown"_s, material.form == Kind::OriginalShown);
    row.insert(u"formKept"_s, material.form == Kind::OriginalKept);
    row.insert(u"formCopy"_s, material.form == Kind::Copy);
    row.insert(u"formFilled"_s, material.form == Kind::FilledForm);
    row.insert(u"formElectronic"_s, material.form == Kind::Electronic);
    row.insert(u"originals"_s, countWord(material.originals));
    row.insert(u"copies"_s, countWord(material.copies));
}

}
