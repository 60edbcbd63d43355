#include "ui/case/chartlayout.h"

#include <QMap>

#include <algorithm>

namespace chart {

namespace {

/// How many items, one after the other, must be decided before each.
QMap<QString, int> layersOf(const QList<domain::Plan::ItemLine> &items, const QList<Edge> &all)
{
    QMap<QString, int> layers;
    // As many rounds as there are items are enough; a circle, which no guide has, ends there too.
    for (qsizetype round = 0; round < items.size(); ++round) {
        for (const Edge &edge : all)
            layers[edge.to] = std::max(layers.value(edge.to), layers.value(edge.from) + 1);
    }
    return layers;
}

}

QList<Edge> edges(const QList<domain::Plan::ItemLine> &items)
{
    QList<Edge> all;
    for (const domain::Plan::ItemLine &line : items) {
        for (const QString &before : line.item.after) {
            if (std::ranges::any_of(items, [&](const auto &other) { return other.item.id == before; }))
                all.append({before, line.item.id});
        }
    }
    return all;
}

QList<Box> boxes(const QList<domain::Plan::ItemLine> &items, int columns)
{
    const QList<Edge> all = edges(items);
    const QMap<QString, int> layers = layersOf(items, all);
    QMap<int, QStringList> rows;
    for (const bool waitedFor : {false, true}) {
        for (const domain::Plan::ItemLine &line : items) {
            const QString &id = line.item.id;
            if (std::ranges::any_of(all, [&](const Edge &edge) { return edge.from == id; }) == waitedFor)
                rows[layers.value(id)] << id;
        }
    }
    QList<Box> placed;
    int row = 0;
    for (const QStringList &layer : std::as_const(rows)) {
        for (int i = 0; i < layer.size(); ++i)
            placed.append({layer[i], row + i / columns, i % columns});
        row += (int(layer.size()) + columns - 1) / columns;
    }
    return placed;
}

}
