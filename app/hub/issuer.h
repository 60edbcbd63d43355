#pragma once

#include "app/hub/posting.h"
#include "core/offices/licenceissuing.h"

#include <memory>

namespace hub {

/// An issuing system that is asked over HTTP in the form of core/wire/issue.h, with a bearer token.
class HttpIssuer final : public offices::Issuer
{
public:
    /// \a within: how long one question may take in all.
    explicit HttpIssuer(Counterpart system, std::chrono::milliseconds within = std::chrono::seconds(20)) : m_system(std::move(system)), m_within(within) { }

    wire::IssueAnswer ask(const wire::IssueWish &wish) override;

    static constexpr qsizetype mostAnswerBytes = qsizetype(8) * 1024 * 1024;

private:
    const Counterpart m_system;
    const std::chrono::milliseconds m_within;
};

}
