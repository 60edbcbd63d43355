#include "ui/case/actfields.h"

#include "core/domain/clearing.h"
#include "core/domain/codes.h"
#include "core/domain/oversightrules.h"
#include "core/domain/scans.h"
#include "ui/words/conflictwords.h"
#include "ui/words/lifewords.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace domain;
using Kind = ActField::Kind;
using Why = Refusal::Why;

namespace {

struct FormWords {
    Q_DECLARE_TR_FUNCTIONS(CaseActForm)
};

template <class Enum>
ActField::Option option(Enum value)
{
    return {QString::number(static_cast<int>(value)), words::name(value)};
}

template <class Enum>
QList<ActField::Option> options(std::initializer_list<Enum> values)
{
    QList<ActField::Option> list;
    for (const Enum value : values)
        list << option(value);
    return list;
}

ActField text(const QString &id, const QString &label, const QString &preset = {})
{
    return {.id = id, .label = label, .kind = Kind::Text, .preset = preset};
}

ActField optionalText(const QString &id, const QString &label, const QString &preset = {})
{
    return {.id = id, .label = label, .kind = Kind::Text, .preset = preset, .optional = true};
}

ActField choice(const QString &id, const QString &label, const QList<ActField::Option> &list,
                const QString &preset = {})
{
    const QString first = list.isEmpty() ? QString() : list.front().value;
    return {
        .id = id, .label = label, .kind = Kind::Choice, .preset = preset.isEmpty() ? first : preset, .options = list};
}

ActField thisOrAll(const QString &label, const QString &allWord, const ActScene &scene, const QString &preset)
{
    return choice(actfield::what, label, {{actfield::one, scene.view.itemName(scene.item)}, {actfield::all, allWord}},
                  preset);
}

/// The materials that are still to come; when there are none, those that came, or any, so that the rule can say why.
QList<ActField::Option> promised(const CaseView &view)
{
    QList<ActField::Option> open;
    QList<ActField::Option> others;
    const QMap<QString, Supplement> &all = view.file.life.supplements;
    for (auto it = all.begin(); it != all.end(); ++it)
        (it->isOpen() ? open : others).append({it.key(), view.materialName(it.key())});
    if (others.isEmpty() && !view.plan.materials.isEmpty())
        others.append({view.plan.materials.front().material.id, view.plan.materials.front().material.name});
    return open.isEmpty() ? others : open;
}

QList<ActField::Option> reviewsToRecord(const CaseView &view)
{
    QList<ActField::Option> list;
    for (const JointReview &review : view.file.life.reviews) {
        if (review.heldAt.isNull())
            list.append({review.id, words::name(review.kind) + u' ' + words::moment(review.planned)});
    }
    return list;
}

/// Special steps of the guide first, then those of the law.
QList<ActField::Option> stepsOf(const ActScene &scene)
{
    QStringList steps;
    if (const auto *entry = scene.view.item(scene.item)) {
        for (const SpecialStep &step : entry->first.item.special)
            steps << step.name;
    }
    steps += lawfulSteps();
    steps.removeDuplicates();
    QList<ActField::Option> list;
    for (const QString &step : std::as_const(steps))
        list.append({step, step});
    return list;
}

QList<ActField> supplyFields(const ActScene &scene)
{
    ActField identifier = text(actfield::identifier, FormWords::tr("Number of the licence"));
    identifier.shownBy = actfield::verdict + u'=' + QString::number(int(VerdictKind::Exempt));
    return {choice(actfield::material, FormWords::tr("Material"), promised(scene.view)),
            choice(actfield::verdict, FormWords::tr("Found"),
                   options({VerdictKind::OriginalSeen, VerdictKind::CopyKept, VerdictKind::Exempt})),
            identifier};
}

QList<ActField> reviewFields(const ActScene &scene)
{
    const QDateTime tomorrow(scene.view.now.date().addDays(1), QTime(9, 30));
    ActField planned{.id = actfield::planned, .label = FormWords::tr("When"), .kind = Kind::Moment};
    planned.preset = tomorrow.toString(Qt::ISODate);
    return {choice(actfield::kind, FormWords::tr("What"),
                   options({JointReview::Kind::Inspection, JointReview::Kind::Assessment,
                            JointReview::Kind::FinalInspection})),
            thisOrAll(FormWords::tr("Of"), FormWords::tr("all accepted items"), scene, actfield::all), planned,
            optionalText(actfield::place, FormWords::tr("Where"))};
}

/// Which contradiction, and what counts; each has its own two answers.
QList<ActField> settlingFields(const CaseView &view)
{
    QList<ActField::Option> open;
    QList<ActField> counts;
    for (const Conflict &conflict : openConflicts(view.file)) {
        open.append({conflict.id, words::subject(conflict, view.guide)});
        ActField what = choice(actfield::counts + conflict.id, FormWords::tr("What counts"),
                               {{actfield::shown, words::shownChoice(conflict, view.guide)},
                                {actfield::other, words::otherChoice(conflict, view.guide)}});
        what.shownBy = actfield::conflict + u'=' + conflict.id;
        counts.append(what);
    }
    ActField reason = optionalText(actfield::reason, FormWords::tr("Reason"));
    return QList<ActField>{choice(actfield::conflict, FormWords::tr("About"), open)} + counts + QList<ActField>{reason};
}

QList<ActField> decisionFields()
{
    const QString granted = actfield::outcome + u"=1"_s;
    ActField certificate = optionalText(actfield::certificate, FormWords::tr("Certificate number"));
    ActField eLicence = optionalText(actfield::eLicence, FormWords::tr("E-licence identifier"));
    ActField physical{
        .id = actfield::physical, .label = FormWords::tr("there is a paper or card"), .kind = Kind::Check};
    physical.preset = actfield::yes;
    for (ActField *field : {&certificate, &eLicence, &physical})
        field->shownBy = granted;
    ActField reason = text(actfield::reason, FormWords::tr("Reason"));
    reason.hint = FormWords::tr("in words for the applicant");
    reason.shownBy = actfield::outcome + u"=0"_s;
    return {choice(actfield::outcome, FormWords::tr("Result"),
                   {{u"1"_s, FormWords::tr("granted")}, {u"0"_s, FormWords::tr("denied")}}),
            certificate, eLicence, physical, reason};
}

QList<ActField> arrivalFields(const ActScene &scene)
{
    QString lastHolder;
    QString lastPlace;
    for (const auto &[line, item] : scene.view.items) {
        if (!item.custody.isEmpty()) {
            lastHolder = item.custody.last().holder;
            lastPlace = item.custody.last().place;
        }
    }
    const auto *entry = scene.view.item(scene.item);
    ActField holder = text(actfield::receiver, FormWords::tr("It is now at"), lastHolder);
    holder.hint = FormWords::tr("window or shelf");
    return {
        holder, optionalText(actfield::shelfPlace, FormWords::tr("Shelf place"), lastPlace),
        optionalText(actfield::givenBy, FormWords::tr("Brought by"), entry ? entry->first.item.department : QString())};
}

const auto everyWay = {Collection::Window, Collection::Courier, Collection::Electronic, Collection::SelfService};

QList<ActField> collectionFields(const ActScene &scene)
{
    const CollectionChoice &now = scene.view.file.life.collection;
    ActField address = text(actfield::address, FormWords::tr("Address"), now.address);
    address.shownBy = actfield::way + u'=' + QString::number(int(Collection::Courier));
    return {choice(actfield::together, FormWords::tr("When"),
                   {{actfield::all, FormWords::tr("all results together")},
                    {actfield::one, FormWords::tr("each when it is there")}},
                   now.together ? actfield::all : actfield::one),
            choice(actfield::way, FormWords::tr("How"), options(everyWay), QString::number(int(now.way))), address};
}

QList<ActField> deliveryFields(const ActScene &scene)
{
    const auto byWay = [](Collection way) { return actfield::way + u'=' + QString::number(int(way)); };
    const QString byHand = byWay(Collection::Window) + u'|' + byWay(Collection::SelfService);
    const CollectionChoice &wanted = scene.view.file.life.collection;
    ActField collector = text(actfield::collector, FormWords::tr("Taken by"));
    collector.hint = FormWords::tr("empty: %1").arg(maskedName(applicantName(scene.view.file)));
    ActField relation = choice(actfield::relation, FormWords::tr("Who is"),
                               {{domain::themselves, FormWords::tr("the applicant")},
                                {u"代理人"_s, FormWords::tr("an agent")},
                                {u"亲属"_s, FormWords::tr("a relative")},
                                {u"单位经办人"_s, FormWords::tr("a colleague of the enterprise")},
                                {domain::legalRepresentative, FormWords::tr("the legal representative")},
                                {u"监护人"_s, FormWords::tr("the guardian")}});
    ActField identity = optionalText(actfield::identity, FormWords::tr("Identity number"));
    for (ActField *field : {&collector, &relation, &identity})
        field->shownBy = byHand;
    ActField authority = text(actfield::authority, FormWords::tr("Authority seen"));
    authority.hint = FormWords::tr("letter of authority, proof of kinship");
    QStringList others;
    for (const ActField::Option &option : std::as_const(relation.options)) {
        if (option.value != themselves && option.value != legalRepresentative)
            others << actfield::relation + u'=' + option.value;
    }
    authority.shownBy = others.join(u'|');
    ActField isSigned{.id = actfield::isSigned, .label = FormWords::tr("delivery record signed"), .kind = Kind::Check};
    isSigned.shownBy = byWay(Collection::Window);
    ActField tracking = text(actfield::tracking, FormWords::tr("Parcel number"));
    ActField company = text(actfield::company, FormWords::tr("Courier company"));
    ActField address = text(actfield::address, FormWords::tr("Address"), wanted.address);
    for (ActField *field : {&company, &address, &tracking})
        field->shownBy = byWay(Collection::Courier);
    ActField eLicence = optionalText(actfield::eLicence, FormWords::tr("E-licence identifier"));
    eLicence.shownBy = byWay(Collection::Electronic);
    return {thisOrAll(FormWords::tr("What"), FormWords::tr("everything that is here"), scene,
                      wanted.together ? actfield::all : actfield::one),
            choice(actfield::way, FormWords::tr("How"), options(everyWay), QString::number(int(wanted.way))),
            relation,
            collector,
            identity,
            authority,
            isSigned,
            company,
            address,
            tracking,
            eLicence};
}

/// What the citizen is to be told of first.
Contact::About toTell(const CaseView &view)
{
    for (const Task &task : view.tasks) {
        if (task.shownFrom.isValid() && task.shownFrom > view.now)
            continue;
        switch (task.kind) {
        case Task::Kind::RemindSupplement:
            return Contact::About::Supplement;
        case Task::Kind::TellAcceptance:
            return Contact::About::Acceptance;
        case Task::Kind::TellRefusal:
            return Contact::About::Refusal;
        case Task::Kind::TellResult:
            return Contact::About::Result;
        default:
            break;
        }
    }
    return Contact::About::Acceptance;
}

QList<ActField> contactFields(const CaseView &view)
{
    using About = Contact::About;
    using Way = Contact::Way;
    return {
        choice(actfield::about, FormWords::tr("About"),
               options({About::Acceptance, About::Refusal, About::Supplement, About::Result, About::Other}),
               QString::number(int(toTell(view)))),
        choice(actfield::way, FormWords::tr("How"), options({Way::Phone, Way::Message, Way::InPerson, Way::Letter})),
        optionalText(actfield::said, FormWords::tr("Said"))};
}

/// What is late, the case itself under the word of all; when nothing is, the chosen item, so that the rule can say why.
QList<ActField::Option> lateOptions(const ActScene &scene)
{
    QList<ActField::Option> late;
    for (const CaseClock &clock : scene.view.clocks) {
        const QString &item = clock.deadline.item;
        const ActField::Option option = item.isEmpty() ? ActField::Option{actfield::all, FormWords::tr("the case as a whole")}
                                                       : ActField::Option{item, scene.view.itemName(item)};
        const bool isListed = std::ranges::find(late, option.value, &ActField::Option::value) != late.end();
        if (isLate(clock, scene.view.now) && !isListed)
            late.append(option);
    }
    if (late.isEmpty())
        late.append({scene.item, scene.view.itemName(scene.item)});
    return late;
}

QList<ActField> delayFields(const CaseView &view)
{
    QList<ActField::Option> open;
    for (const Delay &delay : view.file.life.delays) {
        const QString what = delay.item.isEmpty() ? FormWords::tr("the case as a whole") : view.itemName(delay.item);
        if (delay.isOpen())
            open.append({delay.id, FormWords::tr("%1: %2 (%3)").arg(what, delay.words, delay.clerk)});
    }
    return {choice(actfield::what, FormWords::tr("Reason given"), open),
            choice(actfield::outcome, FormWords::tr("Decision"),
                   {{actfield::yes, FormWords::tr("approved")}, {u"0"_s, FormWords::tr("not approved")}}),
            optionalText(actfield::reason, FormWords::tr("Why"))};
}

QList<ActField> recheckFields(const CaseView &view)
{
    QList<ActField::Option> open;
    for (const Recheck &recheck : view.file.life.rechecks) {
        if (recheck.isOpen())
            open.append({recheck.id, FormWords::tr("%1: %2 (%3)").arg(view.materialName(recheck.material), recheck.words, recheck.orderedBy)});
    }
    return {choice(actfield::what, FormWords::tr("Ordered"), open),
            choice(actfield::outcome, FormWords::tr("Found"),
                   {{actfield::yes, FormWords::tr("it conforms")}, {u"0"_s, FormWords::tr("it does not conform")}}),
            optionalText(actfield::reason, FormWords::tr("What"))};
}

/// The materials for which a promise stands; when there are none, any, so that the rule can say why.
QList<ActField::Option> promisedInstead(const CaseView &view)
{
    QList<ActField::Option> promised, others;
    for (const Plan::MaterialLine &line : view.plan.materials) {
        const bool isPromised = view.file.verdicts.value(line.material.id).kind == VerdictKind::Committed;
        (isPromised ? promised : others).append({line.material.id, line.material.name});
    }
    return promised.isEmpty() ? others : promised;
}

QList<ActField> recheckOrderFields(const CaseView &view)
{
    QList<ActField::Option> materials;
    for (const Plan::MaterialLine &line : view.plan.materials)
        materials.append({line.material.id, line.material.name});
    return {choice(actfield::material, FormWords::tr("Material"), materials), text(actfield::reason, FormWords::tr("Look for"))};
}

QList<ActField> numberFields(const CaseView &view)
{
    QList<ActField::Option> numbers;
    for (const HiddenNumber &number : hiddenNumbers(view.file, view.plan))
        numbers.append({number.id, number.label});
    ActField reason = text(actfield::reason, FormWords::tr("Reason"));
    reason.hint = FormWords::tr("stands in the record with your name");
    return {choice(actfield::what, FormWords::tr("Which"), numbers), reason};
}

ActField refusalReason()
{
    ActField reason = text(actfield::reason, FormWords::tr("Reasons"));
    reason.hint = FormWords::tr("every reason, in words for the applicant");
    return reason;
}

}

bool ActField::isShown(const ActAnswers &answers) const
{
    if (shownBy.isEmpty())
        return true;
    const QStringList conditions = shownBy.split(u'|');
    return std::ranges::any_of(conditions, [&](const QString &condition) {
        return answers.value(condition.section(u'=', 0, 0)) == condition.section(u'=', 1);
    });
}

QList<ActField> fieldsOf(Act act, const ActScene &scene)
{
    switch (act) {
    case Act::CompleteScans:
        if (!domain::presentScans(scene.view.file).isEmpty())
            return {}; // they are counted
        return {{.id = actfield::pictures, .label = FormWords::tr("Pictures"), .kind = Kind::Number, .preset = u"0"_s}};
    case Act::Push:
    case Act::Resume:
    case Act::PreReview:
    case Act::SendProof:
        return {};
    case Act::HandOver:
    case Act::GiveBack:
        return {text(actfield::receiver, FormWords::tr("Received by"))};
    case Act::Supply:
        return supplyFields(scene);
    case Act::Lapse:
        return {choice(actfield::material, FormWords::tr("Material"), promised(scene.view))};
    case Act::CallReview:
        return reviewFields(scene);
    case Act::RecordReview:
        return {choice(actfield::review, FormWords::tr("Which"), reviewsToRecord(scene.view)),
                text(actfield::reason, FormWords::tr("Result"))};
    case Act::Accept:
    case Act::AcceptAtWindow:
        return {optionalText(actfield::number, FormWords::tr("Number of the notice"))};
    case Act::Refuse:
        return {optionalText(actfield::number, FormWords::tr("Number of the decision")), refusalReason()};
    case Act::Pause:
        return {choice(actfield::step, FormWords::tr("Special step"), stepsOf(scene))};
    case Act::Decide:
        return decisionFields();
    case Act::ReceiveResult:
        return arrivalFields(scene);
    case Act::ChooseCollection:
        return collectionFields(scene);
    case Act::Deliver:
        return deliveryFields(scene);
    case Act::Tell:
        return contactFields(scene.view);
    case Act::Withdraw:
        return {thisOrAll(FormWords::tr("What"), FormWords::tr("all that has not ended"), scene, actfield::one),
                optionalText(actfield::reason, FormWords::tr("Reason"))};
    case Act::Settle:
        return settlingFields(scene.view);
    case Act::ExplainDelay:
        return {choice(actfield::what, FormWords::tr("Late"), lateOptions(scene)), text(actfield::reason, FormWords::tr("Reason"))};
    case Act::Recheck:
        return recheckFields(scene.view);
    case Act::BrokenPromise:
        return {choice(actfield::material, FormWords::tr("Promised"), promisedInstead(scene.view)), text(actfield::reason, FormWords::tr("What was found"))};
    case Act::Urge:
        return {text(actfield::reason, FormWords::tr("Words"))};
    case Act::RuleOnDelay:
        return delayFields(scene.view);
    case Act::OrderRecheck:
        return recheckOrderFields(scene.view);
    case Act::SeeNumber:
        return numberFields(scene.view);
    case Act::Archive:
        return {text(actfield::receiver, FormWords::tr("Kept by"), scene.view.guide.matter.lead)};
    case Act::Join:
        return {text(actfield::joinedTo, FormWords::tr("Number of the case that stands for both"))};
    }
    Q_UNREACHABLE();
}

QString fieldFor(Why why)
{
    switch (why) {
    case Why::ReceiverMissing:
        return actfield::receiver;
    case Why::ReasonMissing:
        return actfield::reason;
    case Why::NumberInvalid:
    case Why::JoinedToItself:
        return actfield::joinedTo;
    case Why::IdentifierMissing:
        return actfield::identifier;
    case Why::UnknownStep:
        return actfield::step;
    case Why::DueDateInPast:
        return actfield::planned;
    case Why::ELicenceInvalid:
        return actfield::eLicence;
    case Why::NotElectronic:
        return actfield::way;
    case Why::AddressMissing:
        return actfield::address;
    case Why::CollectorMissing:
        return actfield::collector;
    case Why::RelationMissing:
        return actfield::relation;
    case Why::DeliveryNotSigned:
        return actfield::isSigned;
    case Why::TrackingMissing:
        return actfield::tracking;
    case Why::CourierMissing:
        return actfield::company;
    case Why::AuthorityMissing:
        return actfield::authority;
    case Why::CollectorIdentityMissing:
    case Why::CollectorIdentityInvalid:
        return actfield::identity;
    default:
        return {};
    }
}
