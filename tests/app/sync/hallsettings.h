#pragma once

#include <QDir>
#include <QFile>

/// Makes \a folder a profile of the window with the three digits \a code, which seals and signs by \a suite.
inline void writeHallSettings(const QString &folder, const QString &code, const QString &suite = QStringLiteral("standard"))
{
    QDir().mkpath(folder);
    QFile ini(folder + QStringLiteral("/hall.ini"));
    if (!ini.open(QIODevice::WriteOnly)
        || ini.write(QStringLiteral("[hall]\nregionCode=411202\nwindowCode=%1\nwindowName=综合受理%1号窗口\nclerk=窗口%1\nsuite=%2\n")
                         .arg(code, suite)
                         .toUtf8())
            < 1)
        qFatal("no hall.ini");
}
