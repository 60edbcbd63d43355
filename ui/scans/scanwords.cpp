#include "ui/scans/scanwords.h"

#include "core/domain/casenumber.h"
#include "ui/words/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using desk::Arrival;
using scans::PictureFault;
using scans::QualityFault;

namespace scanwords {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("scanwords", text);
}

/// \a sentence with the name of the picture before it, when it has one, and the number of the page.
QString about(const Arrival &arrival, const QString &sentence)
{
    if (arrival.page > 0)
        return tr("%1, page %2: %3").arg(arrival.name, QString::number(arrival.page), sentence);
    return arrival.name.isEmpty() ? sentence : tr("%1: %2").arg(arrival.name, sentence);
}

}

QString sentence(PictureFault fault)
{
    switch (fault) {
    case PictureFault::Empty:
        return tr("The file is empty. Take the picture again.");
    case PictureFault::TooBig:
        return tr("The file is too large: a picture may have 40 MB, a file of pages 400 MB. Take it with 300 dpi.");
    case PictureFault::UnknownKind:
        return tr("This is no JPEG, PNG, PDF, TIFF or HEIC, whatever its name says.");
    case PictureFault::TooManyDots:
        return tr("The picture has more than 60 million dots. Take it with 300 dpi.");
    case PictureFault::CutOff:
        return tr("The picture ends in the middle. If it was still being written, take it again.");
    case PictureFault::Gone:
        return tr("The file is not there any more.");
    case PictureFault::NoPlainFile:
        return tr("This is a link, a folder or a device. Choose the file itself.");
    case PictureFault::Locked:
        return tr("The file asks for a password. Let its owner open it and save it without one, or print it.");
    case PictureFault::TooManyPages:
        return tr("The file has no page or more than 500. Save the pages that are needed as a file of their own.");
    case PictureFault::TooLargePage:
        return tr("The page is larger than two metres. Save it as A3 or smaller.");
    case PictureFault::TooLong:
        return tr("The page took too long and was stopped. Print it and scan the paper.");
    case PictureFault::TooMuchMemory:
        return tr("The page needs more memory than a page may. Print it and scan the paper.");
    case PictureFault::GivenUp:
        return tr("Too many pages of this file could not be read; this one and those behind it were not tried. "
                  "Print the file and scan the paper.");
    case PictureFault::NoReader:
        return tr("The program that reads PDF, TIFF and HEIC is missing on this PC. Tell your technician: yichuang-pages.");
    case PictureFault::Unreadable:
        break;
    }
    return tr("The picture cannot be read. Take it again.");
}

QString name(QualityFault fault)
{
    switch (fault) {
    case QualityFault::FewDots:
        return tr("too coarse");
    case QualityFault::Blurred:
        return tr("blurred");
    case QualityFault::Dark:
        return tr("too dark");
    case QualityFault::WashedOut:
        return tr("too pale");
    case QualityFault::Empty:
        break;
    }
    return tr("empty page?");
}

QString names(const QList<QualityFault> &faults)
{
    QStringList list;
    for (const QualityFault fault : faults)
        list << name(fault);
    return list.join(u"、"_s);
}

QString sentence(const Arrival &arrival, const domain::Plan &plan)
{
    switch (arrival.outcome) {
    case Arrival::Outcome::Taken:
        if (arrival.fileLeft)
            return about(arrival, tr("Taken, but its file could not be removed from the camera's folder. Remove it by hand."));
        return arrival.quality.isEmpty() ? QString() : about(arrival, tr("Taken, but look at it: %1").arg(names(arrival.quality)));
    case Arrival::Outcome::Separator: {
        const domain::Plan::MaterialLine *line = plan.material(arrival.material);
        return tr("Separator sheet: what follows belongs to “%1”.").arg(line ? line->material.name : arrival.material);
    }
    case Arrival::Outcome::UnknownSeparator:
        return tr("The separator sheet names a material that this case does not ask for. What follows is to be sorted by hand.");
    case Arrival::Outcome::OtherCase:
        return about(arrival,
                     tr("This belongs to another case, %1, and was not taken.").arg(domain::groupedNumber(arrival.otherCase)));
    case Arrival::Outcome::Refused:
        return about(arrival, sentence(arrival.fault.value_or(PictureFault::Unreadable)));
    case Arrival::Outcome::NotDone:
        return about(arrival, arrival.error ? words::sentence(*arrival.error) : words::sentence(arrival.refusals.value(0)));
    case Arrival::Outcome::Dropped:
        break;
    }
    return {};
}

QString camera(desk::CameraFolder::State state, int waiting)
{
    switch (state) {
    case desk::CameraFolder::State::NotSetUp:
        break;
    case desk::CameraFolder::State::Missing:
        return tr("The camera folder is not there");
    case desk::CameraFolder::State::Watched:
        if (waiting == 0)
            return tr("Camera folder is watched");
        return QCoreApplication::translate("scanwords", "Camera folder: %n earlier picture(s), F9 takes them", nullptr, waiting);
    }
    return tr("No camera folder is set up");
}

QString source(const QString &source)
{
    if (devices::isBothSides(source))
        return tr("Feeder, both sides");
    if (source.contains("back"_L1, Qt::CaseInsensitive) && devices::isFeeder(source))
        return tr("Feeder, back sides");
    if (devices::isFeeder(source))
        return tr("Feeder");
    const bool isGlass = source.contains("flatbed"_L1, Qt::CaseInsensitive) || source.contains("glass"_L1, Qt::CaseInsensitive)
        || source.contains("document table"_L1, Qt::CaseInsensitive);
    return isGlass ? tr("Glass") : source;
}

QString mode(const QString &mode)
{
    if (devices::isBlackAndWhite(mode))
        return tr("Black and white");
    if (mode.contains("gray"_L1, Qt::CaseInsensitive) || mode.contains("grey"_L1, Qt::CaseInsensitive))
        return tr("Grey");
    return mode.contains("color"_L1, Qt::CaseInsensitive) ? tr("Colour") : mode;
}

QString way(const devices::ScanWish &wish)
{
    QStringList parts;
    if (!wish.source.isEmpty())
        parts << source(wish.source);
    if (!wish.mode.isEmpty())
        parts << mode(wish.mode);
    if (wish.resolution > 0)
        parts << tr("%1 dpi").arg(wish.resolution);
    return parts.join(u" · "_s);
}

QString sentence(devices::ScanTrouble trouble, int pages)
{
    using devices::ScanTrouble;
    switch (trouble) {
    case ScanTrouble::None:
        if (pages == 0)
            return tr("Stopped before the first page.");
        return QCoreApplication::translate("scanwords", "%n page(s) scanned.", nullptr, pages);
    case ScanTrouble::FeederEmpty:
        return tr("There is no paper in the feeder.");
    case ScanTrouble::Jammed:
        return tr("The paper is jammed, behind page %1.").arg(pages);
    case ScanTrouble::CoverOpen:
        return tr("The cover of the scanner is open.");
    case ScanTrouble::Busy:
        return tr("Somebody else is using the scanner.");
    case ScanTrouble::Gone:
        return tr("The scanner cannot be reached any more.");
    case ScanTrouble::NotAllowed:
        return tr("This user may not use the scanner.");
    case ScanTrouble::NoMemory:
        return tr("The scanner has no memory for such a page.");
    case ScanTrouble::Silent:
        return tr("The scanner does not answer.");
    case ScanTrouble::NoPlace:
        return tr("This PC has no place in memory for the pages, so nothing was scanned.");
    case ScanTrouble::Other:
        break;
    }
    return tr("The scanner gave no page.");
}

QString whatToDo(devices::ScanTrouble trouble, int pages)
{
    using devices::ScanTrouble;
    const QString goOn = pages > 0 ? tr("The pages up to %1 are here; put only the others in.").arg(pages) : QString();
    const auto then = [&](const QString &act) { return goOn.isEmpty() ? act : act + u' ' + goOn; };
    switch (trouble) {
    case ScanTrouble::None:
        return {};
    case ScanTrouble::FeederEmpty:
        return tr("Put the stack in until it is felt, then F8. For the glass: Shift+F8.");
    case ScanTrouble::Jammed:
        return then(tr("Open the scanner, draw the sheet out, close it, then F8."));
    case ScanTrouble::CoverOpen:
        return then(tr("Close it, then F8."));
    case ScanTrouble::Busy:
        return then(tr("Wait until it is free, then F8."));
    case ScanTrouble::Gone:
    case ScanTrouble::Silent:
        return then(tr("Look whether it is switched on and its cable is in, then F8. It is looked for again."));
    case ScanTrouble::NotAllowed:
        return tr("Tell your technician: the user must be in the group “scanner”.");
    case ScanTrouble::NoMemory:
        return then(tr("Take a lower resolution (Shift+F8)."));
    case ScanTrouble::NoPlace:
        return tr("Tell your technician: /dev/shm must be a tmpfs.");
    case ScanTrouble::Other:
        break;
    }
    return then(tr("Look at the scanner, then F8."));
}

}
