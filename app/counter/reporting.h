#pragma once

#include "app/counter/workplace.h"
#include "core/desk/reportschedule.h"
#include "ui/widgets/inlinemessage.h"

class MainWindow;
class ReportPage;
class Staffing;

/// The report at the window: its page, printing and saving it.
class Reporting final : public QObject
{
    Q_OBJECT

public:
    /// Adds its page; everything outlives it.
    Reporting(Workplace &workplace, MainWindow &window, QObject *parent = nullptr);

    void guardBy(Staffing &staffing);
    /// Where files go without asking; empty: a dialog asks.
    void setSaveFolder(const QString &folder) { m_saveFolder = folder; }

signals:
    void openRequested(const QString &caseId);
    void said(InlineMessage::Level level, const QString &what, const QString &detail);
    void paperProduced();

private:
    void print(const reports::Report &report);
    void save(const std::shared_ptr<const reports::Report> &report);
    void saveTo(const reports::Report &report, const QString &file);

    Workplace &m_workplace;
    MainWindow &m_window;
    ReportPage *const m_page;
    QString m_saveFolder;
    desk::ReportSchedule m_schedule;
};
