#include "app/counter/copying.h"

#include "core/domain/decidelife.h"
#include "ui/copycard/copycardwindow.h"
#include "ui/shell/mainwindow.h"

#include <QShortcut>

using namespace Qt::StringLiterals;

Copying::Copying(Workplace &workplace, MainWindow &window, CaseInHand inHand, QObject *parent)
    : QObject(parent), m_workplace(workplace), m_inHand(std::move(inHand))
{
    auto *key = new QShortcut(Qt::CTRL | Qt::Key_K, &window);
    connect(key, &QShortcut::activated, this, &Copying::open);
    connect(&window, &MainWindow::closing, this, &Copying::end);
}

Copying::~Copying() = default;

void Copying::open()
{
    desk::CaseWork *work = m_inHand();
    if (!work)
        return;
    // Nothing is copied that could not be recorded: the rule is asked before the card is shown.
    const domain::LifeCommand record = domain::RecordCopying{u"-"_s, {u"-"_s}};
    if (const QList<domain::Refusal> obstacles = work->obstaclesTo(record); !obstacles.isEmpty()) {
        emit refused({obstacles, {}});
        return;
    }
    if (!m_card)
        m_card = std::make_unique<CopyCardWindow>(std::chrono::seconds(m_workplace.hall().copySeconds.toInt()));
    const domain::Plan asFiled = domain::asFiledOf(work->file(), work->guide(), work->today());
    m_card->open(*work, m_workplace.copyCards().of(work->guide().matter.id) + QList{desk::formOrder(asFiled)});
}

void Copying::end()
{
    if (m_card)
        m_card->close();
}
