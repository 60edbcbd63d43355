#include "core/desk/casescans.h"

#include "core/base/durablefile.h"
#include "core/domain/scans.h"
#include "core/scans/pagecodes.h"

#include <QFile>

namespace desk {

using Outcome = Arrival::Outcome;
using Kind = scans::Sorter::Place::Kind;

namespace {

/// Codes and sharpness are looked for in this size, 150 dpi of an A4 page: half of the usual 300 dpi, which JPEG decodes at a
/// fraction of the cost.
constexpr QSize lookedAt(1750, 1750);

Outcome outcomeOf(Kind kind)
{
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

}

QList<scans::Recorded> recordedPictures(const domain::Case &file)
{
    QList<scans::Recorded> recorded;
    for (const domain::ScanPicture &picture : file.life.scans)
        recorded.append({picture.scan, picture.bytes});
    for (const domain::HandSignature &signature : file.signatures)
        recorded.append({signature.ink.scan, signature.ink.bytes});
    return recorded;
}

/// What a thread found out about a picture; the case is changed in the thread of the clerk.
struct CaseScans::Looked {
    Arrival arrival;
    QString kind;
    qint64 bytes = 0;
    QString from; ///< worked on
    QString fileToRemove;
};

CaseScans::CaseScans(CaseWork &work, scans::ScanStore store, scans::CaseShelf shelf, QObject *parent)
    : QObject(parent), m_work(work), m_store(std::move(store)), m_shelf(std::move(shelf))
{
    m_taking.setMaxThreadCount(1);
    m_showing.setMaxThreadCount(1);
    // The window comes first on a PC of two cores.
    m_taking.setThreadPriority(QThread::LowPriority);
    makeSorter();
}

CaseScans::~CaseScans()
{
    *m_cancelled = true;
    for (QThreadPool *pool : {&m_taking, &m_showing}) {
        pool->clear();
        pool->waitForDone();
    }
}

void CaseScans::makeSorter()
{
    QStringList materials;
    for (const domain::Plan::MaterialLine &line : m_work.plan().materials)
        materials << line.material.id;
    m_sorter = std::make_shared<scans::Sorter>(m_work.file().number, m_target, materials);
}

void CaseScans::setTarget(const QString &material)
{
    m_target = material;
    makeSorter();
}

void CaseScans::take(const QList<Incoming> &pictures)
{
    m_underWay += int(pictures.size());
    for (const Incoming &picture : pictures) {
        m_taking.start([this, picture, sorter = m_sorter, cancelled = m_cancelled] {
            const Looked looked = *cancelled
                ? Looked{.arrival = {.outcome = Outcome::Dropped, .name = picture.name}, .kind = {}, .from = {}, .fileToRemove = {}}
                : lookAt(picture, *sorter);
            QMetaObject::invokeMethod(this, [this, looked] {
                --m_underWay;
                settle(looked);
            });
        });
    }
    emit progressed();
}

void CaseScans::cancel()
{
    *m_cancelled = true;
    m_cancelled = std::make_shared<std::atomic_bool>(false);
}

CaseScans::Looked CaseScans::lookAt(const Incoming &picture, scans::Sorter &sorter) const
{
    Looked looked{.arrival = {.name = picture.name}, .kind = {}, .from = {}, .fileToRemove = {}};
    Arrival &arrival = looked.arrival;
    const auto refuse = [&](scans::PictureFault fault) {
        arrival.outcome = Outcome::Refused;
        arrival.fault = fault;
        return looked;
    };
    const auto fail = [&](const base::Error &error) {
        arrival.outcome = Outcome::NotDone;
        arrival.error = error;
        return looked;
    };
    QByteArray bytes = picture.bytes;
    if (!picture.file.isEmpty()) {
        const base::Result<QByteArray> read = base::readPlain(picture.file, scans::mostBytes + 1);
        if (!read) // gone again, or a folder
            return refuse(scans::PictureFault::Unreadable);
        bytes = *read;
    } else if (bytes.isEmpty() && !picture.image.isNull()) {
        bytes = scans::encode(picture.image, scans::PictureKind::Png).value_or(QByteArray());
    }
    const auto head = scans::headOf(bytes);
    if (!head)
        return refuse(head.error());
    const auto small = scans::decode(bytes, lookedAt);
    if (!small)
        return refuse(small.error());

    const scans::Sorter::Place place = sorter.next(scans::codesOn(*small));
    arrival.outcome = outcomeOf(place.kind);
    arrival.material = place.material;
    arrival.otherCase = place.otherCase;
    if (arrival.outcome != Outcome::OtherCase && picture.removeFile)
        looked.fileToRemove = picture.file;
    if (arrival.outcome != Outcome::Taken)
        return looked;
    const base::Result<QString> scan = m_store.keep(m_shelf, bytes);
    if (!scan)
        return fail(scan.error());
    arrival.scan = *scan;
    arrival.quality = scans::qualityOf(*small, head->size).faults;
    looked.kind = scans::nameOf(head->kind);
    looked.bytes = bytes.size();
    return looked;
}

void CaseScans::settle(const Looked &looked)
{
    Arrival arrival = looked.arrival;
    if (arrival.outcome == Outcome::Taken)
        attach(arrival, looked);
    const bool isSeparator = arrival.outcome == Outcome::Separator || arrival.outcome == Outcome::UnknownSeparator;
    if (isSeparator && m_target != arrival.material) {
        m_target = arrival.material; // the sorter knows it already
        emit targetChanged(m_target);
    }
    const bool isSafe = arrival.outcome == Outcome::Taken || isSeparator;
    if (isSafe && !looked.fileToRemove.isEmpty())
        arrival.fileLeft = !QFile::remove(looked.fileToRemove);
    emit arrived(arrival);
    emit progressed();
}

void CaseScans::attach(Arrival &arrival, const Looked &looked)
{
    const Done done
        = perform(domain::AttachScan{arrival.scan, arrival.material, looked.kind, looked.bytes, looked.from});
    if (done)
        return;
    arrival.outcome = Outcome::NotDone;
    arrival.refusals = done.error().refusals;
    arrival.error = done.error().error;
}

Done CaseScans::perform(const domain::LifeCommand &command)
{
    const qint64 before = m_work.file().events;
    Done done = m_work.perform(command);
    if (m_work.file().events > before)
        ++m_steps;
    return done;
}

void CaseScans::show(const QString &scan, QSize box)
{
    m_showing.start([this, scan, box] {
        const base::Result<QByteArray> bytes = m_store.read(m_shelf, scan);
        const auto picture = bytes ? scans::decode(*bytes, box) : tl::unexpected(scans::PictureFault::Unreadable);
        if (picture) {
            QMetaObject::invokeMethod(this, [this, scan, box, image = *picture] { emit pictureReady(scan, box, image); });
            return;
        }
        const base::Error error
            = bytes ? base::Error{base::Error::Kind::Damaged, QStringLiteral("cannot be decoded"), scan} : bytes.error();
        QMetaObject::invokeMethod(this, [this, scan, error] { emit pictureFailed(scan, error); });
    });
}

CaseScans::Looked CaseScans::workOn(const QString &scan, const scans::Edit &edit) const
{
    Looked looked{.arrival = {}, .kind = {}, .from = scan, .fileToRemove = {}};
    const auto fail = [&](const base::Error &error) {
        looked.arrival.outcome = Outcome::NotDone;
        looked.arrival.error = error;
        return looked;
    };
    const base::Result<QByteArray> bytes = m_store.read(m_shelf, scan);
    if (!bytes)
        return fail(bytes.error());
    const auto head = scans::headOf(*bytes);
    const auto picture = scans::decode(*bytes);
    const auto result = head && picture ? scans::encode(scans::edited(*picture, edit), head->kind)
                                        : tl::unexpected(scans::PictureFault::Unreadable);
    if (!result)
        return fail({base::Error::Kind::Damaged, QStringLiteral("cannot be decoded"), scan});
    const base::Result<QString> kept = m_store.keep(m_shelf, *result);
    if (!kept)
        return fail(kept.error());
    looked.arrival.scan = *kept;
    looked.kind = scans::nameOf(head->kind);
    looked.bytes = result->size();
    return looked;
}

void CaseScans::edit(const QString &scan, const scans::Edit &edit)
{
    ++m_underWay;
    m_taking.start([this, scan, edit] {
        const Looked looked = workOn(scan, edit);
        QMetaObject::invokeMethod(this, [this, looked] {
            --m_underWay;
            settle(looked);
        });
    });
    emit progressed();
}

Done CaseScans::move(const QStringList &pictures, const QString &material)
{
    for (const QString &scan : pictures) {
        if (Done done = perform(domain::MoveScan{scan, material}); !done)
            return done;
    }
    return {};
}

Done CaseScans::remove(const QStringList &pictures, const QString &reason)
{
    for (const QString &scan : pictures) {
        if (Done done = perform(domain::RemoveScan{scan, reason}); !done)
            return done;
    }
    return {};
}

Done CaseScans::undo()
{
    if (m_steps == 0)
        return {};
    --m_steps;
    return m_work.undo();
}

void CaseScans::check()
{
    const QList<scans::Recorded> recorded = recordedPictures(m_work.file());
    m_taking.start([this, recorded] {
        QList<scans::Finding> findings;
        QList<Looked> stranded;
        for (const scans::Finding &finding : m_store.check(m_shelf, recorded)) {
            const auto bytes = m_store.read(m_shelf, finding.scan);
            const auto head = bytes ? scans::headOf(*bytes) : tl::unexpected(scans::PictureFault::Unreadable);
            if (finding.kind == scans::Finding::Kind::Unrecorded && head)
                stranded.append({.arrival = {.name = {}, .scan = finding.scan},
                                 .kind = scans::nameOf(head->kind),
                                 .bytes = bytes->size(),
                                 .from = {},
                                 .fileToRemove = {}});
            else
                findings.append(finding);
        }
        QMetaObject::invokeMethod(this, [this, findings, stranded] { settleCheck(findings, stranded); });
    });
}

void CaseScans::settleCheck(const QList<scans::Finding> &findings, const QList<Looked> &stranded)
{
    int recovered = 0;
    for (const Looked &looked : stranded) {
        Arrival arrival = looked.arrival;
        attach(arrival, looked);
        if (arrival.outcome == Outcome::Taken)
            ++recovered;
    }
    m_steps = 0; // what was found is not taken back by a key
    emit checked(findings, recovered);
}

}
