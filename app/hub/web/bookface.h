#pragma once

#include "app/hub/web/gate.h"

namespace web {

/// What the audit administrator reads: what everybody did, whether the chain of it is whole, and the whole of it as a table. Below
/// /admin/book.
class BookFace final
{
public:
    struct Needs {
        const hub::Engine &engine;
        const Pages &pages;
        const Gate &gate;
        offices::Accounts &accounts;
    };
    /// Everything must live as long as this.
    explicit BookFace(const Needs &needs) : m(needs) { }

    QList<Route> routes() const;

private:
    hub::Response book(const Asked &asked, const Visitor &visitor) const;
    hub::Response check(const Asked &asked, const Visitor &visitor) const;
    hub::Response table(const Asked &asked, const Visitor &visitor) const;

    const Needs m;
};

}
