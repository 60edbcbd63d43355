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
    ScanRoom(journal::Journal &journal, const QString &folder) : m_journal(journal), m_folder(folder), m_store(folder) { }

    /// The pictures of the case of \a work, which outlives them. Error::Missing, Error::Damaged when its key is not to be had.
    base::Result<std::unique_ptr<CaseScans>> of(CaseWork &work) const;

    /// What is needed to compare the folder of a case with what the case says, in any thread.
    struct Inventory {
        QString caseId;
        QString number; ///< empty: this journal knows no such case
        scans::CaseShelf shelf;
        QList<scans::Recorded> recorded;
    };
    base::Result<Inventory> inventoryOf(const QString &caseId) const;
    const scans::ScanStore &store() const { return m_store; }
    /// Stores \a bytes with the pictures of \a caseId, durable when it returns; their address.
    base::Result<QString> keep(const QString &caseId, const QByteArray &bytes) const;
    /// The bytes of \a scan of \a caseId. Error::Missing, Error::Damaged.
    base::Result<QByteArray> read(const QString &caseId, const QString &scan) const;
    /// Whose date says when the folders were compared last, see ScanRepair.
    QString stampFile() const { return m_folder + QStringLiteral("/compared"); }

private:
    journal::Journal &m_journal;
    const QString m_folder;
    const scans::ScanStore m_store;
};

}
