#include "ui/case/acts.h"

#include "core/domain/casenumber.h"
#include "ui/case/actfields.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

constexpr std::array entries{
    ActEntry{Act::CompleteScans, Qt::Key_S, ActGroup::Case, false},
    ActEntry{Act::Push, Qt::Key_P, ActGroup::Case, false},
    ActEntry{Act::HandOver, Qt::Key_H, ActGroup::Case, false},
    ActEntry{Act::Supply, Qt::Key_M, ActGroup::Case, false},
    ActEntry{Act::Lapse, Qt::Key_L, ActGroup::Case, true},
    ActEntry{Act::CallReview, Qt::Key_J, ActGroup::Case, false},
    ActEntry{Act::RecordReview, Qt::Key_K, ActGroup::Case, false},
    ActEntry{Act::Settle, Qt::Key_O, ActGroup::Case, false},
    ActEntry{Act::Accept, Qt::Key_A, ActGroup::Item, false},
    ActEntry{Act::AcceptAtWindow, Qt::Key_I, ActGroup::Item, false},
    ActEntry{Act::Refuse, Qt::Key_R, ActGroup::Item, true},
    ActEntry{Act::Pause, Qt::Key_Z, ActGroup::Item, false},
    ActEntry{Act::Resume, Qt::Key_U, ActGroup::Item, false},
    ActEntry{Act::PreReview, Qt::Key_V, ActGroup::Item, false},
    ActEntry{Act::Decide, Qt::Key_D, ActGroup::Item, false},
    ActEntry{Act::Withdraw, Qt::Key_W, ActGroup::Item, true},
    ActEntry{Act::ReceiveResult, Qt::Key_E, ActGroup::Result, false},
    ActEntry{Act::ChooseCollection, Qt::Key_C, ActGroup::Result, false},
    ActEntry{Act::Deliver, Qt::Key_G, ActGroup::Result, false},
    ActEntry{Act::SendProof, Qt::Key_F, ActGroup::Result, false},
    ActEntry{Act::Tell, Qt::Key_T, ActGroup::End, false},
    ActEntry{Act::GiveBack, Qt::Key_B, ActGroup::End, false},
    ActEntry{Act::Archive, Qt::Key_X, ActGroup::End, true},
    ActEntry{Act::Join, Qt::SHIFT | Qt::Key_X, ActGroup::End, true},
    ActEntry{Act::ExplainDelay, Qt::Key_N, ActGroup::Oversight, false},
    ActEntry{Act::Recheck, Qt::Key_Y, ActGroup::Oversight, false},
    ActEntry{Act::BrokenPromise, Qt::SHIFT | Qt::Key_L, ActGroup::Oversight, false},
    ActEntry{Act::Urge, Qt::Key_Q, ActGroup::Oversight, false},
    ActEntry{Act::RuleOnDelay, Qt::SHIFT | Qt::Key_N, ActGroup::Oversight, false},
    ActEntry{Act::OrderRecheck, Qt::SHIFT | Qt::Key_Y, ActGroup::Oversight, false},
    ActEntry{Act::SeeNumber, Qt::SHIFT | Qt::Key_Q, ActGroup::Oversight, false},
};

constexpr bool actsInOrder()
{
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].act != static_cast<Act>(i))
            return false;
    }
    return entries.size() == actCount;
}
static_assert(actsInOrder(), "every act has its entry");

constexpr std::array actWords{
    QT_TRANSLATE_NOOP("CaseActs", "Scans complete"),       QT_TRANSLATE_NOOP("CaseActs", "Push to departments"),
    QT_TRANSLATE_NOOP("CaseActs", "Hand over paper"),      QT_TRANSLATE_NOOP("CaseActs", "Take in later material"),
    QT_TRANSLATE_NOOP("CaseActs", "Let promise lapse"),    QT_TRANSLATE_NOOP("CaseActs", "Call joint review"),
    QT_TRANSLATE_NOOP("CaseActs", "Record joint review"),  QT_TRANSLATE_NOOP("CaseActs", "Settle a contradiction"),
    QT_TRANSLATE_NOOP("CaseActs", "Accept"),               QT_TRANSLATE_NOOP("CaseActs", "Accept at window"),
    QT_TRANSLATE_NOOP("CaseActs", "Refuse"),               QT_TRANSLATE_NOOP("CaseActs", "Pause the clock"),
    QT_TRANSLATE_NOOP("CaseActs", "Resume the clock"),     QT_TRANSLATE_NOOP("CaseActs", "Pre-review"),
    QT_TRANSLATE_NOOP("CaseActs", "Decide"),               QT_TRANSLATE_NOOP("CaseActs", "Withdraw"),
    QT_TRANSLATE_NOOP("CaseActs", "Result arrived"),       QT_TRANSLATE_NOOP("CaseActs", "Choose collection"),
    QT_TRANSLATE_NOOP("CaseActs", "Hand over result"),     QT_TRANSLATE_NOOP("CaseActs", "Send proof"),
    QT_TRANSLATE_NOOP("CaseActs", "Citizen told"),         QT_TRANSLATE_NOOP("CaseActs", "Give papers back"),
    QT_TRANSLATE_NOOP("CaseActs", "Archive"),              QT_TRANSLATE_NOOP("CaseActs", "Taken in twice"),
    QT_TRANSLATE_NOOP("CaseActs", "Explain a delay"),      QT_TRANSLATE_NOOP("CaseActs", "Record re-check"),
    QT_TRANSLATE_NOOP("CaseActs", "A promise is broken"),
    QT_TRANSLATE_NOOP("CaseActs", "Urge the department"),  QT_TRANSLATE_NOOP("CaseActs", "Decide on the delay"),
    QT_TRANSLATE_NOOP("CaseActs", "Order a re-check"),     QT_TRANSLATE_NOOP("CaseActs", "See a whole number"),
};
static_assert(actWords.size() == actCount);

constexpr std::array groupWords{
    QT_TRANSLATE_NOOP("CaseActs", "The case"),
    QT_TRANSLATE_NOOP("CaseActs", "The chosen item"),
    QT_TRANSLATE_NOOP("CaseActs", "The results"),
    QT_TRANSLATE_NOOP("CaseActs", "Citizen and end"),
    QT_TRANSLATE_NOOP("CaseActs", "Supervision"),
};

/// Items for which the rule allows make(id); when there is none, the chosen one, so that the rule can say why.
template <class Make>
QStringList allowedItems(const ActScene &scene, Make make)
{
    QStringList ids;
    for (const auto &[line, item] : scene.view.items) {
        if (scene.ask(LifeCommand(make(line.item.id))).isEmpty())
            ids << line.item.id;
    }
    return ids.isEmpty() ? QStringList{scene.item} : ids;
}

/// Papers that may go back; when there are none, all, so that the rule can say why.
QStringList returnable(const ActScene &scene, const QString &receiver)
{
    QStringList onPaper;
    QStringList allowed;
    for (const Plan::MaterialLine &line : scene.view.plan.materials) {
        const QString &id = line.material.id;
        if (scene.view.file.verdicts.value(id).kind == VerdictKind::Exempt)
            continue;
        onPaper << id;
        if (scene.ask(LifeCommand(GiveBackPapers{{id}, receiver})).isEmpty())
            allowed << id;
    }
    return allowed.isEmpty() ? onPaper : allowed;
}

QString freshId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

template <class Enum>
Enum chosen(const ActAnswers &answers, const QString &field)
{
    return static_cast<Enum>(answers.value(field).toInt());
}

DecideItem decision(const ActScene &scene, const ActAnswers &answers)
{
    const bool granted = answers.value(actfield::outcome) == actfield::yes;
    if (!granted)
        return {scene.item, {.granted = false, .reason = answers.value(actfield::reason)}};
    return {scene.item,
            {.granted = true,
             .certificate = answers.value(actfield::certificate),
             .eLicence = answers.value(actfield::eLicence),
             .physical = answers.value(actfield::physical) == actfield::yes,
             .reason = {}}};
}

/// Everything that is wanted together, or what can be handed over now one by one; when there is nothing, the chosen item, so that
/// the rule can say why.
QStringList toHandOver(const ActScene &scene, const Delivery &delivery)
{
    if (!scene.view.file.life.collection.together)
        return allowedItems(scene, [&](const QString &id) { return DeliverItems{{id}, delivery}; });
    QStringList ids;
    for (const auto &[line, item] : scene.view.items) {
        if (item.hasResult() && !item.delivery)
            ids << line.item.id;
    }
    return ids.isEmpty() ? QStringList{scene.item} : ids;
}

DeliverItems delivery(const ActScene &scene, const ActAnswers &answers)
{
    Delivery delivery{.at = {},
                      .way = chosen<Collection>(answers, actfield::way),
                      .collector = answers.value(actfield::collector),
                      .relation = answers.value(actfield::relation),
                      .identity = answers.value(actfield::identity),
                      .signedFor = answers.value(actfield::isSigned) == actfield::yes,
                      .tracking = answers.value(actfield::tracking),
                      .clerk = {},
                      .authority = answers.value(actfield::authority),
                      .company = answers.value(actfield::company),
                      .address = answers.value(actfield::address),
                      .eLicence = answers.value(actfield::eLicence)};
    if (delivery.collector.trimmed().isEmpty() && delivery.relation == domain::themselves)
        delivery.collector = applicantName(scene.view.file);
    if (answers.value(actfield::what) == actfield::one)
        return {{scene.item}, delivery};
    return {toHandOver(scene, delivery), delivery};
}

CallJointReview review(const ActScene &scene, const ActAnswers &answers)
{
    CallJointReview call{freshId(),
                         chosen<JointReview::Kind>(answers, actfield::kind),
                         {scene.item},
                         QDateTime::fromString(answers.value(actfield::planned), Qt::ISODate),
                         answers.value(actfield::place)};
    if (answers.value(actfield::what) == actfield::all) {
        call.items = allowedItems(scene, [&](const QString &id) {
            return CallJointReview{call.review, call.kind, {id}, call.planned, call.place};
        });
    }
    return call;
}

SupplyMaterial supplied(const ActAnswers &answers)
{
    Verdict verdict{.kind = chosen<VerdictKind>(answers, actfield::verdict)};
    if (verdict.kind == VerdictKind::Exempt) {
        verdict.from = Material::Acquisition::ELicence;
        verdict.identifier = answers.value(actfield::identifier);
    }
    return {answers.value(actfield::material), verdict};
}

/// Every blank filled in so that only what the case itself forbids remains.
ActAnswers plausible(const QList<ActField> &fields)
{
    ActAnswers answers;
    for (const ActField &field : fields) {
        const bool isText = field.kind == ActField::Kind::Text;
        answers[field.id] = field.preset.isEmpty() && isText && !field.optional ? u"—"_s : field.preset;
        if (field.id == actfield::shelfPlace)
            answers[field.id] = u"—"_s; // what came may always be moved on
        if (field.id == actfield::joinedTo)
            answers[field.id] = CaseNumber{u"000000"_s, u"000"_s, u"00"_s, QDate(2000, 1, 1), 1}.text();
        if (field.kind == ActField::Kind::Check)
            answers[field.id] = actfield::yes;
    }
    return answers;
}

}

const ActEntry &entryOf(Act act)
{
    return entries[static_cast<std::size_t>(act)];
}

QString wordOf(Act act)
{
    return QCoreApplication::translate("CaseActs", actWords[static_cast<std::size_t>(act)]);
}

QString titleOf(ActGroup group)
{
    return QCoreApplication::translate("CaseActs", groupWords[static_cast<std::size_t>(group)]);
}

namespace {

LifeCommand lifeCommandOf(Act act, const ActScene &scene, const ActAnswers &answers)
{
    const auto text = [&](const QString &field) { return answers.value(field); };
    switch (act) {
    case Act::CompleteScans:
        return CompleteScans{text(actfield::pictures).toInt()};
    case Act::Push:
        return PushToDepartments{};
    case Act::HandOver:
        return HandOverPaper{text(actfield::receiver)};
    case Act::Supply:
        return supplied(answers);
    case Act::Lapse:
        return LapseDeferral{text(actfield::material)};
    case Act::CallReview:
        return review(scene, answers);
    case Act::RecordReview:
        return RecordJointReview{text(actfield::review), text(actfield::reason)};
    case Act::Accept:
        return AcceptItem{scene.item, text(actfield::number), false};
    case Act::AcceptAtWindow:
        return AcceptItem{scene.item, text(actfield::number), true};
    case Act::Refuse:
        return RefuseItem{scene.item, text(actfield::number), text(actfield::reason)};
    case Act::Pause:
        return PauseClock{scene.item, text(actfield::step)};
    case Act::Resume:
        return ResumeClock{scene.item};
    case Act::PreReview:
        return PreReviewItem{scene.item};
    case Act::Decide:
        return decision(scene, answers);
    case Act::ReceiveResult:
        return ReceiveResult{scene.item, text(actfield::receiver), text(actfield::givenBy), text(actfield::shelfPlace),
                             text(actfield::takenBy)};
    case Act::ChooseCollection:
        return ChooseCollection{{text(actfield::together) == actfield::all, chosen<Collection>(answers, actfield::way),
                                 text(actfield::address)}};
    case Act::Deliver:
        return delivery(scene, answers);
    case Act::SendProof:
        return SendProof{allowedItems(scene, [](const QString &id) { return SendProof{{id}}; })};
    case Act::Tell:
        return TellCitizen{chosen<Contact::About>(answers, actfield::about),
                           chosen<Contact::Way>(answers, actfield::way), text(actfield::said)};
    case Act::Withdraw:
        return WithdrawItems{text(actfield::what) == actfield::all ? QStringList{} : QStringList{scene.item},
                             text(actfield::reason)};
    case Act::GiveBack:
        return GiveBackPapers{returnable(scene, text(actfield::receiver)), text(actfield::receiver)};
    case Act::Archive:
        return ArchiveCase{text(actfield::receiver)};
    case Act::ExplainDelay: {
        const QString late = text(actfield::what);
        return ExplainDelay{freshId(), late == actfield::all ? QString() : late, text(actfield::reason)};
    }
    case Act::Recheck:
        return RecordRecheck{text(actfield::what), text(actfield::outcome) == actfield::yes, text(actfield::reason)};
    case Act::BrokenPromise:
        return RecordBrokenPromise{text(actfield::material), text(actfield::reason)};
    case Act::Urge:
        return RemindDepartment{freshId(), scene.item, text(actfield::reason)};
    case Act::RuleOnDelay:
        return RuleOnDelay{text(actfield::what), text(actfield::outcome) == actfield::yes, text(actfield::reason)};
    case Act::OrderRecheck:
        return OrderRecheck{freshId(), text(actfield::material), text(actfield::reason)};
    case Act::SeeNumber:
        return RecordNumberLook{text(actfield::what), text(actfield::reason)};
    case Act::Settle:
    case Act::Join:
        break;
    }
    Q_UNREACHABLE();
}

}

Command commandOf(Act act, const ActScene &scene, const ActAnswers &answers)
{
    if (act == Act::Settle)
        return ClearConflict{answers.value(actfield::conflict),
                             answers.value(actfield::counts + answers.value(actfield::conflict)) == actfield::other,
                             answers.value(actfield::reason)};
    if (act == Act::Join)
        return JoinCase{answers.value(actfield::joinedTo)};
    return lifeCommandOf(act, scene, answers);
}

QList<Refusal> obstaclesTo(Act act, const ActScene &scene)
{
    const QList<ActField> fields = fieldsOf(act, scene);
    ActAnswers answers = plausible(fields);
    const QList<Refusal> first = scene.ask(commandOf(act, scene, answers));
    if (first.isEmpty())
        return {};
    // What is preset may be forbidden and another choice allowed, e.g. a denial.
    const QStringList decisive{actfield::what, actfield::outcome, actfield::way};
    for (const ActField &field : fields) {
        if (!decisive.contains(field.id))
            continue;
        for (const ActField::Option &option : field.options) {
            ActAnswers other = answers;
            other[field.id] = option.value;
            if (scene.ask(commandOf(act, scene, other)).isEmpty())
                return {};
        }
    }
    return first;
}

QString warningOf(Act act, const CaseView &view)
{
    const auto owed = std::ranges::find(view.tasks, Task::Kind::GiveBackPapers, &Task::kind);
    if (act != Act::Archive || owed == view.tasks.end())
        return {};
    return QCoreApplication::translate("CaseActs", "Originals still have to go back to the applicant (B): %1. ").arg(owed->subject);
}
