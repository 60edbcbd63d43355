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
}

void HubLibrary::look()
{
    if (m_busy)
        return;
    m_busy = true;
    m_link.ask({.target = "/sync/v1/library"}, this, [this](const syncing::SignedLine::Outcome &outcome) {
        m_busy = false;
        const auto files = outcome ? wire::libraryFrom(outcome->body) : base::Result<QList<wire::LibraryFile>>();
        if (files)
            choose(*files);
    });
}

bool HubLibrary::isAtHand(const wire::LibraryFile &file) const
{
    return std::ranges::any_of(m_guides.shelf().packs(), [&](const domain::GuidePack &pack) {
        return pack.id == file.name && pack.version == file.version;
    });
}

/// What lies over another pack comes after it.
void HubLibrary::choose(const QList<wire::LibraryFile> &files)
{
    m_wanted.clear();
    for (const QLatin1StringView kind : {"pack"_L1, "overlay"_L1}) {
        for (const wire::LibraryFile &file : files) {
            const bool fits = file.kind == kind && file.bytes > 0 && file.bytes <= largestFile;
            if (fits && !isAtHand(file) && !m_passed.contains(file.sha256))
                m_wanted << file;
        }
    }
    fetchNext();
}

void HubLibrary::fetchNext()
{
    if (m_wanted.isEmpty()) {
        emit finished();
        return;
    }
    const wire::LibraryFile file = m_wanted.takeFirst();
    const QByteArray target = "/sync/v1/library/" + file.kind.toLatin1() + '/' + file.name.toLatin1() + '/' + file.version.toLatin1();
    m_busy = true;
    m_link.ask({.target = target, .mostBytes = largestFile}, this, [this, file](const syncing::SignedLine::Outcome &outcome) {
        m_busy = false;
        if (!outcome) // the lanes say why; asked again when the hub is back
            return;
        take(file, outcome->body);
        fetchNext();
    });
}

void HubLibrary::take(const wire::LibraryFile &file, const QByteArray &bytes)
{
    const QString place = m_folder + u"/from-hub.json"_s;
    const auto fail = [&](const base::Error &error) {
        m_passed.insert(file.sha256);
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
