#include "core/base/clock.h"
#include "core/journal/journal.h"
#include "core/journal/projections.h"
#include "core/journal/reportreader.h"
#include "core/journal/reportstore.h"
#include "core/reports/packing.h"
#include "core/reports/tally.h"
#include "tests/core/desk/manycases.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace domain;
using FactKind = ReportFact::Kind;

namespace {

class Evening final : public base::Clock
{
public:
    QDateTime now() const override { return {QDate(2026, 11, 23), QTime(18, 0)}; }
};

double processorMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// What counts of a case of one to five items that was opened at \a opened; one in forty is open still.
ReportFacts factsOf(many::Cases &cases, int index, const GuideRef &guide, const QString &name, const QDateTime &opened)
{
    static const QStringList departments{u"市场监管部门"_s, u"公安部门"_s, u"卫生健康部门"_s, u"税务部门"_s, u"人力资源社会保障部门"_s, u"住房城乡建设部门"_s};
    ReportFacts facts{.matter = guide.pack + u'/' + guide.matter, .matterName = name, .items = {}, .facts = {}, .waits = {}, .reasons = {}};
    const QString clerk = u"人员%1"_s.arg(index % 12);
    const QDateTime filed = opened.addSecs(600 + cases.pick(3000));
    const auto add = [&](FactKind kind, const QDateTime &at, int item, int value, const QString &by, const QString &act) {
        facts.facts.append({.kind = kind, .at = at, .item = item, .value = value, .clerk = by, .act = act});
    };
    add(FactKind::Opened, opened, -1, 1, clerk, u"case.opened"_s);
    add(FactKind::Visit, filed, -1, int(opened.secsTo(filed) / 60), clerk, u"case.filed"_s);
    add(FactKind::Filed, filed, -1, cases.pick(5) == 0, clerk, u"case.filed"_s);
    add(FactKind::Asked, filed, -1, 8, clerk, u"case.filed"_s);
    add(FactKind::Exempted, filed, -1, cases.pick(8), clerk, u"case.filed"_s);
    const int items = 1 + cases.pick(5);
    for (int item = 0; item < items; ++item) {
        facts.items.append({u"item-%1"_s.arg(item), u"事项"_s, departments[cases.pick(departments.size())]});
        const QDateTime accepted = filed.addSecs(3600 * (1 + cases.pick(20))), decided = accepted.addDays(1 + cases.pick(15));
        const bool isOpen = index % 40 == 0;
        add(FactKind::ItemFiled, filed, item, 0, clerk, u"case.filed"_s);
        add(FactKind::Accepted, accepted, item, 0, {}, {});
        facts.waits.append({item, filed, accepted, filed, filed.addDays(1), filed.addDays(1)});
        facts.waits.append({item, accepted, isOpen ? QDateTime() : decided, accepted.addDays(8), accepted.addDays(10), accepted.addDays(11)});
        if (isOpen)
            continue;
        add(FactKind::Decided, decided, item, cases.pick(3), {}, {});
        add(FactKind::Outcome, decided, item, int(filed.secsTo(decided) / 60), {}, {});
        add(FactKind::Delivered, decided.addSecs(3600), item, cases.pick(4), clerk, u"items.delivered"_s);
    }
    return facts;
}

/// Writes cases of \a days days up to now as the program would, without their events.
bool fill(const QString &folder, const base::Secret &key, int count, int days, const QDateTime &now)
{
    journal::Database database(folder + u"/journal.db"_s);
    if (!database.open() || !database.setUp())
        return false;
    journal::CaseKeys keys(database, key);
    journal::Projections projections(database, keys);
    journal::ReportStore store(database, keys, key);
    journal::Transaction transaction(database);
    many::Cases cases({{{u"p"_s, u"1"_s, u"a"_s}, u"新生儿出生"_s}, {{u"p"_s, u"1"_s, u"b"_s}, u"开饭店"_s}, {{u"p"_s, u"1"_s, u"c"_s}, u"员工录用"_s}});
    bool done = transaction.begin().has_value();
    for (int i = 0; i < count && done; ++i) {
        const desk::IndexedCase entry = cases.next();
        Case file;
        file.id = entry.id;
        file.number = entry.number;
        file.guide = entry.guide;
        file.openedAt = file.changedAt = now.addDays(-(days - 1) + qint64(i) * days / count).addSecs(-3600 * 9 + cases.pick(8 * 3600));
        const reports::Packed packed = reports::pack(factsOf(cases, i, entry.guide, entry.matter, file.openedAt));
        journal::ReportDigest digest{packed.firstDay, packed.lastDay, packed.words, {}, packed.facts, {}};
        for (const reports::Packed::Act &act : packed.acts)
            digest.acts.append({act.type, act.at});
        const auto caseKey = keys.findOrMake(file.id);
        done = caseKey && projections.put(file, journal::Hash(journal::hashSize, '\0'), *caseKey) && store.put(file.id, digest, *caseKey);
    }
    return done && transaction.commit();
}

/// Counts once as the desk does; milliseconds by the clock and of the processor, and how many cases were looked at.
std::tuple<double, double, qint64> timeOf(const QString &folder, const base::Secret &key, const reports::Span &span, const QDateTime &now)
{
    QElapsedTimer timer;
    timer.start();
    const double before = processorMs();
    auto reader = journal::ReportReader::open(folder, key).value();
    const reports::Dictionary words = reader->words().value();
    reports::Tally tally(span, {}, now, words);
    reports::CountedCase file;
    qint64 cases = 0;
    const auto read = reader->eachLine(tally.reach().from, tally.reach().to, [&](const journal::ReportLine &line) -> base::Result<> {
        file.row = line.row;
        ++cases;
        if (reports::unpack(line.facts, line.words, line.windows, file))
            tally.add(file);
        return {};
    });
    const reports::Report report = tally.report();
    if (!read || reports::of(report.values, reports::Figure::Filings).number == 0)
        std::printf("nothing was counted\n");
    return {double(timer.nsecsElapsed()) / 1e6, processorMs() - before, cases};
}

}

/// bench_reports [CASES] [DAYS] [ROUNDS]: a journal of CASES cases (200,000) of the last DAYS days (365); how long a report of a day, a week,
/// a month and a year takes, median and slowest of ROUNDS (9), with its comparisons and its trend.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const auto argument = [&](int index, int fallback) {
        const int value = app.arguments().value(index).toInt();
        return value > 0 ? value : fallback;
    };
    const int cases = argument(1, 200'000), days = argument(2, 365), rounds = argument(3, 9);
    const Evening clock;
    const base::Secret key(QByteArray(32, 'k'));
    QTemporaryDir folder;
    const QString profile = folder.filePath(u"profile"_s);
    if (!journal::Journal::open(profile, key, clock) || !fill(profile, key, cases, days, clock.now()))
        return 1;
    const QDate today = clock.now().date();
    for (const auto &[what, span] : {std::pair("day", reports::Span::day(today)), std::pair("week", reports::Span::week(today)),
                                     std::pair("month", reports::Span::month(today)), std::pair("year", reports::Span::year(today)),
                                     std::pair("all days", reports::Span::days(today.addDays(-days), today))}) {
        std::vector<double> wall, processor;
        qint64 seen = 0;
        for (int round = 0; round < rounds; ++round) {
            const auto [ms, cpu, count] = timeOf(profile, key, span, clock.now());
            wall.push_back(ms);
            processor.push_back(cpu);
            seen = count;
        }
        std::ranges::sort(wall);
        std::ranges::sort(processor);
        std::printf("%-9s %7lld cases looked at: wall p50 %7.1f  max %7.1f ms   cpu p50 %7.1f ms\n", what, static_cast<long long>(seen),
                    wall[wall.size() / 2], wall.back(), processor[processor.size() / 2]);
    }
    return 0;
}
