#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/domain/events.h"

#include <memory>
#include <optional>

namespace journal {

/// Who writes this journal. Kept beside the database (device.json), so that a journal begun anew after damage is another
/// incarnation with another mark and can never give a number twice.
struct Identity {
    QString device; ///< UUID
    int incarnation = 1;
    QString mark; ///< two characters 0–9 A–Z, part of every case number
};

/// A case as lists show it, without opening it.
struct CaseRow {
    QString id;
    QString number;
    domain::GuideRef guide;
    domain::Stage stage = domain::Stage::Intake;
    int notices = 0;
    QDateTime openedAt;
    QDateTime changedAt;
    QString applicant; ///< unsealed; mask before showing
};

/// How often a matter was opened here, in whichever version of its pack.
struct MatterUse {
    QString pack;
    QString matter;
    qint64 cases = 0;
    bool operator==(const MatterUse &) const = default;
};

/// The journal of one window: every fact about every case, append-only, in one SQLite file (WAL, synchronous=FULL), bodies
/// sealed under a key per case. Projections (case list, numbers) are written in the same transaction and can be rebuilt.
/// Belongs to the thread that opened it.
class Journal final
{
public:
    /// Opens or makes journal.db in \a folder. A file that is damaged is set aside, whole, and a new one is begun:
    /// see setAside(). A key that does not fit is Error::Secret and nothing is touched.
    static base::Result<std::unique_ptr<Journal>> open(const QString &folder, const base::Secret &profileKey,
                                                       const base::Clock &clock);
    ~Journal();

    const Identity &identity() const;
    /// Folder into which a damaged journal was moved at opening; empty when nothing was wrong.
    QString setAside() const;

    /// Writes \a events of case \a caseId and the lines that lists show of it (\a after: the case with these events
    /// applied), in one durable transaction. When it fails nothing is written.
    [[nodiscard]] base::Result<> append(const QString &caseId, const QList<domain::Event> &events,
                                        const domain::Case &after);

    /// All events of a case in order; empty for an unknown case.
    base::Result<QList<domain::Event>> eventsOf(const QString &caseId) const;
    /// The id of the case with this number.
    base::Result<std::optional<QString>> caseWithNumber(const QString &number) const;
    /// The newest first, at most \a most.
    base::Result<QList<CaseRow>> cases(bool unfinishedOnly, int most) const;
    /// How many cases there are of each matter that was ever opened here; quick however many there are.
    base::Result<QList<MatterUse>> mattersUsed() const;
    /// The first serial of \a day that no case of this journal has used.
    base::Result<int> nextSerial(QDate day) const;

    /// Drops the projections and makes them again from the events.
    [[nodiscard]] base::Result<> rebuildProjections();
    /// Checks hash chain and seals of every event; the count of events, or Error::Damaged with the first bad sequence number.
    base::Result<qint64> verify() const;

private:
    struct Parts;
    explicit Journal(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m;

    Q_DISABLE_COPY_MOVE(Journal)
};

}
