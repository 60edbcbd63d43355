#include "ui/case/caserows.h"

#include "core/domain/clearing.h"
#include "core/domain/clockcheck.h"
#include "core/domain/codes.h"
#include "core/domain/scans.h"
#include "core/domain/issuedpapers.h"
#include "core/domain/signatures.h"
#include "ui/intake/verdictlook.h"
#include "ui/words/conflictwords.h"
#include "ui/words/lifewords.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <tuple>

using namespace Qt::StringLiterals;
using domain::CaseItem;
using domain::Deadline;
using Look = BadgeFace::Look;

namespace {

struct RowWords {
    Q_DECLARE_TR_FUNCTIONS(CaseRows)
};

bool isMoment(const Deadline &deadline)
{
    return deadline.days == 0
        && (deadline.kind == Deadline::Kind::Push || deadline.kind == Deadline::Kind::OnlineReview);
}

QString dueWords(const Deadline &deadline)
{
    if (deadline.due.isNull())
        return RowWords::tr("no end known now");
    const QString due = isMoment(deadline) ? words::moment(deadline.due) : words::day(deadline.due.date());
    return deadline.provisional ? RowWords::tr("by %1, provisional").arg(due) : RowWords::tr("by %1").arg(due);
}

BadgeFace clockFace(const domain::CaseClock &clock, const QDateTime &now)
{
    if (clock.metAt.isValid())
        return clock.metAt <= clock.deadline.due ? BadgeFace{RowWords::tr("in time"), Look::Good, u"check"_s}
                                                 : BadgeFace{RowWords::tr("was late"), Look::Bad, u"warning"_s};
    if (clock.deadline.paused)
        return {RowWords::tr("not counted now"), Look::Warn, u"clock"_s};
    if (now > clock.deadline.due)
        return {RowWords::tr("late"), Look::Bad, u"warning"_s};
    if (now.date() >= clock.deadline.due.date())
        return {RowWords::tr("today"), Look::Warn, u"clock"_s};
    return {RowWords::tr("open"), Look::Neutral, u"clock"_s};
}

QString clockName(const Deadline &deadline, const CaseView &view)
{
    const QString kind = words::name(deadline.kind);
    return deadline.item.isEmpty() ? kind : kind + u" · "_s + view.itemName(deadline.item);
}

PaneRow clockRow(const domain::CaseClock &clock, const CaseView &view)
{
    const Deadline &deadline = clock.deadline;
    PaneRow row{
        .text = clockName(deadline, view), .detail = dueWords(deadline), .badge = clockFace(clock, view.now), .id = {}};
    if (const QString term = isMoment(deadline) ? QString() : words::term(deadline.days); !term.isEmpty())
        row.detail += u" · "_s + term;
    if (clock.metAt.isValid())
        row.detail += u" · "_s + RowWords::tr("done %1").arg(words::moment(clock.metAt));
    return row;
}

PaneRow supplementRow(PaneRow row, const domain::Supplement &supplement, const QDateTime &now)
{
    if (supplement.suppliedAt.isValid()) {
        row.detail = RowWords::tr("brought later, %1").arg(words::moment(supplement.suppliedAt));
    } else if (supplement.lapsedAt.isValid()) {
        row.badge = {RowWords::tr("Lapsed"), Look::Bad, u"warning"_s};
    } else if (now.date() > supplement.due) {
        row.badge = {RowWords::tr("Overdue"), Look::Bad, u"warning"_s};
        row.detail = RowWords::tr("was to be brought by %1").arg(words::day(supplement.due));
    } else {
        row.detail = RowWords::tr("to be brought by %1").arg(words::day(supplement.due));
    }
    return row;
}

PaneRow contactRow(const domain::Contact &contact)
{
    const QString what = RowWords::tr("Told %1 about %2").arg(words::name(contact.way), words::name(contact.about));
    return {.text = contact.words.isEmpty() ? what : RowWords::tr("%1: %2").arg(what, contact.words),
            .detail = words::moment(contact.at) + u" · "_s + contact.clerk,
            .badge = {},
            .id = {}};
}

PaneRow paperRow(const CaseView &view, const domain::PaperRef &paper)
{
    PaneRow row{.text = words::name(paper.kind),
                .detail = RowWords::tr("not printed yet"),
                .badge = {},
                .id = paperId(paper)};
    const auto item = std::ranges::find(view.items, paper.item, [](const auto &entry) { return entry.first.item.id; });
    if (item != view.items.end())
        row.text = RowWords::tr("%1: %2").arg(row.text, item->first.item.name);
    else if (paper.number > 1)
        row.text = RowWords::tr("%1 no. %2").arg(row.text).arg(paper.number);
    for (const domain::PrintAct &print : view.file.prints) {
        if (print.paper != paper)
            continue;
        row.detail = words::moment(print.at);
        const bool failed = print.state == domain::PrintAct::State::Failed;
        row.badge = failed ? BadgeFace{RowWords::tr("not printed"), Look::Bad, u"printer-off"_s}
                           : BadgeFace{RowWords::tr("copy %1").arg(print.copy), Look::Neutral, u"print"_s};
    }
    if (const domain::HandSignature *signature = domain::signatureOf(view.file, paper)) {
        row.detail += u" · "_s
            + RowWords::tr("signed by hand %1, %2").arg(words::moment(signature->at), domain::maskedName(signature->ink.signer));
    }
    return row;
}

/// How many items of \a view are as \a is says.
template <class Is>
int countOf(const CaseView &view, Is is)
{
    return int(std::ranges::count_if(view.items, [&](const auto &entry) { return std::invoke(is, entry.second); }));
}

QString progressOf(const CaseView &view)
{
    const int all = int(view.items.size());
    const int ended = countOf(view, &CaseItem::isEnded);
    if (const int paused = countOf(view, &CaseItem::isPaused))
        return RowWords::tr("In hand: %1 of %2 items have ended, %3 paused.").arg(ended).arg(all).arg(paused);
    return RowWords::tr("In hand: %1 of %2 items have ended.").arg(ended).arg(all);
}

}

QList<PaneRow> clockRows(const CaseView &view)
{
    QList<domain::CaseClock> clocks = view.clocks;
    const auto order = [](const domain::CaseClock &clock) {
        return std::tuple(!clock.metAt.isNull(), clock.deadline.paused, clock.deadline.due);
    };
    std::ranges::stable_sort(clocks, {}, order);
    QList<PaneRow> rows;
    for (const domain::CaseClock &clock : std::as_const(clocks))
        rows << clockRow(clock, view);
    return rows;
}

QList<PaneRow> materialRows(const CaseView &view)
{
    QList<PaneRow> rows;
    for (const domain::Plan::MaterialLine &line : view.plan.materials) {
        const QString &id = line.material.id;
        const auto verdict = view.file.verdicts.constFind(id);
        PaneRow row{.text = line.material.name, .detail = {}, .badge = verdictFace({}), .id = {}};
        if (verdict != view.file.verdicts.constEnd()) {
            row.badge = verdictFace(*verdict);
            row.detail = verdictDetail(*verdict, line.material);
        }
        const auto supplement = view.file.life.supplements.constFind(id);
        if (supplement != view.file.life.supplements.constEnd())
            row = supplementRow(row, *supplement, view.now);
        for (const domain::PapersReturned &returned : view.file.life.returns) {
            if (returned.materials.contains(id))
                row.detail = RowWords::tr("given back %1").arg(words::moment(returned.at));
        }
        for (const domain::Recheck &recheck : view.file.life.rechecks) {
            if (recheck.material != id)
                continue;
            if (recheck.isOpen())
                row.badge = {RowWords::tr("To be checked once more"), Look::Warn, u"warning"_s};
            else if (!recheck.conforms)
                row.badge = {RowWords::tr("Does not conform, checked once more"), Look::Bad, u"warning"_s};
            row.detail = recheck.isOpen() || recheck.found.isEmpty() ? recheck.words : recheck.found;
        }
        const auto broken = std::ranges::find(view.file.life.brokenPromises, id, &domain::BrokenPromise::material);
        if (broken != view.file.life.brokenPromises.end()) {
            row.badge = {RowWords::tr("Promise broken"), Look::Bad, u"warning"_s};
            row.detail = broken->words;
        }
        if (const int pages = int(domain::scansOf(view.file, id).size()); pages > 0) {
            const QString words = RowWords::tr("%n page(s) scanned", nullptr, pages);
            row.detail += row.detail.isEmpty() ? words : u" · "_s + words;
        }
        rows << row;
    }
    return rows;
}

QList<PaneRow> citizenRows(const CaseView &view)
{
    const domain::CaseLife &life = view.file.life;
    QList<PaneRow> rows{{.text = RowWords::tr("Wants %1").arg(words::choice(life.collection)),
                         .detail = life.collection.address.isEmpty()
                             ? RowWords::tr("collection of the results")
                             : RowWords::tr("to the address %1").arg(life.collection.address.left(6) + u"****"_s),
                         .badge = {},
                         .id = {}}};
    for (auto contact = life.contacts.rbegin(); contact != life.contacts.rend(); ++contact)
        rows << contactRow(*contact);
    const QList<domain::PaperRef> papers = domain::papersOf(view.file);
    for (auto paper = papers.rbegin(); paper != papers.rend(); ++paper)
        rows << paperRow(view, *paper);
    return rows;
}

QList<PaneRow> timeRows(const CaseView &view)
{
    QList<PaneRow> rows;
    // What a person has to settle stands above everything else.
    for (const domain::Conflict &conflict : domain::openConflicts(view.file))
        rows.append({.text = words::sentence(conflict, view.guide),
                     .detail = RowWords::tr("to be settled (O)"),
                     .badge = {RowWords::tr("contradiction"), Look::Bad},
                     .id = {}});
    for (auto judged = view.history.rbegin(); judged != view.history.rend(); ++judged) {
        const domain::Event *event = &judged->event;
        PaneRow row{.text = words::sentence(event->fact, view.guide),
                    .detail = words::moment(event->at) + u" · "_s + event->actor,
                    .badge = {},
                    .id = {}};
        if (judged->judgement.standing != domain::Standing::Stands)
            row.badge = {words::name(judged->judgement.standing),
                         judged->judgement.standing == domain::Standing::Disputed ? Look::Bad : Look::Warn};
        if (domain::minutesOffHub(event->at, event->hubAt)) {
            const QDateTime hub = event->hubAt.toOffsetFromUtc(event->at.offsetFromUtc());
            row.detail += u" · "_s + RowWords::tr("by the hub's clock %1").arg(words::moment(hub));
        }
        rows.append(row);
    }
    return rows;
}

QString paperId(const domain::PaperRef &paper)
{
    return u"%1/%2/%3"_s.arg(int(paper.kind)).arg(paper.number).arg(paper.item);
}

std::optional<domain::PaperRef> paperOf(const QString &id)
{
    if (!id.contains(u'/'))
        return {};
    return domain::PaperRef{.kind = static_cast<domain::PaperKind>(id.section(u'/', 0, 0).toInt()),
                            .number = id.section(u'/', 1, 1).toInt(),
                            .item = id.section(u'/', 2)};
}

QString standingOf(const CaseView &view)
{
    const domain::CaseLife &life = view.file.life;
    const int all = int(view.items.size());
    if (life.archivedAt.isValid())
        return RowWords::tr("Archived %1 with %2.").arg(words::moment(life.archivedAt), life.archivedBy);
    const int waiting = countOf(view, [](const CaseItem &item) { return item.state == CaseItem::State::Filed; });
    if (waiting == all && life.scansCompleteAt.isNull())
        return RowWords::tr("Filed; the scans are to be completed.");
    if (waiting == all && life.pushedAt.isNull())
        return RowWords::tr("Filed; to be pushed to the departments.");
    if (waiting > 0)
        return RowWords::tr("Waiting for the departments: %1 of %2 items are to be accepted.").arg(waiting).arg(all);
    if (countOf(view, &CaseItem::isEnded) < all)
        return progressOf(view);
    const auto toHandOver = [](const CaseItem &item) { return item.hasResult() && !item.delivery; };
    if (const int results = countOf(view, toHandOver)) {
        const int here
            = countOf(view, [&](const CaseItem &item) { return toHandOver(item) && !item.custody.isEmpty(); });
        return RowWords::tr("Decided; %1 of %2 results are here, to be handed over.").arg(here).arg(results);
    }
    if (countOf(view, [](const CaseItem &item) { return item.delivery && item.proofSentAt.isNull(); }))
        return RowWords::tr("Handed over; the departments wait for the proof.");
    return RowWords::tr("Everything is done; to be archived.");
}

BadgeFace nextClockFace(const CaseView &view)
{
    const std::optional<domain::CaseClock> next = domain::nextClock(view.clocks);
    if (!next)
        return {};
    BadgeFace face = clockFace(*next, view.now);
    face.text = clockName(next->deadline, view) + u"  "_s + dueWords(next->deadline);
    return face;
}
