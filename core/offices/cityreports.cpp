#include "core/offices/cityreports.h"

#include "core/domain/rulesmark.h"
#include "core/domain/satisfaction.h"
#include "core/hub/history.h"
#include "core/reports/tally.h"

#include <QCborArray>
#include <QCborValue>

#include <algorithm>
#include <limits>

namespace offices {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;
using hub::Store;
using hub::Transaction;
using reports::Figure;
using reports::Report;
using reports::Span;
using reports::Word;

namespace {

constexpr int countingVersion = 1; ///< another number has everything worked out anew
constexpr int casesCountedAtOnce = 200; ///< in one transaction
constexpr int linesAtOnce = 5000;

QByteArray placeOfLine(const QString &caseUuid)
{
    return "hub report_line|" + caseUuid.toUtf8();
}

/// What is kept of a case: facts, words, the window of each act, reasons.
struct KeptCase {
    QByteArray facts;
    QStringList words, windows, reasons;
};

QByteArray bytesOf(const KeptCase &kept)
{
    return QCborValue(QCborArray{kept.facts, QCborArray::fromStringList(kept.words), QCborArray::fromStringList(kept.windows),
                                 QCborArray::fromStringList(kept.reasons)})
        .toCbor();
}

QStringList textsIn(const QCborValue &value)
{
    QStringList texts;
    for (const QCborValue entry : value.toArray())
        texts << entry.toString();
    return texts;
}

KeptCase keptFrom(const QByteArray &bytes)
{
    const QCborArray parts = QCborValue::fromCbor(bytes).toArray();
    return {parts.at(0).toByteArray(), textsIn(parts.at(1)), textsIn(parts.at(2)), textsIn(parts.at(3))};
}

/// The device that wrote each of \a acts; empty where none did.
QStringList windowsOf(const QList<reports::Packed::Act> &acts, const QList<domain::Placed> &history)
{
    QHash<QString, QString> writers;
    const auto keyOf = [](const QString &type, const QDateTime &at) { return type + QString::number(at.toMSecsSinceEpoch()); };
    for (const domain::Placed &placed : history)
        writers.insert(keyOf(domain::typeName(placed.event.fact), placed.event.at), domain::deviceOf(placed.writer).toString());
    QStringList windows;
    for (const reports::Packed::Act &act : acts)
        windows << writers.value(keyOf(act.type, act.at));
    return windows;
}

/// Gives words their numbers for one report.
class Numbering
{
public:
    Word numberOf(const QString &word)
    {
        if (word.isEmpty())
            return 0;
        const auto [known, isNew] = m_numbers.try_emplace(word, m_numbers.size() + 1);
        if (isNew)
            words.insert(known->second, word);
        return known->second;
    }
    std::vector<Word> numbersOf(const QStringList &list)
    {
        std::vector<Word> numbers;
        for (const QString &word : list)
            numbers.push_back(numberOf(word));
        return numbers;
    }

    reports::Dictionary words;

private:
    std::unordered_map<QString, Word> m_numbers;
};

QList<reports::Reason> reasonsOf(const std::vector<reports::Tally::GivenReason> &given, const QHash<qint64, QStringList> &known)
{
    QHash<QString, int> counts;
    for (const reports::Tally::GivenReason &one : given)
        ++counts[known.value(one.row).value(one.which)];
    return reports::mostOftenFirst(counts);
}

/// Puts those of \a visits that fall into \a span and count for \a scope beside \a values, where ratings are known by such a scope.
void addRatings(reports::Values &values, const Span &span, const reports::Scope &scope, const QList<hub::RatedVisit> &visits, int offset)
{
    if (scope.kind != reports::Scope::Kind::City && scope.kind != reports::Scope::Kind::Hall && scope.kind != reports::Scope::Kind::Window)
        return;
    reports::Value all, bad;
    for (const hub::RatedVisit &visit : visits) {
        const QString &key = scope.kind == reports::Scope::Kind::Window ? visit.device : visit.hall;
        if (!span.contains(visit.at.toOffsetFromUtc(offset).date()) || (!scope.key.isEmpty() && scope.key != key))
            continue;
        ++all.number;
        bad.number += domain::wantsRectification(domain::Satisfaction(visit.level));
    }
    bad.whole = all.number;
    values[size_t(Figure::Ratings)] = all;
    values[size_t(Figure::BadRatings)] = bad;
}

void addRatings(Report &report, const QList<hub::RatedVisit> &visits, int offset)
{
    addRatings(report.values, report.span, report.scope, visits, offset);
    for (auto &[span, values] : report.compared)
        addRatings(values, span, report.scope, visits, offset);
    for (auto &[day, values] : report.trend)
        addRatings(values, Span::day(day), report.scope, visits, offset);
    for (QList<reports::Line> *lines : {&report.byHall, &report.byWindow}) {
        for (reports::Line &line : *lines)
            addRatings(line.values, report.span, line.scope, visits, offset);
    }
}

/// Puts the names under which halls and windows enrolled in the place of their codes; the hub itself takes in what comes online.
void addNames(Report &report, const QList<hub::Device> &devices, const QString &hub)
{
    QHash<QString, QString> halls, windows{{hub, u"网上申请"_s}};
    for (const hub::Device &device : devices) {
        halls.insert(device.hall, device.card.hall);
        windows.insert(device.uuid, device.card.hall + u' ' + device.card.window);
    }
    for (reports::Line &line : report.byHall)
        line.scope.name = halls.value(line.scope.key, line.scope.key);
    for (reports::Line &line : report.byWindow)
        line.scope.name = windows.value(line.scope.key, line.scope.name);
    const QHash<QString, QString> &names = report.scope.kind == reports::Scope::Kind::Hall ? halls : windows;
    if (report.scope.name.isEmpty())
        report.scope.name = names.value(report.scope.key, report.scope.key);
}

}

CityReports::CityReports(const CityReportsNeeds &needs) :
    m(needs), m_basis(QByteArray::number(countingVersion) + '|' + domain::markOf(needs.rules))
{
}

/// What counts of a case now; nothing when it cannot be read (the check of the store says so), or its guide is not in the library.
base::Result<std::optional<hub::CountedLine>> CityReports::lineOf(const Opened &opened) const
{
    using Line = std::optional<hub::CountedLine>;
    const hub::CaseLine &line = opened.line;
    const auto key = hub::keyOf(line, m.engine.key);
    if (!key || opened.history.isEmpty())
        return Line();
    const domain::Case file = domain::merge(opened.history).file;
    const auto guide = m.guides.guide(file.guide);
    if (!guide)
        return Fail(guide.error());
    if (!*guide)
        return Line();
    const domain::ReportFacts facts = domain::reportFactsOf(file, (*guide)->guide, m.rules);
    const reports::Packed packed = reports::pack(facts);
    const KeptCase kept{packed.facts, packed.words, windowsOf(packed.acts, opened.history), facts.reasons};
    return Line({.caseRow = line.id,
                 .tips = line.tips,
                 .basis = m_basis,
                 .firstDay = packed.firstDay,
                 .lastDay = packed.lastDay,
                 .facts = journal::seal(bytesOf(kept), *key, placeOfLine(line.uuid))});
}

base::Result<QList<CityReports::Opened>> CityReports::opened(const QStringList &uuids) const
{
    return hub::within(m.engine.store, Store::For::Reading, [&](Transaction &rows) {
        return rows.records().cases(uuids).map([&](const QHash<QString, hub::CaseLine> &lines) {
            QList<Opened> all;
            for (const hub::CaseLine &line : lines)
                all.append({line, hub::historyOf(line, rows.records(), m.engine.key).value_or(QList<domain::Placed>())});
            return all;
        });
    });
}

/// Counts \a uuids; \a last becomes the highest of their rows.
base::Result<int> CityReports::countBatch(const QStringList &uuids, qint64 &last) const
{
    const base::Result<QList<Opened>> cases = opened(uuids);
    if (!cases)
        return Fail(cases.error());
    QList<hub::CountedLine> counted;
    for (const Opened &one : *cases) {
        last = std::max(last, one.line.id);
        const auto line = lineOf(one);
        if (!line)
            return Fail(line.error());
        if (*line)
            counted.append(**line);
    }
    return hub::within(m.engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<int> {
        for (const hub::CountedLine &line : std::as_const(counted)) {
            if (const base::Result<> put = rows.reports().put(line); !put)
                return Fail(put.error());
        }
        return int(counted.size());
    });
}

base::Result<int> CityReports::catchUp(const std::function<void(int)> &tell) const
{
    qint64 from = 0;
    return catchUp(std::numeric_limits<int>::max(), from, tell);
}

base::Result<int> CityReports::catchUp(int most, qint64 &from, const std::function<void(int)> &tell) const
{
    int all = 0, looked = 0;
    while (looked < most) {
        const auto uuids = hub::within(m.engine.store, Store::For::Reading,
                                       [&](Transaction &rows) { return rows.reports().uncounted(from, m_basis, casesCountedAtOnce); });
        if (!uuids)
            return Fail(uuids.error());
        if (uuids->isEmpty()) {
            from = 0;
            break;
        }
        const base::Result<int> counted = countBatch(*uuids, from);
        if (!counted)
            return counted;
        all += *counted;
        looked += int(uuids->size());
        if (tell)
            tell(all);
    }
    return all;
}

base::Result<Report> CityReports::report(const Span &span, const reports::Scope &scope) const
{
    const QDateTime now = m.engine.clock.now();
    return hub::within(m.engine.store, Store::For::Reading, [&](Transaction &rows) -> base::Result<Report> {
        Numbering numbering;
        numbering.numberOf(scope.key); // the tally looks for it among the words when it begins
        reports::Tally tally(span, scope, now, numbering.words);
        const Span reach = tally.reach();
        QHash<qint64, QStringList> reasons;
        reports::CountedCase file;
        for (qint64 after = 0;;) {
            const auto lines = rows.reports().lines(reach.from, reach.to, after, linesAtOnce);
            if (!lines)
                return Fail(lines.error());
            if (lines->isEmpty())
                break;
            for (const hub::OpenableLine &line : *lines) {
                after = line.caseRow;
                const auto key = hub::keyOf(line.uuid, line.key, m.engine.key);
                const auto bytes = key ? journal::unseal(line.facts, *key, placeOfLine(line.uuid)) : base::Result<QByteArray>(Fail(key.error()));
                if (!bytes)
                    return Fail({Error::Kind::Damaged, u"what counts of a case cannot be read"_s, line.uuid});
                const KeptCase kept = keptFrom(*bytes);
                file.row = line.caseRow;
                file.hall = numbering.numberOf(line.hall);
                if (!reports::unpack(kept.facts, numbering.numbersOf(kept.words), numbering.numbersOf(kept.windows), file))
                    return Fail({Error::Kind::Damaged, u"what counts of a case cannot be read"_s, line.uuid});
                if (!kept.reasons.isEmpty())
                    reasons.insert(line.caseRow, kept.reasons);
                tally.add(file);
            }
        }
        Report report = tally.report();
        const auto uncounted = rows.reports().casesWithoutLine();
        const auto devices = rows.devices().devices();
        const auto self = rows.devices().self();
        const auto visits = rows.reports().ratedVisits(reach.from.startOfDay(Qt::OffsetFromUTC, now.offsetFromUtc()).toUTC(),
                                                       reach.to.addDays(1).startOfDay(Qt::OffsetFromUTC, now.offsetFromUtc()).toUTC());
        for (const Error *error : {uncounted ? nullptr : &uncounted.error(), devices ? nullptr : &devices.error(),
                                   self ? nullptr : &self.error(), visits ? nullptr : &visits.error()}) {
            if (error)
                return Fail(*error);
        }
        report.refusalReasons = reasonsOf(tally.refusals(), reasons);
        report.withdrawalReasons = reasonsOf(tally.withdrawals(), reasons);
        report.state = {.hub = true, .asOf = now, .lastContact = {}, .unsent = 0, .uncounted = *uncounted};
        addRatings(report, *visits, now.offsetFromUtc());
        addNames(report, *devices, self->uuid);
        return report;
    });
}

base::Result<QList<CityReports::Counted>> CityReports::cases(const Report &report, Figure figure) const
{
    const std::vector<qint64> &wanted = report.rows[size_t(figure)];
    QList<Counted> cases;
    return hub::within(m.engine.store, Store::For::Reading, [&](Transaction &rows) -> base::Result<QList<Counted>> {
        for (qint64 after = 0;;) {
            const auto lines = rows.reports().lines(QDate::fromJulianDay(1), report.state.asOf.date().addYears(1), after, linesAtOnce);
            if (!lines)
                return Fail(lines.error());
            if (lines->isEmpty())
                return cases;
            after = lines->constLast().caseRow;
            for (const hub::OpenableLine &line : *lines) {
                if (std::ranges::binary_search(wanted, line.caseRow))
                    cases.append({line.hall, line.number});
            }
        }
    });
}

}
