#include "core/domain/signatures.h"

#include "core/domain/issuedpapers.h"
#include "core/domain/letters.h"
#include "core/domain/paperacts.h"
#include "core/domain/scans.h"

#include <algorithm>

namespace domain {

using Why = Refusal::Why;

bool isSigned(PaperKind kind)
{
    return kind != PaperKind::CoverSheet && kind != PaperKind::HandoverSheet && kind != PaperKind::CollectionNotice;
}

const HandSignature *signatureOf(const Case &file, const PaperRef &paper)
{
    const auto last = std::find_if(file.signatures.rbegin(), file.signatures.rend(),
                                   [&](const HandSignature &signature) { return signature.paper == paper; });
    return last == file.signatures.rend() ? nullptr : &*last;
}

Facts signatureFacts(const Case &file, const PaperRef &paper, Ink ink, const QString &signer)
{
    if (!ink.isDrawn())
        return {};
    for (const QString &name : {signer, applicantName(file)}) {
        if (ink.signer.isEmpty())
            ink.signer = name;
    }
    ink.signer = nameOf(ink.signer);
    return {SignatureGiven{paper, ink}};
}

PaperRef recordOf(const Case &file, const ItemsDelivered &delivered, const QDateTime &now)
{
    const Case then = apply(file, {now, file.clerk, LifeFact{delivered}});
    const QList<DeliveryAct> acts = deliveriesOf(then);
    const auto act = std::ranges::find_if(acts, [&](const DeliveryAct &each) { return each.items.contains(delivered.items.value(0)); });
    return {.kind = PaperKind::DeliveryRecord, .number = int(act - acts.begin()) + 1, .item = {}};
}

Ruling<Facts> giveSignature(const Case &file, const GiveSignature &command)
{
    if (!isSigned(command.paper.kind) || !isScanAddress(command.ink.scan) || command.ink.bytes <= 0)
        return refuse(Why::NothingToSign);
    if (file.life.archivedAt.isValid())
        return refuse(Why::Archived);
    if (!isIssued(file, command.paper))
        return refuse(Why::NoSuchPaper);
    const auto waits = [&](const IssuedLetter &letter) { return paperOf(letter) == command.paper && letter.signedAt.isNull(); };
    if (std::ranges::any_of(file.letters, waits))
        return refuse(Why::LetterNotSigned);
    return signatureFacts(file, command.paper, command.ink, {});
}

}
