#pragma once

#include "core/desk/findmatter.h"
#include "core/desk/reception.h"
#include "ui/widgets/inlinemessage.h"

#include <QWidget>

class CasesModel;
class EmptyState;
class FindingsModel;
class QListView;
class QStackedLayout;
class QVBoxLayout;
class SearchField;
class SectionHeader;

/// Where every visit begins: choose a matter, or go on with a case.
class HomePage final : public QWidget
{
    Q_OBJECT

public:
    /// \a matters is asked at every key press and outlives the page.
    explicit HomePage(const desk::FindMatter &matters, QWidget *parent = nullptr);

    /// The unfinished cases, newest first; times in words as seen from \a now.
    void showUnfinished(const QList<desk::CaseLine> &lines, const QDateTime &now);
    /// As CasesModel::setOwnWindow().
    void setOwnWindow(const QString &window);
    /// Why something asked for here did not happen, and what to do; stays until the next key in the search field.
    void tell(InlineMessage::Level level, const QString &what, const QString &whatToDo);
    /// Looks for what is typed once more, as after other guides came into use.
    void findAgain();
    /// As after a finished visit: the field is empty and has the focus.
    void startOver();
    /// As after a look elsewhere: what was found is still there, the next letter begins a new search.
    void comeBack();

signals:
    void openRequested(const domain::GuideRef &matter);
    /// Answer the situations of \a matter for a citizen, without a case.
    void consultRequested(const domain::GuideRef &matter);
    void resumeRequested(const QString &caseId);
    /// A text that holds a case number, typed or scanned.
    void numberEntered(const QString &text);
    /// A code with which a citizen filled something in at home, as ten digits.
    void prefillCodeEntered(const QString &code);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildFindings();
    QWidget *buildUnfinished();
    void search(const QString &text);
    void step(int rows);
    void openCurrent();
    void consultOnCurrent();
    void resumeCurrent();
    bool keyInUnfinished(QKeyEvent &press);

    const desk::FindMatter &m_matters;
    FindingsModel *const m_findings;
    CasesModel *const m_cases;
    SearchField *const m_field;
    InlineMessage *const m_message;
    SectionHeader *const m_findingsHead;
    QListView *const m_findingsList;
    EmptyState *const m_noFindings;
    QStackedLayout *const m_findingsStack;
    SectionHeader *const m_unfinishedHead;
    QListView *const m_unfinishedList;
    QStackedLayout *const m_unfinishedStack;
};
