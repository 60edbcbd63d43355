#include "ui/board/boardpage.h"

#include "ui/board/boardface.h"
#include "ui/board/boardwall.h"
#include "ui/widgets/keyhint.h"
#include "ui/words/words.h"

#include <QLabel>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

constexpr int lookEvery = 5'000; ///< ms

}

BoardPage::BoardPage(const desk::HallBoard &board, QWidget *parent)
    : QWidget(parent), m_board(board), m_face(new BoardFace(BoardSize::Page, this)), m_timer(new QTimer(this))
{
    auto *title = new QLabel(tr("The hall now"), this);
    theme::dress(*title, theme::Type::Title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(4));
    layout->setSpacing(theme::space(3));
    layout->addWidget(title);
    layout->addWidget(m_face, 1);
    layout->addWidget(keyLine({{u"F2"_s, tr("windows")},
                               {u"F3"_s, tr("what turns next")},
                               {u"Enter"_s, tr("open the case")},
                               {u"F5"_s, tr("look now")},
                               {u"F6"_s, tr("contradictions")},
                               {u"F11"_s, tr("on the wall")}},
                              this));
    setFocusProxy(m_face->turns());
    const auto key = [this](Qt::Key press, const std::function<void()> &act) {
        auto *shortcut = new QShortcut(press, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::Key_F2, [this] { m_face->seats()->setFocus(Qt::ShortcutFocusReason); });
    key(Qt::Key_F3, [this] { m_face->turns()->setFocus(Qt::ShortcutFocusReason); });
    key(Qt::Key_F5, [this] { look(); });
    key(Qt::Key_F6, [this] { emit contradictionsRequested(); });
    key(Qt::Key_F11, [this] { toggleWall(); });
    connect(m_face, &BoardFace::openRequested, this, &BoardPage::openRequested);
    connect(m_timer, &QTimer::timeout, this, &BoardPage::look);
    connect(&board.presence(), &desk::HallPresence::changed, this, [this] {
        if (isVisible())
            look();
    });
}

BoardPage::~BoardPage()
{
    delete m_wall;
    if (m_isWatching)
        m_board.presence().watch(false);
}

BoardWall *BoardPage::wall() const
{
    return m_wall;
}

void BoardPage::look()
{
    if (const auto view = m_board.look())
        m_face->show(*view);
    else
        m_face->showFault(words::sentence(view.error()));
}

void BoardPage::toggleWall()
{
    if (m_wall) {
        m_wall->close();
        return;
    }
    m_wall = new BoardWall(m_board, screen());
    m_wall->appear();
}

void BoardPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isWatching)
        m_board.presence().watch(true);
    m_isWatching = true;
    look();
    m_timer->start(lookEvery);
}

void BoardPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_timer->stop();
    if (m_isWatching)
        m_board.presence().watch(false);
    m_isWatching = false;
}
