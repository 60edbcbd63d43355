#pragma once

#include "core/desk/copyrun.h"

#include <QAbstractListModel>

/// The blanks of a system as rows, each screen under its title.
class CopyModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        LineRole = Qt::UserRole, ///< index in CopySheet::lines; -1: the title of a screen
        ValueRole, ///< as it may be shown now
        MarkRole, ///< int of CopyRun::Mark
        StateRole, ///< int of CopyLine::State
    };

    using QAbstractListModel::QAbstractListModel;

    /// \a run outlives its being shown; null: nothing.
    void show(const desk::CopyRun *run);
    /// Something was copied, left or taken back. \a bare: the line that lies on the clipboard and is not masked; -1: none.
    void refresh(qsizetype bare);
    int rowOf(qsizetype line) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        qsizetype screen = 0;
        qsizetype line = -1;
    };
    QString valueOf(qsizetype line) const;

    const desk::CopyRun *m_run = nullptr;
    QList<Row> m_rows;
    qsizetype m_bare = -1;
};
