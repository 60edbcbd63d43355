#include "ui/worklist/workmodel.h"

#include "core/domain/casenumber.h"
#include "ui/words/lifewords.h"
#include "ui/words/peoplewords.h"
#include "ui/worklist/taskface.h"

using namespace Qt::StringLiterals;

WorkModel::WorkModel(const desk::WorkList &list, const base::Clock &clock, QObject *parent) : PagedModel(parent), m_list(list), m_clock(clock) { }

void WorkModel::read(const desk::WorkFilter &filter, int least)
{
    m_now = m_clock.now();
    readAnew([this, filter](const desk::WorkList::Place &after, int most) { return m_list.page(filter, after, most); }, least);
}

int WorkModel::rowOf(const desk::WorkLine &line) const
{
    const auto isSame = [&](const desk::WorkLine &other) {
        return other.caseId == line.caseId && other.task.kind == line.task.kind
            && other.task.subjectId == line.task.subjectId;
    };
    const auto found = std::ranges::find_if(lines(), isSame);
    return found == lines().end() ? -1 : int(found - lines().begin());
}

void WorkModel::setMarks(const CaseMarks &marks)
{
    m_marks = marks;
    allChanged(MarkedRole);
}

QStringList WorkModel::casesShown(int most)
{
    while (rowCount() < most && canFetchMore({}))
        fetchMore({});
    QStringList ids;
    for (const desk::WorkLine &line : lines().first(std::min(most, rowCount())))
        ids << line.caseId;
    ids.removeDuplicates();
    return ids;
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
    const desk::WorkLine &line = lines()[index.row()];
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
