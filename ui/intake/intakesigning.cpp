#include "ui/intake/intakesigning.h"

#include "core/domain/issuedpapers.h"
#include "core/domain/letters.h"
#include "ui/signing/signaturedialog.h"
#include "ui/words/words.h"

#include <QPointer>

namespace {

/// What is signed next, and what the citizen reads above the line.
struct ToSign {
    domain::Command command;
    SignatureWish wish;
    bool isLetter = false;
};

ToSign nextToSign(const desk::CaseWork &work, const domain::PaperRef &paper)
{
    const QString applicant = domain::applicantName(work.file());
    const QList<domain::Letter::Kind> letters = domain::lettersWanted(work.file(), work.plan(), true);
    if (work.file().stage != domain::Stage::Intake || letters.isEmpty())
        return {domain::GiveSignature{paper, {}}, {words::name(paper.kind), applicant, {}}};
    const domain::Letter::Kind kind = letters.first();
    const QString told = domain::consequencesOf(kind, work.guide());
    return {domain::SignLetter{kind, told, {}}, {domain::titleOf(kind, work.guide()), applicant, told}, true};
}

/// Why it cannot be signed, seen without a signature.
QList<domain::Refusal> obstacles(const desk::CaseWork &work, const ToSign &next, const domain::PaperRef &paper)
{
    if (next.isLetter)
        return work.obstaclesTo(next.command);
    if (domain::isIssued(work.file(), paper))
        return {};
    return {{domain::Refusal::Why::NoSuchPaper, {}, {}}};
}

}

void askToSign(QWidget *page, desk::CaseWork &work, const domain::PaperRef &paper,
               const std::function<void(const desk::Done &done, bool wasLetter)> &then)
{
    const ToSign next = nextToSign(work, paper);
    if (const QList<domain::Refusal> against = obstacles(work, next, paper); !against.isEmpty()) {
        then(tl::unexpected(desk::Undone{against, {}}), next.isLetter);
        return;
    }
    askSignature(page, next.wish, [work = QPointer(&work), next, then](const QByteArray &png) {
        if (work)
            then(work->performSigned(next.command, png), next.isLetter);
    });
}
