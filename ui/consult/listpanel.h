#pragma once

#include "core/base/result.h"
#include "core/desk/consultation.h"
#include "core/papers/paper.h"
#include "ui/widgets/stepcard.h"

class KeyButton;
class PaperPreview;
class QLabel;
class QPushButton;

/// Step 3 of a consultation: what is still open, what can be done with the list, and the list as it would be printed now.
class ListPanel final : public StepCard
{
    Q_OBJECT

public:
    explicit ListPanel(QWidget *parent = nullptr);

    void show(const desk::Consultation &consultation);
    void preview(const base::Result<papers::Paper> &paper);
    /// Takes the keyboard: to “print” when nothing is open any more, else to the preview.
    void takeFocus();
    /// How far the list is.
    QString headline() const;
    /// What is open, or why no case can be made.
    QString explanation() const;

signals:
    void printRequested();
    void saveRequested();
    void caseRequested();
    void goToOpenRequested();

private:
    QLabel *const m_headline;
    QLabel *const m_explanation;
    KeyButton *const m_goThere;
    QPushButton *const m_print;
    QPushButton *const m_save;
    QPushButton *const m_case;
    PaperPreview *const m_preview;
    bool m_isWhole = false;
};
