#include "core/domain/decide.h"

#include "core/base/text.h"
#include "core/domain/casenumber.h"
#include "core/domain/clearing.h"
#include "core/domain/codes.h"
#include "core/domain/decidelife.h"
#include "core/domain/formrules.h"
#include "core/domain/issuedpapers.h"
#include "core/domain/letters.h"
#include "core/domain/liferules.h"
#include "core/domain/oversightrules.h"
#include "core/domain/people.h"
#include "core/domain/printrules.h"
#include "core/domain/promiserules.h"
#include "core/domain/signatures.h"

#include <algorithm>

namespace domain {

namespace {

using Why = Refusal::Why;
constexpr int longestReason = 200;
constexpr int longestTelling = 4000;
constexpr int mostPieces = 99; ///< of one print

/// Carries out one command on one case, or says why not.
class Decider
{
public:
    Decider(const Case &file, const Guide &guide, const ClockRules &rules, const QDateTime &now, const HallRules &hall) :
        m_case(file), m_guide(guide), m_rules(rules), m_hall(hall), m_now(now), m_plan(planOf(file, guide, now.date()))
    {
    }

    Ruling<Facts> operator()(const OpenCase &command) const
    {
        if (!m_case.id.isEmpty())
            return refuse(Why::AlreadyOpen, m_case.number);
        if (m_guide.matter.status == MatterStatus::Catalogue)
            return refuse(Why::NotWorkedOut, m_guide.matter.name);
        if (!readCaseNumber(command.number))
            return refuse(Why::NumberInvalid, command.number);
        return Facts{CaseOpened{command.caseId, command.number, m_guide.ref}};
    }

    Ruling<Facts> operator()(const AnswerSituation &command) const
    {
        const Situation *situation = m_guide.matter.situation(command.situation);
        if (!situation)
            return refuse(Why::UnknownSituation, command.situation);
        const QString answer = base::cleanLine(command.answer, 40);
        if (!answer.isEmpty() && !isAnswer(*situation, answer))
            return refuse(Why::UnknownAnswer, situation->question, situation->id);
        if (m_case.answers.value(situation->id) == answer)
            return Facts{};
        return Facts{SituationAnswered{situation->id, answer}};
    }

    Ruling<Facts> operator()(const DropItem &command) const
    {
        const Plan::ItemLine *line = m_plan.item(command.item);
        if (!line)
            return refuse(Why::UnknownItem, command.item);
        if (m_case.dropped.contains(command.item))
            return Facts{};
        return Facts{ItemDropped{command.item}};
    }

    Ruling<Facts> operator()(const KeepItem &command) const
    {
        const Plan::ItemLine *line = m_plan.item(command.item);
        if (!line)
            return refuse(Why::UnknownItem, command.item);
        if (const Plan::ItemLine *other = rival(*line))
            return refuse(Why::ItemsExclude, other->item.name, other->item.id);
        if (line->applies == Truth::No)
            return refuse(Why::ItemDoesNotApply, line->item.name, line->item.id);
        if (!m_case.dropped.contains(command.item))
            return Facts{};
        return Facts{ItemKept{command.item}};
    }

    Ruling<Facts> operator()(const ChoosePath &command) const
    {
        const Plan::ItemLine *line = m_plan.item(command.item);
        if (!line)
            return refuse(Why::UnknownItem, command.item);
        const bool possible
            = std::ranges::any_of(line->paths, [&](const Path &path) { return path.id == command.path; });
        if (!command.path.isEmpty() && !possible)
            return refuse(Why::UnknownPath, line->item.name, line->item.id);
        if (m_case.paths.value(command.item) == command.path)
            return Facts{};
        return Facts{PathChosen{command.item, command.path}};
    }

    Ruling<Facts> operator()(const EnterField &command) const
    {
        return enterFields(m_case, m_guide, {{command}});
    }

    Ruling<Facts> operator()(const ClearConflict &command) const { return clearConflict(m_case, command); }
    Ruling<Facts> operator()(const AssignCase &command) const { return assignCase(m_case, command); }
    Ruling<Facts> operator()(const JoinCase &command) const { return joinCase(m_case, m_guide, command); }
    Ruling<Facts> operator()(const EnterFields &command) const { return enterFields(m_case, m_guide, command); }

    Ruling<Facts> operator()(const ListPeople &command) const { return decidePeople(m_case, command, m_guide); }

    Ruling<Facts> operator()(const GiveVerdict &command) const
    {
        const Plan::MaterialLine *line = m_plan.material(command.material);
        if (!line)
            return refuse(Why::UnknownMaterial, command.material);
        Verdict verdict = command.verdict;
        verdict.identifier = base::cleanLine(verdict.identifier, 120);
        verdict.reason = base::cleanLine(verdict.reason, longestReason);
        verdict.correctedOnTheSpot = false;
        verdict.signedByApplicant = false; // a letter is an act of its own
        if (const QList<Refusal> faults = faultsOf(verdict, *line); !faults.isEmpty())
            return tl::unexpected(faults);
        const auto given = m_case.verdicts.constFind(command.material);
        if (given != m_case.verdicts.constEnd()) {
            Verdict before = *given;
            before.correctedOnTheSpot = false;
            if (before == verdict)
                return Facts{};
        }
        return Facts{VerdictGiven{command.material, verdict}};
    }

    Ruling<Facts> operator()(const TakeBackVerdict &command) const
    {
        if (!m_case.verdicts.contains(command.material))
            return Facts{};
        return Facts{VerdictTakenBack{command.material}};
    }

    Ruling<Facts> operator()(const IssueNotice &) const
    {
        if (QList<Refusal> reasons = obstaclesToNotice(); !reasons.isEmpty())
            return tl::unexpected(reasons);
        NoticeIssued fact{.gaps = gapsOf(m_case, m_plan), .secondTelling = {}, .asked = {}};
        for (const Plan::MaterialLine &line : m_plan.materials)
            fact.asked << line.material.id;
        fact.secondTelling = secondTelling(fact.gaps);
        return Facts{fact};
    }

    Ruling<Facts> operator()(const IssueLetter &command) const
    {
        const QList<Promise> promises = promisesOf(m_case, m_plan, command.letter);
        if (promises.isEmpty())
            return refuse(Why::NothingPromised);
        QList<Refusal> reasons = unaddressed();
        for (const Promise &promise : promises)
            reasons += promiseFaults(m_case.verdicts[promise.material], *m_plan.material(promise.material));
        if (!reasons.isEmpty())
            return tl::unexpected(reasons);
        if (letterInForce(m_case, m_plan, command.letter))
            return Facts{};
        return Facts{LetterIssued{command.letter, applicantName(m_case), promises}};
    }

    Ruling<Facts> operator()(const SignLetter &command) const
    {
        const IssuedLetter *letter = letterInForce(m_case, m_plan, command.letter);
        if (promisesOf(m_case, m_plan, command.letter).isEmpty())
            return refuse(Why::NothingPromised);
        if (!letter)
            return refuse(Why::LetterMissing, titleOf(command.letter, m_guide));
        if (letter->signedAt.isValid())
            return Facts{};
        const QString told = command.told.trimmed().left(longestTelling);
        if (told.isEmpty())
            return refuse(Why::NotTold);
        return Facts{LetterSigned{command.letter, letter->number, told}}
        + signatureFacts(m_case, paperOf(*letter), command.ink, letter->applicant);
    }

    Ruling<Facts> operator()(const GiveSignature &command) const { return giveSignature(m_case, command); }

    Ruling<Facts> operator()(const FileCase &) const
    {
        if (QList<Refusal> reasons = obstaclesToFiling(); !reasons.isEmpty())
            return tl::unexpected(reasons);
        Facts facts{CaseFiled{twoHours(Deadline::Kind::Push, m_now, m_rules).due}};
        for (const Plan::MaterialLine &line : m_plan.materials) {
            const Verdict verdict = m_case.verdicts.value(line.material.id);
            if (verdict.kind == VerdictKind::Deferred)
                facts.append(LifeFact{DeferralPromised{line.material.id, verdict.due}});
        }
        return facts;
    }

    Ruling<Facts> operator()(const RequestPrint &command) const
    {
        if (!isIssued(m_case, command.paper))
            return refuse(Why::NoSuchPaper);
        return Facts{PrintRequested{command.print, command.paper, nextCopy(m_case, command.paper),
                                    base::cleanLine(command.reason, longestReason), std::clamp(command.pieces, 1, mostPieces)}};
    }

    Ruling<Facts> operator()(const ReportSpooled &command) const
    {
        return reported(command.print, PrintAct::State::Spooled,
                        PrintSpooled{command.print, command.detail, command.printer, command.job});
    }

    Ruling<Facts> operator()(const ReportPrintFailed &command) const
    {
        return reported(command.print, PrintAct::State::Failed, PrintFailed{command.print, command.detail});
    }

    Ruling<Facts> operator()(const ReportPrinted &command) const
    {
        return reported(command.print, PrintAct::State::Printed, PrintDone{command.print});
    }

    Ruling<Facts> operator()(const ConfirmPrint &command) const
    {
        return reported(command.print, PrintAct::State::Confirmed, PrintConfirmed{command.print});
    }

    Ruling<Facts> operator()(const VoidPaperNumber &command) const
    {
        const PaperNumber *number = numberOf(m_case, command.paper);
        if (!number)
            return refuse(Why::NoSuchPaper);
        const QString reason = base::cleanLine(command.reason, longestReason);
        if (reason.isEmpty())
            return refuse(Why::ReasonMissing, number->text);
        return Facts{PaperNumberVoided{number->paper, number->organ, number->year, number->serial, reason}};
    }

    /// Not of the intake: decide() has given it to decideLife() before.
    Ruling<Facts> operator()(const LifeCommand &) const { return Facts{}; }

    Ruling<Facts> operator()(const AbandonCase &command) const
    {
        return Facts{CaseAbandoned{base::cleanLine(command.reason, longestReason)}};
    }

    QList<Refusal> obstaclesToNotice() const
    {
        QList<Refusal> reasons = openQuestions() + unaddressed() + openVerdicts();
        if (reasons.isEmpty() && gapsOf(m_case, m_plan).isEmpty())
            reasons.append({Why::NothingToCorrect, {}, {}});
        return reasons;
    }

    QList<Refusal> obstaclesToFiling() const
    {
        QList<Refusal> reasons = obstaclesToSubmission() + openVerdicts();
        for (const Plan::MaterialLine &line : m_plan.materials) {
            const auto verdict = m_case.verdicts.constFind(line.material.id);
            if (verdict == m_case.verdicts.constEnd())
                continue;
            if (!verdict->satisfies())
                reasons.append({Why::GapOpen, line.material.name, line.material.id});
            else
                reasons += promiseFaults(*verdict, line);
        }
        return reasons + openLetters();
    }

    /// What must be there before somebody looks at an application: answers and form, no verdicts.
    QList<Refusal> obstaclesToSubmission() const
    {
        QList<Refusal> reasons = openQuestions();
        for (const Plan::FieldLine &line : m_plan.fields) {
            if (line.fault != FieldFault::None)
                reasons.append(fieldRefusal(line));
        }
        reasons += faultsOfPeople(m_plan);
        return reasons;
    }

private:
    static bool isAnswer(const Situation &situation, const QString &answer)
    {
        if (situation.kind == Situation::Kind::Choice)
            return situation.option(answer) != nullptr;
        bool isNumber = false;
        const double number = answer.toDouble(&isNumber);
        return isNumber && number >= 0 && number <= 1e9;
    }

    /// Another chosen item that excludes \a line.
    const Plan::ItemLine *rival(const Plan::ItemLine &line) const
    {
        if (line.item.exclusive.isEmpty())
            return nullptr;
        const auto it = std::ranges::find_if(m_plan.items, [&](const Plan::ItemLine &other) {
            return other.chosen && other.item.id != line.item.id && other.item.exclusive == line.item.exclusive;
        });
        return it == m_plan.items.end() ? nullptr : &*it;
    }

    QList<Refusal> faultsOf(const Verdict &verdict, const Plan::MaterialLine &line) const
    {
        const Material &material = line.material;
        const auto fault = [&](Why why) { return QList<Refusal>{{why, material.name, material.id}}; };
        switch (verdict.kind) {
        case VerdictKind::Exempt:
            if (verdict.from == Material::Acquisition::Applicant || !material.acquisition.contains(verdict.from))
                return fault(Why::NotExemptable);
            return verdict.identifier.isEmpty() ? fault(Why::IdentifierMissing) : QList<Refusal>{};
        case VerdictKind::Deferred:
            if (!material.deferrable)
                return fault(Why::NotDeferrable);
            return promiseFaults(verdict, line);
        case VerdictKind::Committed:
            if (!material.committable)
                return fault(Why::NotCommittable);
            return promiseFaults(verdict, line);
        case VerdictKind::NotConforming:
            if (verdict.checkpoint.isEmpty())
                return verdict.reason.isEmpty() ? fault(Why::ReasonMissing) : QList<Refusal>{};
            return std::ranges::any_of(material.checkpoints, [&](const auto &c) { return c.id == verdict.checkpoint; })
                ? QList<Refusal>{}
                : fault(Why::UnknownCheckpoint);
        case VerdictKind::OriginalSeen:
        case VerdictKind::CopyKept:
        case VerdictKind::Missing:
            break;
        }
        return {};
    }

    QList<Refusal> promiseFaults(const Verdict &verdict, const Plan::MaterialLine &line) const
    {
        return domain::promiseFaults(verdict, line, m_plan, m_now.date(), m_rules.calendar, m_hall);
    }

    QList<Refusal> openQuestions() const
    {
        QList<Refusal> reasons;
        for (const Plan::Question &question : m_plan.questions) {
            if (question.answer.isEmpty())
                reasons.append({Why::SituationOpen, question.situation.question, question.situation.id});
        }
        for (const Plan::ItemLine &line : m_plan.items) {
            if (!line.chosen)
                continue;
            if (const Plan::ItemLine *other = rival(line))
                reasons.append({Why::ItemsExclude, other->item.name, line.item.id});
            if (line.paths.size() > 1 && line.path.isEmpty())
                reasons.append({Why::PathOpen, line.item.name, line.item.id});
        }
        if (reasons.isEmpty() && std::ranges::none_of(m_plan.items, &Plan::ItemLine::chosen))
            reasons.append({Why::NothingChosen, {}, {}});
        return reasons;
    }

    QList<Refusal> openVerdicts() const
    {
        QList<Refusal> reasons;
        for (const Plan::MaterialLine &line : m_plan.materials) {
            if (!m_case.verdicts.contains(line.material.id))
                reasons.append({Why::VerdictMissing, line.material.name, line.material.id});
        }
        return reasons;
    }

    /// A paper must be addressed to somebody; everything else of the form can wait.
    QList<Refusal> unaddressed() const
    {
        QList<Refusal> reasons;
        for (const Plan::FieldLine &line : m_plan.fields) {
            const bool addresses = line.field.id == applicantNameField || line.field.id == enterpriseNameField;
            if (addresses && line.fault != FieldFault::None)
                reasons.append(fieldRefusal(line));
        }
        return reasons;
    }

    QList<Refusal> openLetters() const
    {
        QList<Refusal> reasons;
        for (const Letter::Kind kind : lettersWanted(m_case, m_plan, true)) {
            const Why why = letterInForce(m_case, m_plan, kind) ? Why::LetterNotSigned : Why::LetterMissing;
            reasons.append({why, titleOf(kind, m_guide), {}});
        }
        return reasons;
    }

    static Refusal fieldRefusal(const Plan::FieldLine &line)
    {
        const Why why = line.fault == FieldFault::Missing ? Why::FieldMissing : Why::FieldInvalid;
        return {why, line.field.label, line.field.id};
    }

    /// Names of gaps that could have been told the first time: the material was asked for then, and the notice did not name it.
    QStringList secondTelling(const QList<Gap> &gaps) const
    {
        if (m_case.notices.isEmpty())
            return {};
        QStringList names;
        for (const Gap &gap : gaps) {
            const bool toldBefore = std::ranges::any_of(m_case.notices.front().gaps,
                                                        [&](const Gap &told) { return told.material == gap.material; });
            if (m_case.shownToFirstNotice.contains(gap.material) && !toldBefore)
                names << gap.materialName;
        }
        return names;
    }

    /// A report that comes too late changes nothing.
    Ruling<Facts> reported(const QString &print, PrintAct::State state, Fact fact) const
    {
        const auto act = std::ranges::find(m_case.prints, print, &PrintAct::id);
        if (act == m_case.prints.end())
            return refuse(Why::UnknownPrint, print);
        return mayBecome(act->state, state) ? Facts{std::move(fact)} : Facts{};
    }

    const Case &m_case;
    const Guide &m_guide;
    const ClockRules &m_rules;
    const HallRules &m_hall;
    const QDateTime m_now;
    const Plan m_plan;
};

bool isOpening(const Command &command)
{
    return std::holds_alternative<OpenCase>(command);
}

/// Papers are printed and signed at any time, and so goes what is said about the case as a whole; everything else belongs to the intake.
bool isOfAnyStage(const Command &command)
{
    using OfAnyStage = std::variant<GiveSignature, ClearConflict, AssignCase, JoinCase, RequestPrint, ReportSpooled, ReportPrinted,
                                    ReportPrintFailed, ConfirmPrint, VoidPaperNumber>;
    return std::visit([]<typename T>(const T &) { return isOneOf<T, OfAnyStage>; }, command);
}

}

Ruling<QList<Fact>> decide(const Case &file, const Command &command, const Guide &guide, const ClockRules &rules,
                           const QDateTime &now, const HallRules &hall)
{
    if (file.id.isEmpty() && !isOpening(command))
        return refuse(Why::NotOpen);
    if (file.newer)
        return refuse(Why::NewerProgram, file.number);
    if (const auto *life = std::get_if<LifeCommand>(&command)) {
        const Ruling<Facts> ruling = decideLife(file, *life, asFiledOf(file, guide, now.date()), now, hall);
        if (const auto *explain = std::get_if<ExplainDelay>(life); ruling && explain) {
            const Item *item = guide.matter.item(explain->item);
            if (!lateItems(file, guide, rules, now).contains(explain->item))
                return refuse(Why::NotLate, item ? item->name : file.number, explain->item);
        }
        if (!ruling || !std::holds_alternative<SubmitApplication>(*life))
            return ruling;
        const QList<Refusal> reasons = Decider(file, guide, rules, now, hall).obstaclesToSubmission();
        return reasons.isEmpty() ? ruling : tl::unexpected(reasons);
    }
    if (file.stage != Stage::Intake && !isOfAnyStage(command))
        return refuse(Why::NotInIntake, file.number);
    return std::visit(Decider(file, guide, rules, now, hall), command);
}

QList<Refusal> obstaclesToNotice(const Case &file, const Guide &guide, const ClockRules &rules, const QDateTime &now)
{
    if (file.stage != Stage::Intake)
        return {{Why::NotInIntake, file.number, {}}};
    return Decider(file, guide, rules, now, {}).obstaclesToNotice();
}

QList<Refusal> obstaclesToFiling(const Case &file, const Guide &guide, const ClockRules &rules, const QDateTime &now,
                                 const HallRules &hall)
{
    if (file.stage != Stage::Intake)
        return {{Why::NotInIntake, file.number, {}}};
    return Decider(file, guide, rules, now, hall).obstaclesToFiling();
}

QList<Gap> gapsOf(const Case &file, const Plan &plan)
{
    QList<Gap> gaps;
    for (const Plan::MaterialLine &line : plan.materials) {
        const auto verdict = file.verdicts.constFind(line.material.id);
        if (verdict == file.verdicts.constEnd() || verdict->satisfies())
            continue;
        QString reason = verdict->kind == VerdictKind::Missing ? QStringLiteral("未提交，请提交") : verdict->reason;
        for (const Checkpoint &checkpoint : line.material.checkpoints) {
            if (checkpoint.id == verdict->checkpoint)
                reason = verdict->reason.isEmpty() ? checkpoint.fault : checkpoint.fault + u'；' + verdict->reason;
        }
        gaps.append({line.material.id, line.material.name, line.itemNames, reason});
    }
    return gaps;
}

}
