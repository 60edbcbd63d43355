#pragma once

#include "core/desk/consultation.h"
#include "core/desk/handout.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class ConsultHeader;
class ItemsPanel;
class ListPanel;
class QVBoxLayout;
class SituationsPanel;
class StepCard;

/// A consultation: questions and items at the left, the personal list as it would be printed now at the right.
class ConsultPage final : public QWidget
{
    Q_OBJECT

public:
    /// \a handout makes the list and outlives the page.
    explicit ConsultPage(const desk::Handout &handout, QWidget *parent = nullptr);
    ~ConsultPage() override;

    /// Shows \a consultation, which must outlive its being shown, and takes the keyboard to what is open first. Null leaves it.
    void show(desk::Consultation *consultation);
    /// Says in the list's step why what was wanted did not happen.
    void refuse(const QString &sentence);

signals:
    void printRequested();
    void saveRequested();
    void caseRequested();
    void leaveRequested();

protected:
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void connectPanels();
    void setUpKeys();
    void refresh();
    void renderList();
    void perform(const domain::Command &command, StepCard *step);
    void goToOpen();
    void takeFirstStep();
    void undo();
    void startOver();
    /// Gives a number that was only typed, then says \a wanted.
    void ask(void (ConsultPage::*wanted)());

    const desk::Handout &m_handout;
    QPointer<desk::Consultation> m_consultation;
    QVBoxLayout *const m_left;
    ConsultHeader *const m_header;
    SituationsPanel *const m_situations;
    ItemsPanel *const m_items;
    ListPanel *const m_list;
    QTimer m_previewPause;
};
