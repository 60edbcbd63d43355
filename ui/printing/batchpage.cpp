#include "ui/printing/batchpage.h"

#include "ui/printing/againbar.h"
#include "ui/printing/batchmodel.h"
#include "ui/printing/printwords.h"
#include "ui/printing/tablelook.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/section.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;
using desk::BatchPrint;
using domain::PaperKind;
using Stand = desk::BatchLine::Stand;
using State = desk::BatchPrint::State;
using Level = InlineMessage::Level;

namespace {

constexpr int kindsWidth = theme::space(76);
constexpr int kindRole = Qt::UserRole;

}

BatchPage::BatchPage(BatchPrint &batch, const desk::PrintQueue &queue, QWidget *parent)
    : QWidget(parent), m_batch(batch), m_queue(queue), m_kinds(new QListWidget(this)), m_model(new BatchModel(this)),
      m_lines(new QTableView(this)), m_head(new SectionHeader(QString(), this)), m_progress(new QProgressBar(this)),
      m_today(new QPushButton(tr("Only today's"), this)), m_empty(new EmptyState(u"print"_s, QString(), QString(), this)),
      m_again(new AgainBar(this)), m_message(new InlineMessage(this, InlineMessage::Escape::LeftToOwner)),
      m_stack(new QStackedLayout)
{
    auto *title = new QLabel(tr("Batch printing"), this);
    theme::dress(*title, theme::Type::Title);
    m_today->setCheckable(true);
    m_today->setFocusPolicy(Qt::NoFocus);
    auto *top = new QHBoxLayout;
    top->addWidget(title);
    top->addStretch(1);
    top->addWidget(m_today);
    top->addWidget(new KeyHint(u"T"_s, this));
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::space(4));
    row->addWidget(buildKinds());
    row->addWidget(buildLines(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(4));
    layout->setSpacing(theme::space(3));
    layout->addLayout(top);
    layout->addWidget(m_message);
    layout->addLayout(row, 1);
    layout->addWidget(keyLine({{u"↑ / ↓"_s, tr("kind of paper")},
                               {u"Enter"_s, tr("print what was never printed")},
                               {u"A"_s, tr("also what was printed before")},
                               {u"T"_s, tr("only today's, or all")},
                               {u"PgUp / PgDn"_s, tr("through the cases")},
                               {u"Esc"_s, tr("stop; back")}},
                              this));
    setFocusProxy(m_kinds);
    connect(m_today, &QPushButton::toggled, &batch, &BatchPrint::setTodayOnly);
    connect(m_kinds, &QListWidget::currentRowChanged, this, &BatchPage::chooseKind);
    connect(&batch, &BatchPrint::changed, this, &BatchPage::showState);
    connect(m_again, &AgainBar::dropped, this, [this] { m_kinds->setFocus(); });
    connect(m_again, &AgainBar::wanted, this, [this](const desk::PrintWish &wish) {
        m_kinds->setFocus();
        if (wish.reason.isEmpty())
            m_message->tell(Level::Warning, tr("Nothing was printed: a reprint needs a reason."), tr("Press A once more and choose one."));
        else if (const auto chosen = kind())
            start(*chosen, true, wish);
    });
    showState();
}

QWidget *BatchPage::buildKinds()
{
    m_kinds->setAccessibleName(tr("Kinds of paper"));
    m_kinds->setFrameShape(QFrame::NoFrame);
    m_kinds->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_kinds->installEventFilter(this);
    auto *card = new Card(this);
    card->setFixedWidth(kindsWidth);
    card->body()->addWidget(new SectionHeader(tr("Kinds of paper"), card));
    card->body()->addWidget(m_kinds, 1);
    return card;
}

QWidget *BatchPage::buildLines()
{
    m_lines->setModel(m_model);
    m_lines->setAccessibleName(tr("Cases of the batch"));
    m_lines->setFocusPolicy(Qt::NoFocus);
    dressTable(*m_lines, {theme::space(64), theme::space(24), theme::space(46), theme::space(60)}, BatchModel::State);
    m_lines->setSelectionMode(QAbstractItemView::NoSelection);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(theme::space(2));
    auto *card = new Card(this);
    card->body()->setContentsMargins(1, theme::space(3), 1, 1);
    m_head->setContentsMargins(theme::space(4), 0, theme::space(4), 0);
    card->body()->addWidget(m_head);
    card->body()->addWidget(m_progress);
    card->body()->addWidget(m_again);
    m_stack->addWidget(m_lines);
    m_stack->addWidget(m_empty);
    card->body()->addLayout(m_stack, 1);
    return card;
}

void BatchPage::begin(const QStringList &caseIds, std::optional<PaperKind> kind)
{
    if (m_batch.state() == State::Printing) {
        m_message->tell(Level::Info, tr("A batch is still printing: the marked cases were not taken."), tr("Esc stops it."));
        return;
    }
    m_message->dismiss();
    m_likely = kind;
    m_chosen.reset();
    m_shown = State::Idle;
    m_today->setChecked(false);
    m_batch.look(caseIds);
}

bool BatchPage::isAtWork() const
{
    return m_batch.state() == State::Looking || m_batch.state() == State::Printing;
}

std::optional<PaperKind> BatchPage::kind() const
{
    const QListWidgetItem *item = m_kinds->currentItem();
    return item ? std::optional(PaperKind(item->data(kindRole).toInt())) : std::nullopt;
}

int BatchPage::countOf(Stand stand) const
{
    int count = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        count += m_model->line(row).stand == stand ? 1 : 0;
    return count;
}

void BatchPage::chooseKind()
{
    m_chosen = kind();
    showState();
}

/// What of the chosen kind was never printed.
void BatchPage::print()
{
    const auto chosen = kind();
    if (!chosen || isAtWork())
        return;
    const int open = countOf(Stand::ToPrint) + countOf(Stand::Failed) + countOf(Stand::Refused);
    if (open == 0)
        m_message->tell(Level::Info, tr("Nothing of this kind is left to print."),
                        countOf(Stand::Before) > 0 ? tr("A prints what was printed before once more, numbered, with a reason.") : QString());
    else
        start(*chosen, false, {});
}

/// The kind stays in front, also when nothing of it is left.
void BatchPage::start(PaperKind kind, bool again, const desk::PrintWish &wish)
{
    m_chosen = kind;
    m_batch.print(kind, again, wish);
}

void BatchPage::askAgain()
{
    const int before = countOf(Stand::Before);
    if (isAtWork() || !kind())
        return;
    if (before == 0) {
        print();
    } else {
        m_message->dismiss();
        m_again->ask(tr("%n paper(s) that were printed before", nullptr, before), m_queue.printers());
    }
}

void BatchPage::showKinds()
{
    const QSignalBlocker once(m_kinds);
    const QList<desk::BatchTally> tallies = m_batch.tallies();
    m_kinds->clear();
    int chosen = -1;
    int firstOpen = -1;
    for (const desk::BatchTally &tally : tallies) {
        QStringList parts{words::name(tally.kind)};
        parts << (tally.toPrint > 0 ? tr("%n to print", nullptr, tally.toPrint) : tr("none to print"));
        if (tally.before > 0)
            parts << tr("%n printed before", nullptr, tally.before);
        auto *item = new QListWidgetItem(parts.join(u" · "_s), m_kinds);
        item->setData(kindRole, int(tally.kind));
        if (m_chosen == tally.kind)
            chosen = m_kinds->count() - 1;
        if (tally.toPrint > 0 && (firstOpen < 0 || m_likely == tally.kind))
            firstOpen = m_kinds->count() - 1;
    }
    m_kinds->setCurrentRow(chosen >= 0 ? chosen : std::max(0, firstOpen));
}

void BatchPage::showState()
{
    if (m_batch.state() != State::Looking)
        showKinds();
    const auto chosen = kind();
    m_model->show(chosen && m_batch.state() != State::Looking ? m_batch.lines(*chosen) : QList<desk::BatchLine>());
    m_today->setEnabled(!isAtWork());
    m_head->setTitle(chosen ? words::name(*chosen) : tr("Papers"));
    const int leftOut = countOf(Stand::None) + countOf(Stand::OtherDay) + countOf(Stand::Unreadable);
    QStringList caption{tr("%n case(s)", nullptr, int(m_batch.caseCount()))};
    if (chosen) {
        caption << tr("%n to print", nullptr, countOf(Stand::ToPrint));
        if (countOf(Stand::Before) > 0)
            caption << tr("%n printed before", nullptr, countOf(Stand::Before));
        if (leftOut > 0)
            caption << tr("%n left out", nullptr, leftOut);
    }
    m_head->setCaption(caption.join(u"  ·  "_s));
    if (m_batch.state() == State::Looking)
        m_empty->setTexts(u"clock"_s, tr("Looking at the cases: %1 of %2").arg(m_batch.lookedAt()).arg(m_batch.caseCount()),
                          tr("Esc goes on with those that were looked at."));
    else
        m_empty->setTexts(u"print"_s, tr("These cases have no papers"), tr("Esc goes back: mark other cases there."));
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_lines) : m_empty);
    showProgress();
    showMessage();
}

void BatchPage::showProgress()
{
    const bool isLooking = m_batch.state() == State::Looking;
    m_progress->setVisible(isAtWork());
    m_progress->setRange(0, std::max(1, int(isLooking ? m_batch.caseCount() : m_batch.total())));
    m_progress->setValue(int(isLooking ? m_batch.lookedAt() : m_batch.done()));
    m_progress->setAccessibleName(isLooking ? tr("Cases looked at") : tr("Papers printed"));
}

void BatchPage::showMessage()
{
    const State state = m_batch.state();
    const int done = int(m_batch.done());
    const int total = int(m_batch.total());
    if (state == State::Printing) {
        m_message->tell(Level::Info, tr("Printing: %1 of %2 at the printer.").arg(done).arg(total), tr("Esc asks for no further one."));
    } else if (state != m_shown && state == State::Finished) {
        const int failed = int(m_batch.failed().size());
        const QString what = tr("%n paper(s) went to the printer.", nullptr, done);
        m_message->tell(failed > 0 ? Level::Warning : Level::Done, failed > 0 ? what + u' ' + tr("%n did not.", nullptr, failed) : what,
                        failed > 0 ? tr("Why stands at each; Enter tries them once more.") : tr("Whether they came out: page Printing."));
    } else if (state != m_shown && state == State::Stopped) {
        m_message->tell(Level::Info, tr("Stopped: %1 of %2 went to the printer.").arg(done).arg(total), tr("Enter goes on with the rest."));
    } else if (state != m_shown && state == State::Halted) {
        const desk::QueuedPrint *print = m_batch.haltedAt();
        const bool isWaiting = print && print->isBlocked();
        const QString why = isWaiting ? printwords::notice(*print) : whyOf(m_batch.failed().value(0)) + tr(".");
        m_message->tell(Level::Warning, tr("Halted: %1 of %2 went to the printer.").arg(done).arg(total),
                        why + u' ' + tr("When that is put right, Enter goes on with the rest."));
    }
    m_shown = state;
}

bool BatchPage::take(const QKeyEvent &press)
{
    if (press.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier))
        return false;
    switch (press.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down: return m_batch.state() == State::Printing; // the kind that prints stays
    case Qt::Key_Return:
    case Qt::Key_Enter: print(); return true;
    case Qt::Key_A: askAgain(); return true;
    case Qt::Key_T:
        if (!isAtWork())
            m_today->toggle();
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        const int pages = press.key() == Qt::Key_PageUp ? -1 : 1;
        auto *bar = m_lines->verticalScrollBar();
        bar->setValue(bar->value() + pages * bar->pageStep());
        return true;
    }
    case Qt::Key_Escape:
        if (isAtWork())
            m_batch.stop();
        else
            emit leaveRequested();
        return true;
    default: return false;
    }
}

bool BatchPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && take(static_cast<const QKeyEvent &>(*event)))
        return true;
    return QWidget::eventFilter(watched, event);
}
