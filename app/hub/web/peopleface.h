#pragma once

#include "app/hub/web/gate.h"
#include "core/offices/apitokens.h"

namespace web {

/// What the security administrator does: people and their roles, tokens of systems. Below /admin/people and /admin/tokens.
class PeopleFace final
{
public:
    struct Needs {
        const hub::Engine &engine;
        const Pages &pages;
        const Gate &gate;
        offices::Accounts &accounts;
        offices::ItemRouting &routing;
    };
    /// Everything must live as long as this.
    explicit PeopleFace(const Needs &needs) : m(needs), m_tokens(needs.engine) { }

    QList<Route> routes() const;

private:
    hub::Response people(const Asked &asked, const Visitor &visitor) const;
    hub::Response add(const Asked &asked, const Visitor &visitor) const;
    hub::Response askFirst(const Asked &asked, const Visitor &visitor) const;
    hub::Response act(const Asked &asked, const Visitor &visitor) const;
    hub::Response tokens(const Asked &asked, const Visitor &visitor) const;
    hub::Response addToken(const Asked &asked, const Visitor &visitor) const;
    hub::Response withdrawToken(const Asked &asked, const Visitor &visitor) const;
    base::Result<QJsonArray> unitChoices() const;

    const Needs m;
    const offices::ApiTokens m_tokens;
};

}
