#include "core/desk/casework.h"

#include "core/desk/auditbook.h"
#include "core/desk/clockguard.h"
#include "core/desk/inverse.h"
#include "core/desk/onduty.h"
#include "core/desk/papercheck.h"
#include "core/desk/paperseries.h"
#include "core/desk/scanroom.h"
#include "core/domain/decidelife.h"
#include "core/domain/issuedpapers.h"
#include "core/domain/letters.h"
#include "core/domain/merging.h"
#include "core/domain/pastpapers.h"
#include "core/domain/parties.h"
#include "core/domain/paperacts.h"
#include "core/domain/signatures.h"
#include "core/journal/journal.h"
#include "core/papers/casepapers.h"
#include "core/scans/picture.h"

#include <algorithm>

namespace desk {

using namespace domain;

const HallRules &plainHall()
{
    static const HallRules plain;
    return plain;
}

CaseWork::CaseWork(Needs needs, Guide guide, Case file, QObject *parent) :
    QObject(parent), m_needs(needs), m_guide(std::move(guide)), m_case(std::move(file)),
    m_plan(planOf(m_case, m_guide, m_needs.clock.now().date()))
{
}

std::optional<Refusal> CaseWork::lackOfPost(const Command &command) const
{
    const std::optional<Duty> duty = m_needs.duty ? dutyOf(command, m_case) : std::nullopt;
    if (!duty || m_needs.duty->may(*duty) || allowedBy(duty))
        return {};
    return Refusal{Refusal::Why::PostMissing, QString::number(int(*duty)), {}};
}

std::optional<people::StaffMember> CaseWork::allowedBy(const std::optional<Duty> &duty) const
{
    if (!duty || !m_needs.duty || m_needs.duty->may(*duty))
        return {};
    return m_needs.duty->allowedBy(*duty, m_case.id);
}

Done CaseWork::perform(const Command &asked)
{
    const std::optional<Duty> duty = m_needs.duty ? dutyOf(asked, m_case) : std::nullopt;
    const std::optional<people::StaffMember> allowing = allowedBy(duty);
    const Command command = allowing ? domain::allowedBy(asked, allowing->called) : asked;
    if (const std::optional<Refusal> lack = lackOfPost(command)) {
        const base::Result<> noted
            = m_needs.audit ? m_needs.audit->note(AuditAct::Refused, m_case.number, auditWords(*duty)) : base::Result<>();
        return tl::unexpected(noted ? Undone{{*lack}, {}} : Undone{{}, noted.error()});
    }
    if (m_needs.guard && ClockGuard::isDated(command)) {
        if (const std::optional<ClockDoubt> doubt = m_needs.guard->doubt())
            return tl::unexpected(Undone{{{Refusal::Why::ClockInDoubt, QString::number(doubt->minutes), {}}}, {}});
    }
    const Ruling<QList<Fact>> ruling = decide(m_case, command, m_guide, m_needs.rules, m_needs.clock.now(), m_needs.authority);
    if (!ruling)
        return tl::unexpected(Undone{ruling.error(), {}});
    if (ruling->isEmpty())
        return {};
    QList<Fact> facts = *ruling;
    if (const auto *print = std::get_if<RequestPrint>(&command)) {
        const auto number = nextNumber(m_needs.journal, m_needs.forms, m_case, m_guide, print->paper, today(), m_needs.numbers);
        if (!number)
            return tl::unexpected(Undone{{}, number.error()});
        if (*number)
            facts.prepend(**number);
    }
    const std::optional<Command> inverse = inverseOf(command, m_case, m_guide);
    if (allowing && m_needs.audit) {
        if (const base::Result<> noted = m_needs.audit->note(AuditAct::Allowed, m_case.number, auditWords(*duty, allowing)); !noted)
            return tl::unexpected(Undone{{}, noted.error()});
    }
    if (Done done = record(facts); !done)
        return done;
    if (allowing)
        m_needs.duty->spend(*duty, m_case.id);
    if (inverse)
        m_undo.append(*inverse);
    else if (std::holds_alternative<IssueNotice>(command) || std::holds_alternative<FileCase>(command))
        m_undo.clear(); // what was handed out is not taken back
    emit changed();
    return {};
}

namespace {

/// Where \a command has its signature; null: it takes none.
Ink *inkOf(Command &command)
{
    if (auto *letter = std::get_if<SignLetter>(&command))
        return &letter->ink;
    if (auto *given = std::get_if<GiveSignature>(&command))
        return &given->ink;
    auto *life = std::get_if<LifeCommand>(&command);
    auto *delivery = life ? std::get_if<DeliverItems>(life) : nullptr;
    return delivery ? &delivery->ink : nullptr;
}

}

Done CaseWork::performSigned(Command command, const QByteArray &png)
{
    Ink *ink = inkOf(command);
    if (!ink || png.isEmpty() || !m_needs.scans)
        return tl::unexpected(Undone{{{Refusal::Why::NothingToSign, {}, {}}}, {}});
    ink->scan = scans::ScanStore::addressOf(png);
    ink->bytes = png.size();
    if (const QList<Refusal> refusals = obstaclesTo(command); !refusals.isEmpty())
        return tl::unexpected(Undone{refusals, {}});
    if (const auto kept = m_needs.scans->keep(m_case.id, png); !kept)
        return tl::unexpected(Undone{{}, kept.error()});
    return perform(command);
}

Done CaseWork::begin(const OpenCase &command, const QList<Fact> &choices)
{
    const Ruling<QList<Fact>> ruling = decide(m_case, command, m_guide, m_needs.rules, m_needs.clock.now(), m_needs.authority);
    if (!ruling)
        return tl::unexpected(Undone{ruling.error(), {}});
    if (Done done = record(*ruling + choices); !done)
        return done;
    emit changed();
    return {};
}

Done CaseWork::undo()
{
    if (m_undo.isEmpty())
        return {};
    const Command inverse = m_undo.takeLast();
    const QList<Command> before = m_undo;
    const Done done = perform(inverse);
    m_undo = before; // without the inverse of the inverse
    return done;
}

/// What leaves the case or shows more than screens do is on record before it happens.
base::Result<> CaseWork::note(const QList<Fact> &facts) const
{
    base::Result<> noted;
    for (const Fact &fact : facts) {
        if (const auto *print = std::get_if<PrintRequested>(&fact); print && noted)
            noted = m_needs.audit->note(AuditAct::PaperPrinted, m_case.number, paperWord(print->paper.kind));
        const auto *life = std::get_if<LifeFact>(&fact);
        if (const auto *looked = life ? std::get_if<NumberLooked>(life) : nullptr; looked && noted)
            noted = m_needs.audit->note(AuditAct::NumberSeen, m_case.number, looked->reason);
    }
    return noted;
}

Done CaseWork::record(const QList<Fact> &facts)
{
    if (const base::Result<> noted = m_needs.audit ? note(facts) : base::Result<>(); !noted) {
        emit notSaved();
        return tl::unexpected(Undone{{}, noted.error()});
    }
    Case after = m_case;
    QList<Event> events;
    for (const Fact &fact : facts) {
        events.append({m_needs.clock.now(), m_needs.hall.clerk, fact, m_needs.hub ? m_needs.hub->now() : QDateTime()});
        after = apply(std::move(after), events.back());
    }
    // Where acts contradict each other, what an act does depends on them.
    if (!m_case.conflicts.isEmpty()) {
        base::Result<QList<Placed>> history = m_needs.journal.historyOf(m_case.id);
        if (!history)
            return tl::unexpected(Undone{{}, history.error()});
        for (const Event &event : std::as_const(events))
            history->append(following(*history, event));
        after = merge(*history).file;
    }
    if (const base::Result<> written = m_needs.journal.append(after.id, events, after); !written) {
        emit notSaved();
        return tl::unexpected(Undone{{}, written.error()});
    }
    if (m_needs.guard)
        m_needs.guard->record(events.last().at);
    m_case = std::move(after);
    m_plan = planOf(m_case, m_guide, m_needs.clock.now().date());
    return {};
}

QList<Refusal> CaseWork::obstaclesTo(const Command &command) const
{
    if (const std::optional<Refusal> lack = lackOfPost(command))
        return {*lack};
    const Ruling<QList<Fact>> ruling = decide(m_case, command, m_guide, m_needs.rules, now(), m_needs.authority);
    return ruling ? QList<Refusal>{} : ruling.error();
}

base::Result<> CaseWork::readAgain()
{
    return m_needs.journal.historyOf(m_case.id).map([this](const QList<Placed> &history) {
        m_case = merge(history).file;
        m_plan = planOf(m_case, m_guide, m_needs.clock.now().date());
        m_undo.clear();
        emit changed();
    });
}

base::Result<QList<JudgedEvent>> CaseWork::history() const
{
    return m_needs.journal.historyOf(m_case.id).map([](const QList<Placed> &history) {
        const QList<Judgement> judgements = merge(history).judgements;
        QList<JudgedEvent> judged;
        for (qsizetype i = 0; i < history.size(); ++i)
            judged.append({history[i].event, judgements[i]});
        return judged;
    });
}

QList<Refusal> CaseWork::obstaclesToNotice() const
{
    return domain::obstaclesToNotice(m_case, m_guide, m_needs.rules, m_needs.clock.now());
}

QList<Refusal> CaseWork::obstaclesToFiling() const
{
    return domain::obstaclesToFiling(m_case, m_guide, m_needs.rules, m_needs.clock.now(), m_needs.authority);
}

base::Result<papers::Paper> CaseWork::paperNow() const
{
    if (m_case.filing)
        return issuedPaper({PaperKind::FilingReceipt}, 1);
    if (const auto letter = letterToSign())
        return *letter;
    const QDateTime now = m_needs.clock.now();
    const papers::CaseFacts facts{m_case, m_plan, m_guide, m_needs.hall, 1, true};
    const QList<Gap> gaps = gapsOf(m_case, m_plan);
    const bool allLookedAt = std::ranges::all_of(
        m_plan.materials, [&](const auto &line) { return m_case.verdicts.contains(line.material.id); });
    if (gaps.isEmpty() && allLookedAt && !m_plan.materials.isEmpty()) {
        const QDateTime pushDue = twoHours(Deadline::Kind::Push, now, m_needs.rules).due;
        return papers::filingReceipt(m_needs.forms, facts, Filing{now, m_needs.hall.clerk, pushDue});
    }
    return papers::correctionNotice(m_needs.forms, facts,
                                    {.number = int(m_case.notices.size()) + 1,
                                     .at = now,
                                     .clerk = m_needs.hall.clerk,
                                     .gaps = gaps,
                                     .secondTelling = {}});
}

std::optional<papers::Paper> CaseWork::letterToSign() const
{
    if (!lettersWanted(m_case, m_plan, false).isEmpty())
        return {};
    for (const Letter::Kind kind : lettersWanted(m_case, m_plan, true)) {
        if (const auto paper = issuedPaper(paperOf(*letterInForce(m_case, m_plan, kind)), 1))
            return *paper;
    }
    return {};
}

base::Result<papers::Paper> CaseWork::issuedPaper(const PaperRef &paper, int copy, bool onRoll) const
{
    const base::Result<Case> then = asIssued(paper);
    if (!then)
        return tl::unexpected(then.error());
    const Plan plan = asFiledOf(*then, m_guide, then->changedAt.date());
    const PaperNumber *number = numberOf(m_case, paper);
    const papers::CaseFacts facts{.file = *then,
                                  .plan = plan,
                                  .guide = m_guide,
                                  .hall = m_needs.hall,
                                  .copy = copy,
                                  .draft = false,
                                  .onRoll = onRoll,
                                  .rules = &m_needs.rules,
                                  .code = codeOf(*then, plan, paper),
                                  .serialNumber = number ? number->text : QString()};
    return papers::casePaper(m_needs.forms, facts, paper).map([&](papers::Paper made) {
        putSignature(made, paper);
        return made;
    });
}

/// A signature that cannot be read keeps no paper from being printed: the check of the pictures names it.
void CaseWork::putSignature(papers::Paper &made, const PaperRef &paper) const
{
    const HandSignature *signature = signatureOf(m_case, paper);
    if (!signature || !m_needs.scans)
        return;
    const auto bytes = m_needs.scans->read(m_case.id, signature->ink.scan);
    const auto picture = bytes ? scans::decode(*bytes) : tl::unexpected(scans::PictureFault::Unreadable);
    const QList<Party> parties = partiesOf(m_plan);
    const bool byAgent = std::ranges::any_of(parties, [&](const Party &party) {
        return party.role == Field::Role::Agent && party.name == signature->ink.signer && party.name != applicantName(m_case);
    });
    if (picture)
        made.sign(*picture, signature->at, byAgent);
}

QString CaseWork::codeOf(const Case &then, const Plan &plan, const PaperRef &paper) const
{
    const QString code = papers::caseCode(then.number, m_needs.hall);
    return m_needs.stamps ? m_needs.stamps->stamped(code, papers::stampOf(then, plan, paper)) : code;
}

tl::expected<papers::Paper, Undone> CaseWork::recordToSign(const DeliverItems &delivery) const
{
    DeliverItems done = delivery;
    done.delivery.signedFor = true;
    const QDateTime moment = now();
    const Ruling<QList<Fact>> ruling
        = decide(m_case, LifeCommand(done), m_guide, m_needs.rules, moment, m_needs.authority);
    if (!ruling)
        return tl::unexpected(Undone{ruling.error(), {}});
    Case then = m_case;
    for (const Fact &fact : *ruling)
        then = apply(std::move(then), {moment, m_needs.hall.clerk, fact});
    const QList<DeliveryAct> acts = deliveriesOf(then);
    const auto act = std::ranges::find_if(acts, [&](const DeliveryAct &each) { return each.items.contains(done.items.first()); });
    const Plan plan = asFiledOf(then, m_guide, moment.date());
    base::Result<papers::Paper> paper = papers::casePaper(m_needs.forms,
                                                          {.file = then,
                                                           .plan = plan,
                                                           .guide = m_guide,
                                                           .hall = m_needs.hall,
                                                           .rules = &m_needs.rules,
                                                           .code = papers::caseCode(then.number, m_needs.hall),
                                                           .toSign = true},
                                                          {.kind = PaperKind::DeliveryRecord, .number = int(act - acts.begin()) + 1});
    if (!paper)
        return tl::unexpected(Undone{{}, paper.error()});
    return std::move(*paper);
}

int CaseWork::copiesOf(const PaperRef &paper) const
{
    const papers::Form *form = m_needs.forms.form(paperWord(paper.kind));
    return form ? form->copies() : 1;
}

base::Result<Case> CaseWork::asIssued(const PaperRef &paper) const
{
    const base::Result<QList<Placed>> history = m_needs.journal.historyOf(m_case.id);
    if (!history)
        return tl::unexpected(history.error());
    if (const std::optional<Case> then = domain::asIssued(*history, paper))
        return *then;
    return base::Fail({base::Error::Kind::Damaged, QStringLiteral("a paper is not in the journal"), {}});
}

}
