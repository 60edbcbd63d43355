#include "core/domain/licencerules.h"

#include "core/domain/codes.h"

#include <QRegularExpression>

#include <algorithm>

namespace domain {

namespace {

using Why = Refusal::Why;
using Acquisition = Material::Acquisition;

/// Names are the same whatever dot stands in them and however wide they are written.
QString comparableName(const QString &name)
{
    static const QRegularExpression between(QStringLiteral("[\\s·•・‧.．()（）]+"));
    return name.normalized(QString::NormalizationForm_KC).remove(between).toUpper();
}

/// GB/T 36904 knows only e-licences; the number of a look-up is whatever its keeper gives it.
FieldFault identifierFault(const QString &identifier, Acquisition way)
{
    static const QRegularExpression number(QStringLiteral("^[0-9A-Za-z][0-9A-Za-z._:/-]{3,99}$"));
    if (way == Acquisition::ELicence)
        return eLicenceFault(identifier);
    return number.match(identifier).hasMatch() ? FieldFault::None : FieldFault::Malformed;
}

}

LicenceFault licenceFault(const FoundLicence &found, Acquisition way, const QString &holder, QDate today)
{
    const FieldFault identifier = identifierFault(found.identifier, way);
    if (identifier == FieldFault::WrongCheckDigit)
        return LicenceFault::WrongCheckDigit;
    if (identifier != FieldFault::None || found.name.isEmpty() || found.issuer.isEmpty())
        return LicenceFault::Malformed;
    if (found.from.isValid() && found.until.isValid() && found.from > found.until)
        return LicenceFault::Malformed;
    const QString wanted = comparableName(holder);
    if (wanted.isEmpty() || comparableName(found.holder) != wanted)
        return LicenceFault::OtherHolder;
    if (found.from.isValid() && found.from > today)
        return LicenceFault::NotYetValid;
    return found.until.isValid() && found.until < today ? LicenceFault::Expired : LicenceFault::None;
}

QList<Acquisition> lookUpWays(const Material &material)
{
    QList<Acquisition> ways;
    std::ranges::copy_if(material.acquisition, std::back_inserter(ways), [](Acquisition way) {
        return way == Acquisition::Shared || way == Acquisition::ELicence;
    });
    return ways;
}

QString purposeOf(const Guide &guide, const Plan::MaterialLine &line)
{
    return wordsOf(QStringLiteral("办理“%1”：%2").arg(guide.matter.name, line.itemNames.join(u'、')));
}

Ruling<Facts> askLicence(const Case &file, const Plan &plan, const AskLicence &command)
{
    const Plan::MaterialLine *line = plan.material(command.material);
    if (!line)
        return refuse(Why::UnknownMaterial, command.material, command.material);
    const QString name = line->material.name;
    if (!lookUpWays(line->material).contains(command.way))
        return refuse(Why::NotExemptable, name, command.material);
    const LicenceAsked fact{command.lookUp, command.material, command.way, nameOf(command.holder), wordsOf(command.purpose)};
    if (fact.holder.isEmpty())
        return refuse(Why::HolderMissing, name, command.material);
    if (fact.purpose.isEmpty())
        return refuse(Why::ReasonMissing, name, command.material);
    if (std::ranges::find(file.life.lookUps, command.lookUp, &LookUp::id) != file.life.lookUps.end())
        return refuse(Why::AlreadyDone, name, command.material);
    return Facts{LifeFact{fact}};
}

Ruling<Facts> answerLicence(const Case &file, const AnswerLicence &command)
{
    const auto asked = std::ranges::find(file.life.lookUps, command.lookUp, &LookUp::id);
    if (asked == file.life.lookUps.end() || asked->answeredAt.isValid() || command.outcome == LookUp::Outcome::Open)
        return refuse(Why::UnknownLookUp);
    LicenceAnswered fact{.lookUp = command.lookUp, .outcome = command.outcome};
    if (command.outcome == LookUp::Outcome::Found) {
        fact.identifier = base::cleanLine(command.identifier, 120);
        fact.licence = nameOf(command.licence);
        fact.issuer = nameOf(command.issuer);
        fact.until = command.until;
    }
    return Facts{LifeFact{fact}};
}

}
