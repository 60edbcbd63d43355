#pragma once

#include "core/base/clock.h"
#include "core/base/secret.h"
#include "core/journal/database.h"

#include <QStringList>

#include <memory>

namespace journal {

struct Opened {
    std::unique_ptr<Database> database;
    QString setAside; ///< folder with the damaged journal; empty: none
};

/// Opens journal.db in \a folder, or begins it when there is none or when it is damaged (which is then set aside). A file of
/// a newer program is Error::Document, a key that does not fit Error::Secret; both leave the file as it is.
base::Result<Opened> openFile(const QString &folder, const base::Secret &profileKey, const base::Clock &clock);

/// Error::Secret unless \a profileKey is the one that \a database was made under.
base::Result<> checkKey(Database &database, const base::Secret &profileKey);

/// Moves those of \a names that are there into a new folder damaged-YYYYMMDD-HHMMSS in \a folder; its path.
base::Result<QString> moveAside(const QString &folder, const QStringList &names, const base::Clock &clock);

}
