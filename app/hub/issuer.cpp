#include "app/hub/issuer.h"

namespace hub {

using namespace Qt::StringLiterals;

namespace {

wire::IssueAnswer notIssued(const QString &why)
{
    return {.result = wire::IssueAnswer::Result::Unreachable, .code = {}, .kind = {}, .document = {}, .why = why};
}

}

wire::IssueAnswer HttpIssuer::ask(const wire::IssueWish &wish)
{
    Post post = postTo(m_system, u"/issue/v1/licences"_s, wire::toJson(wish));
    post.within = m_within;
    post.mostAnswer = mostAnswerBytes;
    const Posted outcome = posted(post);
    if (outcome.how != Posted::How::Answered)
        return notIssued(outcome.how == Posted::How::NotInTime ? u"the issuing system gave no answer in time"_s : u"the issuing system was not reached"_s);
    if (outcome.status != 200)
        return notIssued(u"the issuing system answered with status %1"_s.arg(outcome.status));
    const auto answer = wire::issueAnswerFrom(outcome.body);
    return answer ? *answer : notIssued(u"the issuing system sent no answer: %1 %2"_s.arg(answer.error().place, answer.error().detail));
}

}
