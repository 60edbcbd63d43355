#pragma once

#include "core/hub/engine.h"

namespace hub {

/// Hands out what is new in the feed of a hall (sync rules 11 and 13).
class Outlet final
{
public:
    explicit Outlet(const Engine &engine) : m_engine(engine) { }

    /// The entries behind \a cursor for \a device, at most \a most and about wire::batchBytes. A case that is not of its hall any more
    /// shows up only as the order to forget it. \a ownInBrief: what \a device wrote itself comes as wire::Entry::Kind::Own. Refused: Revoked.
    wire::Answer<wire::PullAnswer> pull(const Device &device, const wire::Cursor &cursor, int most, bool ownInBrief) const;

private:
    const Engine &m_engine;
};

}
