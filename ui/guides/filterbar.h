#pragma once

#include "core/desk/guidebrowser.h"

#include <QWidget>

#include <array>

class QComboBox;

/// One drop-down for each thing that matters can be filtered by; every value with the number of matters that it would leave.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    /// The values and counts of \a findings. What is chosen stays chosen, unless that value is no longer there.
    void show(const desk::GuideBrowser::Findings &findings);
    desk::GuideBrowser::Filter filter() const;
    /// Every filter off; changed() once when one was on.
    void clear();

signals:
    void changed();

private:
    QComboBox *makeBox(desk::GuideBrowser::Facet facet);

    std::array<QComboBox *, desk::GuideBrowser::facetCount> m_boxes{};
};
