#pragma once

#include "core/wire/fields.h"
#include "core/wire/protocol.h"

#include <array>
#include <utility>

namespace wire {

// What several messages are made of.

inline constexpr qint64 mostNumbers = qint64(1) << 53; ///< what JSON keeps exactly
inline constexpr qsizetype signatureSize = 64;
inline constexpr qsizetype hashBytes = 32;

/// Values and the words of the protocol for them.
template <class Value, size_t N>
using Words = std::array<std::pair<Value, QLatin1StringView>, N>;

template <class Value, size_t N>
QLatin1StringView wordOf(const Words<Value, N> &words, Value value)
{
    for (const auto &[known, word] : words) {
        if (known == value)
            return word;
    }
    return words.back().second;
}

template <class Value, size_t N>
Value valueOf(const Words<Value, N> &words, Fields &fields, QLatin1StringView name)
{
    const QString text = fields.text(name);
    for (const auto &[value, word] : words) {
        if (text == word)
            return value;
    }
    fields.fault(name, QStringLiteral("is no word of the protocol"));
    return words.front().first;
}

void put(QJsonObject &json, const Writer &writer);
Writer writerIn(Fields &fields);
void put(QJsonObject &json, const domain::Judgement &judgement);
domain::Judgement judgementIn(Fields &fields);

/// The object in \a body as \a fieldsRead reads it.
template <class Read>
auto read(const QByteArray &body, Read fieldsRead) -> base::Result<decltype(fieldsRead(std::declval<Fields &>()))>
{
    const base::Result<QJsonObject> object = objectIn(body);
    if (!object)
        return base::Fail(object.error());
    Fields fields(*object, {});
    auto value = fieldsRead(fields);
    return fields.done(std::move(value));
}

}
