#include "core/devices/printer.h"

#include "core/devices/cupsservice.h"
#include "core/devices/printend.h"

namespace devices {

Printer::Status CupsPrinter::status() const
{
    CupsService service;
    if (!service.http())
        return {State::NoService, {}, CupsService::lastWords()};
    const QString printer = service.isSilent() ? QString() : service.usualPrinter();
    if (service.isSilent())
        return {State::NoService, {}, QStringLiteral("no answer")};
    if (printer.isEmpty())
        return {State::None, {}, {}};
    const CupsMessage attributes = service.attributesOf(printer);
    if (!attributes)
        return {State::NoService, printer, CupsService::lastWords()};
    const int state = ippGetInteger(ippFindAttribute(attributes.get(), "printer-state", IPP_TAG_ENUM), 0);
    ipp_attribute_t *accepting = ippFindAttribute(attributes.get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    if (state != IPP_PSTATE_STOPPED && (!accepting || ippGetBoolean(accepting, 0)))
        return {State::Ready, printer, {}};
    PrinterFace face;
    face.words = cupsTexts(ippFindAttribute(attributes.get(), "printer-state-message", IPP_TAG_TEXT)).value(0);
    face.complaints = complaintsOf(cupsTexts(ippFindAttribute(attributes.get(), "printer-state-reasons", IPP_TAG_KEYWORD)));
    return {State::Stopped, printer, recordOf(face)};
}

QList<PrinterFace> CupsPrinter::printers() const
{
    return CupsPrintSystem().printers().value_or(QList<PrinterFace>());
}

base::Result<QString> CupsPrinter::print(const PrintJob &job)
{
    return CupsPrintSystem().submit(job).map([](const JobPlace &place) {
        return QStringLiteral("%1, %2").arg(place.printer).arg(place.job);
    });
}

}
