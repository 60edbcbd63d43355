#pragma once

#include <QByteArray>

#include <optional>

namespace hub {

/// A part of something: from its first byte to the last.
struct ByteRange {
    qint64 first = 0;
    qint64 last = 0;
    bool operator==(const ByteRange &) const = default;
};

/// "bytes=a-b" or "bytes=a-" of something that has \a length bytes, cut where that ends (RFC 9110, 14.2). Nothing for anything else,
/// several ranges among it.
std::optional<ByteRange> wantedRange(const QByteArray &header, qint64 length);

/// "bytes a-b/n" (RFC 9110, 14.4) with the \a length n and \a size bytes from a to b. Nothing for anything else.
std::optional<ByteRange> sentRange(const QByteArray &header, qint64 length, qint64 size);

}
