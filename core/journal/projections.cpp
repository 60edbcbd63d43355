#include "core/journal/projections.h"

#include "core/domain/casenumber.h"
#include "core/journal/digests.h"
#include "core/journal/logging.h"

namespace journal {

using namespace Qt::StringLiterals;

namespace {

// The stored numbers, and the literal in the partial index, for ever.
static_assert(int(domain::Stage::Intake) == 0 && int(domain::Stage::Filed) == 1 && int(domain::Stage::Abandoned) == 2);

#define CASE_COLUMNS                                                                                                   \
    "SELECT f.case_id, f.number, f.pack, f.version, f.matter, f.stage, f.notices, f.opened_at, f.changed_at, f.suite," \
    " f.applicant, k.suite, k.sealed, d.suite, d.summary FROM case_file f JOIN case_key k ON k.case_id = f.case_id"    \
    " LEFT JOIN case_digest d ON d.case_id = f.case_id "
enum Column {
    CaseId,
    Number,
    Pack,
    Version,
    Matter,
    StageOf,
    Notices,
    OpenedAt,
    ChangedAt,
    SuiteOf,
    Applicant,
    KeySuite,
    Key,
    SummarySuite,
    SummaryOf
};

QByteArray placeOf(const QString &caseId)
{
    return "case_file.applicant|" + caseId.toUtf8();
}

/// The columns that change while a case is worked on.
Values changing(const domain::Case &file, const Hash &head, const base::Secret &key)
{
    const Sealed applicant = seal(domain::applicantName(file).toUtf8(), key, placeOf(file.id));
    return {{u":stage"_s, int(file.stage)},
            {u":notices"_s, qint64(file.notices.size())},
            {u":changed"_s, file.changedAt.toMSecsSinceEpoch()},
            {u":head"_s, head},
            {u":suite"_s, applicant.suite},
            {u":applicant"_s, applicant.bytes}};
}

}

base::Result<> Projections::put(const domain::Case &file, const Hash &head, const base::Secret &key)
{
    const Values values = Values{{u":case"_s, file.id}} + changing(file, head, key);
    // Nearly every act is on a case that is there, and an UPDATE is cheaper than an INSERT that turns out to be one.
    const base::Result<int> changed = m_database.change(
        "UPDATE case_file SET stage = :stage, notices = :notices, changed_at = :changed, head = :head,"
        " suite = :suite, applicant = :applicant WHERE case_id = :case",
        values);
    if (!changed)
        return base::Fail(changed.error());
    if (*changed > 0)
        return {};
    const base::Result<> inserted = m_database.run(
        "INSERT INTO case_file (case_id, number, pack, version, matter, stage, notices, opened_at,"
        " changed_at, head, suite, applicant) VALUES (:case, :number, :pack, :version, :matter, :stage,"
        " :notices, :opened, :changed, :head, :suite, :applicant)",
        values
            + Values{{u":number"_s, file.number},
                     {u":pack"_s, file.guide.pack},
                     {u":version"_s, file.guide.version},
                     {u":matter"_s, file.guide.matter},
                     {u":opened"_s, file.openedAt.toMSecsSinceEpoch()}});
    if (!inserted)
        return inserted;
    return m_database.run("INSERT INTO matter_used (pack, matter, cases) VALUES (:pack, :matter, 1)"
                          " ON CONFLICT (pack, matter) DO UPDATE SET cases = cases + 1",
                          {{u":pack"_s, file.guide.pack}, {u":matter"_s, file.guide.matter}});
}

base::Result<> Projections::useNumber(const QString &number)
{
    const std::optional<domain::CaseNumber> parts = domain::readCaseNumber(number);
    if (!parts)
        return {};
    return m_database.run("INSERT INTO number_used (mark, day, serial, issuer) VALUES (:mark, :day, :serial, :issuer)",
                          {{u":mark"_s, parts->device},
                           {u":day"_s, parts->day.toString(Qt::ISODate)},
                           {u":serial"_s, parts->serial},
                           {u":issuer"_s, parts->region + parts->window}});
}

base::Result<bool> Projections::takeNumber(const QString &caseId, const QString &number)
{
    const auto other = m_database.row("SELECT 1 FROM case_file WHERE number = :number AND case_id <> :case",
                                      {{u":number"_s, number}, {u":case"_s, caseId}});
    if (!other)
        return base::Fail(other.error());
    const std::optional<domain::CaseNumber> parts = domain::readCaseNumber(number);
    if (!parts)
        return !*other;
    return m_database
        .run("INSERT OR IGNORE INTO number_used (mark, day, serial, issuer) VALUES (:mark, :day, :serial, :issuer)",
             {{u":mark"_s, parts->device},
              {u":day"_s, parts->day.toString(Qt::ISODate)},
              {u":serial"_s, parts->serial},
              {u":issuer"_s, parts->region + parts->window}})
        .map([&] { return !*other; });
}

base::Result<> Projections::remove(const QString &caseId)
{
    return m_database.run("DELETE FROM case_file WHERE case_id = :case", {{u":case"_s, caseId}});
}

namespace {

Values valuesOf(const QString &organ, domain::PaperKind kind, int year, int serial)
{
    return {{u":organ"_s, organ}, {u":paper"_s, domain::paperWord(kind)}, {u":year"_s, year}, {u":serial"_s, serial}};
}

}

base::Result<> Projections::useNumber(const QString &caseId, const domain::PaperNumbered &number)
{
    return m_database.run("INSERT INTO paper_number (organ, paper, year, serial, case_id, voided)"
                          " VALUES (:organ, :paper, :year, :serial, :case, 0)",
                          valuesOf(number.organ, number.paper.kind, number.year, number.serial)
                              + Values{{u":case"_s, caseId}});
}

base::Result<bool> Projections::takeNumber(const QString &caseId, const domain::PaperNumbered &number)
{
    const Values values = valuesOf(number.organ, number.paper.kind, number.year, number.serial);
    return m_database
        .run("INSERT OR IGNORE INTO paper_number (organ, paper, year, serial, case_id, voided)"
             " VALUES (:organ, :paper, :year, :serial, :case, 0)",
             values + Values{{u":case"_s, caseId}})
        .and_then([&] {
            return m_database.row("SELECT case_id FROM paper_number WHERE organ = :organ AND paper = :paper AND year = :year"
                                  " AND serial = :serial",
                                  values);
        })
        .map([&](const std::optional<QVariantList> &row) { return row && row->constFirst().toString() == caseId; });
}

base::Result<> Projections::voidNumber(const domain::PaperNumberVoided &number)
{
    return m_database.run("UPDATE paper_number SET voided = 1 WHERE organ = :organ AND paper = :paper AND year = :year"
                          " AND serial = :serial",
                          valuesOf(number.organ, number.paper.kind, number.year, number.serial));
}

base::Result<int> Projections::highestSerial(const PaperSeries &series, int from, int to)
{
    return m_database
        .row("SELECT max(serial) FROM paper_number WHERE organ = :organ AND paper = :paper AND year = :year"
             " AND serial BETWEEN :from AND :to",
             {{u":organ"_s, series.organ},
              {u":paper"_s, series.paper},
              {u":year"_s, series.year},
              {u":from"_s, from},
              {u":to"_s, to}})
        .map([](const std::optional<QVariantList> &row) { return row ? row->constFirst().toInt() : 0; });
}

base::Result<QList<UsedSeries>> Projections::seriesUsed()
{
    QList<UsedSeries> all;
    return m_database
        .each("SELECT organ, paper, year, serial, voided FROM paper_number ORDER BY organ, paper, year, serial", {},
              [&](const QSqlQuery &row) -> base::Result<> {
                  const PaperSeries series{row.value(0).toString(), row.value(1).toString(), row.value(2).toInt()};
                  if (all.isEmpty() || all.last().series != series)
                      all.append({series, {}, {}});
                  all.last().serials << row.value(3).toInt();
                  if (row.value(4).toBool())
                      all.last().voided << row.value(3).toInt();
                  return {};
              })
        .map([&] { return all; });
}

base::Result<QList<GivenNumber>> Projections::numbersOf(const PaperSeries &series, int after, int most)
{
    QList<GivenNumber> numbers;
    return m_database
        .each("SELECT serial, case_id, voided FROM paper_number WHERE organ = :organ AND paper = :paper AND year = :year"
              " AND serial > :after ORDER BY serial LIMIT :most",
              {{u":organ"_s, series.organ},
               {u":paper"_s, series.paper},
               {u":year"_s, series.year},
               {u":after"_s, after},
               {u":most"_s, most}},
              [&](const QSqlQuery &row) -> base::Result<> {
                  numbers << GivenNumber{row.value(0).toInt(), row.value(1).toString(), row.value(2).toBool()};
                  return {};
              })
        .map([&] { return numbers; });
}

base::Result<> Projections::clear()
{
    return m_database.run("DELETE FROM case_file")
        .and_then([this] { return m_database.run("DELETE FROM paper_number"); })
        .and_then([this] { return m_database.run("DELETE FROM number_used"); })
        .and_then([this] { return m_database.run("DELETE FROM matter_used"); });
}

base::Result<std::optional<QString>> Projections::caseWithNumber(const QString &number)
{
    return m_database.row("SELECT case_id FROM case_file WHERE number = :number ORDER BY rowid LIMIT 1", {{u":number"_s, number}})
        .map([](const std::optional<QVariantList> &row) {
            return row ? std::optional(row->constFirst().toString()) : std::nullopt;
        });
}

base::Result<QList<CaseRow>> Projections::cases(bool unfinishedOnly, int most)
{
    const char *sql = unfinishedOnly ? CASE_COLUMNS
        "WHERE f.stage = 0 ORDER BY f.changed_at DESC, f.rowid DESC LIMIT :most"
                                     : CASE_COLUMNS "ORDER BY f.changed_at DESC, f.rowid DESC LIMIT :most";
    QList<CaseRow> rows;
    return m_database
        .each(sql, {{u":most"_s, qMax(0, most)}},
              [&](const QSqlQuery &row) -> base::Result<> {
                  rows.append(read(row));
                  return {};
              })
        .map([&] { return rows; });
}

base::Result<QList<MatterUse>> Projections::mattersUsed()
{
    QList<MatterUse> uses;
    return m_database
        .each("SELECT pack, matter, cases FROM matter_used ORDER BY pack, matter", {},
              [&](const QSqlQuery &row) -> base::Result<> {
                  uses.append({row.value(0).toString(), row.value(1).toString(), row.value(2).toLongLong()});
                  return {};
              })
        .map([&] { return uses; });
}

base::Result<int> Projections::nextSerial(const QString &mark, QDate day)
{
    return m_database
        .row("SELECT max(serial) FROM number_used WHERE mark = :mark AND day = :day",
             {{u":mark"_s, mark}, {u":day"_s, day.toString(Qt::ISODate)}})
        .map([](const std::optional<QVariantList> &row) { return row ? row->constFirst().toInt() + 1 : 1; });
}

CaseRow Projections::read(const QSqlQuery &row) const
{
    CaseRow line{.id = row.value(CaseId).toString(),
                 .number = row.value(Number).toString(),
                 .guide = {row.value(Pack).toString(), row.value(Version).toString(), row.value(Matter).toString()},
                 .stage = domain::Stage(row.value(StageOf).toInt()),
                 .notices = row.value(Notices).toInt(),
                 .openedAt = QDateTime::fromMSecsSinceEpoch(row.value(OpenedAt).toLongLong()),
                 .changedAt = QDateTime::fromMSecsSinceEpoch(row.value(ChangedAt).toLongLong()),
                 .applicant = {},
                 .summary = {}};
    const base::Result<base::Secret> key
        = m_keys.open(line.id, {row.value(KeySuite).toInt(), row.value(Key).toByteArray()});
    const base::Result<QByteArray> applicant = key.and_then([&](const base::Secret &caseKey) {
        return unseal({row.value(SuiteOf).toInt(), row.value(Applicant).toByteArray()}, caseKey, placeOf(line.id));
    });
    line.summary
        = Digests::summaryOf(line.id, {row.value(SummarySuite).toInt(), row.value(SummaryOf).toByteArray()}, key);
    // One spoilt line must not take the whole list away; opening that case says what is wrong.
    if (applicant)
        line.applicant = QString::fromUtf8(*applicant);
    else
        qCWarning(lcJournal) << "applicant of case" << line.id << "cannot be read:" << applicant.error().detail;
    return line;
}

}
