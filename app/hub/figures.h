#pragma once

#include "app/hub/server/server.h"
#include "core/hub/store.h"

#include <memory>

namespace hub {

/// What a look into the store gives for the figures.
struct StoreFigures {
    QHash<QString, qint64> feedEnds; ///< by hall
    int devices = 0; ///< in use
    int revokedDevices = 0;
    int stoppedStreams = 0; ///< forked
    int unseenAlarms = 0; ///< at most a thousand are counted
    int keptAside = 0; ///< the same
    QDateTime lastHeard; ///< the newest push; null: none yet
};
base::Result<StoreFigures> lookInto(Store &store);

/// Counts what the server answers and says it in the text format of Prometheus.
class Figures final
{
public:
    Figures();
    ~Figures();

    void count(const Answered &answered); ///< from any thread
    /// Everything, with the state of this moment; what is not known is left out.
    QByteArray text(const Occupation &occupation, const std::optional<StoreFigures> &store, qint64 freeBytes);

private:
    struct Parts;
    std::unique_ptr<Parts> m;

    Q_DISABLE_COPY_MOVE(Figures)
};

}
