#include "ui/printing/seriesmodel.h"

#include "core/domain/events.h"
#include "ui/printing/tablelook.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using desk::SeriesLine;

namespace {

struct SeriesWords {
    Q_DECLARE_TR_FUNCTIONS(SeriesModel)
};

QString originOf(SeriesLine::Origin origin)
{
    switch (origin) {
    case SeriesLine::Origin::None: return u"—"_s;
    case SeriesLine::Origin::Entered: return SeriesWords::tr("entered");
    case SeriesLine::Origin::Leased: return SeriesWords::tr("hub");
    case SeriesLine::Origin::Both: return SeriesWords::tr("hub, entered");
    }
    Q_UNREACHABLE();
}

QString seriesCell(const SeriesLine &line, int column)
{
    switch (column) {
    case SeriesModel::Paper: return nameOf(line.series);
    case SeriesModel::Organ: return line.series.organ;
    case SeriesModel::Year: return QString::number(line.series.year);
    case SeriesModel::Source: return originOf(line.origin);
    case SeriesModel::Given: return QString::number(line.given);
    case SeriesModel::Voided: return QString::number(line.voided);
    case SeriesModel::Last: return line.last > 0 ? QString::number(line.last) : u"—"_s;
    case SeriesModel::Left: return line.isSample ? u"—"_s : QString::number(line.isOver ? 0 : line.left);
    default: return {};
    }
}

}

QString nameOf(const desk::NumberSeries &series)
{
    for (int i = 0; i <= int(domain::PaperKind::DeliveryRecord); ++i) {
        if (domain::paperWord(domain::PaperKind(i)) == series.paper)
            return words::name(domain::PaperKind(i));
    }
    return series.paper;
}

BadgeFace faceOf(const SeriesLine &line)
{
    using Look = BadgeFace::Look;
    if (!line.gaps.isEmpty())
        return {SeriesWords::tr("%n gap(s)", nullptr, int(line.gaps.size())), Look::Bad, u"warning"_s};
    if (line.isSample)
        return {SeriesWords::tr("sample numbers"), Look::Neutral, u"info"_s};
    if (line.isOver && !line.unused.isEmpty())
        return {SeriesWords::tr("year is over: %n unused", nullptr, int(line.unusedCount())), Look::Neutral, u"info"_s};
    if (line.isOver)
        return {SeriesWords::tr("year is over"), Look::Neutral, u"check"_s};
    if (line.left == 0)
        return {SeriesWords::tr("used up"), Look::Bad, u"warning"_s};
    if (line.isShort())
        return {SeriesWords::tr("only %n left", nullptr, int(line.left)), Look::Warn, u"warning"_s};
    return {SeriesWords::tr("without gaps"), Look::Good, u"check"_s};
}

void SeriesModel::show(const QList<SeriesLine> &lines)
{
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

int SeriesModel::rowOf(const desk::NumberSeries &series) const
{
    const auto found = std::ranges::find(m_lines, series, &SeriesLine::series);
    return found == m_lines.end() ? -1 : int(found - m_lines.begin());
}

int SeriesModel::troubled() const
{
    return int(std::ranges::count_if(m_lines, [](const SeriesLine &line) { return line.isShort() || !line.gaps.isEmpty(); }));
}

int SeriesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int SeriesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant SeriesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SeriesLine &line = m_lines[index.row()];
    switch (role) {
    case Qt::DisplayRole: return seriesCell(line, index.column());
    case Qt::AccessibleTextRole:
        return tr("%1 %2 %3: %4 given, %5 voided, %6 left, %7")
            .arg(nameOf(line.series), line.series.organ, QString::number(line.series.year), QString::number(line.given),
                 QString::number(line.voided), seriesCell(line, Left), faceOf(line).text);
    case CellDelegate::FaceRole: return index.column() == State ? QVariant::fromValue(faceOf(line)) : QVariant();
    case CellDelegate::StrongRole: return index.column() == Paper;
    case CellDelegate::QuietRole: return line.isOver;
    default: return {};
    }
}

QVariant SeriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Paper: return tr("Paper");
    case Organ: return tr("Organ");
    case Year: return tr("Year");
    case Source: return tr("From");
    case Given: return tr("Given");
    case Voided: return tr("Voided");
    case Last: return tr("Last");
    case Left: return tr("Left");
    case State: return tr("State");
    default: return {};
    }
}
