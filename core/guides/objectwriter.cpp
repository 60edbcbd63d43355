#include "core/guides/objectwriter.h"

#include <cmath>

namespace guides {

namespace {

boost::json::value jsonText(const QString &text)
{
    return boost::json::value(boost::json::string(text.toStdString()));
}

}

void ObjectWriter::text(QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        put(key, jsonText(text));
}

void ObjectWriter::texts(QLatin1StringView key, const QStringList &texts)
{
    boost::json::array all;
    for (const QString &text : texts)
        all.push_back(jsonText(text));
    if (!all.empty())
        put(key, std::move(all));
}

void ObjectWriter::date(QLatin1StringView key, QDate date)
{
    text(key, date.toString(Qt::ISODate));
}

void ObjectWriter::whole(QLatin1StringView key, int number, int fallback)
{
    if (number != fallback)
        put(key, number);
}

void ObjectWriter::flag(QLatin1StringView key, bool isSet, bool fallback)
{
    if (isSet != fallback)
        put(key, isSet);
}

void ObjectWriter::quantity(QLatin1StringView key, double number)
{
    if (number == std::floor(number) && number < 1e15)
        put(key, qint64(number));
    else
        put(key, number);
}

void ObjectWriter::put(QLatin1StringView key, boost::json::value value)
{
    m_object.insert_or_assign(boost::json::string_view(key.data(), size_t(key.size())), std::move(value));
}

void ObjectWriter::object(QLatin1StringView key, ObjectWriter part)
{
    if (!part.m_object.empty())
        put(key, part.take());
}

}
