#include "core/journal/erasing.h"

#include "core/journal/digests.h"
#include "core/journal/eventstore.h"
#include "core/journal/projections.h"
#include "core/journal/reportstore.h"
#include "core/journal/shelfstore.h"
#include "core/journal/syncstore.h"

namespace journal {

using namespace Qt::StringLiterals;

base::Result<QList<CaseAge>> caseAges(const QString &folder)
{
    Database database(folder + u"/journal.db"_s);
    QList<CaseAge> ages;
    const auto moment = [](const QVariant &value) {
        return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong());
    };
    return database.open()
        .and_then([&] {
            return database.each(
                "SELECT f.case_id, f.stage, f.changed_at,"
                " (SELECT max(a.at) FROM event a WHERE a.case_id = f.case_id AND a.type = :archived),"
                " EXISTS (SELECT 1 FROM event e JOIN writer w ON w.id = e.writer WHERE e.case_id = f.case_id AND e.origin = 0"
                " AND e.seq > w.acknowledged AND (SELECT hub FROM sync_state) <> '')"
                " FROM case_file f JOIN case_key k ON k.case_id = f.case_id WHERE k.suite > 0 ORDER BY f.changed_at, f.case_id",
                {{u":archived"_s, domain::typeName(domain::LifeFact{domain::CaseArchived{}})}},
                [&](const QSqlQuery &row) -> base::Result<> {
                    ages.append({row.value(0).toString(), domain::Stage(row.value(1).toInt()) != domain::Stage::Filed, moment(row.value(3)),
                                 moment(row.value(2)), row.value(4).toBool()});
                    return {};
                });
        })
        .map([&] { return ages; });
}

base::Result<> eraseCases(const QString &folder, const base::Secret &profileKey, const QStringList &cases, const QDateTime &at)
{
    Database database(folder + u"/journal.db"_s);
    CaseKeys keys(database, profileKey);
    EventStore events(database, keys);
    Projections projections(database, keys);
    Digests digests(database, keys);
    ShelfStore shelf(database, keys);
    ReportStore reports(database, keys, profileKey);
    SyncStore sync(database, keys, profileKey);
    base::Result<> done = database.open().and_then([&] { return database.setUp(); });
    Transaction transaction(database);
    done = done.and_then([&] { return transaction.begin(); });
    for (const QString &caseId : cases) {
        done = done.and_then([&] { return sync.orderPurge(caseId, at); })
                   .and_then([&] { return projections.remove(caseId); })
                   .and_then([&] { return digests.remove(caseId); })
                   .and_then([&] { return shelf.remove(caseId); })
                   .and_then([&] { return reports.remove(caseId); })
                   .and_then([&] { return keys.destroy(caseId); })
                   .and_then([&] { return events.forget(caseId); });
    }
    return done.and_then([&] { return transaction.commit(); });
}

}
