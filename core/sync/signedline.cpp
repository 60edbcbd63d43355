#include "core/sync/signedline.h"

#include "core/wire/messages.h"
#include "core/wire/signing.h"
#include "core/wire/wipe.h"

namespace syncing {

using namespace Qt::StringLiterals;

namespace {

const QByteArray wipeHeaderInLowerCase = QByteArray(wire::wipeHeader).toLower();

Call signedCall(const Call &call, const wire::Writer &writer, const people::WindowKey &key, const QDateTime &time)
{
    wire::RequestHead head{
        .method = call.method, .target = call.target, .writer = writer, .time = time, .signature = {}};
    const QByteArray signature = key.sign(wire::requestPurpose, wire::requestToSign(head, call.body));
    Call result = call;
    result.headers.insert("Yichuang-Device", writer.device.toLatin1());
    result.headers.insert("Yichuang-Incarnation", QByteArray::number(writer.incarnation));
    result.headers.insert("Yichuang-Time", QByteArray::number(time.toSecsSinceEpoch()));
    result.headers.insert("Yichuang-Protocol",
                          QByteArray::number(wire::newestVersion) + '-' + QByteArray::number(wire::oldestVersion));
    result.headers.insert("Yichuang-Signature",
                          signature.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    return result;
}

}

SignedLine::Outcome outcomeOf(const Reply &reply)
{
    if (reply.status == 0)
        return tl::unexpected(Trouble{.kind = Trouble::Kind::Unreachable, .detail = reply.trouble});
    if (reply.status >= 200 && reply.status < 300)
        return reply;
    if (reply.headers.value("content-type") != wire::problemType)
        return tl::unexpected(
            Trouble{.kind = Trouble::Kind::Nonsense, .detail = u"status %1 from somebody else"_s.arg(reply.status)});
    wire::Problem problem = wire::problemFrom(reply.body);
    if (const int wanted = reply.headers.value("retry-after").toInt(); wanted > 0)
        problem.retryAfter = wanted;
    return tl::unexpected(Trouble{.kind = Trouble::Kind::Refused, .problem = problem, .detail = problem.detail});
}

void SignedLine::send(const wire::Writer &writer, const Call &call, QObject *context, Done done)
{
    send(writer, call, context, std::move(done), true);
}

void SignedLine::send(const wire::Writer &writer, const Call &call, QObject *context, Done done, bool mayAskAgain)
{
    const QDateTime known = m_clock.now();
    const QDateTime time = known.isValid() ? known : QDateTime::currentDateTimeUtc();
    QElapsedTimer underway;
    underway.start();
    const Call sent = signedCall(call, writer, m_key, time);
    m_line.send(sent, context,
                [this, writer, call, context, done = std::move(done), mayAskAgain, underway,
                 signature = sent.headers.value("Yichuang-Signature")](const Reply &reply) {
                    if (const QByteArray wipe = reply.headers.value(wipeHeaderInLowerCase); !wipe.isEmpty() && m_heardWipe)
                        m_heardWipe(wipe, signature);
                    const Outcome outcome = outcomeOf(reply);
                    if (!outcome && outcome.error().problem.hubTime.isValid())
                        m_clock.hear(outcome.error().problem.hubTime, underway.elapsed());
                    const bool isAboutTime = !outcome && outcome.error().kind == Trouble::Kind::Refused
                        && outcome.error().problem.code == wire::Problem::Code::WrongTime;
                    if (isAboutTime && mayAskAgain)
                        send(writer, call, context, done, false);
                    else
                        done(outcome);
                });
}

}
