#include "ui/cases/casefilter.h"

#include "ui/cases/casesmodel.h"

CaseFilter::CaseFilter(QObject *parent) :
    QSortFilterProxyModel(parent)
{
    setSortRole(CasesModel::SortRole);
    sort(0);
}

void CaseFilter::setAll(bool all)
{
    m_all = all;
    invalidateFilter();
}

bool CaseFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto line = sourceModel()->index(row, 0, parent).data(CasesModel::LineRole).value<desk::CaseLine>();
    return m_all || line.stage == domain::Stage::Intake;
}
