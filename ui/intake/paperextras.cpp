#include "ui/intake/paperextras.h"

#include "core/domain/decidelife.h"
#include "core/domain/letters.h"

QStringList acceptableHere(const desk::CaseWork &work)
{
    QStringList ids;
    for (const auto &[line, item] : domain::itemsOf(work.file(), work.guide())) {
        if (work.obstaclesTo(domain::LifeCommand{domain::AcceptItem{line.item.id, {}, true}}).isEmpty())
            ids << line.item.id;
    }
    return ids;
}

PaperPanel::Extras extrasOf(const desk::CaseWork &work)
{
    PaperPanel::Extras extras;
    extras.toAccept = int(acceptableHere(work).size());
    if (work.file().stage != domain::Stage::Intake)
        return extras;
    const QList<domain::Letter::Kind> toPrint = domain::lettersWanted(work.file(), work.plan(), false);
    QStringList told;
    for (const domain::Letter::Kind kind : domain::lettersWanted(work.file(), work.plan(), true)) {
        (toPrint.contains(kind) ? extras.toPrint : extras.toSign) << domain::titleOf(kind, work.guide());
        told << domain::consequencesOf(kind, work.guide());
    }
    extras.consequences = told.join(u'\n');
    return extras;
}

QList<domain::PaperRef> lastPapers(const desk::CaseWork &work)
{
    const domain::Case &file = work.file();
    if (file.filing)
        return {{domain::PaperKind::FilingReceipt}};
    QList<domain::PaperRef> papers;
    for (const domain::Letter::Kind kind : domain::lettersWanted(file, work.plan(), true)) {
        if (const domain::IssuedLetter *letter = domain::letterInForce(file, work.plan(), kind))
            papers.append(domain::paperOf(*letter));
    }
    if (papers.isEmpty() && !file.notices.isEmpty())
        papers.append({domain::PaperKind::CorrectionNotice, int(file.notices.size()), {}});
    return papers;
}
