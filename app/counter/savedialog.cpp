#include "app/counter/savedialog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

void withPdfFile(QWidget *window, const QString &folder, const QString &name,
                 const std::function<void(const QString &file)> &act)
{
    if (!folder.isEmpty()) {
        act(QDir(folder).filePath(name));
        return;
    }
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(window, QCoreApplication::translate("SaveDialog", "Save as PDF"),
                                   QDir(documents).filePath(name),
                                   QCoreApplication::translate("SaveDialog", "PDF (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    QObject::connect(dialog, &QFileDialog::fileSelected, window, act);
    dialog->open();
}
