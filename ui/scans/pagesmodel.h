#pragma once

#include "core/domain/case.h"
#include "core/scans/quality.h"

#include <QAbstractListModel>
#include <QCache>
#include <QHash>
#include <QPixmap>
#include <QSet>

/// The pages of one material, in order, with their small pictures.
class PagesModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr QSize thumbnail{132, 168};
    static constexpr int ScanRole = Qt::UserRole + 1; ///< QString, address

    explicit PagesModel(QObject *parent = nullptr);

    void show(const QList<domain::ScanPicture> &pages);
    void forget();
    QString scan(int row) const { return m_pages.value(row).scan; }
    int rowOf(const QString &scan) const;
    void putThumbnail(const QString &scan, const QImage &picture);
    /// \a isOnItsWay: it is only not here yet.
    void putFailure(const QString &scan, bool isOnItsWay = false);
    /// \a scan failed before and may be there now.
    void askAgain(const QString &scan);
    void warn(const QString &scan, const QList<scans::QualityFault> &faults);
    QList<scans::QualityFault> warnings(const QString &scan) const { return m_warnings.value(scan); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    /// The small picture of \a scan is to be painted and is not at hand.
    void thumbnailWanted(const QString &scan) const;

private:
    QPixmap pixmapOf(const QString &scan) const;
    void touch(const QString &scan);

    QList<domain::ScanPicture> m_pages;
    mutable QCache<QString, QPixmap> m_thumbnails;
    mutable QSet<QString> m_asked;
    QHash<QString, bool> m_failed; ///< by address; true: on its way
    QHash<QString, QList<scans::QualityFault>> m_warnings;
};
