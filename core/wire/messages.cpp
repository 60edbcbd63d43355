#include "core/wire/messages.h"

#include "core/wire/parts.h"

namespace wire {

using namespace Qt::StringLiterals;

namespace {

using Code = Problem::Code;
constexpr Words<Code, 12> problemCodes{{
    {Code::BadRequest, "bad-request"_L1},
    {Code::TooLarge, "too-large"_L1},
    {Code::Unknown, "unknown"_L1},
    {Code::NotEnrolled, "not-enrolled"_L1},
    {Code::BadSignature, "bad-signature"_L1},
    {Code::WrongTime, "wrong-time"_L1},
    {Code::Revoked, "revoked"_L1},
    {Code::WrongCode, "wrong-code"_L1},
    {Code::Taken, "taken"_L1},
    {Code::OldProtocol, "old-protocol"_L1},
    {Code::Busy, "busy"_L1},
    {Code::Failed, "failed"_L1},
}};

QJsonObject cardObject(const people::WindowCard &card)
{
    return {{"hall"_L1, card.hall},
            {"window"_L1, card.window},
            {"key"_L1, QLatin1String(toBase64(card.key.bytes))},
            {"algorithm"_L1, people::algorithmName(card.key.algorithm)}};
}

/// The key in \a name; its algorithm has a field of its own, which programs from before there was a second do not write.
people::PublicKey keyIn(Fields &fields, QLatin1StringView name, QLatin1StringView algorithm)
{
    const QByteArray bytes = fields.bytes(name);
    const base::Result<people::PublicKey> key = people::publicKeyFrom(fields.textIfAny(algorithm), bytes);
    if (!key)
        fields.fault(name, key.error().detail);
    return key.value_or(people::PublicKey());
}

people::WindowCard cardIn(Fields &fields)
{
    return {fields.text("hall"_L1), fields.text("window"_L1), keyIn(fields, "key"_L1, "algorithm"_L1)};
}

}

QByteArray toJson(const PushAnswer &answer)
{
    QJsonArray verdicts;
    for (const Verdict &verdict : answer.verdicts) {
        QJsonObject json{{"seq"_L1, verdict.seq}, {"hubSeq"_L1, verdict.hubSeq}};
        put(json, verdict.judgement);
        verdicts.append(json);
    }
    return compact({{"acknowledged"_L1, answer.acknowledged},
                    {"verdicts"_L1, verdicts},
                    {"needsEarlier"_L1, answer.needsEarlier},
                    {"forked"_L1, answer.forked},
                    {"epoch"_L1, answer.epoch},
                    {"hubTime"_L1, answer.hubTime.toMSecsSinceEpoch()}});
}

base::Result<PushAnswer> pushAnswerFrom(const QByteArray &body)
{
    return read(body, [](Fields &fields) {
        return PushAnswer{.acknowledged = fields.number("acknowledged"_L1, 0, mostNumbers),
                          .verdicts = fields.each("verdicts"_L1, mostEvents,
                                                  [](Fields &verdict) {
                                                      return Verdict{.seq = verdict.number("seq"_L1, 1, mostNumbers),
                                                                     .hubSeq
                                                                     = verdict.number("hubSeq"_L1, 0, mostNumbers),
                                                                     .judgement = judgementIn(verdict)};
                                                  }),
                          .needsEarlier = fields.flag("needsEarlier"_L1),
                          .forked = fields.flag("forked"_L1),
                          .epoch = fields.word("epoch"_L1),
                          .hubTime = fields.time("hubTime"_L1)};
    });
}

QByteArray toJson(const Enrolment &enrolment, const QByteArray &signature)
{
    QJsonObject json{{"code"_L1, enrolment.code},
                     {"mark"_L1, enrolment.mark},
                     {"region"_L1, enrolment.regionCode},
                     {"windowCode"_L1, enrolment.windowCode},
                     {"card"_L1, cardObject(enrolment.card)},
                     {"program"_L1, enrolment.program},
                     {"newest"_L1, enrolment.newest},
                     {"oldest"_L1, enrolment.oldest},
                     {"sig"_L1, QLatin1String(toBase64(signature))}};
    put(json, enrolment.writer);
    return compact(json);
}

base::Result<SignedEnrolment> enrolmentFrom(const QByteArray &body)
{
    return read(body, [](Fields &fields) {
        return SignedEnrolment{.enrolment = {.code = fields.word("code"_L1),
                                             .writer = writerIn(fields),
                                             .mark = fields.word("mark"_L1),
                                             .regionCode = fields.word("region"_L1),
                                             .windowCode = fields.word("windowCode"_L1),
                                             .card = fields.inner("card"_L1, cardIn),
                                             .program = fields.text("program"_L1),
                                             .newest = fields.count("newest"_L1, 1, 1000),
                                             .oldest = fields.count("oldest"_L1, 1, 1000)},
                               .signature = fields.bytes("sig"_L1, signatureSize)};
    });
}

QByteArray toJson(const Enrolled &enrolled)
{
    QJsonArray windows;
    for (const people::WindowCard &card : enrolled.windows)
        windows.append(cardObject(card));
    return compact({{"hub"_L1, enrolled.hub},
                    {"epoch"_L1, enrolled.epoch},
                    {"hubKey"_L1, QLatin1String(toBase64(enrolled.hubKey.bytes))},
                    {"hubKeyAlgorithm"_L1, people::algorithmName(enrolled.hubKey.algorithm)},
                    {"hall"_L1, enrolled.hall},
                    {"publicUrl"_L1, enrolled.publicUrl},
                    {"windows"_L1, windows},
                    {"hubTime"_L1, enrolled.hubTime.toMSecsSinceEpoch()}});
}

base::Result<Enrolled> enrolledFrom(const QByteArray &body)
{
    return read(body, [](Fields &fields) {
        return Enrolled{.hub = fields.word("hub"_L1),
                        .epoch = fields.word("epoch"_L1),
                        .hubKey = keyIn(fields, "hubKey"_L1, "hubKeyAlgorithm"_L1),
                        .hall = fields.word("hall"_L1),
                        .publicUrl = fields.text("publicUrl"_L1),
                        .windows = fields.each("windows"_L1, 10'000, cardIn),
                        .hubTime = fields.time("hubTime"_L1)};
    });
}

QByteArray toJson(const QList<LibraryFile> &files)
{
    QJsonArray list;
    for (const LibraryFile &file : files) {
        list.append(QJsonObject{{"kind"_L1, file.kind},
                                {"name"_L1, file.name},
                                {"version"_L1, file.version},
                                {"sha256"_L1, file.sha256},
                                {"bytes"_L1, file.bytes},
                                {"sig"_L1, QLatin1String(toBase64(file.signature))}});
    }
    return compact({{"files"_L1, list}});
}

base::Result<QList<LibraryFile>> libraryFrom(const QByteArray &body)
{
    return read(body, [](Fields &fields) {
        return fields.each("files"_L1, 100'000, [](Fields &file) {
            return LibraryFile{.kind = file.word("kind"_L1),
                               .name = file.word("name"_L1),
                               .version = file.text("version"_L1),
                               .sha256 = file.word("sha256"_L1),
                               .bytes = file.number("bytes"_L1, 0, mostNumbers),
                               .signature = file.bytes("sig"_L1)};
        });
    });
}

QByteArray toJson(const ReceiptList &list)
{
    QJsonArray receipts;
    for (const PrintedReceipt &receipt : list.receipts)
        receipts.append(QJsonObject{
            {"number"_L1, receipt.number}, {"at"_L1, receipt.at.toMSecsSinceEpoch()}, {"pieces"_L1, receipt.pieces}});
    return compact({{"day"_L1, list.day.toString(Qt::ISODate)}, {"receipts"_L1, receipts}});
}

base::Result<ReceiptList> receiptListFrom(const QByteArray &body)
{
    return read(body, [](Fields &fields) {
        return ReceiptList{.day = fields.day("day"_L1),
                           .receipts = fields.each("receipts"_L1, 100'000, [](Fields &receipt) {
                               return PrintedReceipt{.number = receipt.word("number"_L1),
                                                     .at = receipt.time("at"_L1),
                                                     .pieces = receipt.count("pieces"_L1, 0, 1'000'000)};
                           })};
    });
}

QByteArray toJson(const ReceiptDifferences &differences)
{
    return compact({{"unknownToHub"_L1, QJsonArray::fromStringList(differences.unknownToHub)},
                    {"notListed"_L1, QJsonArray::fromStringList(differences.notListed)}});
}

base::Result<ReceiptDifferences> receiptDifferencesFrom(const QByteArray &body)
{
    return read(body, [](Fields &fields) {
        return ReceiptDifferences{.unknownToHub = fields.texts("unknownToHub"_L1),
                                  .notListed = fields.texts("notListed"_L1)};
    });
}

QByteArray toJson(const LeaseWish &wish)
{
    return compact({{"case"_L1, wish.caseId}, {"item"_L1, wish.item}});
}

base::Result<LeaseWish> leaseWishFrom(const QByteArray &body)
{
    return read(body, [](Fields &fields) { return LeaseWish{fields.word("case"_L1), fields.word("item"_L1)}; });
}

QByteArray toJson(const Lease &lease)
{
    return compact(
        {{"granted"_L1, lease.granted}, {"until"_L1, lease.until.toMSecsSinceEpoch()}, {"holder"_L1, lease.holder}});
}

base::Result<Lease> leaseFrom(const QByteArray &body)
{
    return read(body, [](Fields &fields) {
        return Lease{
            .granted = fields.flag("granted"_L1), .until = fields.time("until"_L1), .holder = fields.text("holder"_L1)};
    });
}

QByteArray toJson(const SerialWish &wish)
{
    return compact(
        {{"organ"_L1, wish.organ}, {"paper"_L1, wish.paper}, {"year"_L1, wish.year}, {"count"_L1, wish.count}, {"id"_L1, wish.id}, {"above"_L1, wish.above}});
}

base::Result<SerialWish> serialWishFrom(const QByteArray &body)
{
    return read(body, [](Fields &fields) {
        return SerialWish{.organ = fields.word("organ"_L1),
                          .paper = fields.word("paper"_L1),
                          .year = fields.count("year"_L1, 2000, 9999),
                          .count = fields.count("count"_L1, 1, 1000),
                          .id = fields.word("id"_L1),
                          .above = int(fields.numberIfAny("above"_L1, 0, std::numeric_limits<int>::max(), 0))};
    });
}

QByteArray toJson(const SerialBlock &block)
{
    return compact({{"from"_L1, block.from}, {"to"_L1, block.to}});
}

base::Result<SerialBlock> serialBlockFrom(const QByteArray &body)
{
    constexpr int most = std::numeric_limits<int>::max();
    return read(body, [](Fields &fields) {
        return SerialBlock{fields.count("from"_L1, 1, most), fields.count("to"_L1, 1, most)};
    });
}

QByteArray toJson(const Problem &problem)
{
    QJsonObject json{{"type"_L1, wordOf(problemCodes, problem.code)},
                     {"status"_L1, httpStatus(problem.code)},
                     {"detail"_L1, problem.detail}};
    if (problem.retryAfter > 0)
        json.insert("retryAfter"_L1, problem.retryAfter);
    if (problem.hubTime.isValid())
        json.insert("hubTime"_L1, problem.hubTime.toMSecsSinceEpoch());
    return compact(json);
}

Problem problemFrom(const QByteArray &body)
{
    return read(body,
                [](Fields &fields) {
                    return Problem{.code = valueOf(problemCodes, fields, "type"_L1),
                                   .detail = fields.textIfAny("detail"_L1),
                                   .retryAfter = int(fields.numberIfAny("retryAfter"_L1, 0, 86'400, 0)),
                                   .hubTime = fields.time("hubTime"_L1, true)};
                })
        .value_or(Problem{Code::Failed, u"an answer that is none of the hub's"_s, 0, {}});
}

int httpStatus(Problem::Code code)
{
    switch (code) {
    case Code::BadRequest:
        return 400;
    case Code::TooLarge:
        return 413;
    case Code::Unknown:
        return 404;
    case Code::NotEnrolled:
    case Code::BadSignature:
    case Code::WrongTime:
        return 401;
    case Code::Revoked:
    case Code::WrongCode:
        return 403;
    case Code::Taken:
        return 409;
    case Code::OldProtocol:
        return 426;
    case Code::Busy:
        return 429;
    case Code::Failed:
        break;
    }
    return 500;
}

}
