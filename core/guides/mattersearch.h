#pragma once

#include "core/guides/phrases.h"
#include "core/guides/shelf.h"

namespace guides {

/// A matter that fits what was typed.
struct MatterHit {
    domain::GuideRef ref;
    QString name;
    QString region;
    QString audience;
    QString lead;
    QChar mark;
    domain::MatterStatus status = domain::MatterStatus::Catalogue;
    int items = 0;
    QString
        because; ///< what fitted when it was not the name: wording, item, material …; several words: parted by ；; else empty
};

/// Finds matters by characters, full pinyin, initials or any mixture (新生儿, xinshenger, xse, xin生er) in their names, common
/// wordings, items, materials, departments and questions, and by characters in the answers of the FAQ. Of several words, parted
/// by spaces, each must fit somewhere. Ranking: by where the word fits that fits worst (name from its start, name, wording, item,
/// material, department, question, answer), then by how often the matter was opened here, then catalogue order.
/// Searched is what Shelf::offered() gives.
class MatterSearch
{
public:
    /// For a window of the region \a regionCode (GB/T 2260) on \a day, as Shelf::offered(). Neither \a shelf nor \a pinyin is
    /// needed afterwards.
    MatterSearch(const Shelf &shelf, const Pinyin &pinyin, const QString &regionCode = {}, QDate day = {});

    /// At most \a most hits, best first. A \a query without a letter or digit gives every matter in catalogue order.
    QList<MatterHit> find(const QString &query, int most) const;

    /// Counts \a times more openings of a matter of any version; one that is not here is passed over.
    void countOpened(const QString &pack, const QString &matter, qint64 times = 1);

private:
    friend class MatterFinder;
    struct Entry {
        MatterHit hit;
        qint64 opened = 0;
    };
    /// \a materials: number of the name by id.
    void add(const domain::GuidePack &pack, const domain::Matter &matter, const QHash<QString, quint32> &materials);

    QList<Entry> m_entries; ///< in catalogue order
    QHash<std::pair<QString, QString>, qsizetype> m_entryOf; ///< by pack and matter
    Phrases m_phrases;
};

}
