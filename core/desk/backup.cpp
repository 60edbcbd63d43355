#include "core/desk/backup.h"

#include "core/desk/auditbook.h"

#include <QFileInfo>
#include <QThread>

namespace desk {

using namespace std::chrono_literals;

namespace {

constexpr auto lookEvery = 1min;
constexpr qint64 againAfter = 5 * 60; ///< seconds after a copy that came to nothing
constexpr int overdueDays = 2;

}

Backup::Backup(Needs needs, QObject *parent) : QObject(parent), m_needs(std::move(needs))
{
    const base::Result<BackupState> state = readBackupState(m_needs.profileFolder);
    if (state)
        m_state = *state;
    else
        m_fault = state.error();
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &Backup::look);
    m_timer.start();
}

Backup::~Backup()
{
    if (m_thread)
        m_thread->wait();
}

bool Backup::isOverdue() const
{
    return m_state.at.isNull() || m_state.at.daysTo(m_needs.clock.now()) > overdueDays;
}

void Backup::look()
{
    const QDateTime now = m_needs.clock.now();
    const QTime at = QTime::fromString(m_needs.at, QStringLiteral("HH:mm"));
    const bool isSetUp = !m_needs.target.isEmpty() && !m_state.recoveryKey.isEmpty() && at.isValid();
    const QDateTime due(at.isValid() && now.time() < at ? now.date().addDays(-1) : now.date(), at);
    const bool isDone = m_state.at.isValid() && m_state.at >= due;
    const bool isTooSoon = m_triedAt.isValid() && m_triedAt.secsTo(now) < againAfter;
    if (isSetUp && !isDone && !isTooSoon)
        backUpNow();
}

void Backup::backUpNow()
{
    if (m_thread)
        return;
    m_triedAt = m_needs.clock.now();
    const BackupWish wish{m_needs.profileFolder, m_needs.profileKey, m_needs.device, m_needs.target, m_triedAt};
    m_thread.reset(QThread::create([this, wish] {
        const base::Result<BackupState> made = backUp(wish);
        QMetaObject::invokeMethod(this, [this, made] { end(made); }, Qt::QueuedConnection);
    }));
    m_thread->start();
    emit changed();
}

void Backup::end(const base::Result<BackupState> &made)
{
    m_thread->wait();
    m_thread.reset();
    base::Result<> noted;
    if (made) {
        m_state = *made;
        noted = m_needs.audit.note(AuditAct::BackedUp, QFileInfo(made->file).fileName());
    }
    m_fault = made ? std::nullopt : std::optional(made.error());
    if (!noted)
        m_fault = noted.error();
    emit changed();
    if (m_fault)
        emit failed(*m_fault);
    else
        emit finished(m_state.file);
}

base::Result<QString> Backup::setUp()
{
    const base::Result<QString> words = setUpRecovery(m_needs.profileFolder);
    if (words) {
        m_state = readBackupState(m_needs.profileFolder).value_or(BackupState());
        emit changed();
    }
    return words;
}

}
