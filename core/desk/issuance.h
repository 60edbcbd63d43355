#pragma once

#include "core/desk/handoverlease.h"
#include "core/desk/reception.h"
#include "core/desk/shelflist.h"

namespace desk {

/// What the person at the issuance window does with results, over as many cases as it takes. Every case is read anew for every act,
/// by the rule, and written before the next.
class Issuance final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    Issuance(Reception &reception, const ShelfList &shelf, QObject *parent = nullptr);

    /// What came of an act on several results: each is done or says why not.
    struct Outcome {
        int done = 0; ///< results
        QList<std::pair<ShelfEntry, Undone>> undone;
    };

    /// The case of a line, as it stands.
    tl::expected<std::unique_ptr<CaseWork>, Undone> open(const QString &caseId) { return m_reception.resume(caseId); }
    /// From now on hand-overs are asked of the hub first where they must be; \a lease outlives this.
    void leaseBy(HandoverLease &lease) { m_lease = &lease; }
    /// Whether \a delivery may be done at this window now, see HandoverLease::ask(); without a lease it may.
    void askLease(const QString &caseId, const domain::DeliverItems &delivery, QObject *context, HandoverLease::Done done);
    bool isAskingLease() const { return m_lease && m_lease->isAsking(); }
    /// The hand-over is given up; nobody is told any more.
    void cancelLease();

    /// One act on one case, which says why not when the rule refuses it.
    Done perform(const QString &caseId, const domain::LifeCommand &command);
    /// A hand-over with the collector's signature, drawn by hand: \a png, see CaseWork::performSigned().
    Done handOver(const QString &caseId, const domain::DeliverItems &delivery, const QByteArray &png);

    /// Puts all of \a results, e.g. of one courier's run, where \a arrival says; its item is not looked at.
    Outcome receive(const QList<ShelfEntry> &results, const domain::ReceiveResult &arrival);
    /// Sends the proof of delivery of \a results to their departments.
    Outcome prove(const QList<ShelfEntry> &results);
    /// Of everything whose proof is owed.
    base::Result<Outcome> proveAll();
    /// The delivery record of the last hand-over of \a work that has one.
    static std::optional<domain::PaperRef> lastRecord(const CaseWork &work);

signals:
    /// A case was written here: whoever else has it in hand reads it again.
    void acted(const QString &caseId);

private:
    Reception &m_reception;
    const ShelfList &m_shelf;
    HandoverLease *m_lease = nullptr; ///< null: this window is alone
};

}
