#pragma once

#include "core/desk/guidereading.h"

#include <QAbstractListModel>

class QListView;

/// What differs between two versions, one sentence a row; those that can change a checklist are marked.
class DifferencesModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void show(const QList<desk::Difference> &differences);
    /// How many there are and how many change a checklist, as a caption.
    QString summary() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<desk::Difference> m_differences;
};

/// Shows \a model in \a list as sentences that are read, not chosen.
void prepareDifferences(QListView &list, DifferencesModel *model);
