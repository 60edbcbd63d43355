#include "core/devices/printtrouble.h"

#include <algorithm>
#include <array>

namespace devices {

namespace {

using namespace Qt::StringLiterals;

struct Keyword {
    QLatin1StringView word; ///< without its severity
    Trouble trouble;
    bool stops;
};

/// Whether it stops is what the word says by itself; an ending “-error”, “-warning” or “-report” goes before that.
constexpr std::array keywordTable{
    Keyword{"offline"_L1, Trouble::Unreachable, true},
    Keyword{"connecting-to-device"_L1, Trouble::Unreachable, true},
    Keyword{"timed-out"_L1, Trouble::Unreachable, true},
    Keyword{"shutdown"_L1, Trouble::Unreachable, true},
    Keyword{"media-empty"_L1, Trouble::PaperOut, true},
    Keyword{"media-needed"_L1, Trouble::PaperOut, true},
    Keyword{"media-low"_L1, Trouble::PaperLow, false},
    Keyword{"media-jam"_L1, Trouble::PaperJam, true},
    Keyword{"cover-open"_L1, Trouble::DoorOpen, true},
    Keyword{"door-open"_L1, Trouble::DoorOpen, true},
    Keyword{"interlock-open"_L1, Trouble::DoorOpen, true},
    Keyword{"input-tray-missing"_L1, Trouble::TrayMissing, true},
    Keyword{"output-tray-missing"_L1, Trouble::TrayMissing, true},
    Keyword{"toner-empty"_L1, Trouble::TonerOut, true},
    Keyword{"marker-supply-empty"_L1, Trouble::TonerOut, true},
    Keyword{"marker-ink-empty"_L1, Trouble::TonerOut, true},
    Keyword{"marker-waste-full"_L1, Trouble::TonerOut, true},
    Keyword{"toner-low"_L1, Trouble::TonerLow, false},
    Keyword{"marker-supply-low"_L1, Trouble::TonerLow, false},
    Keyword{"marker-waste-almost-full"_L1, Trouble::TonerLow, false},
    Keyword{"output-area-full"_L1, Trouble::OutputFull, true},
    Keyword{"output-area-almost-full"_L1, Trouble::OutputFull, false},
    Keyword{"paused"_L1, Trouble::Paused, true},
    Keyword{"moving-to-paused"_L1, Trouble::Paused, true},
    Keyword{"hold-new-jobs"_L1, Trouble::Paused, true},
    Keyword{"stopped-partly"_L1, Trouble::Stopped, true},
    Keyword{"stopping"_L1, Trouble::Stopped, true},
    Keyword{"spool-area-full"_L1, Trouble::Rejecting, true},
    Keyword{"cups-rejecting-jobs"_L1, Trouble::Rejecting, true},
    Keyword{"cups-missing-filter"_L1, Trouble::DriverMissing, true},
    Keyword{"cups-insecure-filter"_L1, Trouble::DriverMissing, true},
    Keyword{"com.apple.print.recoverable"_L1, Trouble::Other, false},
};

constexpr std::array passwordWords{"account-authorization-failed"_L1, "cups-auth-required"_L1, "account-info-needed"_L1};

Complaint complaintOf(const QString &keyword)
{
    QString word = keyword;
    const bool isError = word.endsWith("-error"_L1);
    const bool isWarning = word.endsWith("-warning"_L1);
    if (isError || isWarning)
        word = word.left(word.lastIndexOf(u'-'));
    if (std::ranges::find(passwordWords, word) != passwordWords.end())
        return {Trouble::NotAllowed, true, keyword};
    const auto known = std::ranges::find(keywordTable, word, &Keyword::word);
    const Trouble trouble = known == keywordTable.end() ? Trouble::Other : known->trouble;
    const bool stopsByItself = known != keywordTable.end() && known->stops;
    return {trouble, isError || (stopsByItself && !isWarning), keyword};
}

}

QList<Complaint> complaintsOf(const QStringList &keywords)
{
    QList<Complaint> complaints;
    for (const QString &keyword : keywords) {
        if (keyword == "none"_L1 || keyword.isEmpty() || keyword.endsWith("-report"_L1))
            continue;
        const Complaint complaint = complaintOf(keyword);
        const auto same = std::ranges::find(complaints, complaint.trouble, &Complaint::trouble);
        if (same == complaints.end() || complaint.trouble == Trouble::Other)
            complaints << complaint;
        else if (complaint.stops && !same->stops)
            *same = complaint;
    }
    std::ranges::stable_sort(complaints, std::ranges::greater(), &Complaint::stops);
    return complaints;
}

}
