#include "core/hub/syncdoor.h"

#include "core/hub/bookshelf.h"
#include "core/hub/byterange.h"
#include "core/hub/counters.h"
#include "core/hub/enrolling.h"
#include "core/hub/identifying.h"
#include "core/hub/intake.h"
#include "core/hub/logging.h"
#include "core/hub/outlet.h"
#include "core/hub/pictures.h"
#include "core/hub/presences.h"
#include "core/hub/wiping.h"
#include "core/wire/messages.h"

#include <QUrl>
#include <QUrlQuery>

#include <array>

namespace hub {

using namespace Qt::StringLiterals;
using Code = wire::Problem::Code;

namespace {

/// A request with who sent it.
struct Asked {
    const Request &request;
    Device device;
    QByteArrayList path; ///< its parts behind /sync/v1/, decoded
    QUrlQuery query;
    QByteArray body; ///< unpacked
};

Response json(const QByteArray &body)
{
    return {.status = 200, .type = wire::jsonType, .body = body};
}

template <class Value>
Response jsonOf(const wire::Answer<Value> &answer)
{
    return answer ? json(wire::toJson(*answer)) : problemResponse(answer.error());
}

wire::Problem badRequest(const base::Error &error)
{
    return {Code::BadRequest, error.place.isEmpty() ? error.detail : error.place + u": "_s + error.detail, 0, {}};
}

wire::Problem noSuchThing()
{
    return {Code::Unknown, u"there is no such request"_s, 0, {}};
}

wire::Answer<QByteArray> bodyOf(const Request &request)
{
    const QByteArray encoding = request.headers.value("content-encoding");
    if (encoding.isEmpty() || encoding == "identity")
        return request.body;
    if (encoding != "deflate")
        return refused(Code::BadRequest, u"bodies come plain or as deflate"_s);
    const base::Result<QByteArray> body = wire::unpacked(request.body);
    if (!body)
        return wire::Refused(badRequest(body.error()));
    return *body;
}

/// A part of something that has \a length bytes, read by \a read(first, size).
template <class Read>
Response partOf(const Request &request, qint64 length, const Read &read)
{
    const QByteArray header = request.headers.value("range");
    const std::optional<ByteRange> range = header.isEmpty() ? ByteRange{0, length - 1} : wantedRange(header, length);
    if (!range || range->last - range->first >= wire::pieceBytes)
        return problemResponse({Code::BadRequest, u"ask for a range of at most %1 bytes inside the file"_s.arg(wire::pieceBytes), 0, {}});
    const wire::Answer<QByteArray> bytes = read(range->first, range->last - range->first + 1);
    if (!bytes)
        return problemResponse(bytes.error());
    Response response{.status = header.isEmpty() ? 200 : 206, .type = "application/octet-stream", .body = *bytes};
    if (!header.isEmpty()) {
        response.headers.insert("Content-Range",
                                "bytes " + QByteArray::number(range->first) + '-' + QByteArray::number(range->last) + '/'
                                    + QByteArray::number(length));
    }
    return response;
}

Response blobState(const wire::Answer<wire::BlobState> &state)
{
    if (!state)
        return problemResponse(state.error());
    return {.status = 200,
            .type = {},
            .body = {},
            .headers = {{"Yichuang-Complete", state->complete ? "true" : "false"}, {"Yichuang-Have", QByteArray::number(state->have)}}};
}

std::optional<Pictures::Name> pictureIn(const Asked &asked)
{
    Pictures::Name name{asked.query.queryItemValue(u"case"_s), QString::fromLatin1(asked.path.value(1)), 0};
    bool isNumber = false;
    name.length = asked.query.queryItemValue(u"length"_s).toLongLong(&isNumber);
    const QByteArray hash = QByteArray::fromHex(name.sha256.toLatin1());
    if (!isNumber || name.length < 1 || hash.size() != 32 || QString::fromLatin1(hash.toHex()) != name.sha256)
        return {};
    return name;
}

}

struct SyncDoor::Parts {
    Parts(const Engine &hubEngine, QString publicUrl, AnswerPrefill answerPrefill)
        : engine(hubEngine), prefill(std::move(answerPrefill)), enrolling(engine, std::move(publicUrl)), intake(engine), outlet(engine), pictures(engine), library(engine),
          counters(engine), presences(engine), wiping(engine)
    {
    }

    Response route(const Asked &asked);
    Response push(const Asked &asked) const;
    Response pull(const Asked &asked) const;
    Response blob(const Asked &asked) const;
    Response libraryFile(const Asked &asked) const;
    Response libraryList() const;
    Response enrol(const Request &request) const;
    Response wiped(const Request &request) const;
    /// Reads a body by \a read, hands it on to \a answer, and writes what that gives.
    template <class Read, class Give>
    static Response exchange(const Asked &asked, const Read &read, const Give &give)
    {
        const auto wish = read(asked.body);
        return wish ? jsonOf(give(*wish)) : problemResponse(badRequest(wish.error()));
    }

    const Engine &engine;
    const AnswerPrefill prefill;
    const Enrolling enrolling;
    const Intake intake;
    const Outlet outlet;
    const Pictures pictures;
    const Bookshelf library;
    const Counters counters;
    Presences presences;
    const Wiping wiping;
};

Response SyncDoor::Parts::push(const Asked &asked) const
{
    return exchange(asked, wire::pushFrom, [&](const wire::Push &push) { return intake.push(asked.device, push); });
}

Response SyncDoor::Parts::pull(const Asked &asked) const
{
    const QString cursorText = asked.query.queryItemValue(u"cursor"_s, QUrl::FullyDecoded);
    const base::Result<wire::Cursor> cursor
        = cursorText.isEmpty() ? base::Result<wire::Cursor>(wire::Cursor()) : wire::cursorFrom(cursorText.toLatin1());
    if (!cursor)
        return problemResponse(badRequest(cursor.error()));
    const auto number = [&](const QString &name, int otherwise, int most) {
        bool isNumber = false;
        const int value = asked.query.queryItemValue(name).toInt(&isNumber);
        return isNumber ? qBound(0, value, most) : otherwise;
    };
    const int most = number(u"most"_s, wire::mostEvents, wire::mostEvents);
    const bool ownInBrief = asked.query.queryItemValue(u"own"_s) == "brief"_L1;
    const wire::Answer<wire::PullAnswer> answer = outlet.pull(asked.device, *cursor, most, ownInBrief);
    if (!answer)
        return problemResponse(answer.error());
    Response response{.status = 200, .type = wire::linesType, .body = wire::toLines(*answer)};
    if (asked.request.headers.value("accept-encoding").contains("deflate")) {
        response.body = wire::packed(response.body);
        response.headers.insert("Content-Encoding", "deflate");
    }
    const int wait = number(u"wait"_s, 0, wire::longestWait);
    if (wait > 0 && answer->next == *cursor && !answer->more)
        response.wait = Wait{asked.device.hall, cursor->hubSeq, wait};
    return response;
}

Response SyncDoor::Parts::blob(const Asked &asked) const
{
    const std::optional<Pictures::Name> name = pictureIn(asked);
    if (!name)
        return problemResponse({Code::BadRequest, u"a picture is named by its SHA-256, case and length"_s, 0, {}});
    const QByteArray &method = asked.request.method;
    if (method == "HEAD")
        return blobState(pictures.state(*name));
    if (method == "PUT") {
        const std::optional<ByteRange> range = sentRange(asked.request.headers.value("content-range"), name->length, asked.body.size());
        if (!range)
            return problemResponse({Code::BadRequest, u"Content-Range does not fit the body or the length"_s, 0, {}});
        return blobState(pictures.put(*name, range->first, asked.body));
    }
    if (method != "GET")
        return problemResponse(noSuchThing());
    return partOf(asked.request, name->length,
                  [&](qint64 first, qint64 size) { return pictures.read(asked.device, *name, first, size); });
}

Response SyncDoor::Parts::libraryList() const
{
    const base::Result<QList<wire::LibraryFile>> files = library.list();
    return files ? json(wire::toJson(*files)) : problemResponse(problemOf(files.error()));
}

Response SyncDoor::Parts::libraryFile(const Asked &asked) const
{
    const FileName name{QString::fromUtf8(asked.path[1]), QString::fromUtf8(asked.path[2]), QString::fromUtf8(asked.path[3])};
    const base::Result<QList<wire::LibraryFile>> files = library.list();
    if (!files)
        return problemResponse(problemOf(files.error()));
    for (const wire::LibraryFile &file : *files) {
        if (file.kind == name.kind && file.name == name.name && file.version == name.version)
            return partOf(asked.request, file.bytes, [&](qint64 first, qint64 size) { return library.read(name, first, size); });
    }
    return problemResponse(noSuchThing());
}

Response SyncDoor::Parts::enrol(const Request &request) const
{
    const wire::Answer<QByteArray> body = bodyOf(request);
    if (!body)
        return problemResponse(body.error());
    const base::Result<wire::SignedEnrolment> wish = wire::enrolmentFrom(*body);
    return wish ? jsonOf(enrolling.enrol(*wish)) : problemResponse(badRequest(wish.error()));
}

Response SyncDoor::Parts::wiped(const Request &request) const
{
    const base::Result<wire::Wiped> said = wire::wipedFrom(request.body);
    return said ? jsonOf(wiping.done(*said)) : problemResponse(badRequest(said.error()));
}

Response SyncDoor::Parts::route(const Asked &asked)
{
    const QByteArray &method = asked.request.method;
    const QByteArray what = asked.path.value(0);
    const auto is = [&](const char *wantedMethod, const char *name, qsizetype parts = 1) {
        return method == wantedMethod && what == name && asked.path.size() == parts;
    };
    if (is("POST", "push"))
        return push(asked);
    const bool isPictureSent = what == "blobs" && asked.path.size() == 2 && (method == "HEAD" || method == "PUT");
    if (asked.device.revokedAt.isValid() && !isPictureSent)
        return problemResponse({Code::Revoked, u"this device may only send; what it sends is kept aside"_s, 0, {}});
    if (is("GET", "pull"))
        return pull(asked);
    if (what == "blobs" && asked.path.size() == 2)
        return blob(asked);
    if (is("GET", "library"))
        return libraryList();
    if (is("GET", "library", 4))
        return libraryFile(asked);
    if (is("POST", "receipts"))
        return exchange(asked, wire::receiptListFrom, [&](const wire::ReceiptList &list) { return counters.receipts(asked.device, list); });
    if (is("POST", "leases"))
        return exchange(asked, wire::leaseWishFrom, [&](const wire::LeaseWish &wish) { return counters.lease(asked.device, wish); });
    if (is("POST", "serials"))
        return exchange(asked, wire::serialWishFrom, [&](const wire::SerialWish &wish) { return counters.serials(asked.device, wish); });
    if (is("POST", "presence"))
        return exchange(asked, wire::presenceFrom, [&](const wire::PresenceNote &note) { return presences.tell(asked.device, note); });
    if (is("POST", "prefill"))
        return exchange(asked, wire::prefillWishFrom, [&](const wire::PrefillWish &wish) {
            return prefill ? prefill(asked.device, wish) : wire::PrefillAnswer{};
        });
    return problemResponse(noSuchThing());
}

SyncDoor::SyncDoor(const Engine &engine, QString publicUrl, AnswerPrefill prefill)
    : m(std::make_unique<Parts>(engine, std::move(publicUrl), std::move(prefill)))
{
}

SyncDoor::~SyncDoor() = default;

std::optional<int> SyncDoor::unsentOf(const QString &device) const
{
    return m->presences.unsentOf(device);
}

Response SyncDoor::handle(const Request &request)
try {
    static constexpr qsizetype longestTarget = 2000;
    const qsizetype mark = request.target.indexOf('?');
    const QByteArray path = mark < 0 ? request.target : request.target.first(mark);
    static const QByteArray root = "/sync/v1/";
    if (!path.startsWith(root) || request.target.size() > longestTarget)
        return problemResponse(noSuchThing());
    if (request.body.size() > wire::bodyBytes)
        return problemResponse({Code::TooLarge, u"a body has at most %1 bytes"_s.arg(wire::bodyBytes), 0, {}});
    QByteArrayList parts = path.mid(root.size()).split('/');
    for (QByteArray &part : parts)
        part = QByteArray::fromPercentEncoding(part);
    if (request.method == "POST" && parts == QByteArrayList{"enrol"})
        return m->enrol(request);
    if (request.method == "POST" && parts == QByteArrayList{"wiped"})
        return m->wiped(request);
    const wire::Answer<Device> device = identified(request, m->engine);
    if (!device)
        return problemResponse(device.error());
    const wire::Answer<QByteArray> body = bodyOf(request);
    if (!body)
        return problemResponse(body.error());
    const QUrlQuery query(mark < 0 ? QString() : QString::fromLatin1(request.target.mid(mark + 1)));
    return m->wiping.bearing(m->route({request, *device, parts, query, *body}), request, *device);
} catch (const std::exception &exception) {
    qCCritical(lcHub) << "a request ended in" << exception.what();
    return problemResponse({Code::Failed, u"the hub failed; its log says why"_s, 0, {}});
}

}
