#pragma once

#include "core/hub/engine.h"

namespace hub {

/// Takes in what windows push (sync rules 6 to 10 and 25).
class Intake final
{
public:
    explicit Intake(const Engine &engine) : m_engine(engine) { }

    /// \a device is who asks, by its signature. Everything of a push is durable when this gives an answer, or nothing of it.
    /// Refused: BadRequest, BadSignature, or what problemOf() says.
    wire::Answer<wire::PushAnswer> push(const Device &device, const wire::Push &push) const;

private:
    const Engine &m_engine;
};

}
