#include "ui/printing/printwords.h"

#include "ui/words/lifewords.h"
#include "ui/words/printerwords.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace printwords {

using namespace Qt::StringLiterals;
using desk::QueuedPrint;
using devices::JobFate;
using devices::Trouble;
using domain::PrintAct;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("printwords", text);
}

QString blocked(const QueuedPrint &print)
{
    const auto &complaints = print.fate->complaints;
    const auto stops = std::ranges::find_if(complaints, &devices::Complaint::stops);
    if (print.fate->state == JobFate::State::Held)
        return tr("Printer %1 holds the job. Release it in the system's print queue, or print on another printer.")
            .arg(print.place.printer);
    if (stops == complaints.end())
        return tr("Printer %1 has stopped. Look at it; the job goes on by itself.").arg(print.place.printer);
    return tr("Printer %1: %2. %3").arg(print.place.printer, words::name(stops->trouble), words::remedy(stops->trouble));
}

QString onItsWay(const QueuedPrint &print)
{
    if (print.isBlocked())
        return blocked(print);
    const QString where = tr("Printer %1, job %2").arg(print.place.printer).arg(print.place.job);
    if (!print.fate)
        return where;
    switch (print.fate->state) {
    case JobFate::State::Unknown:
        return tr("%1: the print service no longer knows it. Is the paper there? Enter, or R to print again.").arg(where);
    case JobFate::State::NoAnswer:
        return tr("%1: the print service does not answer. Is the paper there? Enter, or R to print again.").arg(where);
    default:
        return where;
    }
}

}

QString state(const devices::PrinterFace &printer)
{
    const QString what = words::troubles(printer.complaints);
    if (!printer.isReady())
        return what.isEmpty() ? words::name(Trouble::Stopped) : what;
    const QString ready = printer.state == devices::PrinterFace::State::Busy ? tr("printing") : tr("ready");
    return what.isEmpty() ? ready : ready + tr(", ") + what;
}

QString paper(const QueuedPrint &print)
{
    QString what = words::name(print.paper.kind);
    if (!print.item.isEmpty())
        what = tr("%1: %2").arg(what, print.item);
    else if (print.paper.number > 1)
        what = tr("%1 no. %2").arg(what).arg(print.paper.number);
    return print.copy > 1 ? tr("%1, copy %2").arg(what).arg(print.copy) : what;
}

BadgeFace badge(const QueuedPrint &print)
{
    using Look = BadgeFace::Look;
    switch (print.state) {
    case PrintAct::State::Requested:
        return {tr("asked for"), Look::Neutral, u"clock"_s};
    case PrintAct::State::Spooled:
        return print.isBlocked() ? BadgeFace{tr("waits for you"), Look::Warn, u"warning"_s}
                                 : BadgeFace{tr("at the printer"), Look::Accent, u"print"_s};
    case PrintAct::State::Printed:
        return {tr("printed"), Look::Accent, u"check"_s};
    case PrintAct::State::Failed:
        return {tr("not printed"), Look::Bad, u"printer-off"_s};
    case PrintAct::State::Confirmed:
        return {tr("in hand"), Look::Good, u"check"_s};
    }
    return {};
}

QString sentence(const QueuedPrint &print)
{
    switch (print.state) {
    case PrintAct::State::Requested:
        return tr("It is not known yet whether it reached the printer. Is the paper there? Enter, or R to print again.");
    case PrintAct::State::Spooled:
        return onItsWay(print);
    case PrintAct::State::Printed:
        return tr("Printer %1 has printed it. Enter: the paper is in hand.").arg(print.place.printer);
    case PrintAct::State::Failed:
        return tr("It did not come out: %1. R prints it again, here or on another printer.").arg(words::whyNotPrinted(print.detail));
    case PrintAct::State::Confirmed:
        return words::moment(print.at);
    }
    return {};
}

QString notice(const QueuedPrint &print)
{
    return print.state == PrintAct::State::Failed
        ? tr("%1. Page Printing prints it again, also on another printer; or save it as PDF.").arg(words::whyNotPrinted(print.detail))
        : sentence(print);
}

QStringList reasons()
{
    return {tr("The citizen lost it"), tr("Printer trouble"), tr("Printed badly"), tr("One more is needed"),
            tr("Something was corrected")};
}

}
