#include "core/desk/shelfsearch.h"

#include "core/guides/mattersearch.h"
#include "core/journal/journal.h"

namespace desk {

ShelfSearch::ShelfSearch(const guides::Shelf &shelf, const QString &pinyinFile, const QString &regionCode,
                         QDate day)
{
    base::Result<guides::Pinyin> pinyin = guides::Pinyin::load(pinyinFile);
    if (!pinyin)
        m_fault = pinyin.error();
    m_search = std::make_unique<guides::MatterSearch>(shelf, pinyin.value_or(guides::Pinyin()), regionCode, day);
}

ShelfSearch::~ShelfSearch() = default;

void ShelfSearch::countCases(const journal::Journal &journal)
{
    const base::Result<QList<journal::MatterUse>> uses = journal.mattersUsed();
    for (const journal::MatterUse &use : uses.value_or(QList<journal::MatterUse>()))
        m_search->countOpened(use.pack, use.matter, use.cases);
}

void ShelfSearch::countOpened(const domain::GuideRef &matter)
{
    m_search->countOpened(matter.pack, matter.matter);
}

QList<MatterLine> ShelfSearch::find(const QString &query, int most) const
{
    const QList<guides::MatterHit> hits = m_search->find(query, most);
    QList<MatterLine> lines;
    lines.reserve(hits.size());
    for (const guides::MatterHit &hit : hits) {
        lines.append({.ref = hit.ref,
                      .name = hit.name,
                      .region = hit.region,
                      .audience = hit.audience,
                      .lead = hit.lead,
                      .mark = hit.mark,
                      .status = hit.status,
                      .items = hit.items,
                      .because = hit.because});
    }
    return lines;
}

}
