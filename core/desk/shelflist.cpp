#include "core/desk/shelflist.h"

#include "core/desk/casebook.h"
#include "core/base/text.h"
#include "core/desk/shelfdigest.h"
#include "core/domain/casenumber.h"
#include "core/domain/codes.h"

namespace desk {

using namespace domain;

namespace {

constexpr int mostFound = 200; ///< lines; more than a shelf place holds
constexpr int mostCases = 50;

QList<ShelfState> statesOf(ShelfKind kind)
{
    switch (kind) {
    case ShelfKind::All:
    case ShelfKind::Refusals:
        return {};
    case ShelfKind::Expected:
        return {ShelfState::Expected};
    case ShelfKind::Waiting:
        return {ShelfState::Held, ShelfState::Ready, ShelfState::Told};
    case ShelfKind::Late:
        return {ShelfState::Late};
    case ShelfKind::Forgotten:
        return {ShelfState::Forgotten};
    case ShelfKind::ToProve:
        return {ShelfState::ToProve};
    }
    Q_UNREACHABLE();
}

}

ShelfList::ShelfList(journal::Journal &journal, const guides::Shelf &shelf, const base::Clock &clock, const CaseSearch &search,
                     const CaseBook &book, QObject *parent) :
    QObject(parent), m_journal(journal), m_matters(shelf), m_clock(clock), m_search(search)
{
    connect(&book, &CaseBook::written, this, &ShelfList::changed);
    connect(&book, &CaseBook::completed, this, &ShelfList::changed);
}

ShelfEntry ShelfList::entryOf(const journal::ShelfLine &line, const QDateTime &now) const
{
    ShelfEntry entry{.caseId = line.caseId,
                     .number = line.number,
                     .matter = m_matters.name(line.guide),
                     .applicant = maskedName(line.applicant),
                     .subjects = maskedSubjects(foundByFrom(line.summary)),
                     .result = shelfResultFrom(line),
                     .state = line.state};
    entry.urgency = urgencyOf(entry.result, now);
    entry.days = entry.result.since.isValid() ? std::max(0, int(entry.result.since.date().daysTo(now.date()))) : 0;
    return entry;
}

base::Result<ShelfList::Page> ShelfList::page(ShelfKind kind, const Place &after, int most) const
{
    const QDateTime now = m_clock.now();
    const journal::ShelfQuery query{.now = now, .states = statesOf(kind), .refusalsOnly = kind == ShelfKind::Refusals};
    const auto found = m_journal.shelf(query, {after.due, after.place}, most);
    if (!found)
        return tl::unexpected(found.error());
    Page page{.lines = {}, .end = after, .isLast = found->size() < most};
    for (const journal::ShelfLine &line : *found) {
        page.lines.append(entryOf(line, now));
        page.end = {line.place.due, line.place.place};
    }
    return page;
}

base::Result<ShelfTally> ShelfList::counts() const
{
    const auto counted = m_journal.shelfCounts(m_clock.now());
    if (!counted)
        return tl::unexpected(counted.error());
    ShelfTally tally{};
    for (int kind = 0; kind < shelfKinds; ++kind) {
        const QList<ShelfState> states = statesOf(ShelfKind(kind));
        const auto &numbers = ShelfKind(kind) == ShelfKind::Refusals ? counted->refusals : counted->lines;
        for (int state = 0; state < shelfStates; ++state) {
            if (states.isEmpty() || states.contains(ShelfState(state)))
                tally[size_t(kind)] += numbers[size_t(state)];
        }
    }
    return tally;
}

base::Result<QList<ShelfEntry>> ShelfList::ofCase(const QString &caseId) const
{
    const QDateTime now = m_clock.now();
    return m_journal.shelf({.now = now, .caseId = caseId}, {}, mostFound).map([&](const QList<journal::ShelfLine> &lines) {
        QList<ShelfEntry> entries;
        for (const journal::ShelfLine &line : lines)
            entries.append(entryOf(line, now));
        return entries;
    });
}

base::Result<> ShelfList::addCase(const QString &caseId, ShelfFinding &finding) const
{
    return ofCase(caseId).map([&](const QList<ShelfEntry> &lines) {
        finding.lines += lines;
        if (lines.isEmpty())
            finding.finished << caseId;
    });
}

base::Result<ShelfFinding> ShelfList::find(const QString &typed) const
{
    ShelfFinding finding;
    if (const std::optional<CaseNumber> number = readCaseNumber(typed)) {
        return m_journal.caseWithNumber(number->text()).and_then([&](const std::optional<QString> &caseId) {
            return (caseId ? addCase(*caseId, finding) : base::Result<>()).map([&] { return finding; });
        });
    }
    const QDateTime now = m_clock.now();
    const QString code = base::normalizedCode(typed);
    if (code.isEmpty())
        return finding;
    const auto lines = m_journal.shelf({.now = now, .code = code}, {}, mostFound);
    if (!lines)
        return tl::unexpected(lines.error());
    for (const journal::ShelfLine &line : *lines)
        finding.lines.append(entryOf(line, now));
    if (!finding.lines.isEmpty())
        return finding;
    const auto finished = m_journal.casesWithCode(code, mostCases);
    if (!finished)
        return tl::unexpected(finished.error());
    finding.finished = *finished;
    if (!finding.finished.isEmpty())
        return finding;
    base::Result<> added;
    for (const CaseHit &hit : m_search.find(typed, mostCases))
        added = added.and_then([&] { return addCase(hit.caseId, finding); });
    return added.map([&] { return finding; });
}

}
