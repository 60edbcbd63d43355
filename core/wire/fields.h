#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <concepts>
#include <limits>

namespace wire {

/// Reads the fields of one object of a message and remembers the first that is not what it must be; what was read after that is
/// worth nothing. Texts longer than \c longestText are faults.
class Fields
{
public:
    static constexpr qsizetype longestText = 2000;

    Fields(const QJsonObject &object, QString place) : m_object(object), m_place(std::move(place)) { }

    /// A text, which may be empty; a missing one is a fault.
    QString text(QLatin1StringView name);
    /// As text(), not empty.
    QString word(QLatin1StringView name);
    /// As text(), empty where it is missing.
    QString textIfAny(QLatin1StringView name);
    QStringList texts(QLatin1StringView name);
    bool flag(QLatin1StringView name);
    qint64 number(QLatin1StringView name, qint64 least, qint64 most);
    /// \a otherwise where it is missing.
    qint64 numberIfAny(QLatin1StringView name, qint64 least, qint64 most, qint64 otherwise)
    {
        return m_object.contains(name) ? number(name, least, most) : otherwise;
    }
    template <std::integral T = int>
    T count(QLatin1StringView name, T least, T most)
    {
        return T(number(name, least, most));
    }
    /// Exactly \a size numbers.
    QList<qint64> numbers(QLatin1StringView name, qsizetype size, qint64 least, qint64 most);
    /// Bytes that stand there in base64url; \a size: how many they must be, -1: any number.
    QByteArray bytes(QLatin1StringView name, qsizetype size = -1);
    /// Milliseconds since 1970, UTC; null only where it is missing and \a mayMiss.
    QDateTime time(QLatin1StringView name, bool mayMiss = false);
    QDate day(QLatin1StringView name);
    /// Each of the objects in a list of at most \a most, read by \a read(Fields &).
    template <class Read>
    auto each(QLatin1StringView name, qsizetype most, Read read)
    {
        QList<decltype(read(*this))> values;
        const QJsonArray array = list(name, most);
        for (qsizetype i = 0; i < array.size() && !m_fault; ++i) {
            Fields inner(array[i].toObject(), placeOf(name, i));
            values.append(read(inner));
            takeFault(inner);
        }
        return values;
    }
    template <class Read>
    auto inner(QLatin1StringView name, Read read)
    {
        Fields fields(object(name), placeOf(name, -1));
        auto value = read(fields);
        takeFault(fields);
        return value;
    }

    /// Notes that \a name is not what it must be, unless there is a fault already.
    void fault(QLatin1StringView name, const QString &why);
    /// \a value when everything was as it must be.
    template <class T>
    base::Result<T> done(T value) const
    {
        if (m_fault)
            return base::Fail(*m_fault);
        return value;
    }

private:
    QJsonArray list(QLatin1StringView name, qsizetype most);
    QJsonObject object(QLatin1StringView name);
    QString placeOf(QLatin1StringView name, qsizetype index) const;
    void takeFault(const Fields &inner);

    QJsonObject m_object;
    QString m_place;
    std::optional<base::Error> m_fault;
};

QByteArray toBase64(const QByteArray &bytes);

/// The object that \a body is; Error::Document where it is none.
base::Result<QJsonObject> objectIn(const QByteArray &body);
QByteArray compact(const QJsonObject &object);

}
