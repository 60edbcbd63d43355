#pragma once

#include "core/base/result.h"
#include "core/domain/case.h"
#include "core/domain/refusal.h"
#include "core/papers/paper.h"
#include "ui/widgets/stepcard.h"

class KeyButton;
class PaperPreview;
class QLabel;
class QPushButton;
class QScrollArea;

/// Step 5: what is still open, the two acts that end an intake, and the paper as it would be printed now.
class PaperPanel final : public StepCard
{
    Q_OBJECT

public:
    explicit PaperPanel(QWidget *parent = nullptr);

    /// Letters (容缺受理承诺书, 告知承诺书) that the applicant signs before filing, and what the window may accept itself after it.
    struct Extras {
        QStringList toPrint; ///< titles of letters that are not made yet
        QStringList toSign; ///< titles of letters that are made and not signed
        QString consequences; ///< of what is to be signed, to be read out
        int toAccept = 0; ///< items of a filed case
    };
    /// \a toNotice, \a toFiling: everything that speaks against either act now.
    void show(const domain::Case &file, const QList<domain::Refusal> &toNotice, const QList<domain::Refusal> &toFiling,
              const Extras &extras);
    void preview(const base::Result<papers::Paper> &paper);
    /// Takes the keyboard: to the act that is possible, else to the preview.
    void takeFocus();
    /// Takes the keyboard where Enter does nothing, after an act.
    void restOnPreview();
    /// What stands above the acts: how far it is, and what is open.
    QString headline() const;

signals:
    void issueRequested();
    void fileRequested();
    /// F11: the letters are signed, or the window accepts what was filed.
    void extraRequested();
    void goToOpenRequested();

private:
    void showOpen(const domain::Case &file, const QList<domain::Refusal> &toNotice,
                  const QList<domain::Refusal> &toFiling);
    void showLetters(const Extras &extras);
    void showPrints(const domain::Case &file);
    void say(const QString &headline, const QString &sentence);

    QLabel *const m_headline;
    QLabel *const m_sentence;
    KeyButton *const m_goThere;
    QPushButton *const m_issue;
    QPushButton *const m_file;
    QPushButton *const m_extra; ///< F11; hidden when there is nothing for it
    QLabel *const m_told;
    QScrollArea *const m_reading; ///< holds m_told, which may be long
    QLabel *const m_prints;
    PaperPreview *const m_preview;
    bool m_canFile = false;
    bool m_canIssue = false;
    bool m_waitsForSignature = false;
};
