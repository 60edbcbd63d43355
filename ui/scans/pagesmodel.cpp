#include "ui/scans/pagesmodel.h"

#include "ui/scans/scanwords.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostThumbnails = 1000; // about 90 MB; more pages than a case has

/// A sheet in the size of a small picture, so that the grid does not jump when the picture comes.
QPixmap sheetWith(const QString &icon, theme::Colour colour)
{
    QPixmap sheet(PagesModel::thumbnail);
    sheet.fill(theme::colour(theme::Colour::Window));
    QPainter painter(&sheet);
    theme::icon(icon, colour).paint(&painter, QRect(QPoint(54, 72), QSize(24, 24)));
    return sheet;
}

}

PagesModel::PagesModel(QObject *parent) : QAbstractListModel(parent), m_thumbnails(mostThumbnails) { }

void PagesModel::show(const QList<domain::ScanPicture> &pages)
{
    const auto isSame = [](const domain::ScanPicture &a, const domain::ScanPicture &b) { return a.scan == b.scan; };
    const qsizetype before = m_pages.size();
    const bool grows = pages.size() >= before && std::equal(m_pages.begin(), m_pages.end(), pages.begin(), isSame);
    if (grows && pages.size() == before)
        return;
    if (grows) {
        // While pictures come in, what is seen and chosen stays where it is.
        beginInsertRows({}, int(before), int(pages.size()) - 1);
        m_pages = pages;
        endInsertRows();
        return;
    }
    beginResetModel();
    m_pages = pages;
    endResetModel();
}

void PagesModel::forget()
{
    beginResetModel();
    m_pages.clear();
    m_thumbnails.clear();
    m_asked.clear();
    m_failed.clear();
    m_warnings.clear();
    endResetModel();
}

int PagesModel::rowOf(const QString &scan) const
{
    const auto found = std::ranges::find(m_pages, scan, &domain::ScanPicture::scan);
    return found == m_pages.end() ? -1 : int(found - m_pages.begin());
}

void PagesModel::touch(const QString &scan)
{
    if (const int row = rowOf(scan); row >= 0)
        emit dataChanged(index(row), index(row));
}

void PagesModel::putThumbnail(const QString &scan, const QImage &picture)
{
    m_asked.remove(scan);
    m_thumbnails.insert(scan, new QPixmap(QPixmap::fromImage(picture)));
    touch(scan);
}

void PagesModel::putFailure(const QString &scan, bool isOnItsWay)
{
    m_failed.insert(scan, isOnItsWay);
    touch(scan);
}

void PagesModel::askAgain(const QString &scan)
{
    m_failed.remove(scan);
    m_asked.remove(scan);
    touch(scan);
}

void PagesModel::warn(const QString &scan, const QList<scans::QualityFault> &faults)
{
    m_warnings.insert(scan, faults);
    touch(scan);
}

QPixmap PagesModel::pixmapOf(const QString &scan) const
{
    if (const QPixmap *known = m_thumbnails.object(scan))
        return *known;
    if (m_failed.contains(scan))
        return m_failed[scan] ? sheetWith(u"clock"_s, theme::Colour::Muted) : sheetWith(u"warning"_s, theme::Colour::Bad);
    if (!m_asked.contains(scan)) {
        m_asked.insert(scan);
        emit thumbnailWanted(scan);
    }
    return sheetWith(u"paper"_s, theme::Colour::Muted);
}

int PagesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pages.size());
}

QVariant PagesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString &scan = m_pages[index.row()].scan;
    switch (role) {
    case Qt::DisplayRole: {
        const QString page = tr("page %1").arg(index.row() + 1);
        const QString warning = scanwords::names(m_warnings.value(scan));
        return warning.isEmpty() ? page : page + u" · "_s + warning;
    }
    case Qt::ForegroundRole:
        return theme::colour(m_warnings.value(scan).isEmpty() ? theme::Colour::Text : theme::Colour::Warn);
    case Qt::DecorationRole:
        return pixmapOf(scan);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignHCenter | Qt::AlignTop);
    case ScanRole:
        return scan;
    default:
        return {};
    }
}
