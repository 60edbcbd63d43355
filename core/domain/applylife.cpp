#include "core/domain/applylife.h"

#include <algorithm>

namespace domain {

namespace {

using State = CaseItem::State;

class LifeApplier
{
public:
    LifeApplier(CaseLife &life, const QDateTime &at, const QString &actor) : m_life(life), m_at(at), m_actor(actor) { }

    void operator()(const ApplicationSubmitted &)
    {
        m_life.submittedAt = m_at;
        m_life.awaitsReview = true;
    }
    void operator()(const ScanAttached &fact)
    {
        ScanPicture picture{.scan = fact.scan,
                            .material = fact.material,
                            .page = fact.page,
                            .kind = fact.kind,
                            .bytes = fact.bytes,
                            .from = fact.from,
                            .at = m_at,
                            .clerk = m_actor,
                            .reason = {}};
        ScanPicture *known = pictureOf(fact.scan);
        if (!known)
            m_life.scans.append(picture);
        else if (known->removed)
            *known = picture;
    }
    void operator()(const ScanMoved &fact)
    {
        if (ScanPicture *picture = pictureOf(fact.scan); picture && !picture->removed) {
            picture->material = fact.material;
            picture->page = fact.page;
        }
    }
    void operator()(const ScanRemoved &fact)
    {
        if (ScanPicture *picture = pictureOf(fact.scan); picture && !picture->removed) {
            picture->removed = true;
            picture->reason = fact.reason;
        }
    }
    void operator()(const ScansCompleted &) { first(m_life.scansCompleteAt); }
    void operator()(const PushedToDepartments &) { first(m_life.pushedAt); }
    void operator()(const PaperHandedOver &fact)
    {
        if (first(m_life.handedOverAt))
            m_life.handedOverTo = fact.receiver;
    }
    void operator()(const ItemAccepted &fact)
    {
        CaseItem &item = m_life.items[fact.item];
        if (item.state != State::Filed)
            return;
        item.state = State::Accepted;
        item.acceptedAt = m_at;
        item.number = fact.number;
        item.by = m_actor;
    }
    void operator()(const ItemRefused &fact)
    {
        CaseItem &item = m_life.items[fact.item];
        if (item.state != State::Filed)
            return;
        end(item, State::Refused);
        item.number = fact.number;
        item.reason = fact.reason;
    }
    void operator()(const ClockPaused &fact)
    {
        CaseItem &item = m_life.items[fact.item];
        if (item.state == State::Accepted && !item.isPaused())
            item.pauses.append({.step = fact.step, .from = m_at, .until = {}});
    }
    void operator()(const ClockResumed &fact)
    {
        CaseItem &item = m_life.items[fact.item];
        if (item.isPaused())
            item.pauses.last().until = m_at;
    }
    void operator()(const ItemPreReviewed &fact) { first(m_life.items[fact.item].preReviewedAt); }
    void operator()(const JointReviewCalled &fact)
    {
        m_life.reviews.append({.id = fact.review,
                               .kind = fact.kind,
                               .items = fact.items,
                               .planned = fact.planned,
                               .place = fact.place,
                               .heldAt = {},
                               .result = {}});
    }
    void operator()(const JointReviewHeld &fact)
    {
        const auto review = std::ranges::find(m_life.reviews, fact.review, &JointReview::id);
        if (review != m_life.reviews.end() && first(review->heldAt))
            review->result = fact.result;
    }
    void operator()(const DeferralPromised &fact)
    {
        m_life.supplements.insert(fact.material, {.due = fact.due, .suppliedAt = {}, .lapsedAt = {}});
    }
    void operator()(const MaterialSupplied &fact)
    {
        const auto supplement = m_life.supplements.find(fact.material);
        if (supplement != m_life.supplements.end() && supplement->isOpen())
            supplement->suppliedAt = m_at;
    }
    void operator()(const DeferralLapsed &fact)
    {
        const auto supplement = m_life.supplements.find(fact.material);
        if (supplement == m_life.supplements.end() || !supplement->isOpen())
            return;
        supplement->lapsedAt = m_at;
        for (const QString &id : fact.items)
            endIfOpen(id, State::Lapsed, {});
    }
    void operator()(const ItemsWithdrawn &fact)
    {
        for (const QString &id : fact.items)
            endIfOpen(id, State::Withdrawn, fact.reason);
    }
    void operator()(const PapersGivenBack &fact)
    {
        m_life.returns.append({.at = m_at, .clerk = m_actor, .materials = fact.materials, .receiver = fact.receiver});
    }
    void operator()(const ItemDecided &fact)
    {
        CaseItem &item = m_life.items[fact.item];
        if (item.state != State::Accepted)
            return;
        end(item, State::Decided);
        item.outcome = fact.outcome;
    }
    void operator()(const ResultSent &fact)
    {
        CaseItem &item = m_life.items[fact.item];
        if (!item.hasResult() || !first(item.sentAt))
            return;
        item.sentTo = fact.to;
        item.sentBy = fact.by;
    }
    void operator()(const ResultArrived &fact)
    {
        CaseItem &item = m_life.items[fact.item];
        if (item.hasResult() && !item.delivery)
            item.custody.append({.at = m_at,
                                 .holder = fact.holder,
                                 .givenBy = fact.givenBy,
                                 .place = fact.place,
                                 .takenBy = fact.takenBy.isEmpty() ? m_actor : fact.takenBy});
    }
    void operator()(const CitizenTold &fact)
    {
        m_life.contacts.append(
            {.at = m_at, .clerk = m_actor, .about = fact.about, .way = fact.way, .words = fact.words});
    }
    void operator()(const CollectionChosen &fact) { m_life.collection = fact.choice; }
    void operator()(const ItemsDelivered &fact)
    {
        for (const QString &id : fact.items) {
            CaseItem &item = m_life.items[id];
            if (!item.hasResult() || item.delivery)
                continue;
            item.delivery = fact.delivery;
            item.delivery->at = m_at;
            item.delivery->clerk = m_actor;
        }
    }
    void operator()(const ProofSent &fact)
    {
        for (const QString &id : fact.items) {
            if (m_life.items[id].delivery)
                first(m_life.items[id].proofSentAt);
        }
    }
    void operator()(const CaseArchived &fact)
    {
        if (first(m_life.archivedAt))
            m_life.archivedBy = fact.keeper;
    }
    void operator()(const LicenceAsked &fact)
    {
        if (std::ranges::find(m_life.lookUps, fact.lookUp, &LookUp::id) == m_life.lookUps.end())
            m_life.lookUps.append({.id = fact.lookUp,
                                   .material = fact.material,
                                   .way = fact.way,
                                   .holder = fact.holder,
                                   .purpose = fact.purpose,
                                   .at = m_at,
                                   .clerk = m_actor});
    }
    void operator()(const LicenceAnswered &fact)
    {
        const auto lookUp = std::ranges::find(m_life.lookUps, fact.lookUp, &LookUp::id);
        if (lookUp == m_life.lookUps.end() || !first(lookUp->answeredAt))
            return;
        lookUp->outcome = fact.outcome;
        lookUp->identifier = fact.identifier;
        lookUp->licence = fact.licence;
        lookUp->issuer = fact.issuer;
        lookUp->until = fact.until;
    }
    void operator()(const BlanksCopied &fact)
    {
        m_life.copyings.append({.at = m_at, .clerk = m_actor, .system = fact.system, .blanks = fact.blanks});
    }
    void operator()(const DelayExplained &fact)
    {
        m_life.delays.append({.id = fact.delay, .item = fact.item, .words = fact.words, .at = m_at, .clerk = m_actor});
    }
    void operator()(const DelayRuled &fact)
    {
        const auto delay = std::ranges::find(m_life.delays, fact.delay, &Delay::id);
        if (delay == m_life.delays.end() || !first(delay->ruledAt))
            return;
        delay->ruledBy = m_actor;
        delay->approved = fact.approved;
        delay->ruling = fact.words;
    }
    void operator()(const RecheckOrdered &fact)
    {
        m_life.rechecks.append({.id = fact.recheck, .material = fact.material, .words = fact.words, .at = m_at, .orderedBy = m_actor});
    }
    void operator()(const RecheckDone &fact)
    {
        const auto recheck = std::ranges::find(m_life.rechecks, fact.recheck, &Recheck::id);
        if (recheck == m_life.rechecks.end() || !first(recheck->doneAt))
            return;
        recheck->doneBy = m_actor;
        recheck->conforms = fact.conforms;
        recheck->found = fact.found;
    }
    void operator()(const PromiseBroken &fact)
    {
        if (std::ranges::find(m_life.brokenPromises, fact.material, &BrokenPromise::material) == m_life.brokenPromises.end())
            m_life.brokenPromises.append({fact.material, fact.words, m_at, m_actor});
    }
    void operator()(const DepartmentReminded &fact)
    {
        m_life.reminders.append({.id = fact.reminder, .item = fact.item, .words = fact.words, .at = m_at, .by = m_actor});
    }
    void operator()(const ReminderConfirmed &fact)
    {
        const auto reminder = std::ranges::find(m_life.reminders, fact.reminder, &Reminder::id);
        if (reminder == m_life.reminders.end() || !first(reminder->seenAt))
            return;
        reminder->seenBy = m_actor;
        reminder->answer = fact.answer;
    }
    void operator()(const NumberLooked &fact) { m_life.numberLooks.append({fact.number, fact.reason, m_at, m_actor}); }

private:
    /// What happens once keeps the moment when it happened first.
    bool first(QDateTime &moment) const
    {
        if (moment.isValid())
            return false;
        moment = m_at;
        return true;
    }
    ScanPicture *pictureOf(const QString &scan) const
    {
        const auto picture = std::ranges::find(m_life.scans, scan, &ScanPicture::scan);
        return picture == m_life.scans.end() ? nullptr : &*picture;
    }
    void end(CaseItem &item, State state) const
    {
        item.state = state;
        item.endedAt = m_at;
        item.by = m_actor;
        if (item.isPaused())
            item.pauses.last().until = m_at;
    }
    void endIfOpen(const QString &id, State state, const QString &reason)
    {
        CaseItem &item = m_life.items[id];
        if (item.isEnded())
            return;
        end(item, state);
        item.reason = reason;
    }

    CaseLife &m_life;
    const QDateTime m_at;
    const QString m_actor;
};

}

void applyLife(CaseLife &life, const LifeFact &fact, const QDateTime &at, const QString &actor)
{
    std::visit(LifeApplier(life, at, actor), fact);
}

}
