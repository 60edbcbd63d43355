#include "ui/board/contradictionspage.h"

#include "core/domain/casenumber.h"
#include "ui/board/actcard.h"
#include "ui/board/boardtable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/keyhint.h"
#include "ui/words/conflictwords.h"
#include "ui/words/lifewords.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QStackedLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using domain::Conflict;

namespace {

constexpr int mostCases = 300;
constexpr int listWidth = theme::space(96);
constexpr int longestWords = 500;
constexpr int shownOfDevice = 8;

}

ContradictionsPage::ContradictionsPage(desk::Oversight &oversight, const desk::HallPresence &presence, QWidget *parent)
    : QWidget(parent), m_oversight(oversight), m_presence(presence), m_message(new InlineMessage(this)),
      m_list(new BoardTable(tr("Contradictions"), {tr("About"), tr("Case")}, 0, BoardSize::Page, this)), m_about(new QLabel(this)),
      m_first(new ActCard(u"1"_s, this)), m_second(new ActCard(u"2"_s, this)), m_words(new QLineEdit(this)),
      m_empty(new EmptyState(u"check"_s, tr("No contradiction is open"), tr("Acts of windows that did not see each other appear here by themselves."), this))
{
    auto *title = new QLabel(tr("Contradictions of the hall"), this);
    theme::dress(*title, theme::Type::Title);
    buildSides();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(4));
    layout->setSpacing(theme::space(3));
    layout->addWidget(title);
    layout->addWidget(m_message);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_empty);
    layout->addLayout(m_stack, 1);
    layout->addWidget(keyLine({{u"↑ / ↓"_s, tr("choose")},
                               {u"1"_s, tr("it stays as it counts now")},
                               {u"2"_s, tr("the other counts")},
                               {u"Enter"_s, tr("open the case; in the words: settle it")},
                               {u"Esc"_s, tr("back")}},
                              this));
    setFocusProxy(m_list);
    m_empty->setFocusPolicy(Qt::StrongFocus);
    auto *escape = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, [this] {
        if (m_side > 0)
            drop();
        else
            emit leaveRequested();
    });
    connect(m_list, &QTableWidget::currentCellChanged, this, &ContradictionsPage::showCurrent);
    connect(m_list, &BoardTable::opened, this, [this] {
        if (const desk::Contradiction *one = current())
            emit openRequested(one->caseId);
    });
    connect(m_words, &QLineEdit::returnPressed, this, &ContradictionsPage::settle);
    m_list->installEventFilter(this);
}

void ContradictionsPage::buildSides()
{
    theme::dress(*m_about, theme::Type::Section);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);
    m_words->setPlaceholderText(tr("Why, in a few words"));
    m_words->setAccessibleName(tr("Why"));
    m_words->setMaxLength(longestWords);
    m_words->hide();
    auto *card = new Card(this);
    card->body()->setContentsMargins(theme::space(2), theme::space(2), theme::space(2), theme::space(2));
    card->body()->addWidget(m_list);
    card->setFixedWidth(listWidth);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(theme::space(3));
    sides->addWidget(m_first, 1);
    sides->addWidget(m_second, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(theme::space(3));
    right->addWidget(m_about);
    right->addLayout(sides);
    right->addWidget(m_words);
    right->addStretch(1);
    m_content = new QWidget(this);
    auto *layout = new QHBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space(4));
    layout->addWidget(card);
    layout->addLayout(right, 1);
}

void ContradictionsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    renew();
}

void ContradictionsPage::renew()
{
    const auto all = m_oversight.contradictions(mostCases);
    if (!all) {
        m_message->tell(InlineMessage::Level::Error, words::sentence(all.error()), all.error().detail);
        return;
    }
    m_all = *all;
    QList<BoardTable::Row> rows;
    for (const desk::Contradiction &one : std::as_const(m_all))
        rows.append({.cells = {words::subject(one.conflict, one.guide), domain::groupedNumber(one.number)}, .key = one.conflict.id});
    m_list->show(rows);
    m_stack->setCurrentIndex(m_all.isEmpty() ? 1 : 0);
    setFocusProxy(m_all.isEmpty() ? static_cast<QWidget *>(m_empty) : m_list);
    showCurrent();
}

const desk::Contradiction *ContradictionsPage::current() const
{
    const auto found = std::ranges::find(m_all, m_list->currentKey(), [](const desk::Contradiction &each) { return each.conflict.id; });
    return found == m_all.end() ? nullptr : &*found;
}

QString ContradictionsPage::whoDid(const std::optional<domain::Event> &act, const QString &device) const
{
    const QList<wire::Seat> seats = m_presence.seats();
    const auto seat = std::ranges::find(seats, device, &wire::Seat::device);
    const QString window = seat != seats.end() ? seat->window
        : device.isEmpty()                     ? tr("a window that is not known here")
                                               : tr("window %1…").arg(device.left(shownOfDevice));
    return act ? tr("%1, %2, %3").arg(act->actor, words::moment(act->at), window) : window;
}

void ContradictionsPage::showCurrent()
{
    drop();
    const desk::Contradiction *one = current();
    if (!one)
        return;
    const Conflict &conflict = one->conflict;
    const bool isPicked = conflict.kind == Conflict::Kind::Field || conflict.kind == Conflict::Kind::Verdict;
    const auto said = [&](const std::optional<domain::Event> &act) {
        return act ? words::sentence(act->fact, one->guide) : tr("The act is not on this PC.");
    };
    const auto &[counting, other] = one->laterCounts ? std::pair(one->later, one->earlier) : std::pair(one->earlier, one->later);
    const auto &[here, there] = one->laterCounts ? std::pair(one->laterDevice, one->earlierDevice)
                                                 : std::pair(one->earlierDevice, one->laterDevice);
    m_about->setText(tr("%1 — %2").arg(words::subject(conflict, one->guide), one->matter));
    m_first->show({.title = tr("Counts now"),
                   .value = isPicked ? words::value(conflict, conflict.shown, one->guide) : QString(),
                   .act = said(counting),
                   .who = whoDid(counting, here)});
    m_second->show({.title = tr("Does not count"),
                    .value = isPicked ? words::value(conflict, conflict.other, one->guide) : QString(),
                    .act = said(other),
                    .who = whoDid(other, there)});
}

void ContradictionsPage::choose(int side)
{
    if (!current())
        return;
    m_side = side;
    m_first->setChosen(side == 1);
    m_second->setChosen(side == 2);
    m_words->show();
    m_words->setFocus(Qt::ShortcutFocusReason);
}

/// Nothing is chosen any more.
void ContradictionsPage::drop()
{
    const bool hadKeys = m_words->hasFocus();
    m_side = 0;
    m_first->setChosen(false);
    m_second->setChosen(false);
    m_words->clear();
    m_words->hide();
    if (hadKeys)
        m_list->setFocus(Qt::OtherFocusReason);
}

void ContradictionsPage::settle()
{
    const desk::Contradiction *one = current();
    if (!one || m_side == 0)
        return;
    const desk::Done done = m_oversight.settle(one->caseId, {one->conflict.id, m_side == 2, m_words->text()});
    if (!done) {
        m_message->tell(InlineMessage::Level::Warning, done.error().error ? words::sentence(*done.error().error)
                                                                          : words::sentence(done.error().refusals.front()));
        const domain::Refusal first = done.error().refusals.value(0);
        if (!done.error().error && first.why == domain::Refusal::Why::PostMissing)
            emit lacked(static_cast<domain::Duty>(first.subject.toInt()), one->caseId, [this] { settle(); });
        return;
    }
    m_message->tell(InlineMessage::Level::Done, tr("Settled: %1.").arg(words::subject(one->conflict, one->guide)),
                    tr("It stands in the time line of the case with your words."));
    drop();
    renew();
}

bool ContradictionsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<const QKeyEvent *>(event)->key();
        if (key == Qt::Key_1 || key == Qt::Key_2) {
            choose(key - Qt::Key_0);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}
