#include "core/offices/progressdesk.h"

#include "core/base/text.h"
#include "core/domain/caseclocks.h"
#include "core/domain/casenumber.h"
#include "core/domain/clearing.h"
#include "core/domain/decidelife.h"
#include "core/domain/parties.h"
#include "core/hub/book.h"
#include "core/people/windowkey.h"

#include <algorithm>

namespace offices {

using namespace Qt::StringLiterals;
using namespace domain;
using Stand = ItemProgress::Stand;

namespace {

constexpr qsizetype lastCharacters = 4;

/// A case with its guide, as far as the hub has it.
struct GuidedCase {
    HubCase opened;
    std::optional<Guide> guide;
};

base::Result<std::optional<GuidedCase>> openCase(const ProgressDesk::Needs &from, const QString &number)
{
    const auto line = within(from.engine.store, hub::Store::For::Reading,
                             [&](hub::Transaction &rows) { return rows.records().caseWithNumber(number); });
    if (!line)
        return base::Fail(line.error());
    if (!*line)
        return std::nullopt;
    const auto opened = from.cases.open((*line)->uuid);
    if (!opened)
        return base::Fail(opened.error());
    if (!*opened)
        return std::nullopt;
    const auto guide = from.guides.guide((*opened)->file.guide);
    if (!guide)
        return base::Fail(guide.error());
    return GuidedCase{**opened, *guide ? std::optional((*guide)->guide) : std::nullopt};
}

/// Fills in what the papers of one case say of it.
class Teller
{
public:
    Teller(const GuidedCase &open, const ClockRules &rules, const QDateTime &now)
        : m_file(open.opened.file), m_guide(open.guide), m_rules(rules), m_today(now.date())
    {
    }

    Progress told()
    {
        m_told.number = m_file.number;
        m_told.guide = m_file.guide;
        m_told.stage = m_file.stage;
        m_told.awaitsReview = m_file.life.awaitsReview;
        m_told.collection = m_file.life.collection;
        m_told.collection.address.clear();
        if (m_file.filing)
            m_told.filedAt = m_file.filing->at;
        else if (m_file.stage == Stage::Intake && !m_file.notices.isEmpty())
            addGaps(m_file.notices.last());
        if (m_guide) {
            m_told.joinedTo = standInOf(m_file, *m_guide);
            m_told.matter = m_guide->matter.name;
            m_told.lead = m_guide->matter.lead;
            addSupplements();
        }
        if (m_guide && m_file.filing)
            addItems();
        return std::move(m_told);
    }

private:
    void addGaps(const IssuedNotice &notice)
    {
        for (const Gap &gap : notice.gaps)
            m_told.missing << Progress::Missing{gap.materialName, gap.reason, {}, false};
    }

    void addSupplements()
    {
        const auto &supplements = m_file.life.supplements;
        for (auto one = supplements.begin(); one != supplements.end(); ++one) {
            if (one->isOpen())
                m_told.missing << Progress::Missing{m_guide->materials.value(one.key()).name, {}, one->due, m_today > one->due};
        }
    }

    void addItems()
    {
        const QList<CaseClock> clocks = caseClocks(m_file, *m_guide, m_rules);
        bool allDone = true;
        for (const auto &[line, item] : itemsOf(m_file, *m_guide)) {
            const ItemProgress progress = itemProgress(line, item, clocks);
            const bool isOver = progress.stand == Stand::Delivered || progress.stand == Stand::Withdrawn || progress.stand == Stand::Lapsed;
            allDone = allDone && isOver;
            m_told.items << progress;
        }
        m_told.isDone = allDone && !m_told.items.isEmpty();
        for (const CaseClock &clock : clocks) {
            if (clock.deadline.kind == Deadline::Kind::MatterPromise && clock.isOpen())
                count(clock.deadline, m_told.due, m_told.daysLeft, m_told.provisional);
        }
    }

    ItemProgress itemProgress(const Plan::ItemLine &line, const CaseItem &item, const QList<CaseClock> &clocks) const
    {
        ItemProgress progress{.name = line.item.name,
                              .department = line.item.department,
                              .stand = standOf(item),
                              .at = item.endedAt.isValid() ? item.endedAt : item.acceptedAt,
                              .reason = item.outcome && !item.outcome->granted ? item.outcome->reason : item.reason,
                              .outcome = line.item.outcome};
        if (item.isPaused())
            progress.step = item.pauses.last().step;
        progress.id = line.item.id;
        progress.onPaper = !item.outcome || item.outcome->physical;
        if (item.delivery) {
            progress.at = item.delivery->at;
            progress.tracking = item.delivery->tracking;
        }
        const auto limit = progress.stand == Stand::Waiting ? Deadline::Kind::Acceptance : Deadline::Kind::ItemPromise;
        for (const CaseClock &clock : clocks) {
            const bool isOurs = clock.deadline.kind == limit && (clock.deadline.item.isEmpty() || clock.deadline.item == line.item.id);
            if (isOurs && (progress.stand == Stand::Waiting || progress.stand == Stand::Working) && !clock.deadline.paused)
                count(clock.deadline, progress.due, progress.daysLeft, progress.provisional);
        }
        return progress;
    }

    static Stand standOf(const CaseItem &item)
    {
        if (item.delivery)
            return Stand::Delivered;
        switch (item.state) {
        case CaseItem::State::Filed:
            return Stand::Waiting;
        case CaseItem::State::Accepted:
            return item.isPaused() ? Stand::Paused : Stand::Working;
        case CaseItem::State::Refused:
            return Stand::Refused;
        case CaseItem::State::Decided: {
            const bool isHere = !item.custody.isEmpty() || (item.outcome && !item.outcome->physical);
            const bool isGranted = !item.outcome || item.outcome->granted;
            return !isGranted ? Stand::Denied : isHere ? Stand::Ready : Stand::Decided;
        }
        case CaseItem::State::Withdrawn:
            return Stand::Withdrawn;
        case CaseItem::State::Lapsed:
            return Stand::Lapsed;
        }
        Q_UNREACHABLE();
    }

    void count(const Deadline &deadline, QDate &due, int &left, bool &provisional) const
    {
        due = deadline.due.toOffsetFromUtc(m_file.filing->at.offsetFromUtc()).date();
        left = m_rules.calendar.workdaysBetween(m_today, due);
        provisional = deadline.provisional;
    }

    const Case &m_file;
    const std::optional<Guide> &m_guide;
    const ClockRules &m_rules;
    const QDate m_today;
    Progress m_told;
};

/// Whether \a lastFour ends the number of somebody who may ask: the applicant, the enterprise, who acts for them.
bool knowsTheIdentity(const GuidedCase &open, const QString &lastFour, QDate today)
{
    if (!open.guide || lastFour.size() != lastCharacters)
        return false;
    const QList<Party> parties = partiesOf(planOf(open.opened.file, *open.guide, today));
    return std::ranges::any_of(parties, [&](const Party &party) {
        using Role = Field::Role;
        const bool mayAsk = party.role == Role::Applicant || party.role == Role::Enterprise || party.role == Role::Agent;
        const QString identity = base::normalizedCode(party.identity);
        return mayAsk && identity.size() > lastCharacters && identity.endsWith(lastFour);
    });
}

/// In the book, before anything is shown: somebody proved by \a proof that the case \a number is theirs.
base::Result<> seen(const hub::Engine &engine, const QString &number, const QString &proof)
{
    return hub::within(engine.store, hub::Store::For::Writing, [&](hub::Transaction &rows) {
        return hub::writeDown(engine, rows, u"public:progress"_s, u"progress-seen"_s, number, proof);
    });
}

}

/// The device that signed: an enrolled window that is in use, or the hub itself, which gives out papers of online applications.
base::Result<QString> ProgressDesk::signerOf(const papers::ScannedStamp &scanned) const
{
    const auto hasSigned = [&](const people::PublicKey &key) {
        return key.keyId() == scanned.keyId
            && people::isSignedBy(key, papers::stampPurpose, papers::signedBytes(scanned.stamp), scanned.signature);
    };
    return within(m.engine.store, hub::Store::For::Reading, [&](hub::Transaction &rows) -> base::Result<QString> {
        const auto self = rows.devices().self();
        const auto devices = rows.devices().devices();
        if (!self || !devices)
            return base::Fail(!self ? self.error() : devices.error());
        if (hasSigned(m.engine.key.signing().publicKey()))
            return self->uuid;
        const auto signer = std::ranges::find_if(
            *devices, [&](const hub::Device &device) { return device.revokedAt.isNull() && hasSigned(device.card.key); });
        return signer == devices->end() ? QString() : signer->uuid;
    });
}

base::Result<std::optional<ProgressDesk::Shown>> ProgressDesk::byCode(const QString &code) const
{
    const std::optional<papers::ScannedStamp> scanned = papers::readStamp(code);
    if (!scanned)
        return std::nullopt;
    const base::Result<QString> signer = signerOf(*scanned);
    if (!signer)
        return base::Fail(signer.error());
    if (signer->isEmpty())
        return std::nullopt;
    const base::Result<std::optional<GuidedCase>> open = openCase(m, scanned->stamp.caseNumber);
    if (!open)
        return base::Fail(open.error());
    if (!*open)
        return std::nullopt;
    return seen(m.engine, (*open)->opened.file.number, u"code"_s).map([&]() -> std::optional<Shown> {
        return Shown{Teller(**open, m.rules, m.engine.clock.now()).told(), scanned->stamp, (*open)->opened.hall, *signer};
    });
}

base::Result<std::optional<Progress>> ProgressDesk::byIdentity(const QString &number, const QString &lastFour) const
{
    const std::optional<CaseNumber> read = readCaseNumber(number);
    if (!read)
        return std::nullopt;
    const base::Result<std::optional<GuidedCase>> open = openCase(m, read->text());
    if (!open)
        return base::Fail(open.error());
    const QDateTime now = m.engine.clock.now();
    if (!*open || !knowsTheIdentity(**open, base::normalizedCode(lastFour), now.date()))
        return std::nullopt;
    return seen(m.engine, (*open)->opened.file.number, u"identity"_s).map([&]() -> std::optional<Progress> {
        return Teller(**open, m.rules, now).told();
    });
}

}
