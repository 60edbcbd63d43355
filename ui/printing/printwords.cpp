#include "ui/printing/printwords.h"

#include "ui/words/lifewords.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

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

struct TroubleWords {
    Trouble trouble;
    const char *name;
    const char *remedy;
};

constexpr std::array troubleWords{
    TroubleWords{Trouble::Unreachable, QT_TRANSLATE_NOOP("printwords", "not reachable"),
                 QT_TRANSLATE_NOOP("printwords", "Switch it on and look at its cable.")},
    TroubleWords{Trouble::PaperOut, QT_TRANSLATE_NOOP("printwords", "paper out"),
                 QT_TRANSLATE_NOOP("printwords", "Load paper; the job goes on by itself.")},
    TroubleWords{Trouble::PaperLow, QT_TRANSLATE_NOOP("printwords", "paper nearly out"),
                 QT_TRANSLATE_NOOP("printwords", "Have paper ready.")},
    TroubleWords{Trouble::PaperJam, QT_TRANSLATE_NOOP("printwords", "paper jam"),
                 QT_TRANSLATE_NOOP("printwords", "Take the paper out; the job goes on by itself.")},
    TroubleWords{Trouble::DoorOpen, QT_TRANSLATE_NOOP("printwords", "door open"),
                 QT_TRANSLATE_NOOP("printwords", "Close it; the job goes on by itself.")},
    TroubleWords{Trouble::TrayMissing, QT_TRANSLATE_NOOP("printwords", "tray missing"),
                 QT_TRANSLATE_NOOP("printwords", "Put the tray in; the job goes on by itself.")},
    TroubleWords{Trouble::TonerOut, QT_TRANSLATE_NOOP("printwords", "toner or ink out"),
                 QT_TRANSLATE_NOOP("printwords", "Change the cartridge, or print on another printer.")},
    TroubleWords{Trouble::TonerLow, QT_TRANSLATE_NOOP("printwords", "toner or ink nearly out"),
                 QT_TRANSLATE_NOOP("printwords", "Have a cartridge ready.")},
    TroubleWords{Trouble::OutputFull, QT_TRANSLATE_NOOP("printwords", "output tray full"),
                 QT_TRANSLATE_NOOP("printwords", "Take the papers out; the job goes on by itself.")},
    TroubleWords{Trouble::Paused, QT_TRANSLATE_NOOP("printwords", "paused"),
                 QT_TRANSLATE_NOOP("printwords", "Start it again in the system's printer settings, or print on another printer.")},
    TroubleWords{Trouble::Stopped, QT_TRANSLATE_NOOP("printwords", "stopped"),
                 QT_TRANSLATE_NOOP("printwords", "Look at the printer; start it again in the system's printer settings.")},
    TroubleWords{Trouble::Rejecting, QT_TRANSLATE_NOOP("printwords", "takes no jobs"),
                 QT_TRANSLATE_NOOP("printwords", "Print on another printer, or let it take jobs in the system's printer settings.")},
    TroubleWords{Trouble::NotAllowed, QT_TRANSLATE_NOOP("printwords", "wants a password"),
                 QT_TRANSLATE_NOOP("printwords", "Print on another printer and tell your technician.")},
    TroubleWords{Trouble::DriverMissing, QT_TRANSLATE_NOOP("printwords", "driver missing"),
                 QT_TRANSLATE_NOOP("printwords", "Print on another printer and tell your technician.")},
    TroubleWords{Trouble::Other, QT_TRANSLATE_NOOP("printwords", "wants attention"),
                 QT_TRANSLATE_NOOP("printwords", "Look at the printer.")},
};

const TroubleWords &wordsOf(Trouble trouble)
{
    return *std::ranges::find(troubleWords, trouble, &TroubleWords::trouble);
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
    return tr("Printer %1: %2. %3").arg(print.place.printer, name(stops->trouble), remedy(stops->trouble));
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

/// The reason for a failure in the clerk's words, as far as it is one of ours; else the system's own.
QString whyNot(const QueuedPrint &print)
{
    const std::array<std::pair<QLatin1StringView, const char *>, 6> ours{{
        {desk::printends::cancelled, QT_TRANSLATE_NOOP("printwords", "the job was cancelled")},
        {desk::printends::givenUp, QT_TRANSLATE_NOOP("printwords", "the print service gave the job up")},
        {desk::printends::printerGone, QT_TRANSLATE_NOOP("printwords", "the printer was removed from the system")},
        {desk::printends::lost, QT_TRANSLATE_NOOP("printwords", "the paper was not there")},
        {"no print service"_L1, QT_TRANSLATE_NOOP("printwords", "the print service does not answer")},
        {"no printer"_L1, QT_TRANSLATE_NOOP("printwords", "no printer is set up")},
    }};
    const auto known = std::ranges::find_if(ours, [&](const auto &entry) { return print.detail.startsWith(entry.first); });
    return known == ours.end() ? print.detail : tr(known->second);
}

}

QString name(Trouble trouble)
{
    return tr(wordsOf(trouble).name);
}

QString remedy(Trouble trouble)
{
    return tr(wordsOf(trouble).remedy);
}

QString troubles(const QList<devices::Complaint> &complaints)
{
    QStringList names;
    for (const devices::Complaint &complaint : complaints)
        names << name(complaint.trouble);
    names.removeDuplicates();
    return names.join(tr(", "));
}

QString state(const devices::PrinterFace &printer)
{
    const QString what = troubles(printer.complaints);
    if (!printer.isReady())
        return what.isEmpty() ? name(Trouble::Stopped) : what;
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
        return tr("It did not come out: %1. R prints it again, here or on another printer.").arg(whyNot(print));
    case PrintAct::State::Confirmed:
        return words::moment(print.at);
    }
    return {};
}

QString notice(const QueuedPrint &print)
{
    return print.state == PrintAct::State::Failed
        ? tr("%1. Page Printing prints it again, also on another printer; or save it as PDF.").arg(whyNot(print))
        : sentence(print);
}

QStringList reasons()
{
    return {tr("The citizen lost it"), tr("Printer trouble"), tr("Printed badly"), tr("One more is needed"),
            tr("Something was corrected")};
}

}
