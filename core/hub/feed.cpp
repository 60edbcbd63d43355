#include "core/hub/feed.h"

#include <sodium.h>

namespace hub {

QByteArray markAfter(const QByteArray &before, qint64 place, wire::Entry::Kind kind, const QByteArray &about)
{
    const QByteArray entry = QByteArray::number(place) + '|' + QByteArray::number(int(kind)) + '|' + about;
    QByteArray mark(crypto_generichash_BYTES_MIN, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(mark.data()), size_t(mark.size()),
                       reinterpret_cast<const unsigned char *>(entry.constData()), size_t(entry.size()),
                       reinterpret_cast<const unsigned char *>(before.constData()), size_t(before.size()));
    return mark;
}

base::Result<> Feed::hold(const QStringList &halls)
{
    if (const base::Result<> held = m_records.holdFeeds(halls); !held)
        return held;
    for (const QString &hall : halls) {
        const base::Result<wire::Cursor> end = m_records.feedEnd(hall);
        if (!end)
            return base::Fail(end.error());
        m_ends.insert(hall, *end);
    }
    return {};
}

void Feed::put(qint64 place, const QString &hall, wire::Entry::Kind kind, qint64 caseRow, qint64 event, const QByteArray &about)
{
    wire::Cursor &end = m_ends[hall];
    end = {place, markAfter(end.check, place, kind, about)};
    m_fresh.append({place, hall, kind, caseRow, event, end.check});
    m_grown.insert(hall);
}

base::Result<> Feed::write()
{
    return m_records.add(m_fresh);
}

Growth Feed::growth() const
{
    Growth growth;
    for (const QString &hall : m_grown)
        growth.insert(hall, m_ends[hall].hubSeq);
    return growth;
}

}
