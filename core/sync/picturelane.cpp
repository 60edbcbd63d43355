#include "core/sync/picturelane.h"

namespace syncing {

using namespace Qt::StringLiterals;

namespace {

constexpr int lookAhead = 32;
constexpr qint64 largestPicture = 64 * 1024 * 1024;
constexpr qint64 smallestPiece = 16 * 1024;
constexpr int firstPause = 2'000; // milliseconds; until a picture that was not at the hub is asked for again
constexpr int longestPause = 120'000; // milliseconds
constexpr int mostRefusals = 3;

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
    m_again.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &PictureLane::look);
    connect(&m_again, &QTimer::timeout, this, &PictureLane::look);
}

void PictureLane::retry()
{
    m_wait.stop();
    m_spoilt.clear();
    m_later.clear();
    look();
}

void PictureLane::setMayGo(bool mayGo)
{
    m_mayGo = mayGo;
    look();
}

void PictureLane::look()
{
    if (m_task || !m_mayGo || m_wait.isActive() || !m_notBefore.hasExpired())
        return;
    const base::Result<bool> chosen = choose();
    if (!chosen)
        emit storageFailed(chosen.error());
    else if (*chosen && m_task->out)
        askHub();
    else if (*chosen)
        fetchPiece();
}

bool PictureLane::isToWait(const journal::LanePicture &picture) const
{
    return m_spoilt.contains(picture.scan) || (m_later.contains(picture.scan) && !m_later[picture.scan].next.hasExpired());
}

base::Result<bool> PictureLane::choose()
{
    const auto writers = m_outbox.acknowledged();
    if (!writers || writers->isEmpty())
        return writers.map([](const auto &) { return false; });
    const wire::Writer writer{writers->constLast().first.device, writers->constLast().first.incarnation};
    for (const bool out : {true, false}) {
        const int most = lookAhead + int(m_spoilt.size() + m_later.size());
        const auto pictures = out ? m_outbox.picturesToSend(most) : m_outbox.picturesToFetch(most);
        if (!pictures)
            return base::Fail(pictures.error());
        for (const journal::LanePicture &picture : *pictures) {
            if (isToWait(picture))
                continue;
            m_task = Task{.picture = picture, .out = out, .bytes = {}, .target = targetOf(picture), .writer = writer};
            const bool isBegun = m_begun && !out && m_begun->picture == picture;
            if (isBegun)
                m_task->bytes = m_begun->bytes;
            return true;
        }
    }
    for (const Later &later : std::as_const(m_later)) {
        const int remaining = int(qMax<qint64>(1, later.next.remainingTime()));
        if (!m_again.isActive() || remaining < m_again.remainingTime())
            m_again.start(remaining);
    }
    return false;
}

/// The other side does not know this picture, or its case, yet.
void PictureLane::postpone()
{
    Later &later = m_later[m_task->picture.scan];
    later.pause = later.pause == 0 ? firstPause : qMin(longestPause, later.pause * 2);
    later.next.setRemainingTime(later.pause);
    m_task.reset();
    QMetaObject::invokeMethod(this, &PictureLane::look, Qt::QueuedConnection);
}

/// What came so far need not come again.
void PictureLane::putAside()
{
    if (m_task && !m_task->out && !m_task->bytes.isEmpty())
        m_begun = *m_task;
    m_task.reset();
}

/// Under a cap no piece takes the whole line for much longer than a second.
qint64 PictureLane::pieceOf(qint64 left) const
{
    const qint64 atOnce = m_rate > 0 ? qMin(m_piece, qMax(m_rate, smallestPiece)) : m_piece;
    return qMin(atOnce, left);
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
            end(0);
        else
            sendPiece(qBound<qint64>(0, outcome->headers.value("yichuang-have").toLongLong(), m_task->bytes.size() - 1));
    });
}

void PictureLane::sendPiece(qint64 from)
{
    const qint64 size = pieceOf(m_task->bytes.size() - from);
    const QByteArray range = "bytes " + QByteArray::number(from) + '-' + QByteArray::number(from + size - 1) + '/'
        + QByteArray::number(m_task->bytes.size());
    const Call call{.method = "PUT",
                    .target = m_task->target,
                    .type = "application/octet-stream",
                    .body = m_task->bytes.mid(from, size),
                    .headers = {{"Content-Range", range}}};
    m_line.send(m_task->writer, call, this, [this, from, size](const SignedLine::Outcome &outcome) {
        if (!outcome) {
            fail(outcome.error());
            return;
        }
        m_piece = qMin(wire::pieceBytes, m_piece * 2);
        if (from + size >= m_task->bytes.size())
            end(size);
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
    const qint64 size = pieceOf(whole - from);
    const QByteArray range = "bytes=" + QByteArray::number(from) + '-' + QByteArray::number(from + size - 1);
    const Call call{.target = m_task->target, .headers = {{"Range", range}}, .mostBytes = wire::pieceBytes};
    m_line.send(m_task->writer, call, this, [this, size](const SignedLine::Outcome &outcome) {
        if (!outcome)
            fail(outcome.error());
        else if (outcome->body.size() != size)
            fail({.kind = Trouble::Kind::Nonsense, .detail = u"a piece of another size"_s});
        else
            takePiece(outcome->body);
    });
}

void PictureLane::takePiece(const QByteArray &piece)
{
    m_piece = qMin(wire::pieceBytes, m_piece * 2);
    m_task->bytes += piece;
    if (m_task->bytes.size() < m_task->picture.bytes) {
        afterPiece(piece.size(), [this] { fetchPiece(); });
        return;
    }
    m_begun.reset();
    if (const base::Result<> kept = m_shelf.keep(m_task->picture, m_task->bytes); !kept)
        giveUp(kept.error());
    else
        end(piece.size());
}

void PictureLane::end(qint64 lastPiece)
{
    m_backoff.reset();
    m_refusals = 0;
    m_later.remove(m_task->picture.scan);
    const Task task = *std::exchange(m_task, {});
    const base::Result<> noted = task.out ? m_outbox.pictureSent(task.picture) : m_outbox.pictureFetched(task.picture);
    if (!noted) {
        emit storageFailed(noted.error());
        m_wait.start(m_backoff.next());
        return;
    }
    emit moved();
    afterPiece(lastPiece, [this] { look(); });
}

void PictureLane::giveUp(const base::Error &error)
{
    m_spoilt.insert(m_task->picture.scan);
    m_refusals = 0;
    emit spoilt(m_task->picture, m_task->out, error);
    m_task.reset();
    QMetaObject::invokeMethod(this, &PictureLane::look, Qt::QueuedConnection);
}

void PictureLane::fail(const Trouble &trouble)
{
    using Code = wire::Problem::Code;
    const bool isRefused = trouble.kind == Trouble::Kind::Refused;
    if (isRefused && trouble.problem.code == Code::Unknown) {
        postpone();
        return;
    }
    // One picture that the hub will not have keeps no other from going.
    const bool isItsFault = isRefused && (trouble.problem.code == Code::BadRequest || trouble.problem.code == Code::TooLarge);
    if (isItsFault && ++m_refusals >= mostRefusals) {
        giveUp(document(trouble.detail));
        return;
    }
    if (trouble.kind == Trouble::Kind::Unreachable)
        m_piece = qMax(smallestPiece, m_piece / 2);
    putAside();
    const int wait = m_backoff.next(trouble.problem.retryAfter);
    m_wait.start(wait);
    emit troubled(trouble, wait);
}

void PictureLane::afterPiece(qint64 bytes, std::function<void()> next)
{
    const int share = int(m_rate > 0 ? bytes * 1000 / m_rate : 0);
    m_notBefore.setRemainingTime(share);
    QTimer::singleShot(share, this, [this, next = std::move(next)] {
        m_notBefore.setRemainingTime(0);
        if (!m_mayGo) // gone on with later, from what is there
            putAside();
        else
            next();
    });
}

}
