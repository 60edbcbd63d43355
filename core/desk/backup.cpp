#include "core/desk/backup.h"

#include "core/desk/auditbook.h"

#include <QFileInfo>
#include <QThread>

#include <algorithm>

namespace desk {

using namespace std::chrono_literals;

namespace {

constexpr auto lookEvery = 1min;
constexpr qint64 againAfter = 5 * 60; ///< seconds after a copy that came to nothing
constexpr int overdueDays = 2;
const QString timeForm = QStringLiteral("HH:mm");

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
    m_isCancelled = true;
    for (QThread *thread : {m_thread.get(), m_looking.get()}) {
        if (thread)
            thread->wait();
    }
}

bool Backup::isOverdue() const
{
    return age().value_or(overdueDays + 1) > overdueDays;
}

std::optional<qint64> Backup::age() const
{
    return m_state.at.isNull() ? std::nullopt : std::optional(std::max<qint64>(0, m_state.at.daysTo(m_needs.clock.now())));
}

QTime Backup::at() const
{
    return QTime::fromString(m_state.daily.isEmpty() ? m_needs.at : m_state.daily, timeForm);
}

base::Result<> Backup::choose(const QString &folder, const QTime &daily)
{
    if (!daily.isValid())
        return base::Fail({base::Error::Kind::Settings, QStringLiteral("is no time of day, e.g. 12:10"), {}});
    const QString disk = diskOf(folder);
    const CopyFolder there = lookAtCopies(folder, disk, m_needs.profileFolder, m_needs.device);
    if (there.fault)
        return base::Fail(*there.fault);
    BackupState state = m_state;
    state.target = folder;
    state.disk = disk;
    state.daily = daily.toString(timeForm);
    const QString words = folder + QLatin1Char(' ') + state.daily;
    return m_needs.audit.note(AuditAct::SettingsChanged, QStringLiteral("backup"), words)
        .and_then([&] { return keepBackupState(m_needs.profileFolder, state); })
        .map([&] {
            m_state = state;
            m_fault.reset();
            m_triedAt = {};
            m_there = there;
            emit changed();
        });
}

void Backup::lookAround()
{
    if (m_looking) {
        m_looksAgain = true;
        return;
    }
    m_looksAgain = false;
    m_looking.reset(QThread::create([this, target = target(), disk = m_state.disk] {
        const CopyFolder there = lookAtCopies(target, disk, m_needs.profileFolder, m_needs.device);
        const QStringList sticks = m_needs.sticks();
        QMetaObject::invokeMethod(
            this,
            [this, there, sticks] {
                m_looking->wait();
                m_looking.reset();
                m_there = there;
                m_sticks = sticks;
                emit seen();
                if (m_looksAgain)
                    lookAround();
            },
            Qt::QueuedConnection);
    }));
    m_looking->start();
}

void Backup::look()
{
    const QDateTime now = m_needs.clock.now();
    const QTime at = this->at();
    const bool isSetUp = !target().isEmpty() && !m_state.recoveryKey.isEmpty() && at.isValid();
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
    m_isCancelled = false;
    m_progress = 0;
    BackupWish wish{m_needs.profileFolder, m_needs.profileKey, m_needs.device, target(), m_triedAt, m_state.disk};
    wish.progress = [this](qint64 done, qint64 all) {
        show(done, all);
        return !m_isCancelled;
    };
    m_thread.reset(QThread::create([this, wish] {
        const base::Result<BackupState> made = m_needs.make(wish);
        QMetaObject::invokeMethod(this, [this, made] { end(made); }, Qt::QueuedConnection);
    }));
    m_thread->start();
    emit changed();
}

/// In the thread of the copy: told on when it is another hundredth.
void Backup::show(qint64 done, qint64 all)
{
    const int progress = all > 0 ? int(std::min<qint64>(100, done * 100 / all)) : 0;
    QMetaObject::invokeMethod(
        this,
        [this, progress] {
            if (std::exchange(m_progress, progress) != progress)
                emit progressed();
        },
        Qt::QueuedConnection);
}

void Backup::cancel()
{
    m_isCancelled = true;
}

void Backup::end(const base::Result<BackupState> &made)
{
    m_thread->wait();
    m_thread.reset();
    if (!made && m_isCancelled) {
        emit changed();
        return;
    }
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
    lookAround();
}

const RecoveryCode &Backup::beginSetUp()
{
    m_code = freshRecoveryCode();
    return m_code;
}

base::Result<> Backup::confirmSetUp(const QString &typed)
{
    if (m_code.groups.isEmpty() || typed.trimmed().toUpper() != m_code.groups.last())
        return base::Fail({base::Error::Kind::Secret, QStringLiteral("is not the last group of the code"), {}});
    return m_needs.audit.note(AuditAct::KeyChanged, QStringLiteral("recovery code"), m_code.mark)
        .and_then([&] { return useRecoveryKey(m_needs.profileFolder, m_code.key); })
        .map([&](const BackupState &state) {
            m_state = state;
            m_fault.reset();
            m_triedAt = {};
            leaveSetUp();
            emit changed();
        });
}

void Backup::leaveSetUp()
{
    m_code.groups.fill(QString());
    m_code = {};
}

}
