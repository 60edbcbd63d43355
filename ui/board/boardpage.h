#pragma once

#include "core/desk/hallboard.h"

#include <QPointer>
#include <QWidget>

class BoardFace;
class BoardWall;
class QTimer;

/// The hall at a glance, for the supervisor's own screen. Looks again every few seconds while it is seen.
class BoardPage final : public QWidget
{
    Q_OBJECT

public:
    /// \a board outlives the page.
    explicit BoardPage(const desk::HallBoard &board, QWidget *parent = nullptr);
    ~BoardPage() override;

    BoardFace &face() { return *m_face; }
    /// The board for the wall; null when it is not shown.
    BoardWall *wall() const;

signals:
    void openRequested(const QString &caseId);
    void contradictionsRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void look();
    void toggleWall();

    const desk::HallBoard &m_board;
    BoardFace *const m_face;
    QTimer *const m_timer;
    QPointer<BoardWall> m_wall;
    bool m_isWatching = false;
};
