#include "ui/cases/casefilter.h"

#include "core/base/text.h"
#include "ui/cases/casesmodel.h"

CaseFilter::CaseFilter(QObject *parent) :
    QSortFilterProxyModel(parent)
{
    setSortRole(CasesModel::SortRole);
    sort(0);
}

void CaseFilter::setWords(const QString &words)
{
    m_words = words.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void CaseFilter::setAll(bool all)
{
    m_all = all;
    invalidateFilter();
}

bool CaseFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto line = sourceModel()->index(row, 0, parent).data(CasesModel::LineRole).value<desk::CaseLine>();
    if (!m_all && line.stage != domain::Stage::Intake)
        return false;
    return std::ranges::all_of(m_words, [&](const QString &word) {
        const QString code = base::normalizedCode(word);
        return line.matter.contains(word, Qt::CaseInsensitive) || (!code.isEmpty() && line.number.contains(code));
    });
}
