#include "ui/consult/consultpage.h"

#include "ui/consult/consultheader.h"
#include "ui/consult/listpanel.h"
#include "ui/intake/itemspanel.h"
#include "ui/intake/situationspanel.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

using Why = domain::Refusal::Why;

namespace {

constexpr int listPause = 150; // ms; the list follows the work and never holds it up
constexpr int questionsWidth = theme::space(104);

}

ConsultPage::ConsultPage(const desk::Handout &handout, QWidget *parent)
    : QWidget(parent), m_handout(handout), m_left(new QVBoxLayout), m_header(new ConsultHeader(this)),
      m_situations(new SituationsPanel(this)), m_items(new ItemsPanel(this)), m_list(new ListPanel(this))
{
    layOut();
    connectPanels();
    setUpKeys();
    m_previewPause.setSingleShot(true);
    m_previewPause.setInterval(listPause);
    connect(&m_previewPause, &QTimer::timeout, this, &ConsultPage::renderList);
}

ConsultPage::~ConsultPage()
{
    // Nothing may be given any more while the page is taken apart.
    show(nullptr);
}

void ConsultPage::layOut()
{
    m_left->setSpacing(theme::space(2));
    m_left->addWidget(m_situations);
    m_left->addWidget(m_items);
    for (QWidget *card : {static_cast<QWidget *>(m_situations), static_cast<QWidget *>(m_items)})
        card->setFixedWidth(questionsWidth);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(theme::space(2));
    columns->addLayout(m_left);
    columns->addWidget(m_list, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(3), theme::space(2), theme::space(3), theme::space(3));
    layout->setSpacing(theme::space(2));
    layout->addWidget(m_header);
    layout->addLayout(columns, 1);
}

void ConsultPage::connectPanels()
{
    const auto performFor
        = [this](StepCard *step) { return [this, step](const domain::Command &command) { perform(command, step); }; };
    connect(m_situations, &SituationsPanel::wanted, this, performFor(m_situations));
    connect(m_items, &ItemsPanel::wanted, this, performFor(m_items));
    connect(m_situations, &SituationsPanel::passed, this, [this] { m_items->takeFocus(); });
    connect(m_items, &ItemsPanel::passed, this, [this] { m_list->takeFocus(); });
    connect(m_header, &ConsultHeader::undoRequested, this, &ConsultPage::undo);
    connect(m_header, &ConsultHeader::startOverRequested, this, &ConsultPage::startOver);
    connect(m_header, &ConsultHeader::leaveRequested, this, [this] { ask(&ConsultPage::leaveRequested); });
    connect(m_list, &ListPanel::printRequested, this, [this] { ask(&ConsultPage::printRequested); });
    connect(m_list, &ListPanel::saveRequested, this, [this] { ask(&ConsultPage::saveRequested); });
    connect(m_list, &ListPanel::caseRequested, this, [this] { ask(&ConsultPage::caseRequested); });
    connect(m_list, &ListPanel::goToOpenRequested, this, &ConsultPage::goToOpen);
}

void ConsultPage::setUpKeys()
{
    const auto on = [this](const QKeySequence &key, auto act) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    on(Qt::Key_F2, &ConsultPage::takeFirstStep);
    on(Qt::Key_F3, [this] { m_items->takeFocus(); });
    on(Qt::Key_F4, [this] { m_list->takeFocus(); });
    on(Qt::Key_F7, &ConsultPage::goToOpen);
    on(Qt::Key_F9, [this] { ask(&ConsultPage::caseRequested); });
    on(Qt::CTRL | Qt::Key_P, [this] { ask(&ConsultPage::printRequested); });
    on(Qt::CTRL | Qt::Key_S, [this] { ask(&ConsultPage::saveRequested); });
    on(QKeySequence::Undo, &ConsultPage::undo);
    on(Qt::CTRL | Qt::Key_N, &ConsultPage::startOver);
    on(Qt::Key_Escape, [this] { ask(&ConsultPage::leaveRequested); });
}

void ConsultPage::show(desk::Consultation *consultation)
{
    if (m_consultation) {
        m_situations->flush();
        disconnect(m_consultation, nullptr, this, nullptr);
    }
    m_consultation = consultation;
    if (!m_consultation)
        return;
    connect(m_consultation, &desk::Consultation::changed, this, &ConsultPage::refresh);
    for (StepCard *step : std::initializer_list<StepCard *>{m_situations, m_items, m_list})
        step->clearRefusal();
    m_situations->setVisible(!m_consultation->guide().matter.situations.isEmpty());
    refresh();
    goToOpen();
}

void ConsultPage::refuse(const QString &sentence)
{
    m_list->refuse(sentence);
}

void ConsultPage::hideEvent(QHideEvent *event)
{
    m_situations->flush();
    QWidget::hideEvent(event);
}

void ConsultPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_previewPause.start();
}

void ConsultPage::refresh()
{
    const domain::Plan &plan = m_consultation->plan();
    m_header->show(*m_consultation);
    m_situations->show(plan);
    m_items->show(plan);
    m_left->setStretch(0, int(plan.questions.size()) + 1);
    m_left->setStretch(1, int(plan.items.size()) + 1);
    m_list->show(*m_consultation);
    if (!m_previewPause.isActive())
        m_previewPause.start();
}

void ConsultPage::renderList()
{
    if (m_consultation && isVisible())
        m_list->preview(m_handout.personalList(*m_consultation));
}

void ConsultPage::perform(const domain::Command &command, StepCard *step)
{
    if (!m_consultation)
        return;
    m_list->clearRefusal();
    if (const desk::Done done = m_consultation->perform(command); !done)
        step->refuse(words::sentence(done.error().refusals.front()));
}

void ConsultPage::goToOpen()
{
    const QList<domain::Refusal> open = m_consultation ? m_consultation->open() : QList<domain::Refusal>{};
    if (open.isEmpty())
        m_list->takeFocus();
    else if (open.front().why == Why::SituationOpen)
        m_situations->takeFocus(open.front().id);
    else
        m_items->takeFocus(open.front().id);
}

void ConsultPage::takeFirstStep()
{
    if (m_situations->isVisible())
        m_situations->takeFocus();
    else
        m_items->takeFocus();
}

void ConsultPage::undo()
{
    if (m_consultation)
        m_consultation->undo();
}

void ConsultPage::startOver()
{
    if (!m_consultation)
        return;
    m_situations->flush();
    m_consultation->startOver();
    goToOpen();
}

void ConsultPage::ask(void (ConsultPage::*wanted)())
{
    if (!m_consultation)
        return;
    m_situations->flush();
    m_list->clearRefusal();
    emit(this->*wanted)();
}
