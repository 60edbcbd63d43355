#include "core/wire/remnant.h"

#include "core/wire/fields.h"
#include "core/wire/messages.h"

#include <QJsonDocument>

namespace wire {

using namespace Qt::StringLiterals;

namespace {

const QString remnantKind = u"unsent work of a wiped window"_s;

base::Fail noRemnant(const QString &why)
{
    return base::Fail({base::Error::Kind::Document, why, {}});
}

}

base::Result<QByteArray> toRemnantFile(const Remnant &remnant, const people::PublicKey &hubKey)
{
    QJsonArray pushes;
    for (const Push &push : remnant.pushes)
        pushes << QString::fromLatin1(toBase64(packed(toLines(push))));
    const QByteArray sealed = people::sealedTo(hubKey, base::Secret(QJsonDocument(pushes).toJson(QJsonDocument::Compact)));
    if (sealed.isEmpty())
        return base::Fail({base::Error::Kind::Secret, u"the hub has no key to seal to"_s, {}});
    return compact({{"kind"_L1, remnantKind},
                    {"format"_L1, 1},
                    {"hub"_L1, remnant.hub},
                    {"device"_L1, remnant.device},
                    {"sealed"_L1, QString::fromLatin1(toBase64(sealed))}});
}

base::Result<Remnant> remnantFrom(const QByteArray &file, const people::WindowKey &hubKey)
{
    const QJsonObject object = QJsonDocument::fromJson(file).object();
    Remnant remnant{.hub = object["hub"_L1].toString(), .device = object["device"_L1].toString(), .pushes = {}};
    constexpr auto strict = QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors;
    const auto sealed = QByteArray::fromBase64Encoding(object["sealed"_L1].toString().toLatin1(), strict);
    if (object["kind"_L1] != remnantKind || object["format"_L1].toInt() != 1 || remnant.device.isEmpty() || !sealed)
        return noRemnant(u"is no unsent work of a wiped window"_s);
    const base::Secret opened = hubKey.openSealed(*sealed);
    if (opened.isEmpty())
        return base::Fail({base::Error::Kind::Secret, u"was sealed to another hub, or altered"_s, {}});
    const QJsonArray pushes = QJsonDocument::fromJson(opened.view().toByteArray()).array();
    for (const QJsonValue &line : pushes) {
        const auto body = QByteArray::fromBase64Encoding(line.toString().toLatin1(), strict);
        if (!body)
            return noRemnant(u"holds something that is no push"_s);
        const base::Result<Push> push = unpacked(*body).and_then(pushFrom);
        if (!push)
            return base::Fail(push.error());
        remnant.pushes << *push;
    }
    return remnant;
}

}
