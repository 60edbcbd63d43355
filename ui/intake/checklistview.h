#pragma once

#include "core/domain/case.h"

#include <QTableView>

class ChecklistDelegate;

/// The list of materials under the clerk's hands: one key gives the current row its verdict.
class ChecklistView final : public QTableView
{
    Q_OBJECT

public:
    explicit ChecklistView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void goTo(int row);
    int currentRow() const { return currentIndex().row(); }
    /// Makes the rows comfortable when all of them fit into \a height pixels, else compact; never higher than its rows.
    void fitRows(int height);

signals:
    void verdictKeyPressed(int row, domain::VerdictKind kind);
    void takeBackPressed(int row);
    void lookUpPressed(int row);
    void enterPressed(int row);
    void rowChanged(int row); ///< -1: none

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    ChecklistDelegate *const m_delegate;
};
