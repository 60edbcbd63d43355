#pragma once

#include "core/desk/incoming.h"
#include "core/scans/editing.h"
#include "core/scans/scanstore.h"
#include "core/scans/sorter.h"

#include <atomic>
#include <functional>

namespace desk {

/// A picture that a thread has looked at and, when it is to be taken, stored; the case does not speak of it yet.
struct LookedPage {
    Arrival arrival;
    QString kind; ///< as the events name it
    qint64 bytes = 0;
    QString from; ///< the picture that was worked on
    int toCome = 0; ///< pages of the same file that are still to be told
};

/// What is done with pictures of one case away from the window: read, taken apart, looked at, stored. Every function may be called
/// from any thread.
class ScanIntake final
{
public:
    ScanIntake(scans::ScanStore store, scans::CaseShelf shelf) : m_store(std::move(store)), m_shelf(std::move(shelf)) { }

    using Tell = std::function<void(const LookedPage &)>;
    /// Looks at \a incoming and stores it. A file of pages is told page by page, in order; anything else is told once. After
    /// \a cancelled is set nothing is stored, and what was not told is told once as dropped.
    void take(const Incoming &incoming, scans::Sorter &sorter, const std::atomic_bool &cancelled, const Tell &tell) const;
    /// Stores \a scan as it is after \a edit.
    LookedPage workOn(const QString &scan, const scans::Edit &edit) const;

    const scans::ScanStore &store() const { return m_store; }
    const scans::CaseShelf &shelf() const { return m_shelf; }

private:
    LookedPage lookAt(Arrival arrival, const QByteArray &bytes, scans::Sorter &sorter) const;
    void takeApart(int handle, const QString &name, scans::Sorter &sorter, const std::atomic_bool &cancelled, const Tell &tell) const;

    const scans::ScanStore m_store;
    const scans::CaseShelf m_shelf;
};

}
