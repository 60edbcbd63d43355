#pragma once

#include "app/hub/web/gate.h"
#include "core/base/settings.h"
#include "core/offices/throttle.h"
#include "core/offices/unitdesk.h"
#include "core/papers/forms.h"

namespace web {

/// The departments' desk: sign in, the queue of a unit, one item with its materials and what may be done with it; for administrators
/// items that nobody has. Everything below /desk.
class DeskFace final
{
public:
    struct Needs {
        const hub::Engine &engine;
        const Pages &pages;
        const Gate &gate;
        offices::Accounts &accounts;
        offices::UnitDesk &desk;
        offices::ItemRouting &routing;
        offices::HubCases &cases;
        offices::Throttle &signIns; ///< by network
        const papers::FormFolder &forms;
        const base::HallSettings &hall;
        const domain::ClockRules &rules;
    };
    /// Everything must live as long as this.
    explicit DeskFace(const Needs &needs) : m(needs) { }

    QList<Route> routes() const;

private:
    hub::Response askWho(const Asked &asked) const;
    hub::Response signIn(const Asked &asked) const;
    hub::Response signOut(const Asked &asked, const Visitor &visitor) const;
    hub::Response password(const Asked &asked, const Visitor &visitor) const;
    hub::Response changePassword(const Asked &asked, const Visitor &visitor) const;
    hub::Response queue(const Asked &asked, const Visitor &visitor) const;
    hub::Response item(const Asked &asked, const Visitor &visitor) const;
    hub::Response act(const Asked &asked, const Visitor &visitor) const;
    hub::Response scan(const Asked &asked, const Visitor &visitor) const;
    hub::Response notice(const Asked &asked, const Visitor &visitor) const;
    hub::Response give(const Asked &asked, const Visitor &visitor) const;
    hub::Response unplaced(const Asked &asked, const Visitor &visitor) const;

    hub::Response signInPage(bool isWrong) const;
    hub::Response passwordPage(const Visitor &visitor, const QString &fault) const;

    const Needs m;
};

}
