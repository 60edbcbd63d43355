#include "core/hub/identifying.h"

#include "core/hub/words.h"
#include "core/wire/signing.h"

namespace hub {

using namespace Qt::StringLiterals;
using Code = wire::Problem::Code;

namespace {

/// Whether "newest-oldest" has a version in common with ours; nothing where it is no such thing.
std::optional<bool> isSpoken(const QByteArray &versions)
{
    const qsizetype dash = versions.indexOf('-');
    bool isNewest = false, isOldest = false;
    const int newest = versions.left(dash).toInt(&isNewest);
    const int oldest = versions.mid(dash + 1).toInt(&isOldest);
    if (dash < 0 || !isNewest || !isOldest || oldest < 1 || oldest > newest)
        return {};
    return newest >= wire::oldestVersion && oldest <= wire::newestVersion;
}

wire::Answer<wire::RequestHead> headOf(const Request &request)
{
    const auto bad = [](const QString &what) { return refused(Code::BadRequest, u"the header %1 is missing or cannot be right"_s.arg(what)); };
    const std::optional<bool> spoken = isSpoken(request.headers.value("yichuang-protocol"));
    if (!spoken)
        return bad(u"Yichuang-Protocol"_s);
    if (!*spoken)
        return refused(Code::OldProtocol, u"this hub speaks %1 to %2"_s.arg(wire::oldestVersion).arg(wire::newestVersion));
    wire::RequestHead head{.method = request.method, .target = request.target, .writer = {}, .time = {}, .signature = {}};
    head.writer.device = QString::fromLatin1(request.headers.value("yichuang-device"));
    if (!isUuid(head.writer.device))
        return bad(u"Yichuang-Device"_s);
    bool isNumber = false;
    head.writer.incarnation = request.headers.value("yichuang-incarnation").toInt(&isNumber);
    if (!isNumber || head.writer.incarnation < 1)
        return bad(u"Yichuang-Incarnation"_s);
    const qint64 seconds = request.headers.value("yichuang-time").toLongLong(&isNumber);
    constexpr qint64 farthest = 253'402'300'799; // the end of the year 9999
    if (!isNumber || seconds < -farthest || seconds > farthest)
        return bad(u"Yichuang-Time"_s);
    head.time = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    const auto signature = QByteArray::fromBase64Encoding(request.headers.value("yichuang-signature"),
                                                          QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!signature)
        return bad(u"Yichuang-Signature"_s);
    head.signature = *signature;
    return head;
}

}

wire::Answer<Device> identified(const Request &request, const Engine &engine)
{
    const wire::Answer<wire::RequestHead> head = headOf(request);
    if (!head)
        return wire::Refused(head.error());
    const auto device = within(engine.store, Store::For::Reading,
                               [&](Transaction &rows) { return rows.devices().device(head->writer.device); });
    if (!device)
        return refused(device.error());
    if (!*device)
        return refused(Code::NotEnrolled, u"this device is not enrolled here"_s);
    if (!people::isSignedBy((*device)->card.key, wire::requestPurpose, wire::requestToSign(*head, request.body), head->signature))
        return refused(Code::BadSignature, u"the request is not signed by the device's key"_s);
    const QDateTime now = engine.now();
    if (qAbs(head->time.secsTo(now)) > wire::clockTolerance)
        return wire::Refused({Code::WrongTime, u"sign again by the hub's time"_s, 0, now});
    return **device;
}

}
