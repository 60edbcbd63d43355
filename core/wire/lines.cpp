#include "core/wire/messages.h"
#include "core/wire/parts.h"

namespace wire {

using namespace Qt::StringLiterals;

namespace {

constexpr Words<Entry::Kind, 5> entryKinds{{
    {Entry::Kind::Event, "event"_L1},
    {Entry::Kind::Purge, "purge"_L1},
    {Entry::Kind::Backfill, "backfill"_L1},
    {Entry::Kind::Library, "library"_L1},
    {Entry::Kind::Own, "own"_L1},
}};

QJsonObject cursorObject(const Cursor &cursor)
{
    return {{"seq"_L1, cursor.hubSeq}, {"check"_L1, QLatin1String(toBase64(cursor.check))}};
}

Cursor cursorIn(Fields &fields)
{
    return {fields.number("seq"_L1, 0, mostNumbers), fields.bytes("check"_L1)};
}

void put(QJsonObject &json, const Entry::Run &run)
{
    json.insert("inc"_L1, run.incarnation);
    json.insert("first"_L1, run.first);
    json.insert("count"_L1, run.count);
    json.insert("tip"_L1, QLatin1String(toBase64(run.tip)));
}

Entry::Run runIn(Fields &fields)
{
    return {.incarnation = fields.count("inc"_L1, 1, std::numeric_limits<int>::max()),
            .first = fields.number("first"_L1, 1, mostNumbers),
            .count = fields.number("count"_L1, 1, mostEvents),
            .tip = fields.bytes("tip"_L1, hashBytes)};
}

/// The lines of \a body. Every line ends with a line break; what stands behind the last one is a line that was cut off.
base::Result<QByteArrayList> linesOf(const QByteArray &body, qsizetype most)
{
    QByteArrayList lines;
    for (qsizetype at = 0; at < body.size();) {
        const qsizetype end = body.indexOf('\n', at);
        if (end < 0 || lines.size() == most)
            return base::Fail({base::Error::Kind::Document, end < 0 ? u"is cut off"_s : u"too many lines"_s,
                               u"line %1"_s.arg(lines.size() + 1)});
        lines.append(body.mid(at, end - at));
        at = end + 1;
    }
    if (lines.isEmpty())
        return base::Fail({base::Error::Kind::Document, u"is empty"_s, {}});
    return lines;
}

void appendLine(QByteArray &lines, const QByteArray &line)
{
    lines += line;
    lines += '\n';
}

base::Fail badLine(qsizetype index, const base::Error &error)
{
    return base::Fail({error.kind, error.detail, u"line %1 %2"_s.arg(index + 1).arg(error.place)});
}

}

QByteArray toLines(const Push &push)
{
    QJsonObject head{{"first"_L1, push.first},
                     {"count"_L1, push.events.size()},
                     {"tip"_L1, QLatin1String(toBase64(push.tip))},
                     {"sig"_L1, QLatin1String(toBase64(push.signature))}};
    put(head, push.writer);
    QByteArray lines;
    qsizetype size = 512;
    for (const QByteArray &event : push.events)
        size += event.size() + 1;
    lines.reserve(size);
    appendLine(lines, compact(head));
    for (const QByteArray &event : push.events)
        appendLine(lines, event);
    return lines;
}

base::Result<Push> pushFrom(const QByteArray &body)
{
    base::Result<QByteArrayList> lines = linesOf(body, mostEvents + 1);
    if (!lines)
        return base::Fail(lines.error());
    qint64 count = 0;
    base::Result<Push> push = read(lines->constFirst(), [&](Fields &fields) {
        count = fields.number("count"_L1, 0, mostEvents);
        return Push{.writer = writerIn(fields),
                    .first = fields.number("first"_L1, 1, mostNumbers),
                    .events = {},
                    .tip = fields.bytes("tip"_L1, hashBytes),
                    .signature = fields.bytes("sig"_L1, signatureSize)};
    });
    if (!push)
        return badLine(0, push.error());
    lines->removeFirst();
    if (lines->size() != count)
        return base::Fail({base::Error::Kind::Document, u"%1 events, not %2"_s.arg(lines->size()).arg(count), {}});
    for (qsizetype i = 0; i < lines->size(); ++i) {
        if ((*lines)[i].isEmpty() || (*lines)[i].size() > eventBytes)
            return badLine(i + 1, {base::Error::Kind::Document, u"no event, or too large"_s, {}});
    }
    push->events = *lines;
    return push;
}

QByteArray toLines(const PullAnswer &answer)
{
    QByteArray lines;
    appendLine(lines,
               compact({{"next"_L1, cursorObject(answer.next)},
                        {"count"_L1, answer.entries.size()},
                        {"more"_L1, answer.more},
                        {"startAgain"_L1, answer.startAgain},
                        {"epoch"_L1, answer.epoch},
                        {"hubTime"_L1, answer.hubTime.toMSecsSinceEpoch()}}));
    for (const Entry &entry : answer.entries) {
        QJsonObject about{{"kind"_L1, wordOf(entryKinds, entry.kind)}, {"hubSeq"_L1, entry.hubSeq}};
        if (entry.kind == Entry::Kind::Event || entry.kind == Entry::Kind::Own)
            put(about, entry.judgement);
        if (entry.kind == Entry::Kind::Own)
            put(about, entry.run);
        else if (!entry.caseId.isEmpty())
            about.insert("case"_L1, entry.caseId);
        appendLine(lines, compact(about));
        if (entry.kind == Entry::Kind::Event)
            appendLine(lines, entry.bytes);
    }
    return lines;
}

base::Result<PullAnswer> pullAnswerFrom(const QByteArray &body)
{
    const base::Result<QByteArrayList> lines = linesOf(body, 100'000);
    if (!lines)
        return base::Fail(lines.error());
    qint64 count = 0;
    base::Result<PullAnswer> answer = read(lines->constFirst(), [&](Fields &fields) {
        count = fields.number("count"_L1, 0, 100'000);
        return PullAnswer{.entries = {},
                          .next = fields.inner("next"_L1, cursorIn),
                          .more = fields.flag("more"_L1),
                          .startAgain = fields.flag("startAgain"_L1),
                          .epoch = fields.word("epoch"_L1),
                          .hubTime = fields.time("hubTime"_L1)};
    });
    if (!answer)
        return badLine(0, answer.error());
    for (qsizetype i = 1; i < lines->size(); ++i) {
        base::Result<Entry> entry = read((*lines)[i], [](Fields &fields) {
            Entry read{.kind = valueOf(entryKinds, fields, "kind"_L1),
                       .hubSeq = fields.number("hubSeq"_L1, 0, mostNumbers),
                       .caseId = fields.textIfAny("case"_L1)};
            if (read.kind == Entry::Kind::Event || read.kind == Entry::Kind::Own)
                read.judgement = judgementIn(fields);
            if (read.kind == Entry::Kind::Own)
                read.run = runIn(fields);
            return read;
        });
        if (!entry)
            return badLine(i, entry.error());
        if (entry->kind == Entry::Kind::Event) {
            if (++i == lines->size() || (*lines)[i].size() > eventBytes)
                return badLine(i, {base::Error::Kind::Document, u"no event, or too large"_s, {}});
            entry->bytes = (*lines)[i];
        }
        answer->entries.append(*entry);
    }
    if (answer->entries.size() != count)
        return base::Fail(
            {base::Error::Kind::Document, u"%1 entries, not %2"_s.arg(answer->entries.size()).arg(count), {}});
    return answer;
}

QByteArray toText(const Cursor &cursor)
{
    return QByteArray::number(cursor.hubSeq) + '.' + toBase64(cursor.check);
}

base::Result<Cursor> cursorFrom(const QByteArray &text)
{
    const qsizetype dot = text.indexOf('.');
    bool isNumber = false;
    const qint64 hubSeq = text.left(dot).toLongLong(&isNumber);
    const auto check = QByteArray::fromBase64Encoding(
        text.mid(dot + 1), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (dot < 0 || !isNumber || hubSeq < 0 || !check || text.size() > 200)
        return base::Fail({base::Error::Kind::Document, u"is no cursor"_s, u"cursor"_s});
    return Cursor{hubSeq, check.decoded};
}

}
