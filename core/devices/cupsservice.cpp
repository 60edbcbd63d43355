#include "core/devices/cupsservice.h"

#include <array>

namespace devices {

namespace {

constexpr int connectMilliseconds = 300;
constexpr int helloMilliseconds = 400;
constexpr double askSeconds = 0.5;

constexpr std::array printerAttributes{
    "printer-name",           "printer-info",
    "printer-location",       "printer-state",
    "printer-state-message",  "printer-state-reasons",
    "printer-make-and-model", "printer-is-accepting-jobs",
    "media-supported",        "media-source-supported",
    "sides-supported",        "color-supported",
    "printer-resolution-supported",
};
constexpr std::array jobAttributes{"job-state", "job-state-reasons", "job-printer-state-message", "job-printer-uri"};

int giveUp(http_t *, void *)
{
    return 0;
}

}

CupsService::CupsService()
    : m_http(httpConnect2(cupsServer(), ippPort(), nullptr, AF_UNSPEC, cupsEncryption(), 1, connectMilliseconds,
                          nullptr))
{
    if (m_http) {
        takeTime(askSeconds);
        m_silent = !greet();
    }
}

void CupsService::takeTime(double seconds)
{
    httpSetTimeout(http(), seconds, giveUp, nullptr);
}

/// Whether anybody is listening. Without this a service that hangs would cost a second a question, whatever the timeout.
bool CupsService::greet()
{
    if (httpOptions(http(), "*") != 0 || !httpWait(http(), helloMilliseconds))
        return false;
    while (httpUpdate(http()) == HTTP_STATUS_CONTINUE)
        ;
    httpFlush(http());
    return true;
}

/// Takes \a question over.
CupsMessage CupsService::ask(ipp_t *question, const char *const *attributes, int count)
{
    ippAddStrings(question, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", count, nullptr, attributes);
    CupsMessage answer(cupsDoRequest(http(), question, "/"));
    const bool understood = answer && ippGetStatusCode(answer.get()) <= IPP_STATUS_OK_EVENTS_COMPLETE;
    return understood ? std::move(answer) : nullptr;
}

QString CupsService::usualPrinter()
{
    const std::unique_ptr<cups_dest_t, CloseCups> chosen(cupsGetNamedDest(http(), nullptr, nullptr));
    if (chosen)
        return QString::fromUtf8(chosen->name);
    if (isSilent())
        return {};
    constexpr std::array wanted{"printer-name"};
    const CupsMessage all = ask(ippNewRequest(IPP_OP_CUPS_GET_PRINTERS), wanted.data(), int(wanted.size()));
    ipp_attribute_t *only = ippFindAttribute(all.get(), "printer-name", IPP_TAG_NAME);
    if (!only)
        return {};
    const QString name = QString::fromUtf8(ippGetString(only, 0, nullptr));
    return ippFindNextAttribute(all.get(), "printer-name", IPP_TAG_NAME) ? QString() : name;
}

CupsMessage CupsService::attributesOf(const QString &printer)
{
    std::array<char, HTTP_MAX_URI> uri{};
    httpAssembleURIf(HTTP_URI_CODING_ALL, uri.data(), int(uri.size()), "ipp", nullptr, "localhost", 0, "/printers/%s",
                     printer.toUtf8().constData());
    ipp_t *question = ippNewRequest(IPP_OP_GET_PRINTER_ATTRIBUTES);
    ippAddString(question, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri.data());
    return ask(question, printerAttributes.data(), int(printerAttributes.size()));
}

CupsMessage CupsService::allPrinters()
{
    ipp_t *question = ippNewRequest(IPP_OP_CUPS_GET_PRINTERS);
    return ask(question, printerAttributes.data(), int(printerAttributes.size()));
}

CupsMessage CupsService::attributesOf(int job)
{
    const QByteArray uri = "ipp://localhost/jobs/" + QByteArray::number(job);
    ipp_t *question = ippNewRequest(IPP_OP_GET_JOB_ATTRIBUTES);
    ippAddString(question, IPP_TAG_OPERATION, IPP_TAG_URI, "job-uri", nullptr, uri.constData());
    ippAddString(question, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, cupsUser());
    return ask(question, jobAttributes.data(), int(jobAttributes.size()));
}

QString CupsService::lastWords()
{
    return QString::fromLatin1(ippErrorString(cupsLastError())) + QStringLiteral(", ") + QString::fromUtf8(cupsLastErrorString());
}

QStringList cupsTexts(ipp_attribute_t *attribute)
{
    QStringList texts;
    for (int i = 0; i < ippGetCount(attribute); ++i)
        texts << QString::fromUtf8(ippGetString(attribute, i, nullptr));
    return texts;
}

}
