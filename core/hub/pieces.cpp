#include "core/hub/pieces.h"

#include <algorithm>

namespace hub {

base::Result<QByteArray> assembled(const QList<qint64> &starts, qint64 from, qint64 end,
                                   const std::function<base::Result<QByteArray>(qint64 start)> &piece)
{
    QByteArray bytes;
    auto next = std::ranges::upper_bound(starts, from);
    if (next != starts.begin())
        --next;
    for (; next != starts.end() && *next < end; ++next) {
        const base::Result<QByteArray> whole = piece(*next);
        if (!whole)
            return whole;
        const qint64 skipped = qMax<qint64>(0, from - *next);
        bytes += whole->mid(skipped, qMax<qint64>(0, end - *next - skipped));
    }
    return bytes;
}

}
