#include "ui/copycard/copycardwindow.h"

#include "core/domain/casenumber.h"
#include "core/domain/codes.h"
#include "ui/copycard/clipboardhold.h"
#include "ui/copycard/copydelegate.h"
#include "ui/copycard/copymodel.h"
#include "ui/copycard/copywords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/section.h"
#include "ui/words/words.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QTimer>
#include <QWindow>

using namespace Qt::StringLiterals;
using domain::CopyLine;

namespace {

constexpr QSize cardSize(theme::space(100), theme::space(160));
constexpr int rowsAhead = 3; ///< what comes next is in sight
constexpr int valueHeight = theme::space(9);

}

CopyCardWindow::CopyCardWindow(std::chrono::seconds keep, QWidget *parent)
    : QWidget(parent, Qt::Window | Qt::WindowStaysOnTopHint), m_hold(new ClipboardHold(*QGuiApplication::clipboard(), keep, this)),
      m_model(new CopyModel(this)), m_systems(new QComboBox(this)), m_case(new QLabel(this)), m_sample(new QLabel(this)),
      m_screen(new QLabel(this)), m_label(new QLabel(this)), m_value(new QLabel(this)), m_note(new QLabel(this)),
      m_list(new QListView(this)), m_held(new QLabel(this))
{
    setWindowTitle(tr("Copy card"));
    layOut();
    connect(m_systems, &QComboBox::activated, this, &CopyCardWindow::choose);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_run->jump(index.data(CopyModel::LineRole).toLongLong());
        refresh();
    });
    connect(m_hold, &ClipboardHold::changed, this, &CopyCardWindow::showClipboard);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, &CopyCardWindow::followApplication);
}

CopyCardWindow::~CopyCardWindow() = default;

void CopyCardWindow::layOut()
{
    theme::dress(*m_case, theme::Type::Caption, theme::Colour::Muted);
    theme::dress(*m_sample, theme::Type::Caption, theme::Colour::Warn);
    theme::dress(*m_screen, theme::Type::Caption, theme::Colour::Muted);
    theme::dress(*m_label, theme::Type::Section);
    theme::dress(*m_value, theme::Type::Large, theme::Colour::Accent);
    theme::dress(*m_note, theme::Type::Body, theme::Colour::Warn);
    theme::dress(*m_held, theme::Type::Caption, theme::Colour::Muted);
    for (QLabel *label : {m_case, m_sample, m_screen, m_label, m_value, m_note, m_held}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_value->setMinimumHeight(valueHeight);
    m_value->setAlignment(Qt::AlignTop);
    QSizePolicy keepsItsPlace = m_note->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_note->setSizePolicy(keepsItsPlace);
    m_note->setMinimumHeight(m_note->sizeHint().height());
    m_systems->setAccessibleName(tr("system into which the case is typed"));
    m_systems->setFocusPolicy(Qt::NoFocus);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CopyDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setAccessibleName(tr("blanks in the order of that system"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(3), theme::space(2), theme::space(3), theme::space(2));
    layout->setSpacing(theme::space(1));
    for (QWidget *part : std::initializer_list<QWidget *>{m_systems, m_sample, m_case, hairline(this), m_screen, m_label, m_value, m_note})
        layout->addWidget(part);
    layout->addLayout(makeKeys());
    layout->addWidget(m_list, 1);
    layout->addWidget(m_held);
    setFocusPolicy(Qt::StrongFocus);
    resize(cardSize);
}

QLayout *CopyCardWindow::makeKeys()
{
    auto *grid = new QGridLayout;
    grid->setSpacing(theme::space(1));
    int place = 0;
    const auto add = [&](const QString &cap, const QString &word, const std::function<void()> &act) {
        auto *button = new KeyButton(cap, word, this);
        connect(button, &KeyButton::clicked, this, act);
        grid->addWidget(button, place / 2, place % 2, Qt::AlignLeft);
        ++place;
        return button;
    };
    add(tr("Space"), tr("copy, then the next"), [this] { copyNext(); });
    add(u"A"_s, tr("copy the whole screen"), [this] { copyScreen(); });
    add(u"S"_s, tr("leave it out"), [this] { m_run->skip(); refresh(); });
    add(u"⌫"_s, tr("back"), [this] { m_run->back(); refresh(); });
    m_onTopKey = add(u"T"_s, tr("stays above other windows"), [this] { setOnTop(!m_onTop); });
    m_whenBackKey = add(u"W"_s, tr("copies when I come back"), [this] {
        m_whenBack = !m_whenBack;
        refresh();
    });
    return grid;
}

void CopyCardWindow::open(desk::CaseWork &work, const QList<domain::CopyMap> &maps)
{
    if (m_work != &work || !m_run) {
        m_work = &work;
        m_maps = maps;
        m_systems->clear();
        for (const domain::CopyMap &map : maps)
            m_systems->addItem(map.system);
        m_case->setText(tr("%1 · %2 · %3").arg(domain::groupedNumber(work.file().number), work.guide().matter.name,
                                               domain::maskedName(domain::applicantName(work.file()))));
        choose(0);
    }
    show();
    raise();
    activateWindow();
    setFocus(Qt::OtherFocusReason);
}

void CopyCardWindow::choose(int system)
{
    m_hold->clear();
    m_model->show(nullptr);
    m_run.reset(); // what was copied into the other system is recorded first
    m_run = std::make_unique<desk::CopyRun>(*m_work, m_maps[system]);
    m_systems->setCurrentIndex(system);
    m_model->show(m_run.get());
    m_problem.clear();
    m_bare = -1;
    refresh();
}

void CopyCardWindow::copyNext()
{
    if (!m_run)
        return;
    const qsizetype line = m_run->current();
    m_heldLabel = m_run->isAtEnd() ? QString() : m_run->sheet().lines[line].label;
    give(m_run->copy(), line);
}

void CopyCardWindow::copyScreen()
{
    if (m_run->isAtEnd())
        return;
    m_heldLabel = m_run->sheet().screens[m_run->sheet().lines[m_run->current()].screen];
    give(m_run->copyScreen(), -1);
}

void CopyCardWindow::give(const tl::expected<QString, desk::Undone> &value, qsizetype bare)
{
    m_problem.clear();
    if (!value)
        m_problem = value.error().error ? words::sentence(*value.error().error) : words::sentence(value.error().refusals.front());
    else if (!value->isEmpty()) {
        m_bare = bare;
        m_hold->put(*value);
    }
    refresh();
}

/// To the line \a lines further that wants something.
void CopyCardWindow::step(int lines)
{
    const auto &all = m_run->sheet().lines;
    for (qsizetype line = m_run->current() + lines; line >= 0 && line < all.size(); line += lines) {
        if (all[line].state == CopyLine::State::Passed)
            continue;
        m_run->jump(line);
        break;
    }
    refresh();
}

/// To the first line of the screen before or after, that wants something.
void CopyCardWindow::stepScreen(int screens)
{
    const auto &all = m_run->sheet().lines;
    const qsizetype here = m_run->isAtEnd() ? m_run->sheet().screens.size() : all[m_run->current()].screen;
    for (qsizetype screen = here + screens; screen >= 0 && screen < m_run->sheet().screens.size(); screen += screens) {
        for (qsizetype line = 0; line < all.size(); ++line) {
            if (all[line].screen != screen || all[line].state == CopyLine::State::Passed)
                continue;
            m_run->jump(line);
            refresh();
            return;
        }
    }
}

void CopyCardWindow::setOnTop(bool onTop)
{
    m_onTop = onTop;
    // By QWidget::setWindowFlag() the window would vanish and come back without the keys.
    overrideWindowFlags(windowFlags().setFlag(Qt::WindowStaysOnTopHint, onTop));
    windowHandle()->setFlag(Qt::WindowStaysOnTopHint, onTop);
    refresh();
}

/// Whoever has pasted there and comes back wants the next one; coming from another window of this program means nothing.
void CopyCardWindow::followApplication(Qt::ApplicationState state)
{
    if (state != Qt::ApplicationActive || !m_whenBack || !m_run)
        return;
    QTimer::singleShot(0, this, [this] {
        if (isVisible() && isActiveWindow())
            copyNext();
    });
}

void CopyCardWindow::refresh()
{
    if (!m_run)
        return;
    m_onTopKey->setDimmed(!m_onTop);
    m_whenBackKey->setDimmed(!m_whenBack);
    m_sample->setVisible(m_run->sheet().sample);
    m_sample->setText(tr("This order of blanks is made up, as a sample: compare it with the real system."));
    showCurrent();
    showClipboard();
    const int row = m_model->rowOf(m_run->current());
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
    if (row < 0)
        return;
    m_list->scrollTo(m_model->index(qMin(row + rowsAhead, m_model->rowCount() - 1)));
    m_list->scrollTo(m_model->index(qMax(row - 1, 0))); // the title of its screen, when it is the first
}

void CopyCardWindow::showCurrent()
{
    const bool atEnd = m_run->isAtEnd();
    const CopyLine line = atEnd ? CopyLine() : m_run->sheet().lines[m_run->current()];
    m_screen->setText(tr("%1 of %2 done").arg(m_run->done()).arg(m_run->wanted())
                      + (atEnd ? QString() : u"  ·  "_s + m_run->sheet().screens[line.screen]));
    m_label->setText(atEnd ? tr("Everything is through") : line.label);
    m_value->setText(line.shown());
    const bool copiedBefore = !atEnd && m_run->mark(m_run->current()) == desk::CopyRun::Mark::Before;
    const QString note = !m_problem.isEmpty() ? m_problem
        : copiedBefore                        ? tr("Was copied into this system before.")
        : atEnd                               ? tr("Look once over what was typed by hand there. Esc closes the card.")
                                              : copyProblem(line);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void CopyCardWindow::showClipboard()
{
    if (!m_hold->holds())
        m_bare = -1;
    m_model->refresh(m_bare);
    m_held->setText(m_hold->holds()
                        ? tr("On the clipboard: %1. It is taken off in %n s (Del: now).", nullptr, m_hold->secondsLeft()).arg(m_heldLabel)
                        : tr("Nothing of this case is on the clipboard."));
}

void CopyCardWindow::closeEvent(QCloseEvent *event)
{
    m_hold->clear();
    m_model->show(nullptr);
    m_run.reset();
    m_work = nullptr;
    event->accept();
}

void CopyCardWindow::keyPressEvent(QKeyEvent *event)
{
    if (!m_run)
        return;
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!event->isAutoRepeat()) // a key held down would run past what was not pasted
            copyNext();
        return;
    case Qt::Key_A:
        copyScreen();
        return;
    case Qt::Key_S:
        m_run->skip();
        break;
    case Qt::Key_Backspace:
        m_run->back();
        break;
    case Qt::Key_Up:
        step(-1);
        return;
    case Qt::Key_Down:
        step(1);
        return;
    case Qt::Key_PageUp:
        stepScreen(-1);
        return;
    case Qt::Key_PageDown:
        stepScreen(1);
        return;
    case Qt::Key_T:
        setOnTop(!m_onTop);
        return;
    case Qt::Key_W:
        m_whenBack = !m_whenBack;
        break;
    case Qt::Key_F2:
        choose((m_systems->currentIndex() + 1) % m_systems->count());
        return;
    case Qt::Key_Delete:
        m_hold->clear();
        break;
    case Qt::Key_Escape:
        close();
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    m_problem.clear();
    refresh();
}
