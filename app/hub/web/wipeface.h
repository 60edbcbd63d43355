#pragma once

#include "app/hub/web/gate.h"
#include "core/hub/wiping.h"

namespace web {

/// What the security administrator does about windows that were lost: orders to wipe, what became of them. Below /admin/wipes.
class WipeFace final
{
public:
    struct Needs {
        const hub::Engine &engine;
        const Pages &pages;
        const Gate &gate;
    };
    /// Everything must live as long as this.
    explicit WipeFace(const Needs &needs) : m(needs), m_wiping(needs.engine) { }

    QList<Route> routes() const;

private:
    hub::Response list(const Asked &asked, const Visitor &visitor) const;
    hub::Response ask(const Asked &asked, const Visitor &visitor) const;
    hub::Response order(const Asked &asked, const Visitor &visitor) const;
    hub::Response lift(const Asked &asked, const Visitor &visitor) const;
    base::Result<std::optional<hub::Device>> device(const QString &uuid) const;

    const Needs m;
    const hub::Wiping m_wiping;
};

/// What became of an order in force: ordered, heard of, carried out, and when.
QString wipeState(const hub::WipeLine &wipe, const QDateTime &now);

}
