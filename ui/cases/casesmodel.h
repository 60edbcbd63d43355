#pragma once

#include "core/desk/reception.h"

#include <QAbstractTableModel>

/// Cases as rows of a table; as a list the first column stands for the whole case.
class CasesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Matter, Applicant, Stage, Changed, Columns };
    enum Role {
        LineRole = Qt::UserRole, ///< desk::CaseLine
        WhenRole, ///< the words for when it was last changed
        SortRole, ///< unfinished before the rest, newest first: ascending
    };

    explicit CasesModel(QObject *parent = nullptr);

    /// Shows \a lines, with times in words as seen from \a now.
    void show(const QList<desk::CaseLine> &lines, const QDateTime &now);
    QString idAt(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const desk::CaseLine &line, int column) const;

    QList<desk::CaseLine> m_lines;
    QDateTime m_now;
};
