#include "ui/printing/numbersmodel.h"

#include "core/domain/casenumber.h"
#include "ui/printing/tablelook.h"
#include "ui/widgets/badge.h"
#include "ui/words/lifewords.h"
#include "ui/words/peoplewords.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using desk::NumberLine;

namespace {

BadgeFace numberFace(const NumberLine &line)
{
    using Look = BadgeFace::Look;
    if (line.isGap)
        return {NumbersModel::tr("gap"), Look::Bad, u"warning"_s};
    if (line.voidedAt.isValid())
        return {NumbersModel::tr("voided"), Look::Warn, u"cross"_s};
    return {NumbersModel::tr("stands"), Look::Good, u"check"_s};
}

/// What stands behind the badge.
QString stateMore(const NumberLine &line)
{
    if (line.isGap)
        return NumbersModel::tr("no paper has this number");
    return line.voidedAt.isValid() ? words::moment(line.voidedAt) + u' ' + line.voidReason : QString();
}

}

NumbersModel::NumbersModel(const desk::PaperNumbers &numbers, QObject *parent) : QAbstractTableModel(parent), m_numbers(numbers) { }

void NumbersModel::read(const desk::SeriesLine &series, int least)
{
    beginResetModel();
    m_series = series;
    m_lines.clear();
    m_fault.reset();
    m_isWhole = false;
    m_lines = nextPage(std::max(pageSize, least));
    endResetModel();
}

QList<NumberLine> NumbersModel::nextPage(int most)
{
    const int after = m_lines.isEmpty() ? 0 : m_lines.last().serial;
    const base::Result<QList<NumberLine>> page = m_numbers.page(m_series, after, most);
    m_isWhole = !page || page->size() < most;
    if (!page)
        m_fault = page.error();
    return page.value_or(QList<NumberLine>());
}

int NumbersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int NumbersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QStringList NumbersModel::cellsOf(const NumberLine &line)
{
    const QString state = numberFace(line).text;
    const QString more = stateMore(line);
    return {line.text.isEmpty() ? QString::number(line.serial) : line.text,
            domain::groupedNumber(line.caseNumber),
            line.item.isEmpty() ? line.matter : line.matter + u" · "_s + line.item,
            line.applicant.isEmpty() ? QString() : words::applicantFor(line.applicant, line.subjects),
            words::moment(line.at),
            more.isEmpty() ? state : state + u' ' + more};
}

QStringList NumbersModel::headings() const
{
    QStringList headings;
    for (int column = 0; column < Columns; ++column)
        headings << headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    return headings;
}

QVariant NumbersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NumberLine &line = m_lines[index.row()];
    switch (role) {
    case Qt::DisplayRole: return index.column() == State ? stateMore(line) : cellsOf(line).value(index.column());
    case Qt::AccessibleTextRole: return cellsOf(line).join(u", "_s);
    case CellDelegate::FaceRole: return index.column() == State ? QVariant::fromValue(numberFace(line)) : QVariant();
    case CellDelegate::StrongRole: return index.column() == Number;
    case CellDelegate::QuietRole: return line.voidedAt.isValid();
    default: return {};
    }
}

QVariant NumbersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number: return tr("Legal number");
    case Case: return tr("Case");
    case Matter: return tr("Matter and item");
    case Applicant: return tr("Applicant");
    case Given: return tr("Given at");
    case State: return tr("State");
    default: return {};
    }
}

bool NumbersModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isWhole;
}

void NumbersModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const QList<NumberLine> lines = nextPage(pageSize);
    if (lines.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(lines.size()) - 1);
    m_lines += lines;
    endInsertRows();
}
