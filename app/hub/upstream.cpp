#include "app/hub/upstream.h"


namespace hub {

using namespace Qt::StringLiterals;

namespace {

wire::LookUpAnswer unreachable(const QString &why)
{
    return {.result = wire::LookUpAnswer::Result::Unreachable, .code = {}, .name = {}, .holder = {}, .issuer = {}, .from = {}, .until = {}, .why = why};
}

/// What is worth telling of what came back.
wire::LookUpAnswer answerOf(const Posted &outcome, std::chrono::milliseconds within)
{
    switch (outcome.how) {
    case Posted::How::TooLong:
        return unreachable(u"the licence system sent more than an answer"_s);
    case Posted::How::NotInTime:
        return unreachable(u"the licence system gave no whole answer within %1 ms"_s.arg(within.count()));
    case Posted::How::NotReached:
    case Posted::How::PrivateAddress:
        return unreachable(u"the licence system was not reached"_s);
    case Posted::How::Answered:
        break;
    }
    if (outcome.status == 401 || outcome.status == 403)
        return unreachable(u"the licence system does not accept the token of this hub"_s);
    if (outcome.status != 200)
        return unreachable(u"the licence system answered with status %1"_s.arg(outcome.status));
    const base::Result<wire::LookUpAnswer> answer = wire::lookUpAnswerFrom(outcome.body);
    return answer ? *answer : unreachable(u"the licence system sent no answer: %1 %2"_s.arg(answer.error().place, answer.error().detail));
}

}

HttpUpstream::HttpUpstream(QUrl address, QByteArray token, std::chrono::milliseconds within)
    : m_system{std::move(address), std::move(token)}, m_within(within)
{
}

wire::LookUpAnswer HttpUpstream::ask(const wire::LookUpWish &wish)
{
    if (!m_places.try_acquire())
        return unreachable(u"the licence system is busy with other questions"_s);
    Post post = postTo(m_system, u"/lookup/v1/licences"_s, wire::toJson(wish));
    post.within = m_within;
    post.mostAnswer = mostAnswerBytes;
    const wire::LookUpAnswer answer = answerOf(posted(post), m_within);
    m_places.release();
    return answer;
}

base::Result<std::unique_ptr<Upstream>> upstreamOf(const UpstreamWish &wish)
{
    if (wish.url.isEmpty())
        return std::unique_ptr<Upstream>();
    const auto system = counterpartOf(wish.url, wish.tokenFile, u"--lookup-url"_s);
    if (!system)
        return base::Fail(system.error());
    return std::make_unique<HttpUpstream>(system->address, system->token);
}

}
