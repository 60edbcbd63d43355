#include "ui/words/lifewords.h"

#include "core/domain/casenumber.h"
#include "core/domain/codes.h"
#include "core/domain/letters.h"
#include "ui/words/printerwords.h"
#include "ui/words/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace words {

namespace {

/// Says one fact.
class FactTeller
{
    Q_DECLARE_TR_FUNCTIONS(FactTeller)

public:
    explicit FactTeller(const domain::Guide &guide) : m_guide(guide) { }

    QString operator()(const domain::CaseOpened &f) const { return tr("Case opened, number %1").arg(f.number); }
    QString operator()(const domain::SituationAnswered &f) const
    {
        const domain::Situation *situation = m_guide.matter.situation(f.situation);
        const QString question = situation ? situation->question : f.situation;
        if (f.answer.isEmpty())
            return tr("Answer taken back: %1").arg(question);
        const domain::Situation::Option *option = situation ? situation->option(f.answer) : nullptr;
        return tr("Answered: %1 %2").arg(question, option ? option->label : f.answer);
    }
    QString operator()(const domain::ItemDropped &f) const { return tr("Not applied for: %1").arg(item(f.item)); }
    QString operator()(const domain::ItemKept &f) const { return tr("Applied for after all: %1").arg(item(f.item)); }
    QString operator()(const domain::PathChosen &f) const
    {
        const domain::Item *found = m_guide.matter.item(f.item);
        const domain::Path *path = found ? found->path(f.path) : nullptr;
        return f.path.isEmpty() ? tr("Way taken back: %1").arg(item(f.item))
                                : tr("Way chosen for %1: %2").arg(item(f.item), path ? path->name : f.path);
    }
    QString operator()(const domain::FieldEntered &f) const
    {
        const auto field = m_guide.fields.constFind(f.field);
        const QString label = field == m_guide.fields.constEnd() ? f.field : field->label;
        if (f.value.isEmpty())
            return tr("Emptied: %1").arg(label);
        return f.source == domain::FieldSource::CardReader ? tr("Read from the card: %1").arg(label) : tr("Filled in: %1").arg(label);
    }
    QString operator()(const domain::PeopleEntered &f) const
    {
        return tr("List of people, %1: %n entered", nullptr, int(f.people.size())).arg(roster(f.roster));
    }
    QString operator()(const domain::PeopleRemoved &f) const
    {
        return tr("List of people, %1: %n removed", nullptr, int(f.numbers.size())).arg(roster(f.roster));
    }
    QString operator()(const domain::VerdictGiven &f) const
    {
        return tr("%1: %2").arg(material(f.material), words::name(f.verdict.kind));
    }
    QString operator()(const domain::VerdictTakenBack &f) const
    {
        return tr("Verdict taken back: %1").arg(material(f.material));
    }
    QString operator()(const domain::NoticeIssued &f) const
    {
        const QString text = tr("One-time notice issued, %n gap(s)", nullptr, int(f.gaps.size()));
        return f.secondTelling.isEmpty() ? text
                                         : text + tr("; told a second time: %1").arg(f.secondTelling.join(u"、"_s));
    }
    QString operator()(const domain::LetterIssued &f) const
    {
        QStringList names;
        for (const domain::Promise &promise : f.promises)
            names << (promise.due.isValid() ? tr("%1 by %2").arg(promise.name, day(promise.due)) : promise.name);
        return tr("%1 made: %2").arg(domain::titleOf(f.letter, m_guide), names.join(u"、"_s));
    }
    QString operator()(const domain::LetterSigned &f) const
    {
        return tr("Consequences read out, %1 signed").arg(domain::titleOf(f.letter, m_guide));
    }
    QString operator()(const domain::CaseFiled &f) const
    {
        return tr("Filed; to be pushed by %1").arg(moment(f.pushDue));
    }
    QString operator()(const domain::PrintRequested &f) const
    {
        return f.copy > 1 ? tr("%1: copy %2 asked for").arg(words::name(f.paper.kind)).arg(f.copy)
                          : tr("%1: print asked for").arg(words::name(f.paper.kind));
    }
    QString operator()(const domain::PrintSpooled &) const { return tr("Paper handed to the print service"); }
    QString operator()(const domain::PrintDone &) const { return tr("Paper came out of the printer"); }
    QString operator()(const domain::PrintConfirmed &) const { return tr("Paper in hand"); }
    QString operator()(const domain::PrintFailed &f) const { return withMore(tr("Paper not printed"), whyNotPrinted(f.detail)); }
    QString operator()(const domain::CaseAbandoned &f) const { return withMore(tr("Closed without filing"), f.reason); }
    QString operator()(const domain::PaperNumbered &f) const
    {
        return numbered(tr("%1 got its number").arg(words::name(f.paper.kind)), f.text);
    }
    QString operator()(const domain::PaperNumberVoided &f) const
    {
        return withMore(tr("%1: number %2 of %3 was voided").arg(words::name(f.paper.kind)).arg(f.serial).arg(f.year), f.reason);
    }
    QString operator()(const domain::CaseJoined &f) const
    {
        return tr("Taken in twice: case %1 stands for it").arg(domain::groupedNumber(f.number));
    }
    QString operator()(const domain::CaseAssigned &f) const { return tr("Case given to window %1").arg(f.window); }
    QString operator()(const domain::ConflictCleared &f) const
    {
        return withMore(f.other ? tr("Contradiction settled: the other act counts") : tr("Contradiction settled: it stays as shown"),
                        f.words);
    }
    QString operator()(const domain::SignatureGiven &f) const
    {
        return tr("Signed by hand: %1").arg(words::name(f.paper.kind));
    }
    QString operator()(const domain::LifeFact &f) const { return std::visit(*this, f); }
    QString operator()(const domain::UnknownFact &f) const
    {
        return tr("An act of a newer version of this program (%1)").arg(f.type);
    }

    QString operator()(const domain::ApplicationSubmitted &) const { return tr("Application submitted online"); }
    QString operator()(const domain::ScanAttached &f) const
    {
        const QString what = f.from.isEmpty() ? tr("Picture taken in, page %1").arg(f.page) : tr("Picture turned or cut, page %1").arg(f.page);
        return withMore(what, f.material.isEmpty() ? tr("not sorted yet") : material(f.material));
    }
    QString operator()(const domain::ScanMoved &f) const
    {
        return withMore(tr("Picture sorted"), f.material.isEmpty() ? tr("not sorted yet") : material(f.material));
    }
    QString operator()(const domain::ScanRemoved &f) const { return withMore(tr("Picture taken out"), f.reason); }
    QString operator()(const domain::ScansCompleted &f) const
    {
        return tr("Scans complete, %n picture(s)", nullptr, f.pictures);
    }
    QString operator()(const domain::PushedToDepartments &f) const
    {
        return tr("Pushed to %1").arg(f.departments.join(u"、"_s));
    }
    QString operator()(const domain::PaperHandedOver &f) const { return tr("Paper handed over to %1").arg(f.receiver); }
    QString operator()(const domain::ItemAccepted &f) const
    {
        return numbered(tr("Accepted: %1").arg(item(f.item)), f.number);
    }
    QString operator()(const domain::ItemRefused &f) const
    {
        return withMore(numbered(tr("Refused: %1").arg(item(f.item)), f.number), f.reason);
    }
    QString operator()(const domain::ClockPaused &f) const
    {
        return tr("Clock paused for %2: %1").arg(item(f.item), f.step);
    }
    QString operator()(const domain::ClockResumed &f) const { return tr("Clock runs again: %1").arg(item(f.item)); }
    QString operator()(const domain::ItemPreReviewed &f) const { return tr("Pre-reviewed: %1").arg(item(f.item)); }
    QString operator()(const domain::JointReviewCalled &f) const
    {
        const QString text = tr("Called for %2: %1").arg(words::name(f.kind), moment(f.planned));
        return withMore(f.place.isEmpty() ? text : text + u' ' + f.place, items(f.items));
    }
    QString operator()(const domain::JointReviewHeld &f) const { return tr("Joint review held: %1").arg(f.result); }
    QString operator()(const domain::DeferralPromised &f) const
    {
        return tr("To be brought by %2: %1").arg(material(f.material), day(f.due));
    }
    QString operator()(const domain::MaterialSupplied &f) const
    {
        return tr("Brought as promised: %1").arg(material(f.material));
    }
    QString operator()(const domain::DeferralLapsed &f) const
    {
        return withMore(tr("Promise lapsed, not brought: %1").arg(material(f.material)), items(f.items));
    }
    QString operator()(const domain::ItemsWithdrawn &f) const
    {
        return withMore(tr("Withdrawn: %1").arg(items(f.items)), f.reason);
    }
    QString operator()(const domain::PapersGivenBack &f) const
    {
        QStringList names;
        for (const QString &id : f.materials)
            names << material(id);
        return tr("Given back to %1: %2").arg(domain::maskedName(f.receiver), names.join(u"、"_s));
    }
    QString operator()(const domain::ResultSent &f) const
    {
        return withMore(tr("Result on its way to %2: %1").arg(item(f.item), f.to), f.by);
    }
    QString operator()(const domain::ItemDecided &f) const
    {
        if (!f.outcome.granted)
            return withMore(tr("Denied: %1").arg(item(f.item)), f.outcome.reason);
        return numbered(tr("Granted: %1").arg(item(f.item)), f.outcome.certificate);
    }
    QString operator()(const domain::ResultArrived &f) const
    {
        const QString where = f.place.isEmpty() ? f.holder : f.holder + u' ' + f.place;
        const QString text = tr("Result at %2: %1").arg(item(f.item), where);
        return f.givenBy.isEmpty() ? text : text + tr(", brought by %1").arg(f.givenBy);
    }
    QString operator()(const domain::CitizenTold &f) const
    {
        return withMore(tr("Citizen told %1 about %2").arg(words::name(f.way), words::name(f.about)), f.words);
    }
    QString operator()(const domain::CollectionChosen &f) const
    {
        return tr("Collection chosen: %1").arg(choice(f.choice));
    }
    QString operator()(const domain::ItemsDelivered &f) const
    {
        const QString text = tr("Handed over %2: %1").arg(items(f.items), words::name(f.delivery.way));
        if (!f.delivery.tracking.isEmpty())
            return text + tr(", parcel %1").arg(f.delivery.tracking);
        if (f.delivery.collector.isEmpty())
            return text;
        return text + tr(", taken by %1 (%2)").arg(domain::maskedName(f.delivery.collector), f.delivery.relation);
    }
    QString operator()(const domain::ProofSent &f) const
    {
        return tr("Proof of delivery sent to the department: %1").arg(items(f.items));
    }
    QString operator()(const domain::CaseArchived &f) const { return tr("Archived with %1").arg(f.keeper); }
    QString operator()(const domain::LicenceAsked &f) const
    {
        return tr("%1 asked for %2 of %3: %4").arg(words::name(f.way), material(f.material), domain::maskedName(f.holder), f.purpose);
    }
    QString operator()(const domain::LicenceAnswered &f) const
    {
        return f.outcome == domain::LookUp::Outcome::Found
            ? tr("Looked up: %1, number %2, by %3").arg(f.licence, f.identifier, f.issuer)
            : tr("Looked up without a result: %1").arg(words::name(f.outcome));
    }
    QString operator()(const domain::BlanksCopied &f) const
    {
        return tr("Copied into “%2”, %n blank(s): %1", nullptr, int(f.blanks.size())).arg(f.blanks.join(u"、"_s), f.system);
    }
    QString operator()(const domain::DelayExplained &f) const
    {
        return tr("Why it is late, %1: %2").arg(f.item.isEmpty() ? tr("the case") : item(f.item), f.words);
    }
    QString operator()(const domain::DelayRuled &f) const
    {
        return withMore(f.approved ? tr("Reason of the delay approved") : tr("Reason of the delay not approved"), f.words);
    }
    QString operator()(const domain::RecheckOrdered &f) const
    {
        return tr("To be checked once more, %1: %2").arg(material(f.material), f.words);
    }
    QString operator()(const domain::RecheckDone &f) const
    {
        return withMore(f.conforms ? tr("Checked once more: it conforms") : tr("Checked once more: it does not conform"), f.found);
    }
    QString operator()(const domain::PromiseBroken &f) const
    {
        return tr("The promise about %1 is broken: %2").arg(material(f.material), f.words);
    }
    QString operator()(const domain::DepartmentReminded &f) const
    {
        return tr("Department urged about %1: %2").arg(item(f.item), f.words);
    }
    QString operator()(const domain::ReminderConfirmed &f) const
    {
        return withMore(tr("The department has seen that it was urged"), f.answer);
    }
    QString operator()(const domain::NumberLooked &f) const { return tr("Whole number looked at: %1").arg(f.reason); }

private:
    /// \a text, or with \a more behind it when there is more.
    static QString withMore(const QString &text, const QString &more)
    {
        return more.isEmpty() ? text : tr("%1: %2").arg(text, more);
    }
    QString item(const QString &id) const
    {
        const domain::Item *found = m_guide.matter.item(id);
        return found ? found->name : id;
    }
    QString roster(const QString &id) const
    {
        const domain::Roster *found = m_guide.matter.roster(id);
        return found ? found->title : id;
    }
    QString items(const QStringList &ids) const
    {
        QStringList names;
        for (const QString &id : ids)
            names << item(id);
        return names.join(u"、"_s);
    }
    QString material(const QString &id) const
    {
        const auto found = m_guide.materials.constFind(id);
        return found == m_guide.materials.constEnd() ? id : found->name;
    }
    static QString numbered(const QString &text, const QString &number)
    {
        return number.isEmpty() ? text : text + tr(", number %1").arg(number);
    }

    const domain::Guide &m_guide;
};

}

QString sentence(const domain::Fact &fact, const domain::Guide &guide)
{
    return std::visit(FactTeller(guide), fact);
}

}
