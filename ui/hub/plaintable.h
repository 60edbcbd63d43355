#pragma once

#include <QTableWidget>

/// A list in columns as the hub's page has several: chosen by the row, Enter or a double click opens it.
class PlainTable final : public QTableWidget
{
    Q_OBJECT

public:
    /// \a name for readers of the screen.
    PlainTable(const QString &name, const QStringList &columns, QWidget *parent = nullptr);

    struct Row {
        QStringList cells;
        QString key; ///< what it stands for; of the row that stays chosen
    };
    /// The row that was chosen stays so, by its key.
    void show(const QList<Row> &rows);
    using QTableWidget::show;
    QString currentKey() const;

signals:
    void opened(const QString &key);

private:
    QStringList m_keys;
};
