#include "tests/core/journal/rawdatabase.h"
#include "tests/core/journal/world.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int actsOfACase = 40;

/// What the journal is given, made before the clock runs.
struct Act {
    QString caseId;
    domain::Event event;
    domain::Case after;
};

std::vector<Act> sitting(const journal::Identity &identity, const base::Clock &clock, int acts)
{
    std::vector<Act> list;
    domain::Case file;
    for (int i = 0; i < acts; ++i) {
        domain::Event event{clock.now(), u"窗口人员甲"_s,
                            domain::FieldEntered{u"field-%1"_s.arg(i % 12), u"一行普通长度的填写内容 %1"_s.arg(i)}};
        if (i % actsOfACase == 0) {
            const domain::CaseNumber number{u"411202"_s, u"001"_s, identity.mark, clock.now().date(),
                                            i / actsOfACase + 1};
            file = {};
            event.fact = domain::CaseOpened{QUuid::createUuid().toString(QUuid::WithoutBraces),
                                            number.text(),
                                            {u"sanmenxia-personal"_s, u"2026.1"_s, u"xin-sheng-er"_s}};
        }
        file = domain::apply(std::move(file), event);
        list.push_back({file.id, event, file});
    }
    return list;
}

/// Acts per second of the journal; 0 when it fails.
double rateOfJournal(const world::Profile &profile, int acts)
{
    const auto journal = journal::Journal::open(profile.folder, profile.key, profile.clock);
    if (!journal)
        return 0;
    const std::vector<Act> list = sitting((*journal)->identity(), profile.clock, acts);
    QElapsedTimer timer;
    timer.start();
    for (const Act &act : list) {
        if (!(*journal)->append(act.caseId, {act.event}, act.after))
            return 0;
    }
    return acts * 1e9 / double(timer.nsecsElapsed());
}

struct Row {
    std::vector<sqlite3_value *> values;
};

/// All rows of \a sql, copied out of the database.
std::vector<Row> rowsOf(RawDatabase &database, const char *sql)
{
    std::vector<Row> rows;
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(database.handle(), sql, -1, &statement, nullptr);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        Row row;
        for (int i = 0; i < sqlite3_column_count(statement); ++i)
            row.values.push_back(sqlite3_value_dup(sqlite3_column_value(statement, i)));
        rows.push_back(std::move(row));
    }
    sqlite3_finalize(statement);
    return rows;
}

/// A prepared statement of the bare program.
class Statement
{
public:
    Statement(RawDatabase &database, const char *sql)
    {
        sqlite3_prepare_v2(database.handle(), sql, -1, &m_handle, nullptr);
    }
    ~Statement() { sqlite3_finalize(m_handle); }
    bool run(const Row &row = {})
    {
        for (size_t i = 0; i < row.values.size(); ++i)
            sqlite3_bind_value(m_handle, int(i) + 1, row.values[i]);
        const bool done = sqlite3_step(m_handle) == SQLITE_DONE;
        sqlite3_reset(m_handle);
        return done;
    }

private:
    sqlite3_stmt *m_handle = nullptr;
    Q_DISABLE_COPY_MOVE(Statement)
};

/// Acts per second of a program that knows nothing but sqlite3 and writes the very rows of \a source into the same tables, in the
/// same transactions, as durably.
double rateOfBareProgram(const QString &source, const QString &target)
{
    RawDatabase from(source), bare(target);
    bare.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY");
    for (const QString &sql : from.column("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid"))
        bare.run(sql.toUtf8());
    bare.run("INSERT INTO writer (id, device, incarnation, mark) VALUES (1, 'bare', 1, 'A1')");
    const auto events
        = rowsOf(from,
                 "SELECT writer, seq, case_id, type, at, utc_offset, guide_version, prev, hash, suite, sealed"
                 " FROM event ORDER BY id");
    const auto perEvent = [&](const char *table) {
        return rowsOf(
            from,
            "SELECT t.* FROM event e JOIN "_ba.append(table).append(" t USING (case_id) ORDER BY e.id").constData());
    };
    const auto keys = perEvent("case_key");
    const auto files = perEvent("case_file");
    const auto numbers = rowsOf(from, "SELECT * FROM number_used ORDER BY serial");

    Statement begin(bare, "BEGIN IMMEDIATE"), commit(bare, "COMMIT");
    Statement key(bare, "INSERT INTO case_key VALUES (?, ?, ?)"),
        number(bare, "INSERT INTO number_used VALUES (?, ?, ?, ?)");
    Statement event(
        bare,
        "INSERT INTO event (writer, seq, case_id, type, at, utc_offset, guide_version, prev, hash, suite, sealed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Statement file(
        bare,
        "INSERT INTO case_file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (case_id) DO UPDATE SET"
        " stage = excluded.stage, notices = excluded.notices, changed_at = excluded.changed_at,"
        " head = excluded.head, suite = excluded.suite, applicant = excluded.applicant");
    Statement use(bare,
                  "INSERT INTO matter_used VALUES (?, ?, ?) ON CONFLICT (pack, matter) DO UPDATE SET cases = cases + 1");
    const auto uses = rowsOf(from, "SELECT pack, matter, 1 FROM matter_used");
    QElapsedTimer timer;
    timer.start();
    for (size_t i = 0; i < events.size(); ++i) {
        bool written = begin.run();
        if (i % actsOfACase == 0)
            written = written && key.run(keys[i]) && number.run(numbers[i / actsOfACase])
                && use.run(uses.front());
        if (!written || !event.run(events[i]) || !file.run(files[i]) || !commit.run())
            return 0;
    }
    const double rate = double(events.size()) * 1e9 / double(timer.nsecsElapsed());
    for (const auto &rows : {events, keys, files, numbers, uses}) {
        for (const Row &row : rows)
            std::ranges::for_each(row.values, sqlite3_value_free);
    }
    return rate;
}

double medianOf(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

}

/// bench_journal [ACTS] [ROUNDS]: durable acts per second, journal and bare program in turn, in the folder for temporary files.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const int acts = qMax(actsOfACase, app.arguments().value(1, u"4000"_s).toInt());
    const int rounds = qMax(1, app.arguments().value(2, u"5"_s).toInt());
    std::vector<double> ours, bare, ratios;
    for (int round = 0; round < rounds; ++round) {
        const world::Profile profile;
        ours.push_back(rateOfJournal(profile, acts));
        bare.push_back(rateOfBareProgram(profile.folder + u"/journal.db"_s, profile.dir.path() + u"/bare.db"_s));
        if (ours.back() <= 0 || bare.back() <= 0)
            return 1;
        ratios.push_back(ours.back() / bare.back());
        std::printf("round %d: journal %.0f acts/s, bare sqlite3 %.0f acts/s, %.2f\n", round + 1, ours.back(),
                    bare.back(), ratios.back());
    }
    std::printf("median of %d x %d acts: journal %.0f acts/s, bare sqlite3 %.0f acts/s, ratio %.2f\n", rounds, acts,
                medianOf(ours), medianOf(bare), medianOf(ratios));
    return 0;
}
