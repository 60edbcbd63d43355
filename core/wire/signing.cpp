#include "core/wire/signing.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <sodium.h>

namespace wire {

namespace {

QByteArray digestOf(const QByteArray &bytes)
{
    QByteArray digest(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(digest.data()), size_t(digest.size()),
                       reinterpret_cast<const unsigned char *>(bytes.constData()), size_t(bytes.size()), nullptr, 0);
    return digest.toHex();
}

/// A list as JSON has one way only to be read.
QByteArray listed(const QJsonArray &values)
{
    return QJsonDocument(values).toJson(QJsonDocument::Compact);
}

}

QByteArray requestToSign(const RequestHead &head, const QByteArray &body)
{
    return listed({QLatin1String(head.method), QLatin1String(head.target), head.writer.device, head.writer.incarnation,
                   head.time.toSecsSinceEpoch(), QLatin1String(digestOf(body))});
}

QByteArray tipToSign(const Writer &writer, qint64 last, const QByteArray &tip)
{
    return listed({writer.device, writer.incarnation, last, QLatin1String(tip.toHex())});
}

QByteArray enrolmentToSign(const Enrolment &enrolment)
{
    return listed({enrolment.code, enrolment.writer.device, enrolment.writer.incarnation, enrolment.mark,
                   enrolment.regionCode, enrolment.windowCode, enrolment.card.hall, enrolment.card.window,
                   QLatin1String(enrolment.card.key.named()), enrolment.program, enrolment.newest, enrolment.oldest});
}

}
