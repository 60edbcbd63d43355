#pragma once

#include "app/hub/figures.h"

#include <QString>

#include <mutex>

namespace hub {

/// What comes first: /healthz, /metrics and /openapi.json are answered here; what windows (/sync/, /lookup/, /report/) and systems of departments
/// (/api/) ask goes on to their doors, and everything else to that of people with a browser.
class FrontDoor final : public Handler
{
public:
    struct Places {
        QString dataFolder; ///< whose disk is looked at
        QString openApi; ///< file
    };
    /// To whom requests go on that are not answered here.
    struct Doors {
        Handler &staff; ///< /sync/v1/staff
        Handler &windows; ///< everything else under /sync/
        Handler &lookUps; ///< /lookup/
        Handler &reports; ///< /report/
        Handler &systems; ///< /api/
        Handler &people; ///< everything else
    };
    /// Everything must live as long as this. \a occupation asks the server what it is busy with.
    FrontDoor(Doors doors, Store &store, Figures &figures, std::function<Occupation()> occupation, Places places);

    Response handle(const Request &request) override;

private:
    Response health();
    Response figures();
    Response description() const;

    /// Something that is worked out at most every few seconds, whoever asks.
    template <class Value>
    struct Kept {
        std::chrono::steady_clock::time_point until;
        Value value;
    };

    const Doors m_doors;
    Store &m_store;
    Figures &m_figures;
    const std::function<Occupation()> m_occupation;
    const Places m_places;
    std::mutex m_mutex;
    Kept<bool> m_writable{}; ///< under m_mutex
    Kept<std::optional<StoreFigures>> m_look{}; ///< under m_mutex
};

/// Below this much free disk the hub says that it is not well: 256 MiB.
constexpr qint64 leastFreeBytes = 256 * 1024 * 1024;

}
