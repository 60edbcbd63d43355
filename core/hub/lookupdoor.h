#pragma once

#include "core/hub/lookups.h"

namespace hub {

/// The door for look-ups: POST /lookup/v1/licences, signed by an enrolled window as every other request of it. Other paths are answered
/// with 404. Never throws.
class LookUpDoor final : public Handler
{
public:
    /// As LookUps.
    explicit LookUpDoor(const Engine &engine, Upstream *upstream = nullptr) : m_engine(engine), m_lookUps(engine, upstream) { }

    Response handle(const Request &request) override;

private:
    Response answer(const Request &request) const;

    const Engine &m_engine;
    const LookUps m_lookUps;
};

}
