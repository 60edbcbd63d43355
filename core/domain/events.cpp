#include "core/domain/events.h"

#include "core/domain/factbody.h"

namespace domain {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array verdictNames{
    Name{VerdictKind::OriginalSeen, "original"}, Name{VerdictKind::CopyKept, "copy"},
    Name{VerdictKind::Exempt, "exempt"}, Name{VerdictKind::Deferred, "deferred"},
    Name{VerdictKind::Committed, "committed"}, Name{VerdictKind::NotConforming, "not-conforming"},
    Name{VerdictKind::Missing, "missing"},
};
constexpr std::array letterNames{
    Name{Letter::Kind::Deferral, "deferral"},
    Name{Letter::Kind::Commitment, "commitment"},
};
constexpr std::array paperNames{
    Name{PaperKind::CorrectionNotice, "correction-notice"},
    Name{PaperKind::FilingReceipt, "filing-receipt"},
    Name{PaperKind::ApplicationForm, "application-form"},
    Name{PaperKind::CoverSheet, "cover-sheet"},
    Name{PaperKind::DeferralLetter, "deferral-letter"},
    Name{PaperKind::CommitmentLetter, "commitment-letter"},
    Name{PaperKind::HandoverSheet, "handover-sheet"},
    Name{PaperKind::AcceptanceNotice, "acceptance-notice"},
    Name{PaperKind::RefusalDecision, "refusal-decision"},
    Name{PaperKind::SupplementReceipt, "supplement-receipt"},
    Name{PaperKind::ReturnSlip, "return-slip"},
    Name{PaperKind::CollectionNotice, "collection-notice"},
    Name{PaperKind::DeliveryRecord, "delivery-record"},
};

/// \a json with the paper that it is about.
QJsonObject withPaper(QJsonObject json, const PaperRef &paper)
{
    json["paper"_L1] = wordFor(paperNames, paper.kind);
    json["paperNumber"_L1] = paper.number;
    if (!paper.item.isEmpty())
        json["item"_L1] = paper.item;
    return json;
}

PaperRef paperFrom(Body &body)
{
    return {.kind = body.oneOf("paper"_L1, paperNames),
            .number = body.number("paperNumber"_L1),
            .item = body.has("item"_L1) ? body.text("item"_L1) : QString()};
}

constexpr auto fromCardReader = "card-reader"_L1;

/// A source that this program does not know is none: the value is what counts.
FieldSource sourceFrom(Body &body)
{
    const bool isRead = body.has("source"_L1) && body.text("source"_L1) == fromCardReader;
    return isRead ? FieldSource::CardReader : FieldSource::Typed;
}

QJsonObject fieldJson(const FieldEntered &fact)
{
    QJsonObject json{{"field"_L1, fact.field}, {"value"_L1, fact.value}};
    if (fact.source == FieldSource::CardReader)
        json["source"_L1] = fromCardReader;
    return json;
}

QJsonObject printJson(const PrintRequested &fact)
{
    QJsonObject json = withPaper({{"print"_L1, fact.print}, {"copy"_L1, fact.copy}}, fact.paper);
    if (!fact.reason.isEmpty())
        json["reason"_L1] = fact.reason;
    if (fact.pieces != 1)
        json["pieces"_L1] = fact.pieces;
    return json;
}

PrintRequested printFrom(Body &body)
{
    return {.print = body.text("print"_L1),
            .paper = paperFrom(body),
            .copy = body.number("copy"_L1),
            .reason = body.has("reason"_L1) ? body.text("reason"_L1) : QString(),
            .pieces = body.has("pieces"_L1) ? body.number("pieces"_L1) : 1};
}

QJsonObject spooledJson(const PrintSpooled &fact)
{
    QJsonObject json{{"print"_L1, fact.print}, {"detail"_L1, fact.detail}};
    if (fact.job > 0) {
        json["printer"_L1] = fact.printer;
        json["job"_L1] = fact.job;
    }
    return json;
}

PrintSpooled spooledFrom(Body &body)
{
    PrintSpooled fact{body.text("print"_L1), body.text("detail"_L1)};
    if (body.has("job"_L1)) {
        fact.printer = body.text("printer"_L1);
        fact.job = body.number("job"_L1);
    }
    return fact;
}

QJsonObject verdictJson(const Verdict &verdict)
{
    QJsonObject json{{"kind"_L1, wordFor(verdictNames, verdict.kind)}};
    if (verdict.kind == VerdictKind::Exempt) {
        json["from"_L1] = wordFor(acquisitionNames, verdict.from);
        json["identifier"_L1] = verdict.identifier;
    }
    if (verdict.kind == VerdictKind::Deferred)
        json["due"_L1] = verdict.due.toString(Qt::ISODate);
    if (verdict.signedByApplicant)
        json["signed"_L1] = true;
    if (!verdict.checkpoint.isEmpty())
        json["checkpoint"_L1] = verdict.checkpoint;
    if (!verdict.reason.isEmpty())
        json["reason"_L1] = verdict.reason;
    return json;
}

Verdict verdictFrom(Body &body)
{
    Verdict verdict{.kind = body.oneOf("kind"_L1, verdictNames)};
    if (verdict.kind == VerdictKind::Exempt) {
        verdict.from = body.oneOf("from"_L1, acquisitionNames);
        verdict.identifier = body.text("identifier"_L1);
    }
    if (verdict.kind == VerdictKind::Deferred) {
        verdict.due = QDate::fromString(body.text("due"_L1), Qt::ISODate);
        body.needs(verdict.due.isValid());
    }
    verdict.signedByApplicant = body.flag("signed"_L1);
    if (body.has("checkpoint"_L1))
        verdict.checkpoint = body.text("checkpoint"_L1);
    if (body.has("reason"_L1))
        verdict.reason = body.text("reason"_L1);
    return verdict;
}

QJsonArray gapsJson(const QList<Gap> &gaps)
{
    QJsonArray array;
    for (const Gap &gap : gaps) {
        array.append(QJsonObject{{"material"_L1, gap.material},
                                 {"name"_L1, gap.materialName},
                                 {"items"_L1, QJsonArray::fromStringList(gap.items)},
                                 {"reason"_L1, gap.reason}});
    }
    return array;
}

QList<Gap> gapsFrom(Body &body)
{
    QList<Gap> gaps;
    for (Body &entry : body.bodies("gaps"_L1)) {
        gaps.append({.material = entry.text("material"_L1),
                     .materialName = entry.text("name"_L1),
                     .items = entry.texts("items"_L1),
                     .reason = entry.text("reason"_L1)});
        body.needs(entry.fits());
    }
    return gaps;
}

QJsonArray promisesJson(const QList<Promise> &promises)
{
    QJsonArray array;
    for (const Promise &promise : promises) {
        QJsonObject json{{"material"_L1, promise.material}, {"name"_L1, promise.name}};
        if (promise.due.isValid())
            json["due"_L1] = promise.due.toString(Qt::ISODate);
        array.append(json);
    }
    return array;
}

QList<Promise> promisesFrom(Body &body)
{
    QList<Promise> promises;
    for (Body &entry : body.bodies("promises"_L1)) {
        Promise promise{.material = entry.text("material"_L1), .name = entry.text("name"_L1), .due = {}};
        if (entry.has("due"_L1)) {
            promise.due = QDate::fromString(entry.text("due"_L1), Qt::ISODate);
            entry.needs(promise.due.isValid());
        }
        promises.append(promise);
        body.needs(entry.fits());
    }
    return promises;
}

/// The columns once, then a row a person.
QJsonObject peopleJson(const PeopleEntered &fact)
{
    QStringList fields;
    for (const Person &person : fact.people) {
        for (auto value = person.values.begin(); value != person.values.end(); ++value) {
            if (!fields.contains(value.key()))
                fields << value.key();
        }
    }
    QJsonArray rows;
    for (const Person &person : fact.people) {
        QJsonArray values;
        for (const QString &field : std::as_const(fields))
            values.append(person.values.value(field));
        rows.append(QJsonObject{{"number"_L1, person.number}, {"values"_L1, values}});
    }
    return {{"roster"_L1, fact.roster}, {"fields"_L1, QJsonArray::fromStringList(fields)}, {"people"_L1, rows}};
}

PeopleEntered peopleFrom(Body &body)
{
    PeopleEntered fact{.roster = body.text("roster"_L1), .people = {}};
    const QStringList fields = body.texts("fields"_L1);
    for (Body &row : body.bodies("people"_L1)) {
        Person person{.number = row.number("number"_L1), .values = {}};
        const QStringList values = row.texts("values"_L1);
        body.needs(row.fits() && values.size() == fields.size() && person.number > 1);
        for (qsizetype i = 0; i < std::min(values.size(), fields.size()); ++i) {
            if (!values[i].isEmpty())
                person.values.insert(fields[i], values[i]);
        }
        fact.people.append(person);
    }
    return fact;
}

QJsonArray numbersJson(const QList<int> &numbers)
{
    QJsonArray array;
    for (const int number : numbers)
        array.append(number);
    return array;
}

template <class T, class Write, class Read>
constexpr Codec<Fact> codec(const char *type, Write write, Read read)
{
    return codecOf<Fact, T>(type, write, read);
}

/// In the order of the variant's alternatives; the last two have their own.
const std::array codecs{
    codec<CaseOpened>(
        "case.opened",
        [](const CaseOpened &f) {
            return QJsonObject{{"case"_L1, f.caseId},
                               {"number"_L1, f.number},
                               {"pack"_L1, f.guide.pack},
                               {"version"_L1, f.guide.version},
                               {"matter"_L1, f.guide.matter}};
        },
        [](Body &b) {
            return CaseOpened{b.text("case"_L1), b.text("number"_L1),
                              {b.text("pack"_L1), b.text("version"_L1), b.text("matter"_L1)}};
        }),
    codec<SituationAnswered>(
        "situation.answered",
        [](const SituationAnswered &f) {
            return QJsonObject{{"situation"_L1, f.situation}, {"answer"_L1, f.answer}};
        },
        [](Body &b) { return SituationAnswered{b.text("situation"_L1), b.text("answer"_L1)}; }),
    codec<ItemDropped>(
        "item.dropped", [](const ItemDropped &f) { return QJsonObject{{"item"_L1, f.item}}; },
        [](Body &b) { return ItemDropped{b.text("item"_L1)}; }),
    codec<ItemKept>(
        "item.kept", [](const ItemKept &f) { return QJsonObject{{"item"_L1, f.item}}; },
        [](Body &b) { return ItemKept{b.text("item"_L1)}; }),
    codec<PathChosen>(
        "path.chosen", [](const PathChosen &f) { return QJsonObject{{"item"_L1, f.item}, {"path"_L1, f.path}}; },
        [](Body &b) { return PathChosen{b.text("item"_L1), b.text("path"_L1)}; }),
    codec<FieldEntered>(
        "field.entered", [](const FieldEntered &f) { return fieldJson(f); },
        [](Body &b) { return FieldEntered{b.text("field"_L1), b.text("value"_L1), sourceFrom(b)}; }),
    codec<PeopleEntered>(
        "people.entered", [](const PeopleEntered &f) { return peopleJson(f); }, [](Body &b) { return peopleFrom(b); }),
    codec<PeopleRemoved>(
        "people.removed",
        [](const PeopleRemoved &f) { return QJsonObject{{"roster"_L1, f.roster}, {"numbers"_L1, numbersJson(f.numbers)}}; },
        [](Body &b) { return PeopleRemoved{b.text("roster"_L1), b.numbers("numbers"_L1)}; }),
    codec<VerdictGiven>(
        "verdict.given",
        [](const VerdictGiven &f) {
            QJsonObject json = verdictJson(f.verdict);
            json["material"_L1] = f.material;
            return json;
        },
        [](Body &b) { return VerdictGiven{b.text("material"_L1), verdictFrom(b)}; }),
    codec<VerdictTakenBack>(
        "verdict.taken-back", [](const VerdictTakenBack &f) { return QJsonObject{{"material"_L1, f.material}}; },
        [](Body &b) { return VerdictTakenBack{b.text("material"_L1)}; }),
    codec<NoticeIssued>(
        "notice.issued",
        [](const NoticeIssued &f) {
            return QJsonObject{{"gaps"_L1, gapsJson(f.gaps)},
                               {"secondTelling"_L1, QJsonArray::fromStringList(f.secondTelling)},
                               {"asked"_L1, QJsonArray::fromStringList(f.asked)}};
        },
        [](Body &b) { return NoticeIssued{gapsFrom(b), b.texts("secondTelling"_L1), b.texts("asked"_L1)}; }),
    codec<LetterIssued>(
        "letter.issued",
        [](const LetterIssued &f) {
            return QJsonObject{{"letter"_L1, wordFor(letterNames, f.letter)},
                               {"applicant"_L1, f.applicant},
                               {"promises"_L1, promisesJson(f.promises)}};
        },
        [](Body &b) {
            return LetterIssued{b.oneOf("letter"_L1, letterNames), b.text("applicant"_L1), promisesFrom(b)};
        }),
    codec<LetterSigned>(
        "letter.signed",
        [](const LetterSigned &f) {
            return QJsonObject{{"letter"_L1, wordFor(letterNames, f.letter)}, {"number"_L1, f.number}, {"told"_L1, f.told}};
        },
        [](Body &b) {
            return LetterSigned{b.oneOf("letter"_L1, letterNames), b.number("number"_L1), b.text("told"_L1)};
        }),
    codec<SignatureGiven>(
        "signature.given",
        [](const SignatureGiven &f) {
            return withPaper({{"scan"_L1, f.ink.scan}, {"bytes"_L1, f.ink.bytes}, {"signer"_L1, f.ink.signer}}, f.paper);
        },
        [](Body &b) {
            return SignatureGiven{paperFrom(b), {b.text("scan"_L1), b.number("bytes"_L1), b.text("signer"_L1)}};
        }),
    codec<CaseFiled>(
        "case.filed",
        [](const CaseFiled &f) { return QJsonObject{{"pushDue"_L1, momentText(f.pushDue)}}; },
        [](Body &b) { return CaseFiled{b.moment("pushDue"_L1)}; }),
    codec<PrintRequested>(
        "print.requested", [](const PrintRequested &f) { return printJson(f); }, [](Body &b) { return printFrom(b); }),
    codec<PrintSpooled>(
        "print.spooled", [](const PrintSpooled &f) { return spooledJson(f); }, [](Body &b) { return spooledFrom(b); }),
    codec<PrintFailed>(
        "print.failed", [](const PrintFailed &f) { return QJsonObject{{"print"_L1, f.print}, {"detail"_L1, f.detail}}; },
        [](Body &b) { return PrintFailed{b.text("print"_L1), b.text("detail"_L1)}; }),
    codec<PrintDone>(
        "print.printed", [](const PrintDone &f) { return QJsonObject{{"print"_L1, f.print}}; },
        [](Body &b) { return PrintDone{b.text("print"_L1)}; }),
    codec<PrintConfirmed>(
        "print.confirmed", [](const PrintConfirmed &f) { return QJsonObject{{"print"_L1, f.print}}; },
        [](Body &b) { return PrintConfirmed{b.text("print"_L1)}; }),
    codec<CaseAbandoned>(
        "case.abandoned", [](const CaseAbandoned &f) { return QJsonObject{{"reason"_L1, f.reason}}; },
        [](Body &b) { return CaseAbandoned{b.text("reason"_L1)}; }),
    codec<PaperNumbered>(
        "paper.numbered",
        [](const PaperNumbered &f) {
            return withPaper(
                {{"organ"_L1, f.organ}, {"year"_L1, f.year}, {"serial"_L1, f.serial}, {"text"_L1, f.text}}, f.paper);
        },
        [](Body &b) {
            return PaperNumbered{paperFrom(b), b.text("organ"_L1), b.number("year"_L1), b.number("serial"_L1),
                                 b.text("text"_L1)};
        }),
    codec<PaperNumberVoided>(
        "paper.number-voided",
        [](const PaperNumberVoided &f) {
            return withPaper(
                {{"organ"_L1, f.organ}, {"year"_L1, f.year}, {"serial"_L1, f.serial}, {"reason"_L1, f.reason}}, f.paper);
        },
        [](Body &b) {
            return PaperNumberVoided{paperFrom(b), b.text("organ"_L1), b.number("year"_L1), b.number("serial"_L1),
                                     b.text("reason"_L1)};
        }),
    codec<CaseAssigned>(
        "case.assigned",
        [](const CaseAssigned &f) { return QJsonObject{{"device"_L1, f.device}, {"window"_L1, f.window}}; },
        [](Body &b) { return CaseAssigned{b.text("device"_L1), b.text("window"_L1)}; }),
    codec<ConflictCleared>(
        "conflict.cleared",
        [](const ConflictCleared &f) {
            return QJsonObject{{"conflict"_L1, f.conflict}, {"other"_L1, f.other}, {"words"_L1, f.words}};
        },
        [](Body &b) { return ConflictCleared{b.text("conflict"_L1), b.flag("other"_L1), b.text("words"_L1)}; }),
};
static_assert(codecs.size() + 2 == std::variant_size_v<AnyFact>, "every fact but LifeFact and UnknownFact has its codec");

}

QString typeName(const Fact &fact)
{
    if (const auto *unknown = std::get_if<UnknownFact>(&fact))
        return unknown->type;
    if (const auto *life = std::get_if<LifeFact>(&fact))
        return QLatin1String(lifeCodecs()[life->index()].type);
    return QLatin1String(codecs[fact.index()].type);
}

QString paperWord(PaperKind kind)
{
    return wordFor(paperNames, kind);
}

QString verdictWord(VerdictKind kind)
{
    return wordFor(verdictNames, kind);
}

std::optional<VerdictKind> verdictFromWord(const QString &word)
{
    for (const auto &name : verdictNames) {
        if (word == QLatin1String(name.text))
            return name.value;
    }
    return {};
}

QJsonObject toJson(const Fact &fact)
{
    if (const auto *unknown = std::get_if<UnknownFact>(&fact))
        return unknown->body;
    if (const auto *life = std::get_if<LifeFact>(&fact))
        return lifeCodecs()[life->index()].write(*life);
    return codecs[fact.index()].write(fact);
}

namespace {

template <class Codecs>
std::optional<base::Result<Fact>> readBy(const Codecs &all, const QString &type, const QJsonObject &body)
{
    for (const auto &codec : all) {
        if (type != QLatin1String(codec.type))
            continue;
        Body reader(body);
        Fact fact = codec.read(reader);
        if (!reader.fits())
            return base::Fail({base::Error::Kind::Damaged, QStringLiteral("body of %1 does not fit").arg(type), {}});
        return fact;
    }
    return {};
}

}

base::Result<Fact> factFromJson(const QString &type, const QJsonObject &body)
{
    if (const auto fact = readBy(codecs, type, body))
        return *fact;
    if (const auto fact = readBy(lifeCodecs(), type, body))
        return *fact;
    return UnknownFact{type, body};
}

}
