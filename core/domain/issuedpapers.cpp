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
