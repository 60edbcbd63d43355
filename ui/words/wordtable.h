#pragma once

#include <QCoreApplication>
#include <QString>

#include <array>

namespace words {

// Tables of one word for each enumerator; used inside this folder only.

inline QString translated(const char *text)
{
    return QCoreApplication::translate("words", text);
}

/// The word of \a value in \a table, which has one word for each enumerator in the order of its declaration.
template <class Enum, std::size_t size>
QString wordIn(const std::array<const char *, size> &table, Enum value)
{
    return translated(table.at(static_cast<std::size_t>(value)));
}

template <class Enum, std::size_t size>
constexpr bool covers(const std::array<const char *, size> &, Enum last)
{
    return size == static_cast<std::size_t>(last) + 1;
}

}
