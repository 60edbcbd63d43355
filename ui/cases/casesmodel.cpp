#include "ui/cases/casesmodel.h"

#include "core/domain/casenumber.h"
#include "ui/cases/caseface.h"
#include "ui/words/peoplewords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

CasesModel::CasesModel(QObject *parent) :
    QAbstractTableModel(parent)
{
}

void CasesModel::show(const QList<desk::CaseLine> &lines, const QDateTime &now)
{
    beginResetModel();
    m_lines = lines;
    m_whys.clear();
    m_isFound = false;
    m_now = now;
    endResetModel();
}

void CasesModel::showFound(const QList<FoundCase> &found, const QDateTime &now)
{
    beginResetModel();
    m_lines.clear();
    m_whys.clear();
    for (const FoundCase &each : found) {
        m_lines << each.line;
        m_whys << each.why;
    }
    m_isFound = true;
    m_now = now;
    endResetModel();
}

QString CasesModel::idAt(const QModelIndex &index) const
{
    return index.isValid() ? m_lines[index.row()].id : QString();
}

void CasesModel::setMarks(const CaseMarks &marks)
{
    m_marks = marks;
    if (!m_lines.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1), {MarkedRole});
}

void CasesModel::setOwnWindow(const QString &window)
{
    m_ownWindow = window;
    if (!m_lines.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

bool CasesModel::hasOtherWindows() const
{
    return std::ranges::any_of(m_lines, [this](const desk::CaseLine &line) { return !otherWindow(line.number, m_ownWindow).isEmpty(); });
}

int CasesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int CasesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString CasesModel::text(int row, int column) const
{
    const desk::CaseLine &line = m_lines[row];
    switch (column) {
    case Number: return domain::groupedNumber(line.number);
    case Matter: return line.matter;
    case Applicant: return line.applicant.isEmpty() ? tr("not entered") : words::applicantFor(line.applicant, line.subjects);
    case Stage: return stageBadge(line).text;
    case Window: return otherWindow(line.number, m_ownWindow);
    case Changed: return whenWords(m_isFound ? line.openedAt : line.changedAt, m_now);
    case Found: return m_whys.value(row);
    default: return {};
    }
}

QVariant CasesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const desk::CaseLine &line = m_lines[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3, %4").arg(line.matter, text(index.row(), Applicant), text(index.row(), Stage), text(index.row(), Number));
    case LineRole: return QVariant::fromValue(line);
    case MarkedRole: return m_marks.contains(line.id);
    case WindowRole: return text(index.row(), Window);
    case WhenRole: return text(index.row(), Changed);
    case SortRole:
        if (m_isFound)
            return index.row();
        return u"%1%2"_s.arg(line.stage == domain::Stage::Intake ? 0 : 1)
            .arg(std::numeric_limits<qint64>::max() - line.changedAt.toMSecsSinceEpoch(), 20, 10, QLatin1Char('0'));
    default: return {};
    }
}

QVariant CasesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number: return tr("Number");
    case Matter: return tr("Matter");
    case Applicant: return tr("Applicant");
    case Stage: return tr("Stage");
    case Window: return tr("Taken in at");
    case Changed: return m_isFound ? tr("Opened") : tr("Last change");
    case Found: return tr("Found by");
    default: return {};
    }
}
