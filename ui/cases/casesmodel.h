#pragma once

#include "ui/cases/foundcases.h"
#include "ui/widgets/casemarks.h"

#include <QAbstractTableModel>

/// Cases as rows of a table; as a list the first column stands for the whole case.
class CasesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Matter, Applicant, Stage, Window, Changed, Found, Columns };
    enum Role {
        LineRole = Qt::UserRole, ///< desk::CaseLine
        MarkedRole, ///< bool
        WhenRole, ///< the words for when it was last changed
        WindowRole, ///< which window took it in, when it is another one; else empty
        SortRole, ///< unfinished before the rest, newest first: ascending; what was found as it was found
    };

    explicit CasesModel(QObject *parent = nullptr);

    /// Shows \a lines, with times in words as seen from \a now.
    void show(const QList<desk::CaseLine> &lines, const QDateTime &now);
    /// Shows what a search found, with when each case was opened and the words for why it fits in columns Changed and Found.
    void showFound(const QList<FoundCase> &found, const QDateTime &now);
    const QList<desk::CaseLine> &lines() const { return m_lines; }
    QString idAt(const QModelIndex &index) const;
    void setMarks(const CaseMarks &marks);
    /// Region and window with which the numbers of this window's own cases begin; of all others the window is named.
    void setOwnWindow(const QString &window);
    /// Whether a case of another window is among them.
    bool hasOtherWindows() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, int column) const;

    QList<desk::CaseLine> m_lines;
    QStringList m_whys; ///< of what was found, by row
    bool m_isFound = false;
    QDateTime m_now;
    CaseMarks m_marks;
    QString m_ownWindow;
};
