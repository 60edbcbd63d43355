#pragma once

#include "core/base/clock.h"
#include "core/desk/shelfsearch.h"

#include <QDate>

namespace desk {

class GuideLibrary;

/// Finds matters among what the library offers in a region on the day of the clock. After an import, and after midnight, the
/// next question is answered from the guides that are in force then.
class CurrentSearch final : public FindMatter
{
public:
    /// As ShelfSearch; \a library, \a clock and \a journal, whose cases are counted, outlive this.
    CurrentSearch(const GuideLibrary &library, const base::Clock &clock, const journal::Journal &journal,
                  const QString &pinyinFile, const QString &regionCode);
    ~CurrentSearch() override;

    QList<MatterLine> find(const QString &query, int most) const override;
    /// As ShelfSearch::countOpened().
    void countOpened(const domain::GuideRef &matter) { m_search->countOpened(matter); }
    const std::optional<base::Error> &fault() const;

private:
    void renew() const;

    const GuideLibrary &m_library;
    const base::Clock &m_clock;
    const journal::Journal &m_journal;
    const QString m_pinyinFile;
    const QString m_regionCode;
    mutable QDate m_day; ///< what m_search was made for, with m_edition
    mutable int m_edition = 0;
    mutable std::unique_ptr<ShelfSearch> m_search;
};

}
