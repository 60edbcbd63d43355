#pragma once

#include "core/guides/pinyin.h"
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
    QString because; ///< what fitted when it was not the name: an item or a common wording; else empty
};

/// Finds matters by characters, full pinyin, initials or any mixture (新生儿, xinshenger, xse, xin生er), in the name, the items
/// and the common wordings. Ranking: name from its start, name, common wording, item; then catalogue order.
class MatterSearch
{
public:
    MatterSearch(const Shelf &shelf, Pinyin pinyin);

    /// At most \a most hits, best first. An empty \a query gives every matter in catalogue order.
    QList<MatterHit> find(const QString &query, int most) const;

private:
    struct Entry {
        MatterHit hit;
        Spelling name;
        QList<std::pair<QString, Spelling>> wordings;
        QList<std::pair<QString, Spelling>> items;
    };
    Pinyin m_pinyin;
    QList<Entry> m_entries;
};

}
