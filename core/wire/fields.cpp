#include "core/wire/fields.h"

#include <QJsonDocument>

#include <cmath>

namespace wire {

using namespace Qt::StringLiterals;

void Fields::fault(QLatin1StringView name, const QString &why)
{
    if (!m_fault)
        m_fault = base::Error{base::Error::Kind::Document, why, placeOf(name, -1)};
}

QString Fields::placeOf(QLatin1StringView name, qsizetype index) const
{
    const QString place = m_place.isEmpty() ? QString(name) : m_place + u'.' + name;
    return index < 0 ? place : u"%1[%2]"_s.arg(place).arg(index);
}

void Fields::takeFault(const Fields &inner)
{
    if (!m_fault)
        m_fault = inner.m_fault;
}

QString Fields::text(QLatin1StringView name)
{
    const QJsonValue value = m_object[name];
    const QString text = value.toString();
    if (!value.isString())
        fault(name, u"is no text"_s);
    else if (text.size() > longestText)
        fault(name, u"is longer than %1"_s.arg(longestText));
    return text;
}

QString Fields::word(QLatin1StringView name)
{
    const QString word = text(name);
    if (word.isEmpty())
        fault(name, u"is empty"_s);
    return word;
}

QString Fields::textIfAny(QLatin1StringView name)
{
    return m_object.contains(name) ? text(name) : QString();
}

QStringList Fields::texts(QLatin1StringView name)
{
    QStringList texts;
    for (const QJsonValue value : list(name, 100'000)) {
        if (!value.isString() || value.toString().size() > longestText)
            fault(name, u"holds something that is no text"_s);
        texts << value.toString();
    }
    return texts;
}

QList<qint64> Fields::numbers(QLatin1StringView name, qsizetype size, qint64 least, qint64 most)
{
    QList<qint64> numbers;
    const QJsonArray array = list(name, size);
    if (array.size() != size)
        fault(name, u"has not %1 numbers"_s.arg(size));
    for (const QJsonValue value : array) {
        const qint64 number = value.toInteger(least - 1);
        if (number < least || number > most)
            fault(name, u"holds something that is no number from %1 to %2"_s.arg(least).arg(most));
        numbers << number;
    }
    return numbers;
}

bool Fields::flag(QLatin1StringView name)
{
    if (!m_object[name].isBool())
        fault(name, u"is neither true nor false"_s);
    return m_object[name].toBool();
}

qint64 Fields::number(QLatin1StringView name, qint64 least, qint64 most)
{
    const QJsonValue value = m_object[name];
    const double number = value.toDouble(std::nan(""));
    if (!(number == std::floor(number))) {
        fault(name, u"is no whole number"_s);
        return least;
    }
    const qint64 whole = value.toInteger(std::numeric_limits<qint64>::min());
    if (whole < least || whole > most) {
        fault(name, u"is not from %1 to %2"_s.arg(least).arg(most));
        return least;
    }
    return whole;
}

QByteArray Fields::bytes(QLatin1StringView name, qsizetype size)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        text(name).toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        fault(name, u"is no base64url"_s);
    else if (size >= 0 && decoded.decoded.size() != size)
        fault(name, u"is not %1 bytes"_s.arg(size));
    return decoded.decoded;
}

QDateTime Fields::time(QLatin1StringView name, bool mayMiss)
{
    if (mayMiss && !m_object.contains(name))
        return {};
    constexpr qint64 farthest = 253'402'300'799'999; // the end of the year 9999
    return QDateTime::fromMSecsSinceEpoch(number(name, -farthest, farthest), Qt::UTC);
}

QDate Fields::day(QLatin1StringView name)
{
    const QDate day = QDate::fromString(text(name), Qt::ISODate);
    if (!day.isValid())
        fault(name, u"is no day"_s);
    return day;
}

QJsonArray Fields::list(QLatin1StringView name, qsizetype most)
{
    const QJsonArray array = m_object[name].toArray();
    if (!m_object[name].isArray())
        fault(name, u"is no list"_s);
    else if (array.size() > most)
        fault(name, u"has more than %1"_s.arg(most));
    return array;
}

QJsonObject Fields::object(QLatin1StringView name)
{
    if (!m_object[name].isObject())
        fault(name, u"is no object"_s);
    return m_object[name].toObject();
}

QByteArray toBase64(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

base::Result<QJsonObject> objectIn(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (!document.isObject())
        return base::Fail({base::Error::Kind::Document,
                           error.error == QJsonParseError::NoError ? u"is no object"_s : error.errorString(),
                           u"byte %1"_s.arg(error.offset)});
    return document.object();
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

}
