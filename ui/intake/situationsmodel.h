#pragma once

#include "core/domain/plan.h"

#include <QAbstractListModel>

/// The situations to ask, with their answers; roles as OptionRole says. A number that is being typed lives here until it is
/// given as an answer.
class SituationsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void show(const QList<domain::Plan::Question> &questions);
    const domain::Plan::Question &question(int row) const { return m_questions[row]; }
    int rowOf(const QString &situation) const;
    /// The next row after \a row without an answer, round the end; -1: all are answered.
    int nextOpen(int row) const;
    int openCount() const;

    bool asksForNumber(int row) const { return m_questions[row].situation.kind == domain::Situation::Kind::Number; }
    /// What was typed for the number in \a row and is not yet its answer; nothing: not touched.
    std::optional<QString> draft(int row) const;
    void setDraft(int row, const QString &text);
    void dropDraft();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString answerText(const domain::Plan::Question &question) const;
    int chosenOption(const domain::Plan::Question &question) const;

    QList<domain::Plan::Question> m_questions;
    QString m_draftOf; ///< situation
    QString m_draft;
};
