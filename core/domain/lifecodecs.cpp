#include "core/domain/factbody.h"

namespace domain {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array collectionNames{
    Name{Collection::Window, "window"},
    Name{Collection::Courier, "courier"},
    Name{Collection::Electronic, "electronic"},
    Name{Collection::SelfService, "self-service"},
};
constexpr std::array reviewNames{
    Name{JointReview::Kind::Assessment, "assessment"},
    Name{JointReview::Kind::Inspection, "inspection"},
    Name{JointReview::Kind::FinalInspection, "final-inspection"},
};
constexpr std::array aboutNames{
    Name{Contact::About::Acceptance, "acceptance"}, Name{Contact::About::Refusal, "refusal"},
    Name{Contact::About::Supplement, "supplement"}, Name{Contact::About::Result, "result"},
    Name{Contact::About::Other, "other"},
};
constexpr std::array contactNames{
    Name{Contact::Way::Phone, "phone"},
    Name{Contact::Way::Message, "message"},
    Name{Contact::Way::InPerson, "in-person"},
    Name{Contact::Way::Letter, "letter"},
};

QJsonArray list(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

/// What an older program did not write yet.
QString laterText(Body &body, QLatin1String key)
{
    return body.has(key) ? body.text(key) : QString();
}

constexpr std::array outcomeNames{
    Name{LookUp::Outcome::Open, "open"},
    Name{LookUp::Outcome::Found, "found"},
    Name{LookUp::Outcome::NotFound, "not-found"},
    Name{LookUp::Outcome::Refused, "refused"},
    Name{LookUp::Outcome::Unreachable, "unreachable"},
    Name{LookUp::Outcome::NotCredible, "not-credible"},
    Name{LookUp::Outcome::Cancelled, "cancelled"},
};

QJsonObject deliveryJson(const Delivery &delivery)
{
    return {{"way"_L1, wordFor(collectionNames, delivery.way)}, {"collector"_L1, delivery.collector},
            {"relation"_L1, delivery.relation},                  {"identity"_L1, delivery.identity},
            {"signed"_L1, delivery.signedFor},                   {"tracking"_L1, delivery.tracking},
            {"authority"_L1, delivery.authority},                {"company"_L1, delivery.company},
            {"address"_L1, delivery.address},                    {"eLicence"_L1, delivery.eLicence}};
}

Delivery deliveryFrom(Body &body)
{
    return {.at = {},
            .way = body.oneOf("way"_L1, collectionNames),
            .collector = body.text("collector"_L1),
            .relation = body.text("relation"_L1),
            .identity = body.text("identity"_L1),
            .signedFor = body.flag("signed"_L1),
            .tracking = body.text("tracking"_L1),
            .clerk = {},
            .authority = laterText(body, "authority"_L1),
            .company = laterText(body, "company"_L1),
            .address = laterText(body, "address"_L1),
            .eLicence = laterText(body, "eLicence"_L1)};
}

QJsonObject outcomeJson(const Outcome &outcome)
{
    return {{"granted"_L1, outcome.granted},
            {"certificate"_L1, outcome.certificate},
            {"eLicence"_L1, outcome.eLicence},
            {"physical"_L1, outcome.physical},
            {"reason"_L1, outcome.reason}};
}

Outcome outcomeFrom(Body &body)
{
    return {.granted = body.flag("granted"_L1),
            .certificate = body.text("certificate"_L1),
            .eLicence = body.text("eLicence"_L1),
            .physical = body.flag("physical"_L1),
            .reason = body.text("reason"_L1)};
}

QDate dayFrom(Body &body, QLatin1String key)
{
    const QDate day = QDate::fromString(body.text(key), Qt::ISODate);
    body.needs(day.isValid());
    return day;
}

template <class T, class Write, class Read>
constexpr Codec<LifeFact> life(const char *type, Write write, Read read)
{
    return codecOf<LifeFact, T>(type, write, read);
}

const std::array allLifeCodecs{
    life<ApplicationSubmitted>(
        "application.submitted", [](const ApplicationSubmitted &) { return QJsonObject(); },
        [](Body &) { return ApplicationSubmitted{}; }),
    life<ScanAttached>(
        "scan.attached",
        [](const ScanAttached &f) {
            return QJsonObject{{"scan"_L1, f.scan}, {"material"_L1, f.material}, {"page"_L1, f.page},
                               {"kind"_L1, f.kind}, {"bytes"_L1, f.bytes},       {"from"_L1, f.from}};
        },
        [](Body &b) {
            return ScanAttached{b.text("scan"_L1), b.text("material"_L1), b.number("page"_L1),
                                b.text("kind"_L1), b.number("bytes"_L1),  b.text("from"_L1)};
        }),
    life<ScanMoved>(
        "scan.moved",
        [](const ScanMoved &f) {
            return QJsonObject{{"scan"_L1, f.scan}, {"material"_L1, f.material}, {"page"_L1, f.page}};
        },
        [](Body &b) { return ScanMoved{b.text("scan"_L1), b.text("material"_L1), b.number("page"_L1)}; }),
    life<ScanRemoved>(
        "scan.removed",
        [](const ScanRemoved &f) { return QJsonObject{{"scan"_L1, f.scan}, {"reason"_L1, f.reason}}; },
        [](Body &b) { return ScanRemoved{b.text("scan"_L1), b.text("reason"_L1)}; }),
    life<ScansCompleted>(
        "scans.completed", [](const ScansCompleted &f) { return QJsonObject{{"pictures"_L1, f.pictures}}; },
        [](Body &b) { return ScansCompleted{b.number("pictures"_L1)}; }),
    life<PushedToDepartments>(
        "case.pushed", [](const PushedToDepartments &f) { return QJsonObject{{"departments"_L1, list(f.departments)}}; },
        [](Body &b) { return PushedToDepartments{b.texts("departments"_L1)}; }),
    life<PaperHandedOver>(
        "paper.handed-over", [](const PaperHandedOver &f) { return QJsonObject{{"receiver"_L1, f.receiver}}; },
        [](Body &b) { return PaperHandedOver{b.text("receiver"_L1)}; }),
    life<ItemAccepted>(
        "item.accepted",
        [](const ItemAccepted &f) { return QJsonObject{{"item"_L1, f.item}, {"number"_L1, f.number}}; },
        [](Body &b) { return ItemAccepted{b.text("item"_L1), b.text("number"_L1)}; }),
    life<ItemRefused>(
        "item.refused",
        [](const ItemRefused &f) {
            return QJsonObject{{"item"_L1, f.item}, {"number"_L1, f.number}, {"reason"_L1, f.reason}};
        },
        [](Body &b) { return ItemRefused{b.text("item"_L1), b.text("number"_L1), b.text("reason"_L1)}; }),
    life<ClockPaused>(
        "clock.paused", [](const ClockPaused &f) { return QJsonObject{{"item"_L1, f.item}, {"step"_L1, f.step}}; },
        [](Body &b) { return ClockPaused{b.text("item"_L1), b.text("step"_L1)}; }),
    life<ClockResumed>(
        "clock.resumed", [](const ClockResumed &f) { return QJsonObject{{"item"_L1, f.item}}; },
        [](Body &b) { return ClockResumed{b.text("item"_L1)}; }),
    life<ItemPreReviewed>(
        "item.pre-reviewed", [](const ItemPreReviewed &f) { return QJsonObject{{"item"_L1, f.item}}; },
        [](Body &b) { return ItemPreReviewed{b.text("item"_L1)}; }),
    life<JointReviewCalled>(
        "joint-review.called",
        [](const JointReviewCalled &f) {
            return QJsonObject{{"review"_L1, f.review},
                               {"kind"_L1, wordFor(reviewNames, f.kind)},
                               {"items"_L1, list(f.items)},
                               {"planned"_L1, momentText(f.planned)},
                               {"place"_L1, f.place}};
        },
        [](Body &b) {
            return JointReviewCalled{b.text("review"_L1), b.oneOf("kind"_L1, reviewNames), b.texts("items"_L1),
                                     b.moment("planned"_L1), b.text("place"_L1)};
        }),
    life<JointReviewHeld>(
        "joint-review.held",
        [](const JointReviewHeld &f) { return QJsonObject{{"review"_L1, f.review}, {"result"_L1, f.result}}; },
        [](Body &b) { return JointReviewHeld{b.text("review"_L1), b.text("result"_L1)}; }),
    life<DeferralPromised>(
        "deferral.promised",
        [](const DeferralPromised &f) {
            return QJsonObject{{"material"_L1, f.material}, {"due"_L1, f.due.toString(Qt::ISODate)}};
        },
        [](Body &b) { return DeferralPromised{b.text("material"_L1), dayFrom(b, "due"_L1)}; }),
    life<MaterialSupplied>(
        "material.supplied", [](const MaterialSupplied &f) { return QJsonObject{{"material"_L1, f.material}}; },
        [](Body &b) { return MaterialSupplied{b.text("material"_L1)}; }),
    life<DeferralLapsed>(
        "deferral.lapsed",
        [](const DeferralLapsed &f) { return QJsonObject{{"material"_L1, f.material}, {"items"_L1, list(f.items)}}; },
        [](Body &b) { return DeferralLapsed{b.text("material"_L1), b.texts("items"_L1)}; }),
    life<ItemsWithdrawn>(
        "items.withdrawn",
        [](const ItemsWithdrawn &f) { return QJsonObject{{"items"_L1, list(f.items)}, {"reason"_L1, f.reason}}; },
        [](Body &b) { return ItemsWithdrawn{b.texts("items"_L1), b.text("reason"_L1)}; }),
    life<PapersGivenBack>(
        "papers.given-back",
        [](const PapersGivenBack &f) {
            return QJsonObject{{"materials"_L1, list(f.materials)}, {"receiver"_L1, f.receiver}};
        },
        [](Body &b) { return PapersGivenBack{b.texts("materials"_L1), b.text("receiver"_L1)}; }),
    life<ItemDecided>(
        "item.decided",
        [](const ItemDecided &f) {
            QJsonObject json = outcomeJson(f.outcome);
            json["item"_L1] = f.item;
            return json;
        },
        [](Body &b) { return ItemDecided{b.text("item"_L1), outcomeFrom(b)}; }),
    life<ResultSent>(
        "result.sent", [](const ResultSent &f) { return QJsonObject{{"item"_L1, f.item}, {"to"_L1, f.to}, {"by"_L1, f.by}}; },
        [](Body &b) { return ResultSent{b.text("item"_L1), b.text("to"_L1), b.text("by"_L1)}; }),
    life<ResultArrived>(
        "result.arrived",
        [](const ResultArrived &f) {
            return QJsonObject{{"item"_L1, f.item},
                               {"holder"_L1, f.holder},
                               {"givenBy"_L1, f.givenBy},
                               {"place"_L1, f.place},
                               {"takenBy"_L1, f.takenBy}};
        },
        [](Body &b) {
            return ResultArrived{b.text("item"_L1), b.text("holder"_L1), b.text("givenBy"_L1), laterText(b, "place"_L1),
                                 laterText(b, "takenBy"_L1)};
        }),
    life<CitizenTold>(
        "citizen.told",
        [](const CitizenTold &f) {
            return QJsonObject{{"about"_L1, wordFor(aboutNames, f.about)},
                               {"way"_L1, wordFor(contactNames, f.way)},
                               {"words"_L1, f.words}};
        },
        [](Body &b) {
            return CitizenTold{b.oneOf("about"_L1, aboutNames), b.oneOf("way"_L1, contactNames), b.text("words"_L1)};
        }),
    life<CollectionChosen>(
        "collection.chosen",
        [](const CollectionChosen &f) {
            return QJsonObject{{"together"_L1, f.choice.together},
                               {"way"_L1, wordFor(collectionNames, f.choice.way)},
                               {"address"_L1, f.choice.address}};
        },
        [](Body &b) {
            return CollectionChosen{
                {b.flag("together"_L1), b.oneOf("way"_L1, collectionNames), b.text("address"_L1)}};
        }),
    life<ItemsDelivered>(
        "items.delivered",
        [](const ItemsDelivered &f) {
            QJsonObject json = deliveryJson(f.delivery);
            json["items"_L1] = list(f.items);
            return json;
        },
        [](Body &b) { return ItemsDelivered{b.texts("items"_L1), deliveryFrom(b)}; }),
    life<ProofSent>(
        "proof.sent", [](const ProofSent &f) { return QJsonObject{{"items"_L1, list(f.items)}}; },
        [](Body &b) { return ProofSent{b.texts("items"_L1)}; }),
    life<CaseArchived>(
        "case.archived", [](const CaseArchived &f) { return QJsonObject{{"keeper"_L1, f.keeper}}; },
        [](Body &b) { return CaseArchived{b.text("keeper"_L1)}; }),
    life<LicenceAsked>(
        "licence.asked",
        [](const LicenceAsked &f) {
            return QJsonObject{{"lookUp"_L1, f.lookUp},
                               {"material"_L1, f.material},
                               {"way"_L1, wordFor(acquisitionNames, f.way)},
                               {"holder"_L1, f.holder},
                               {"purpose"_L1, f.purpose}};
        },
        [](Body &b) {
            return LicenceAsked{b.text("lookUp"_L1), b.text("material"_L1), b.oneOf("way"_L1, acquisitionNames),
                                b.text("holder"_L1), b.text("purpose"_L1)};
        }),
    life<LicenceAnswered>(
        "licence.answered",
        [](const LicenceAnswered &f) {
            QJsonObject json{{"lookUp"_L1, f.lookUp}, {"outcome"_L1, wordFor(outcomeNames, f.outcome)}};
            if (f.outcome == LookUp::Outcome::Found) {
                json["identifier"_L1] = f.identifier;
                json["licence"_L1] = f.licence;
                json["issuer"_L1] = f.issuer;
            }
            if (f.until.isValid())
                json["until"_L1] = f.until.toString(Qt::ISODate);
            return json;
        },
        [](Body &b) {
            return LicenceAnswered{b.text("lookUp"_L1), b.oneOf("outcome"_L1, outcomeNames), laterText(b, "identifier"_L1),
                                   laterText(b, "licence"_L1), laterText(b, "issuer"_L1),
                                   b.has("until"_L1) ? dayFrom(b, "until"_L1) : QDate()};
        }),
    life<BlanksCopied>(
        "blanks.copied",
        [](const BlanksCopied &f) { return QJsonObject{{"system"_L1, f.system}, {"blanks"_L1, list(f.blanks)}}; },
        [](Body &b) { return BlanksCopied{b.text("system"_L1), b.texts("blanks"_L1)}; }),
    life<DelayExplained>(
        "delay.explained",
        [](const DelayExplained &f) {
            return QJsonObject{{"delay"_L1, f.delay}, {"item"_L1, f.item}, {"words"_L1, f.words}};
        },
        [](Body &b) { return DelayExplained{b.text("delay"_L1), b.text("item"_L1), b.text("words"_L1)}; }),
    life<DelayRuled>(
        "delay.ruled",
        [](const DelayRuled &f) {
            return QJsonObject{{"delay"_L1, f.delay}, {"approved"_L1, f.approved}, {"words"_L1, f.words}};
        },
        [](Body &b) { return DelayRuled{b.text("delay"_L1), b.flag("approved"_L1), b.text("words"_L1)}; }),
    life<RecheckOrdered>(
        "recheck.ordered",
        [](const RecheckOrdered &f) {
            return QJsonObject{{"recheck"_L1, f.recheck}, {"material"_L1, f.material}, {"words"_L1, f.words}};
        },
        [](Body &b) { return RecheckOrdered{b.text("recheck"_L1), b.text("material"_L1), b.text("words"_L1)}; }),
    life<RecheckDone>(
        "recheck.done",
        [](const RecheckDone &f) {
            return QJsonObject{{"recheck"_L1, f.recheck}, {"conforms"_L1, f.conforms}, {"found"_L1, f.found}};
        },
        [](Body &b) { return RecheckDone{b.text("recheck"_L1), b.flag("conforms"_L1), b.text("found"_L1)}; }),
    life<PromiseBroken>(
        "promise.broken",
        [](const PromiseBroken &f) { return QJsonObject{{"material"_L1, f.material}, {"words"_L1, f.words}}; },
        [](Body &b) { return PromiseBroken{b.text("material"_L1), b.text("words"_L1)}; }),
    life<DepartmentReminded>(
        "department.reminded",
        [](const DepartmentReminded &f) {
            return QJsonObject{{"reminder"_L1, f.reminder}, {"item"_L1, f.item}, {"words"_L1, f.words}};
        },
        [](Body &b) { return DepartmentReminded{b.text("reminder"_L1), b.text("item"_L1), b.text("words"_L1)}; }),
    life<ReminderConfirmed>(
        "reminder.confirmed",
        [](const ReminderConfirmed &f) { return QJsonObject{{"reminder"_L1, f.reminder}, {"answer"_L1, f.answer}}; },
        [](Body &b) { return ReminderConfirmed{b.text("reminder"_L1), b.text("answer"_L1)}; }),
    life<NumberLooked>(
        "number.looked",
        [](const NumberLooked &f) { return QJsonObject{{"number"_L1, f.number}, {"reason"_L1, f.reason}}; },
        [](Body &b) { return NumberLooked{b.text("number"_L1), b.text("reason"_L1)}; }),
};
static_assert(allLifeCodecs.size() == std::variant_size_v<AnyLifeFact>, "every fact has its codec");

}

std::span<const Codec<LifeFact>> lifeCodecs()
{
    return allLifeCodecs;
}

}
