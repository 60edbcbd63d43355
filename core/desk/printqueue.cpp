#include "core/desk/printqueue.h"

#include "core/desk/printjobs.h"
#include "core/desk/reception.h"
#include "core/devices/printend.h"
#include "core/domain/issuedpapers.h"
#include "core/domain/printrules.h"
#include "core/journal/journal.h"

#include <QUuid>

#include <algorithm>

namespace desk {

using namespace domain;
using namespace Qt::StringLiterals;
using devices::JobFate;
using devices::PrintJob;

namespace {

constexpr int longestQueue = 1000;
constexpr int daysBack = 7; ///< a job that is older is in no printer any more
constexpr int pauseMs = 20; ///< between slices, for whoever works

QueuedPrint queued(const CaseWork &work, const PrintAct &act)
{
    const Item *item = work.guide().matter.item(act.paper.item);
    return {.id = act.id,
            .caseId = work.file().id,
            .number = work.file().number,
            .matter = work.guide().matter.name,
            .paper = act.paper,
            .item = item ? item->name : QString(),
            .copy = act.copy,
            .at = act.at,
            .state = act.state,
            .detail = act.detail,
            .place = {act.printer, act.job},
            .fate = {}};
}

}

bool QueuedPrint::isBlocked() const
{
    return state == PrintAct::State::Spooled && fate
        && (fate->state == JobFate::State::Blocked || fate->state == JobFate::State::Held);
}

PrintQueue::PrintQueue(Needs needs, QObject *parent) : QObject(parent), m_needs(needs)
{
    connect(&m_needs.runner, &devices::PrintRunner::submitted, this, &PrintQueue::hearSubmitted);
    connect(&m_needs.runner, &devices::PrintRunner::fateSeen, this, &PrintQueue::hearFate);
    connect(&m_needs.runner, &devices::PrintRunner::printersSeen, this,
            [this](const base::Result<QList<devices::PrinterFace>> &printers) {
                m_printers = printers.value_or(QList<devices::PrinterFace>());
                emit changed();
            });
    connect(&m_slices, &QTimer::timeout, this, &PrintQueue::lookBackSlice);
}

void PrintQueue::takeInHand(CaseWork *work)
{
    m_inHand = work;
    if (!work)
        return;
    m_lookedAt.insert(work->file().id);
    join(*work);
    catchUp();
    emit changed();
}

void PrintQueue::join(const CaseWork &work)
{
    for (const PrintAct &act : work.file().prints) {
        const bool isFile = act.state == PrintAct::State::Spooled && act.job == 0;
        if (act.state == PrintAct::State::Confirmed || act.state == PrintAct::State::Failed || isFile || entry(act.id))
            continue;
        // Nobody confirms what everybody saw: what came out on another day is not called open again by a restart.
        const bool isOfYore = act.state == PrintAct::State::Printed && act.at.date() < m_needs.reception.today();
        if (isOfYore && m_inHand != &work)
            continue;
        const auto place = std::ranges::find_if(m_prints, [&](const QueuedPrint &print) { return print.at <= act.at; });
        m_prints.insert(place, queued(work, act));
        if (act.state == PrintAct::State::Spooled && act.job > 0)
            m_needs.runner.follow(act.id, {act.printer, act.job});
    }
}

void PrintQueue::lookBack()
{
    m_slices.start(pauseMs);
}

/// One slice of the journal, or one case: neither is felt.
void PrintQueue::lookBackSlice()
{
    if (m_toLookAt.isEmpty() && !m_trailEnds) {
        const auto trail = m_needs.reception.printedLately(daysBack, m_trail);
        m_trail = trail ? trail->next : 0; // what is damaged is said when it is opened
        m_trailEnds = m_trail == 0;
        for (const QString &caseId : trail ? trail->cases : QStringList()) {
            if (!m_lookedAt.contains(caseId))
                m_toLookAt << caseId;
            m_lookedAt.insert(caseId);
        }
        return;
    }
    const bool isOver = m_toLookAt.isEmpty() || m_prints.size() >= longestQueue;
    if (isOver) {
        m_slices.stop();
        emit changed();
        return;
    }
    if (const auto work = m_needs.reception.resume(m_toLookAt.takeFirst())) {
        const qsizetype before = m_prints.size();
        join(**work);
        if (m_prints.size() != before)
            emit changed();
    }
}

tl::expected<QString, Undone> PrintQueue::print(CaseWork &work, const PaperRef &paper, const PrintWish &wish)
{
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const int wanted = m_needs.routes.of(paperWord(paper.kind)).pieces;
    const bool isFirst = nextCopy(work.file(), paper) == 1;
    const int pieces = wanted > 0 ? wanted : isFirst ? work.copiesOf(paper) : 1;
    if (const Done asked = work.perform(RequestPrint{id, paper, wish.reason, pieces}); !asked)
        return tl::unexpected(asked.error());
    const PrintAct act = *std::ranges::find(work.file().prints, id, &PrintAct::id);
    m_prints.prepend(queued(work, act));
    if (m_prints.size() > longestQueue) // what is settled goes first
        m_prints.removeLast();
    if (const base::Result<PrintJob> job = jobOf(work, act, wish.printer)) {
        m_needs.runner.submit(id, *job);
    } else {
        QueuedPrint &print = *entry(id);
        print.state = PrintAct::State::Failed;
        print.detail = job.error().detail;
        if (const Done failed = work.perform(ReportPrintFailed{id, job.error().detail}); !failed)
            return tl::unexpected(failed.error());
        emit changed();
        return tl::unexpected(Undone{{}, job.error()});
    }
    emit changed();
    return id;
}

tl::expected<void, Undone> PrintQueue::print(CaseWork &work, const QList<PaperRef> &papers, const PrintWish &wish)
{
    for (const PaperRef &paper : papers) {
        if (const auto asked = print(work, paper, wish); !asked)
            return tl::unexpected(asked.error());
    }
    return {};
}

tl::expected<QString, Undone> PrintQueue::print(const QString &caseId, const PaperRef &paper, const PrintWish &wish, bool onlyFirst)
{
    QString id;
    const Done done = onWork(caseId, [&](CaseWork &work) -> Done {
        if (onlyFirst && isOut(work.file(), paper))
            return {};
        const auto asked = print(work, paper, wish);
        if (!asked)
            return tl::unexpected(asked.error());
        id = *asked;
        return {};
    });
    if (!done)
        return tl::unexpected(done.error());
    return id;
}

Done PrintQueue::again(const QString &id, const PrintWish &wish)
{
    const QueuedPrint *found = find(id);
    if (!found)
        return {};
    const QueuedPrint before = *found;
    if (before.state == PrintAct::State::Spooled)
        cancel(id);
    return onWork(before.caseId, [&](CaseWork &work) -> Done {
        if (const auto asked = print(work, before.paper, wish); !asked)
            return tl::unexpected(asked.error());
        return {};
    });
}

void PrintQueue::cancel(const QString &id)
{
    if (const QueuedPrint *print = find(id); print && print->place.job > 0)
        m_needs.runner.cancel(id, print->place);
}

Done PrintQueue::confirm(const QString &id)
{
    QueuedPrint *print = entry(id);
    if (!print || !mayBecome(print->state, PrintAct::State::Confirmed))
        return {};
    const Done done = record(*print, ConfirmPrint{id});
    emit changed();
    return done;
}

Done PrintQueue::reportLost(const QString &id)
{
    QueuedPrint *print = entry(id);
    if (!print || !mayBecome(print->state, PrintAct::State::Failed))
        return {};
    const Done done = record(*print, ReportPrintFailed{id, QString(devices::printends::lost)});
    emit changed();
    return done;
}

QList<PaperRef> PrintQueue::unprinted(const CaseWork &work)
{
    QList<PaperRef> papers = papersOf(work.file());
    papers.removeIf([&](const PaperRef &paper) { return isOut(work.file(), paper); });
    return papers;
}

base::Result<> PrintQueue::printTest(const papers::Paper &paper, const QString &printer, const QString &tray)
{
    const bool isRoll = paper.format == papers::Paper::Format::Roll80;
    const PrintRoute route{.printer = printer, .tray = tray, .layout = isRoll ? PrintRoute::Layout::Roll : PrintRoute::Layout::A4};
    return printJob(paper, route, printer, machineFor(m_printers, printer)).map([&](PrintJob job) {
        const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        job.title = paper.title;
        m_tests.insert(id, printer);
        m_needs.runner.submit(id, job);
    });
}

const QueuedPrint *PrintQueue::find(const QString &id) const
{
    const auto found = std::ranges::find(m_prints, id, &QueuedPrint::id);
    return found == m_prints.end() ? nullptr : &*found;
}

QueuedPrint *PrintQueue::entry(const QString &id)
{
    const auto found = std::ranges::find(m_prints, id, &QueuedPrint::id);
    return found == m_prints.end() ? nullptr : &*found;
}

/// Through the case in hand when it is that one: two pictures of one case must not part.
Done PrintQueue::onWork(const QString &caseId, const std::function<Done(CaseWork &)> &act)
{
    if (m_inHand && m_inHand->file().id == caseId)
        return act(*m_inHand);
    const auto work = m_needs.reception.resume(caseId);
    if (!work)
        return tl::unexpected(work.error());
    return act(**work);
}

/// Writes into the case what became of \a print; what cannot be written now is tried again with the next report.
Done PrintQueue::record(QueuedPrint &print, const Command &command)
{
    return onWork(print.caseId, [&](CaseWork &work) -> Done {
        if (const Done done = work.perform(command); !done) {
            print.isReported = false;
            return done;
        }
        const auto act = std::ranges::find(work.file().prints, print.id, &PrintAct::id);
        if (act != work.file().prints.end()) {
            print.state = act->state;
            print.detail = act->detail;
        }
        print.isReported = true;
        return {};
    });
}

void PrintQueue::hearSubmitted(const QString &id, const base::Result<devices::JobPlace> &place)
{
    if (m_tests.contains(id) && !place)
        emit testEnded(m_tests.take(id), place.error().detail);
    QueuedPrint *print = entry(id);
    if (!print)
        return;
    if (!place) {
        fail(*print, place.error().detail);
        return;
    }
    print->place = *place;
    const QString detail = u"%1, %2"_s.arg(place->printer).arg(place->job);
    const Done done = record(*print, ReportSpooled{id, detail, place->printer, place->job});
    if (done)
        emit spooled(id);
    emit changed();
}

void PrintQueue::hearFate(const QString &id, const JobFate &fate)
{
    if (m_tests.contains(id) && fate.isFinal())
        emit testEnded(m_tests.take(id), devices::recordOf(fate));
    QueuedPrint *print = entry(id);
    if (!print)
        return;
    const bool wasBlocked = print->isBlocked();
    print->fate = fate;
    if (fate.state == JobFate::State::Printed) {
        const Done done = record(*print, ReportPrinted{id});
        Q_UNUSED(done) // tried again with the next report
    } else if (const QString why = devices::recordOf(fate); !why.isEmpty()) {
        fail(*print, why);
        return;
    } else if (print->isBlocked() && !wasBlocked) {
        emit troubled(id);
    }
    catchUp();
    emit changed();
}

void PrintQueue::fail(QueuedPrint &print, const QString &detail)
{
    print.detail = detail;
    const bool wasOver = !mayBecome(print.state, PrintAct::State::Failed);
    const Done done = record(print, ReportPrintFailed{print.id, detail});
    Q_UNUSED(done) // tried again with the next report
    if (!wasOver)
        emit troubled(print.id);
    emit changed();
}

/// Writes what could not be written before.
void PrintQueue::catchUp()
{
    for (QueuedPrint &print : m_prints) {
        if (print.isReported || !print.fate)
            continue;
        const QString why = devices::recordOf(*print.fate);
        if (print.fate->state == JobFate::State::Printed && !record(print, ReportPrinted{print.id}))
            return;
        if (!why.isEmpty() && !record(print, ReportPrintFailed{print.id, why}))
            return;
    }
}

base::Result<PrintJob> PrintQueue::jobOf(const CaseWork &work, const PrintAct &act, const QString &printer) const
{
    const PrintRoute route = m_needs.routes.of(paperWord(act.paper.kind));
    const QString queue = printer.isEmpty() ? route.printer : printer;
    const devices::PrinterFace *machine = machineFor(m_printers, queue);
    const base::Result<papers::Paper> paper = work.issuedPaper(act.paper, act.copy, isForRoll(route.layout, machine));
    if (!paper)
        return tl::unexpected(paper.error());
    base::Result<PrintJob> job = printJob(*paper, route, queue, machine);
    if (!job)
        return job;
    job->title = work.file().number;
    job->copies = act.pieces;
    if (!printer.isEmpty())
        job->tray.clear(); // that of another machine
    return job;
}

}
