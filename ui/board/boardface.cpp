#include "ui/board/boardface.h"

#include "ui/board/boardtile.h"
#include "ui/widgets/section.h"
#include "ui/words/lifewords.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;
using domain::ShelfState;
using domain::Urgency;
using theme::Colour;

namespace {

Colour colourOf(Urgency urgency)
{
    return urgency == Urgency::Amber ? Colour::Warn : Colour::Bad;
}

}

BoardFace::BoardFace(BoardSize size, QWidget *parent)
    : QWidget(parent), m_size(size), m_openness(size == BoardSize::Wall ? boardwords::Openness::Wall : boardwords::Openness::Desk),
      m_source(new QLabel(this)), m_tiles(new QWidget(this)),
      m_seats(new BoardTable(tr("Windows"), {tr("Window"), tr("Who"), tr("Case"), tr("Since"), tr("Safe")}, 2, size, this)),
      m_turns(new BoardTable(tr("What turns next"), {tr("At"), tr("What"), tr("Case"), tr("Becomes")}, 1, size, this)),
      m_turnsHead(new QLabel(this))
{
    theme::dress(*m_source, theme::Type::Body, Colour::Muted);
    m_source->setFont(boardFont(theme::Type::Body, size));
    m_source->setTextFormat(Qt::PlainText);
    buildTiles();
    const auto card = [&](QLabel *head, QWidget *body) {
        auto *frame = new Card(this);
        frame->body()->setContentsMargins(theme::space(4), theme::space(3), theme::space(2), theme::space(2));
        theme::dress(*head, theme::Type::Section);
        head->setFont(boardFont(theme::Type::Section, size));
        frame->body()->addWidget(head);
        frame->body()->addWidget(body, 1);
        return frame;
    };
    auto *lists = new QHBoxLayout;
    lists->setSpacing(theme::space(3));
    lists->addWidget(card(new QLabel(tr("Windows"), this), m_seats), 1);
    lists->addWidget(card(m_turnsHead, m_turns), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space(3));
    layout->addWidget(m_source);
    layout->addWidget(m_tiles);
    layout->addLayout(lists, 1);
    connect(m_turns, &BoardTable::opened, this, &BoardFace::openRequested);
}

BoardTile *BoardFace::tile(QHBoxLayout *row, const QString &caption)
{
    auto *made = new BoardTile(caption, m_size, m_tiles);
    row->addWidget(made);
    return made;
}

QWidget *BoardFace::group(const QString &title, QHBoxLayout *tiles)
{
    auto *card = new Card(m_tiles);
    card->body()->setContentsMargins(theme::space(4), theme::space(2), theme::space(4), theme::space(2));
    auto *head = new QLabel(title, card);
    theme::dress(*head, theme::Type::Strong);
    head->setFont(boardFont(theme::Type::Strong, m_size));
    tiles->setSpacing(theme::space(5));
    card->body()->addWidget(head);
    card->body()->addLayout(tiles);
    return card;
}

void BoardFace::buildTiles()
{
    auto *row = new QHBoxLayout(m_tiles);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(3));
    auto *tasks = new QHBoxLayout;
    m_overdue = tile(tasks, tr("overdue"));
    m_red = tile(tasks, tr("urgent"));
    m_amber = tile(tasks, tr("due soon"));
    row->addWidget(group(tr("Tasks"), tasks));
    auto *results = new QHBoxLayout;
    m_expected = tile(results, tr("to come"));
    m_here = tile(results, tr("here"));
    m_lateResults = tile(results, tr("late or not collected"));
    row->addWidget(group(tr("Results"), results));
    auto *ratings = new QHBoxLayout;
    m_content = tile(ratings, tr("content"));
    m_fair = tile(ratings, tr("fair"));
    m_bad = tile(ratings, tr("not content"));
    m_toPutRight = tile(ratings, tr("to be put right"));
    row->addWidget(group(tr("Ratings today"), ratings));
    auto *supervisor = new QHBoxLayout;
    m_contradictions = tile(supervisor, tr("contradictions"));
    m_delays = tile(supervisor, tr("reasons of delays"));
    m_rechecks = tile(supervisor, tr("re-checks"));
    row->addWidget(group(tr("For the supervisor"), supervisor));
    row->addStretch(1);
}

void BoardFace::show(const desk::BoardView &view)
{
    const bool isOld = view.hasHub && !view.isFresh;
    const QFont font = m_source->font();
    theme::dress(*m_source, theme::Type::Body, isOld ? Colour::Warn : Colour::Muted);
    m_source->setFont(font);
    m_source->setText(boardwords::source(view));
    showNumbers(view);
    showSeats(view);
    showTurns(view);
}

void BoardFace::showFault(const QString &sentence)
{
    const QFont font = m_source->font();
    theme::dress(*m_source, theme::Type::Body, Colour::Bad);
    m_source->setFont(font);
    m_source->setText(sentence);
}

void BoardFace::showNumbers(const desk::BoardView &view)
{
    const auto tasks = [&](Urgency urgency) { return view.tasks[size_t(urgency)]; };
    const auto results = [&](ShelfState state) { return view.results[size_t(state)]; };
    m_overdue->show(tasks(Urgency::Overdue), Colour::Bad);
    m_red->show(tasks(Urgency::Red), Colour::Bad);
    m_amber->show(tasks(Urgency::Amber), Colour::Warn);
    m_expected->show(results(ShelfState::Expected), Colour::Text);
    m_here->show(results(ShelfState::Held) + results(ShelfState::Ready) + results(ShelfState::Told), Colour::Text);
    m_lateResults->show(results(ShelfState::Late) + results(ShelfState::Forgotten), Colour::Bad);
    m_contradictions->show(view.contradictions, Colour::Bad);
    m_delays->show(view.delays, Colour::Warn);
    m_rechecks->show(view.rechecks, Colour::Warn);
    if (!view.ratings) {
        for (BoardTile *each : {m_content, m_fair, m_bad, m_toPutRight})
            each->showNothing();
        return;
    }
    const std::array<int, 5> &levels = view.ratings->byLevel;
    m_bad->show(levels[0] + levels[1], Colour::Bad);
    m_fair->show(levels[2], Colour::Text);
    m_content->show(levels[3] + levels[4], Colour::Good);
    m_toPutRight->show(view.ratings->toPutRight, Colour::Bad);
}

void BoardFace::showSeats(const desk::BoardView &view)
{
    QList<BoardTable::Row> rows;
    for (const wire::Seat &seat : view.seats) {
        const bool isSilent = boardwords::isSilent(seat, view.now);
        const bool isUnsafe = !view.hasHub || isSilent || seat.presence.unsent > 0;
        const QString number = boardwords::caseNumber(seat.presence.caseNumber, m_openness);
        rows.append({.cells = {seat.window, boardwords::clerk(seat.presence.clerk, m_openness),
                               seat.heard.isNull() ? QString() : number.isEmpty() ? tr("no case in hand") : number,
                               boardwords::lasting(seat.presence.since, view.now), boardwords::safety(seat, view.now, view.hasHub)},
                     .colour = isUnsafe ? Colour::Warn : Colour::Good,
                     .strong = false,
                     .key = seat.device});
    }
    m_seats->show(rows);
}

void BoardFace::showTurns(const desk::BoardView &view)
{
    QList<BoardTable::Row> rows;
    for (const desk::BoardTurn &turn : view.turns) {
        const QString what = turn.task.subject.isEmpty() ? words::name(turn.task.kind)
                                                         : tr("%1: %2").arg(words::name(turn.task.kind), turn.task.subject);
        rows.append({.cells = {turn.at.toString(u"HH:mm"_s), u"%1 · %2"_s.arg(what, turn.matter),
                               boardwords::caseNumber(turn.number, m_openness), boardwords::becomes(turn.becomes)},
                     .colour = colourOf(turn.becomes),
                     .strong = false,
                     .key = turn.caseId});
    }
    m_turnsHead->setText(view.moreTurns ? tr("Turns in the next hour: more than %1").arg(rows.size())
                                        : tr("Turns in the next hour: %1").arg(rows.size()));
    m_turns->show(rows);
}
