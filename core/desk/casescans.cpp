#include "core/desk/casescans.h"

#include "core/domain/scans.h"

#include <QFile>

namespace desk {

using Outcome = Arrival::Outcome;

QList<scans::Recorded> recordedPictures(const domain::Case &file)
{
    QList<scans::Recorded> recorded;
    for (const domain::ScanPicture &picture : file.life.scans)
        recorded.append({picture.scan, picture.bytes});
    for (const domain::HandSignature &signature : file.signatures)
        recorded.append({signature.ink.scan, signature.ink.bytes});
    return recorded;
}

/// A picture or a file of pages that was given, and how far it is.
struct CaseScans::Given {
    QString fileToRemove; ///< once all of it is safe
    int open = 1; ///< pages that were not told yet
    bool isSafe = true;
};

CaseScans::CaseScans(CaseWork &work, scans::ScanStore store, scans::CaseShelf shelf, QObject *parent)
    : QObject(parent), m_work(work), m_intake(std::move(store), std::move(shelf))
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
        auto given = std::make_shared<Given>(); // shared with what the thread sends, and used here only
        given->fileToRemove = picture.removeFile ? picture.file : QString();
        m_taking.start([this, picture, given, sorter = m_sorter, cancelled = m_cancelled] {
            m_intake.take(picture, *sorter, *cancelled, [this, given](const LookedPage &looked) {
                QMetaObject::invokeMethod(this, [this, given, looked] { settle(*given, looked); });
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

void CaseScans::settle(Given &given, const LookedPage &looked)
{
    m_underWay += looked.toCome - given.open;
    given.open = looked.toCome;
    Arrival arrival = looked.arrival;
    if (arrival.outcome == Outcome::Taken)
        attach(arrival, looked);
    const bool isSeparator = arrival.outcome == Outcome::Separator || arrival.outcome == Outcome::UnknownSeparator;
    if (isSeparator && m_target != arrival.material) {
        m_target = arrival.material; // the sorter knows it already
        emit targetChanged(m_target);
    }
    given.isSafe = given.isSafe && (arrival.outcome == Outcome::Taken || isSeparator);
    if (given.open == 0 && given.isSafe && !given.fileToRemove.isEmpty())
        arrival.fileLeft = !QFile::remove(given.fileToRemove);
    emit arrived(arrival);
    emit progressed();
}

void CaseScans::attach(Arrival &arrival, const LookedPage &looked)
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
        const base::Result<QByteArray> bytes = m_intake.store().read(m_intake.shelf(), scan);
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

void CaseScans::edit(const QString &scan, const scans::Edit &edit)
{
    ++m_underWay;
    m_taking.start([this, scan, edit] {
        const LookedPage looked = m_intake.workOn(scan, edit);
        QMetaObject::invokeMethod(this, [this, looked] {
            Given given;
            settle(given, looked);
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
        QList<LookedPage> stranded;
        for (const scans::Finding &finding : m_intake.store().check(m_intake.shelf(), recorded)) {
            const auto bytes = m_intake.store().read(m_intake.shelf(), finding.scan);
            const auto head = bytes ? scans::headOf(*bytes) : tl::unexpected(scans::PictureFault::Unreadable);
            if (finding.kind == scans::Finding::Kind::Unrecorded && head)
                stranded.append({.arrival = {.name = {}, .scan = finding.scan},
                                 .kind = scans::nameOf(head->kind),
                                 .bytes = bytes->size(),
                                 .from = {}});
            else
                findings.append(finding);
        }
        QMetaObject::invokeMethod(this, [this, findings, stranded] { settleCheck(findings, stranded); });
    });
}

void CaseScans::settleCheck(const QList<scans::Finding> &findings, const QList<LookedPage> &stranded)
{
    int recovered = 0;
    for (const LookedPage &looked : stranded) {
        Arrival arrival = looked.arrival;
        attach(arrival, looked);
        if (arrival.outcome == Outcome::Taken)
            ++recovered;
    }
    m_steps = 0; // what was found is not taken back by a key
    emit checked(findings, recovered);
}

}
