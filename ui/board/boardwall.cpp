#include "ui/board/boardwall.h"

#include "ui/board/boardface.h"
#include "ui/words/words.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QScreen>
#include <QShortcut>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

constexpr int lookAgain = 5'000; ///< ms

}

BoardWall::BoardWall(const desk::HallBoard &board, const QScreen *desk)
    : QWidget(nullptr, Qt::Window), m_board(board), m_desk(desk), m_clock(new QLabel(this)),
      m_face(new BoardFace(BoardSize::Wall, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("The hall now"));
    auto *title = new QLabel(tr("The hall now"), this);
    theme::dress(*title, theme::Type::Title);
    title->setFont(boardFont(theme::Type::Title, BoardSize::Wall));
    theme::dress(*m_clock, theme::Type::Title, theme::Colour::Muted);
    m_clock->setFont(boardFont(theme::Type::Title, BoardSize::Wall));
    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(m_clock);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(6), theme::space(4), theme::space(6), theme::space(4));
    layout->setSpacing(theme::space(3));
    layout->addLayout(head);
    layout->addWidget(m_face, 1);
    for (const Qt::Key press : {Qt::Key_Escape, Qt::Key_F11}) {
        auto *shortcut = new QShortcut(press, this);
        connect(shortcut, &QShortcut::activated, this, &QWidget::close);
    }
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &BoardWall::look);
    timer->start(lookAgain);
    m_board.presence().watch(true);
    look();
}

BoardWall::~BoardWall()
{
    m_board.presence().watch(false);
}

void BoardWall::appear()
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    const auto other = std::ranges::find_if(screens, [this](const QScreen *each) { return each != m_desk; });
    if (other != screens.end()) {
        setAttribute(Qt::WA_ShowWithoutActivating);
        setGeometry((*other)->geometry());
    }
    showFullScreen();
}

void BoardWall::look()
{
    const auto view = m_board.look();
    if (!view) {
        m_face->showFault(words::sentence(view.error()));
        return;
    }
    m_clock->setText(view->now.toString(u"yyyy-MM-dd HH:mm"_s));
    m_face->show(*view);
}
