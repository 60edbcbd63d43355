#pragma once

#include "app/hub/web/gate.h"
#include "core/offices/librarian.h"

namespace web {

/// The library: guide packs that are published and withdrawn; which unit has what, as a file of routing says. Below /admin/guides and
/// /admin/units.
class LibraryFace final
{
public:
    struct Needs {
        const hub::Engine &engine;
        const Pages &pages;
        const Gate &gate;
        offices::ItemRouting &routing;
    };
    /// Everything must live as long as this.
    explicit LibraryFace(const Needs &needs) : m(needs), m_librarian(needs.engine) { }

    QList<Route> routes() const;

private:
    hub::Response shelf(const Asked &asked, const Visitor &visitor) const;
    hub::Response publish(const Asked &asked, const Visitor &visitor) const;
    hub::Response askWithdraw(const Asked &asked, const Visitor &visitor) const;
    hub::Response withdraw(const Asked &asked, const Visitor &visitor) const;
    hub::Response units(const Asked &asked, const Visitor &visitor) const;
    hub::Response load(const Asked &asked, const Visitor &visitor) const;

    const Needs m;
    const offices::Librarian m_librarian;
};

}
