#pragma once

#include <QDateTime>

#include <array>

namespace domain {

/// How long something is kept, and who says so. All rules stand in the table of retention.cpp and nowhere else; window and hub keep to them.
struct RetentionRule {
    enum class What {
        Draft, ///< a case that was never filed, since its last act
        ArchivedCase, ///< since it was archived and last acted on
        AuditMonth, ///< of a window, since its last day
        LookUp, ///< record of who looked up whose licence, at the hub
        KeptAside, ///< what revoked windows sent, at the hub
    };
    What what = What::Draft;
    int days = 0;
    const char *source = ""; ///< law, standard or custom
    const char *confidence = ""; ///< whether that was read, is known, or is our own choice
};
constexpr int retentionRules = 5;
const std::array<RetentionRule, retentionRules> &retentionTable();

/// What is older at \a now is past its time.
QDateTime limitOf(RetentionRule::What what, const QDateTime &now);

}
