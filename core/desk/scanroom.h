#pragma once

#include "core/desk/casescans.h"

namespace journal {
class Journal;
}

namespace desk {

/// Where the pictures of all cases of a profile are.
class ScanRoom final
{
public:
    /// \a folder of the profile, made with the first picture; \a journal outlives this.
    ScanRoom(journal::Journal &journal, const QString &folder) : m_journal(journal), m_store(folder) { }

    /// The pictures of the case of \a work, which outlives them. Error::Missing, Error::Damaged when its key is not to be had.
    base::Result<std::unique_ptr<CaseScans>> of(CaseWork &work) const;

    /// A case whose folder holds something that does not fit with what the case says.
    struct Misfit {
        QString caseId;
        QString number; ///< empty: this journal knows no such case
        QList<scans::Finding> findings;
    };
    /// Looks at the folders of the cases into which something came after \a since (null: at all); every picture in them is opened.
    base::Result<QList<Misfit>> check(const QDateTime &since) const;

private:
    journal::Journal &m_journal;
    const scans::ScanStore m_store;
};

}
