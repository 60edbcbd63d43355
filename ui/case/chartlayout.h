#pragma once

#include "core/domain/plan.h"

/// Where the items of a case stand in its flow chart: an item is below everything that it waits for (前置事项); items that wait
/// for nothing stand side by side.
namespace chart {

struct Box {
    QString id;
    int row = 0;
    int column = 0;
    bool operator==(const Box &) const = default;
};
struct Edge {
    QString from;
    QString to;
    bool operator==(const Edge &) const = default;
};

/// One box for each of \a items, at most \a columns (1 or more) in a row, in the order of the items within a layer; those that
/// others wait for come last in theirs, next to them.
QList<Box> boxes(const QList<domain::Plan::ItemLine> &items, int columns);
/// From each item to those that wait for it; only between \a items.
QList<Edge> edges(const QList<domain::Plan::ItemLine> &items);

}
