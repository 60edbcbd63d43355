#pragma once

#include "ui/theme/theme.h"

#include <QTableWidget>

/// The size in which something of the board is shown.
enum class BoardSize { Page, Wall };

/// The font of \a type in \a size.
QFont boardFont(theme::Type type, BoardSize size);

/// A list of the board: whole rows, shown anew without a jump, never a way for the keys on the wall.
class BoardTable final : public QTableWidget
{
    Q_OBJECT

public:
    struct Row {
        QStringList cells;
        theme::Colour colour = theme::Colour::Text; ///< of the last cell, and of all with \c strong
        bool strong = false;
        QString key; ///< of the row that stays chosen
        bool operator==(const Row &) const = default;
    };

    /// \a stretched takes what is left.
    BoardTable(const QString &name, const QStringList &columns, int stretched, BoardSize size, QWidget *parent = nullptr);

    /// The chosen row stays so, by its key.
    void show(const QList<Row> &rows);
    using QTableWidget::show;
    QString currentKey() const;

signals:
    void opened(const QString &key);

private:
    QList<Row> m_rows;
};
