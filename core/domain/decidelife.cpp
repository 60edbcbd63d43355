#include "core/domain/decidelife.h"

#include "core/base/text.h"
#include "core/domain/licencerules.h"
#include "core/domain/liferules.h"
#include "core/domain/oversightrules.h"
#include "core/domain/scanrules.h"
#include "core/domain/signatures.h"
#include "core/domain/scans.h"

#include <algorithm>

namespace domain {

namespace {

using Why = Refusal::Why;
using State = CaseItem::State;
constexpr qsizetype mostBlanks = 5000; ///< of one record of copying: a list of 500 people, ten blanks each

/// Carries out one command on one filed case, or says why not.
class LifeDecider : private LifeRules
{
public:
    using LifeRules::LifeRules;

    Ruling<Facts> operator()(const SubmitApplication &) const
    {
        if (m_case.filing || m_life.awaitsReview)
            return refuse(Why::AlreadyDone, m_case.number);
        return Facts{LifeFact{ApplicationSubmitted{}}};
    }

    Ruling<Facts> operator()(const AttachScan &command) const { return attachScan(m_case, m_plan, command); }
    Ruling<Facts> operator()(const MoveScan &command) const { return moveScan(m_case, m_plan, command); }
    Ruling<Facts> operator()(const RemoveScan &command) const { return removeScan(m_case, command); }
    Ruling<Facts> operator()(const RevertScan &command) const { return revertScan(m_case, command); }

    Ruling<Facts> operator()(const AskLicence &command) const { return askLicence(m_case, m_plan, command); }
    Ruling<Facts> operator()(const AnswerLicence &command) const { return answerLicence(m_case, command); }

    Ruling<Facts> operator()(const ExplainDelay &command) const { return explainDelay(m_case, m_plan, command); }
    Ruling<Facts> operator()(const RuleOnDelay &command) const { return ruleOnDelay(m_case, command); }
    Ruling<Facts> operator()(const OrderRecheck &command) const { return orderRecheck(m_case, m_plan, command); }
    Ruling<Facts> operator()(const RecordRecheck &command) const { return recordRecheck(m_case, command); }
    Ruling<Facts> operator()(const RecordBrokenPromise &command) const { return recordBrokenPromise(m_case, m_plan, command); }
    Ruling<Facts> operator()(const RemindDepartment &command) const { return remindDepartment(m_case, m_plan, command); }
    Ruling<Facts> operator()(const ConfirmReminder &command) const { return confirmReminder(m_case, command); }
    Ruling<Facts> operator()(const RecordNumberLook &command) const { return recordNumberLook(m_case, m_plan, command); }

    Ruling<Facts> operator()(const RecordCopying &command) const
    {
        BlanksCopied fact{nameOf(command.system), {}};
        for (const QString &blank : command.blanks.first(qMin(mostBlanks, command.blanks.size())))
            fact.blanks << wordsOf(blank);
        fact.blanks.removeAll(QString());
        return fact.blanks.isEmpty() ? refuse(Why::NothingChosen) : Ruling<Facts>(Facts{LifeFact{fact}});
    }

    Ruling<Facts> operator()(const CompleteScans &command) const
    {
        const int attached = int(presentScans(m_case).size());
        return once(m_life.scansCompleteAt, ScansCompleted{attached > 0 ? attached : std::max(command.pictures, 0)});
    }

    Ruling<Facts> operator()(const PushToDepartments &) const
    {
        if (m_life.scansCompleteAt.isNull())
            return refuse(Why::ScansMissing);
        QStringList departments;
        for (const Plan::ItemLine &line : chosen()) {
            if (!departments.contains(line.item.department))
                departments << line.item.department;
        }
        return once(m_life.pushedAt, PushedToDepartments{departments});
    }

    Ruling<Facts> operator()(const HandOverPaper &command) const
    {
        const QString receiver = nameOf(command.receiver);
        if (receiver.isEmpty())
            return refuse(Why::ReceiverMissing);
        return once(m_life.handedOverAt, PaperHandedOver{receiver});
    }

    Ruling<Facts> operator()(const AcceptItem &command) const
    {
        return onItem(command.item, [&](const Plan::ItemLine &line, const CaseItem &item) -> Ruling<Facts> {
            if (item.state != State::Filed)
                return wrongState(line, item);
            if (command.atWindow && !m_hall.mayAccept(line.item))
                return refuse(Why::NotAuthorised, line.item.name, line.item.id);
            if (m_life.pushedAt.isNull() && !command.atWindow)
                return refuse(Why::NotPushed, line.item.name, line.item.id);
            return Facts{LifeFact{ItemAccepted{line.item.id, numberOf(command.number)}}};
        });
    }

    Ruling<Facts> operator()(const RefuseItem &command) const
    {
        return onItem(command.item, [&](const Plan::ItemLine &line, const CaseItem &item) -> Ruling<Facts> {
            if (item.state != State::Filed)
                return wrongState(line, item);
            if (m_life.pushedAt.isNull())
                return refuse(Why::NotPushed, line.item.name, line.item.id);
            const QString reason = wordsOf(command.reason);
            if (reason.isEmpty())
                return refuse(Why::ReasonMissing, line.item.name, line.item.id);
            return Facts{LifeFact{ItemRefused{line.item.id, numberOf(command.number), reason}}};
        });
    }

    Ruling<Facts> operator()(const PauseClock &command) const
    {
        return onAccepted(command.item, [&](const Plan::ItemLine &line, const CaseItem &item) -> Ruling<Facts> {
            if (item.isPaused())
                return refuse(Why::ClockPaused, line.item.name, line.item.id);
            const bool ofGuide = std::ranges::any_of(
                line.item.special, [&](const SpecialStep &step) { return step.name == command.step; });
            if (!ofGuide && !lawfulSteps().contains(command.step))
                return refuse(Why::UnknownStep, command.step, line.item.id);
            return Facts{LifeFact{ClockPaused{line.item.id, command.step}}};
        });
    }

    Ruling<Facts> operator()(const ResumeClock &command) const
    {
        return onAccepted(command.item, [&](const Plan::ItemLine &line, const CaseItem &item) -> Ruling<Facts> {
            if (!item.isPaused())
                return refuse(Why::ClockRuns, line.item.name, line.item.id);
            return Facts{LifeFact{ClockResumed{line.item.id}}};
        });
    }

    Ruling<Facts> operator()(const PreReviewItem &command) const
    {
        return onAccepted(command.item, [&](const Plan::ItemLine &line, const CaseItem &item) -> Ruling<Facts> {
            if (!openPrerequisite(line))
                return refuse(Why::NothingToWaitFor, line.item.name, line.item.id);
            return once(item.preReviewedAt, ItemPreReviewed{line.item.id});
        });
    }

    Ruling<Facts> operator()(const CallJointReview &command) const
    {
        for (const QString &id : command.items) {
            const Ruling<Facts> fine = onAccepted(id, [](const auto &, const auto &) { return Facts{}; });
            if (!fine)
                return fine;
        }
        if (command.items.isEmpty())
            return refuse(Why::NothingChosen);
        if (!command.planned.isValid() || command.planned < m_now)
            return refuse(Why::DueDateInPast);
        return Facts{LifeFact{JointReviewCalled{command.review, command.kind, command.items, command.planned,
                                                nameOf(command.place)}}};
    }

    Ruling<Facts> operator()(const RecordJointReview &command) const
    {
        const auto review = std::ranges::find(m_life.reviews, command.review, &JointReview::id);
        if (review == m_life.reviews.end())
            return refuse(Why::UnknownReview, command.review);
        const QString result = wordsOf(command.result);
        if (result.isEmpty())
            return refuse(Why::ReasonMissing);
        return once(review->heldAt, JointReviewHeld{command.review, result});
    }

    Ruling<Facts> operator()(const SupplyMaterial &command) const
    {
        const auto supplement = m_life.supplements.constFind(command.material);
        const QString name = materialName(command.material);
        if (supplement == m_life.supplements.constEnd())
            return refuse(Why::NotDeferred, name, command.material);
        if (!supplement->isOpen())
            return refuse(supplement->lapsedAt.isNull() ? Why::AlreadyDone : Why::DeferralHasLapsed, name, command.material);
        const VerdictKind kind = command.verdict.kind;
        if (kind == VerdictKind::Exempt && command.verdict.identifier.isEmpty())
            return refuse(Why::IdentifierMissing, name, command.material);
        if (kind != VerdictKind::OriginalSeen && kind != VerdictKind::CopyKept && kind != VerdictKind::Exempt)
            return refuse(Why::GapOpen, name, command.material);
        return Facts{VerdictGiven{command.material, command.verdict}, LifeFact{MaterialSupplied{command.material}}};
    }

    Ruling<Facts> operator()(const LapseDeferral &command) const
    {
        const auto supplement = m_life.supplements.constFind(command.material);
        const QString name = materialName(command.material);
        if (supplement == m_life.supplements.constEnd())
            return refuse(Why::NotDeferred, name, command.material);
        if (!supplement->isOpen())
            return refuse(Why::AlreadyDone, name, command.material);
        if (m_now.date() <= supplement->due)
            return refuse(Why::NotDueYet, supplement->due.toString(Qt::ISODate), command.material);
        DeferralLapsed fact{command.material, {}};
        for (const Plan::ItemLine &line : chosen()) {
            if (needs(line, command.material) && !stateOf(line).isEnded())
                fact.items << line.item.id;
        }
        return Facts{LifeFact{fact}};
    }

    Ruling<Facts> operator()(const WithdrawItems &command) const
    {
        ItemsWithdrawn fact{{}, wordsOf(command.reason)};
        for (const Plan::ItemLine &line : chosen()) {
            const bool named = command.items.contains(line.item.id);
            const CaseItem item = stateOf(line);
            if (named && item.isEnded())
                return wrongState(line, item);
            if ((named || command.items.isEmpty()) && !item.isEnded())
                fact.items << line.item.id;
        }
        if (fact.items.size() < command.items.size())
            return refuse(Why::UnknownItem);
        return fact.items.isEmpty() ? refuse(Why::NothingChosen) : Ruling<Facts>(Facts{LifeFact{fact}});
    }

    /// Only papers of items that came to nothing go back: the lead department keeps the rest (六).
    Ruling<Facts> operator()(const GiveBackPapers &command) const
    {
        const QString receiver = nameOf(command.receiver);
        if (receiver.isEmpty())
            return refuse(Why::ReceiverMissing);
        if (command.materials.isEmpty())
            return refuse(Why::NothingChosen);
        for (const QString &material : command.materials) {
            if (!m_plan.material(material))
                return refuse(Why::UnknownMaterial, material, material);
            const auto isKept = [&](const Plan::ItemLine &line) {
                const State state = stateOf(line).state;
                const bool cameToNothing = state == State::Refused || state == State::Withdrawn || state == State::Lapsed;
                return needs(line, material) && !cameToNothing;
            };
            if (std::ranges::any_of(chosen(), isKept))
                return refuse(Why::StillNeeded, materialName(material), material);
            const auto gave = [&](const PapersReturned &before) { return before.materials.contains(material); };
            if (std::ranges::any_of(m_life.returns, gave))
                return refuse(Why::AlreadyDone, materialName(material), material);
        }
        return Facts{LifeFact{PapersGivenBack{command.materials, receiver}}};
    }

    Ruling<Facts> operator()(const DecideItem &command) const
    {
        return onAccepted(command.item, [&](const Plan::ItemLine &line, const CaseItem &item) -> Ruling<Facts> {
            if (item.isPaused())
                return refuse(Why::ClockPaused, line.item.name, line.item.id);
            Outcome outcome = command.outcome;
            outcome.certificate = numberOf(outcome.certificate);
            outcome.eLicence = base::cleanLine(outcome.eLicence, 200);
            outcome.reason = wordsOf(outcome.reason);
            if (const QList<Refusal> obstacles = obstaclesTo(outcome, line); !obstacles.isEmpty())
                return tl::unexpected(obstacles);
            return Facts{LifeFact{ItemDecided{line.item.id, outcome}}};
        });
    }

    Ruling<Facts> operator()(const SendResult &command) const
    {
        return onResult(command.item, [&](const Plan::ItemLine &line, const CaseItem &item) -> Ruling<Facts> {
            const ResultSent fact{line.item.id, nameOf(command.to), nameOf(command.by)};
            if (fact.to.isEmpty())
                return refuse(Why::ReceiverMissing, line.item.name, line.item.id);
            if (!item.custody.isEmpty())
                return refuse(Why::AlreadyThere, line.item.name, line.item.id);
            if (item.outcome && !item.outcome->physical)
                return refuse(Why::NoResult, line.item.name, line.item.id);
            return once(item.sentAt, fact);
        });
    }

    Ruling<Facts> operator()(const ReceiveResult &command) const
    {
        return onResult(command.item, [&](const Plan::ItemLine &line, const CaseItem &item) -> Ruling<Facts> {
            const ResultArrived fact{line.item.id, nameOf(command.holder), nameOf(command.givenBy), nameOf(command.place),
                                     nameOf(command.takenBy)};
            if (fact.holder.isEmpty())
                return refuse(Why::ReceiverMissing, line.item.name, line.item.id);
            // Whoever scans a parcel twice does not move what is in it.
            const bool isThere = !item.custody.isEmpty() && item.custody.last().holder == fact.holder
                && item.custody.last().place == fact.place;
            if (isThere)
                return refuse(Why::AlreadyThere, line.item.name, line.item.id);
            return Facts{LifeFact{fact}};
        });
    }

    Ruling<Facts> operator()(const TellCitizen &command) const
    {
        return Facts{LifeFact{CitizenTold{command.about, command.way, wordsOf(command.words)}}};
    }

    Ruling<Facts> operator()(const ChooseCollection &command) const
    {
        CollectionChoice choice = command.choice;
        choice.address = base::cleanLine(choice.address, 200);
        if (choice.way == Collection::Courier && choice.address.isEmpty())
            return refuse(Why::AddressMissing);
        return choice == m_life.collection ? Facts{} : Facts{LifeFact{CollectionChosen{choice}}};
    }

    Ruling<Facts> operator()(const DeliverItems &command) const
    {
        if (command.items.isEmpty())
            return refuse(Why::NothingChosen);
        Delivery delivery = cleaned(command.delivery);
        delivery.signedFor = delivery.signedFor || command.ink.isDrawn();
        QList<Refusal> obstacles = faultsOf(delivery);
        obstacles += namedTwice(command.items);
        for (const QString &id : command.items) {
            const Ruling<Facts> fine = onResult(id, [&](const Plan::ItemLine &line, const CaseItem &item) -> Ruling<Facts> {
                return deliverable(line, item, delivery);
            });
            if (!fine)
                obstacles += fine.error();
        }
        obstacles += notYetTogether(command.items);
        if (!obstacles.isEmpty())
            return tl::unexpected(obstacles);
        const ItemsDelivered delivered{command.items, delivery};
        return Facts{LifeFact{delivered}}
        + signatureFacts(m_case, recordOf(m_case, delivered, m_now), command.ink, delivery.collector);
    }

    Ruling<Facts> operator()(const SendProof &command) const
    {
        if (command.items.isEmpty())
            return refuse(Why::NothingChosen);
        for (const QString &id : command.items) {
            const Plan::ItemLine *line = m_plan.item(id);
            if (!line || !line->chosen)
                return refuse(Why::UnknownItem, id, id);
            if (!stateOf(*line).delivery)
                return refuse(Why::NotDelivered, line->item.name, id);
            if (!stateOf(*line).proofSentAt.isNull())
                return refuse(Why::AlreadyDone, line->item.name, id);
        }
        return Facts{LifeFact{ProofSent{command.items}}};
    }

    Ruling<Facts> operator()(const ArchiveCase &command) const
    {
        const QString keeper = nameOf(command.keeper);
        if (keeper.isEmpty())
            return refuse(Why::ReceiverMissing);
        QList<Refusal> open;
        for (const Plan::ItemLine &line : chosen()) {
            const CaseItem item = stateOf(line);
            if (!item.isEnded())
                open.append({Why::ItemOpen, line.item.name, line.item.id});
            else if (item.hasResult() && item.proofSentAt.isNull())
                open.append({item.delivery ? Why::ProofOpen : Why::NotDelivered, line.item.name, line.item.id});
        }
        if (!open.isEmpty())
            return tl::unexpected(open);
        return once(m_life.archivedAt, CaseArchived{keeper});
    }

};

/// Online applications end with this act, pictures are taken and licences looked up while the papers are on the desk, and how
/// results are wanted may be said at any time; all else needs a filed case.
bool isBeforeFiling(const LifeCommand &command)
{
    return std::holds_alternative<SubmitApplication>(command) || std::holds_alternative<ChooseCollection>(command)
        || std::holds_alternative<TellCitizen>(command) || std::holds_alternative<AttachScan>(command)
        || std::holds_alternative<MoveScan>(command) || std::holds_alternative<RemoveScan>(command)
        || std::holds_alternative<RevertScan>(command) || std::holds_alternative<AskLicence>(command)
        || std::holds_alternative<AnswerLicence>(command);
}

}

Ruling<QList<Fact>> decideLife(const Case &file, const LifeCommand &command, const Plan &asFiled, const QDateTime &now,
                               const HallRules &hall)
{
    // Who looks at a number is written down whatever has become of the case.
    if (const auto *look = std::get_if<RecordNumberLook>(&command))
        return recordNumberLook(file, asFiled, *look);
    if (file.stage == Stage::Abandoned)
        return refuse(Why::NotInIntake, file.number);
    if (!file.filing && !isBeforeFiling(command))
        return refuse(Why::NotFiled, file.number);
    if (!file.life.archivedAt.isNull())
        return refuse(Why::Archived, file.number);
    return std::visit(LifeDecider(file, asFiled, now, hall), command);
}

Plan asFiledOf(const Case &file, const Guide &guide, QDate today)
{
    return planOf(file, guide, file.filing ? file.filing->at.date() : today);
}

QList<std::pair<Plan::ItemLine, CaseItem>> itemsOf(const Case &file, const Guide &guide)
{
    QList<std::pair<Plan::ItemLine, CaseItem>> items;
    if (!file.filing)
        return items;
    for (const Plan::ItemLine &line : asFiledOf(file, guide, {}).items) {
        if (line.chosen)
            items.append({line, file.life.items.value(line.item.id)});
    }
    return items;
}

const QStringList &lawfulSteps()
{
    static const QStringList steps{QStringLiteral("听证"),   QStringLiteral("招标"), QStringLiteral("拍卖"),
                                   QStringLiteral("检验"),   QStringLiteral("检测"), QStringLiteral("检疫"),
                                   QStringLiteral("鉴定"),   QStringLiteral("专家评审")};
    return steps;
}

}
