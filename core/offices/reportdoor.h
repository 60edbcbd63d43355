#pragma once

#include "core/offices/cityreports.h"

#include <chrono>
#include <mutex>

namespace offices {

/// The door for figures: POST /report/v1/figures, signed by an enrolled window as every other request of it. A window gets those of its
/// own hall, or of all halls together, without the cases behind them. Other paths are answered with 404. Never throws.
class ReportDoor final : public hub::Handler
{
public:
    /// Everything lives as long as this.
    explicit ReportDoor(const CityReportsNeeds &needs) : m_engine(needs.engine), m_reports(needs) { }

    hub::Response handle(const hub::Request &request) override;
    /// Counts some of the cases that are new or have changed; to be called now and then, so that a question finds little to do.
    [[nodiscard]] base::Result<> tend();

private:
    hub::Response answer(const hub::Request &request);

    const hub::Engine &m_engine;
    const CityReports m_reports;
    std::mutex m_counting; ///< one at a time: a large report takes a processor for a second
    qint64 m_next = 0; ///< where tend() goes on; under m_counting
    std::chrono::steady_clock::time_point m_idleUntil; ///< nothing to do for tend() before; under m_counting
};

}
