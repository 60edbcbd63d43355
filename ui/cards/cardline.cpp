#include "ui/cards/cardline.h"

#include "ui/cards/cardwords.h"

#include <QVBoxLayout>

#include <utility>

namespace {

constexpr int restOfGood = 8'000; // ms

}

CardLine::CardLine(QWidget *parent) : QWidget(parent), m_message(new InlineMessage(this, InlineMessage::Escape::LeftToOwner))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_message);
    hide();
    m_rest.setSingleShot(true);
    m_rest.setInterval(restOfGood);
    connect(&m_rest, &QTimer::timeout, m_message, &InlineMessage::dismiss);
    connect(m_message, &InlineMessage::offerTaken, this, &CardLine::answerYes);
    connect(m_message, &InlineMessage::dismissed, this, [this] {
        m_over = nullptr;
        hide();
    });
}

void CardLine::read(const QString &whom, std::function<void(const domain::PersonCard &)> then)
{
    if (m_round)
        return; // a second press is none
    m_caution.clear();
    if (!m_desk) {
        tell(InlineMessage::Level::Info, cardwords::sentence(devices::CardTrouble{}));
        return;
    }
    m_round = new QObject(this);
    tell(InlineMessage::Level::Info, tr("Put the card of “%1” on the reader.").arg(whom), tr("Esc stops; typing goes on meanwhile. %1").arg(m_desk->title()));
    m_desk->ask(m_round, [this, then = std::move(then)](const desk::CardDesk::Answer &answer) { take(answer, then); });
}

void CardLine::take(const desk::CardDesk::Answer &answer, const std::function<void(const domain::PersonCard &)> &then)
{
    std::exchange(m_round, nullptr)->deleteLater();
    if (!answer.card) {
        const bool isStopped = answer.faults.isEmpty() && answer.trouble.kind == devices::CardTroubleKind::Cancelled;
        const QString why = answer.faults.isEmpty() ? cardwords::sentence(answer.trouble) : cardwords::sentence(answer.faults.first(), {});
        tell(isStopped ? InlineMessage::Level::Info : InlineMessage::Level::Warning, why);
        return;
    }
    if (!answer.faults.isEmpty())
        m_caution = cardwords::sentence(answer.faults.first(), *answer.card);
    then(*answer.card);
}

void CardLine::tell(InlineMessage::Level level, const QString &what, const QString &whatToDo)
{
    m_over = nullptr;
    m_message->offer({});
    m_rest.stop();
    if (level == InlineMessage::Level::Done && m_caution.isEmpty())
        m_rest.start();
    if (m_caution.isEmpty())
        m_message->tell(level, what, whatToDo);
    else
        m_message->tell(InlineMessage::Level::Warning, m_caution, what);
    m_caution.clear();
    show();
}

void CardLine::ask(const QString &what, const QString &whatToDo, std::function<void()> over)
{
    const QString caution = std::exchange(m_caution, {});
    m_rest.stop();
    m_message->tell(InlineMessage::Level::Warning, caution.isEmpty() ? what : caution + u' ' + what, whatToDo);
    m_message->offer(tr("Take the card's  Ctrl+D"));
    m_over = std::move(over);
    show();
}

bool CardLine::answerYes()
{
    const std::function<void()> over = std::exchange(m_over, nullptr);
    if (over)
        over();
    return over != nullptr;
}

bool CardLine::goBack()
{
    if (isHidden())
        return false;
    if (m_round)
        m_desk->cancel(m_round);
    else
        m_message->dismiss();
    return true;
}

void CardLine::end()
{
    if (m_round)
        m_desk->cancel(m_round);
    m_message->dismiss();
}

QString CardLine::text() const
{
    return isHidden() ? QString() : m_message->text();
}
