#include "ui/report/chartspane.h"

#include "ui/report/reportcharts.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace {

constexpr int columns = 2;
constexpr int gap = theme::space(2);

}

ChartsPane::ChartsPane(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Charts"));
}

void ChartsPane::show(const std::shared_ptr<const reports::Report> &report)
{
    m_report = report;
    m_pictures.clear();
    QStringList numbers;
    for (int i = 0; report && i < reportcharts::charts; ++i) {
        const auto chart = static_cast<reportcharts::Chart>(i);
        numbers << reportcharts::caption(chart);
        for (const reportcharts::Bar &bar : reportcharts::barsOf(chart, *report))
            numbers << bar.name + QLatin1Char(' ') + bar.words;
    }
    setAccessibleDescription(numbers.join(QLatin1Char('\n')));
    update();
}

void ChartsPane::resizeEvent(QResizeEvent *)
{
    m_pictures.clear();
}

void ChartsPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    if (!m_report)
        return;
    const QSize each((width() - gap) / columns, (height() - gap) / (reportcharts::charts / columns));
    for (int i = int(m_pictures.size()); i < reportcharts::charts; ++i)
        m_pictures.append(reportcharts::draw(static_cast<reportcharts::Chart>(i), *m_report, each, devicePixelRatioF()));
    for (int i = 0; i < m_pictures.size(); ++i)
        painter.drawImage(QPoint(i % columns * (each.width() + gap), i / columns * (each.height() + gap)), m_pictures[i]);
}
