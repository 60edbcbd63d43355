#include "tests/app/hub/store/hubworld.h"

#include "core/domain/casenumber.h"

#include <QDir>
#include <QFile>

namespace hubworld {

void Room::takeCopy()
{
    if (m_kind == Kind::Postgres) {
        m_copy = m_server->copyOf(m_url);
        return;
    }
    QFile::remove(m_folder.filePath(u"copy"_s));
    QFile::copy(folder() + u"/hub.db"_s, m_folder.filePath(u"copy"_s));
}

void Room::putCopyBack()
{
    if (m_kind == Kind::Postgres) {
        m_url = m_server->copyOf(m_copy);
        return;
    }
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(folder() + u"/hub.db"_s + QLatin1String(suffix));
    QFile::copy(m_folder.filePath(u"copy"_s), folder() + u"/hub.db"_s);
}

Hub::Hub(base::Result<std::unique_ptr<hub::SqlStore>> opened, journal::Suite suite)
    : key(journal::keyFor(suite, base::Secret(QByteArray(32, 'h')))), store(std::move(opened).value()),
      engine{*store, clock, key, [this](const QString &hall, qint64 place) {
                 const std::scoped_lock lock(telling);
                 grown.append({hall, place});
             }},
      door(std::make_unique<hub::SyncDoor>(engine, u"https://hub.invalid"_s))
{
    if (const base::Result<> settled = hub::settle(*store, key); !settled)
        qFatal("%s", qPrintable(settled.error().detail));
}

Window::Window(Hub &hub, QString code, QString windowMark, people::Algorithm algorithm)
    : windowCode(std::move(code)), mark(std::move(windowMark)), key(people::WindowKey::fromSeed(base::Secret::random(32), algorithm)),
      m_hub(&hub)
{
}

wire::Enrolment Window::card() const
{
    return {.code = {},
            .writer = writer,
            .mark = mark,
            .regionCode = u"411202"_s,
            .windowCode = windowCode,
            .card = {u"湖滨区政务服务中心"_s, u"综合受理%1号窗口"_s.arg(windowCode), key.publicKey()},
            .program = u"0.1.0"_s};
}

wire::Answer<wire::Enrolled> Window::enrol(const QString &hall)
{
    return enrolWith(m_hub->office().makeCode(hall, u"411202"_s, windowCode).value());
}

wire::Answer<wire::Enrolled> Window::enrolWith(const QString &code)
{
    wire::Enrolment enrolment = card();
    enrolment.code = code;
    const QByteArray signature = key.sign(wire::enrolmentPurpose, wire::enrolmentToSign(enrolment));
    return answerOf<wire::Enrolled>(
        m_hub->ask({.method = "POST", .target = "/sync/v1/enrol", .headers = {}, .body = wire::toJson(enrolment, signature), .peer = {}}),
        wire::enrolledFrom);
}

void Window::write(const QString &caseId, const domain::Fact &fact)
{
    write(caseId, fact, tips.value(caseId));
}

void Window::write(const QString &caseId, const domain::Fact &fact, const QList<journal::Hash> &parents)
{
    const journal::Envelope envelope{.caseId = caseId,
                                     .device = writer.device,
                                     .incarnation = writer.incarnation,
                                     .seq = events.size() + 1,
                                     .prev = events.isEmpty() ? journal::Hash(journal::hashSize, '\0') : journal::hashOf(events.constLast()),
                                     .parents = parents,
                                     .guideVersion = u"2026.1"_s,
                                     .event = {m_hub->clock.now(), u"窗口人员甲"_s, fact}};
    events.append(journal::canonicalBytes(envelope));
    tips[caseId] = {journal::hashOf(events.constLast())};
}

QString Window::open(const QList<domain::Fact> &facts)
{
    const domain::CaseNumber number{u"411202"_s, windowCode, mark, m_hub->clock.now().date(), ++m_serial};
    const QString caseId = freshUuid();
    write(caseId, domain::CaseOpened{caseId, number.text(), {u"sanmenxia-personal"_s, u"2026.1"_s, u"xin-sheng-er"_s}});
    for (const domain::Fact &fact : facts)
        write(caseId, fact);
    return caseId;
}

void Window::goBackTo(qsizetype count)
{
    events = events.first(count);
}

void Window::beginIncarnation(int incarnation)
{
    writer.incarnation = incarnation;
    events.clear();
}

wire::Push Window::pushOf(qsizetype from, qsizetype count) const
{
    wire::Push push{.writer = writer, .first = from + 1, .events = events.mid(from, count), .tip = QByteArray(32, '\0'), .signature = {}};
    if (!push.events.isEmpty())
        push.tip = journal::hashOf(push.events.constLast());
    push.signature = key.sign(wire::eventsPurpose, wire::tipToSign(writer, from + push.events.size(), push.tip));
    return push;
}

wire::Answer<wire::PushAnswer> Window::push(const wire::Push &push)
{
    return answerOf<wire::PushAnswer>(
        ask("POST", "/sync/v1/push", wire::packed(wire::toLines(push)), {{"content-encoding", "deflate"}}), wire::pushAnswerFrom);
}

wire::Answer<wire::PullAnswer> Window::pull(const wire::Cursor &cursor, int most, int wait)
{
    const QByteArray target = "/sync/v1/pull?cursor=" + wire::toText(cursor) + "&most=" + QByteArray::number(most)
        + "&wait=" + QByteArray::number(wait);
    return answerOf<wire::PullAnswer>(ask("GET", target), wire::pullAnswerFrom);
}

QList<wire::Entry> Window::pullAll(wire::Cursor *cursor, int most)
{
    QList<wire::Entry> entries;
    wire::Cursor here = cursor ? *cursor : wire::Cursor();
    for (bool more = true; more;) {
        const wire::Answer<wire::PullAnswer> answer = pull(here, most);
        if (!answer)
            qFatal("%s", qPrintable(answer.error().detail));
        entries += answer->entries;
        here = answer->next;
        more = answer->more;
    }
    if (cursor)
        *cursor = here;
    return entries;
}

hub::Request Window::request(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                             const QHash<QByteArray, QByteArray> &headers) const
{
    wire::RequestHead head{.method = method, .target = target, .writer = writer, .time = m_hub->clock.now().toUTC(), .signature = {}};
    head.time = QDateTime::fromSecsSinceEpoch(head.time.toSecsSinceEpoch(), Qt::UTC);
    const QByteArray signature = key.sign(wire::requestPurpose, wire::requestToSign(head, body));
    hub::Request request{.method = method, .target = target, .headers = headers, .body = body, .peer = "127.0.0.1"};
    request.headers.insert("yichuang-device", writer.device.toLatin1());
    request.headers.insert("yichuang-incarnation", QByteArray::number(writer.incarnation));
    request.headers.insert("yichuang-time", QByteArray::number(head.time.toSecsSinceEpoch()));
    request.headers.insert("yichuang-protocol", "1-1");
    request.headers.insert("yichuang-signature", signature.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    return request;
}

QByteArrayList bytesOf(const QList<wire::Entry> &entries)
{
    QByteArrayList bytes;
    for (const wire::Entry &entry : entries) {
        if (entry.kind == wire::Entry::Kind::Event)
            bytes << entry.bytes;
    }
    return bytes;
}

}
