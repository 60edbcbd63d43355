#include "app/counter/reporting.h"

#include "app/counter/pagekeys.h"
#include "app/counter/savedialog.h"
#include "app/counter/staffing.h"
#include "ui/report/reportcharts.h"
#include "ui/report/reportpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/words/words.h"

#include <QDir>

using namespace Qt::StringLiterals;
using Level = InlineMessage::Level;

namespace {

/// As they stand on paper: half its width at 300 dots to the inch.
QList<QImage> chartsOnPaper(const reports::Report &report)
{
    constexpr QSize shape(400, 250);
    constexpr double dots = 2.2;
    QList<QImage> charts;
    for (int i = 0; i < reportcharts::charts; ++i)
        charts << reportcharts::draw(static_cast<reportcharts::Chart>(i), report, shape, dots);
    return charts;
}

}

Reporting::Reporting(Workplace &workplace, MainWindow &window, QObject *parent)
    : QObject(parent), m_workplace(workplace), m_window(window), m_page(new ReportPage(workplace.reports(), workplace.clock())),
      m_schedule(workplace.reportNeeds(), workplace.hall().reportAt, workplace.profileFolder() + u"/reports"_s, chartsOnPaper)
{
    connect(&m_schedule, &desk::ReportSchedule::made, this, [this](const QString &file) {
        emit said(Level::Done, tr("The report of the day was made."), QDir::toNativeSeparators(file));
    });
    connect(&m_schedule, &desk::ReportSchedule::failed, this,
            [this](const base::Error &error) { emit said(Level::Warning, words::sentence(error), error.detail); });
    window.addPage(m_page, {u"paper"_s, tr("Report"), pagekeys::report()});
    connect(m_page, &ReportPage::openRequested, this, &Reporting::openRequested);
    connect(m_page, &ReportPage::printRequested, this, [this](const std::shared_ptr<const reports::Report> &report) { print(*report); });
    connect(m_page, &ReportPage::saveRequested, this, &Reporting::save);
}

void Reporting::guardBy(Staffing &staffing)
{
    staffing.guard(m_page, domain::Duty::SeeReport);
}

void Reporting::print(const reports::Report &report)
{
    const auto sent = m_workplace.reports().paper(report, chartsOnPaper(report)).and_then([&](const papers::Paper &paper) {
        return m_workplace.handout().print(paper, tr("Report %1").arg(report.span.words()));
    });
    emit paperProduced();
    if (sent)
        emit said(Level::Done, tr("The report goes to the printer."), {});
    else
        emit said(Level::Warning, words::sentence(sent.error()), sent.error().detail);
}

void Reporting::save(const std::shared_ptr<const reports::Report> &report)
{
    const QString name = u"report-%1-%2"_s.arg(report->span.from.toString(u"yyyyMMdd"_s), report->span.to.toString(u"yyyyMMdd"_s));
    withReportFile(&m_window, m_saveFolder, name, [this, report](const QString &file) { saveTo(*report, file); });
}

void Reporting::saveTo(const reports::Report &report, const QString &file)
{
    if (const base::Result<> saved = m_workplace.reports().save(report, file, chartsOnPaper(report)); !saved)
        emit said(Level::Warning, words::sentence(saved.error()), saved.error().detail);
    else
        emit said(Level::Done, tr("The report was saved."), QDir::toNativeSeparators(file));
    emit paperProduced();
}
