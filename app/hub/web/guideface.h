#pragma once

#include "app/hub/web/pages.h"
#include "app/hub/web/asked.h"
#include "core/base/settings.h"
#include "core/offices/guidestand.h"

namespace web {

/// Guides for everybody: lists and search.
class GuideFace final
{
public:
    struct Needs {
        const base::Clock &clock;
        const Pages &pages;
        offices::GuideStand &guides;
        const base::HallSettings &hall;
    };
    /// Everything must live as long as this.
    explicit GuideFace(const Needs &needs) : m(needs) { }

    QList<Route> routes() const;

private:
    hub::Response home(const Asked &asked) const;

    const Needs m;
};

}
