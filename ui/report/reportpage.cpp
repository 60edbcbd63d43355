#include "ui/report/reportpage.h"

#include "core/domain/casenumber.h"
#include "core/reports/glossary.h"
#include "ui/report/chartspane.h"
#include "ui/report/figurestable.h"
#include "ui/report/spanbar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/section.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QShortcut>
#include <QStackedLayout>

#include <functional>

using namespace Qt::StringLiterals;
using reports::Report;
using reports::Span;

namespace {

constexpr int mostListed = 1000; ///< cases of a figure
constexpr int parts = 1000; ///< of the progress
constexpr int figuresWidth = theme::space(142);

}

ReportPage::ReportPage(desk::ReportDesk &desk, const base::Clock &clock, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_clock(clock), m_span(new SpanBar(this)), m_state(new QLabel(this)), m_progress(new QProgressBar(this)),
      m_message(new InlineMessage(this, InlineMessage::Escape::LeftToOwner)), m_figures(new FiguresTable(this)), m_charts(new ChartsPane),
      m_casesHead(new QLabel), m_cases(new QListWidget), m_glossary(new QListWidget)
{
    auto *title = new QLabel(tr("Report"), this);
    theme::dress(*title, theme::Type::Title);
    theme::dress(*m_state, theme::Type::Body, theme::Colour::Muted);
    m_state->setTextFormat(Qt::PlainText);
    m_progress->setRange(0, parts);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(theme::space(1));
    m_progress->hide();
    auto *top = new QHBoxLayout;
    top->addWidget(title);
    top->addSpacing(theme::space(4));
    top->addWidget(m_state, 1);
    auto *table = new Card(this);
    table->body()->setContentsMargins(1, 1, 1, 1);
    table->body()->addWidget(m_figures);
    table->setFixedWidth(figuresWidth);
    auto *lists = new QHBoxLayout;
    lists->setSpacing(theme::space(3));
    lists->addWidget(table);
    lists->addWidget(buildSide(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(6), theme::space(4), theme::space(6), theme::space(3));
    layout->setSpacing(theme::space(2));
    layout->addLayout(top);
    layout->addWidget(m_span);
    layout->addWidget(m_progress);
    layout->addWidget(m_message);
    layout->addLayout(lists, 1);
    layout->addWidget(keyLine({{u"← / →"_s, tr("before, after")},
                               {u"T"_s, tr("today")},
                               {u"Enter"_s, tr("its cases")},
                               {u"F3"_s, tr("what it means")},
                               {u"F9"_s, tr("print")},
                               {u"Ctrl+S"_s, tr("save")},
                               {u"F5"_s, tr("count again")},
                               {u"Esc"_s, tr("stop, back")}},
                              this));
    setFocusProxy(m_figures);
    setUpKeys();
    m_figures->installEventFilter(this);
    connect(m_span, &SpanBar::changed, this, &ReportPage::count);
    connect(m_span, &SpanBar::left, this, [this] { m_figures->setFocus(Qt::OtherFocusReason); });
    connect(m_figures, &QTableWidget::doubleClicked, this, &ReportPage::showCases);
    connect(m_cases, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { emit openRequested(item->data(Qt::UserRole).toString()); });
    connect(&desk, &desk::ReportDesk::progress, this, [this](double share) { m_progress->setValue(int(share * parts)); });
    connect(&desk, &desk::ReportDesk::ready, this, &ReportPage::take);
    connect(&desk, &desk::ReportDesk::failed, this, [this](const base::Error &error) {
        m_progress->hide();
        m_message->tell(InlineMessage::Level::Error, words::sentence(error), error.detail);
    });
    connect(&desk, &desk::ReportDesk::hubSilent, this, [this] {
        m_progress->hide();
        m_message->tell(InlineMessage::Level::Warning, tr("The hub does not answer. Only it has the figures of all halls."),
                        tr("Look at the cable and press F5, or choose this hall with F4."));
    });
    m_span->begin(m_clock.now().date());
}

QWidget *ReportPage::buildSide()
{
    auto *side = new Card(this);
    side->body()->setContentsMargins(theme::space(2), theme::space(2), theme::space(2), theme::space(2));
    m_side = new QStackedLayout;
    m_side->addWidget(m_charts);
    auto *cases = new QWidget;
    auto *layout = new QVBoxLayout(cases);
    layout->setContentsMargins(0, 0, 0, 0);
    theme::dress(*m_casesHead, theme::Type::Section);
    m_casesHead->setTextFormat(Qt::PlainText);
    m_cases->setAccessibleName(tr("Cases of the figure"));
    layout->addWidget(m_casesHead);
    layout->addWidget(m_cases, 1);
    m_side->addWidget(cases);
    m_glossary->setAccessibleName(tr("What the figures mean"));
    m_glossary->setWordWrap(true);
    m_glossary->setSpacing(theme::space(1));
    for (const reports::Term &term : reports::glossary())
        m_glossary->addItem(u"%1（%2）\n%3\n%4"_s.arg(term.name, term.unit, term.definition, term.source));
    m_side->addWidget(m_glossary);
    for (QListWidget *list : {m_cases, m_glossary}) {
        list->setFrameShape(QFrame::NoFrame);
        list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    }
    side->body()->addLayout(m_side);
    return side;
}

void ReportPage::setUpKeys()
{
    const auto key = [this](const QKeySequence &sequence, const std::function<void()> &act) {
        auto *shortcut = new QShortcut(sequence, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::Key_F3, [this] { showGlossary(); });
    key(Qt::Key_F4, [this] { m_span->chooseScope(); });
    key(Qt::Key_F5, [this] { count(); });
    key(Qt::Key_F9, [this] {
        if (m_report)
            emit printRequested(m_report);
    });
    key(Qt::CTRL | Qt::Key_S, [this] {
        if (m_report)
            emit saveRequested(m_report);
    });
    key(Qt::Key_Escape, [this] { leave(); });
}

void ReportPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_report && !m_desk.isBusy())
        count();
}

void ReportPage::count()
{
    m_message->dismiss();
    m_progress->setValue(0);
    m_progress->show();
    m_desk.ask({m_span->span(), m_span->scope()});
}

void ReportPage::take(const std::shared_ptr<const Report> &report)
{
    m_report = report;
    m_progress->hide();
    m_state->setText(report->state.words());
    m_figures->show(*report);
    m_charts->show(report);
    backToCharts();
    offerScopes();
}

/// Whose work a report of the whole hall names; another keeps what was offered.
void ReportPage::offerScopes()
{
    if (m_report->scope != reports::Scope())
        return;
    QList<reports::Scope> scopes;
    for (const QList<reports::Line> &lines : {m_report->byWindow, m_report->byClerk, m_report->byMatter, m_report->byDepartment}) {
        for (const reports::Line &line : lines)
            scopes << line.scope;
    }
    m_span->offer(scopes);
}

void ReportPage::showCases()
{
    const std::optional<reports::Figure> figure = m_figures->figure();
    if (!figure || !m_report)
        return;
    if (m_report->scope.kind == reports::Scope::Kind::City) {
        m_message->tell(InlineMessage::Level::Info, tr("The cases of all halls are listed at the hub."),
                        tr("Its command: yichuang-hub report --cases %1").arg(QLatin1String(reports::termOf(*figure).id)));
        return;
    }
    const auto cases = m_desk.cases(*m_report, *figure, 0, mostListed);
    if (!cases) {
        m_message->tell(InlineMessage::Level::Error, words::sentence(cases.error()), cases.error().detail);
        return;
    }
    m_cases->clear();
    for (const desk::ReportCase &one : *cases) {
        auto *item = new QListWidgetItem(domain::groupedNumber(one.number), m_cases);
        item->setData(Qt::UserRole, one.caseId);
    }
    const QString name = reports::termOf(*figure).name;
    m_casesHead->setText(cases->isEmpty()             ? tr("%1: no case").arg(name)
                             : cases->size() < mostListed ? tr("%1: %n case(s)", nullptr, int(cases->size())).arg(name)
                                                          : tr("%1: the first %n case(s)", nullptr, int(cases->size())).arg(name));
    m_side->setCurrentIndex(1);
    if (cases->isEmpty())
        return;
    m_cases->setCurrentRow(0);
    m_cases->setFocus(Qt::OtherFocusReason);
}

void ReportPage::showGlossary()
{
    if (m_side->currentWidget() == m_glossary) {
        backToCharts();
        return;
    }
    m_side->setCurrentWidget(m_glossary);
    if (const std::optional<reports::Figure> figure = m_figures->figure()) {
        m_glossary->setCurrentRow(int(*figure));
        m_glossary->scrollToItem(m_glossary->currentItem(), QAbstractItemView::PositionAtTop);
    }
}

void ReportPage::backToCharts()
{
    const bool hadKeys = m_cases->hasFocus() || m_glossary->hasFocus();
    m_side->setCurrentWidget(m_charts);
    if (hadKeys)
        m_figures->setFocus(Qt::OtherFocusReason);
}

void ReportPage::leave()
{
    if (m_desk.isBusy()) {
        m_desk.cancel();
        m_progress->hide();
        m_message->tell(InlineMessage::Level::Info, tr("Counting was stopped."), tr("F5 counts again."));
    } else if (m_side->currentWidget() != m_charts) {
        backToCharts();
    } else {
        m_message->dismiss();
    }
}

bool ReportPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_figures || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *press = static_cast<const QKeyEvent *>(event);
    if (press->modifiers() & ~Qt::KeypadModifier)
        return false;
    switch (press->key()) {
    case Qt::Key_D: m_span->choose(Span::Kind::Day); return true;
    case Qt::Key_W: m_span->choose(Span::Kind::Week); return true;
    case Qt::Key_M: m_span->choose(Span::Kind::Month); return true;
    case Qt::Key_Y: m_span->choose(Span::Kind::Year); return true;
    case Qt::Key_S: m_span->chooseDays(); return true;
    case Qt::Key_T: m_span->toToday(m_clock.now().date()); return true;
    case Qt::Key_Left: m_span->step(-1); return true;
    case Qt::Key_Right: m_span->step(1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: showCases(); return true;
    default: return false;
    }
}
