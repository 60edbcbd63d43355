#include "core/devices/printend.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace devices {

namespace {

using namespace Qt::StringLiterals;
using Why = PrintFailure;

struct Sign {
    QLatin1StringView word;
    PrintFailure why;
};

/// Keywords: job-state-reasons, and status codes without “client-error-” or “server-error-” before them.
constexpr std::array keywordSigns{
    Sign{"job-canceled-at-device"_L1, Why::CancelledAtPrinter},
    Sign{"job-canceled-by-operator"_L1, Why::Cancelled},
    Sign{"job-canceled-by-user"_L1, Why::Cancelled},
    Sign{"job-canceled"_L1, Why::Cancelled},
    Sign{"account-limit-reached"_L1, Why::LimitReached},
    Sign{"account-authorization-failed"_L1, Why::NotAllowed},
    Sign{"account-closed"_L1, Why::NotAllowed},
    Sign{"account-info-needed"_L1, Why::NotAllowed},
    Sign{"cups-held-for-authentication"_L1, Why::NotAllowed},
    Sign{"cups-authentication-canceled"_L1, Why::NotAllowed},
    Sign{"forbidden"_L1, Why::NotAllowed},
    Sign{"not-authenticated"_L1, Why::NotAllowed},
    Sign{"not-authorized"_L1, Why::NotAllowed},
    Sign{"document-access-error"_L1, Why::DocumentRefused},
    Sign{"document-format-error"_L1, Why::DocumentRefused},
    Sign{"document-format-not-supported"_L1, Why::DocumentRefused},
    Sign{"document-password-error"_L1, Why::DocumentRefused},
    Sign{"document-permission-error"_L1, Why::DocumentRefused},
    Sign{"document-security-error"_L1, Why::DocumentRefused},
    Sign{"document-unprintable-error"_L1, Why::DocumentRefused},
    Sign{"unsupported-compression"_L1, Why::DocumentRefused},
    Sign{"unsupported-document-format"_L1, Why::DocumentRefused},
    Sign{"compression-error"_L1, Why::DocumentRefused},
    Sign{"compression-not-supported"_L1, Why::DocumentRefused},
    Sign{"unsupported-attributes-or-values"_L1, Why::OptionsRefused},
    Sign{"resources-are-not-supported"_L1, Why::OptionsRefused},
    Sign{"attributes-or-values-not-supported"_L1, Why::OptionsRefused},
    Sign{"conflicting-attributes"_L1, Why::OptionsRefused},
    Sign{"request-entity-too-large"_L1, Why::NoRoom},
    Sign{"not-found"_L1, Why::PrinterGone},
    Sign{"gone"_L1, Why::PrinterGone},
    Sign{"destination-uri-failed"_L1, Why::Unreachable},
    Sign{"timeout"_L1, Why::NoService},
    Sign{"service-unavailable"_L1, Why::NoService},
    Sign{"temporary-error"_L1, Why::Busy},
    Sign{"busy"_L1, Why::Busy},
    Sign{"too-many-jobs"_L1, Why::Busy},
    Sign{"not-accepting-jobs"_L1, Why::Rejecting},
    Sign{"printer-is-deactivated"_L1, Why::Rejecting},
    Sign{"device-error"_L1, Why::LineFailed},
};

/// Parts of sentences, in small letters.
constexpr std::array phraseSigns{
    Sign{"canceled at printer"_L1, Why::CancelledAtPrinter},
    Sign{"job canceled"_L1, Why::Cancelled},
    Sign{"printer/class has gone away"_L1, Why::PrinterGone},
    Sign{"printer being deleted"_L1, Why::PrinterGone},
    Sign{"printer or class does not exist"_L1, Why::PrinterGone},
    Sign{"the printer no longer exists"_L1, Why::PrinterGone},
    Sign{"is not responding"_L1, Why::Unreachable},
    Sign{"did not respond"_L1, Why::Unreachable},
    Sign{"is unreachable"_L1, Why::Unreachable},
    Sign{"unavailable at this time"_L1, Why::Unreachable},
    Sign{"unable to locate printer"_L1, Why::Unreachable},
    Sign{"unable to contact printer"_L1, Why::Unreachable},
    Sign{"unable to get printer status"_L1, Why::Unreachable},
    Sign{"printer is not connected"_L1, Why::Unreachable},
    Sign{"waiting for printer to become available"_L1, Why::Unreachable},
    Sign{"connection refused"_L1, Why::Unreachable},
    Sign{"no route to host"_L1, Why::Unreachable},
    Sign{"unsuccessful attempts"_L1, Why::Unreachable},
    Sign{"printer is in use"_L1, Why::Busy},
    Sign{"too many active jobs"_L1, Why::Busy},
    Sign{"not accepting jobs"_L1, Why::Rejecting},
    Sign{"cannot print supplied content"_L1, Why::DocumentRefused},
    Sign{"unsupported format"_L1, Why::DocumentRefused},
    Sign{"unsupported document-format"_L1, Why::DocumentRefused},
    Sign{"malformed pdf"_L1, Why::DocumentRefused},
    Sign{"cannot print with supplied options"_L1, Why::OptionsRefused},
    Sign{"account limit has been reached"_L1, Why::LimitReached},
    Sign{"quota limit reached"_L1, Why::LimitReached},
    Sign{"account authorization failed"_L1, Why::NotAllowed},
    Sign{"account has been closed"_L1, Why::NotAllowed},
    Sign{"account information is required"_L1, Why::NotAllowed},
    Sign{"held for authentication"_L1, Why::NotAllowed},
    Sign{"not allowed to print"_L1, Why::NotAllowed},
    Sign{"no space left"_L1, Why::NoRoom},
    Sign{"out of memory"_L1, Why::NoRoom},
    Sign{"due to filter errors"_L1, Why::DriverFailed},
    Sign{"filter failed"_L1, Why::DriverFailed},
    Sign{"unable to send data"_L1, Why::LineFailed},
    Sign{"unable to write print data"_L1, Why::LineFailed},
    Sign{"unrecoverable usb error"_L1, Why::LineFailed},
    Sign{"due to backend errors"_L1, Why::LineFailed},
};

/// Say nothing that the state of the job does not say.
bool isEmptyReason(const QString &keyword)
{
    static const QStringList empty{u"none"_s, u"aborted-by-system"_s, u"job-completed-with-errors"_s, u"processing-to-stop-point"_s,
                                   u"job-stopped"_s, u"printer-stopped"_s, u"printer-stopped-partly"_s, u"internal-error"_s};
    return keyword.isEmpty() || empty.contains(keyword);
}

/// The text of a record in its parts.
struct Parts {
    QString printer;
    QLatin1StringView kind; ///< one of printends, or what “printer NAME” is said to do
    QString rest;
};

Parts partsOf(const QString &recorded)
{
    static const QRegularExpression named(u"^printer (\\S+?)(?:: | (is stopped|takes no jobs|has no driver)(?:: )?)(.*)$"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    if (const auto match = named.match(recorded); match.hasMatch()) {
        constexpr std::array states{"is stopped"_L1, "takes no jobs"_L1, printends::noDriver};
        const auto state = std::ranges::find_if(states, [&](QLatin1StringView each) { return match.captured(2) == each; });
        return {match.captured(1), state == states.end() ? QLatin1StringView() : *state, match.captured(3).trimmed()};
    }
    constexpr std::array kinds{printends::cancelled, printends::givenUp, printends::printerGone,
                               printends::lost, printends::noService, printends::noPrinter};
    for (const QLatin1StringView kind : kinds) {
        if (!recorded.startsWith(kind))
            continue;
        QString rest = recorded.mid(kind.size());
        if (rest.isEmpty() || rest.startsWith(u": "_s))
            return {{}, kind, rest.mid(2).trimmed()};
    }
    return {{}, {}, recorded.trimmed()};
}

/// Takes keywords of printers and jobs out of \a rest.
void takeKeywords(QString &rest, QList<Complaint> &complaints, std::optional<Why> &why)
{
    QStringList left;
    for (const QString &piece : rest.split(u", "_s, Qt::SkipEmptyParts)) {
        QString word = piece.trimmed();
        for (const auto before : {"client-error-"_L1, "server-error-"_L1})
            word = word.startsWith(before) ? word.mid(before.size()) : word;
        const auto sign = std::ranges::find_if(keywordSigns, [&](const Sign &each) { return word == each.word; });
        const QList<Complaint> said = complaintsOf({word});
        if (sign != keywordSigns.end())
            why = why.value_or(sign->why);
        else if (!said.isEmpty() && said.first().trouble != Trouble::Other)
            complaints << said;
        else if (!isEmptyReason(word))
            left << piece;
    }
    rest = left.join(u", "_s);
}

std::optional<Why> phraseIn(const QString &text)
{
    const QString small = text.toLower();
    const auto sign = std::ranges::find_if(phraseSigns, [&](const Sign &each) { return small.contains(each.word); });
    return sign == phraseSigns.end() ? std::nullopt : std::optional(sign->why);
}

/// What the beginning of a record says by itself.
std::optional<Why> whyOf(QLatin1StringView kind)
{
    constexpr std::array kinds{Sign{printends::cancelled, Why::Cancelled},     Sign{printends::givenUp, Why::GivenUp},
                               Sign{printends::printerGone, Why::PrinterGone}, Sign{printends::lost, Why::Lost},
                               Sign{printends::noService, Why::NoService},     Sign{printends::noPrinter, Why::NoPrinter},
                               Sign{"is stopped"_L1, Why::Stopped},            Sign{"takes no jobs"_L1, Why::Rejecting},
                               Sign{printends::noDriver, Why::NoDriver}};
    const auto sign = std::ranges::find(kinds, kind, &Sign::word);
    return sign == kinds.end() ? std::nullopt : std::optional(sign->why);
}

bool isOfAPerson(const QString &text)
{
    return std::ranges::any_of(text, [](QChar each) { return each.unicode() > 0x7f; });
}

}

QString recordOf(const JobFate &fate)
{
    QStringList more;
    for (const QString &reason : fate.reasons) {
        if (!isEmptyReason(reason))
            more << reason;
    }
    const auto with = [&](QLatin1StringView what) {
        return more.isEmpty() ? QString(what) : what + ": "_L1 + more.join(u", "_s);
    };
    switch (fate.state) {
    case JobFate::State::Cancelled:
        return with(printends::cancelled);
    case JobFate::State::Failed:
        for (const Complaint &complaint : fate.complaints) {
            if (complaint.stops && !complaint.keyword.isEmpty())
                more << complaint.keyword;
        }
        if (!fate.words.isEmpty())
            more << fate.words;
        return with(printends::givenUp);
    case JobFate::State::PrinterGone:
        return printends::printerGone;
    default:
        return {};
    }
}

QString recordOf(const PrinterFace &face)
{
    QStringList words;
    if (!face.words.isEmpty())
        words << face.words;
    for (const Complaint &complaint : face.complaints) {
        if (!complaint.keyword.isEmpty() && !words.contains(complaint.keyword))
            words << complaint.keyword;
    }
    return words.join(u", "_s);
}

PrintEnd readEnd(const QString &recorded)
{
    Parts parts = partsOf(recorded);
    PrintEnd end{Why::Other, parts.printer, {}, {}};
    std::optional<Why> said;
    takeKeywords(parts.rest, end.complaints, said);
    const std::optional<Why> told = phraseIn(parts.rest);
    const std::optional<Why> base = whyOf(parts.kind);
    const bool isPlain = base && *base != Why::GivenUp && *base != Why::Cancelled;
    if (!said)
        said = told;
    if (isPlain)
        end.why = *base;
    else if (said)
        end.why = *said;
    else if (!end.complaints.isEmpty())
        end.why = Why::Stopped;
    else
        end.why = base.value_or(Why::Other);
    const bool nothingIsKnown = end.why == Why::GivenUp || end.why == Why::Other
        || (end.why == Why::Stopped && end.complaints.isEmpty() && !told);
    if (nothingIsKnown || (isOfAPerson(parts.rest) && !told))
        end.words = parts.rest;
    return end;
}

}
