#pragma once

#include <QString>

#include <functional>

class QWidget;

/// Gives \a act the file that a PDF of the proposed \a name shall go to: in \a folder without asking; with an empty folder what
/// a dialog over \a window was told, or nothing when it was cancelled.
void withPdfFile(QWidget *window, const QString &folder, const QString &name,
                 const std::function<void(const QString &file)> &act);

/// The same for a list, as a workbook (.xlsx) or text (.csv); \a name has no ending.
void withListFile(QWidget *window, const QString &folder, const QString &name,
                  const std::function<void(const QString &file)> &act);

/// The same for rows that are given back to be corrected: a workbook.
void withRowsFile(QWidget *window, const QString &folder, const QString &name,
                  const std::function<void(const QString &file)> &act);

/// The same for a report: PDF, workbook or CSV; \a name has no ending.
void withReportFile(QWidget *window, const QString &folder, const QString &name,
                    const std::function<void(const QString &file)> &act);

/// Gives \a act the file that a person chose in a dialog over \a window; nothing when it was cancelled.
void chooseFile(QWidget *window, const QString &title, const QString &filter, const std::function<void(const QString &file)> &act);
