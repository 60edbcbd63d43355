#include "core/desk/scanintake.h"

#include "core/base/durablefile.h"
#include "core/scans/pagecodes.h"
#include "core/scans/unfolding.h"

#include <QFile>
#include <QFileInfo>

#include <sys/mman.h>

namespace desk {

using Outcome = Arrival::Outcome;
using scans::PictureFault;

namespace {

/// Codes and sharpness are looked for in this size, 150 dpi of an A4 page: half of the usual 300 dpi, which JPEG decodes at a
/// fraction of the cost.
constexpr QSize lookedAt(1750, 1750);
constexpr qint64 startBytes = 1024; // by which a file is known

Outcome outcomeOf(scans::Sorter::Place::Kind kind)
{
    using Kind = scans::Sorter::Place::Kind;
    switch (kind) {
    case Kind::Page:
        return Outcome::Taken;
    case Kind::Separator:
        return Outcome::Separator;
    case Kind::UnknownSeparator:
        return Outcome::UnknownSeparator;
    case Kind::OtherCase:
        break;
    }
    return Outcome::OtherCase;
}

LookedPage refused(Arrival arrival, PictureFault fault)
{
    arrival.outcome = Outcome::Refused;
    arrival.fault = fault;
    return {.arrival = arrival, .kind = {}, .from = {}};
}

LookedPage notDone(Arrival arrival, const base::Error &error)
{
    arrival.outcome = Outcome::NotDone;
    arrival.error = error;
    return {.arrival = arrival, .kind = {}, .from = {}};
}

LookedPage dropped(const QString &name)
{
    return {.arrival = {.outcome = Outcome::Dropped, .name = name}, .kind = {}, .from = {}};
}

PictureFault whyNotOpened(const QString &file)
{
    const QFileInfo info(file);
    if (!info.isSymLink() && !info.exists())
        return PictureFault::Gone;
    return info.isSymLink() || !info.isFile() ? PictureFault::NoPlainFile : PictureFault::Unreadable;
}

/// What was copied or dropped as bytes, as a file without a name that lies in memory.
std::unique_ptr<QFile> fileOf(const QByteArray &bytes)
{
    auto file = std::make_unique<QFile>();
    if (!file->open(::memfd_create("pages", MFD_CLOEXEC), QIODevice::ReadWrite, QFileDevice::AutoCloseHandle)
        || file->write(bytes) != bytes.size() || !file->flush() || !file->seek(0))
        return {};
    return file;
}

}

void ScanIntake::take(const Incoming &incoming, scans::Sorter &sorter, const std::atomic_bool &cancelled, const Tell &tell) const
{
    if (cancelled)
        return tell(dropped(incoming.name));
    const Arrival arrival{.name = incoming.name};
    std::unique_ptr<QFile> file;
    QByteArray bytes = incoming.bytes;
    if (!incoming.file.isEmpty()) {
        base::Result<std::unique_ptr<QFile>> opened = base::openPlain(incoming.file);
        if (!opened)
            return tell(refused(arrival, whyNotOpened(incoming.file)));
        file = std::move(*opened);
        bytes = file->peek(startBytes);
    } else if (bytes.isEmpty() && !incoming.image.isNull()) {
        bytes = scans::encode(incoming.image, scans::PictureKind::Png).value_or(QByteArray());
    }
    if (scans::pagesKindOf(bytes.left(startBytes))) {
        if (!file)
            file = fileOf(bytes);
        return file ? takeApart(file->handle(), incoming.name, sorter, cancelled, tell)
                    : tell(refused(arrival, PictureFault::TooMuchMemory));
    }
    if (file)
        bytes = file->read(scans::mostBytes + 1);
    tell(lookAt(arrival, bytes, sorter));
}

void ScanIntake::takeApart(int handle, const QString &name, scans::Sorter &sorter, const std::atomic_bool &cancelled,
                           const Tell &tell) const
{
    int open = 1;
    scans::unfold(handle, scans::pagesProgram(), cancelled, [&](const scans::UnfoldedPage &unfolded) {
        if (cancelled)
            return;
        const Arrival arrival{.name = name, .page = unfolded.page};
        LookedPage looked = unfolded.picture ? lookAt(arrival, *unfolded.picture, sorter) : refused(arrival, unfolded.picture.error());
        const bool isLast = unfolded.page == 0 || looked.arrival.fault == PictureFault::GivenUp;
        open = looked.toCome = isLast ? 0 : unfolded.pages - unfolded.page;
        tell(looked);
    });
    if (open > 0)
        tell(dropped(name));
}

LookedPage ScanIntake::lookAt(Arrival arrival, const QByteArray &bytes, scans::Sorter &sorter) const
{
    const auto head = scans::headOf(bytes);
    if (!head)
        return refused(arrival, head.error());
    const auto small = scans::decode(bytes, lookedAt);
    if (!small)
        return refused(arrival, small.error());
    const scans::Sorter::Place place = sorter.next(scans::codesOn(*small));
    arrival.outcome = outcomeOf(place.kind);
    arrival.material = place.material;
    arrival.otherCase = place.otherCase;
    if (arrival.outcome != Outcome::Taken)
        return {.arrival = arrival, .kind = {}, .from = {}};
    const base::Result<QString> scan = m_store.keep(m_shelf, bytes);
    if (!scan)
        return notDone(arrival, scan.error());
    arrival.scan = *scan;
    arrival.quality = scans::qualityOf(*small, head->size).faults;
    return {.arrival = arrival, .kind = scans::nameOf(head->kind), .bytes = bytes.size(), .from = {}};
}

LookedPage ScanIntake::workOn(const QString &scan, const scans::Edit &edit) const
{
    const Arrival arrival;
    const base::Result<QByteArray> bytes = m_store.read(m_shelf, scan);
    if (!bytes)
        return notDone(arrival, bytes.error());
    const auto head = scans::headOf(*bytes);
    const auto picture = scans::decode(*bytes);
    const auto result = head && picture ? scans::encode(scans::edited(*picture, edit), head->kind)
                                        : tl::unexpected(PictureFault::Unreadable);
    if (!result)
        return notDone(arrival, {base::Error::Kind::Damaged, QStringLiteral("cannot be decoded"), scan});
    const base::Result<QString> kept = m_store.keep(m_shelf, *result);
    if (!kept)
        return notDone(arrival, kept.error());
    return {.arrival = {.name = {}, .scan = *kept}, .kind = scans::nameOf(head->kind), .bytes = result->size(), .from = scan};
}

}
