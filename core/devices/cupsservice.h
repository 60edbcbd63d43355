#pragma once

#include <QString>
#include <QStringList>

#include <cups/cups.h>

#include <memory>

namespace devices {

struct CloseCups {
    void operator()(http_t *service) const { httpClose(service); }
    void operator()(ipp_t *message) const { ippDelete(message); }
    void operator()(cups_dest_t *printer) const { cupsFreeDests(1, printer); }
};
/// An IPP message; its end is that of everything read from it.
using CupsMessage = std::unique_ptr<ipp_t, CloseCups>;

/// A conversation with the print service of this PC. Connecting is given 0.3 s, the first sign of life 0.4 s, each answer 0.5 s
/// unless takeTime() says otherwise.
class CupsService
{
public:
    CupsService();

    /// Null: nobody listens.
    http_t *http() const { return m_http.get(); }
    /// It did not answer in time, or the line is broken: nothing more need be asked.
    bool isSilent() const { return !m_http || m_silent || httpError(m_http.get()) != 0; }
    /// From now on each answer may take \a seconds.
    void takeTime(double seconds);

    /// The printer that people on this PC print with: the default of the user or the service, else the only one. Empty: none.
    QString usualPrinter();
    /// State, acceptance and what \a printer can do; null when there is no such printer or no answer.
    CupsMessage attributesOf(const QString &printer);
    /// The attributes of every printer, one group each; null when there is no answer.
    CupsMessage allPrinters();
    /// State of job \a job; null when it is unknown (lastStatus() is then IPP_STATUS_ERROR_NOT_FOUND) or there is no answer.
    CupsMessage attributesOf(int job);

    /// Why the last question was not answered: its keyword, then the words of the service.
    static QString lastWords();

private:
    bool greet();
    CupsMessage ask(ipp_t *question, const char *const *attributes, int count);

    std::unique_ptr<http_t, CloseCups> m_http;
    bool m_silent = true;
};

/// The values of the text or keyword attribute \a name from \a first on (ippFindAttribute's place); none when it is missing.
QStringList cupsTexts(ipp_attribute_t *attribute);

}
