#include "app/counter/savedialog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

struct Wanted {
    QString title;
    QString filter;
    QString suffix;
};

void withFile(QWidget *window, const QString &folder, const QString &name, const Wanted &wanted,
              const std::function<void(const QString &file)> &act)
{
    if (!folder.isEmpty()) {
        const QString ending = u'.' + wanted.suffix;
        act(QDir(folder).filePath(name.endsWith(ending) ? name : name + ending));
        return;
    }
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(window, wanted.title, QDir(documents).filePath(name), wanted.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(wanted.suffix);
    // Who chooses another kind of file means its ending, too.
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.section(u"*."_s, 1).section(u')', 0, 0));
    });
    QObject::connect(dialog, &QFileDialog::fileSelected, window, act);
    dialog->open();
}

}

void withPdfFile(QWidget *window, const QString &folder, const QString &name,
                 const std::function<void(const QString &file)> &act)
{
    withFile(window, folder, name,
             {QCoreApplication::translate("SaveDialog", "Save as PDF"), QCoreApplication::translate("SaveDialog", "PDF (*.pdf)"), u"pdf"_s},
             act);
}

void withListFile(QWidget *window, const QString &folder, const QString &name,
                  const std::function<void(const QString &file)> &act)
{
    withFile(window, folder, name,
             {QCoreApplication::translate("SaveDialog", "Save the list"),
              QCoreApplication::translate("SaveDialog", "Workbook (*.xlsx);;Text, parted by commas (*.csv)"), u"xlsx"_s},
             act);
}

void withRowsFile(QWidget *window, const QString &folder, const QString &name,
                  const std::function<void(const QString &file)> &act)
{
    withFile(window, folder, name,
             {QCoreApplication::translate("SaveDialog", "Save the rows to be corrected"),
              QCoreApplication::translate("SaveDialog", "Workbook (*.xlsx)"), u"xlsx"_s},
             act);
}

void withReportFile(QWidget *window, const QString &folder, const QString &name,
                    const std::function<void(const QString &file)> &act)
{
    withFile(window, folder, name,
             {QCoreApplication::translate("SaveDialog", "Save the report"),
              QCoreApplication::translate("SaveDialog", "PDF (*.pdf);;Workbook (*.xlsx);;Text, parted by commas (*.csv)"), u"pdf"_s},
             act);
}

void chooseFile(QWidget *window, const QString &title, const QString &filter, const std::function<void(const QString &file)> &act)
{
    const QString downloads = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto *dialog = new QFileDialog(window, title, downloads, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, window, act);
    dialog->open();
}
