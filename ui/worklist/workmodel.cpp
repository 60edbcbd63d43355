#include "ui/worklist/workmodel.h"

#include "core/domain/casenumber.h"
#include "ui/words/lifewords.h"
#include "ui/words/peoplewords.h"
#include "ui/worklist/taskface.h"

using namespace Qt::StringLiterals;

WorkModel::WorkModel(const desk::WorkList &list, const base::Clock &clock, QObject *parent) :
    QAbstractListModel(parent), m_list(list), m_clock(clock)
{
}

void WorkModel::read(const desk::WorkFilter &filter, int least)
{
    auto page = m_list.page(filter, {}, qMax(pageSize, least));
    beginResetModel();
    m_filter = filter;
    m_now = m_clock.now();
    m_fault = page ? std::nullopt : std::optional(page.error());
    m_lines = page ? std::move(page->lines) : QList<desk::WorkLine>();
    m_isWhole = !page || page->isLast;
    m_end = page ? page->end : desk::WorkList::Place();
    endResetModel();
}

int WorkModel::rowOf(const desk::WorkLine &line) const
{
    const auto isSame = [&](const desk::WorkLine &other) {
        return other.caseId == line.caseId && other.task.kind == line.task.kind
            && other.task.subjectId == line.task.subjectId;
    };
    const auto found = std::ranges::find_if(m_lines, isSame);
    return found == m_lines.end() ? -1 : int(found - m_lines.begin());
}

void WorkModel::setMarks(const CaseMarks &marks)
{
    m_marks = marks;
    if (!m_lines.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1), {MarkedRole});
}

QStringList WorkModel::casesShown(int most)
{
    while (m_lines.size() < most && canFetchMore({}))
        fetchMore({});
    QStringList ids;
    for (const desk::WorkLine &line : m_lines.first(std::min<qsizetype>(most, m_lines.size())))
        ids << line.caseId;
    ids.removeDuplicates();
    return ids;
}

int WorkModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

bool WorkModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isWhole;
}

void WorkModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    auto page = m_list.page(m_filter, m_end, pageSize);
    if (!page) {
        m_fault = page.error();
        m_isWhole = true;
        return;
    }
    m_isWhole = page->isLast;
    m_end = page->end;
    if (page->lines.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(page->lines.size()) - 1);
    m_lines += page->lines;
    endInsertRows();
}

QString WorkModel::spoken(const desk::WorkLine &line) const
{
    QStringList parts{words::name(line.urgency), dueWords(line.task, m_now), dueDetail(line.task, m_now),
                      words::name(line.task.kind), line.task.subject, line.matter, words::applicantFor(line.applicant, line.subjects),
                      domain::groupedNumber(line.number)};
    if (line.task.waitsForOthers)
        parts << tr("waits for others");
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QVariant WorkModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const desk::WorkLine &line = m_lines[index.row()];
    switch (role) {
    case Qt::DisplayRole: return words::name(line.task.kind);
    case Qt::AccessibleTextRole: return spoken(line);
    case LineRole: return QVariant::fromValue(line);
    case DueRole: return dueWords(line.task, m_now);
    case MarkedRole: return m_marks.contains(line.caseId);
    case DetailRole: return dueDetail(line.task, m_now);
    default: return {};
    }
}
