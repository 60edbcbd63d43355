#pragma once

#include "core/desk/scanroom.h"

#include <QDateTime>
#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace desk {

/// A case whose folder of pictures holds something that does not fit with what the case says.
struct Misfit {
    QString caseId;
    QString number; ///< empty: this journal knows no such case
    QList<scans::Finding> findings;
};

/// Looks once, after the start, at the folders into which something came since it looked last, one case after the other while the
/// window is free; files are opened in a thread. Nothing is changed: a picture without an event is put into its case when somebody
/// opens its pictures (CaseScans::check()).
class ScanRepair final : public QObject
{
    Q_OBJECT

public:
    /// \a room outlives this. \a stamp: file whose date says when it looked last.
    ScanRepair(const ScanRoom &room, QString stamp, QObject *parent = nullptr);
    ~ScanRepair() override;

    void start();

signals:
    void found(const desk::Misfit &misfit);
    /// Looked at \a cases folders.
    void completed(int cases);

private:
    void next();
    void settle(const Misfit &misfit);

    const ScanRoom &m_room;
    const QString m_stamp;
    QDateTime m_started;
    QStringList m_open; ///< ids of cases to look at
    int m_looked = 0;
    QThreadPool m_thread;
};

}
