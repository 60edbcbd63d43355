#include "core/people/recovery.h"

#include "core/base/durablefile.h"
#include "core/people/windowkey.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace people {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;
using base::Result;

namespace {

constexpr qint64 largestRecovery = 16 * 1024;

}

Result<QByteArray> recoveryBytes(const RecoveryOf &of, const PublicKey &hubKey, const base::Secret &key)
{
    const QByteArray sealed = sealedTo(hubKey, key);
    if (sealed.isEmpty())
        return Fail({Error::Kind::Secret, u"the hub has no key to seal to"_s, of.hub});
    const QJsonObject json{{"kind"_L1, "recovery of a window's key"_L1},
                           {"format"_L1, 1},
                           {"hub"_L1, of.hub},
                           {"device"_L1, of.device},
                           {"sealed"_L1, QString::fromLatin1(sealed.toBase64())}};
    return QJsonDocument(json).toJson();
}

Result<> keepRecovery(const QString &folder, const RecoveryOf &of, const PublicKey &hubKey, const base::Secret &key)
{
    return recoveryBytes(of, hubKey, key).and_then([&](const QByteArray &bytes) { return base::writeDurably(folder + u"/recovery.json"_s, bytes); });
}

Result<Recovery> readRecovery(const QString &file)
{
    const Result<QByteArray> bytes = base::readPlain(file, largestRecovery);
    if (!bytes)
        return Fail(bytes.error());
    const QJsonObject json = QJsonDocument::fromJson(*bytes).object();
    const auto sealed = QByteArray::fromBase64Encoding(json["sealed"_L1].toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    const Recovery recovery{{json["hub"_L1].toString(), json["device"_L1].toString()}, sealed ? *sealed : QByteArray()};
    if (json["kind"_L1].toString() != "recovery of a window's key"_L1 || json["format"_L1].toInt() != 1 || recovery.of.device.isEmpty()
        || recovery.sealed.isEmpty())
        return Fail({Error::Kind::Document, u"is no recovery of a window's key"_s, file});
    return recovery;
}

Result<> takeKeyBack(const QString &folder, const base::Secret &key)
{
    const QJsonObject choice{{"place"_L1, "file"_L1}, {"name"_L1, "recovered"_L1}};
    return base::writeDurably(folder + u"/profile.key"_s, key.view().toByteArray()).and_then([&] {
        return base::writeDurably(folder + u"/key.json"_s, QJsonDocument(choice).toJson());
    });
}

}
