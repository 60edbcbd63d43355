#include "ui/intake/checklistmodel.h"

#include "ui/intake/verdictlook.h"
#include "ui/words/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

void ChecklistModel::show(const QList<domain::Plan::MaterialLine> &materials,
                          const QMap<QString, domain::Verdict> &verdicts)
{
    const auto id = [](const domain::Plan::MaterialLine &line) { return line.material.id; };
    if (std::ranges::equal(m_materials, materials, {}, id, id)) {
        m_materials = materials;
        m_verdicts = verdicts;
        if (!m_materials.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
        return;
    }
    beginResetModel();
    m_materials = materials;
    m_verdicts = verdicts;
    endResetModel();
}

std::optional<domain::Verdict> ChecklistModel::verdict(int row) const
{
    const auto it = m_verdicts.constFind(m_materials[row].material.id);
    return it == m_verdicts.cend() ? std::nullopt : std::optional(*it);
}

int ChecklistModel::rowOf(const QString &material) const
{
    const auto it = std::ranges::find_if(m_materials, [&](const auto &line) { return line.material.id == material; });
    return it == m_materials.end() ? -1 : int(it - m_materials.begin());
}

int ChecklistModel::nextOpen(int row) const
{
    const int count = rowCount();
    for (int step = 1; step <= count; ++step) {
        const int candidate = (row + step) % count;
        if (!verdict(candidate))
            return candidate;
    }
    return -1;
}

int ChecklistModel::openCount() const
{
    return int(
        std::ranges::count_if(m_materials, [this](const auto &l) { return !m_verdicts.contains(l.material.id); }));
}

int ChecklistModel::gapCount() const
{
    return int(std::ranges::count_if(m_materials, [this](const auto &line) {
        const auto it = m_verdicts.constFind(line.material.id);
        return it != m_verdicts.cend() && !it->satisfies();
    }));
}

int ChecklistModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_materials.size());
}

int ChecklistModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant ChecklistModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (index.column()) {
    case Number:
        return numberData(index.row(), role);
    case Material:
        return materialData(index.row(), role);
    case Verdict:
        return verdictData(index.row(), role);
    default:
        return {};
    }
}

QVariant ChecklistModel::numberData(int row, int role) const
{
    return role == Qt::DisplayRole ? row + 1 : QVariant();
}

QVariant ChecklistModel::materialData(int row, int role) const
{
    const domain::Plan::MaterialLine &line = m_materials[row];
    switch (role) {
    case Qt::DisplayRole:
        return line.material.name;
    case Qt::ToolTipRole:
        return line.itemNames.join(u'\n');
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(line.material.name, askedForm(line.material));
    case Detail: {
        const QString items
            = line.itemNames.size() == 1 ? line.itemNames.front() : tr("%n items", nullptr, int(line.itemNames.size()));
        return QStringList{askedForm(line.material), items}.join(u" · "_s);
    }
    default:
        return {};
    }
}

QVariant ChecklistModel::verdictData(int row, int role) const
{
    const std::optional<domain::Verdict> given = verdict(row);
    switch (role) {
    case Qt::DisplayRole:
        return verdictFace(given).text;
    case Qt::ToolTipRole:
    case Detail:
        return given ? verdictDetail(*given, m_materials[row].material) : QString();
    case Kind:
        return given ? QVariant(static_cast<int>(given->kind)) : QVariant();
    default:
        return {};
    }
}

QVariant ChecklistModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("No.");
    case Material:
        return tr("Material");
    case Verdict:
        return tr("Verdict");
    default:
        return {};
    }
}

QString askedForm(const domain::Material &material)
{
    const auto counted
        = [](const QString &word, int count) { return count > 1 ? word + u" ×"_s + QString::number(count) : word; };
    if (material.form == domain::Material::Form::Copy)
        return counted(words::name(material.form), qMax(material.copies, material.originals));
    QString text = counted(words::name(material.form), material.originals);
    if (material.copies > 0)
        text += u"，"_s + counted(words::name(domain::Material::Form::Copy), material.copies);
    return text;
}
