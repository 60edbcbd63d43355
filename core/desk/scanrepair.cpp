#include "core/desk/scanrepair.h"

#include "core/base/durablefile.h"

#include <QFileInfo>

namespace desk {

namespace {

constexpr int overlap = 60; // s; file systems keep coarse times

}

ScanRepair::ScanRepair(const ScanRoom &room, QString stamp, QObject *parent)
    : QObject(parent), m_room(room), m_stamp(std::move(stamp))
{
    m_thread.setMaxThreadCount(1);
    m_thread.setThreadPriority(QThread::LowestPriority);
}

ScanRepair::~ScanRepair()
{
    m_thread.clear();
    m_thread.waitForDone();
}

void ScanRepair::start()
{
    m_started = QDateTime::currentDateTime();
    m_looked = 0;
    const QFileInfo stamp(m_stamp);
    const QDateTime since = stamp.exists() ? stamp.lastModified().addSecs(-overlap) : QDateTime();
    for (const QString &caseId : m_room.store().cases()) {
        if (!since.isValid() || m_room.store().changedAt(caseId) >= since)
            m_open << caseId;
    }
    next();
}

void ScanRepair::next()
{
    while (!m_open.isEmpty()) {
        const QString caseId = m_open.takeFirst();
        ++m_looked;
        // Somebody works on it; its pictures were compared when they were opened.
        if (m_room.store().changedAt(caseId) > m_started)
            continue;
        const base::Result<ScanRoom::Inventory> inventory = m_room.inventoryOf(caseId);
        if (!inventory || inventory->number.isEmpty()) {
            emit found({caseId, {}, {}});
            continue;
        }
        m_thread.start([this, inventory = *inventory] {
            const Misfit misfit{inventory.caseId, inventory.number,
                                m_room.store().check(inventory.shelf, inventory.recorded)};
            QMetaObject::invokeMethod(this, [this, misfit] { settle(misfit); });
        });
        return;
    }
    if (m_looked > 0 && !base::writeDurably(m_stamp, {}))
        return; // it looks again the next time
    emit completed(m_looked);
}

void ScanRepair::settle(const Misfit &misfit)
{
    if (!misfit.findings.isEmpty())
        emit found(misfit);
    next();
}

}
