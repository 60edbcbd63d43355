#include "core/desk/licencelookup.h"

#include "core/domain/parties.h"

#include <QUuid>

#include <utility>

namespace desk {

using namespace domain;
using devices::LicenceAnswer;
using devices::LicenceQuestion;
using Outcome = LookUp::Outcome;

namespace {

std::optional<Verdict> verdictOn(const Case &file, const QString &material)
{
    const auto verdict = file.verdicts.constFind(material);
    return verdict == file.verdicts.constEnd() ? std::nullopt : std::optional(*verdict);
}

Outcome outcomeOf(LicenceAnswer::Result result)
{
    switch (result) {
    case LicenceAnswer::Result::Found:
        return Outcome::Found;
    case LicenceAnswer::Result::NotFound:
        return Outcome::NotFound;
    case LicenceAnswer::Result::Refused:
        return Outcome::Refused;
    case LicenceAnswer::Result::Unreachable:
        return Outcome::Unreachable;
    case LicenceAnswer::Result::Garbled:
        return Outcome::NotCredible;
    }
    Q_UNREACHABLE();
}

}

LicenceLookUp::LicenceLookUp(CaseWork &work, devices::LicenceSource &source, QObject *parent) :
    QObject(parent), m_work(work), m_source(source)
{
    connect(&m_source, &devices::LicenceSource::answered, this, &LicenceLookUp::take);
}

LicenceLookUp::~LicenceLookUp()
{
    cancel();
}

QList<LicenceHolder> LicenceLookUp::holders() const
{
    QList<LicenceHolder> holders;
    for (const Party &party : partiesOf(m_work.plan()))
        holders.append({party.title, party.name, party.identity});
    return holders;
}

Done LicenceLookUp::ask(const QString &material, const LicenceHolder &holder)
{
    cancel();
    const Plan::MaterialLine *line = m_work.plan().material(material);
    m_material = material;
    m_holder = holder;
    m_before = verdictOn(m_work.file(), material);
    m_ways = line ? lookUpWays(line->material) : QList<Material::Acquisition>{};
    if (m_ways.isEmpty())
        m_ways = {Material::Acquisition::Shared}; // the rule says why it may not be asked
    return askNext();
}

/// Recorded first, so that nothing is asked about anybody without its purpose on record.
Done LicenceLookUp::askNext()
{
    const Plan::MaterialLine *line = m_work.plan().material(m_material);
    m_way = m_ways.takeFirst();
    const QString purpose = line ? purposeOf(m_work.guide(), *line) : QString();
    const QString name = line ? line->material.name : QString(); // the plan is another after the act
    const QString lookUp = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (Done asked = m_work.perform(LifeCommand(AskLicence{lookUp, m_material, m_way, m_holder.name, purpose})); !asked)
        return asked;
    m_lookUp = lookUp;
    const bool isShared = m_way == Material::Acquisition::Shared;
    m_source.ask({.kind = isShared ? LicenceQuestion::Kind::Shared : LicenceQuestion::Kind::ELicence,
                  .material = m_material,
                  .materialName = name,
                  .holderName = m_holder.name,
                  .holderNumber = m_holder.number,
                  .purpose = purpose,
                  .caseNumber = m_work.file().number});
    return {};
}

void LicenceLookUp::take(const LicenceAnswer &answer)
{
    if (m_lookUp.isEmpty())
        return;
    LookUpEnd end{.material = m_material, .outcome = outcomeOf(answer.result), .found = {}, .undone = {}, .isBeyondHub = answer.isBeyondHub, .detail = answer.detail};
    if (end.outcome == Outcome::Found) {
        end.found = {answer.identifier, answer.name, answer.holder, answer.issuer, answer.from, answer.until};
        end.fault = licenceFault(end.found, m_way, m_holder.name, m_work.today());
        if (end.fault != LicenceFault::None)
            end.outcome = Outcome::NotCredible;
    }
    finish(end);
}

void LicenceLookUp::cancel()
{
    if (m_lookUp.isEmpty())
        return;
    m_source.cancel();
    m_ways.clear();
    finish({.material = m_material, .outcome = Outcome::Cancelled, .found = {}, .undone = {}, .detail = {}});
}

void LicenceLookUp::finish(LookUpEnd end)
{
    const Done recorded = record(end);
    m_lookUp.clear();
    if (!recorded) {
        end.undone = recorded.error();
        emit ended(end);
        return;
    }
    const bool tryNext = end.outcome == Outcome::NotFound || end.outcome == Outcome::Refused;
    if (tryNext && !m_ways.isEmpty()) {
        if (const Done asked = askNext(); !asked) {
            end.undone = asked.error();
            emit ended(end);
        }
        return;
    }
    // What the clerk found meanwhile with the paper in hand stands.
    if (end.outcome == Outcome::Found && verdictOn(m_work.file(), m_material) == m_before) {
        const Verdict exempt{.kind = VerdictKind::Exempt, .from = m_way, .identifier = end.found.identifier};
        if (const Done given = m_work.perform(GiveVerdict{m_material, exempt}); given)
            end.taken = true;
        else
            end.undone = given.error();
    }
    emit ended(end);
}

Done LicenceLookUp::record(const LookUpEnd &end)
{
    return m_work.perform(LifeCommand(AnswerLicence{.lookUp = m_lookUp,
                                                    .outcome = end.outcome,
                                                    .identifier = end.found.identifier,
                                                    .licence = end.found.name,
                                                    .issuer = end.found.issuer,
                                                    .until = end.found.until}));
}

}
