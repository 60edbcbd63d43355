#include "core/base/clock.h"
#include "core/desk/hallboard.h"
#include "core/desk/hublink.h"
#include "core/desk/issuance.h"
#include "core/desk/worklist.h"
#include "core/guides/shelf.h"
#include "core/journal/digests.h"
#include "core/journal/journal.h"
#include "core/journal/projections.h"
#include "core/journal/shelfstore.h"
#include "tests/core/desk/manycases.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

class Noon final : public base::Clock
{
public:
    QDateTime now() const override { return {QDate(2026, 11, 23), QTime(12, 0)}; }
};

double cpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// Wall-clock and processor milliseconds of single calls.
struct Times {
    std::vector<double> wall, cpu;

    template <class Act>
    auto time(Act act)
    {
        QElapsedTimer timer;
        timer.start();
        const double before = cpuMs();
        auto result = act();
        cpu.push_back(cpuMs() - before);
        wall.push_back(double(timer.nsecsElapsed()) / 1e6);
        return result;
    }
    static double percentile(std::vector<double> values, double share)
    {
        std::ranges::sort(values);
        return values[size_t(double(values.size() - 1) * share)];
    }
    void print(const char *what) const
    {
        std::printf("%-44s wall p50 %6.2f  p95 %6.2f  max %6.2f ms   cpu p50 %6.2f  p95 %6.2f ms\n", what, percentile(wall, 0.5),
                    percentile(wall, 0.95), percentile(wall, 1), percentile(cpu, 0.5), percentile(cpu, 0.95));
    }
};

/// What is left to do of a case of which one in \a openShare is open.
QList<Task> tasksOf(many::Cases &cases, int index, int openShare, const QDateTime &now)
{
    QList<Task> tasks;
    if (index % openShare != 0)
        return tasks;
    for (int i = 0; i < 1 + cases.pick(2); ++i) {
        Task task{.kind = Task::Kind(cases.pick(taskKinds)), .subjectId = u"item-%1"_s.arg(i), .subject = u"出版物零售业务经营许可"_s};
        task.start = now.addSecs(-3600 * cases.pick(500));
        task.due = now.addSecs(3600 * (cases.pick(1000) - 60));
        task.redFrom = task.due.addDays(-1);
        task.amberFrom = task.due.addDays(-3);
        task.waitsForOthers = cases.pick(2);
        tasks.append(task);
    }
    return tasks;
}

/// Results of the same: of an open case they wait, of a finished one only their numbers are kept.
QList<journal::ShelfDigest> resultsOf(many::Cases &cases, int index, int openShare, const QDateTime &now)
{
    QList<journal::ShelfDigest> results;
    for (int i = 0; i < 1 + cases.pick(3); ++i) {
        journal::ShelfDigest result{.item = u"item-%1"_s.arg(i), .codes = {u"证%1N%2"_s.arg(index).arg(i), u"EMS%1"_s.arg(index)}};
        if (index % openShare == 0) {
            result.stand = ShelfStand(cases.pick(int(ShelfStand::ToProve) + 1));
            result.refusal = cases.pick(10) == 0;
            if (result.stand > ShelfStand::Held)
                result.due = now.addSecs(3600 * (cases.pick(1000) - 60));
            result.codes << u"A-%1"_s.arg(cases.pick(500));
            result.line = "{\"name\":\"出版物零售业务经营许可\",\"department\":\"新闻出版部门\",\"level\":\"县级\",\"holder\":\"出证窗口\","
                          "\"place\":\"A-03\",\"givenBy\":\"邮车\",\"takenBy\":\"王样例\",\"certificate\":\"样书零字第1号\"}";
        }
        results.append(result);
    }
    return results;
}

/// Writes the projections of \a entries as the program would, without their events.
bool fill(const QString &folder, const base::Secret &key, const QList<desk::IndexedCase> &entries, many::Cases &cases, int openShare,
          const QDateTime &now)
{
    journal::Database database(folder + u"/journal.db"_s);
    if (!database.open() || !database.setUp())
        return false;
    journal::CaseKeys keys(database, key);
    journal::Projections projections(database, keys);
    journal::Digests digests(database, keys);
    journal::ShelfStore shelf(database, keys);
    journal::Transaction transaction(database);
    if (!transaction.begin())
        return false;
    for (int i = 0; i < entries.size(); ++i) {
        const desk::IndexedCase &entry = entries[i];
        Case file;
        file.id = entry.id;
        file.number = entry.number;
        file.guide = entry.guide;
        file.stage = entry.stage;
        file.openedAt = file.changedAt = entry.openedAt;
        file.clerk = i % 3 ? u"甲"_s : u"乙"_s;
        file.fields.insert(applicantNameField, entry.foundBy.names.first());
        const auto caseKey = keys.findOrMake(file.id);
        const journal::CaseDigest digest{tasksOf(cases, i, openShare, now), desk::toBytes(entry.foundBy)};
        if (!caseKey || !projections.put(file, journal::Hash(journal::hashSize, '\0'), *caseKey)
            || !digests.put(file, digest, u"bench"_s, *caseKey)
            || !shelf.put(file, resultsOf(cases, i, openShare, now), *caseKey))
            return false;
    }
    return transaction.commit().has_value();
}

void timePages(const desk::WorkList &list, const char *what, const desk::WorkFilter &filter)
{
    Times times;
    desk::WorkList::Place place;
    qsizetype lines = 0;
    for (int i = 0; i < 200; ++i) {
        const auto page = times.time([&] { return list.page(filter, place, 50); });
        if (!page)
            return;
        lines += page->lines.size();
        place = page->isLast ? desk::WorkList::Place() : page->end;
    }
    times.print(what);
    if (lines == 0)
        std::printf("  (no lines)\n");
}

/// Pages, counts and look-ups of the issuance window; the number of look-ups that found nothing.
int timeShelf(const desk::ShelfList &shelf, const QList<desk::IndexedCase> &entries, many::Cases &cases, int openShare)
{
    using desk::ShelfKind;
    for (const auto &[what, kind] : {std::pair("shelf: page of 100, all", ShelfKind::All), std::pair("shelf: page of 100, expected", ShelfKind::Expected),
                                     std::pair("shelf: page of 100, late", ShelfKind::Late), std::pair("shelf: page of 100, refusals", ShelfKind::Refusals),
                                     std::pair("shelf: page of 100, to prove", ShelfKind::ToProve)}) {
        Times times;
        desk::ShelfList::Place place;
        for (int i = 0; i < 100; ++i) {
            const auto page = times.time([&] { return shelf.page(kind, place, 100); });
            place = !page || page->isLast ? desk::ShelfList::Place() : page->end;
        }
        times.print(what);
    }
    Times counting;
    int all = 0;
    for (int i = 0; i < 50; ++i)
        all = (*counting.time([&] { return shelf.counts(); }))[size_t(ShelfKind::All)];
    counting.print("shelf: counts");
    Times finding;
    int missed = 0;
    for (int i = 0; i < 300; ++i) {
        const int index = cases.pick(int(entries.size()) / openShare) * openShare;
        const QString typed = i % 3 == 0 ? entries[index].number : i % 3 == 1 ? u"证%1N0"_s.arg(index) : u"ems %1"_s.arg(index);
        const auto found = finding.time([&] { return shelf.find(typed); });
        missed += !found || found->lines.isEmpty();
    }
    finding.print("shelf: find by number, certificate, parcel");
    std::printf("  %d results on the shelf, %d of 300 look-ups found nothing\n", all, missed);
    return missed;
}

void timeWorkList(const desk::WorkList &list, const GuideRef &matter)
{
    timePages(list, "page of 50, all", {});
    timePages(list, "page of 50, one kind", {.kinds = {Task::Kind::Deliver}});
    timePages(list, "page of 50, three kinds", {.kinds = {Task::Kind::Deliver, Task::Kind::Push, Task::Kind::TellResult}});
    timePages(list, "page of 50, overdue", {.urgency = Urgency::Overdue});
    timePages(list, "page of 50, red", {.urgency = Urgency::Red});
    timePages(list, "page of 50, one matter", {.matter = matter});
    timePages(list, "page of 50, mine, ours only", {.mine = true, .oursOnly = true});
    Times counting;
    int all = 0;
    for (int i = 0; i < 20; ++i)
        all = counting.time([&] { return list.counts({}); })->all;
    counting.print("counts");
    std::printf("  %d tasks\n", all);
}

/// One look at the board of the hall, without a hub.
void timeBoard(journal::Journal &journal, const guides::Shelf &shelf, const base::Clock &clock, const QString &folder, const base::Secret &key, const desk::OnDuty &duty)
{
    const auto window = people::WindowKey::open(folder, key);
    if (!window)
        return;
    desk::HubLink link({.profileFolder = folder, .profileKey = key, .windowKey = *window, .journal = journal, .hall = {}, .program = {}, .line = {}});
    desk::HallPresence presence({link, clock, journal.identity().device, duty});
    const desk::HallBoard board({journal, shelf, clock, link, presence});
    Times times;
    qsizetype turns = 0;
    for (int i = 0; i < 50; ++i) {
        const auto view = times.time([&] { return board.look(); });
        turns = view ? view->turns.size() : -1;
    }
    times.print("board: one look");
    std::printf("  %d turn within the hour\n", int(turns));
}

/// Times \a queries searches and compares each with the oracle; the number of those that differ.
int timeSearch(const desk::CaseSearch &search, const QList<desk::IndexedCase> &entries, many::Cases &cases, int queries,
               const guides::Pinyin &pinyin)
{
    constexpr int most = 50;
    QStringList typed;
    for (int i = 0; i < queries; ++i)
        typed << cases.query(entries[cases.pick(entries.size())], pinyin);
    Times times;
    QList<QStringList> found;
    for (const QString &query : std::as_const(typed)) {
        QStringList ids;
        for (const desk::CaseHit &hit : times.time([&] { return search.find(query, most); }))
            ids << hit.caseId;
        found.append(ids);
    }
    times.print("search, at most 50 cases");
    Times duplicates;
    for (int i = 0; i < 200; ++i) {
        const desk::IndexedCase &entry = entries[cases.pick(entries.size())];
        duplicates.time([&] { return search.duplicates(entry.foundBy.identities.first(), entry.guide, {}); });
    }
    duplicates.print("duplicates");
    std::fflush(stdout);
    int missed = 0;
    for (int i = 0; i < queries; ++i) {
        if (found[i] != many::oracle(entries, typed[i], pinyin, most)) {
            ++missed;
            std::printf("DIFFERS from the oracle: %s\n", qPrintable(typed[i]));
        }
    }
    return missed;
}

}

/// bench_cases [CASES] [QUERIES] [OPEN]: a journal of CASES cases (200,000), one in OPEN (40) with something left to do: pages and counts
/// of the work list, pages, counts and look-ups of the shelf, how long the search takes to read it and how much memory, QUERIES (500) searches timed and each compared with
/// a search through all cases by hand. Fails when one differs.
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto argument = [&](int index, int fallback) {
        const int value = app.arguments().value(index).toInt();
        return value > 0 ? value : fallback;
    };
    const int count = argument(1, 200'000), queries = argument(2, 500), openShare = argument(3, 40);
    const QString source = qEnvironmentVariable("YICHUANG_SOURCE", u"."_s);
    const QString readings = source + u"/resources/pinyin/readings.tsv"_s;
    const auto shelf = guides::Shelf::load(source + u"/resources/guides"_s);
    const auto pinyin = guides::Pinyin::load(readings);
    const Noon clock;
    const base::Secret key = base::Secret::random(32);
    QTemporaryDir folder;
    if (!shelf || !pinyin || !journal::Journal::open(folder.path(), key, clock)) {
        std::printf("run in the source folder, or set YICHUANG_SOURCE\n");
        return 1;
    }
    QList<std::pair<GuideRef, QString>> matters;
    for (const GuidePack &pack : shelf->packs()) {
        for (const Matter &matter : pack.matters)
            matters.append({{pack.id, pack.version, matter.id}, matter.name});
    }
    many::Cases cases(matters);
    QList<desk::IndexedCase> entries;
    for (int i = 0; i < count; ++i)
        entries.append(cases.next());
    QElapsedTimer timer;
    timer.start();
    if (!fill(folder.path(), key, entries, cases, openShare, clock.now()))
        return 1;
    std::printf("%d cases written in %.1f s, %.0f MiB\n", count, double(timer.elapsed()) / 1e3,
                double(QFile(folder.filePath(u"journal.db"_s)).size()) / (1 << 20));

    const auto journal = journal::Journal::open(folder.path(), key, clock);
    if (!journal)
        return 1;
    const ClockRules rules{WorkCalendar(), *OfficeHours::parse(u"08:30-12:00 14:00-17:30"_s), true};
    desk::CaseBook book(**journal, *shelf, rules);
    const desk::OnDuty duty(base::HallSettings{.clerk = u"甲"_s});
    const desk::WorkList list(**journal, *shelf, clock, duty, book);
    timer.restart();
    const desk::CaseSearch search(**journal, *shelf, readings, book);
    std::printf("search begun in %lld ms\n", timer.elapsed());
    QEventLoop loop;
    QObject::connect(&search, &desk::CaseSearch::completed, &loop, &QEventLoop::quit);
    loop.exec();
    std::printf("search complete after %.1f s, %.0f MiB, %lld bytes a case\n", double(timer.elapsed()) / 1e3,
                double(search.bytes()) / (1 << 20), search.bytes() / search.size());
    timeWorkList(list, matters.first().first);
    const desk::ShelfList onShelf(**journal, *shelf, clock, search, book);
    const int notFound = timeShelf(onShelf, entries, cases, openShare);
    timeBoard(**journal, *shelf, clock, folder.path(), key, duty);
    const int missed = timeSearch(search, entries, cases, queries, *pinyin);
    std::printf("%d of %d searches differ from the oracle\n", missed, queries);
    return missed + notFound == 0 ? 0 : 1;
}
