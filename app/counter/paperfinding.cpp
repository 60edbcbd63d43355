#include "app/counter/paperfinding.h"

#include "core/domain/casenumber.h"
#include "ui/words/lifewords.h"
#include "ui/words/words.h"

#include <QCoreApplication>

namespace {

struct FindingWords {
    Q_DECLARE_TR_FUNCTIONS(PaperFinding)
};

/// What the paper itself must say, if nobody has changed it.
QString contentOf(const papers::Stamp &stamp)
{
    const QString paper = FindingWords::tr("%1, case %2, issued %3")
                              .arg(words::name(stamp.kind), domain::groupedNumber(stamp.caseNumber),
                                   words::moment(stamp.issuedAt.toLocalTime()));
    return stamp.lines > 0 ? FindingWords::tr("%1, %n line(s) in its table", nullptr, stamp.lines).arg(paper) : paper;
}

}

std::optional<Told> toldOf(const desk::PaperFinding &found)
{
    using State = desk::PaperFinding::Kind;
    using Level = InlineMessage::Level;
    switch (found.kind) {
    case State::Unstamped:
        return {};
    case State::Unreadable:
        return Told{Level::Warning, FindingWords::tr("The signature in this code cannot be read."),
                    FindingWords::tr("Scan it again; if it stays so, look the case up by its number.")};
    case State::Genuine:
        return Told{Level::Done,
                    FindingWords::tr("Genuine: signed by %1, %2.").arg(found.signer.window, found.signer.hall),
                    FindingWords::tr("The paper must say: %1. If it says anything else, it was changed by hand.")
                        .arg(contentOf(found.stamp))};
    case State::Altered:
        return Told{Level::Error,
                    FindingWords::tr("Not genuine: %1 did not sign what this code says.").arg(found.signer.window),
                    FindingWords::tr("Do not go by this paper. Keep it, and call the supervisor.")};
    case State::UnknownSigner:
        return Told{Level::Warning, FindingWords::tr("Signed by a window that is not known here, so nobody can say whether it is genuine."),
                    FindingWords::tr("It says: %1. Ask the hall that is printed on it.").arg(contentOf(found.stamp))};
    }
    return {};
}
