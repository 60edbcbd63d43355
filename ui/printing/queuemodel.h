#pragma once

#include "core/desk/printqueue.h"

#include <QAbstractListModel>

/// The prints of the window as rows, what is open first, each part the newest first.
class QueueModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        PrintRole = Qt::UserRole, ///< desk::QueuedPrint
    };

    /// \a queue outlives the model.
    explicit QueueModel(const desk::PrintQueue &queue, QObject *parent = nullptr);

    const desk::QueuedPrint &print(int row) const { return m_prints[row]; }
    /// The row of print \a id; -1 when there is none.
    int rowOf(const QString &id) const;
    /// How many prints are on their way, failed or not confirmed.
    int openCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void renew();

    const desk::PrintQueue &m_queue;
    QList<desk::QueuedPrint> m_prints;
};
