#include "core/offices/unitfeed.h"

namespace offices {

using namespace Qt::StringLiterals;

namespace {

/// A store that was put back from a copy gives the same places again, for something else; its epoch is another one.
QString markOfStore(const hub::Self &self)
{
    return self.epoch.first(8);
}

/// The place of \a cursor; nothing when it is none of this store.
std::optional<qint64> placeOf(const QString &cursor, const QString &mark)
{
    if (cursor.isEmpty())
        return 0;
    bool isNumber = false;
    const qint64 place = cursor.section(u'.', 1).toLongLong(&isNumber);
    return isNumber && place >= 0 && cursor == mark + u'.' + QString::number(place) ? std::optional(place) : std::nullopt;
}

}

base::Result<FeedPage> UnitFeed::after(const QString &unit, const QString &cursor, int most) const
{
    return hub::within(m_engine.store, hub::Store::For::Reading, [&](hub::Transaction &rows) -> base::Result<FeedPage> {
        const auto self = rows.devices().self();
        const auto last = rows.doors().lastPlace();
        if (!self || !last)
            return base::Fail(!self ? self.error() : last.error());
        const QString mark = markOfStore(*self);
        const std::optional<qint64> place = placeOf(cursor, mark);
        if (!place || *place > *last)
            return base::Fail({base::Error::Kind::Missing, u"is no cursor of this hub"_s, u"after"_s});
        auto entries = rows.doors().entriesAfter(unit, *place, most + 1);
        if (!entries)
            return base::Fail(entries.error());
        FeedPage page{.entries = *entries, .next = {}, .more = entries->size() > most};
        if (page.more)
            page.entries.removeLast();
        const qint64 end = page.entries.isEmpty() ? *place : page.entries.constLast().place;
        page.next = mark + u'.' + QString::number(end);
        return page;
    });
}

}
