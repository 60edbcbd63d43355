#include "core/desk/hublookup.h"

#include "core/wire/lookup.h"
#include "core/wire/messages.h"

namespace desk {

using namespace Qt::StringLiterals;
using devices::LicenceAnswer;
using devices::LicenceQuestion;
using Result = LicenceAnswer::Result;

namespace {

LicenceAnswer ended(Result result, const QString &detail)
{
    LicenceAnswer answer;
    answer.result = result;
    answer.detail = detail;
    return answer;
}

LicenceAnswer refusalOf(const wire::Problem &problem)
{
    using Code = wire::Problem::Code;
    switch (problem.code) {
    case Code::NotEnrolled:
    case Code::BadSignature:
    case Code::Revoked:
        return ended(Result::Refused, problem.detail);
    case Code::BadRequest:
    case Code::TooLarge:
        return ended(Result::Garbled, problem.detail);
    default:
        return ended(Result::Unreachable, problem.detail);
    }
}

LicenceAnswer answerOf(const wire::LookUpAnswer &answer)
{
    switch (answer.result) {
    case wire::LookUpAnswer::Result::NotFound:
        return ended(Result::NotFound, {});
    case wire::LookUpAnswer::Result::Withheld:
        return ended(Result::Refused, {});
    case wire::LookUpAnswer::Result::Unreachable: {
        LicenceAnswer unreached = ended(Result::Unreachable, answer.why);
        unreached.isBeyondHub = true;
        return unreached;
    }
    case wire::LookUpAnswer::Result::Found:
        break;
    }
    return {Result::Found, answer.code, answer.name, answer.holder, answer.issuer, answer.from, answer.until, false, {}};
}

}

LicenceAnswer licenceAnswerOf(const syncing::SignedLine::Outcome &outcome)
{
    if (!outcome) {
        const syncing::Trouble &trouble = outcome.error();
        return trouble.kind == syncing::Trouble::Kind::Refused    ? refusalOf(trouble.problem)
            : trouble.kind == syncing::Trouble::Kind::Unreachable ? ended(Result::Unreachable, trouble.detail)
                                                : ended(Result::Garbled, trouble.detail);
    }
    if (outcome->status != 200)
        return ended(Result::Garbled, u"HTTP status %1"_s.arg(outcome->status));
    if (outcome->body.size() > HubLookUp::mostAnswerBytes)
        return ended(Result::Garbled, u"longer than %1 bytes"_s.arg(HubLookUp::mostAnswerBytes));
    const base::Result<wire::LookUpAnswer> answer = wire::lookUpAnswerFrom(outcome->body);
    return answer ? answerOf(*answer) : ended(Result::Garbled, answer.error().place + u' ' + answer.error().detail);
}

HubLookUp::HubLookUp(Needs needs, QObject *parent) : LicenceSource(parent), m_needs(std::move(needs))
{
    m_within.setSingleShot(true);
    m_within.setInterval(m_needs.within);
    connect(&m_within, &QTimer::timeout, this, [this] { end(ended(Result::Unreachable, u"no whole answer in time"_s)); });
}

HubLookUp::HubLookUp(HubLink &link, const OnDuty &duty, QObject *parent) :
    HubLookUp({.isSetUp = [&link] { return link.place().has_value(); },
               .ask = [&link](const syncing::Call &call, QObject *context,
                              HubLink::Answered done) { link.ask(call, context, std::move(done)); },
               .duty = duty},
              parent)
{
}

void HubLookUp::ask(const LicenceQuestion &question)
{
    Q_ASSERT(isSetUp() && !m_isOpen);
    m_isOpen = true;
    m_within.start();
    const wire::LookUpWish wish{.isShared = question.kind == LicenceQuestion::Kind::Shared,
                                .material = question.material,
                                .materialName = question.materialName,
                                .holderName = question.holderName,
                                .holderNumber = question.holderNumber,
                                .purpose = question.purpose,
                                .caseNumber = question.caseNumber,
                                .clerk = m_needs.duty.name()};
    m_needs.ask({.method = "POST", .target = "/lookup/v1/licences", .type = wire::jsonType, .body = wire::toJson(wish)}, this,
                [this, turn = ++m_turn](const syncing::SignedLine::Outcome &outcome) {
                    if (m_isOpen && turn == m_turn)
                        end(licenceAnswerOf(outcome));
                });
}

void HubLookUp::cancel()
{
    m_isOpen = false;
    m_within.stop();
}

void HubLookUp::end(const LicenceAnswer &answer)
{
    cancel();
    emit answered(answer);
}

}
