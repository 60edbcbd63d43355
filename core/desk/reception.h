#pragma once

#include "core/desk/consultation.h"

#include <memory>

namespace guides {
class Shelf;
}
namespace journal {
struct CaseTrail;
}

namespace desk {

/// A line of "what is unfinished here". Person data only masked.
struct CaseLine {
    QString id;
    QString number;
    QString matter;
    QString applicant; ///< masked; empty when not entered
    QString subjects; ///< masked: whom it concerns, when it is not the applicant
    domain::Stage stage = domain::Stage::Intake;
    int notices = 0;
    QDateTime openedAt;
    QDateTime changedAt;
};

/// What a case that was opened with an older version of its guide would be asked for today.
struct GuideNews {
    QString version; ///< of the guides in force; empty: the matter is in none of them any more
    QStringList lines; ///< one Chinese sentence each; none: nothing is new for this case
};

/// Greets the citizen: opens a case on a matter, finds one again by its number, lists what is unfinished.
class Reception final : public QObject
{
    Q_OBJECT

public:
    Reception(CaseWork::Needs needs, const guides::Shelf &shelf);

    /// A new case with a fresh number; durable when this returns.
    tl::expected<std::unique_ptr<CaseWork>, Undone> open(const domain::GuideRef &guide);
    /// A new case that stands where \a consultation stands, under its version of the guide; all of it is durable when this
    /// returns, or nothing.
    tl::expected<std::unique_ptr<CaseWork>, Undone> open(const Consultation &consultation);
    /// The case as it stood, by its id.
    tl::expected<std::unique_ptr<CaseWork>, Undone> resume(const QString &caseId);
    /// By a number as typed, or the content of a scanned code; the other case where one was taken in twice and joined to it. Refusal
    /// NumberInvalid or NotOpen (unknown here).
    tl::expected<std::unique_ptr<CaseWork>, Undone> resumeByNumber(const QString &typedOrScanned);

    /// What the guides in force today ask of an unfinished case and its own version does not. The case keeps its version.
    GuideNews guideNews(const CaseWork &work) const;

    /// The newest first, at most \a most; \a unfinishedOnly leaves out filed and abandoned ones.
    base::Result<QList<CaseLine>> cases(bool unfinishedOnly, int most) const;

    /// A slice of the cases of which papers were printed here in the last \a days days (1: today), the latest first; \a before as
    /// CaseTrail::next of the slice before, 0 for the first.
    base::Result<journal::CaseTrail> printedLately(int days, qint64 before) const;
    QDate today() const { return m_needs.clock.now().date(); }

signals:
    /// A new case on \a guide is in the journal.
    void opened(const domain::GuideRef &guide);

private:
    tl::expected<std::unique_ptr<CaseWork>, Undone> open(const domain::Guide &guide, const QList<domain::Fact> &choices);

    CaseWork::Needs m_needs;
    const guides::Shelf &m_shelf;
};

}
