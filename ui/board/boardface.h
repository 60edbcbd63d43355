#pragma once

#include "core/desk/hallboard.h"
#include "ui/board/boardtable.h"
#include "ui/board/boardwords.h"

class BoardTile;
class QHBoxLayout;
class QLabel;

/// One look at the hall: who sits where, what turns next, results that wait, ratings of today.
class BoardFace final : public QWidget
{
    Q_OBJECT

public:
    /// On the wall nothing takes keys, and clerks and numbers are masked.
    explicit BoardFace(BoardSize size, QWidget *parent = nullptr);

    void show(const desk::BoardView &view);
    using QWidget::show;
    /// What kept the board from being worked out.
    void showFault(const QString &sentence);
    /// The row of \a turns is gone to by F3, windows by F2.
    QWidget *seats() const { return m_seats; }
    QWidget *turns() const { return m_turns; }

signals:
    void openRequested(const QString &caseId);

private:
    BoardTile *tile(QHBoxLayout *row, const QString &caption);
    QWidget *group(const QString &title, QHBoxLayout *tiles);
    void buildTiles();
    void showSeats(const desk::BoardView &view);
    void showTurns(const desk::BoardView &view);
    void showNumbers(const desk::BoardView &view);

    const BoardSize m_size;
    const boardwords::Openness m_openness;
    QLabel *const m_source;
    QWidget *const m_tiles;
    BoardTable *const m_seats;
    BoardTable *const m_turns;
    QLabel *const m_turnsHead;
    BoardTile *m_overdue = nullptr;
    BoardTile *m_red = nullptr;
    BoardTile *m_amber = nullptr;
    BoardTile *m_contradictions = nullptr;
    BoardTile *m_delays = nullptr;
    BoardTile *m_rechecks = nullptr;
    BoardTile *m_expected = nullptr;
    BoardTile *m_here = nullptr;
    BoardTile *m_lateResults = nullptr;
    BoardTile *m_content = nullptr; ///< 满意 and better
    BoardTile *m_fair = nullptr;
    BoardTile *m_bad = nullptr;
    BoardTile *m_toPutRight = nullptr;
};
