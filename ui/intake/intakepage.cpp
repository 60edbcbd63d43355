#include "ui/intake/intakepage.h"

#include "core/domain/agent.h"
#include "core/domain/decidelife.h"
#include "core/domain/issuedpapers.h"
#include "core/domain/letters.h"
#include "ui/cards/cardline.h"
#include "ui/intake/applicantform.h"
#include "ui/intake/caseheader.h"
#include "ui/intake/checklistpanel.h"
#include "ui/intake/earliercase.h"
#include "ui/intake/intakecards.h"
#include "ui/intake/intakesigning.h"
#include "ui/intake/itemspanel.h"
#include "ui/intake/lookups.h"
#include "ui/intake/paperextras.h"
#include "ui/intake/paperpanel.h"
#include "ui/intake/peoplepanel.h"
#include "ui/intake/situationspanel.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using Why = domain::Refusal::Why;

namespace {

constexpr int previewPause = 150; // ms; the paper follows the work and never holds it up
constexpr int leftWidth = theme::space(73);
constexpr int rightWidth = theme::space(92);
constexpr double mostOfColumn = 0.36; ///< the form's share of its column

/// What a list of \a rows asks of its column, in pixels: rows and the head of the step.
int shareOf(qsizetype rows)
{
    return int(rows) * 43 + 46;
}

QString sentence(const desk::Undone &undone)
{
    if (undone.error)
        return words::sentence(*undone.error);
    return words::sentence(undone.refusals.front());
}

}

IntakePage::IntakePage(QWidget *parent)
    : QWidget(parent), m_left(new QVBoxLayout), m_header(new CaseHeader(this)),
      m_earlier(new EarlierCase(this)), m_situations(new SituationsPanel(this)),
      m_items(new ItemsPanel(this)), m_applicant(new ApplicantForm(this)), m_checklist(new ChecklistPanel(this)),
      m_paper(new PaperPanel(this)), m_lookUps(new LookUps(*m_checklist, this)), m_people(new PeoplePanel(this)), m_cardLine(new CardLine(this)),
      m_cards(new IntakeCards(*m_cardLine, *m_applicant, *m_people, this))
{
    layOut();
    connectPanels();
    setUpKeys();
    m_previewPause.setSingleShot(true);
    m_previewPause.setInterval(previewPause);
    connect(&m_previewPause, &QTimer::timeout, this, &IntakePage::renderPaper);
}

IntakePage::~IntakePage()
{
    // Nothing may be given any more while the page is taken apart.
    show(nullptr);
}

void IntakePage::layOut()
{
    m_left->addWidget(m_situations, 1);
    m_left->addWidget(m_items, 1);
    auto *middle = new QVBoxLayout;
    middle->addWidget(m_applicant);
    middle->addWidget(m_checklist, 1);
    middle->addWidget(m_people, 1);
    m_people->hide();
    auto *columns = new QHBoxLayout;
    columns->setSpacing(theme::space(2));
    columns->addLayout(m_left);
    columns->addLayout(middle, 1);
    columns->addWidget(m_paper);
    for (QWidget *card : {static_cast<QWidget *>(m_situations), static_cast<QWidget *>(m_items)})
        card->setFixedWidth(leftWidth);
    m_paper->setFixedWidth(rightWidth);
    for (QVBoxLayout *column : {m_left, middle})
        column->setSpacing(theme::space(2));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(3), theme::space(2), theme::space(3), theme::space(3));
    layout->setSpacing(theme::space(2));
    layout->addWidget(m_header);
    layout->addWidget(m_earlier);
    layout->addWidget(m_cardLine);
    layout->addLayout(columns, 1);
}

void IntakePage::connectPanels()
{
    const auto performFor
        = [this](StepCard *step) { return [this, step](const domain::Command &command) { perform(command, step); }; };
    connect(m_header, &CaseHeader::undoRequested, this, &IntakePage::undo);
    connect(m_header, &CaseHeader::leaveRequested, this, &IntakePage::leave);
    connect(m_header, &CaseHeader::scansRequested, this, &IntakePage::scansRequested);
    connect(m_header, &CaseHeader::copyCardRequested, this, &IntakePage::copyCardRequested);
    connect(m_earlier, &EarlierCase::openRequested, this, [this](const QString &caseId, const QString &joinedTo) {
        flush();
        if (joinedTo.isEmpty() || perform(domain::JoinCase{joinedTo}, m_applicant))
            emit otherRequested(caseId);
    });
    connect(m_situations, &SituationsPanel::wanted, this, performFor(m_situations));
    connect(m_items, &ItemsPanel::wanted, this, performFor(m_items));
    connect(m_applicant, &ApplicantForm::wanted, this, performFor(m_applicant));
    connect(m_checklist, &ChecklistPanel::wanted, this, performFor(m_checklist));
    connect(m_people, &PeoplePanel::wanted, this, performFor(m_people));
    connect(m_people, &PeoplePanel::rowsToSave, this, &IntakePage::rowsToSave);
    connect(m_applicant, &ApplicantForm::peopleRequested, this, [this] { openPeople(); });
    connect(m_applicant, &ApplicantForm::cardRequested, this, [this] { m_cards->press(m_work); });
    connect(m_cards, &IntakeCards::wanted, this, &IntakePage::perform);
    connect(m_applicant, &ApplicantForm::agentRequested, this, &IntakePage::turnAgent);
    connect(m_situations, &SituationsPanel::passed, this, [this] { m_items->takeFocus(); });
    connect(m_items, &ItemsPanel::passed, this, [this] { m_applicant->takeFocus(); });
    connect(m_applicant, &ApplicantForm::passed, this, [this] { m_checklist->takeFocus(); });
    connect(m_checklist, &ChecklistPanel::passed, this, [this] { m_paper->takeFocus(); });
    connect(m_paper, &PaperPanel::issueRequested, this, &IntakePage::issueNotice);
    connect(m_paper, &PaperPanel::fileRequested, this, &IntakePage::fileCase);
    connect(m_paper, &PaperPanel::extraRequested, this, &IntakePage::doExtra);
    connect(m_paper, &PaperPanel::goToOpenRequested, this, &IntakePage::goToOpen);
}

void IntakePage::setUpKeys()
{
    const auto on = [this](const QKeySequence &key, auto act) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    on(Qt::Key_F2, [this] { m_situations->takeFocus(); });
    on(Qt::Key_F3, [this] { m_items->takeFocus(); });
    on(Qt::Key_F4, [this] { m_applicant->takeFocus(); });
    on(Qt::Key_F5, [this] {
        closePeople();
        m_checklist->takeFocus();
    });
    on(Qt::CTRL | Qt::Key_L, [this] { openPeople(); });
    on(Qt::CTRL | Qt::Key_J, &IntakePage::turnAgent);
    on(Qt::CTRL | Qt::Key_D, [this] { m_cards->press(m_work); });
    on(Qt::CTRL | Qt::Key_B, &IntakePage::signByHand);
    on(Qt::CTRL | Qt::Key_R, &IntakePage::openPad);
    on(Qt::CTRL | Qt::Key_O, [this] {
        if (m_people->isVisible())
            emit listFileRequested();
    });
    on(Qt::CTRL | Qt::Key_E, [this] { m_people->giveBack(); });
    on(Qt::Key_F6, [this] { m_paper->takeFocus(); });
    on(Qt::Key_F7, &IntakePage::goToOpen);
    on(Qt::Key_F8, &IntakePage::issueNotice);
    on(Qt::Key_F9, &IntakePage::fileCase);
    on(Qt::Key_F10, [this] { m_earlier->open(); });
    on(Qt::SHIFT | Qt::Key_F10, [this] { m_earlier->join(); });
    on(Qt::Key_F11, &IntakePage::doExtra);
    on(Qt::Key_F12, [this] { emit scansRequested(); });
    on(Qt::CTRL | Qt::Key_P, [this] { withLastPaper(&IntakePage::printRequested); });
    on(Qt::CTRL | Qt::Key_S, [this] { withLastPaper(&IntakePage::saveRequested); });
    on(QKeySequence::Undo, &IntakePage::undo);
    on(Qt::Key_Escape, &IntakePage::leave);
}

void IntakePage::warnBy(const desk::CaseSearch &search)
{
    m_earlier->setSearch(search);
    connect(&search, &desk::CaseSearch::completed, this, [this] { m_earlier->look(m_work); });
    connect(&search, &desk::CaseSearch::changed, this, [this] { m_earlier->lookAgain(m_work); });
}

void IntakePage::readCardsBy(desk::CardDesk &reader)
{
    m_cardLine->setReader(reader);
}

void IntakePage::lookUpWith(devices::LicenceSource &source)
{
    m_lookUps->setSource(source);
}

void IntakePage::show(desk::CaseWork *work)
{
    flush();
    m_cardLine->end();
    if (m_work)
        disconnect(m_work, nullptr, this, nullptr);
    m_lookUps->show(work); // what is under way belongs to the case that is left
    m_work = work;
    m_earlier->look(m_work);
    if (!m_work)
        return;
    connect(m_work, &desk::CaseWork::changed, this, &IntakePage::refresh);
    for (StepCard *step : std::initializer_list<StepCard *>{m_situations, m_items, m_applicant, m_checklist, m_paper})
        step->clearRefusal();
    refresh();
    goToOpen();
}

void IntakePage::flush()
{
    if (!m_work)
        return;
    m_situations->flush();
    m_applicant->flush();
}

void IntakePage::hideEvent(QHideEvent *event)
{
    flush();
    QWidget::hideEvent(event);
}

void IntakePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_previewPause.start();
}

void IntakePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_applicant->setMostHeight(qRound(height() * mostOfColumn));
}

void IntakePage::refresh()
{
    const domain::Case &file = m_work->file();
    const domain::Plan &plan = m_work->plan();
    m_header->show(file, m_work->guide(), m_work->rules(), m_work->canUndo());
    m_situations->show(plan);
    m_left->setStretch(0, shareOf(plan.questions.size()));
    m_left->setStretch(1, shareOf(plan.items.size()));
    m_earlier->look(m_work);
    m_items->show(plan);
    m_applicant->show(plan, file.stage);
    m_checklist->show(plan, file, m_work->today(), m_work->rules().calendar);
    m_people->show(plan, file.stage, m_work->today());
    if (!m_people->hasLists())
        closePeople();
    m_paper->show(file, m_work->obstaclesToNotice(), m_work->obstaclesToFiling(), extrasOf(*m_work));
    if (!m_previewPause.isActive())
        m_previewPause.start();
}

void IntakePage::renderPaper()
{
    if (m_work && isVisible())
        m_paper->preview(m_work->paperNow());
}

bool IntakePage::perform(const domain::Command &command, StepCard *step)
{
    if (!m_work)
        return false;
    const desk::Done done = m_work->perform(command);
    if (!done)
        step->refuse(sentence(done.error()));
    return done.has_value();
}

void IntakePage::goToOpen()
{
    if (!m_work)
        return;
    const QList<domain::Refusal> open = m_work->obstaclesToFiling();
    if (open.isEmpty())
        m_paper->takeFocus();
    else
        goTo(open.front());
}

void IntakePage::goTo(const domain::Refusal &open)
{
    switch (open.why) {
    case Why::SituationOpen:
        m_situations->takeFocus(open.id);
        break;
    case Why::PathOpen:
    case Why::ItemsExclude:
    case Why::NothingChosen:
        m_items->takeFocus(open.id);
        break;
    case Why::FieldMissing:
    case Why::FieldInvalid:
    case Why::PersonTwice:
        if (open.id.contains(u'/'))
            openPeople(open);
        else
            m_applicant->takeFocus(open.id);
        break;
    case Why::VerdictMissing:
    case Why::GapOpen:
    case Why::DueDateMissing:
    case Why::DueDateInPast:
    case Why::DueDateTooLate:
    case Why::OnDishonestyList:
        closePeople();
        m_checklist->takeFocus(open.id);
        break;
    default:
        m_paper->takeFocus();
    }
}

void IntakePage::openPeople(const domain::Refusal &open)
{
    if (!m_people->hasLists())
        return;
    const QStringList place = open.id.split(u'/'); // ROSTER/NUMBER/FIELD
    flush();
    m_people->open(place.value(0), place.value(1).toInt(), place.value(2));
    m_checklist->hide();
    m_people->setVisible(true);
    m_people->setFocus(Qt::ShortcutFocusReason);
}

void IntakePage::closePeople()
{
    if (m_people->isHidden())
        return;
    m_people->goBack();
    const bool hadFocus = m_people->isAncestorOf(focusWidget());
    m_checklist->setVisible(true);
    m_people->hide();
    if (hadFocus)
        m_applicant->takeFocus();
}

void IntakePage::lookAtList(const QString &path)
{
    m_people->lookAtFile(path);
}

void IntakePage::turnAgent()
{
    if (!m_work)
        return;
    flush();
    const domain::AgentSwitch turn = domain::agentSwitch(m_work->guide());
    const bool acts = m_work->plan().agentActs;
    const QString wanted = acts ? turn.whenNot : turn.whenActing;
    if (turn.situation.isEmpty())
        perform(domain::EnterField{domain::agentActsField, wanted}, m_applicant);
    else if (wanted.isEmpty())
        m_situations->takeFocus(turn.situation);
    else
        perform(domain::AnswerSituation{turn.situation, wanted}, m_situations);
    if (!acts && m_work->plan().agentActs)
        m_applicant->takeFocus(domain::agentNameField);
}

void IntakePage::issueNotice()
{
    flush();
    m_paper->clearRefusal();
    if (!perform(domain::IssueNotice{}, m_paper))
        return;
    m_paper->restOnPreview();
    emit printRequested({domain::PaperKind::CorrectionNotice, int(m_work->file().notices.size()), {}});
}

void IntakePage::fileCase()
{
    flush();
    if (!m_work)
        return;
    m_paper->clearRefusal();
    const QList<domain::Letter::Kind> letters = domain::lettersWanted(m_work->file(), m_work->plan(), false);
    const bool onlyLetters = std::ranges::all_of(m_work->obstaclesToFiling(), [](const domain::Refusal &open) {
        return open.why == Why::LetterMissing || open.why == Why::LetterNotSigned;
    });
    if (!letters.isEmpty() && onlyLetters) {
        issueLetters(letters);
        return;
    }
    if (!perform(domain::FileCase{}, m_paper))
        return;
    m_paper->restOnPreview();
    emit printRequested({domain::PaperKind::FilingReceipt});
}

bool IntakePage::issueLetters(const QList<domain::Letter::Kind> &kinds)
{
    for (const domain::Letter::Kind kind : kinds) {
        if (!perform(domain::IssueLetter{kind}, m_paper))
            return false;
        m_paper->restOnPreview();
        emit printRequested(domain::paperOf(m_work->file().letters.back()));
    }
    return true;
}

void IntakePage::doExtra()
{
    if (!m_work)
        return;
    flush();
    m_paper->clearRefusal();
    if (m_work->file().stage == domain::Stage::Intake)
        signLetters();
    else
        acceptHere();
}

void IntakePage::signLetters()
{
    QList<domain::Letter::Kind> kinds = domain::lettersWanted(m_work->file(), m_work->plan(), true);
    if (kinds.isEmpty())
        kinds = {domain::Letter::Kind::Deferral}; // the rule says why there is nothing to sign
    for (const domain::Letter::Kind kind : std::as_const(kinds)) {
        if (!perform(domain::SignLetter{kind, domain::consequencesOf(kind, m_work->guide())}, m_paper))
            return;
    }
    m_paper->takeFocus();
}

/// With a pen, a finger or the mouse: the letters that wait for a signature, one after the other, else the paper that was issued last.
void IntakePage::signByHand()
{
    if (!m_work)
        return;
    flush();
    m_paper->clearRefusal();
    askToSign(this, *m_work, lastPapers(*m_work).value(0), [this](const desk::Done &done, bool wasLetter) {
        if (!done)
            m_paper->refuse(sentence(done.error()));
        else if (wasLetter && !domain::lettersWanted(m_work->file(), m_work->plan(), true).isEmpty())
            signByHand();
        else if (wasLetter)
            m_paper->takeFocus();
        else
            m_paper->restOnPreview();
        if (done)
            m_cardLine->tell(InlineMessage::Level::Done, tr("Signed by hand."), tr("Ctrl+P prints it with the signature."));
    });
}

void IntakePage::openPad()
{
    if (m_work && m_work->file().filing)
        emit ratingRequested(m_work->file().number);
    else if (m_work)
        m_paper->refuse(tr("A visit is rated when it is over: file the case first."));
}

void IntakePage::acceptHere()
{
    const QStringList ids = acceptableHere(*m_work);
    for (const QString &id : ids) {
        if (!perform(domain::LifeCommand{domain::AcceptItem{id, {}, true}}, m_paper))
            return;
        const domain::PaperRef notice{domain::PaperKind::AcceptanceNotice, 1, id};
        if (domain::isIssued(m_work->file(), notice))
            emit printRequested(notice);
    }
    m_paper->restOnPreview();
}

void IntakePage::undo()
{
    if (!m_work)
        return;
    if (const desk::Done done = m_work->undo(); !done)
        m_paper->refuse(sentence(done.error()));
}

void IntakePage::leave()
{
    if (m_cardLine->goBack() || m_people->goBack())
        return;
    if (m_people->isVisible()) {
        closePeople();
        return;
    }
    flush();
    emit leaveRequested();
}

void IntakePage::withLastPaper(void (IntakePage::*act)(const domain::PaperRef &))
{
    if (!m_work)
        return;
    flush();
    m_paper->clearRefusal();
    const QList<domain::PaperRef> papers = lastPapers(*m_work);
    for (const domain::PaperRef &paper : papers)
        emit(this->*act)(paper);
    if (papers.isEmpty())
        m_paper->refuse(words::sentence(domain::Refusal{Why::NoSuchPaper, {}, {}}));
}
