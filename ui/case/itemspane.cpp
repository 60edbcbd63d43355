#include "ui/case/itemspane.h"

#include "ui/case/itemface.h"
#include "ui/case/itemschart.h"
#include "ui/theme/theme.h"
#include "ui/widgets/section.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int usualDetails = 5; ///< lines that are kept free, so that the chart seldom changes its height
constexpr int mostChart = theme::space(76); ///< a higher chart is scrolled

}

ItemsPane::ItemsPane(QWidget *parent)
    : StepCard(0, tr("Items"), QStringLiteral("F2"), parent), m_scroll(new QScrollArea(this)), m_chart(new ItemsChart),
      m_name(new QLabel(this)), m_details(new QLabel(this))
{
    theme::dress(*m_name, theme::Type::Strong);
    theme::dress(*m_details, theme::Type::Caption, theme::Colour::Muted);
    for (QLabel *label : {m_name, m_details}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_scroll->setWidget(m_chart);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->installEventFilter(this);
    m_details->setAlignment(Qt::AlignTop);
    m_details->setMinimumHeight(usualDetails * QFontMetrics(m_details->font()).lineSpacing());
    body()->addWidget(m_scroll, 1);
    body()->addWidget(hairline(this));
    body()->addWidget(m_name);
    body()->addWidget(m_details);
    setFocusProxy(m_chart);
    connect(m_chart, &ItemsChart::chosen, this, [this](const QString &id) {
        showDetails();
        emit chosen(id);
    });
}

void ItemsPane::show(const CaseView &view)
{
    m_view = view;
    m_chart->show(view);
    fitChart();
    const auto ended = std::ranges::count_if(view.items, [](const auto &entry) { return entry.second.isEnded(); });
    const bool done = ended == view.items.size();
    setState(done ? State::Done : State::Waiting, tr("%1 of %2 ended").arg(ended).arg(view.items.size()));
    showDetails();
}

void ItemsPane::showDetails()
{
    m_name->setText(m_view.itemName(m_chart->current()));
    m_details->setText(itemDetails(m_view, m_chart->current()).join(u'\n'));
    const QRect place = m_chart->currentPlace();
    m_scroll->ensureVisible(place.center().x(), place.center().y(), 0, place.height());
}

void ItemsPane::fitChart()
{
    m_scroll->setMinimumHeight(std::min(m_chart->leastHeight(), mostChart));
    m_chart->setRoom(m_scroll->viewport()->height());
}

bool ItemsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitChart();
    return StepCard::eventFilter(watched, event);
}

QString ItemsPane::current() const
{
    return m_chart->current();
}

void ItemsPane::chooseNumber(int number)
{
    m_chart->chooseNumber(number);
}

QString ItemsPane::details() const
{
    return m_details->text();
}
