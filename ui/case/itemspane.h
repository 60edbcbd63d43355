#pragma once

#include "ui/case/caseview.h"
#include "ui/widgets/stepcard.h"

class ItemsChart;
class QLabel;
class QScrollArea;

/// The items of a case: the flow chart, and below it everything about the chosen one.
class ItemsPane final : public StepCard
{
    Q_OBJECT

public:
    explicit ItemsPane(QWidget *parent = nullptr);

    void show(const CaseView &view);
    QString current() const;
    void chooseNumber(int number);
    /// As the label below the chart has it, for readers of the screen.
    QString details() const;

signals:
    void chosen(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitChart();
    void showDetails();

    QScrollArea *const m_scroll;
    ItemsChart *const m_chart;
    QLabel *const m_name;
    QLabel *const m_details;
    CaseView m_view;
};
