#include "core/desk/hublibrary.h"

#include "core/base/durablefile.h"
#include "core/guides/signature.h"
#include "core/wire/messages.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 32 * 1024 * 1024;
constexpr qint64 smallestPiece = 16 * 1024;

QString nameOf(const wire::LibraryFile &file)
{
    return file.name + u' ' + file.version;
}

}

HubLibrary::HubLibrary(HubLink &link, GuideLibrary &guides, const QString &folder, QObject *parent) :
    QObject(parent), m_link(link), m_guides(guides), m_folder(folder)
{
    connect(&link, &HubLink::libraryChanged, this, &HubLibrary::look);
    connect(&link, &HubLink::statusChanged, this, [this](const syncing::Status &status) {
        const bool isOnline = status.contact == syncing::Status::Contact::Online;
        if (isOnline && !m_wasOnline)
            look();
        m_wasOnline = isOnline;
    });
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &HubLibrary::look);
}

void HubLibrary::retry()
{
    m_refused.clear();
    emit heldChanged();
    look();
}

void HubLibrary::look()
{
    if (m_busy || !m_link.place())
        return;
    m_wait.stop();
    m_busy = true;
    m_link.ask({.target = "/sync/v1/library"}, this, [this](const syncing::SignedLine::Outcome &outcome) {
        m_busy = false;
        const auto files = outcome ? wire::libraryFrom(outcome->body) : base::Result<QList<wire::LibraryFile>>();
        if (!outcome)
            goOnLater(outcome.error());
        else if (!files)
            goOnLater({.kind = syncing::Trouble::Kind::Nonsense, .detail = files.error().detail});
        else
            choose(*files);
    });
}

QList<HubLibrary::Held> HubLibrary::held() const
{
    QList<Held> held = m_refused.values();
    for (const Fetching &fetching : m_wanted) {
        held.append({.name = nameOf(fetching.file),
                     .refused = {},
                     .percent = int(fetching.bytes.size() * 100 / fetching.file.bytes),
                     .since = fetching.since});
    }
    return held;
}

/// The lanes say why the hub is not there; the library only comes back to it.
void HubLibrary::goOnLater(const syncing::Trouble &trouble)
{
    if (trouble.kind == syncing::Trouble::Kind::Unreachable)
        m_piece = qMax(smallestPiece, m_piece / 2);
    m_wait.start(m_backoff.next(trouble.problem.retryAfter));
}

bool HubLibrary::isAtHand(const wire::LibraryFile &file) const
{
    return std::ranges::any_of(m_guides.shelf().packs(), [&](const domain::GuidePack &pack) {
        return pack.id == file.name && pack.version == file.version;
    });
}

/// What lies over another pack comes after it. What came of a file before stays.
void HubLibrary::choose(const QList<wire::LibraryFile> &files)
{
    const QList<Fetching> before = std::exchange(m_wanted, {});
    for (const QLatin1StringView kind : {"pack"_L1, "overlay"_L1}) {
        for (const wire::LibraryFile &file : files) {
            const bool fits = file.kind == kind && file.bytes > 0 && file.bytes <= largestFile;
            if (!fits || isAtHand(file) || m_refused.contains(file.sha256))
                continue;
            const auto begun = std::ranges::find_if(before, [&](const Fetching &one) { return one.file == file; });
            m_wanted << (begun == before.end() ? Fetching{file, {}, QDateTime::currentDateTime()} : *begun);
        }
    }
    emit heldChanged();
    fetchNext();
}

void HubLibrary::fetchNext()
{
    if (m_wanted.isEmpty()) {
        m_backoff.reset();
        return;
    }
    const Fetching &first = m_wanted.constFirst();
    const qint64 from = first.bytes.size();
    const qint64 to = qMin(from + m_piece, first.file.bytes) - 1;
    const syncing::Call call{.target = "/sync/v1/library/" + first.file.kind.toLatin1() + '/' + first.file.name.toLatin1() + '/'
                                 + first.file.version.toLatin1(),
                             .headers = {{"Range", "bytes=" + QByteArray::number(from) + '-' + QByteArray::number(to)}},
                             .mostBytes = wire::pieceBytes};
    m_busy = true;
    m_link.ask(call, this, [this, size = to + 1 - from](const syncing::SignedLine::Outcome &outcome) {
        m_busy = false;
        if (!outcome) // the list says what has become of it
            goOnLater(outcome.error());
        else if (outcome->body.size() != size)
            goOnLater({.kind = syncing::Trouble::Kind::Nonsense, .detail = u"a piece of another size"_s});
        else
            takePiece(outcome->body);
    });
}

void HubLibrary::takePiece(const QByteArray &piece)
{
    Fetching &first = m_wanted.first();
    first.bytes += piece;
    m_piece = qMin(wire::pieceBytes, m_piece * 2);
    m_backoff.reset();
    if (first.bytes.size() >= first.file.bytes) {
        const Fetching whole = m_wanted.takeFirst();
        take(whole.file, whole.bytes);
    }
    emit heldChanged();
    fetchNext();
}

void HubLibrary::take(const wire::LibraryFile &file, const QByteArray &bytes)
{
    const QString place = m_folder + u"/from-hub.json"_s;
    const auto fail = [&](const base::Error &error) {
        m_refused.insert(file.sha256, {nameOf(file), error, 100, QDateTime::currentDateTime()});
        emit refused(nameOf(file), error);
    };
    if (QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() != file.sha256.toLatin1()) {
        fail({base::Error::Kind::Damaged, u"is not the file that the hub described"_s, nameOf(file)});
        return;
    }
    base::Result<> written = base::makePrivateFolder(m_folder)
                                 .and_then([&] { return base::writeDurably(place, bytes); })
                                 .and_then([&] { return base::writeDurably(guides::signatureFile(place), file.signature); });
    if (file.signature.isEmpty())
        QFile::remove(guides::signatureFile(place));
    const GuideLook seen = written ? m_guides.look(place) : GuideLook();
    const base::Result<> taken = written.and_then([&] { return m_guides.import(seen); });
    QFile::remove(place);
    QFile::remove(guides::signatureFile(place));
    if (!taken)
        fail(taken.error());
    else
        emit imported(nameOf(file));
}

}
