#include "app/hub/store/ratingtable.h"

#include "app/hub/store/values.h"

namespace hub {

using namespace Qt::StringLiterals;

namespace {

#define RATING_COLUMNS                                                                                                                     \
    "id, number, visit, hall, device, level, at, words_suite, words, due, provisional, rectified_at, result_suite, result"

/// \a value gives the value of a column by its place.
template <class Value>
RatingLine ratingIn(const Value &value)
{
    return {.id = value(0).toLongLong(),
            .number = value(1).toString(),
            .visit = value(2).toString(),
            .hall = value(3).toString(),
            .device = value(4).toString(),
            .level = value(5).toInt(),
            .at = momentIn(value(6)),
            .words = sealedIn(value(7), value(8)),
            .due = value(9).isNull() ? QDate() : QDate::fromJulianDay(value(9).toLongLong()),
            .provisional = value(10).toInt() != 0,
            .rectifiedAt = momentIn(value(11)),
            .result = sealedIn(value(12), value(13))};
}

/// No bytes are stored as none, not as NULL.
QByteArray bytesIn(const journal::Sealed &sealed)
{
    return sealed.bytes.isNull() ? QByteArray("") : sealed.bytes;
}

}

base::Result<bool> RatingTable::add(const RatingLine &rating)
{
    const QVariant due = rating.due.isValid() ? QVariant(rating.due.toJulianDay()) : QVariant(QMetaType::fromType<qlonglong>());
    return m_connection
        .change("INSERT INTO rating (number, visit, hall, device, level, at, words_suite, words, due, provisional, result_suite, result)"
                " VALUES (:number, :visit, :hall, :device, :level, :at, :words_suite, :words, :due, :provisional, 0, :none)"
                " ON CONFLICT (number, visit) DO NOTHING",
                {{u":number"_s, rating.number},
                 {u":visit"_s, rating.visit},
                 {u":hall"_s, rating.hall},
                 {u":device"_s, rating.device},
                 {u":level"_s, rating.level},
                 {u":at"_s, stored(rating.at)},
                 {u":words_suite"_s, rating.words.suite},
                 {u":words"_s, bytesIn(rating.words)},
                 {u":due"_s, due},
                 {u":provisional"_s, stored(rating.provisional)},
                 {u":none"_s, QByteArray("")}})
        .map([](int rows) { return rows > 0; });
}

base::Result<bool> RatingTable::isRated(const QString &number, const QString &visit)
{
    return m_connection
        .row("SELECT id FROM rating WHERE number = :number AND visit = :visit", {{u":number"_s, number}, {u":visit"_s, visit}})
        .map([](const std::optional<QVariantList> &row) { return row.has_value(); });
}

base::Result<std::optional<RatingLine>> RatingTable::rating(qint64 id)
{
    return m_connection.row("SELECT " RATING_COLUMNS " FROM rating WHERE id = :id $held", {{u":id"_s, id}})
        .map([](const std::optional<QVariantList> &row) -> std::optional<RatingLine> {
            if (!row)
                return {};
            return ratingIn([&](qsizetype column) { return row->at(column); });
        });
}

base::Result<QList<RatingLine>> RatingTable::ratings(bool openOnly, int most)
{
    QList<RatingLine> found;
    const auto take = [&](const QSqlQuery &row) {
        found << ratingIn([&](int column) { return row.value(column); });
        return true;
    };
    const base::Result<> done = openOnly
        ? m_connection.each("SELECT " RATING_COLUMNS " FROM rating WHERE due IS NOT NULL AND rectified_at IS NULL ORDER BY due, id LIMIT :most",
                            {{u":most"_s, most}}, take)
        : m_connection.each("SELECT " RATING_COLUMNS " FROM rating ORDER BY id DESC LIMIT :most", {{u":most"_s, most}}, take);
    return done.map([&] { return found; });
}

base::Result<> RatingTable::setRectified(qint64 id, const QDateTime &at, const journal::Sealed &result)
{
    return m_connection.run("UPDATE rating SET rectified_at = :at, result_suite = :suite, result = :result WHERE id = :id",
                            {{u":at"_s, stored(at)}, {u":suite"_s, result.suite}, {u":result"_s, bytesIn(result)}, {u":id"_s, id}});
}

}
