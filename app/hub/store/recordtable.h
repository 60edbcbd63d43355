#pragma once

#include "app/hub/store/connection.h"
#include "core/hub/store.h"

namespace hub {

/// How places of a feed come to be seen in their order where several write at once (PostgreSQL).
enum class FeedOrder {
    Held, ///< who adds to a feed has it alone until the commit
    LeftToChance, ///< as a sequence alone would have it: for the test that shows what is lost then
};

class RecordTable final : public RecordRows
{
public:
    RecordTable(Connection &connection, FeedOrder order) : m_connection(connection), m_order(order) { }
    qint64 lastPlace() const { return m_lastPlace; } ///< that this transaction was given; 0: none

    base::Result<> holdFeeds(QStringList halls) override;
    base::Result<Stream> stream(const wire::Writer &writer) override;
    base::Result<> put(const Stream &stream) override;
    base::Result<QList<Stream>> streams() override;
    base::Result<int> lastIncarnation(const QString &device) override;

    base::Result<QHash<QString, CaseLine>> cases(const QStringList &uuids) override;
    base::Result<QList<CaseLine>> casesStillSince(const QDateTime &before, qint64 after, int most) override;
    base::Result<std::optional<CaseLine>> caseWithNumber(const QString &number) override;
    base::Result<qint64> put(const CaseLine &line) override;

    base::Result<QList<qint64>> nextPlaces(qsizetype count) override;
    base::Result<> add(const QList<EventLine> &events) override;
    base::Result<> add(const QList<FeedLine> &entries) override;
    base::Result<QList<EventLine>> eventsOfStream(qint64 stream, qint64 first, qint64 last) override;
    base::Result<QList<Written>> eventsOfCase(qint64 caseRow) override;

    base::Result<wire::Cursor> feedEnd(const QString &hall) override;
    base::Result<std::optional<FeedLine>> entryAt(const QString &hall, qint64 place) override;
    base::Result<QList<PulledLine>> entriesAfter(const QString &hall, qint64 place, int most, qint64 bytes, const QString &inBrief) override;

    base::Result<> keepAside(const AsideLine &line) override;
    base::Result<QList<AsideLine>> aside(int most) override;
    base::Result<int> countAside(const QDateTime &before) override;
    base::Result<int> clearAside(const QDateTime &before) override;
    base::Result<> put(const Alarm &alarm) override;
    base::Result<QList<Alarm>> alarms(bool unseenOnly, int most) override;

private:
    base::Result<std::optional<Stream>> find(const wire::Writer &writer);

    Connection &m_connection;
    FeedOrder m_order;
    qint64 m_lastPlace = 0;
};

}
