#pragma once

#include "core/desk/hallboard.h"

#include <QWidget>

class BoardFace;
class QLabel;
class QScreen;

/// The board on a whole screen, in big type, without person data: for a monitor on the wall. Looks again by itself, takes no keys but
/// Esc and F11, which end it.
class BoardWall final : public QWidget
{
    Q_OBJECT

public:
    /// \a board outlives it; \a desk is the screen of the supervisor: another one is taken where there is one. Deletes itself when closed.
    BoardWall(const desk::HallBoard &board, const QScreen *desk);
    ~BoardWall() override;

    /// On a screen of its own it leaves the keys where they are.
    void appear();
    BoardFace &face() { return *m_face; }

private:
    void look();

    const desk::HallBoard &m_board;
    const QScreen *const m_desk;
    QLabel *const m_clock;
    BoardFace *const m_face;
};
