#pragma once

#include "core/reports/figures.h"

#include <QWidget>

#include <memory>

/// The charts of a report, two by two, in the size that there is.
class ChartsPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ChartsPane(QWidget *parent = nullptr);

    void show(const std::shared_ptr<const reports::Report> &report);
    using QWidget::show;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    std::shared_ptr<const reports::Report> m_report;
    QList<QImage> m_pictures; ///< of the present size; empty: to be drawn
};
