#include "core/devices/printer.h"

#include <QStringList>

#include <cups/cups.h>

#include <array>
#include <memory>

namespace devices {

namespace {

using State = Printer::State;

constexpr int connectMilliseconds = 300;
constexpr int helloMilliseconds = 400;
constexpr double askSeconds = 0.5;
constexpr double printSeconds = 10; ///< without a sign of life

struct Close {
    void operator()(http_t *service) const { httpClose(service); }
    void operator()(ipp_t *message) const { ippDelete(message); }
    void operator()(cups_dest_t *printer) const { cupsFreeDests(1, printer); }
};
using Message = std::unique_ptr<ipp_t, Close>;

QString lastWords()
{
    return QString::fromUtf8(cupsLastErrorString());
}

/// A conversation with the print service of this PC.
class Service
{
public:
    Service()
        : m_http(httpConnect2(cupsServer(), ippPort(), nullptr, AF_UNSPEC, cupsEncryption(), 1, connectMilliseconds,
                              nullptr))
    {
        if (m_http) {
            takeTime(askSeconds);
            m_silent = !greet();
        }
    }

    http_t *http() const { return m_http.get(); }
    /// It did not answer in time, or the line is broken: nothing more need be asked.
    bool isSilent() const { return m_silent || httpError(m_http.get()) != 0; }

    /// From now on each answer may take \a seconds.
    void takeTime(double seconds) { httpSetTimeout(http(), seconds, giveUp, nullptr); }

    /// The printer that people on this PC print with: the default of the user or the service, else the only one. Empty: none.
    QString usualPrinter()
    {
        const std::unique_ptr<cups_dest_t, Close> chosen(cupsGetNamedDest(http(), nullptr, nullptr));
        if (chosen)
            return QString::fromUtf8(chosen->name);
        if (isSilent())
            return {};
        constexpr std::array wanted{"printer-name"};
        const Message all = ask(ippNewRequest(IPP_OP_CUPS_GET_PRINTERS), wanted);
        ipp_attribute_t *only = ippFindAttribute(all.get(), "printer-name", IPP_TAG_NAME);
        if (!only)
            return {};
        const QString name = QString::fromUtf8(ippGetString(only, 0, nullptr));
        return ippFindNextAttribute(all.get(), "printer-name", IPP_TAG_NAME) ? QString() : name;
    }

    /// State, acceptance and the service's words about them; null when there is no answer.
    Message attributesOf(const QString &printer)
    {
        constexpr std::array wanted{"printer-state", "printer-is-accepting-jobs", "printer-state-message",
                                    "printer-state-reasons"};
        std::array<char, HTTP_MAX_URI> uri{};
        httpAssembleURIf(HTTP_URI_CODING_ALL, uri.data(), int(uri.size()), "ipp", nullptr, "localhost", 0,
                         "/printers/%s", printer.toUtf8().constData());
        ipp_t *question = ippNewRequest(IPP_OP_GET_PRINTER_ATTRIBUTES);
        ippAddString(question, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri.data());
        Message answer = ask(question, wanted);
        const bool understood = answer && ippGetStatusCode(answer.get()) <= IPP_STATUS_OK_EVENTS_COMPLETE;
        return understood ? std::move(answer) : nullptr;
    }

private:
    static int giveUp(http_t *, void *) { return 0; }

    /// Whether anybody is listening. Without this a service that hangs would cost a second a question, whatever the timeout.
    bool greet()
    {
        if (httpOptions(http(), "*") != 0 || !httpWait(http(), helloMilliseconds))
            return false;
        while (httpUpdate(http()) == HTTP_STATUS_CONTINUE)
            ;
        httpFlush(http());
        return true;
    }

    /// Takes \a question over.
    template <size_t N>
    Message ask(ipp_t *question, const std::array<const char *, N> &attributes)
    {
        ippAddStrings(question, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", int(N), nullptr,
                      attributes.data());
        return Message(cupsDoRequest(http(), question, "/"));
    }

    std::unique_ptr<http_t, Close> m_http;
    bool m_silent = true;
};

QString wordsAbout(ipp_t *attributes)
{
    const char *message = ippGetString(ippFindAttribute(attributes, "printer-state-message", IPP_TAG_TEXT), 0, nullptr);
    if (message && *message)
        return QString::fromUtf8(message);
    ipp_attribute_t *reasons = ippFindAttribute(attributes, "printer-state-reasons", IPP_TAG_KEYWORD);
    QStringList words;
    for (int i = 0; i < ippGetCount(reasons); ++i)
        words << QString::fromUtf8(ippGetString(reasons, i, nullptr));
    return words.join(QStringLiteral(", "));
}

Printer::Status statusOf(Service &service)
{
    if (!service.http())
        return {State::NoService, {}, lastWords()};
    const QString printer = service.isSilent() ? QString() : service.usualPrinter();
    if (service.isSilent())
        return {State::NoService, {}, QStringLiteral("no answer")};
    if (printer.isEmpty())
        return {State::None, {}, {}};
    const Message attributes = service.attributesOf(printer);
    if (!attributes)
        return {State::NoService, printer, lastWords()};
    const int state = ippGetInteger(ippFindAttribute(attributes.get(), "printer-state", IPP_TAG_ENUM), 0);
    ipp_attribute_t *accepting = ippFindAttribute(attributes.get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    if (state == IPP_PSTATE_STOPPED || (accepting && !ippGetBoolean(accepting, 0)))
        return {State::Stopped, printer, wordsAbout(attributes.get())};
    return {State::Ready, printer, {}};
}

base::Fail deviceFault(const QString &detail)
{
    return base::Fail({base::Error::Kind::Device, detail, {}});
}

QString whyNot(const Printer::Status &status)
{
    switch (status.state) {
    case State::Ready:
        return {};
    case State::Stopped:
        return QStringLiteral("printer %1 is stopped: %2").arg(status.name, status.detail);
    case State::None:
        return QStringLiteral("no printer");
    case State::NoService:
        return QStringLiteral("no print service: %1").arg(status.detail);
    }
    return {};
}

/// Sends the bytes of job \a job; false: the service did not take them.
bool sendDocument(http_t *service, const QByteArray &printer, int job, const QByteArray &title, const QByteArray &pdf)
{
    if (cupsStartDocument(service, printer.constData(), job, title.constData(), CUPS_FORMAT_PDF, 1)
        != HTTP_STATUS_CONTINUE)
        return false;
    if (cupsWriteRequestData(service, pdf.constData(), size_t(pdf.size())) != HTTP_STATUS_CONTINUE)
        return false;
    return cupsFinishDocument(service, printer.constData()) <= IPP_STATUS_OK_EVENTS_COMPLETE;
}

}

Printer::Status CupsPrinter::status() const
{
    Service service;
    return statusOf(service);
}

base::Result<QString> CupsPrinter::print(const QByteArray &pdf, const QString &title)
{
    Service service;
    const Status found = statusOf(service);
    if (found.state != State::Ready)
        return deviceFault(whyNot(found));
    service.takeTime(printSeconds);
    const QByteArray printer = found.name.toUtf8();
    cups_option_t *options = nullptr;
    const int optionCount = cupsAddOption(CUPS_MEDIA, CUPS_MEDIA_A4, 0, &options);
    const int job
        = cupsCreateJob(service.http(), printer.constData(), title.toUtf8().constData(), optionCount, options);
    cupsFreeOptions(optionCount, options);
    if (job == 0)
        return deviceFault(lastWords());
    if (!sendDocument(service.http(), printer, job, title.toUtf8(), pdf)) {
        const QString words = lastWords();
        cupsCancelJob2(service.http(), printer.constData(), job, 1);
        return deviceFault(words);
    }
    return QStringLiteral("%1, %2").arg(found.name).arg(job);
}

}
