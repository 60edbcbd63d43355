#include "tests/app/support/place.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace outside {

Place::Place() : m_environment(QProcessEnvironment::systemEnvironment())
{
    if (!m_folder.isValid())
        qFatal("no temporary folder: %s", qPrintable(m_folder.errorString()));
    const QList<std::pair<QString, QString>> folders{{u"HOME"_s, u"home"_s},
                                                     {u"XDG_CONFIG_HOME"_s, u"home/config"_s},
                                                     {u"XDG_DATA_HOME"_s, u"home/share"_s},
                                                     {u"XDG_CACHE_HOME"_s, u"home/cache"_s},
                                                     {u"XDG_RUNTIME_DIR"_s, u"runtime"_s}};
    for (const auto &[variable, name] : folders) {
        QDir().mkpath(path(name));
        m_environment.insert(variable, path(name));
    }
    QFile::setPermissions(path(u"runtime"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path="_s + path(u"no-bus"_s));
    m_environment.insert(u"CUPS_SERVER"_s, path(u"no-printers"_s));
    for (const char *variable : {"DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "QT_QPA_PLATFORMTHEME", "QT_SCALE_FACTOR"})
        m_environment.remove(QLatin1String(variable));
}

QString builtProgram(const QString &name)
{
    return QCoreApplication::applicationDirPath() + u'/' + name;
}

QByteArray bytesOf(const QString &file)
{
    QFile in(file);
    if (!in.open(QFile::ReadOnly))
        qFatal("cannot read %s: %s", qPrintable(file), qPrintable(in.errorString()));
    return in.readAll();
}

void write(const QString &file, const QByteArray &bytes)
{
    QFile out(file);
    if (!out.open(QFile::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("cannot write %s: %s", qPrintable(file), qPrintable(out.errorString()));
}

void copyFolder(const QString &from, const QString &to)
{
    const QDir top(from);
    for (QDirIterator at(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); at.hasNext();) {
        const QString file = at.next();
        const QString copy = to + u'/' + top.relativeFilePath(file);
        if (!QDir().mkpath(QFileInfo(copy).path()) || !QFile::copy(file, copy))
            qFatal("cannot copy %s to %s", qPrintable(file), qPrintable(copy));
    }
}

QMap<QString, QByteArray> filesBelow(const QString &folder, const QStringList &without)
{
    QMap<QString, QByteArray> files;
    const QDir top(folder);
    for (QDirIterator at(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); at.hasNext();) {
        const QString file = at.next();
        if (std::ranges::none_of(without, [&](const QString &end) { return file.endsWith(end); }))
            files.insert(top.relativeFilePath(file), bytesOf(file));
    }
    return files;
}

}
