#pragma once

#include "core/hub/syncdoor.h"
#include "core/offices/applications.h"
#include "core/offices/throttle.h"

namespace hub {

/// Answers windows that ask for what was filled in at home. A window that guesses is made to wait.
class Prefilling final
{
public:
    /// \a engine must live as long as this. Until serve() nothing is found.
    explicit Prefilling(const Engine &engine) : m_tries(engine.clock, mostTries, 600) { }

    /// \a applications must live as long as this.
    void serve(const offices::Applications &applications) { m_applications = &applications; }
    wire::Answer<wire::PrefillAnswer> answer(const Device &device, const wire::PrefillWish &wish);

private:
    static constexpr int mostTries = 60; ///< of one window in ten minutes; a busy one has a tenth of that
    const offices::Applications *m_applications = nullptr;
    offices::Throttle m_tries;
};

}
