#include "ui/intake/itemsmodel.h"

#include "ui/words/words.h"

#include <algorithm>

void ItemsModel::show(const QList<domain::Plan::ItemLine> &items)
{
    const auto id = [](const domain::Plan::ItemLine &line) { return line.item.id; };
    if (std::ranges::equal(m_items, items, {}, id, id)) {
        m_items = items;
        if (!m_items.isEmpty())
            emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_items = items;
    endResetModel();
}

int ItemsModel::rowOf(const QString &item) const
{
    const auto it = std::ranges::find_if(m_items, [&](const auto &line) { return line.item.id == item; });
    return it == m_items.end() ? -1 : int(it - m_items.begin());
}

int ItemsModel::chosenCount() const
{
    return int(std::ranges::count_if(m_items, &domain::Plan::ItemLine::chosen));
}

int ItemsModel::undecidedCount() const
{
    return int(std::ranges::count(m_items, domain::Truth::Unknown, &domain::Plan::ItemLine::applies));
}

bool ItemsModel::pathOpen(const domain::Plan::ItemLine &line)
{
    return line.chosen && line.paths.size() > 1 && line.path.isEmpty();
}

int ItemsModel::openCount() const
{
    return int(std::ranges::count_if(m_items, pathOpen));
}

int ItemsModel::nextOpen(int row) const
{
    const int count = rowCount();
    for (int step = 1; step <= count; ++step) {
        const int candidate = (row + step) % count;
        if (pathOpen(m_items[candidate]))
            return candidate;
    }
    return -1;
}

int ItemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant ItemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const domain::Plan::ItemLine &line = m_items[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return line.item.name;
    case Qt::ToolTipRole:
        return line.item.note.isEmpty() ? line.item.name : line.item.name + u'\n' + line.item.note;
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(line.item.name, detail(line));
    case OptionRole::Detail:
        return detail(line);
    case OptionRole::Options: {
        QStringList names;
        if (line.chosen && line.paths.size() > 1) {
            for (const domain::Path &path : line.paths)
                names << path.name;
        }
        return names;
    }
    case OptionRole::Chosen: {
        const auto it = std::ranges::find_if(line.paths, [&](const auto &path) { return path.id == line.path; });
        return it == line.paths.end() ? -1 : int(it - line.paths.begin());
    }
    case OptionRole::Mark:
        return QVariant::fromValue(mark(line));
    case OptionRole::Box:
        return line.applies == domain::Truth::Yes ? QVariant(line.chosen) : QVariant();
    case OptionRole::Id:
        return line.item.id;
    default:
        return {};
    }
}

RowMark ItemsModel::mark(const domain::Plan::ItemLine &line) const
{
    if (line.applies == domain::Truth::Unknown)
        return RowMark::Undecided;
    if (!line.chosen)
        return RowMark::Off;
    return pathOpen(line) ? RowMark::Open : RowMark::Done;
}

QString ItemsModel::detail(const domain::Plan::ItemLine &line) const
{
    if (line.applies == domain::Truth::No)
        return tr("does not apply by the answers");
    if (line.applies == domain::Truth::Unknown)
        return tr("waits for an answer");
    if (!line.chosen)
        return tr("dropped, not wanted now");
    if (pathOpen(line))
        return tr("choose the way to handle it");
    QStringList parts{line.item.department};
    if (const domain::Path *path = line.item.path(line.path))
        parts << path->name;
    parts << words::term(line.promisedDays);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}
