#pragma once

#include "ui/case/caseview.h"
#include "ui/widgets/badge.h"

#include <QWidget>

/// The items of a case as a flow chart: a box each with number, name, state and promised day; lines lead from what must be
/// decided first. One is chosen, by the arrows, by its number or by the mouse.
class ItemsChart final : public QWidget
{
    Q_OBJECT

public:
    explicit ItemsChart(QWidget *parent = nullptr);

    void show(const CaseView &view);
    /// The chart makes its boxes as wide as \a height pixels allow without scrolling.
    void setRoom(int height);
    /// In pixels, with as many boxes side by side as the width allows.
    int leastHeight() const;
    /// Id of the chosen item; empty only while there is none.
    const QString &current() const { return m_current; }
    /// Nothing happens when \a id is not there.
    void choose(const QString &id);
    /// The \a number-th item, from 1; nothing happens when there are fewer.
    void chooseNumber(int number);
    /// Where the chosen box is drawn.
    QRect currentPlace() const;

signals:
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Box {
        QString id;
        QString name;
        QString promise;
        BadgeFace face;
        int row = 0;
        int column = 0;
        QRect place;
    };
    int columnsFor(int widest) const;
    int heightIn(int columns) const;
    int mostColumns() const;
    void layOut();
    const Box *box(const QString &id) const;
    void step(int rows, int columns);
    void paintBox(QPainter &painter, const Box &box) const;
    void paintEdge(QPainter &painter, const Box &from, const Box &to) const;

    QList<domain::Plan::ItemLine> m_lines;
    QList<Box> m_boxes; ///< in the order of their numbers
    QString m_current;
    int m_room = 0;
};
