#include "core/wire/wipe.h"

#include "core/wire/fields.h"

#include <QJsonDocument>

namespace wire {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestWipeHeader = 4000;

QByteArray listedForWipe(const QJsonArray &values)
{
    return QJsonDocument(values).toJson(QJsonDocument::Compact);
}

}

QByteArray wipeToSign(const WipeOrder &order, const QByteArray &answers)
{
    return listedForWipe({order.id, order.device, order.hub, order.orderedAt.toMSecsSinceEpoch(), order.reason, QLatin1String(answers)});
}

QByteArray toHeader(const SignedWipe &wipe)
{
    const WipeOrder &order = wipe.order;
    return toBase64(compact({{"id"_L1, order.id},
                             {"device"_L1, order.device},
                             {"hub"_L1, order.hub},
                             {"orderedAt"_L1, order.orderedAt.toMSecsSinceEpoch()},
                             {"reason"_L1, order.reason},
                             {"signature"_L1, QString::fromLatin1(toBase64(wipe.signature))}}));
}

base::Result<SignedWipe> wipeFromHeader(const QByteArray &value, const QByteArray &answers)
{
    const auto bytes = QByteArray::fromBase64Encoding(value, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes || value.size() > longestWipeHeader)
        return base::Fail({base::Error::Kind::Document, u"is no order to wipe"_s, QString::fromLatin1(wipeHeader)});
    return objectIn(*bytes).and_then([&](const QJsonObject &object) {
        Fields fields(object, u"wipe"_s);
        SignedWipe wipe{.order = {.id = fields.word("id"_L1),
                                  .device = fields.word("device"_L1),
                                  .hub = fields.word("hub"_L1),
                                  .orderedAt = fields.time("orderedAt"_L1),
                                  .reason = fields.text("reason"_L1)},
                        .answers = answers,
                        .signature = fields.bytes("signature"_L1)};
        if (wipe.order.reason.size() > longestWipeReason)
            fields.fault("reason"_L1, u"is too long"_s);
        return fields.done(std::move(wipe));
    });
}

QByteArray wipedToSign(const QString &order, const QString &device)
{
    return listedForWipe({order, device});
}

QByteArray toJson(const Wiped &wiped)
{
    return compact({{"order"_L1, wiped.order},
                    {"device"_L1, wiped.device},
                    {"signature"_L1, QString::fromLatin1(toBase64(wiped.signature))}});
}

base::Result<Wiped> wipedFrom(const QByteArray &body)
{
    return objectIn(body).and_then([](const QJsonObject &object) {
        Fields fields(object, u"wiped"_s);
        Wiped wiped{.order = fields.word("order"_L1), .device = fields.word("device"_L1), .signature = fields.bytes("signature"_L1)};
        return fields.done(std::move(wiped));
    });
}

QByteArray toJson(const WipeNoted &noted)
{
    return compact({{"hubTime"_L1, noted.hubTime.toMSecsSinceEpoch()}});
}

}
