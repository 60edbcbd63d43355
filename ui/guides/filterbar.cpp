#include "ui/guides/filterbar.h"

#include "ui/theme/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QListView>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;
using desk::GuideBrowser;
using Facet = GuideBrowser::Facet;

namespace {

constexpr int columns = 3;

QString facetName(Facet facet)
{
    switch (facet) {
    case Facet::Audience: return FilterBar::tr("Whom it serves");
    case Facet::Department: return FilterBar::tr("Department");
    case Facet::Level: return FilterBar::tr("Level");
    case Facet::Mark: return FilterBar::tr("List");
    case Facet::Region: return FilterBar::tr("Region");
    case Facet::Status: return FilterBar::tr("Status");
    }
    Q_UNREACHABLE();
}

/// Most values are the guides' own words; marks and states are not.
QString valueName(Facet facet, const QString &value)
{
    using domain::MatterStatus;
    if (facet == Facet::Mark && value == "*"_L1)
        return FilterBar::tr("National list");
    if (facet == Facet::Mark && value == "#"_L1)
        return FilterBar::tr("Provincial list");
    if (facet == Facet::Mark)
        return FilterBar::tr("On neither list");
    if (facet != Facet::Status)
        return value;
    if (value == GuideBrowser::statusValue(MatterStatus::Official))
        return FilterBar::tr("Official");
    return value == GuideBrowser::statusValue(MatterStatus::Sample) ? FilterBar::tr("Sample") : FilterBar::tr("Catalogue rows only");
}

}

FilterBar::FilterBar(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space(2));
    for (int i = 0; i < GuideBrowser::facetCount; ++i) {
        m_boxes[size_t(i)] = makeBox(Facet(i));
        layout->addWidget(m_boxes[size_t(i)], i / columns, i % columns);
        layout->setColumnStretch(i % columns, 1);
    }
}

QComboBox *FilterBar::makeBox(Facet facet)
{
    auto *box = new QComboBox(this);
    box->setAccessibleName(facetName(facet));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(4);
    box->setMaxVisibleItems(20);
    box->addItem(facetName(facet));
    connect(box, &QComboBox::currentIndexChanged, this, &FilterBar::changed);
    return box;
}

void FilterBar::show(const GuideBrowser::Findings &findings)
{
    for (int i = 0; i < GuideBrowser::facetCount; ++i) {
        QComboBox &box = *m_boxes[size_t(i)];
        const QSignalBlocker quiet(box);
        const QString chosen = box.currentData().toString();
        while (box.count() > 1)
            box.removeItem(1);
        const QList<GuideBrowser::Value> &values = findings.of(Facet(i));
        int widest = 0;
        for (const GuideBrowser::Value &value : values) {
            box.addItem(u"%1  %2"_s.arg(valueName(Facet(i), value.value)).arg(value.matters), value.value);
            widest = qMax(widest, box.fontMetrics().horizontalAdvance(box.itemText(box.count() - 1)));
        }
        // The box is narrow, its list need not be.
        box.view()->setMinimumWidth(widest + theme::space(10));
        box.setCurrentIndex(chosen.isEmpty() ? 0 : qMax(0, box.findData(chosen)));
        theme::setChosen(box, box.currentIndex() > 0);
    }
}

GuideBrowser::Filter FilterBar::filter() const
{
    GuideBrowser::Filter filter;
    for (int i = 0; i < GuideBrowser::facetCount; ++i) {
        const QString value = m_boxes[size_t(i)]->currentData().toString();
        if (!value.isEmpty())
            filter.insert(Facet(i), value);
    }
    return filter;
}

void FilterBar::clear()
{
    if (filter().isEmpty())
        return;
    for (QComboBox *box : m_boxes) {
        const QSignalBlocker quiet(box);
        box->setCurrentIndex(0);
    }
    emit changed();
}
