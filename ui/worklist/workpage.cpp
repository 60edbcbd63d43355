#include "ui/worklist/workpage.h"

#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/section.h"
#include "ui/words/lifewords.h"
#include "ui/words/words.h"
#include "ui/worklist/taskface.h"
#include "ui/worklist/workdelegate.h"
#include "ui/worklist/workmodel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTimer>

using namespace Qt::StringLiterals;
using domain::Task;
using domain::Urgency;

namespace {

constexpr int kindsWidth = theme::space(60);
constexpr int readAgain = 60'000; ///< ms
constexpr int actsTogether = 100; ///< ms
constexpr int mostMarked = 500; ///< tasks whose cases one key marks
constexpr int kindRole = Qt::UserRole;

/// The urgency of key \a digit: 1 is the most urgent.
Urgency urgencyOfKey(int digit)
{
    return Urgency(domain::urgencies - digit);
}

/// A button that shows a filter and, like the key beside it, changes it; the keyboard stays in the list.
QPushButton *makeSwitch(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::NoFocus);
    return button;
}

}

WorkPage::WorkPage(const desk::WorkList &list, const base::Clock &clock, QWidget *parent) :
    QWidget(parent), m_list(list), m_model(new WorkModel(list, clock, this)), m_mine(makeSwitch(tr("Mine only"), this)),
    m_ours(makeSwitch(tr("Not what waits for others"), this)), m_matter(makeSwitch(tr("This matter only"), this)), m_head(new SectionHeader(tr("What next"), this)),
    m_kinds(new QListWidget(this)), m_tasks(new QListView(this)),
    m_empty(new EmptyState(u"check"_s, QString(), QString(), this)), m_stack(new QStackedLayout), m_minute(new QTimer(this)),
    m_soon(new QTimer(this))
{
    auto *title = new QLabel(tr("What next"), this);
    theme::dress(*title, theme::Type::Title);
    auto *top = new QHBoxLayout;
    top->addWidget(title);
    top->addStretch(1);
    top->addWidget(buildSwitches());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(4));
    layout->setSpacing(theme::space(3));
    layout->addLayout(top);
    layout->addWidget(buildUrgencies());
    layout->addWidget(buildLists(), 1);
    layout->addWidget(keyLine({{u"Enter"_s, tr("open the case")},
                               {u"↑ / ↓"_s, tr("choose")},
                               {u"← / →"_s, tr("kind of task")},
                               {u"0 – 4"_s, tr("urgency")},
                               {u"Space"_s, tr("mark")},
                               {u"Ctrl+B"_s, tr("print papers together")},
                               {u"Esc"_s, tr("everything")},
                               {u"F1"_s, tr("all keys")}},
                              this));
    setFocusProxy(m_tasks);
    m_minute->setInterval(readAgain);
    m_soon->setInterval(actsTogether);
    m_soon->setSingleShot(true);
    connect(m_minute, &QTimer::timeout, this, &WorkPage::refresh);
    connect(m_soon, &QTimer::timeout, this, &WorkPage::refresh);
    connect(&list, &desk::WorkList::changed, this, [this] {
        if (isVisible())
            m_soon->start();
    });
    refresh();
}

QWidget *WorkPage::buildUrgencies()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space(2));
    for (int digit = 0; digit <= domain::urgencies; ++digit) {
        QPushButton *button = makeSwitch(QString(), row);
        const auto urgency = digit == 0 ? std::nullopt : std::optional(urgencyOfKey(digit));
        if (urgency)
            button->setIcon(theme::icon(urgencyFace(*urgency).icon, urgencyColour(*urgency)));
        connect(button, &QPushButton::clicked, this, [this, urgency] { chooseUrgency(urgency); });
        m_urgencies << button;
        layout->addWidget(button);
        layout->addWidget(new KeyHint(QString::number(digit), row));
        layout->addSpacing(theme::space(3));
    }
    layout->addStretch(1);
    return row;
}

QWidget *WorkPage::buildSwitches()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space(2));
    for (const auto &[button, key] : {std::pair(m_matter, u"F"_s), std::pair(m_mine, u"M"_s), std::pair(m_ours, u"W"_s)}) {
        layout->addWidget(button);
        layout->addWidget(new KeyHint(key, row));
        layout->addSpacing(theme::space(3));
    }
    connect(m_mine, &QPushButton::toggled, this, [this](bool mine) {
        m_filter.mine = mine;
        startFromTop();
    });
    connect(m_ours, &QPushButton::toggled, this, [this](bool ours) {
        m_filter.oursOnly = ours;
        startFromTop();
    });
    connect(m_matter, &QPushButton::toggled, this, &WorkPage::narrowToMatter);
    return row;
}

QWidget *WorkPage::buildLists()
{
    m_kinds->setItemDelegate(new KindDelegate(m_kinds));
    m_kinds->setFocusPolicy(Qt::NoFocus);
    m_kinds->setFrameShape(QFrame::NoFrame);
    m_kinds->setAccessibleName(tr("Kinds of task"));
    m_kinds->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_kinds, &QListWidget::itemClicked, this, [this] { chooseKind(m_kinds->currentRow()); });

    m_tasks->setModel(m_model);
    m_tasks->setItemDelegate(new WorkDelegate(m_tasks));
    m_tasks->setAccessibleName(tr("What next"));
    m_tasks->setUniformItemSizes(true);
    m_tasks->setMouseTracking(true);
    m_tasks->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tasks->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tasks->setResizeMode(QListView::Adjust);
    m_tasks->installEventFilter(this);
    m_empty->setFocusPolicy(Qt::StrongFocus);
    m_empty->installEventFilter(this);
    connect(m_tasks, &QListView::doubleClicked, this, &WorkPage::openCurrent);
    connect(m_model, &WorkModel::rowsInserted, this, &WorkPage::showState);

    auto *card = new Card(this);
    card->body()->setContentsMargins(1, theme::space(3), 1, 1);
    card->body()->setSpacing(0);
    m_head->setContentsMargins(theme::space(4), 0, theme::space(4), theme::space(2));
    card->body()->addWidget(m_head);
    card->body()->addWidget(hairline(card));
    m_stack->addWidget(m_tasks);
    m_stack->addWidget(m_empty);
    card->body()->addLayout(m_stack, 1);

    auto *kinds = new Card(this);
    kinds->setFixedWidth(kindsWidth);
    kinds->body()->setContentsMargins(1, theme::space(2), 1, 1);
    kinds->body()->addWidget(m_kinds);
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space(4));
    layout->addWidget(kinds);
    layout->addWidget(card, 1);
    return row;
}

void WorkPage::chooseUrgency(std::optional<Urgency> urgency)
{
    m_filter.urgency = urgency;
    startFromTop();
}

void WorkPage::chooseKind(int row)
{
    const QListWidgetItem *item = m_kinds->item(row);
    if (!item)
        return;
    m_filter.kinds.clear();
    if (const int kind = item->data(kindRole).toInt(); kind >= 0)
        m_filter.kinds << Task::Kind(kind);
    startFromTop();
}

void WorkPage::stepKind(int rows)
{
    chooseKind(qBound(0, m_kinds->currentRow() + rows, m_kinds->count() - 1));
}

/// The matter of the chosen task, by its name on the switch; without a task there is nothing to narrow to.
void WorkPage::narrowToMatter(bool narrow)
{
    const int row = m_tasks->currentIndex().row();
    if (narrow && row < 0) {
        m_matter->setChecked(false);
        return;
    }
    const desk::WorkLine chosen = narrow ? m_model->line(row) : desk::WorkLine();
    if (chosen.guide == m_filter.matter)
        return;
    m_filter.matter = chosen.guide;
    m_matter->setText(narrow ? tr("Only “%1”").arg(chosen.matter) : tr("This matter only"));
    startFromTop();
}

bool WorkPage::isNarrowed() const
{
    return m_filter.urgency || !m_filter.matter.pack.isEmpty() || !m_filter.kinds.isEmpty() || m_filter.mine || m_filter.oursOnly;
}

void WorkPage::showEverything()
{
    m_filter.urgency.reset();
    m_filter.kinds.clear();
    m_mine->setChecked(false);
    m_ours->setChecked(false);
    m_matter->setChecked(false);
    startFromTop();
}

/// After another filter was chosen the first task is the one to begin with.
void WorkPage::startFromTop()
{
    m_tasks->setCurrentIndex({});
    m_tasks->scrollToTop();
    refresh();
}

int WorkPage::lastSeenRow() const
{
    const QModelIndex lowest = m_tasks->indexAt(m_tasks->viewport()->rect().bottomLeft() - QPoint(0, 1));
    return qMax(m_tasks->currentIndex().row(), lowest.row());
}

/// Reads again what is seen. The chosen task stays chosen; when it is done, the one in its place is.
void WorkPage::refresh()
{
    const int row = m_tasks->currentIndex().row();
    const auto chosen = row < 0 ? std::nullopt : std::optional(m_model->line(row));
    const int scrolled = m_tasks->verticalScrollBar()->value();
    m_model->read(m_filter, lastSeenRow() + 1);
    const int again = chosen ? m_model->rowOf(*chosen) : 0;
    const int wanted = again < 0 ? qMin(row, m_model->rowCount() - 1) : again;
    showCounts();
    showState();
    if (chosen)
        m_tasks->verticalScrollBar()->setValue(scrolled);
    if (wanted >= 0 && wanted < m_model->rowCount())
        m_tasks->setCurrentIndex(m_model->index(wanted));
}

void WorkPage::showCounts()
{
    const auto counted = m_list.counts(m_filter);
    const desk::WorkCounts counts = counted.value_or(desk::WorkCounts());
    m_urgencies[0]->setText(tr("All %1").arg(counts.all));
    m_urgencies[0]->setChecked(!m_filter.urgency);
    for (int digit = 1; digit <= domain::urgencies; ++digit) {
        const Urgency urgency = urgencyOfKey(digit);
        const int count = counts.byUrgency[size_t(urgency)];
        m_urgencies[digit]->setText(words::name(urgency) + u' ' + QString::number(count));
        m_urgencies[digit]->setChecked(m_filter.urgency == urgency);
    }
    showKinds(counts);
}

/// Only kinds that there are, and the chosen one.
void WorkPage::showKinds(const desk::WorkCounts &counts)
{
    m_kinds->clear();
    const auto add = [this](const QString &text, int kind, int count) {
        auto *item = new QListWidgetItem(text, m_kinds);
        item->setData(kindRole, kind);
        item->setData(KindDelegate::CountRole, count);
        item->setData(Qt::AccessibleTextRole, u"%1 %2"_s.arg(text).arg(count));
    };
    add(tr("All kinds"), -1, counts.all);
    m_kinds->setCurrentRow(0);
    for (int kind = 0; kind < domain::taskKinds; ++kind) {
        const bool isChosen = m_filter.kinds.contains(Task::Kind(kind));
        if (counts.byKind[size_t(kind)] == 0 && !isChosen)
            continue;
        add(words::name(Task::Kind(kind)), kind, counts.byKind[size_t(kind)]);
        if (isChosen)
            m_kinds->setCurrentRow(m_kinds->count() - 1);
    }
}

void WorkPage::showState()
{
    const int rows = m_model->rowCount();
    const QString title = m_filter.kinds.isEmpty() ? tr("All tasks") : words::name(m_filter.kinds.first());
    m_head->setTitle(title);
    QStringList caption{m_model->isWhole() ? tr("%n task(s)", nullptr, rows) : tr("the first %n task(s)", nullptr, rows)};
    if (!m_model->marks().isEmpty())
        caption << tr("%n case(s) marked", nullptr, m_model->marks().count());
    m_head->setCaption(caption.join(u"  ·  "_s));
    if (m_model->fault())
        m_empty->setTexts(u"warning"_s, words::sentence(*m_model->fault()), m_model->fault()->detail);
    else if (isNarrowed())
        m_empty->setTexts(u"search"_s, tr("No task fits what was chosen"), tr("Press Esc to see all tasks."));
    else
        m_empty->setTexts(u"check"_s, tr("Nothing is to be done"),
                          tr("What a case needs next appears here by itself, the nearest legal end first."));
    QWidget *const part = rows > 0 ? static_cast<QWidget *>(m_tasks) : m_empty;
    if (m_stack->currentWidget() == part)
        return;
    const bool hadKeys = m_tasks->hasFocus() || m_empty->hasFocus();
    m_stack->setCurrentWidget(part);
    setFocusProxy(part);
    if (hadKeys)
        part->setFocus();
}

void WorkPage::openCurrent()
{
    if (const int row = m_tasks->currentIndex().row(); row >= 0)
        emit resumeRequested(m_model->line(row).caseId);
}

/// Only what is a reminder can be recorded from here; all else is done on the case's own page.
void WorkPage::remind()
{
    const int row = m_tasks->currentIndex().row();
    if (row < 0 || m_model->line(row).task.kind != Task::Kind::RemindSupplement)
        return;
    const desk::WorkLine line = m_model->line(row);
    emit reminded(line.caseId, line.task.subject);
}

/// Marks the case of the chosen task, or takes its mark away, and goes on.
void WorkPage::mark()
{
    const int row = m_tasks->currentIndex().row();
    if (row < 0)
        return;
    CaseMarks marks = m_model->marks();
    marks.toggle(m_model->line(row).caseId);
    m_model->setMarks(marks);
    m_tasks->setCurrentIndex(m_model->index(qMin(row + 1, m_model->rowCount() - 1)));
    showState();
}

/// Keys for several cases at once.
bool WorkPage::takeMarks(const QKeyEvent &press)
{
    const bool isCtrl = press.modifiers() == Qt::ControlModifier;
    if (isCtrl && press.key() == Qt::Key_B) {
        emit batchRequested(m_model->marks().orAll(m_model->casesShown(mostMarked)));
    } else if (isCtrl && press.key() == Qt::Key_A) {
        CaseMarks marks = m_model->marks();
        marks.toggleAll(m_model->casesShown(mostMarked));
        m_model->setMarks(marks);
        showState();
    } else if (press.key() == Qt::Key_Space || press.key() == Qt::Key_Insert) {
        mark();
    } else if (press.key() == Qt::Key_Escape && !m_model->marks().isEmpty()) {
        m_model->setMarks({});
        showState();
    } else {
        return false;
    }
    return true;
}

bool WorkPage::take(const QKeyEvent &press)
{
    if (takeMarks(press))
        return true;
    if (press.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier))
        return false;
    const int key = press.key();
    if (key >= Qt::Key_0 && key <= Qt::Key_0 + domain::urgencies) {
        const int digit = key - Qt::Key_0;
        chooseUrgency(digit == 0 ? std::nullopt : std::optional(urgencyOfKey(digit)));
        return true;
    }
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter: openCurrent(); return true;
    case Qt::Key_Left: stepKind(-1); return true;
    case Qt::Key_Right: stepKind(1); return true;
    case Qt::Key_F: m_matter->toggle(); return true;
    case Qt::Key_R: remind(); return true; // never a search in the list
    case Qt::Key_M: m_mine->toggle(); return true;
    case Qt::Key_W: m_ours->toggle(); return true;
    case Qt::Key_Escape:
        if (!isNarrowed())
            return false; // the window may have a use for it
        showEverything();
        return true;
    default: return false;
    }
}

bool WorkPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && take(static_cast<const QKeyEvent &>(*event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

void WorkPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    m_minute->start();
}

void WorkPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_minute->stop();
    m_soon->stop();
}
