#include "core/journal/digests.h"

#include "core/journal/logging.h"
#include "core/journal/seal.h"
#include "core/journal/storedmoment.h"

namespace journal {

using namespace Qt::StringLiterals;

namespace {

// The stored numbers, for ever; see domain::Task::Kind.
static_assert(int(domain::Task::Kind::FinishIntake) == 0 && int(domain::Task::Kind::Archive) == 15
              && int(domain::Task::Kind::TellAgain) == 16 && int(domain::Task::Kind::GiveBackPapers) == 19
              && int(domain::Task::Kind::ClearConflict) == 20);

constexpr int anyKind = (1 << domain::taskKinds) - 1;

QByteArray summaryPlace(const QString &caseId)
{
    return "case_digest.summary|" + caseId.toUtf8();
}

QByteArray applicantPlace(const QString &caseId)
{
    return "case_file.applicant|" + caseId.toUtf8();
}

/// Matters of all versions of a pack are one.
QString matterKey(const domain::GuideRef &guide)
{
    return guide.pack.isEmpty() ? QString() : guide.pack + u'/' + guide.matter;
}

#define TASK_URGENCY "CASE WHEN t.due < :now THEN 3 WHEN t.red_from <= :now THEN 2 WHEN t.amber_from <= :now THEN 1 ELSE 0 END"
#define TASK_FILTER                                                                                                    \
    " (:kinds >> t.kind) & 1 AND (:urgency < 0 OR :urgency = " TASK_URGENCY ") AND" TASK_SCOPE
#define TASK_SCOPE                                                                                                     \
    " (:matter = '' OR t.matter = :matter) AND (length(:owner) = 0 OR t.owner = :owner)"                           \
    " AND (:ours = 0 OR t.waits = 0) AND t.shown_from <= :now "
#define TASK_PAGE(lead)                                                                                                \
    "SELECT t.place, t.case_id, t.kind, t.subject_id, t.subject, t.started, t.due, t.law_due, t.amber_from, t.red_from,"  \
    " t.provisional, t.paused, t.waits, t.shown_from, f.number, f.pack, f.version, f.matter, f.suite, f.applicant, k.suite, k.sealed," \
    " d.suite, d.summary FROM task t JOIN case_file f ON f.case_id = t.case_id JOIN case_key k ON k.case_id = t.case_id" \
    " LEFT JOIN case_digest d ON d.case_id = t.case_id"                                                                \
    " WHERE" lead "(t.due, t.place) > (:afterDue, :afterPlace) AND t.due <= :dueTo AND" TASK_FILTER "ORDER BY t.due, t.place LIMIT :most"
enum TaskColumn {
    PlaceOfTask,
    TaskCase,
    TaskKind,
    SubjectId,
    Subject,
    Started,
    Due,
    LawDue,
    AmberFrom,
    RedFrom,
    Provisional,
    Paused,
    Waits,
    ShownFrom,
    NumberOfTask,
    PackOfTask,
    VersionOfTask,
    MatterOfTask,
    ApplicantSuite,
    SealedApplicant,
    TaskKeySuite,
    TaskKey,
    TaskSummarySuite,
    TaskSummary
};

/// The page by the index that leaves the least to look at.
const char *pageSql(const TaskQuery &query)
{
    if (query.kinds.size() == 1)
        return TASK_PAGE(" t.kind = :kind AND ");
    if (!query.matter.pack.isEmpty())
        return TASK_PAGE(" t.matter = :matter AND ");
    if (!query.owner.isEmpty())
        return TASK_PAGE(" t.owner = :owner AND ");
    return TASK_PAGE(" ");
}

/// Of every kind and urgency.
Values scopeOf(const TaskQuery &query, const CaseKeys &keys)
{
    return {{u":matter"_s, matterKey(query.matter)},
            {u":owner"_s, query.owner.isEmpty() ? QByteArray() : keys.markOf(query.owner)},
            {u":ours"_s, query.oursOnly},
            {u":now"_s, query.now.toMSecsSinceEpoch()}};
}

Values filterOf(const TaskQuery &query, const CaseKeys &keys)
{
    int kinds = query.kinds.isEmpty() ? anyKind : 0;
    for (const domain::Task::Kind kind : query.kinds)
        kinds |= 1 << int(kind);
    return scopeOf(query, keys)
        + Values{{u":kinds"_s, kinds},
                 {u":urgency"_s, query.urgency ? int(*query.urgency) : -1},
                 {u":dueTo"_s, query.urgency == domain::Urgency::Overdue ? query.now.toMSecsSinceEpoch() : noEnd}};
}

}

base::Result<> Digests::put(const domain::Case &file, const CaseDigest &digest, const QString &basis, const base::Secret &key)
{
    base::Result<> done = m_database.run("DELETE FROM task WHERE case_id = :case", {{u":case"_s, file.id}});
    const QByteArray owner = m_keys.markOf(file.clerk);
    int count = 0;
    for (const domain::Task &task : digest.tasks) {
        if (!done)
            return done;
        done = m_database.run(
            "INSERT INTO task (place, case_id, kind, subject_id, subject, started, due, law_due, amber_from, red_from, provisional,"
            " paused, waits, matter, owner, shown_from) VALUES (:place, :case, :kind, :subjectId, :subject, :started, :due, :lawDue, :amber, :red,"
            " :provisional, :paused, :waits, :matter, :owner, :shownFrom)",
            {{u":place"_s, u"%1-%2"_s.arg(file.number).arg(++count, 3, 10, QLatin1Char('0'))},
             {u":case"_s, file.id},
             {u":kind"_s, int(task.kind)},
             {u":subjectId"_s, task.subjectId},
             {u":subject"_s, task.subject},
             {u":started"_s, stored(task.start)},
             {u":due"_s, stored(task.due)},
             {u":lawDue"_s, stored(task.lawDue)},
             {u":amber"_s, stored(task.amberFrom)},
             {u":red"_s, stored(task.redFrom)},
             {u":provisional"_s, task.provisional},
             {u":paused"_s, task.paused},
             {u":waits"_s, task.waitsForOthers},
             {u":matter"_s, matterKey(file.guide)},
             {u":owner"_s, owner},
             {u":shownFrom"_s, task.shownFrom.isValid() ? task.shownFrom.toMSecsSinceEpoch() : 0}});
    }
    if (!done)
        return done;
    const Sealed summary = seal(digest.summary, key, summaryPlace(file.id));
    return m_database.run("INSERT OR REPLACE INTO case_digest (case_id, basis, finished, suite, summary)"
                          " VALUES (:case, :basis, :finished, :suite, :summary)",
                          {{u":case"_s, file.id},
                           {u":basis"_s, basis},
                           {u":finished"_s, digest.tasks.isEmpty()},
                           {u":suite"_s, summary.suite},
                           {u":summary"_s, summary.bytes}});
}

base::Result<> Digests::remove(const QString &caseId)
{
    return m_database.run("DELETE FROM task WHERE case_id = :case", {{u":case"_s, caseId}}).and_then([&] {
        return m_database.run("DELETE FROM case_digest WHERE case_id = :case", {{u":case"_s, caseId}});
    });
}

base::Result<> Digests::clear()
{
    return m_database.run("DELETE FROM task").and_then([this] { return m_database.run("DELETE FROM case_digest"); });
}

base::Result<QList<TaskLine>> Digests::tasks(const TaskQuery &query, const TaskPlace &after, int most)
{
    Values values = filterOf(query, m_keys)
        + Values{{u":afterDue"_s, after.due}, {u":afterPlace"_s, after.place}, {u":most"_s, qMax(0, most)}};
    if (query.kinds.size() == 1)
        values.append({u":kind"_s, int(query.kinds.first())});
    QList<TaskLine> lines;
    return m_database
        .each(pageSql(query), values,
              [&](const QSqlQuery &row) {
                  return read(row).map([&](const TaskLine &line) { lines.append(line); });
              })
        .map([&] { return lines; });
}

base::Result<TaskLine> Digests::read(const QSqlQuery &row) const
{
    TaskLine line{.caseId = row.value(TaskCase).toString(),
                  .number = row.value(NumberOfTask).toString(),
                  .guide = {row.value(PackOfTask).toString(), row.value(VersionOfTask).toString(), row.value(MatterOfTask).toString()},
                  .applicant = {},
                  .summary = {},
                  .task = {},
                  .place = {row.value(Due).toLongLong(), row.value(PlaceOfTask).toString()}};
    domain::Task &task = line.task;
    task.kind = domain::Task::Kind(row.value(TaskKind).toInt());
    task.subjectId = row.value(SubjectId).toString();
    task.subject = row.value(Subject).toString();
    task.start = momentOf(row.value(Started));
    if (const qint64 from = row.value(ShownFrom).toLongLong(); from > 0)
        task.shownFrom = QDateTime::fromMSecsSinceEpoch(from);
    task.due = momentOf(row.value(Due));
    task.lawDue = momentOf(row.value(LawDue));
    task.amberFrom = momentOf(row.value(AmberFrom));
    task.redFrom = momentOf(row.value(RedFrom));
    task.provisional = row.value(Provisional).toBool();
    task.paused = row.value(Paused).toBool();
    task.waitsForOthers = row.value(Waits).toBool();
    const base::Result<base::Secret> key
        = m_keys.open(line.caseId, {row.value(TaskKeySuite).toInt(), row.value(TaskKey).toByteArray()});
    const base::Result<QByteArray> applicant = key.and_then([&](const base::Secret &caseKey) {
        return unseal({row.value(ApplicantSuite).toInt(), row.value(SealedApplicant).toByteArray()}, caseKey,
                      applicantPlace(line.caseId));
    });
    line.summary = summaryOf(line.caseId, {row.value(TaskSummarySuite).toInt(), row.value(TaskSummary).toByteArray()}, key);
    // As in the case list: one spoilt line must not take the whole list away.
    if (applicant)
        line.applicant = QString::fromUtf8(*applicant);
    else
        qCWarning(lcJournal) << "applicant of case" << line.caseId << "cannot be read:" << applicant.error().detail;
    return line;
}

base::Result<TaskCounts> Digests::counts(const TaskQuery &query)
{
    TaskCounts counts;
    return m_database
        .each("SELECT t.kind, " TASK_URGENCY ", count(*) FROM task t WHERE" TASK_SCOPE "GROUP BY 1, 2", scopeOf(query, m_keys),
              [&](const QSqlQuery &row) -> base::Result<> {
                  const int kind = row.value(0).toInt();
                  const int urgency = row.value(1).toInt();
                  if (kind >= 0 && kind < domain::taskKinds)
                      counts.tasks[size_t(kind)][size_t(urgency)] = row.value(2).toInt();
                  return {};
              })
        .map([&] { return counts; });
}

base::Result<Digests::Stale> Digests::staleAfter(const QString &after, const QString &basis, int most)
{
    Stale stale;
    return m_database
        .each("SELECT f.case_id, d.case_id IS NULL OR (d.finished = 0 AND d.basis <> :basis)"
              " FROM case_file f LEFT JOIN case_digest d ON d.case_id = f.case_id"
              " WHERE f.case_id > :after ORDER BY f.case_id LIMIT :most",
              {{u":after"_s, after}, {u":basis"_s, basis}, {u":most"_s, qMax(1, most)}},
              [&](const QSqlQuery &row) -> base::Result<> {
                  stale.last = row.value(0).toString();
                  if (row.value(1).toBool())
                      stale.cases << stale.last;
                  return {};
              })
        .map([&] { return stale; });
}

QByteArray Digests::summaryOf(const QString &caseId, const Sealed &sealed, const base::Result<base::Secret> &key)
{
    if (sealed.bytes.isEmpty())
        return {};
    const base::Result<QByteArray> summary
        = key.and_then([&](const base::Secret &caseKey) { return unseal(sealed, caseKey, summaryPlace(caseId)); });
    if (!summary)
        qCWarning(lcJournal) << "summary of case" << caseId << "cannot be read:" << summary.error().detail;
    return summary.value_or(QByteArray());
}

base::Result<> Digests::eachSummary(const std::function<base::Result<>(const CaseSummary &)> &visit)
{
    enum Column { CaseId, Number, Pack, Version, Matter, StageOf, OpenedAt, SuiteOf, SummaryBytes, KeySuite, Key };
    return m_database.each(
        "SELECT f.case_id, f.number, f.pack, f.version, f.matter, f.stage, f.opened_at, d.suite, d.summary, k.suite, k.sealed"
        " FROM case_file f JOIN case_digest d ON d.case_id = f.case_id JOIN case_key k ON k.case_id = f.case_id"
        " ORDER BY f.changed_at, f.rowid",
        {}, [&](const QSqlQuery &row) -> base::Result<> {
            CaseSummary summary{.caseId = row.value(CaseId).toString(),
                                .number = row.value(Number).toString(),
                                .guide = {row.value(Pack).toString(), row.value(Version).toString(), row.value(Matter).toString()},
                                .stage = domain::Stage(row.value(StageOf).toInt()),
                                .openedAt = QDateTime::fromMSecsSinceEpoch(row.value(OpenedAt).toLongLong()),
                                .summary = {}};
            // When it is spoilt the case is found by its number still.
            summary.summary
                = summaryOf(summary.caseId, {row.value(SuiteOf).toInt(), row.value(SummaryBytes).toByteArray()},
                            m_keys.open(summary.caseId, {row.value(KeySuite).toInt(), row.value(Key).toByteArray()}));
            return visit(summary);
        });
}

}
