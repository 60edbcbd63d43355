#include "core/guides/objectreader.h"

#include <algorithm>
#include <cmath>

namespace guides {

using namespace Qt::StringLiterals;

namespace {

QString typeName(QJsonValue::Type type)
{
    switch (type) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return u"true or false"_s;
    case QJsonValue::Double:
        return u"a number"_s;
    case QJsonValue::String:
        return u"a text"_s;
    case QJsonValue::Array:
        return u"a list"_s;
    case QJsonValue::Object:
        return u"an object"_s;
    case QJsonValue::Undefined:
        break;
    }
    return u"nothing"_s;
}

bool hasType(const QJsonValue &value, QJsonValue::Type type, Inspection &inspection)
{
    if (value.type() == type)
        return true;
    inspection.fault(u"%1 is expected here, not %2"_s.arg(typeName(type), typeName(value.type())));
    return false;
}

/// Whether \a c is a visible character or a plain space: others hide on screen and paper and make a search miss.
bool isPlain(QChar c)
{
    if ((c >= u' ' && c <= u'~') || (c >= u'\u4e00' && c <= u'\u9fff') || c.isSurrogate())
        return true;
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

bool isIdCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
}

}

ObjectReader::ObjectReader(const QJsonValue &value, Inspection &inspection) : m_inspection(inspection)
{
    if (inspection.depth() > deepest)
        inspection.fault(u"nested deeper than %1 levels"_s.arg(deepest));
    else if (hasType(value, QJsonValue::Object, inspection))
        m_isReadable = true;
    if (m_isReadable)
        m_object = value.toObject();
}

ObjectReader::~ObjectReader()
{
    if (m_found == m_object.size())
        return;
    for (auto it = m_object.constBegin(); it != m_object.constEnd() && !m_inspection.isFull(); ++it) {
        if (std::ranges::find(m_asked, it.key()) == m_asked.end())
            m_inspection.faultAt(it.key().toUtf8(), u"key is not known here"_s);
    }
}

std::optional<QJsonValue> ObjectReader::value(QLatin1StringView key, Need need)
{
    m_asked.append(key);
    const auto found = m_object.constFind(key);
    if (found != m_object.constEnd()) {
        ++m_found;
        return found.value();
    }
    if (need == Need::Required && m_isReadable)
        m_inspection.faultAt(key, u"is missing"_s);
    return {};
}

QString ObjectReader::text(QLatin1StringView key, Need need)
{
    const std::optional<QJsonValue> value = this->value(key, need);
    const Inspection::Step step = m_inspection.into(key);
    return value ? textHere(*value, need) : QString();
}

QString ObjectReader::id(QLatin1StringView key, Need need)
{
    const std::optional<QJsonValue> value = this->value(key, need);
    const Inspection::Step step = m_inspection.into(key);
    return value ? idHere(*value) : QString();
}

int ObjectReader::whole(QLatin1StringView key, int least, int most, std::optional<int> fallback)
{
    const std::optional<QJsonValue> value = this->value(key, fallback ? Need::Optional : Need::Required);
    const Inspection::Step step = m_inspection.into(key);
    const std::optional<double> number = value ? numberHere(*value, least, most) : std::nullopt;
    if (!number)
        return fallback.value_or(least);
    if (*number != std::floor(*number))
        m_inspection.fault(u"a whole number is expected here"_s);
    return int(*number);
}

std::optional<double> ObjectReader::quantity(QLatin1StringView key, Need need)
{
    const std::optional<QJsonValue> value = this->value(key, need);
    const Inspection::Step step = m_inspection.into(key);
    if (!value || (need == Need::Optional && value->isNull()))
        return {};
    return numberHere(*value, 0, 1e9);
}

bool ObjectReader::flag(QLatin1StringView key, bool fallback)
{
    const std::optional<QJsonValue> value = this->value(key, Need::Optional);
    const Inspection::Step step = m_inspection.into(key);
    return value && hasType(*value, QJsonValue::Bool, m_inspection) ? value->toBool() : fallback;
}

QDate ObjectReader::date(QLatin1StringView key, Need need)
{
    const std::optional<QJsonValue> value = this->value(key, need);
    const Inspection::Step step = m_inspection.into(key);
    if (!value || (need == Need::Optional && value->isNull()))
        return {};
    const QString text = textHere(*value, Need::Required);
    const QDate date = text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
    if (!text.isEmpty() && !date.isValid())
        m_inspection.fault(u"%1 is no day written yyyy-MM-dd"_s.arg(quoted(text)));
    else if (date.isValid() && (date.year() < 1949 || date.year() > 2199))
        m_inspection.fault(u"%1 is not between 1949 and 2199"_s.arg(quoted(text)));
    return date;
}

QStringList ObjectReader::texts(QLatin1StringView key)
{
    QStringList texts;
    eachEntry(key, Need::Optional, longestWordList,
              [&](const QJsonValue &entry) { appendOnce(texts, textHere(entry, Need::Required)); });
    return texts;
}

QStringList ObjectReader::ids(QLatin1StringView key)
{
    QStringList ids;
    eachEntry(key, Need::Optional, longestWordList, [&](const QJsonValue &entry) { appendOnce(ids, idHere(entry)); });
    return ids;
}

QJsonArray ObjectReader::array(QLatin1StringView key, Need need, qsizetype most)
{
    const std::optional<QJsonValue> value = this->value(key, need);
    const Inspection::Step step = m_inspection.into(key);
    if (!value || !hasType(*value, QJsonValue::Array, m_inspection))
        return {};
    const QJsonArray entries = value->toArray();
    if (entries.size() > most) {
        m_inspection.fault(u"has more than %1 entries"_s.arg(most));
        return {};
    }
    if (need == Need::Required && entries.isEmpty())
        m_inspection.fault(u"is empty"_s);
    return entries;
}

QString ObjectReader::textHere(const QJsonValue &value, Need need)
{
    if (!hasType(value, QJsonValue::String, m_inspection))
        return {};
    const QString text = value.toString();
    if (text.isEmpty() && need == Need::Required)
        m_inspection.fault(u"is empty"_s);
    else if (text.size() > longestText)
        m_inspection.fault(u"is longer than %1 characters"_s.arg(longestText));
    else if (!text.isValidUtf16() || !std::ranges::all_of(text, isPlain))
        m_inspection.fault(u"has a line break, a tab or another invisible character"_s);
    else if (text.trimmed().size() != text.size())
        m_inspection.fault(u"has a space at its begin or end"_s);
    return text;
}

QString ObjectReader::idHere(const QJsonValue &value)
{
    const QString id = textHere(value, Need::Required);
    const bool isWellFormed = id.size() <= 64 && std::ranges::all_of(id, isIdCharacter) && !id.startsWith(u'-');
    if (!isWellFormed)
        m_inspection.fault(u"%1 is no id: up to 64 of a–z 0–9 -, not beginning with -"_s.arg(quoted(id)));
    return id;
}

std::optional<double> ObjectReader::numberHere(const QJsonValue &value, double least, double most)
{
    if (!hasType(value, QJsonValue::Double, m_inspection))
        return {};
    const double number = value.toDouble();
    if (number >= least && number <= most)
        return number;
    m_inspection.fault(u"%1 is not between %2 and %3"_s.arg(number).arg(least, 0, 'f', 0).arg(most, 0, 'f', 0));
    return {};
}

}
