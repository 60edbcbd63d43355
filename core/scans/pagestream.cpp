#include "core/scans/pagestream.h"

#include <QtEndian>

namespace scans::pagestream {

namespace {

constexpr qsizetype headBytes = 12;

quint32 numberAt(const QByteArray &bytes, qsizetype place)
{
    return qFromBigEndian<quint32>(bytes.constData() + place);
}

void append(QByteArray &bytes, quint32 number)
{
    const quint32 big = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

}

Record faultRecord(quint32 page, PictureFault fault)
{
    return {Record::What::Fault, page, QByteArray(1, char(fault))};
}

PictureFault faultIn(const Record &record)
{
    const int fault = record.body.size() == 1 ? record.body.front() : -1;
    return fault >= 0 && fault <= int(PictureFault::Unreadable) ? PictureFault(fault) : PictureFault::Unreadable;
}

QByteArray bytesOf(const Record &record)
{
    QByteArray bytes;
    bytes.reserve(headBytes + record.body.size());
    append(bytes, quint32(record.what));
    append(bytes, record.page);
    append(bytes, quint32(record.body.size()));
    return bytes + record.body;
}

tl::expected<std::optional<Record>, PictureFault> takeFrom(QByteArray &stream)
{
    if (stream.size() < headBytes)
        return std::nullopt;
    const quint32 what = numberAt(stream, 0);
    const quint32 length = numberAt(stream, 8);
    if (what < quint32(Record::What::Pages) || what > quint32(Record::What::End) || length > mostBytes)
        return tl::unexpected(PictureFault::Unreadable);
    if (stream.size() < headBytes + qsizetype(length))
        return std::nullopt;
    const Record record{Record::What(what), numberAt(stream, 4), stream.mid(headBytes, length)};
    stream.remove(0, headBytes + qsizetype(length));
    return record;
}

}
