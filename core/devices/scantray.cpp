#include "core/devices/scantray.h"

#include "core/base/durablefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <csignal>

#include <linux/magic.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace devices {

using namespace Qt::StringLiterals;

namespace {

const QString trayName = u"yichuang-scan-"_s; // the number of the process follows

bool isInMemory(const QString &folder)
{
    struct statfs place{};
    return !folder.isEmpty() && ::statfs(QFile::encodeName(folder).constData(), &place) == 0 && place.f_type == TMPFS_MAGIC
        && QFileInfo(folder).isWritable();
}

QString memoryFolder()
{
    for (const QString &folder : {qEnvironmentVariable("XDG_RUNTIME_DIR"), u"/dev/shm"_s}) {
        if (isInMemory(folder))
            return folder;
    }
    return {};
}

/// Of this user's programs that are not there any more.
void removeOrphans(const QDir &place)
{
    for (const QFileInfo &tray : place.entryInfoList({trayName + u'*'}, QDir::Dirs)) {
        const auto process = pid_t(tray.fileName().mid(trayName.size()).section(u'-', 0, 0).toInt());
        const bool isDead = process > 0 && ::kill(process, 0) != 0 && errno == ESRCH;
        if (isDead && tray.ownerId() == ::getuid() && !tray.isSymLink())
            QDir(tray.absoluteFilePath()).removeRecursively();
    }
}

}

ScanTray::ScanTray()
{
    const QString place = memoryFolder();
    if (place.isEmpty())
        return;
    removeOrphans(QDir(place));
    QByteArray path = QFile::encodeName(u"%1/%2%3-XXXXXX"_s.arg(place, trayName).arg(QCoreApplication::applicationPid()));
    if (::mkdtemp(path.data())) // 0700, and nobody can have put another in its place
        m_folder = QFile::decodeName(path);
}

ScanTray::~ScanTray()
{
    if (isThere())
        QDir(m_folder).removeRecursively();
}

base::Result<QByteArray> ScanTray::take(const QString &file, qint64 most) const
{
    const QString path = m_folder + u'/' + QFileInfo(file).fileName();
    base::Result<QByteArray> bytes = base::readPlain(path, most);
    QFile::remove(path);
    return bytes;
}

}
