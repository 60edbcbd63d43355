#pragma once

#include "core/hub/book.h"
#include "core/wire/wipe.h"

namespace hub {

/// Orders to devices to destroy what opens their profile: given, lifted, borne by answers, carried out. An order is in force until it is
/// lifted; its device is revoked.
class Wiping final
{
public:
    /// \a engine must live as long as this.
    explicit Wiping(const Engine &engine) : m_engine(engine) { }

    /// Orders \a device to wipe itself, and revokes it if it is not yet; in the book as done by \a by. Given again it stays the order that it
    /// was. Error::Missing for no such device, Error::Document where \a reason (one line, wire::longestWipeReason at most) is missing.
    base::Result<WipeLine> order(const QString &device, const QString &reason, const QString &by) const;
    /// Takes back an order that was given in error, and the revocation if that came with it. Error::Document once the device has asked
    /// anything since, for it may have heard of the order: Error::Missing where none is in force.
    [[nodiscard]] base::Result<> lift(const QString &device, const QString &by) const;
    base::Result<QList<WipeLine>> orders() const; ///< the newest first, those that were lifted too

    /// \a response to the signed \a request of \a device, with the order in force, if any; the first time is noted.
    Response bearing(Response response, const Request &request, const Device &device) const;
    /// What a window says that has wiped itself, POST /sync/v1/wiped; signed by its key, though not as a request.
    wire::Answer<wire::WipeNoted> done(const wire::Wiped &wiped) const;

private:
    base::Result<> noteHeard(const WipeLine &heard) const;

    const Engine &m_engine;
};

}
