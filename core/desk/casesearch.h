#pragma once

#include "core/desk/caseindex.h"
#include "core/desk/matternames.h"
#include "core/domain/plan.h"

#include <atomic>

class QThread;

namespace desk {

/// Numbers in \a plan by which a case is somebody's own: whole identity numbers and credit codes of applicant, enterprise,
/// subjects, the other side and all in lists, not those of agents, who are in many cases.
QStringList ownIdentities(const domain::Plan &plan);

/// Finds cases while somebody types, without a network. All cases are held in memory, read from the journal by a thread of its own
/// after the profile was opened, and kept as they are by every act. Everything handed in outlives it.
class CaseSearch final : public QObject
{
    Q_OBJECT

public:
    /// \a pinyinFile as for ShelfSearch; without it names are found by characters only, see fault(). The reading begins at once.
    CaseSearch(journal::Journal &journal, const guides::Shelf &shelf, const QString &pinyinFile, const CaseBook &book,
               QObject *parent = nullptr);
    ~CaseSearch() override;

    /// At most \a most cases, best first; see CaseIndex::find(). Nothing for an empty \a query. Fast enough for every key press.
    QList<CaseHit> find(const QString &query, int most = 50) const { return m_index.find(query, most); }
    /// Earlier cases of the persons or enterprises with these numbers on the same matter, the newest first, whatever became of them
    /// (also filed and abandoned ones), without \a exceptCase. A number that is not whole finds nothing.
    QList<CaseHit> duplicates(const QStringList &identities, const domain::GuideRef &matter, const QString &exceptCase) const;
    QList<CaseHit> duplicates(const QString &identity, const domain::GuideRef &matter, const QString &exceptCase) const;

    /// False while the journal is still being read: what was not touched since the start is not found yet.
    bool isComplete() const { return m_isComplete; }
    qsizetype size() const { return m_index.size(); }
    /// Memory of the index, in bytes.
    qsizetype bytes() const { return m_index.bytes(); }
    /// Why pinyin cannot be typed, or why the journal could not be read; nothing when all is well.
    const std::optional<base::Error> &fault() const { return m_fault; }

    /// These cases have left the hall: nothing finds them any more.
    void forget(const QStringList &cases);

signals:
    /// The journal was read to its end (or could not be: see fault()).
    void completed();
    /// A case was written: what find() gave may be old.
    void changed();

private:
    void startReading(journal::Journal &journal);
    void adopt(CaseIndex &&read, const base::Result<> &outcome);
    void take(const domain::Case &file, const FoundBy &foundBy);
    void takeUnlessKnown(const domain::Case &file, const FoundBy &foundBy);

    const MatterNames m_matters;
    std::optional<base::Error> m_fault;
    std::shared_ptr<const guides::Pinyin> m_pinyin;
    CaseIndex m_index;
    QList<IndexedCase> m_sinceStart; ///< acts while the journal is read
    QStringList m_forgotten; ///< left the hall while the journal is read
    bool m_isComplete = false;
    std::atomic<bool> m_stop = false;
    std::unique_ptr<QThread> m_reader;
};

}
