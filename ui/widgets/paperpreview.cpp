#include "ui/widgets/paperpreview.h"

#include "ui/widgets/emptystate.h"
#include "ui/widgets/paperview.h"

#include <QScrollBar>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

PaperPreview::PaperPreview(QWidget *parent) :
    QWidget(parent), m_words(new EmptyState(u"paper"_s, QString(), QString(), this)), m_view(new PaperView(this)),
    m_layout(new QStackedLayout(this))
{
    m_layout->addWidget(m_words);
    m_layout->addWidget(m_view);
    setFocusProxy(m_view);
}

void PaperPreview::showPages(int count, Picture picture, QSizeF page)
{
    m_view->setPages(count, std::move(picture), page);
    m_layout->setCurrentWidget(m_view);
}

void PaperPreview::showNothing(const QString &sentence, const QString &whatToDo)
{
    m_words->setTexts(u"paper"_s, sentence, whatToDo);
    m_layout->setCurrentWidget(m_words);
}

void PaperPreview::showError(const QString &sentence, const QString &whatToDo)
{
    m_words->setTexts(u"warning"_s, sentence, whatToDo);
    m_layout->setCurrentWidget(m_words);
}

void PaperPreview::scrollWith(PaperPreview &other)
{
    QScrollBar *mine = m_view->verticalScrollBar();
    QScrollBar *theirs = other.m_view->verticalScrollBar();
    connect(mine, &QScrollBar::valueChanged, theirs, &QScrollBar::setValue);
    connect(theirs, &QScrollBar::valueChanged, mine, &QScrollBar::setValue);
}
