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
    QString because; ///< what fitted when it was not the name: a common wording or an item; else empty
};

/// Finds matters by characters, full pinyin, initials or any mixture (新生儿, xinshenger, xse, xin生er), in the name, the items
/// and the common wordings. Ranking: name from its start, name, common wording, item; then catalogue order. What is searched is
/// what Shelf::offered() gives.
class MatterSearch
{
public:
    /// For a window of the region \a regionCode (GB/T 2260) on \a day, as Shelf::offered().
    MatterSearch(const Shelf &shelf, Pinyin pinyin, const QString &regionCode = {}, QDate day = {});

    /// At most \a most hits, best first. A \a query without a letter or digit gives every matter in catalogue order.
    QList<MatterHit> find(const QString &query, int most) const;

private:
    struct Text {
        QString text;
        Spelling spelling;
    };
    struct Entry {
        MatterHit hit;
        Spelling name;
        QList<Text> wordings;
        QList<Text> items;
    };
    enum class Rank { NameStart, Name, Wording, Item, None };
    struct Fitting {
        Rank rank = Rank::None;
        QString because;
    };
    Entry entryOf(const domain::GuidePack &pack, const domain::Matter &matter) const;
    static Fitting fittingOf(const Entry &entry, const std::u32string &query);

    Pinyin m_pinyin;
    QList<Entry> m_entries;
};

}
