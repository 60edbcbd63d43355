#include "core/desk/shelfsearch.h"

#include "core/guides/mattersearch.h"

namespace desk {

ShelfSearch::ShelfSearch(const guides::Shelf &shelf, const QString &pinyinFile, const QString &regionCode,
                         QDate day)
{
    base::Result<guides::Pinyin> pinyin = guides::Pinyin::load(pinyinFile);
    if (!pinyin)
        m_fault = pinyin.error();
    m_search = std::make_unique<guides::MatterSearch>(shelf, pinyin ? std::move(*pinyin) : guides::Pinyin(),
                                                      regionCode, day);
}

ShelfSearch::~ShelfSearch() = default;

QList<MatterLine> ShelfSearch::find(const QString &query, int most) const
{
    QList<MatterLine> lines;
    for (const guides::MatterHit &hit : m_search->find(query, most)) {
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
