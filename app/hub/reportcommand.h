#pragma once

#include "core/hub/engine.h"
#include "core/reports/figures.h"

#include <QTextStream>

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace hub {

/// The command "report": figures over all halls or a part of them, on the terminal and as PDF, workbook or text.
class ReportCommand final
{
public:
    /// Both outlive it.
    ReportCommand(QTextStream &out, QTextStream &err) : m_out(out), m_err(err) { }

    /// The command with its options, which stand here.
    void addTo(CLI::App &app);
    bool isAsked() const { return m_isAsked; }
    /// The exit code; \a folder has the hub's hall.ini.
    int obey(const Engine &engine, const QString &folder);

private:
    base::Result<reports::Span> span(QDate today) const;
    base::Result<reports::Scope> scope() const;
    base::Result<> write(const reports::Report &report, const Engine &engine, const QString &folder) const;
    void print(const reports::Report &report);
    int fail(const base::Error &error);

    QTextStream &m_out;
    QTextStream &m_err;
    bool m_isAsked = false;
    std::string m_kind = "day", m_day, m_from, m_to, m_scope = "city", m_casesOf;
    std::vector<std::string> m_files;
};

}
