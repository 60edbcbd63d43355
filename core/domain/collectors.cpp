#include "core/domain/collectors.h"

#include "core/domain/caselife.h"
#include "core/domain/parties.h"

namespace domain {

namespace {

/// How \a party, as one who may collect, stands to the applicant; empty: may not.
QString relationOf(const Party &party)
{
    switch (party.role) {
    case Field::Role::Applicant: return themselves;
    case Field::Role::Agent: return QStringLiteral("代理人");
    case Field::Role::Enterprise: return party.title.startsWith(legalRepresentative) ? legalRepresentative : QString();
    case Field::Role::Subject:
    case Field::Role::OtherParty:
    case Field::Role::Matter: break;
    }
    return {};
}

}

CollectorCheck checkCollector(const Plan &plan, const PersonCard &card)
{
    using Match = CollectorCheck::Match;
    CollectorCheck check;
    for (const Party &party : partiesOf(plan)) {
        const QString relation = relationOf(party);
        if (relation.isEmpty())
            continue;
        if (party.identity == card.number)
            return {Match::Entitled, relation};
        if (party.name != card.name)
            continue;
        if (party.identity.isEmpty())
            check = {Match::ByName, relation};
        else if (check.match == Match::Stranger)
            check = {Match::OtherNumber, {}};
    }
    return check;
}

}
