#include "core/journal/eventslices.h"

namespace journal {

using namespace Qt::StringLiterals;

base::Result<bool> lookOn(Database &database, const LookedThrough &through, int most,
                          const std::function<base::Result<>(qint64 from, qint64 to)> &look)
{
    const auto ends = database.row(through.ends);
    if (!ends || !*ends)
        return ends ? base::Result<bool>(false) : base::Fail(ends.error());
    const qint64 from = (*ends)->at(0).toLongLong();
    const qint64 last = (*ends)->at(1).toLongLong();
    const qint64 to = qMin(from + most, last);
    if (to <= from)
        return false;
    return look(from, to).and_then([&] { return database.run(through.note, {{u":to"_s, to}}); }).map([&] { return to < last; });
}

}
