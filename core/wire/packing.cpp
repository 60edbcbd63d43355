#include "core/wire/messages.h"

#include <zlib.h>

namespace wire {

using namespace Qt::StringLiterals;

QByteArray packed(const QByteArray &body)
{
    // The fastest level: what is packed here waits for a disk, not for a line.
    uLongf size = compressBound(uLong(body.size()));
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    compress2(reinterpret_cast<Bytef *>(bytes.data()), &size, reinterpret_cast<const Bytef *>(body.constData()),
              uLong(body.size()), Z_BEST_SPEED);
    bytes.truncate(qsizetype(size));
    return bytes;
}

base::Result<QByteArray> unpacked(const QByteArray &body, qint64 most)
{
    z_stream stream{};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(body.constData()));
    stream.avail_in = uInt(body.size());
    if (inflateInit(&stream) != Z_OK)
        return base::Fail({base::Error::Kind::Document, u"cannot be unpacked"_s, {}});
    QByteArray bytes;
    int state = Z_OK;
    while (state == Z_OK && bytes.size() <= most) {
        const qsizetype had = bytes.size();
        constexpr qsizetype step = 64 * 1024;
        bytes.resize(had + step);
        stream.next_out = reinterpret_cast<Bytef *>(bytes.data() + had);
        stream.avail_out = uInt(step);
        state = inflate(&stream, Z_NO_FLUSH);
        bytes.truncate(had + step - qsizetype(stream.avail_out));
    }
    const bool isWhole = state == Z_STREAM_END && stream.avail_in == 0;
    inflateEnd(&stream);
    if (bytes.size() > most)
        return base::Fail({base::Error::Kind::Document, u"unpacks to more than %1 bytes"_s.arg(most), {}});
    if (!isWhole)
        return base::Fail({base::Error::Kind::Document, u"cannot be unpacked, or is cut off"_s, {}});
    return bytes;
}

}
