#pragma once

#include "app/hub/web/gate.h"

namespace web {

/// What the system administrator does about halls: their windows and devices, enrolling one and revoking it; legal numbers; what printed
/// receipts differ; alarms and what is kept aside. Below /admin.
class HallsFace final
{
public:
    struct Needs {
        const hub::Engine &engine;
        const Pages &pages;
        const Gate &gate;
        QString publicUrl; ///< where windows reach the hub, if the form is to say so at first; may be empty
        std::function<std::optional<int>(const QString &device)> unsentOf; ///< as Site::Places has it
    };
    /// Everything must live as long as this.
    explicit HallsFace(Needs needs) : m(std::move(needs)) { }

    QList<Route> routes() const;

private:
    hub::Response halls(const Asked &asked, const Visitor &visitor) const;
    hub::Response enrol(const Asked &asked, const Visitor &visitor) const;
    hub::Response askRevoke(const Asked &asked, const Visitor &visitor) const;
    hub::Response revoke(const Asked &asked, const Visitor &visitor) const;
    hub::Response numbers(const Asked &asked, const Visitor &visitor) const;
    hub::Response passOver(const Asked &asked, const Visitor &visitor) const;
    hub::Response alarms(const Asked &asked, const Visitor &visitor) const;
    hub::Response seen(const Asked &asked, const Visitor &visitor) const;
    hub::Response receipts(const Asked &asked, const Visitor &visitor) const;

    const Needs m;
};

}
