#pragma once

#include "ui/widgets/badge.h"
#include "ui/widgets/stepcard.h"

#include <QAbstractListModel>

class QLabel;
class QListView;

/// One line of a pane.
struct PaneRow {
    QString text;
    QString detail; ///< quiet
    BadgeFace badge; ///< empty text: none
    QString id; ///< what Enter is about; may be empty
    bool operator==(const PaneRow &) const = default;
};

/// How the rows of a pane are drawn.
enum class RowShape {
    OneLine, ///< text, detail, badge
    TwoLines, ///< text and badge, the detail below
    Wrapped, ///< the detail, and below it the whole text on as many lines as it needs
};

/// The rows of a pane as a model; Qt::DisplayRole is text and detail for readers of the screen.
class PaneModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int RowRole = Qt::UserRole + 1;

    using QAbstractListModel::QAbstractListModel;
    void show(const QList<PaneRow> &rows);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<PaneRow> m_rows;
};

/// A card with a list that can be walked through by the arrows; Enter takes a row that has an id.
class RowsPane final : public StepCard
{
    Q_OBJECT

public:
    /// \a empty stands where no row is.
    RowsPane(const QString &title, const QString &key, RowShape shape, const QString &empty, QWidget *parent = nullptr);

    void show(const QList<PaneRow> &rows);
    const PaneModel &model() const { return *m_model; }
    /// The id of the current row; empty: it has none.
    QString currentId() const;

signals:
    void taken(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    PaneModel *const m_model;
    QListView *const m_list;
    QLabel *const m_empty;
};

Q_DECLARE_METATYPE(PaneRow)
