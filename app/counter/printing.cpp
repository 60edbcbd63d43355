#include "app/counter/printing.h"

#include "app/counter/pagekeys.h"
#include "app/counter/savedialog.h"
#include "core/domain/casenumber.h"
#include "ui/printing/batchpage.h"
#include "ui/printing/numberspage.h"
#include "ui/printing/printerspage.h"
#include "ui/printing/printingpage.h"
#include "ui/printing/printwords.h"
#include "ui/shell/mainwindow.h"
#include "ui/words/words.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace {

const QString printMessage = QStringLiteral("print"); ///< the latest word on papers on their way to a printer

QList<PrintersPage::Kind> kindsOfPaper(const Workplace &workplace)
{
    QList<PrintersPage::Kind> kinds;
    for (int i = 0; i <= int(domain::PaperKind::DeliveryRecord); ++i) {
        const auto kind = domain::PaperKind(i);
        const QString form = domain::paperWord(kind);
        kinds << PrintersPage::Kind{form, words::name(kind), workplace.hasRollForm(form)};
    }
    kinds << PrintersPage::Kind{u"full-guide"_s, Printing::tr("Full guide")}
          << PrintersPage::Kind{u"concise-guide"_s, Printing::tr("Leaflet (concise guide)")}
          << PrintersPage::Kind{u"personal-list"_s, Printing::tr("Personal list")};
    return kinds;
}

}

Printing::Printing(Workplace &workplace, MainWindow &window, QObject *parent)
    : QObject(parent), m_workplace(workplace), m_window(window), m_page(new PrintingPage(workplace.queue())),
      m_printers(new PrintersPage(workplace.queue(), workplace.routes(), kindsOfPaper(workplace))),
      m_numbers(new NumbersPage(workplace.numbers(), &workplace.leases())), m_batch(new BatchPage(workplace.batch(), workplace.queue()))
{
    window.addPage(m_page, {u"print"_s, tr("Printing"), pagekeys::printing()});
    window.addInnerPage(m_printers, m_page, pagekeys::printers());
    window.addInnerPage(m_numbers, m_page, pagekeys::numbers());
    window.addInnerPage(m_batch, m_page, pagekeys::batch());
    connect(m_batch, &BatchPage::leaveRequested, this, [this] { m_window.showPage(m_batchFrom ? m_batchFrom.data() : m_page); });
    connect(m_page, &PrintingPage::numbersRequested, this, [this] { m_window.showPage(m_numbers); });
    connect(m_numbers, &NumbersPage::leaveRequested, this, [this] { m_window.showPage(m_page); });
    connect(m_numbers, &NumbersPage::openRequested, this, &Printing::openRequested);
    connect(m_numbers, &NumbersPage::saveRequested, this, [this](const QString &name) {
        withListFile(&m_window, m_saveFolder, name, [this](const QString &file) { m_numbers->saveTo(file); });
    });
    connect(&workplace.numbers(), &desk::PaperNumbers::acted, this, &Printing::acted);
    connect(m_page, &PrintingPage::printersRequested, this, [this] { m_window.showPage(m_printers); });
    connect(m_page, &PrintingPage::openRequested, this, &Printing::openRequested);
    connect(m_page, &PrintingPage::saveRequested, this, &Printing::save);
    connect(m_page, &PrintingPage::batchRequested, this, &Printing::printBatch);
    connect(m_printers, &PrintersPage::leaveRequested, this, [this] { m_window.showPage(m_page); });
    connect(m_printers, &PrintersPage::testRequested, this, &Printing::printTest);
    connect(&workplace.queue(), &desk::PrintQueue::testEnded, m_printers, &PrintersPage::tellTest);
    connect(&workplace.queue(), &desk::PrintQueue::troubled, this, &Printing::showTrouble);
    connect(&workplace.queue(), &desk::PrintQueue::changed, this, &Printing::renew);
    connect(&window, &MainWindow::pageShown, this, [this](QWidget *page) {
        const desk::QueuedPrint *halted = m_workplace.batch().haltedAt();
        if (page != m_batch && halted && halted->id == m_troubled)
            showTrouble(m_troubled); // it was said on the page that is gone from sight
    });
}

void Printing::takeInHand(desk::CaseWork *work)
{
    m_work = work;
    m_workplace.queue().takeInHand(work);
    renew();
}

void Printing::print(const domain::PaperRef &paper)
{
    print(*m_work, paper);
}

void Printing::print(desk::CaseWork &work, const domain::PaperRef &paper)
{
    const auto asked = m_workplace.queue().print(work, paper);
    if (!asked) {
        m_window.withdraw(printMessage);
        emit failed(asked.error());
        return;
    }
    tellSent(tr("%1 goes to the printer.").arg(words::name(paper.kind)),
             tr("Ctrl+P prints another copy. Whether it came out: page Printing."), *asked);
}

void Printing::printTogether(const QStringList &caseIds, std::optional<domain::PaperKind> kind)
{
    if (caseIds.isEmpty()) {
        emit said(InlineMessage::Level::Info, tr("No case is shown or marked."), {});
        return;
    }
    m_batchFrom = m_window.page();
    m_window.showPage(m_batch);
    m_batch->begin(caseIds, kind);
}

void Printing::printBatch()
{
    if (!m_work) {
        emit said(InlineMessage::Level::Info, tr("No case is in hand."), tr("Open a case, then come back and press B."));
        return;
    }
    const QList<domain::PaperRef> papers = desk::PrintQueue::unprinted(*m_work);
    if (const auto asked = m_workplace.queue().print(*m_work, papers); !asked)
        emit failed(asked.error());
    else
        tellSent(tr("%n paper(s) of the case go to the printer.", nullptr, int(papers.size())), {}, {});
}

/// One notice speaks of prints: a later one takes the place of an earlier, so that no two contradict each other. What still
/// waits for somebody at a printer is not forgotten over it, unless print \a id is the same paper again.
void Printing::tellSent(const QString &what, const QString &whatToDo, const QString &id)
{
    const desk::QueuedPrint *troubled = m_workplace.queue().find(m_troubled);
    const desk::QueuedPrint *sent = m_workplace.queue().find(id);
    const bool isAgain = troubled && sent && troubled->caseId == sent->caseId && troubled->paper == sent->paper;
    QStringList next{whatToDo};
    if (troubled && !isAgain)
        next << tr("Still not out: %1 of case %2, see page Printing.")
                    .arg(printwords::paper(*troubled), domain::groupedNumber(troubled->number));
    m_troubled.clear();
    next.removeAll(QString());
    m_window.notify(printMessage, InlineMessage::Level::Done, what, next.join(u' '));
}

void Printing::printTest(const QString &printer, const QString &tray, desk::PrintRoute::Layout layout)
{
    if (const base::Result<> asked = m_workplace.printTest(printer, tray, layout); !asked)
        m_printers->tellTest(printer, asked.error().detail);
}

void Printing::save(const desk::QueuedPrint &print)
{
    const QString name = print.number + u'-' + domain::paperWord(print.paper.kind) + u".pdf"_s;
    withPdfFile(&m_window, m_saveFolder, name,
                [this, id = print.caseId, paper = print.paper](const QString &file) { saveTo(id, paper, file); });
}

void Printing::saveTo(const QString &caseId, const domain::PaperRef &paper, const QString &file)
{
    const auto saved = [&]() -> tl::expected<QString, desk::Undone> {
        if (m_work && m_work->file().id == caseId)
            return m_workplace.printing().save(*m_work, paper, file);
        const auto work = m_workplace.reception().resume(caseId);
        if (!work)
            return tl::unexpected(work.error());
        return m_workplace.printing().save(**work, paper, file);
    }();
    if (!saved)
        emit failed(saved.error());
    else
        emit said(InlineMessage::Level::Done, tr("%1 was saved as PDF.").arg(words::name(paper.kind)),
                  QDir::toNativeSeparators(file));
}

void Printing::showTrouble(const QString &id)
{
    const desk::QueuedPrint *print = m_workplace.queue().find(id);
    if (!print)
        return;
    m_troubled = id;
    const desk::QueuedPrint *halted = m_workplace.batch().haltedAt();
    if (halted && halted->id == id && m_window.page() == m_batch) {
        m_window.withdraw(printMessage); // the page says it
        return;
    }
    m_window.notify(printMessage, InlineMessage::Level::Warning,
                    tr("%1 of case %2 has not come out.").arg(printwords::paper(*print), domain::groupedNumber(print->number)),
                    printwords::notice(*print));
}

/// A notice about a print that goes well after all is not left standing.
void Printing::renew()
{
    const desk::QueuedPrint *print = m_workplace.queue().find(m_troubled);
    if (print && !print->isBlocked() && print->state != domain::PrintAct::State::Failed) {
        m_window.withdraw(printMessage);
        m_troubled.clear();
    }
    m_page->showCase(m_work ? m_work->file().number : QString(),
                     m_work ? int(desk::PrintQueue::unprinted(*m_work).size()) : 0);
}
