#include "core/desk/camerafolder.h"

#include <QDir>

using namespace std::chrono_literals;

namespace desk {

namespace {

constexpr auto stillFor = 250ms;
constexpr auto absentFor = 5s;

}

CameraFolder::CameraFolder(const QString &folder, QObject *parent) : QObject(parent), m_folder(folder)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(stillFor);
    m_absence.setInterval(absentFor);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &CameraFolder::look);
    connect(&m_pause, &QTimer::timeout, this, &CameraFolder::look);
    connect(&m_absence, &QTimer::timeout, this, &CameraFolder::watch);
    if (!m_folder.isEmpty())
        watch();
}

CameraFolder::State CameraFolder::state() const
{
    if (m_folder.isEmpty())
        return State::NotSetUp;
    return QDir(m_folder).exists() ? State::Watched : State::Missing;
}

void CameraFolder::watch()
{
    const bool isThere = state() == State::Watched && m_watcher.addPath(m_folder);
    if (isThere)
        m_absence.stop();
    else if (!m_absence.isActive())
        m_absence.start();
    if (isThere != m_wasThere)
        emit stateChanged();
    m_wasThere = isThere;
    if (isThere)
        look();
}

void CameraFolder::look()
{
    if (!QDir(m_folder).exists()) {
        m_watcher.removePath(m_folder);
        watch();
        return;
    }
    static const QStringList pictures{QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"), QStringLiteral("*.png")};
    QHash<QString, Seen> now;
    QStringList fresh;
    bool isMoving = false;
    const QFileInfoList files = QDir(m_folder).entryInfoList(pictures, QDir::Files | QDir::NoSymLinks, QDir::Name);
    for (const QFileInfo &file : files) {
        const QString path = file.absoluteFilePath();
        const Seen seen{file.size(), file.lastModified()};
        now.insert(path, seen);
        if (m_ready.contains(path))
            continue;
        if (m_seen.value(path) == seen && seen.size > 0)
            fresh << path;
        else
            isMoving = true;
    }
    m_seen = now;
    const auto isGone = [&](const QString &path) { return !now.contains(path); };
    const bool lost = m_ready.removeIf(isGone) > 0;
    m_ready += fresh;
    if (isMoving)
        m_pause.start();
    if (!fresh.isEmpty())
        emit came(fresh);
    if (lost || !fresh.isEmpty())
        emit stateChanged();
}

void CameraFolder::forget(const QStringList &files)
{
    m_ready.removeIf([&](const QString &path) { return files.contains(path); });
    for (const QString &path : files)
        m_seen.remove(path);
}

}
