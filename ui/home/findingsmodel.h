#pragma once

#include "core/desk/findmatter.h"

#include <QAbstractListModel>

/// What fits the typed text: first the case number that was understood in it, if any, then matters.
class FindingsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NumberRole = Qt::UserRole, ///< QString: the case number of this row; empty on a matter
        MatterRole, ///< desk::MatterLine; not on a number
    };

    explicit FindingsModel(QObject *parent = nullptr);

    /// \a number as 24 characters, or empty.
    void show(const QString &number, const QList<desk::MatterLine> &matters);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    int matterRow(const QModelIndex &index) const { return index.row() - (m_number.isEmpty() ? 0 : 1); }

    QString m_number;
    QList<desk::MatterLine> m_matters;
};
