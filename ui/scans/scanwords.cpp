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

}
