#include "ui/words/printerwords.h"

#include "core/devices/printend.h"
#include "ui/words/wordtable.h"

#include <QStringList>

#include <algorithm>

namespace words {

using namespace Qt::StringLiterals;
using devices::PrintFailure;
using devices::Trouble;

namespace {

struct TroubleWords {
    const char *name;
    const char *remedy;
};

constexpr std::array troubleWords{
    TroubleWords{QT_TRANSLATE_NOOP("words", "not reachable"), QT_TRANSLATE_NOOP("words", "Switch it on and look at its cable.")},
    TroubleWords{QT_TRANSLATE_NOOP("words", "paper out"), QT_TRANSLATE_NOOP("words", "Load paper; the job goes on by itself.")},
    TroubleWords{QT_TRANSLATE_NOOP("words", "paper nearly out"), QT_TRANSLATE_NOOP("words", "Have paper ready.")},
    TroubleWords{QT_TRANSLATE_NOOP("words", "paper jam"),
                 QT_TRANSLATE_NOOP("words", "Take the paper out; the job goes on by itself.")},
    TroubleWords{QT_TRANSLATE_NOOP("words", "door open"), QT_TRANSLATE_NOOP("words", "Close it; the job goes on by itself.")},
    TroubleWords{QT_TRANSLATE_NOOP("words", "tray missing"),
                 QT_TRANSLATE_NOOP("words", "Put the tray in; the job goes on by itself.")},
    TroubleWords{QT_TRANSLATE_NOOP("words", "toner or ink out"),
                 QT_TRANSLATE_NOOP("words", "Change the cartridge, or print on another printer.")},
    TroubleWords{QT_TRANSLATE_NOOP("words", "toner or ink nearly out"), QT_TRANSLATE_NOOP("words", "Have a cartridge ready.")},
    TroubleWords{QT_TRANSLATE_NOOP("words", "output tray full"),
                 QT_TRANSLATE_NOOP("words", "Take the papers out; the job goes on by itself.")},
    TroubleWords{QT_TRANSLATE_NOOP("words", "paused"),
                 QT_TRANSLATE_NOOP("words", "Start it again in the system's printer settings, or print on another printer.")},
    TroubleWords{QT_TRANSLATE_NOOP("words", "stopped"),
                 QT_TRANSLATE_NOOP("words", "Look at the printer; start it again in the system's printer settings.")},
    TroubleWords{QT_TRANSLATE_NOOP("words", "takes no jobs"),
                 QT_TRANSLATE_NOOP("words", "Print on another printer, or let it take jobs in the system's printer settings.")},
    TroubleWords{QT_TRANSLATE_NOOP("words", "wants a password"),
                 QT_TRANSLATE_NOOP("words", "Print on another printer and tell your technician.")},
    TroubleWords{QT_TRANSLATE_NOOP("words", "driver missing"),
                 QT_TRANSLATE_NOOP("words", "Print on another printer and tell your technician.")},
    TroubleWords{QT_TRANSLATE_NOOP("words", "wants attention"), QT_TRANSLATE_NOOP("words", "Look at the printer.")},
};
static_assert(troubleWords.size() == std::size_t(Trouble::Other) + 1);

constexpr std::array failures{
    QT_TRANSLATE_NOOP("words", "the job was cancelled"),
    QT_TRANSLATE_NOOP("words", "the job was cancelled at the printer"),
    QT_TRANSLATE_NOOP("words", "the paper was not there"),
    QT_TRANSLATE_NOOP("words", "the print service does not answer"),
    QT_TRANSLATE_NOOP("words", "no printer is set up"),
    QT_TRANSLATE_NOOP("words", "the printer is not set up on this PC any more"),
    QT_TRANSLATE_NOOP("words", "the printer does not answer: look at power and cable"),
    QT_TRANSLATE_NOOP("words", "the printer is busy with other jobs"),
    QT_TRANSLATE_NOOP("words", "the printer takes no jobs"),
    QT_TRANSLATE_NOOP("words", "the printer is stopped"),
    QT_TRANSLATE_NOOP("words",
                      "it has no driver and gets receipts only. Choose another printer for this paper (Ctrl+6, F2), or set the "
                      "layout there to A4 if it prints PDF by itself"),
    QT_TRANSLATE_NOOP("words", "the driver of the printer failed: tell your technician"),
    QT_TRANSLATE_NOOP("words", "the printer cannot print what it was sent: print on another one"),
    QT_TRANSLATE_NOOP("words", "the printer does not have the tray or the paper that is set for it (Ctrl+6, F2)"),
    QT_TRANSLATE_NOOP("words", "the printer wants a name and password"),
    QT_TRANSLATE_NOOP("words", "the allowance of pages on this printer is used up"),
    QT_TRANSLATE_NOOP("words", "the print service has no room left: tell your technician"),
    QT_TRANSLATE_NOOP("words", "the paper did not get through to the printer: look at power and cable"),
    QT_TRANSLATE_NOOP("words", "the print service gave the job up"),
    "",
};
static_assert(covers(failures, PrintFailure::Other));

}

QString name(Trouble trouble)
{
    return translated(troubleWords.at(std::size_t(trouble)).name);
}

QString remedy(Trouble trouble)
{
    return translated(troubleWords.at(std::size_t(trouble)).remedy);
}

QString troubles(const QList<devices::Complaint> &complaints)
{
    QStringList names;
    for (const devices::Complaint &complaint : complaints)
        names << name(complaint.trouble);
    names.removeDuplicates();
    return names.join(translated(QT_TRANSLATE_NOOP("words", ", ")));
}

QString whyNotPrinted(const QString &recorded)
{
    const devices::PrintEnd end = devices::readEnd(recorded);
    if (end.why == PrintFailure::Other)
        return end.words;
    const bool isOfThePrinter = end.why == PrintFailure::Stopped || end.why == PrintFailure::GivenUp || end.why == PrintFailure::Rejecting;
    QString why = isOfThePrinter && !end.complaints.isEmpty() ? troubles(end.complaints) : wordIn(failures, end.why);
    if (!end.printer.isEmpty())
        why = translated(QT_TRANSLATE_NOOP("words", "printer %1: %2")).arg(end.printer, why);
    return end.words.isEmpty() ? why : translated(QT_TRANSLATE_NOOP("words", "%1 (%2)")).arg(why, end.words);
}

QString detail(const base::Error &error)
{
    return error.kind == base::Error::Kind::Device ? whyNotPrinted(error.detail) : error.detail;
}

}
