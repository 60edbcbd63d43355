#include "core/hub/retention.h"

#include "core/hub/administration.h"
#include "core/hub/book.h"
#include "core/hub/history.h"
#include "core/hub/moving.h"

namespace hub {

using namespace Qt::StringLiterals;
using What = domain::RetentionRule::What;

namespace {

constexpr int casesAtOnce = 500;

/// The last moment at which somebody says that the case was archived; null: nobody does.
QDateTime archivedAt(const QList<domain::Placed> &history)
{
    static const QString archiving = domain::typeName(domain::LifeFact{domain::CaseArchived{}});
    QDateTime last;
    for (const domain::Placed &placed : history) {
        if (domain::typeName(placed.event.fact) == archiving && (last.isNull() || placed.event.at > last))
            last = placed.event.at;
    }
    return last;
}

/// Drafts first; a filed case is opened only when nothing came to it for as long as its rule says.
base::Result<> judgeCase(const CaseLine &line, bool isLongStill, const QDateTime &archivedLimit, const Engine &engine, RecordRows &records, PastTime &past)
{
    const OldCase old{line.uuid, line.number};
    if (!line.filed) {
        past.drafts << old;
        return {};
    }
    if (!isLongStill)
        return {};
    const base::Result<QList<domain::Placed>> history = historyOf(line, records, engine.key);
    if (!history && history.error().kind == base::Error::Kind::Busy)
        return base::Fail(history.error());
    if (!history) {
        past.unreadable << line.uuid;
        return {};
    }
    if (const QDateTime archived = archivedAt(*history); archived.isValid() && archived < archivedLimit)
        past.archived << old;
    return {};
}

/// Of the cases to which nothing came since \a before, those of one kind.
base::Result<> collect(const QDateTime &before, bool isLongStill, const QDateTime &archivedLimit, const Engine &engine, RecordRows &records, PastTime &past)
{
    for (qint64 after = 0;;) {
        const base::Result<QList<CaseLine>> lines = records.casesStillSince(before, after, casesAtOnce);
        if (!lines)
            return base::Fail(lines.error());
        for (const CaseLine &line : *lines) {
            after = line.id;
            if (line.filed != isLongStill)
                continue;
            if (const base::Result<> judged = judgeCase(line, isLongStill, archivedLimit, engine, records, past); !judged)
                return judged;
        }
        if (lines->size() < casesAtOnce)
            return {};
    }
}

}

base::Result<PastTime> pastTime(const Engine &engine)
{
    const QDateTime now = engine.now();
    const auto limit = [&](What what) { return domain::limitOf(what, now); };
    return within(engine.store, Store::For::Reading, [&](Transaction &rows) -> base::Result<PastTime> {
        PastTime past;
        const QDateTime archived = limit(What::ArchivedCase);
        const base::Result<> collected = collect(limit(What::Draft), false, archived, engine, rows.records(), past).and_then([&] {
            return collect(archived, true, archived, engine, rows.records(), past);
        });
        const base::Result<int> lookUps = rows.lookUps().countBefore(limit(What::LookUp));
        const base::Result<int> aside = rows.records().countAside(limit(What::KeptAside));
        if (!collected || !lookUps || !aside)
            return base::Fail(!collected ? collected.error() : !lookUps ? lookUps.error() : aside.error());
        past.lookUps = *lookUps;
        past.aside = *aside;
        return past;
    });
}

base::Result<> forgetPast(const Engine &engine, const PastTime &past, const QString &by)
{
    const QDateTime now = engine.now();
    const auto isLess = within(engine.store, Store::For::Writing, [&](Transaction &rows) {
        const QString counts = u"drafts %1, archived %2, look-ups %3, aside %4"_s.arg(past.drafts.size()).arg(past.archived.size()).arg(past.lookUps).arg(past.aside);
        return writeDown(engine, rows, by, u"retention"_s, {}, counts).and_then([&] {
            return rows.lookUps().dropBefore(domain::limitOf(What::LookUp, now));
        });
    });
    if (!isLess)
        return base::Fail(isLess.error());
    QStringList cases;
    for (const OldCase &old : past.drafts + past.archived)
        cases << old.uuid;
    return Administration(engine)
        .clearAside(domain::limitOf(What::KeptAside, now), by)
        .and_then([&](int) { return eraseCases(engine, cases, by); });
}

}
