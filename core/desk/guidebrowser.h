#pragma once

#include "core/desk/findmatter.h"

#include <QHash>
#include <QMap>

#include <array>
#include <optional>
#include <vector>

namespace guides {
class Shelf;
}

namespace desk {

/// What a page for reading guides shows: the matters in use here, narrowed down by filters and by what is typed, how many there
/// are of each kind, and every version at hand. Changes nothing.
class GuideBrowser final
{
public:
    /// By what matters can be filtered.
    enum class Facet {
        Audience, ///< 个人 or 企业
        Department, ///< lead or co-handling
        Level, ///< 省级, 市级, 县级 …: an item of 市、县级 is of both
        Mark, ///< "*", "#" or "-"
        Region,
        Status, ///< statusValue()
    };
    static constexpr int facetCount = 6;
    /// The value that is wanted of some facets; the others may be any.
    using Filter = QMap<Facet, QString>;

    struct Value {
        QString value;
        /// Matters that fit the query, every other facet of the filter, and this value.
        int matters = 0;
        bool operator==(const Value &) const = default;
    };
    struct Findings {
        QList<MatterLine> lines; ///< best first; without a query in catalogue order
        /// Of each facet every value that occurs here, in order of first occurrence, also those of no matter now.
        std::array<QList<Value>, facetCount> values;

        const QList<Value> &of(Facet facet) const { return values[size_t(facet)]; }
    };
    /// One version of a pack.
    struct VersionLine {
        QString pack;
        QString version;
        QString title;
        QString publisher;
        QString region;
        QDate from;
        QDate until; ///< null: open
        int matters = 0;
        bool inUse = false; ///< the one that find() shows
    };

    /// What \a shelf offers to a window of \a regionCode on \a day; \a search is over the same. Both outlive the browser; when the
    /// shelf gets new packs, or the day is over, a new browser is needed.
    GuideBrowser(const guides::Shelf &shelf, const FindMatter &search, const QString &regionCode, QDate day = {});

    Findings find(const QString &query, const Filter &filter) const;
    /// The newest first; none for an unknown pack.
    QList<VersionLine> versions(const QString &pack) const;
    /// One matter in exactly that version; nothing when it is not at hand.
    std::optional<domain::Guide> guide(const domain::GuideRef &ref) const;

    /// How a status is called in a filter: catalogue, sample, official.
    static QString statusValue(domain::MatterStatus status);

private:
    using Numbers = std::vector<quint32>; ///< indexes into m_values of one facet
    using Row = std::array<Numbers, facetCount>;
    void note(Row &row, Facet facet, const QString &value);
    Row rowOf(const domain::Matter &matter, const QString &region);

    const guides::Shelf &m_shelf;
    const FindMatter &m_search;
    QList<const domain::GuidePack *> m_offered;
    std::array<QStringList, facetCount> m_values;
    std::array<QHash<QString, quint32>, facetCount> m_numbers;
    QHash<std::pair<QString, QString>, Row> m_rows; ///< by pack and matter
};

}
