#pragma once

#include "core/desk/reportdesk.h"

#include <QTimer>

namespace desk {

/// The days up to \a now whose report is to be made: those of the last \a back days whose hour \a at has passed, the oldest first.
/// Empty for an invalid \a at.
QList<QDate> daysToReport(const QDateTime &now, QTime at, int back);

/// Makes the report of each day at the end of the day, as a PDF in a folder, once; days on which the PC was off or asleep are caught up, a
/// week back. A day on which nothing happened and nothing was open has no report.
class ReportSchedule final : public QObject
{
    Q_OBJECT

public:
    using Draw = std::function<QList<QImage>(const reports::Report &)>;

    /// \a at: reportAt of the hall's settings, hours and minutes; empty: no report is made. \a folder is made when it is needed.
    ReportSchedule(ReportNeeds needs, const QString &at, QString folder, Draw charts, QObject *parent = nullptr);

    /// Where the report of \a day lies once it was made.
    QString fileOf(QDate day) const;
    /// Looks whether a report is due, as it does by itself every minute.
    void look();

signals:
    void made(const QString &file);
    /// It is tried again later.
    void failed(const base::Error &error);

private:
    void take(const reports::Report &report);

    const base::Clock &m_clock;
    const QTime m_at;
    const QString m_folder;
    const Draw m_charts;
    ReportDesk m_desk;
    QList<QDate> m_empty; ///< days without anything to report
    QTimer m_timer;
};

}
