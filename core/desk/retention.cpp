#include "core/desk/retention.h"

#include "core/desk/auditbook.h"
#include "core/desk/profile.h"
#include "core/journal/audittrail.h"
#include "core/journal/erasing.h"
#include "core/journal/journal.h"

#include <QDir>

namespace desk {

using namespace Qt::StringLiterals;
using What = RetentionRule::What;

namespace {

constexpr int yearDays = 366;

QDateTime limitOf(What what, const QDateTime &now)
{
    for (const RetentionRule &rule : retentionTable()) {
        if (rule.what == what)
            return now.addDays(-rule.days);
    }
    Q_UNREACHABLE();
}

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
    };
    return table;
}

base::Result<PastTime> pastTime(Profile &profile, const QString &folder, const QDateTime &now)
{
    const base::Result<QList<journal::CaseAge>> ages = journal::caseAges(folder);
    if (!ages)
        return base::Fail(ages.error());
    const base::Result<QStringList> months = profile.journal().audit().months();
    if (!months)
        return base::Fail(months.error());
    PastTime past;
    const QDateTime draft = limitOf(What::Draft, now), archived = limitOf(What::ArchivedCase, now);
    for (const journal::CaseAge &age : *ages) {
        const bool isOldDraft = age.isDraft && age.changedAt < draft;
        const bool isOldCase = age.archivedAt.isValid() && age.archivedAt < archived && age.changedAt < archived;
        if (!isOldDraft && !isOldCase)
            continue;
        QStringList &list = age.isUnsent ? past.unsent : isOldDraft ? past.drafts : past.archived;
        list << age.id;
    }
    for (const QString &month : *months) {
        const QDate first = QDate::fromString(month + u"-01"_s, Qt::ISODate);
        if (first.addMonths(1) <= limitOf(What::AuditMonth, now).date())
            past.months << month;
    }
    return past;
}

base::Result<> forgetPast(Profile &profile, const QString &folder, const PastTime &past, const base::Clock &clock, const QString &who)
{
    AuditBook audit(profile.journal(), clock, who.isEmpty() ? profile.hall().clerk : who);
    const QString counts = u"%1 + %2 + %3"_s.arg(past.drafts.size()).arg(past.archived.size()).arg(past.months.size());
    base::Result<> done = audit.note(AuditAct::Forgotten, {}, counts).and_then([&] {
        return journal::eraseCases(folder, profile.keys().profile, past.drafts + past.archived, clock.now());
    });
    for (const QString &month : past.months)
        done = done.and_then([&] { return profile.journal().audit().forget(month); });
    if (!done)
        return done;
    for (const QString &caseId : past.drafts + past.archived) // unreadable already
        QDir(folder + u"/scans/"_s + caseId).removeRecursively();
    return {};
}

}
