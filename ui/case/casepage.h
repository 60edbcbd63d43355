#pragma once

#include "core/domain/posts.h"
#include "core/desk/casework.h"
#include "core/desk/handoverlease.h"
#include "ui/case/caseview.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class ActsPane;
class CaseHead;
class InlineMessage;
class ItemsPane;
class QShortcut;
class RowsPane;
class QTimer;

/// Everything about one case that was filed, on one screen: items, materials, clocks, time line, citizen and papers, and what can
/// be done now. Every act is a fact at once; none is taken back.
class CasePage final : public QWidget
{
    Q_OBJECT

public:
    explicit CasePage(QWidget *parent = nullptr);
    ~CasePage() override;

    /// From now on hand-overs are asked of the hub first where they must be; \a lease outlives the page.
    void leaseBy(desk::HandoverLease &lease) { m_lease = &lease; }
    /// From now on the unit that handles an item is named beside its department; \a units outlives the page.
    void nameUnitsBy(const desk::UnitBook &units) { m_units = &units; }
    /// Shows \a work, a filed case that must outlive its being shown, and takes the keyboard to its items. Null leaves the case.
    void show(desk::CaseWork *work);

signals:
    /// Refused for want of a post; \a again does it once somebody allowed it on the case \a caseId.
    void lacked(domain::Duty duty, const QString &caseId, const std::function<void()> &again);
    /// A paper of the case is wanted once more; \a number counts the notices from 1.
    void printRequested(const domain::PaperRef &paper);
    void saveRequested(const domain::PaperRef &paper);
    void leaveRequested();
    void scansRequested();
    /// The copy card of this filed case is wanted.
    void copyCardRequested();
    /// The pad for ratings is to be opened for the case \a number.
    void ratingRequested(const QString &number);

private:
    void layOut();
    void connectPanes();
    void setUpKeys();
    QShortcut *key(const QKeySequence &sequence, const std::function<void()> &act);
    void refresh();
    void showActs();
    /// Asks the hub first where it must be asked.
    void want(const domain::Command &command);
    void perform(const domain::Command &command);
    /// Offers the paper that came into being since there were \a before, or that goes with \a command.
    void offerPaper(const QList<domain::PaperRef> &before, const domain::Command &command);
    /// Shows a whole number for a moment, whose showing is on record.
    void showNumber(const QString &number);
    void asking(bool begins);
    /// Has the paper that is chosen, or else offered, signed by hand.
    void signByHand();

    QPointer<desk::CaseWork> m_work;
    desk::HandoverLease *m_lease = nullptr;
    const desk::UnitBook *m_units = nullptr;
    CaseView m_view;
    CaseHead *const m_head;
    ItemsPane *const m_items;
    RowsPane *const m_materials;
    RowsPane *const m_clocks;
    RowsPane *const m_time;
    RowsPane *const m_citizen;
    ActsPane *const m_acts;
    InlineMessage *const m_offer;
    QTimer *const m_hide; ///< ends the showing of a whole number
    std::optional<domain::PaperRef> m_offered; ///< what Ctrl+P prints; nothing: the receipt
    QList<QShortcut *> m_letters; ///< off while a form asks
    QPointer<QWidget> m_focusBefore; ///< where the keys went before a form asked
};
