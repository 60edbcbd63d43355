#include "core/devices/cupsservice.h"
#include "core/devices/printend.h"
#include "core/devices/printsystem.h"

#include <cups/pwg.h>

#include <algorithm>

namespace devices {

namespace {

using namespace Qt::StringLiterals;

constexpr double printSeconds = 10; ///< without a sign of life
constexpr int widestRoll = 9000; ///< hundredths of a millimetre: receipt paper is 58 or 80 mm wide

base::Fail deviceFault(const QString &detail)
{
    return base::Fail({base::Error::Kind::Device, detail, {}});
}

/// Whether all of \a media is as narrow as receipt paper; bounds of own sizes (custom_min_…) count as what they are.
bool isRollOnly(const QStringList &media)
{
    return !media.isEmpty() && std::ranges::all_of(media, [](const QString &name) {
        const pwg_media_t *size = pwgMediaForPWG(name.toLatin1().constData());
        return size && size->width <= widestRoll;
    });
}

/// The attributes of one printer, from wherever the reading stands to the end of its group.
class FaceReader
{
public:
    /// Puts the value of \a attribute where it belongs; others are passed over.
    void take(ipp_attribute_t *attribute)
    {
        const QLatin1StringView name(ippGetName(attribute));
        const auto text = [&] { return QString::fromUtf8(ippGetString(attribute, 0, nullptr)); };
        if (name == "printer-name"_L1)
            m_face.name = text();
        else if (name == "printer-info"_L1)
            m_face.description = text();
        else if (name == "printer-location"_L1)
            m_face.place = text();
        else if (name == "printer-state"_L1)
            m_face.state = stateOf(ippGetInteger(attribute, 0));
        else if (name == "printer-state-message"_L1)
            m_face.words = text();
        else if (name == "printer-state-reasons"_L1)
            m_face.complaints = complaintsOf(cupsTexts(attribute));
        else if (name == "printer-make-and-model"_L1)
            m_face.raw = text() == "Local Raw Printer"_L1;
        else if (name == "printer-is-accepting-jobs"_L1)
            m_face.accepts = ippGetBoolean(attribute, 0);
        else
            takeCapability(name, attribute);
    }

    PrinterFace face() const
    {
        PrinterFace face = m_face;
        face.roll = isRollOnly(face.media);
        const auto complains = [&](Trouble trouble) {
            return std::ranges::find(face.complaints, trouble, &Complaint::trouble) != face.complaints.end();
        };
        const bool isExplained = std::ranges::any_of(face.complaints, &Complaint::stops);
        if (face.state == PrinterFace::State::Stopped && !isExplained)
            face.complaints.prepend({Trouble::Stopped, true, {}});
        if (!face.accepts && !complains(Trouble::Rejecting))
            face.complaints.prepend({Trouble::Rejecting, true, {}});
        return face;
    }

private:
    static PrinterFace::State stateOf(int state)
    {
        if (state == IPP_PSTATE_STOPPED)
            return PrinterFace::State::Stopped;
        return state == IPP_PSTATE_PROCESSING ? PrinterFace::State::Busy : PrinterFace::State::Idle;
    }

    void takeCapability(QLatin1StringView name, ipp_attribute_t *attribute)
    {
        if (name == "media-supported"_L1)
            m_face.media = cupsTexts(attribute);
        else if (name == "media-source-supported"_L1)
            m_face.trays = cupsTexts(attribute);
        else if (name == "sides-supported"_L1)
            m_face.duplex = cupsTexts(attribute).contains("two-sided-long-edge"_L1);
        else if (name == "color-supported"_L1)
            m_face.colour = ippGetBoolean(attribute, 0);
        else if (name == "printer-resolution-supported"_L1)
            takeResolutions(attribute);
    }

    void takeResolutions(ipp_attribute_t *attribute)
    {
        constexpr double perInch = 2.54;
        for (int i = 0; i < ippGetCount(attribute); ++i) {
            int across = 0;
            ipp_res_t unit = IPP_RES_PER_INCH;
            const int along = ippGetResolution(attribute, i, &across, &unit);
            m_face.resolutions << (unit == IPP_RES_PER_CM ? qRound(along * perInch) : along);
        }
    }

    PrinterFace m_face;
};

/// The printers in \a answer, one for each group of attributes.
QList<PrinterFace> facesIn(ipp_t *answer)
{
    QList<PrinterFace> faces;
    FaceReader reader;
    bool isOpen = false;
    const auto close = [&] {
        if (isOpen)
            faces << reader.face();
        reader = {};
        isOpen = false;
    };
    for (ipp_attribute_t *at = ippFirstAttribute(answer); at; at = ippNextAttribute(answer)) {
        if (ippGetGroupTag(at) != IPP_TAG_PRINTER || !ippGetName(at)) {
            close();
            continue;
        }
        isOpen = true;
        reader.take(at);
    }
    close();
    return faces;
}

QString whyNoJob(const PrinterFace &face)
{
    const QString state = face.accepts ? u"is stopped"_s : u"takes no jobs"_s;
    return u"printer %1 %2: %3"_s.arg(face.name, state, recordOf(face));
}

/// The options of a job as CUPS takes them.
class Options
{
public:
    Options() = default;
    ~Options() { cupsFreeOptions(m_count, m_options); }
    Q_DISABLE_COPY_MOVE(Options)

    void add(const char *name, const QByteArray &value)
    {
        m_count = cupsAddOption(name, value.constData(), m_count, &m_options);
    }
    int count() const { return m_count; }
    cups_option_t *all() const { return m_options; }

private:
    cups_option_t *m_options = nullptr;
    int m_count = 0;
};

void fill(Options &options, const PrintJob &job, const PrinterFace &face)
{
    if (job.copies > 1)
        options.add(CUPS_COPIES, QByteArray::number(job.copies));
    if (job.raw)
        return;
    QStringList media{job.media, job.tray};
    media.removeAll(QString());
    if (!media.isEmpty())
        options.add(CUPS_MEDIA, media.join(u',').toUtf8());
    if (job.sides != PrintJob::Sides::One && face.duplex)
        options.add(CUPS_SIDES, job.sides == PrintJob::Sides::LongEdge ? CUPS_SIDES_TWO_SIDED_PORTRAIT
                                                                       : CUPS_SIDES_TWO_SIDED_LANDSCAPE);
    if (job.exact)
        options.add("print-scaling", "none");
    if (face.colour)
        options.add(CUPS_PRINT_COLOR_MODE,
                    job.colour ? CUPS_PRINT_COLOR_MODE_COLOR : CUPS_PRINT_COLOR_MODE_MONOCHROME);
}

/// Sends the bytes of job number \a id; false: the service did not take them.
bool sendDocument(http_t *service, const QByteArray &printer, int id, const PrintJob &job)
{
    const char *format = job.raw ? CUPS_FORMAT_RAW : CUPS_FORMAT_PDF;
    if (cupsStartDocument(service, printer.constData(), id, job.title.toUtf8().constData(), format, 1)
        != HTTP_STATUS_CONTINUE)
        return false;
    if (cupsWriteRequestData(service, job.bytes.constData(), size_t(job.bytes.size())) != HTTP_STATUS_CONTINUE)
        return false;
    return cupsFinishDocument(service, printer.constData()) <= IPP_STATUS_OK_EVENTS_COMPLETE;
}

/// The printer that \a job goes to, if it can be given one.
base::Result<PrinterFace> faceFor(CupsService &service, const PrintJob &job)
{
    if (service.isSilent())
        return deviceFault(QString(printends::noService) + u": "_s + (service.http() ? u"no answer"_s : CupsService::lastWords()));
    const QString printer = job.printer.isEmpty() ? service.usualPrinter() : job.printer;
    if (printer.isEmpty())
        return deviceFault(service.isSilent() ? QString(printends::noService) : QString(printends::noPrinter));
    const CupsMessage attributes = service.attributesOf(printer);
    const QList<PrinterFace> faces = attributes ? facesIn(attributes.get()) : QList<PrinterFace>();
    if (faces.isEmpty())
        return deviceFault(u"printer %1: %2"_s.arg(printer, CupsService::lastWords()));
    if (!faces.first().isReady())
        return deviceFault(whyNoJob(faces.first()));
    return faces.first();
}

JobFate::State stateOfJob(int state, bool printerIsReady)
{
    switch (state) {
    case IPP_JSTATE_HELD:
        return JobFate::State::Held;
    case IPP_JSTATE_PROCESSING:
        return printerIsReady ? JobFate::State::Printing : JobFate::State::Blocked;
    case IPP_JSTATE_STOPPED:
        return JobFate::State::Blocked;
    case IPP_JSTATE_CANCELED:
        return JobFate::State::Cancelled;
    case IPP_JSTATE_ABORTED:
        return JobFate::State::Failed;
    case IPP_JSTATE_COMPLETED:
        return JobFate::State::Printed;
    default:
        return printerIsReady ? JobFate::State::Waiting : JobFate::State::Blocked;
    }
}

}

base::Result<QList<PrinterFace>> CupsPrintSystem::printers()
{
    CupsService service;
    if (service.isSilent())
        return deviceFault(printends::noService);
    const QString usual = service.usualPrinter();
    const CupsMessage all = service.allPrinters();
    if (!all && cupsLastError() != IPP_STATUS_ERROR_NOT_FOUND) // that is how CUPS says “none”
        return deviceFault(CupsService::lastWords());
    QList<PrinterFace> faces = all ? facesIn(all.get()) : QList<PrinterFace>();
    for (PrinterFace &face : faces)
        face.isUsual = face.name == usual;
    return faces;
}

base::Result<JobPlace> CupsPrintSystem::submit(const PrintJob &job)
{
    CupsService service;
    const base::Result<PrinterFace> face = faceFor(service, job);
    if (!face)
        return tl::unexpected(face.error());
    service.takeTime(printSeconds);
    const QByteArray printer = face->name.toUtf8();
    Options options;
    fill(options, job, *face);
    const int id = cupsCreateJob(service.http(), printer.constData(), job.title.toUtf8().constData(), options.count(),
                                 options.all());
    if (id == 0)
        return deviceFault(CupsService::lastWords());
    if (!sendDocument(service.http(), printer, id, job)) {
        const QString words = CupsService::lastWords();
        cupsCancelJob2(service.http(), printer.constData(), id, 1);
        return deviceFault(words);
    }
    return JobPlace{face->name, id};
}

JobFate CupsPrintSystem::fate(const JobPlace &place)
{
    CupsService service;
    if (service.isSilent())
        return {JobFate::State::NoAnswer, {}, {}};
    const CupsMessage printer = service.attributesOf(place.printer);
    const bool printerIsGone = !printer && cupsLastError() == IPP_STATUS_ERROR_NOT_FOUND;
    const CupsMessage job = service.attributesOf(place.job);
    const bool jobIsUnknown = !job && cupsLastError() == IPP_STATUS_ERROR_NOT_FOUND;
    if (service.isSilent() || (!job && !jobIsUnknown))
        return {JobFate::State::NoAnswer, {}, CupsService::lastWords()};
    const QList<PrinterFace> faces = printer ? facesIn(printer.get()) : QList<PrinterFace>();
    if (!job)
        return {printerIsGone ? JobFate::State::PrinterGone : JobFate::State::Unknown, {}, {}};
    const int state = ippGetInteger(ippFindAttribute(job.get(), "job-state", IPP_TAG_ENUM), 0);
    // What the printer complains of while it is at it (paper out, door open) keeps the job waiting just as a stop does.
    const bool runs = !faces.isEmpty() && faces.first().state != PrinterFace::State::Stopped
        && std::ranges::none_of(faces.first().complaints,
                                [](const Complaint &c) { return c.stops && c.trouble != Trouble::Rejecting; });
    JobFate fate{stateOfJob(state, runs || faces.isEmpty()), {}, {}};
    if (faces.isEmpty() && printerIsGone && !fate.isFinal())
        return {JobFate::State::PrinterGone, {}, {}};
    if (!faces.isEmpty() && fate.state != JobFate::State::Printed)
        fate.complaints = faces.first().complaints;
    ipp_attribute_t *words = ippFindAttribute(job.get(), "job-printer-state-message", IPP_TAG_TEXT);
    fate.words = words ? QString::fromUtf8(ippGetString(words, 0, nullptr)) : QString();
    fate.reasons = cupsTexts(ippFindAttribute(job.get(), "job-state-reasons", IPP_TAG_KEYWORD));
    return fate;
}

namespace {

base::Result<> endJob(const JobPlace &place, bool isForgotten)
{
    CupsService service;
    if (service.isSilent())
        return deviceFault(printends::noService);
    const ipp_status_t status
        = cupsCancelJob2(service.http(), place.printer.toUtf8().constData(), place.job, isForgotten ? 1 : 0);
    if (status > IPP_STATUS_OK_EVENTS_COMPLETE)
        return deviceFault(CupsService::lastWords());
    return {};
}

}

base::Result<> CupsPrintSystem::cancel(const JobPlace &place)
{
    return endJob(place, false);
}

base::Result<> CupsPrintSystem::forget(const JobPlace &place)
{
    return endJob(place, true);
}

}
