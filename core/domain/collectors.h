#pragma once

#include "core/domain/personcard.h"
#include "core/domain/plan.h"

namespace domain {

/// What a card says about whoever came to collect a result.
struct CollectorCheck {
    enum class Match {
        Entitled, ///< the case names this person: see \c relation
        ByName, ///< the case has no number of this person to compare with; the name fits
        OtherNumber, ///< somebody of this name is named in the case, with another number
        Stranger, ///< nobody of the case
    };
    Match match = Match::Stranger;
    QString relation; ///< to the applicant: 本人, 法定代表人, 代理人; empty where the clerk has to ask
    bool operator==(const CollectorCheck &) const = default;
};

/// Compares \a card with those who may collect what \a plan applies for: the applicants, the legal representative of an enterprise, and
/// whoever acts with a letter of authority.
CollectorCheck checkCollector(const Plan &plan, const PersonCard &card);

}
