#include "core/desk/casesearch.h"

#include "core/journal/journal.h"

#include <QThread>

#include <algorithm>

namespace desk {

using namespace domain;

namespace {

constexpr int mostDuplicates = 20;
constexpr qsizetype fewIdentities = 6; // up to here one after the other is quicker

std::shared_ptr<const guides::Pinyin> load(const QString &file, std::optional<base::Error> &fault)
{
    base::Result<guides::Pinyin> pinyin = guides::Pinyin::load(file);
    if (!pinyin)
        fault = pinyin.error();
    return std::make_shared<const guides::Pinyin>(pinyin ? std::move(*pinyin) : guides::Pinyin());
}

}

namespace {

bool isIdentity(const Field &field)
{
    return field.kind == Field::Kind::IdNumber || field.kind == Field::Kind::CreditCode;
}

}

QStringList ownIdentities(const Plan &plan)
{
    QStringList numbers;
    for (const Plan::FieldLine &line : plan.fields) {
        const bool isOwn = line.field.role != Field::Role::Agent && line.field.role != Field::Role::Matter;
        if (isOwn && isIdentity(line.field) && line.fault == FieldFault::None && !line.value.isEmpty())
            numbers << line.value;
    }
    for (const Plan::RosterLine &roster : plan.rosters) {
        for (const Plan::PersonLine &line : roster.people) {
            for (const Field &column : roster.columns) {
                const QString value = line.person.values.value(column.id);
                if (isIdentity(column) && !value.isEmpty() && !line.faults.contains(column.id))
                    numbers << value;
            }
        }
    }
    numbers.removeDuplicates();
    return numbers;
}

CaseSearch::CaseSearch(journal::Journal &journal, const guides::Shelf &shelf, const QString &pinyinFile, const CaseBook &book,
                       QObject *parent) :
    QObject(parent), m_matters(shelf), m_pinyin(load(pinyinFile, m_fault)), m_index(m_pinyin)
{
    connect(&book, &CaseBook::written, this, &CaseSearch::take);
    connect(&book, &CaseBook::caughtUp, this, &CaseSearch::takeUnlessKnown);
    startReading(journal);
}

CaseSearch::~CaseSearch()
{
    m_stop = true;
    m_reader->wait();
}

void CaseSearch::startReading(journal::Journal &journal)
{
    m_reader.reset(QThread::create([this, read = journal.summaries(), pinyin = m_pinyin, names = m_matters, &stop = m_stop] {
        auto index = std::make_shared<CaseIndex>(pinyin);
        const base::Result<> outcome = read([&](const journal::CaseSummary &summary) -> base::Result<> {
            if (stop)
                return base::Fail({base::Error::Kind::Busy, QStringLiteral("the program ends"), {}});
            index->put({.id = summary.caseId,
                        .number = summary.number,
                        .guide = summary.guide,
                        .matter = names.name(summary.guide),
                        .stage = summary.stage,
                        .openedAt = summary.openedAt,
                        .foundBy = foundByFrom(summary.summary)});
            return {};
        });
        QMetaObject::invokeMethod(this, [this, index, outcome] { adopt(std::move(*index), outcome); }, Qt::QueuedConnection);
    }));
    m_reader->start(QThread::LowPriority);
}

void CaseSearch::adopt(CaseIndex &&read, const base::Result<> &outcome)
{
    if (!outcome)
        m_fault = outcome.error();
    m_index = std::move(read);
    for (const IndexedCase &entry : std::as_const(m_sinceStart))
        m_index.put(entry);
    m_sinceStart.clear();
    for (const QString &caseId : std::as_const(m_forgotten))
        m_index.remove(caseId);
    m_forgotten.clear();
    m_isComplete = true;
    emit completed();
}

void CaseSearch::take(const Case &file, const FoundBy &foundBy)
{
    const IndexedCase entry{.id = file.id,
                            .number = file.number,
                            .guide = file.guide,
                            .matter = m_matters.name(file.guide),
                            .stage = file.stage,
                            .openedAt = file.openedAt,
                            .foundBy = foundBy};
    if (!m_isComplete)
        m_sinceStart.append(entry);
    m_forgotten.removeOne(file.id);
    m_index.put(entry);
    emit changed();
}

void CaseSearch::forget(const QStringList &cases)
{
    for (const QString &caseId : cases) {
        m_index.remove(caseId);
        m_sinceStart.removeIf([&](const IndexedCase &entry) { return entry.id == caseId; });
        if (!m_isComplete)
            m_forgotten << caseId;
    }
    emit changed();
}

void CaseSearch::takeUnlessKnown(const Case &file, const FoundBy &foundBy)
{
    // It may be known from the reading that still goes on; then it only counts as newer than it is.
    if (!m_index.contains(file.id))
        take(file, foundBy);
}

QList<CaseHit> CaseSearch::duplicates(const QStringList &identities, const GuideRef &matter, const QString &exceptCase) const
{
    if (identities.size() > fewIdentities) {
        QList<CaseHit> hits = m_index.withAnyIdentity(identities, matter, mostDuplicates + 1);
        hits.removeIf([&](const CaseHit &hit) { return hit.caseId == exceptCase; });
        return hits.mid(0, mostDuplicates);
    }
    QList<CaseHit> hits;
    for (const QString &identity : identities) {
        for (const CaseHit &hit : duplicates(identity, matter, exceptCase)) {
            if (std::ranges::find(hits, hit.caseId, &CaseHit::caseId) == hits.end())
                hits.append(hit);
        }
    }
    return hits.mid(0, mostDuplicates);
}

QList<CaseHit> CaseSearch::duplicates(const QString &identity, const GuideRef &matter, const QString &exceptCase) const
{
    QList<CaseHit> hits = m_index.withIdentity(identity, matter, mostDuplicates + 1);
    hits.removeIf([&](const CaseHit &hit) { return hit.caseId == exceptCase; });
    return hits.mid(0, mostDuplicates);
}

}
