#include "core/sync/picturelane.h"

namespace syncing {

using namespace Qt::StringLiterals;

namespace {

constexpr int lookAhead = 32;
constexpr qint64 largestPicture = 64 * 1024 * 1024;

QByteArray targetOf(const journal::LanePicture &picture)
{
    return "/sync/v1/blobs/" + picture.scan.toLatin1() + "?case=" + picture.caseId.toLatin1() + "&length="
        + QByteArray::number(picture.bytes);
}

base::Error document(const QString &why)
{
    return {base::Error::Kind::Document, why, {}};
}

}

PictureLane::PictureLane(journal::Outbox &outbox, SignedLine &line, const PictureShelf &shelf, qint64 bytesPerSecond)
    : m_outbox(outbox), m_line(line), m_shelf(shelf), m_rate(bytesPerSecond)
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &PictureLane::look);
}

void PictureLane::setMayGo(bool mayGo)
{
    m_mayGo = mayGo;
    look();
}

void PictureLane::look()
{
    if (m_task || !m_mayGo || m_wait.isActive())
        return;
    const base::Result<bool> chosen = choose();
    if (!chosen)
        emit storageFailed(chosen.error());
    else if (*chosen && m_task->out)
        askHub();
    else if (*chosen)
        fetchPiece();
}

base::Result<bool> PictureLane::choose()
{
    const auto writers = m_outbox.acknowledged();
    if (!writers || writers->isEmpty())
        return writers.map([](const auto &) { return false; });
    const wire::Writer writer{writers->constLast().first.device, writers->constLast().first.incarnation};
    for (const bool out : {true, false}) {
        const int most = lookAhead + int(m_passed.size());
        const auto pictures = out ? m_outbox.picturesToSend(most) : m_outbox.picturesToFetch(most);
        if (!pictures)
            return base::Fail(pictures.error());
        for (const journal::LanePicture &picture : *pictures) {
            if (m_passed.contains(picture.scan))
                continue;
            m_task = Task{.picture = picture, .out = out, .bytes = {}, .target = targetOf(picture), .writer = writer};
            return true;
        }
    }
    return false;
}

void PictureLane::askHub()
{
    const base::Result<QByteArray> bytes = m_shelf.read(m_task->picture);
    if (!bytes || bytes->size() != m_task->picture.bytes) {
        giveUp(bytes ? document(u"has another size than its record"_s) : bytes.error());
        return;
    }
    m_task->bytes = *bytes;
    m_line.send(m_task->writer, {.method = "HEAD", .target = m_task->target}, this, [this](const SignedLine::Outcome &outcome) {
        if (!outcome)
            fail(outcome.error());
        else if (outcome->headers.value("yichuang-complete") == "true")
            end();
        else
            sendPiece(qBound<qint64>(0, outcome->headers.value("yichuang-have").toLongLong(), m_task->bytes.size() - 1));
    });
}

void PictureLane::sendPiece(qint64 from)
{
    const qint64 size = qMin(wire::pieceBytes, m_task->bytes.size() - from);
    const QByteArray range = "bytes " + QByteArray::number(from) + '-' + QByteArray::number(from + size - 1) + '/'
        + QByteArray::number(m_task->bytes.size());
    const Call call{.method = "PUT",
                    .target = m_task->target,
                    .type = "application/octet-stream",
                    .body = m_task->bytes.mid(from, size),
                    .headers = {{"Content-Range", range}}};
    m_line.send(m_task->writer, call, this, [this, from, size](const SignedLine::Outcome &outcome) {
        if (!outcome)
            fail(outcome.error());
        else if (from + size >= m_task->bytes.size())
            end();
        else
            afterPiece(size, [this, next = from + size] { sendPiece(next); });
    });
}

void PictureLane::fetchPiece()
{
    const qint64 from = m_task->bytes.size();
    const qint64 whole = m_task->picture.bytes;
    if (whole < 1 || whole > largestPicture) {
        giveUp(document(u"cannot have this size"_s));
        return;
    }
    const qint64 size = qMin(wire::pieceBytes, whole - from);
    const QByteArray range = "bytes=" + QByteArray::number(from) + '-' + QByteArray::number(from + size - 1);
    const Call call{.target = m_task->target, .headers = {{"Range", range}}, .mostBytes = wire::pieceBytes};
    m_line.send(m_task->writer, call, this, [this, size, whole](const SignedLine::Outcome &outcome) {
        const bool isNotThereYet = !outcome && outcome.error().kind == Trouble::Kind::Refused
            && outcome.error().problem.code == wire::Problem::Code::Unknown;
        if (isNotThereYet) { // the window that took it is still sending
            m_passed.insert(m_task->picture.scan);
            m_task.reset();
            look();
            return;
        }
        if (!outcome) {
            fail(outcome.error());
            return;
        }
        if (outcome->body.size() != size) {
            fail({.kind = Trouble::Kind::Nonsense, .detail = u"a piece of another size"_s});
            return;
        }
        m_task->bytes += outcome->body;
        if (m_task->bytes.size() < whole) {
            afterPiece(size, [this] { fetchPiece(); });
            return;
        }
        if (const base::Result<> kept = m_shelf.keep(m_task->picture, m_task->bytes); !kept)
            giveUp(kept.error());
        else
            end();
    });
}

void PictureLane::end()
{
    m_backoff.reset();
    const Task task = *std::exchange(m_task, {});
    const base::Result<> noted = task.out ? m_outbox.pictureSent(task.picture) : m_outbox.pictureFetched(task.picture);
    if (!noted) {
        emit storageFailed(noted.error());
        m_wait.start(m_backoff.next());
        return;
    }
    emit moved();
    afterPiece(task.bytes.size() % wire::pieceBytes, [this] { look(); });
}

void PictureLane::giveUp(const base::Error &error)
{
    m_passed.insert(m_task->picture.scan);
    emit spoilt(m_task->picture, error);
    m_task.reset();
    QMetaObject::invokeMethod(this, &PictureLane::look, Qt::QueuedConnection);
}

void PictureLane::fail(const Trouble &trouble)
{
    m_task.reset();
    const int wait = m_backoff.next(trouble.problem.retryAfter);
    m_wait.start(wait);
    emit troubled(trouble, wait);
}

void PictureLane::afterPiece(qint64 bytes, std::function<void()> next)
{
    const qint64 share = m_rate > 0 ? bytes * 1000 / m_rate : 0;
    QTimer::singleShot(int(share), this, [this, next = std::move(next)] {
        if (!m_mayGo && m_task) // begun again from what the hub has
            m_task.reset();
        else
            next();
    });
}

}
