#include "core/domain/issuedpapers.h"

#include "core/domain/letters.h"
#include "core/domain/paperacts.h"

#include <algorithm>

namespace domain {

namespace {

/// Whether the case has what a paper of the intake is about.
bool isWanted(const Case &file, PaperKind kind)
{
    return kind == PaperKind::ApplicationForm ? !applicantName(file).isEmpty() : !file.id.isEmpty();
}

void appendNumbered(QList<PaperRef> &papers, PaperKind kind, qsizetype count)
{
    for (int number = 1; number <= count; ++number)
        papers.append({.kind = kind, .number = number, .item = {}});
}

void appendOfItems(QList<PaperRef> &papers, const Case &file)
{
    for (auto item = file.life.items.cbegin(); item != file.life.items.cend(); ++item) {
        if (item->acceptedAt.isValid())
            papers.append({.kind = PaperKind::AcceptanceNotice, .number = 1, .item = item.key()});
        if (item->state == CaseItem::State::Refused)
            papers.append({.kind = PaperKind::RefusalDecision, .number = 1, .item = item.key()});
    }
}

/// One for each day on which something was supplied, named by the last thing of it.
void appendSupplements(QList<PaperRef> &papers, const Case &file)
{
    const QStringList supplies = suppliesOf(file);
    const auto dayOf = [&](qsizetype i) { return file.life.supplements[supplies[i]].suppliedAt.date(); };
    for (qsizetype i = 0; i < supplies.size(); ++i) {
        if (i + 1 == supplies.size() || dayOf(i + 1) != dayOf(i))
            papers.append({.kind = PaperKind::SupplementReceipt, .number = int(i) + 1, .item = {}});
    }
}

/// Of \a kind the latest paper takes the place of all before it.
bool isReplaced(PaperKind kind)
{
    switch (kind) {
    case PaperKind::CorrectionNotice:
    case PaperKind::ApplicationForm:
    case PaperKind::CoverSheet:
    case PaperKind::DeferralLetter:
    case PaperKind::CommitmentLetter:
    case PaperKind::CollectionNotice:
        return true;
    default:
        return false;
    }
}

bool wasPrinted(const Case &file, const PaperRef &paper)
{
    return std::ranges::any_of(file.prints, [&](const PrintAct &print) { return print.paper == paper; });
}

}

QList<PaperRef> papersOf(const Case &file)
{
    QList<PaperRef> papers;
    appendNumbered(papers, PaperKind::CorrectionNotice, file.notices.size());
    for (const IssuedLetter &letter : file.letters)
        papers.append(paperOf(letter));
    if (file.filing)
        papers.append({.kind = PaperKind::FilingReceipt, .number = 1, .item = {}});
    for (const PaperKind kind : papersOfIntake()) {
        if (isWanted(file, kind))
            papers.append({.kind = kind, .number = editionOf(file, kind), .item = {}});
    }
    if (file.filing)
        papers.append({.kind = PaperKind::HandoverSheet, .number = 1, .item = {}});
    appendOfItems(papers, file);
    appendSupplements(papers, file);
    appendNumbered(papers, PaperKind::ReturnSlip, file.life.returns.size());
    if (const qsizetype ready = readyResultsOf(file).size(); ready > 0)
        papers.append({.kind = PaperKind::CollectionNotice, .number = int(ready), .item = {}});
    appendNumbered(papers, PaperKind::DeliveryRecord, deliveriesOf(file).size());
    for (const PrintAct &print : file.prints) { // whatever was handed out can be had again
        if (!papers.contains(print.paper))
            papers.append(print.paper);
    }
    return papers;
}

QList<PaperRef> papersInForce(const Case &file, PaperKind kind)
{
    QList<PaperRef> papers = papersOf(file);
    papers.removeIf([&](const PaperRef &paper) { return paper.kind != kind; });
    const auto highest = std::ranges::max_element(papers, {}, &PaperRef::number);
    if (!isReplaced(kind) || papers.isEmpty())
        return papers;
    return {*highest};
}

QDateTime madeAt(const Case &file, const PaperRef &paper)
{
    const qsizetype place = paper.number - 1;
    const CaseItem item = file.life.items.value(paper.item);
    switch (paper.kind) {
    case PaperKind::CorrectionNotice:
        return file.notices.value(place).at;
    case PaperKind::FilingReceipt:
    case PaperKind::HandoverSheet:
        return file.filing ? file.filing->at : QDateTime();
    case PaperKind::ApplicationForm:
    case PaperKind::CoverSheet:
        return file.filing ? file.filing->at : file.openedAt;
    case PaperKind::DeferralLetter:
    case PaperKind::CommitmentLetter: {
        const auto letter = std::ranges::find(file.letters, paper, paperOf);
        return letter == file.letters.end() ? QDateTime() : letter->at;
    }
    case PaperKind::AcceptanceNotice:
        return item.acceptedAt;
    case PaperKind::RefusalDecision:
        return item.endedAt;
    case PaperKind::SupplementReceipt:
        return file.life.supplements.value(suppliesOf(file).value(place)).suppliedAt;
    case PaperKind::ReturnSlip:
        return file.life.returns.value(place).at;
    case PaperKind::CollectionNotice:
        return readyAt(file.life.items.value(readyResultsOf(file).value(place)));
    case PaperKind::DeliveryRecord:
        return deliveriesOf(file).value(place).delivery.at;
    }
    return {};
}

bool isIssued(const Case &file, const PaperRef &paper)
{
    return wasPrinted(file, paper) || papersOf(file).contains(paper);
}

const QList<PaperKind> &papersOfIntake()
{
    static const QList<PaperKind> kinds{PaperKind::ApplicationForm, PaperKind::CoverSheet};
    return kinds;
}

int editionOf(const Case &file, PaperKind kind)
{
    return file.editions.value(kind, 1);
}

const PaperNumber *numberOf(const Case &file, const PaperRef &paper)
{
    const auto found = std::ranges::find_if(
        file.numbers, [&](const PaperNumber &number) { return number.paper == paper && number.voidedAt.isNull(); });
    return found == file.numbers.end() ? nullptr : &*found;
}

QDateTime lastVoided(const Case &file, const PaperRef &paper)
{
    QDateTime last;
    for (const PaperNumber &number : file.numbers) {
        if (number.paper == paper && number.voidedAt.isValid())
            last = number.voidedAt;
    }
    return last;
}

}
