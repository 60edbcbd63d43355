#pragma once

#include "app/hub/web/asked.h"
#include "app/hub/web/pages.h"
#include "core/base/settings.h"
#include "core/offices/licenceissuing.h"
#include "core/offices/progressdesk.h"
#include "core/offices/ratingdesk.h"
#include "core/offices/throttle.h"

namespace web {

/// Where a case stands, by the code of a receipt or by its number and the end of the applicant's number; and what the visit was like.
class ProgressFace final
{
public:
    struct Needs {
        const base::Clock &clock;
        const Pages &pages;
        const offices::ProgressDesk &desk;
        const offices::RatingDesk &ratings;
        const offices::LicenceIssuing &licences;
        const base::HallSettings &hall;
    };
    /// Everything must live as long as this.
    explicit ProgressFace(const Needs &needs);

    QList<Route> routes();

private:
    hub::Response form(const Asked &asked) const;
    hub::Response byIdentity(const Asked &asked);
    hub::Response byCode(const Asked &asked);
    hub::Response rate(const Asked &asked);
    hub::Response licence(const Asked &asked);
    /// The form, perhaps with what went wrong: badNumber, notFound.
    hub::Response formPage(const QString &number, const QString &fault, int status) const;
    /// \a code: by which it was opened; empty: by the number, and then no e-licence is offered.
    hub::Response progressPage(const offices::Progress &progress, const QString &code, bool mayRate) const;
    /// Seconds to wait before \a peer may try again; 0: none.
    int waitOf(const QByteArray &peer, const QString &number);

    const Needs m;
    offices::Throttle m_ofNetwork, m_ofNumber, m_ofNumberADay, m_ofCodes;
};

}
