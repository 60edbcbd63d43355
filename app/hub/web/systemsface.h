#pragma once

#include "app/hub/web/gate.h"
#include "core/offices/ratingdesk.h"
#include "core/offices/subscribers.h"

namespace web {

/// What else the system administrator looks after: systems that are told of what happens, and their messages; ratings that have to be put
/// right; what public pages say of the hall. Below /admin/receivers, /admin/ratings and /admin/settings.
class SystemsFace final
{
public:
    struct Needs {
        const hub::Engine &engine;
        const Pages &pages;
        const Gate &gate;
        offices::Accounts &accounts;
        const offices::RatingDesk &ratings;
        QString hall; ///< hall.ini of the data folder
    };
    /// Everything must live as long as this.
    explicit SystemsFace(Needs needs) : m(std::move(needs)), m_subscribers(m.engine) { }

    QList<Route> routes() const;

private:
    hub::Response receivers(const Asked &asked, const Visitor &visitor) const;
    hub::Response addReceiver(const Asked &asked, const Visitor &visitor) const;
    hub::Response withdrawReceiver(const Asked &asked, const Visitor &visitor) const;
    hub::Response sendAgain(const Asked &asked, const Visitor &visitor) const;
    hub::Response ratings(const Asked &asked, const Visitor &visitor) const;
    hub::Response rectify(const Asked &asked, const Visitor &visitor) const;
    hub::Response settings(const Asked &asked, const Visitor &visitor) const;
    hub::Response changeSettings(const Asked &asked, const Visitor &visitor) const;

    const Needs m;
    const offices::Subscribers m_subscribers;
};

}
