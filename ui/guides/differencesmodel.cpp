#include "ui/guides/differencesmodel.h"

#include "ui/theme/theme.h"

#include <QListView>

#include <algorithm>

using namespace Qt::StringLiterals;

void DifferencesModel::show(const QList<desk::Difference> &differences)
{
    beginResetModel();
    m_differences = differences;
    endResetModel();
}

QString DifferencesModel::summary() const
{
    const auto weighty = std::ranges::count_if(m_differences, &desk::Difference::changesChecklist);
    const QString all = tr("%n difference(s)", nullptr, int(m_differences.size()));
    return weighty == 0 ? all : tr("%1, of which %n can change a checklist", nullptr, int(weighty)).arg(all);
}

int DifferencesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_differences.size());
}

QVariant DifferencesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const desk::Difference &difference = m_differences[index.row()];
    switch (role) {
    case Qt::DisplayRole: return difference.text;
    case Qt::DecorationRole:
        return difference.changesChecklist ? theme::icon(u"warning"_s, theme::Colour::Warn)
                                           : theme::icon(u"info"_s, theme::Colour::Muted);
    case Qt::AccessibleTextRole:
        return difference.changesChecklist ? tr("%1 (can change a checklist)").arg(difference.text) : difference.text;
    default: return {};
    }
}

void prepareDifferences(QListView &list, DifferencesModel *model)
{
    list.setModel(model);
    list.setAccessibleName(DifferencesModel::tr("Differences"));
    list.setWordWrap(true);
    list.setResizeMode(QListView::Adjust);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list.setSelectionMode(QAbstractItemView::NoSelection);
    list.setSpacing(1);
    list.setIconSize({16, 16});
}
