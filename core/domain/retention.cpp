#include "core/domain/retention.h"

namespace domain {

using What = RetentionRule::What;

namespace {

constexpr int yearDays = 366;

}

const std::array<RetentionRule, retentionRules> &retentionTable()
{
    static constexpr std::array<RetentionRule, retentionRules> table{
        RetentionRule{What::Draft, 180, "Personal Information Protection Law, article 19: as short as the purpose needs; 180 days is this program's choice",
                      "the article known, the number a choice that a hall may not find in any rule"},
        RetentionRule{What::ArchivedCase, 30 * yearDays, "archives of government services are kept 10 or 30 years or for ever by the table of each organ; the longer of the two numbers",
                      "known in general, not read; records kept for ever must not be forgotten by this rule"},
        RetentionRule{What::AuditMonth, 3 * yearDays, "Cybersecurity Law, article 21: logs at least six months; three years, as records of personal information impact are kept by article 56 of the Personal Information Protection Law",
                      "known, not read anew"},
        RetentionRule{What::LookUp, 3 * yearDays, "as the audit trail of a window: it says who looked up personal information",
                      "this program's choice, by the two laws named there"},
        RetentionRule{What::KeptAside, 30, "sync rule 25 of this program: what revoked windows send is kept thirty days to be looked at",
                      "this program's choice"},
    };
    return table;
}

QDateTime limitOf(What what, const QDateTime &now)
{
    return now.addDays(-retentionTable().at(std::size_t(what)).days);
}

}
