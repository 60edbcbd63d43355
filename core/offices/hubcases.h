#pragma once

#include "core/domain/case.h"
#include "core/hub/engine.h"

#include <QCache>

#include <mutex>

namespace offices {

/// A case as the hub has it.
struct HubCase {
    qint64 row = 0;
    QString uuid;
    QString hall; ///< code of the scope it belongs to
    domain::Case file;
};

/// Opens cases for everybody behind the windows. What was opened lately is kept in memory until somebody writes on it. From any thread.
class HubCases final
{
public:
    /// \a engine must live as long as this.
    explicit HubCases(const hub::Engine &engine);

    /// Nothing when there is no such case, or it was erased.
    base::Result<std::optional<HubCase>> open(const QString &uuid);

    /// The case as it stood when \a paper was issued; nothing when it never was, or there is no such case.
    base::Result<std::optional<domain::Case>> asIssued(const QString &uuid, const domain::PaperRef &paper);

private:
    struct Kept {
        QList<journal::Hash> tips;
        HubCase opened;
    };
    std::optional<HubCase> kept(const hub::CaseLine &line);

    const hub::Engine &m_engine;
    std::mutex m_mutex;
    QCache<QString, Kept> m_kept; ///< under the mutex
};

}
