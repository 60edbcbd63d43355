#pragma once

#include "core/desk/casework.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class ApplicantForm;
class CardLine;
class CaseHeader;
class ChecklistPanel;
class EarlierCase;
class IntakeCards;
class ItemsPanel;
class PaperPanel;
class PeoplePanel;
class QVBoxLayout;
class SituationsPanel;
class StepCard;
class LookUps;
namespace desk {
class CardDesk;
class CaseSearch;
}
namespace devices {
class LicenceSource;
}

/// The intake of one case, all five steps in sight. Every act is performed, and so saved, at once; there is nothing to save when
/// the page is left.
class IntakePage final : public QWidget
{
    Q_OBJECT

public:
    explicit IntakePage(QWidget *parent = nullptr);
    ~IntakePage() override;

    /// From now on the page warns of earlier cases of an applicant on the same matter. \a search outlives the page.
    void warnBy(const desk::CaseSearch &search);
    /// From now on Ctrl+D reads cards by \a reader, which outlives the page.
    void readCardsBy(desk::CardDesk &reader);
    /// From now on materials are looked up with \a source, which outlives the page.
    void lookUpWith(devices::LicenceSource &source);
    /// Shows \a work, which must outlive its being shown, and takes the keyboard to what is open first. Null leaves the case.
    void show(desk::CaseWork *work);
    /// Looks at the file \a path as a list of people.
    void lookAtList(const QString &path);
    /// Gives what was typed and not yet given; the page does it by itself before it is hidden.
    void flush();

signals:
    /// The paper is issued and in the journal; \a number counts the notices from 1.
    void printRequested(const domain::PaperRef &paper);
    void saveRequested(const domain::PaperRef &paper);
    void leaveRequested();
    /// A file with a list of people is to be chosen, for lookAtList().
    void listFileRequested();
    /// Rows of a list that are to be corrected are to be saved under a name like \a name.
    void rowsToSave(const QByteArray &bytes, const QString &name);
    void scansRequested();
    /// The copy card of this filed case is wanted.
    void copyCardRequested();
    /// The pad for ratings is to be opened for the case \a number.
    void ratingRequested(const QString &number);
    /// The clerk wants another case, \a caseId, instead of this one.
    void otherRequested(const QString &caseId);

protected:
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void connectPanels();
    void setUpKeys();
    void refresh();
    void renderPaper();
    bool perform(const domain::Command &command, StepCard *step);
    void goToOpen();
    void goTo(const domain::Refusal &open);
    void openPeople(const domain::Refusal &open = {});
    void closePeople();
    void turnAgent();
    void issueNotice();
    void fileCase();
    /// Makes and prints the letters that are needed; false when one cannot be made.
    bool issueLetters(const QList<domain::Letter::Kind> &kinds);
    /// F11: the signature in intake, acceptance by the window after filing.
    void doExtra();
    void signLetters();
    void signByHand();
    void openPad();
    void acceptHere();
    void undo();
    void leave();
    /// The paper that was issued last; says so in the paper step when there is none yet.
    void withLastPaper(void (IntakePage::*act)(const domain::PaperRef &));

    QPointer<desk::CaseWork> m_work;
    QVBoxLayout *const m_left;
    CaseHeader *const m_header;
    EarlierCase *const m_earlier;
    SituationsPanel *const m_situations;
    ItemsPanel *const m_items;
    ApplicantForm *const m_applicant;
    ChecklistPanel *const m_checklist;
    PaperPanel *const m_paper;
    LookUps *const m_lookUps;
    PeoplePanel *const m_people; ///< in the place of the checklist while it is open
    CardLine *const m_cardLine;
    IntakeCards *const m_cards;
    QTimer m_previewPause;
};
