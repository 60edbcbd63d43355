#include "ui/intake/earliercase.h"

#include "core/domain/casenumber.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/words/words.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

EarlierCase::EarlierCase(QWidget *parent)
    : QWidget(parent), m_message(new InlineMessage(this, InlineMessage::Escape::LeftToOwner))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_message);
    hide();
    m_message->offer(tr("Open it  F10"));
    connect(m_message, &InlineMessage::offerTaken, this, &EarlierCase::open);
    connect(m_message, &InlineMessage::dismissed, this, [this] {
        m_closed = m_earlier;
        m_earlier.clear();
        hide();
    });
}

void EarlierCase::setSearch(const desk::CaseSearch &search)
{
    m_search = &search;
}

void EarlierCase::look(const desk::CaseWork *work)
{
    const QString id = work ? work->file().id : QString();
    const QStringList numbers = work ? desk::ownIdentities(work->plan()) : QStringList();
    // While the journal is still being read the answer may change without another number.
    if (id == m_case && numbers == m_asked && m_search && m_search->isComplete())
        return;
    if (id != m_case)
        m_closed.clear();
    m_case = id;
    m_asked = numbers;
    QList<desk::CaseHit> earlier;
    if (m_search && work && work->file().stage == domain::Stage::Intake)
        earlier = m_search->duplicates(numbers, work->file().guide, id);
    tell(earlier, work ? work->now() : QDateTime());
}

void EarlierCase::lookAgain(const desk::CaseWork *work)
{
    m_asked.clear();
    look(work);
}

void EarlierCase::tell(const QList<desk::CaseHit> &earlier, const QDateTime &now)
{
    m_earlier = earlier.isEmpty() || earlier.first().caseId == m_closed ? QString() : earlier.first().caseId;
    setVisible(!m_earlier.isEmpty());
    if (m_earlier.isEmpty())
        return;
    const desk::CaseHit &first = earlier.first();
    m_joinable = first.stage == domain::Stage::Abandoned ? QString() : first.number;
    const QDate day = first.openedAt.toOffsetFromUtc(now.offsetFromUtc()).date();
    m_message->tell(InlineMessage::Level::Warning,
                    tr("A number of this case is in an earlier one on the same matter: %1")
                        .arg(domain::groupedNumber(first.number)),
                    (m_joinable.isEmpty() ? tr("%1, opened %2. F10 opens it; what is entered here stays saved.")
                                          : tr("%1, opened %2. F10 opens it; Shift+F10 closes this one: that one stands for both."))
                        .arg(words::name(first.stage), words::day(day)));
}

void EarlierCase::join()
{
    if (!m_earlier.isEmpty() && !m_joinable.isEmpty())
        emit openRequested(m_earlier, m_joinable);
}

void EarlierCase::open()
{
    if (!m_earlier.isEmpty())
        emit openRequested(m_earlier, {});
}

QString EarlierCase::text() const
{
    return m_earlier.isEmpty() ? QString() : m_message->text();
}
