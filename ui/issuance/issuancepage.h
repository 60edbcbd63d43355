#pragma once

#include "core/desk/issuance.h"
#include "ui/issuance/issuanceforms.h"
#include "ui/case/caseview.h"

#include <QWidget>

class ActForm;
class CardLine;
class CollectorHand;
class InlineMessage;
class QKeyEvent;
class QShortcut;
class QStackedLayout;
class QTimer;
class ResultPane;
class SearchField;
class ShelfPane;
namespace desk {
class CardDesk;
}

/// The window where results are handed out: what is to come, what lies here, whom to tell, what is to be proven.
class IssuancePage final : public QWidget
{
    Q_OBJECT

public:
    /// \a shelf and \a issuance outlive the page. \a window: where results come to, as the hall names it.
    IssuancePage(const desk::ShelfList &shelf, desk::Issuance &issuance, const QString &window, QWidget *parent = nullptr);
    ~IssuancePage() override;

    /// From now on Ctrl+D reads cards by \a reader, which outlives the page.
    void readCardsBy(desk::CardDesk &reader);
    /// There is a pad for ratings: the page offers it after a hand-over.
    void offerRating() { m_rates = true; }

signals:
    void openRequested(const QString &caseId);
    /// Papers of \a caseIds are wanted together: of the marked results, else of all that are shown.
    void batchRequested(const QStringList &caseIds);
    /// The delivery record of the case's last hand-over is to be printed.
    void recordRequested(const QString &caseId);
    /// The record of a hand-over that is being entered is to be printed for its signature; the rule allows it.
    void recordToSignRequested(const QString &caseId, const domain::DeliverItems &delivery);
    /// The pad for ratings is to be opened for the case \a number.
    void ratingRequested(const QString &number);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildSide();
    void setUpKeys();
    bool take(const QKeyEvent &press);

    void enter();
    void find(const QString &typed);
    bool goBack();
    void refresh();
    void showCurrent();

    void begin(IssuanceAct act);
    void ask(IssuanceAct act, const desk::ShelfEntry &about);
    void give();
    void giveToMany();
    void giveToOne();
    /// Asks the hub first where it must be asked.
    void handOver(const domain::DeliverItems &delivery);
    void record(const domain::LifeCommand &command);
    void printToSign();
    /// What the form of a hand-over says; nothing when that is not what it asks about.
    std::optional<domain::DeliverItems> entered() const;
    void openPad();
    bool wasPrintedToSign(const domain::DeliverItems &delivery) const;
    void endAsking();
    void reportProofs(const desk::Issuance::Outcome &outcome);
    void report(const desk::Issuance::Outcome &outcome, const QString &done);
    void openCurrent();
    ActScene scene() const;

    desk::Issuance &m_issuance;
    SearchField *const m_field;
    ShelfPane *const m_list;
    InlineMessage *const m_message;
    ResultPane *const m_pane;
    ActForm *const m_form;
    QStackedLayout *const m_side; ///< result or form
    QTimer *const m_minute;
    QTimer *const m_soon; ///< several acts at once are one reading
    QList<QShortcut *> m_keys; ///< off while a form asks
    QList<QShortcut *> m_handOverKeys; ///< on while a hand-over is asked about
    CardLine *const m_cardLine;
    CollectorHand *const m_hand;
    std::optional<domain::DeliverItems> m_printedToSign; ///< of the form that asks
    std::unique_ptr<desk::CaseWork> m_work; ///< of the current line
    CaseView m_case; ///< the same, as it is shown
    std::optional<IssuanceAct> m_asking;
    QList<desk::ShelfEntry> m_targets; ///< of the act that is asked about
    LastArrival m_last;
    QString m_handedNumber; ///< of the case whose result was handed over last, until another act
    bool m_rates = false; ///< there is a pad for ratings
};
