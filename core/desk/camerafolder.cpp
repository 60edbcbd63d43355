#include "core/desk/camerafolder.h"

#include <QDir>

using namespace std::chrono_literals;

namespace desk {

namespace {

constexpr auto stillFor = 250ms;
constexpr auto absentFor = 5s;
constexpr int emptyFor = 5; // s; whoever writes has written something by then

/// What is called like a picture or a file of pages, links and pipes too.
QFileInfoList picturesIn(const QString &folder)
{
    static const QStringList names{QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"), QStringLiteral("*.png"), QStringLiteral("*.pdf"),
                                   QStringLiteral("*.tif"), QStringLiteral("*.tiff"), QStringLiteral("*.heic"), QStringLiteral("*.heif")};
    return QDir(folder).entryInfoList(names, QDir::Files | QDir::System, QDir::Name);
}

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
    QHash<QString, Seen> now;
    QStringList fresh, strangers;
    bool isMoving = false;
    const QFileInfoList files = picturesIn(m_folder);
    for (const QFileInfo &file : files) {
        const QString path = file.absoluteFilePath();
        if (file.isSymLink() || !file.isFile()) {
            strangers << path;
            continue;
        }
        const Seen seen{file.size(), file.lastModified()};
        now.insert(path, seen);
        if (m_ready.contains(path))
            continue;
        const bool isWritten = seen.size > 0 || seen.changed.secsTo(QDateTime::currentDateTime()) >= emptyFor;
        if (m_seen.value(path) == seen && isWritten)
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
    tellStrange(strangers);
}

void CameraFolder::tellStrange(const QStringList &files)
{
    QStringList fresh = files;
    fresh.removeIf([this](const QString &path) { return m_strange.contains(path); });
    m_strange = files;
    if (!fresh.isEmpty())
        emit strange(fresh);
}

void CameraFolder::forget(const QStringList &files)
{
    m_ready.removeIf([&](const QString &path) { return files.contains(path); });
    for (const QString &path : files)
        m_seen.remove(path);
}

}
