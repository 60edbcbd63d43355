#include "core/guides/jsonlayout.h"

#include <boost/json/serialize.hpp>

#include <QLocale>
#include <QString>

#include <algorithm>

namespace guides {

namespace json = boost::json;

namespace {

/// The blocks whose characters fill two columns (Unicode, East Asian Width W and F), as far as a guide may hold them.
bool isWide(char32_t c)
{
    static constexpr struct {
        char32_t first;
        char32_t last;
    } blocks[]{{0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0xA4CF}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
               {0xFE30, 0xFE6F}, {0xFF01, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}};
    return std::ranges::any_of(blocks, [c](const auto &block) { return block.first <= c && c <= block.last; });
}

qsizetype columnsOf(const QByteArray &text)
{
    qsizetype columns = 0;
    for (const char32_t c : QString::fromUtf8(text).toUcs4())
        columns += isWide(c) ? 2 : 1;
    return columns;
}

/// A number, a word or a text. Numbers are written as people do, not as 3E2.
QByteArray plain(const json::value &value)
{
    if (const double *number = value.if_double())
        return QByteArray::number(*number, 'f', QLocale::FloatingPointShortest);
    return QByteArray::fromStdString(json::serialize(value));
}

QByteArray keyText(const json::key_value_pair &entry)
{
    return QByteArray::fromStdString(json::serialize(json::value(entry.key()))) + ": ";
}

QByteArray inOneLine(const json::value &value)
{
    QByteArrayList parts;
    if (const json::object *object = value.if_object()) {
        for (const json::key_value_pair &entry : *object)
            parts.append(keyText(entry) + inOneLine(entry.value()));
        return '{' + parts.join(", ") + '}';
    }
    if (const json::array *array = value.if_array()) {
        for (const json::value &entry : *array)
            parts.append(inOneLine(entry));
        return '[' + parts.join(", ") + ']';
    }
    return plain(value);
}

QByteArray broken(const json::value &value, qsizetype indent);

/// \a value behind \a key (or nothing), as the lines of a list or object that stands \a indent columns from the left.
QByteArray entryText(const QByteArray &key, const json::value &value, qsizetype indent)
{
    const QByteArray line = QByteArray(indent, ' ') + key + inOneLine(value);
    if (!value.is_structured() || columnsOf(line) <= widestLine)
        return line;
    return QByteArray(indent, ' ') + key + broken(value, indent);
}

QByteArray broken(const json::value &value, qsizetype indent)
{
    QByteArrayList lines;
    if (const json::object *object = value.if_object()) {
        for (const json::key_value_pair &entry : *object)
            lines.append(entryText(keyText(entry), entry.value(), indent + 2));
    } else {
        for (const json::value &entry : value.get_array())
            lines.append(entryText({}, entry, indent + 2));
    }
    const char *brackets = value.is_object() ? "{}" : "[]";
    return brackets[0] + ('\n' + lines.join(",\n") + '\n') + QByteArray(indent, ' ') + brackets[1];
}

}

QByteArray laidOut(const json::value &json)
{
    return broken(json, 0) + '\n';
}

}
