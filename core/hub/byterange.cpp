#include "core/hub/byterange.h"

namespace hub {

namespace {

/// The digits of \a text as a number; nothing where there is anything else: QByteArray also takes signs and spaces.
std::optional<qint64> numberIn(const QByteArray &text)
{
    for (const char c : text) {
        if (c < '0' || c > '9')
            return {};
    }
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

}

std::optional<ByteRange> wantedRange(const QByteArray &header, qint64 length)
{
    const qsizetype dash = header.indexOf('-');
    if (!header.startsWith("bytes=") || dash < 0)
        return {};
    const std::optional<qint64> first = numberIn(header.mid(6, dash - 6));
    const QByteArray end = header.mid(dash + 1);
    const std::optional<qint64> last = end.isEmpty() ? length - 1 : numberIn(end);
    if (!first || !last || *first > *last || *first >= length)
        return {};
    return ByteRange{*first, qMin(*last, length - 1)};
}

std::optional<ByteRange> sentRange(const QByteArray &header, qint64 length, qint64 size)
{
    const qsizetype dash = header.indexOf('-');
    const qsizetype slash = header.indexOf('/');
    if (!header.startsWith("bytes ") || dash < 0 || slash < dash)
        return {};
    const std::optional<qint64> first = numberIn(header.mid(6, dash - 6));
    const std::optional<qint64> last = numberIn(header.mid(dash + 1, slash - dash - 1));
    const std::optional<qint64> whole = numberIn(header.mid(slash + 1));
    if (!first || !last || !whole || *whole != length || *last >= length || *last - *first + 1 != size)
        return {};
    return ByteRange{*first, *last};
}

}
