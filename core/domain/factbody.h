#pragma once

#include "core/domain/events.h"

#include <QJsonArray>

#include <array>
#include <span>

namespace domain {

// What the JSON forms of the facts are written with; used by events.cpp and lifecodecs.cpp only.

/// A word of the JSON form and what it means. Never changed once written.
template <class Enum>
struct Name {
    Enum value;
    const char *text;
};

template <class Enum, size_t N>
QString wordFor(const std::array<Name<Enum>, N> &names, Enum value)
{
    for (const auto &name : names) {
        if (name.value == value)
            return QLatin1String(name.text);
    }
    Q_UNREACHABLE();
}

inline constexpr std::array acquisitionNames{
    Name{Material::Acquisition::Shared, "shared"},
    Name{Material::Acquisition::ELicence, "elicence"},
    Name{Material::Acquisition::Held, "held"},
    Name{Material::Acquisition::Applicant, "applicant"},
};

/// Reads the body of a fact and remembers whether everything that must be there was there.
class Body
{
public:
    explicit Body(QJsonObject json) : m_json(std::move(json)) { }

    QString text(QLatin1String key)
    {
        const QJsonValue value = m_json.value(key);
        m_fits = m_fits && value.isString();
        return value.toString();
    }
    int number(QLatin1String key)
    {
        const QJsonValue value = m_json.value(key);
        m_fits = m_fits && value.isDouble() && value.toInt(-1) >= 0;
        return value.toInt();
    }
    QList<int> numbers(QLatin1String key)
    {
        QList<int> list;
        m_fits = m_fits && m_json.value(key).isArray();
        for (const QJsonValue entry : m_json.value(key).toArray()) {
            m_fits = m_fits && entry.isDouble() && entry.toInt(-1) >= 0;
            list << entry.toInt();
        }
        return list;
    }
    QStringList texts(QLatin1String key)
    {
        QStringList list;
        m_fits = m_fits && m_json.value(key).isArray();
        for (const QJsonValue entry : m_json.value(key).toArray()) {
            m_fits = m_fits && entry.isString();
            list << entry.toString();
        }
        return list;
    }
    QList<Body> bodies(QLatin1String key)
    {
        QList<Body> list;
        m_fits = m_fits && m_json.value(key).isArray();
        for (const QJsonValue entry : m_json.value(key).toArray()) {
            m_fits = m_fits && entry.isObject();
            list.append(Body(entry.toObject()));
        }
        return list;
    }
    template <class Enum, size_t N>
    Enum oneOf(QLatin1String key, const std::array<Name<Enum>, N> &names)
    {
        const QString wanted = m_json.value(key).toString();
        for (const auto &name : names) {
            if (wanted == QLatin1String(name.text))
                return name.value;
        }
        m_fits = false;
        return names.front().value;
    }
    QDateTime moment(QLatin1String key)
    {
        const QDateTime value = QDateTime::fromString(text(key), Qt::ISODateWithMs);
        m_fits = m_fits && value.isValid();
        return value;
    }
    bool has(QLatin1String key) const { return m_json.contains(key); }
    bool flag(QLatin1String key) const { return m_json.value(key).toBool(); }
    bool fits() const { return m_fits; }
    void needs(bool condition) { m_fits = m_fits && condition; }

private:
    QJsonObject m_json;
    bool m_fits = true;
};

/// With its offset: a moment means the same in every zone it is read in.
QString momentText(const QDateTime &moment);

/// One row for each kind of fact in \c Variant: its stable name, its JSON form and the way back.
template <class Variant>
struct Codec {
    const char *type;
    QJsonObject (*write)(const Variant &);
    Variant (*read)(Body &);
};

template <class Variant, class T, class Write, class Read>
constexpr Codec<Variant> codecOf(const char *type, Write, Read)
{
    return {type, [](const Variant &fact) -> QJsonObject { return Write{}(std::get<T>(fact)); },
            [](Body &body) -> Variant { return Read{}(body); }};
}

/// The codecs of what comes after the intake, in the order of the variant's alternatives.
std::span<const Codec<LifeFact>> lifeCodecs();

}
