#pragma once

#include "core/desk/reception.h"

namespace desk {

/// Two acts of which neither knew the other, side by side.
struct Contradiction {
    QString caseId;
    QString number; ///< of the case
    QString matter; ///< name
    domain::Guide guide; ///< by which the case is handled
    domain::Conflict conflict;
    std::optional<domain::Event> earlier, later; ///< the two acts; nothing: they are not here
    QString earlierDevice, laterDevice; ///< UUIDs of the windows; empty: not known
    bool laterCounts = false; ///< the later of the two is what the case shows
};

/// What a supervisor does over many cases: every case is read anew for every act, by the rule, and written before the next.
class Oversight final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    Oversight(Reception &reception, const journal::Journal &journal, QObject *parent = nullptr);

    /// What came of an act on several cases: each is done or says why not.
    struct Outcome {
        int done = 0;
        QList<std::pair<QString, Undone>> undone; ///< with the number of the case, or its id when it does not open
    };
    /// Gives \a caseIds to the window \a device (UUID) of the name \a window.
    Outcome assign(const QStringList &caseIds, const QString &device, const QString &window);

    /// Every contradiction that nobody has settled, of at most \a most cases, the nearest end first. Those of a case that cannot be read are left out.
    base::Result<QList<Contradiction>> contradictions(int most) const;
    Done settle(const QString &caseId, const domain::ClearConflict &settlement);

signals:
    /// A case was written here: whoever else has it in hand reads it again.
    void acted(const QString &caseId);

private:
    Reception &m_reception;
    const journal::Journal &m_journal;
};

}
