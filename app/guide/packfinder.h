#pragma once

#include "core/guides/shelf.h"

/// Finds packs by what somebody calls them: a file, or the id of a pack in a folder.
class PackFinder
{
public:
    explicit PackFinder(QString folder) : m_folder(std::move(folder)) { }

    const QString &folder() const { return m_folder; }
    /// The pack \a name; of several versions the newest.
    base::Result<domain::GuidePack> pack(const QString &name) const;
    base::Result<guides::Shelf> shelf() const { return guides::Shelf::load(m_folder); }

    /// The files that \a name means, sound or not: itself, NAME.json of the folder, or those with a pack of this id.
    QStringList files(const QString &name) const;
    /// Every pack file of the folder.
    QStringList files() const;

private:
    QString m_folder;
};

/// The pack in \a file, read and checked.
base::Result<domain::GuidePack> packIn(const QString &file);
