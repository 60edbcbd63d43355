#include "core/desk/batchprint.h"

#include "core/desk/reception.h"
#include "core/domain/codes.h"
#include "core/domain/issuedpapers.h"
#include "core/domain/printrules.h"

#include <algorithm>

namespace desk {

using namespace domain;
using Stand = BatchLine::Stand;

namespace {

constexpr int casesASlice = 5; ///< about as many as are read while a key is pressed

QList<PaperKind> allKinds()
{
    QList<PaperKind> kinds;
    for (int kind = 0; kind <= int(PaperKind::DeliveryRecord); ++kind)
        kinds << PaperKind(kind);
    return kinds;
}

}

BatchPrint::BatchPrint(Reception &reception, PrintQueue &queue, QObject *parent)
    : QObject(parent), m_reception(reception), m_queue(queue)
{
    connect(&m_slices, &QTimer::timeout, this, &BatchPrint::lookSlice);
    connect(&queue, &PrintQueue::spooled, this, [this](const QString &id) { hear(id, true); });
    connect(&queue, &PrintQueue::troubled, this, [this](const QString &id) { hear(id, false); });
}

void BatchPrint::look(const QStringList &caseIds)
{
    if (m_state == State::Printing)
        return;
    m_caseIds = caseIds;
    m_caseIds.removeDuplicates();
    m_looked = 0;
    m_lines.clear();
    m_cases.clear();
    m_batch.clear();
    m_haltedAt.clear();
    m_state = State::Looking;
    m_slices.start(0);
    emit changed();
}

void BatchPrint::lookSlice()
{
    for (int i = 0; i < casesASlice && m_looked < m_caseIds.size(); ++i)
        readCase(m_caseIds[m_looked++]);
    if (m_looked == m_caseIds.size()) {
        m_slices.stop();
        m_state = State::Ready;
    }
    emit changed();
}

void BatchPrint::readCase(const QString &caseId)
{
    BatchLine line{.caseId = caseId};
    const auto work = m_reception.resume(caseId);
    if (!work) {
        line.stand = Stand::Unreadable;
        line.undone = work.error();
        m_lines << line;
        return;
    }
    const Case &file = (*work)->file();
    line.number = file.number;
    line.matter = (*work)->guide().matter.name;
    line.applicant = maskedName(applicantName(file));
    m_cases << line;
    for (const PaperKind kind : allKinds()) {
        for (const PaperRef &paper : papersInForce(file, kind)) {
            BatchLine one = line;
            const Item *item = (*work)->guide().matter.item(paper.item);
            one.item = item ? item->name : QString();
            one.paper = paper;
            one.madeAt = madeAt(file, paper);
            one.copy = nextCopy(file, paper);
            one.stand = isOut(file, paper) ? Stand::Before : Stand::ToPrint;
            m_lines << one;
        }
    }
}

void BatchPrint::setTodayOnly(bool todayOnly)
{
    m_todayOnly = todayOnly;
    emit changed();
}

/// As it counts now: what is of another day is left out when only today's papers are wanted.
Stand BatchPrint::standOf(const BatchLine &line) const
{
    const bool isOpen = line.stand == Stand::ToPrint || line.stand == Stand::Before;
    const bool isOfYore = isOpen && m_todayOnly && line.madeAt.date() != m_reception.today();
    return isOfYore ? Stand::OtherDay : line.stand;
}

QList<BatchTally> BatchPrint::tallies() const
{
    QMap<PaperKind, BatchTally> tallies;
    for (const BatchLine &line : m_lines) {
        if (line.stand == Stand::Unreadable)
            continue;
        BatchTally &tally = tallies[line.paper.kind];
        tally.kind = line.paper.kind;
        tally.toPrint += standOf(line) == Stand::ToPrint ? 1 : 0;
        tally.before += standOf(line) == Stand::Before ? 1 : 0;
    }
    return tallies.values();
}

QList<BatchLine> BatchPrint::lines(PaperKind kind) const
{
    QList<BatchLine> lines;
    QSet<QString> have;
    for (const BatchLine &line : m_lines) {
        if (line.stand != Stand::Unreadable && line.paper.kind != kind)
            continue;
        have.insert(line.caseId);
        lines << line;
        lines.last().stand = standOf(line);
    }
    for (const BatchLine &each : m_cases) {
        if (!have.contains(each.caseId))
            lines << each;
    }
    return lines;
}

void BatchPrint::print(PaperKind kind, bool again, const PrintWish &wish)
{
    if (m_state == State::Printing || m_state == State::Looking || m_state == State::Idle)
        return;
    m_batch = lines(kind);
    m_batch.removeIf([&](const BatchLine &line) {
        const bool isOpen = line.stand == Stand::ToPrint || line.stand == Stand::Failed || line.stand == Stand::Refused;
        return !isOpen && !(again && line.stand == Stand::Before);
    });
    m_next = 0;
    m_wish = wish;
    m_haltedAt.clear();
    m_state = State::Printing;
    // One that was being handed over at the halt is the first of the rest: hear() goes on from there.
    const QueuedPrint *pending = m_queue.find(m_waitingFor);
    const auto first = std::ranges::find_if(m_batch, [&](const BatchLine &line) {
        return pending && line.caseId == pending->caseId && line.paper == pending->paper;
    });
    const bool isPending = first != m_batch.end();
    if (isPending)
        std::rotate(m_batch.begin(), first, first + 1);
    else
        m_waitingFor.clear();
    emit changed();
    if (!isPending)
        step();
}

/// Asks for the next paper; hear() goes on when it was taken.
void BatchPrint::step()
{
    if (m_state != State::Printing)
        return;
    if (m_next == m_batch.size()) {
        end(State::Finished);
        return;
    }
    BatchLine &line = m_batch[m_next];
    const bool isReprint = line.stand == Stand::Before;
    const auto asked = m_queue.print(line.caseId, line.paper, isReprint ? m_wish : PrintWish{{}, m_wish.printer}, !isReprint);
    if (asked && !asked->isEmpty()) {
        m_waitingFor = *asked;
        return;
    }
    line.stand = asked ? Stand::Before : Stand::Refused; // before: printed by somebody else in the meantime
    if (!asked)
        line.undone = asked.error();
    note(line);
    ++m_next;
    const bool isForAll = !asked && asked.error().error && asked.error().error->kind == base::Error::Kind::Device;
    if (isForAll)
        m_state = State::Halted; // the others would go the same way
    else
        QMetaObject::invokeMethod(this, &BatchPrint::step, Qt::QueuedConnection);
    emit changed();
}

/// Print \a id was taken by the print service, or there is something the matter with it.
void BatchPrint::hear(const QString &id, bool isTaken)
{
    const QueuedPrint *print = m_queue.find(id);
    const auto line = std::ranges::find_if(m_batch, [&](const BatchLine &each) {
        return print && each.caseId == print->caseId && each.paper == print->paper && (id == m_waitingFor || each.stand == Stand::Asked);
    });
    if (line == m_batch.end())
        return;
    const bool isFailed = print->state == PrintAct::State::Failed;
    const bool wasWaiting = id == m_waitingFor;
    line->copy = print->copy;
    line->stand = isFailed ? Stand::Failed : Stand::Asked;
    line->detail = print->detail;
    note(*line);
    if (wasWaiting) {
        m_waitingFor.clear();
        ++m_next;
    }
    if (!isTaken && m_state == State::Printing) {
        m_haltedAt = id;
        m_state = State::Halted;
    } else if (wasWaiting && m_state == State::Printing) {
        QMetaObject::invokeMethod(this, &BatchPrint::step, Qt::QueuedConnection);
    }
    emit changed();
}

void BatchPrint::note(const BatchLine &line)
{
    *std::ranges::find_if(m_lines, [&](const BatchLine &each) { return each.isSame(line); }) = line;
}

void BatchPrint::end(State state)
{
    m_state = state;
    emit changed();
}

void BatchPrint::stop()
{
    if (m_state == State::Printing)
        end(State::Stopped);
    if (m_state == State::Looking) {
        m_slices.stop();
        m_caseIds = m_caseIds.first(m_looked); // the rest is not part of it
        end(State::Ready);
    }
}

qsizetype BatchPrint::done() const
{
    return std::ranges::count(m_batch, Stand::Asked, &BatchLine::stand);
}

QList<BatchLine> BatchPrint::failed() const
{
    QList<BatchLine> lines = m_batch;
    lines.removeIf([](const BatchLine &line) { return line.stand != Stand::Failed && line.stand != Stand::Refused; });
    return lines;
}

const QueuedPrint *BatchPrint::haltedAt() const
{
    return m_haltedAt.isEmpty() ? nullptr : m_queue.find(m_haltedAt);
}

}
