#pragma once

#include <QTableView>

/// The table of a list of people under the clerk's hands. Enter edits a cell and goes on to the next.
class PeopleTableView final : public QTableView
{
    Q_OBJECT

public:
    explicit PeopleTableView(QWidget *parent = nullptr);

    /// Gives each column the width of what stands in it, the last one the rest.
    void fitColumns();

signals:
    void pastePressed();
    void removePressed();
    void enterPressed(bool withControl); ///< in a table that is not edited
    void cellChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
};
