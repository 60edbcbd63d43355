#include "core/desk/oversight.h"

#include "core/domain/acts.h"
#include "core/domain/clearing.h"
#include "core/journal/journal.h"

namespace desk {

using namespace domain;

namespace {

void addAct(const QList<Placed> &history, const QByteArray &hash, std::optional<Event> &act, QString &device)
{
    const auto found = std::ranges::find(history, hash, &Placed::id);
    if (found == history.end())
        return;
    act = found->event;
    device = deviceOf(found->writer).toString();
}

/// What \a act says of \a subject (Conflict::subject).
QString valueIn(const std::optional<Event> &act, const QString &subject)
{
    const QList<Touched> touched = act ? actOf(act->fact).touched : QList<Touched>();
    const auto found = std::ranges::find(touched, subject, [](const Touched &each) { return idOf(each.subject); });
    return found == touched.end() ? QString() : found->value;
}

bool isWithdrawal(const std::optional<Event> &act)
{
    return act && actOf(act->fact).kind == ActKind::Withdrawal;
}

/// Of two values the shown one counts, of a withdrawal and something else the withdrawal; else the earlier.
bool doesLaterCount(const Contradiction &one)
{
    const Conflict &conflict = one.conflict;
    if (conflict.kind == Conflict::Kind::Field || conflict.kind == Conflict::Kind::Verdict)
        return valueIn(one.later, conflict.subject) == conflict.shown && valueIn(one.earlier, conflict.subject) != conflict.shown;
    return conflict.kind == Conflict::Kind::Withdrawal && isWithdrawal(one.later) && !isWithdrawal(one.earlier);
}

}

Oversight::Oversight(Reception &reception, const journal::Journal &journal, QObject *parent) :
    QObject(parent), m_reception(reception), m_journal(journal)
{
}

Oversight::Outcome Oversight::assign(const QStringList &caseIds, const QString &device, const QString &window)
{
    Outcome outcome;
    for (const QString &caseId : caseIds) {
        auto work = m_reception.resume(caseId);
        if (!work) {
            outcome.undone.append({caseId, work.error()});
            continue;
        }
        if (const Done done = (*work)->perform(AssignCase{device, window}); !done) {
            outcome.undone.append({(*work)->file().number, done.error()});
            continue;
        }
        ++outcome.done;
        emit acted(caseId);
    }
    return outcome;
}

base::Result<QList<Contradiction>> Oversight::contradictions(int most) const
{
    const QDateTime tonight(m_reception.today(), QTime(23, 59, 59));
    const auto tasks = m_journal.tasks({.now = tonight, .kinds = {Task::Kind::ClearConflict}}, {}, most);
    if (!tasks)
        return base::Fail(tasks.error());
    QList<Contradiction> all;
    QStringList cases;
    for (const journal::TaskLine &line : *tasks) {
        if (!cases.contains(line.caseId))
            cases << line.caseId;
    }
    for (const QString &caseId : std::as_const(cases)) {
        const auto work = m_reception.resume(caseId);
        const auto history = m_journal.historyOf(caseId);
        if (!work || !history)
            continue;
        for (const Conflict &conflict : openConflicts((*work)->file())) {
            Contradiction one{.caseId = caseId,
                              .number = (*work)->file().number,
                              .matter = (*work)->guide().matter.name,
                              .guide = (*work)->guide(),
                              .conflict = conflict};
            addAct(*history, conflict.earlier, one.earlier, one.earlierDevice);
            addAct(*history, conflict.later, one.later, one.laterDevice);
            one.laterCounts = doesLaterCount(one);
            all.append(std::move(one));
        }
    }
    return all;
}

Done Oversight::settle(const QString &caseId, const ClearConflict &settlement)
{
    auto work = m_reception.resume(caseId);
    if (!work)
        return tl::unexpected(work.error());
    const Done done = (*work)->perform(settlement);
    if (done)
        emit acted(caseId);
    return done;
}

}
