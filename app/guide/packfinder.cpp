#include "app/guide/packfinder.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

base::Result<domain::GuidePack> packIn(const QString &file)
{
    return guides::readPackFile(file).and_then([&](const QByteArray &json) { return guides::readPack(json, file); });
}

base::Result<domain::GuidePack> PackFinder::pack(const QString &name) const
{
    if (QFileInfo(name).isFile())
        return packIn(name);
    const base::Result<guides::Shelf> packs = shelf();
    if (!packs)
        return base::Fail(packs.error());
    if (const domain::GuidePack *pack = packs->pack(name))
        return *pack;
    const QStringList broken = files(name);
    if (!broken.isEmpty())
        return packIn(broken.first());
    return base::Fail({base::Error::Kind::Document, u"there is no pack or file “%1”"_s.arg(name), m_folder});
}

QStringList PackFinder::files(const QString &name) const
{
    if (QFileInfo(name).isFile())
        return {name};
    const QString named = m_folder + u'/' + name + u".json"_s;
    if (QFileInfo(named).isFile())
        return {named};
    QStringList found;
    for (const QString &file : files()) {
        const base::Result<domain::GuidePack> pack = packIn(file);
        if (pack && pack->id == name)
            found.append(file);
    }
    return found;
}

QStringList PackFinder::files() const
{
    QStringList files;
    for (const QFileInfo &entry : QDir(m_folder).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name))
        files.append(entry.filePath());
    return files;
}
