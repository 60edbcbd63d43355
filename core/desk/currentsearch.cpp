#include "core/desk/currentsearch.h"

#include "core/desk/guidelibrary.h"

namespace desk {

CurrentSearch::CurrentSearch(const GuideLibrary &library, const base::Clock &clock, const journal::Journal &journal,
                             const QString &pinyinFile, const QString &regionCode)
    : m_library(library), m_clock(clock), m_journal(journal), m_pinyinFile(pinyinFile), m_regionCode(regionCode)
{
    renew();
}

CurrentSearch::~CurrentSearch() = default;

void CurrentSearch::renew() const
{
    m_day = m_clock.now().date();
    m_edition = m_library.edition();
    m_search = std::make_unique<ShelfSearch>(m_library.shelf(), m_pinyinFile, m_regionCode, m_day);
    m_search->countCases(m_journal);
}

QList<MatterLine> CurrentSearch::find(const QString &query, int most) const
{
    if (m_day != m_clock.now().date() || m_edition != m_library.edition())
        renew();
    return m_search->find(query, most);
}

const std::optional<base::Error> &CurrentSearch::fault() const
{
    return m_search->fault();
}

}
