#include "ui/intake/situationsmodel.h"

#include "ui/intake/optiondelegate.h"

#include <algorithm>

namespace {

constexpr int longestNumber = 12;

bool sameQuestions(const QList<domain::Plan::Question> &a, const QList<domain::Plan::Question> &b)
{
    return std::ranges::equal(
        a, b, {}, [](const auto &q) { return q.situation.id; }, [](const auto &q) { return q.situation.id; });
}

}

void SituationsModel::show(const QList<domain::Plan::Question> &questions)
{
    if (sameQuestions(m_questions, questions)) {
        m_questions = questions;
        if (!m_questions.isEmpty())
            emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_questions = questions;
    endResetModel();
}

int SituationsModel::rowOf(const QString &situation) const
{
    const auto it = std::ranges::find_if(m_questions, [&](const auto &q) { return q.situation.id == situation; });
    return it == m_questions.end() ? -1 : int(it - m_questions.begin());
}

int SituationsModel::nextOpen(int row) const
{
    const int count = rowCount();
    for (int step = 1; step <= count; ++step) {
        const int candidate = (row + step) % count;
        if (m_questions[candidate].answer.isEmpty())
            return candidate;
    }
    return -1;
}

int SituationsModel::openCount() const
{
    return int(std::ranges::count_if(m_questions, [](const auto &q) { return q.answer.isEmpty(); }));
}

std::optional<QString> SituationsModel::draft(int row) const
{
    return m_questions[row].situation.id == m_draftOf ? std::optional(m_draft) : std::nullopt;
}

void SituationsModel::setDraft(int row, const QString &text)
{
    m_draftOf = m_questions[row].situation.id;
    m_draft = text.left(longestNumber);
    emit dataChanged(index(row), index(row));
}

void SituationsModel::dropDraft()
{
    const int row = rowOf(std::exchange(m_draftOf, {}));
    m_draft.clear();
    if (row >= 0)
        emit dataChanged(index(row), index(row));
}

int SituationsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_questions.size());
}

QVariant SituationsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const domain::Plan::Question &question = m_questions[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return question.situation.question;
    case Qt::ToolTipRole:
        return question.situation.help;
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(question.situation.question, answerText(question));
    case OptionRole::Detail:
        return answerText(question);
    case OptionRole::Options: {
        QStringList labels;
        for (const domain::Situation::Option &option : question.situation.options)
            labels << option.label;
        return labels;
    }
    case OptionRole::Chosen:
        return chosenOption(question);
    case OptionRole::Mark:
        return QVariant::fromValue(question.answer.isEmpty() ? RowMark::Open : RowMark::Done);
    case OptionRole::Entry:
        return asksForNumber(index.row()) ? draft(index.row()).value_or(question.answer) : QVariant();
    case OptionRole::Unit:
        return question.situation.unit;
    case OptionRole::Id:
        return question.situation.id;
    default:
        return {};
    }
}

QString SituationsModel::answerText(const domain::Plan::Question &question) const
{
    if (question.answer.isEmpty())
        return tr("not answered");
    if (question.situation.kind == domain::Situation::Kind::Number)
        return question.answer + u' ' + question.situation.unit;
    const domain::Situation::Option *option = question.situation.option(question.answer);
    return option ? option->label : question.answer;
}

int SituationsModel::chosenOption(const domain::Plan::Question &question) const
{
    const auto &options = question.situation.options;
    const auto it = std::ranges::find_if(options, [&](const auto &option) { return option.id == question.answer; });
    return it == options.end() ? -1 : int(it - options.begin());
}
