#pragma once

#include "app/counter/workplace.h"
#include "ui/widgets/inlinemessage.h"

#include <QPointer>

class MainWindow;
class BatchPage;
class NumbersPage;
class PrintersPage;
class PrintingPage;

/// Printing at this window: the pages of queue, printers and legal numbers, and what their keys set going.
class Printing final : public QObject
{
    Q_OBJECT

public:
    /// Adds the page of the queue to the rail of \a window, and those of printers and legal numbers below it. \a workplace outlives it.
    Printing(Workplace &workplace, MainWindow &window, QObject *parent = nullptr);

    void setSaveFolder(const QString &folder) { m_saveFolder = folder; }
    /// The case on the window's pages; null: none. Call it before the case goes.
    void takeInHand(desk::CaseWork *work);
    /// Asks for \a paper of the case in hand.
    void print(const domain::PaperRef &paper);
    /// The same for \a work, which need not be in hand and may go when this returns.
    void print(desk::CaseWork &work, const domain::PaperRef &paper);
    /// Shows the batch of \a caseIds, with \a kind chosen where they have it; Esc goes back to the page in front.
    void printTogether(const QStringList &caseIds, std::optional<domain::PaperKind> kind);

signals:
    void openRequested(const QString &caseId);
    void said(InlineMessage::Level level, const QString &what, const QString &detail);
    void failed(const desk::Undone &undone);
    /// Something was written on that case.
    void acted(const QString &caseId);

private:
    void printBatch();
    void tellSent(const QString &what, const QString &whatToDo, const QString &id);
    void printTest(const QString &printer, const QString &tray, desk::PrintRoute::Layout layout);
    void save(const desk::QueuedPrint &print);
    void saveTo(const QString &caseId, const domain::PaperRef &paper, const QString &file);
    void showTrouble(const QString &id);
    void renew();

    Workplace &m_workplace;
    MainWindow &m_window;
    PrintingPage *const m_page;
    PrintersPage *const m_printers;
    NumbersPage *const m_numbers;
    BatchPage *const m_batch;
    QPointer<QWidget> m_batchFrom; ///< page from which the batch was asked for
    QPointer<desk::CaseWork> m_work;
    QString m_saveFolder;
    QString m_troubled; ///< the print that the notice is about
};
