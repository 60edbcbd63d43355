#include "ui/printing/batchmodel.h"

#include "core/domain/casenumber.h"
#include "ui/printing/tablelook.h"
#include "ui/words/lifewords.h"
#include "ui/words/printerwords.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using desk::BatchLine;
using Stand = desk::BatchLine::Stand;

namespace {

struct BatchWords {
    Q_DECLARE_TR_FUNCTIONS(BatchModel)
};

}

BadgeFace faceOf(const BatchLine &line)
{
    using Look = BadgeFace::Look;
    switch (line.stand) {
    case Stand::ToPrint:
        return {BatchWords::tr("to print"), Look::Accent, u"print"_s};
    case Stand::Before:
        return {BatchWords::tr("printed before"), Look::Neutral, u"check"_s};
    case Stand::OtherDay:
    case Stand::None:
        return {BatchWords::tr("left out"), Look::Neutral, u"info"_s};
    case Stand::Unreadable:
        return {BatchWords::tr("left out"), Look::Bad, u"warning"_s};
    case Stand::Asked:
        return {BatchWords::tr("at the printer"), Look::Good, u"check"_s};
    case Stand::Refused:
    case Stand::Failed:
        return {BatchWords::tr("not printed"), Look::Bad, u"printer-off"_s};
    }
    return {};
}

QString whyOf(const BatchLine &line)
{
    switch (line.stand) {
    case Stand::Before:
        return BatchWords::tr("once more: copy %1").arg(line.copy);
    case Stand::OtherDay:
        return line.madeAt.isValid() ? BatchWords::tr("of %1").arg(words::day(line.madeAt.date())) : QString();
    case Stand::None:
        return BatchWords::tr("the case has no such paper");
    case Stand::Failed:
        return words::whyNotPrinted(line.detail);
    case Stand::Unreadable:
    case Stand::Refused:
        if (!line.undone)
            return {};
        return line.undone->error ? words::sentence(*line.undone->error) + u' ' + words::detail(*line.undone->error)
                                  : words::sentence(line.undone->refusals.value(0));
    case Stand::ToPrint:
    case Stand::Asked:
        break;
    }
    return {};
}

void BatchModel::show(const QList<BatchLine> &lines)
{
    const bool isSame = std::ranges::equal(lines, m_lines, [](const BatchLine &a, const BatchLine &b) { return a.isSame(b); });
    if (!isSame)
        beginResetModel();
    m_lines = lines;
    if (!isSame)
        endResetModel();
    else if (!m_lines.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

int BatchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int BatchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString BatchModel::cell(const BatchLine &line, int column) const
{
    switch (column) {
    case Case: return domain::groupedNumber(line.number);
    case Applicant: return line.applicant;
    case Paper: return line.item.isEmpty() ? line.matter : line.item;
    case State: return whyOf(line);
    default: return {};
    }
}

QVariant BatchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const BatchLine &line = m_lines[index.row()];
    const bool isLeftOut = line.stand == Stand::None || line.stand == Stand::OtherDay;
    switch (role) {
    case Qt::DisplayRole: return cell(line, index.column());
    case Qt::ToolTipRole: return whyOf(line);
    case Qt::AccessibleTextRole:
        return QStringList{faceOf(line).text, cell(line, Case), cell(line, Applicant), cell(line, Paper), whyOf(line)}.join(u", "_s);
    case CellDelegate::FaceRole: return index.column() == State ? QVariant::fromValue(faceOf(line)) : QVariant();
    case CellDelegate::StrongRole: return index.column() == Case && !isLeftOut;
    case CellDelegate::QuietRole: return isLeftOut || index.column() == State;
    default: return {};
    }
}

QVariant BatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Case: return tr("Case");
    case Applicant: return tr("Applicant");
    case Paper: return tr("Matter or item");
    case State: return tr("State");
    default: return {};
    }
}
