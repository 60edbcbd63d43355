#pragma once

#include "app/hub/web/asked.h"
#include "app/hub/web/guidepapers.h"
#include "app/hub/web/pages.h"
#include "core/base/clock.h"
#include "core/offices/guidestand.h"
#include "core/offices/throttle.h"

namespace web {

/// Guides for everybody: the packs in force, search, the full guide of any version as a page and on paper, and the list of one person from
/// the answers to a few questions.
class GuideFace final
{
public:
    struct Needs {
        const base::Clock &clock;
        const Pages &pages;
        offices::GuideStand &guides;
        GuidePapers &papers;
        offices::Throttle &making; ///< of papers that are made anew for one person
    };
    /// Everything must live as long as this.
    explicit GuideFace(const Needs &needs) : m(needs) { }

    QList<Route> routes() const;

private:
    hub::Response home(const Asked &asked) const;
    hub::Response pack(const Asked &asked) const;
    hub::Response current(const Asked &asked) const;
    hub::Response guide(const Asked &asked) const;
    hub::Response leaf(const Asked &asked, GuidePapers::Leaf leaf) const;
    hub::Response list(const Asked &asked) const;
    hub::Response listOnPaper(const Asked &asked) const;
    /// The guide that the address names, handed to \a show; else the page that says it is not here.
    template <class Show>
    hub::Response with(const Asked &asked, const Show &show) const;
    hub::Response notHere(const domain::GuideRef &ref) const;
    QDate today() const { return m.clock.now().date(); }

    const Needs m;
};

}
