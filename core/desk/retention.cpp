#include "core/desk/retention.h"

#include "core/desk/auditbook.h"
#include "core/desk/profile.h"
#include "core/domain/retention.h"
#include "core/journal/audittrail.h"
#include "core/journal/erasing.h"
#include "core/journal/journal.h"

#include <QDir>

namespace desk {

using namespace Qt::StringLiterals;
using domain::limitOf;
using What = domain::RetentionRule::What;

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
