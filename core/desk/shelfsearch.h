#pragma once

#include "core/base/result.h"
#include "core/desk/findmatter.h"

#include <QDate>

#include <memory>

namespace guides {
class MatterSearch;
class Shelf;
}

namespace journal {
class Journal;
}

namespace desk {

/// Finds matters among what a shelf offers on one day.
class ShelfSearch final : public FindMatter
{
public:
    /// \a pinyinFile holds the readings of characters (resources/pinyin). Without it the search still finds characters:
    /// see fault(). For a window of the region \a regionCode on \a day, as guides::Shelf::offered().
    ShelfSearch(const guides::Shelf &shelf, const QString &pinyinFile, const QString &regionCode, QDate day = {});
    ~ShelfSearch() override;

    QList<MatterLine> find(const QString &query, int most) const override;
    /// Lets what was opened most at this window come first among equals: all cases of \a journal, from then on each
    /// countOpened(). When they cannot be read, catalogue order stays.
    void countCases(const journal::Journal &journal);
    void countOpened(const domain::GuideRef &matter);
    /// Why pinyin cannot be typed; nothing when it can.
    const std::optional<base::Error> &fault() const { return m_fault; }

private:
    std::optional<base::Error> m_fault;
    std::unique_ptr<guides::MatterSearch> m_search;
};

}
