#pragma once

#include "core/guides/packreader.h"
#include "core/guides/signature.h"

#include <QDateTime>

namespace desk {

/// Why a pack was let in: a signature by a trusted publisher, or the consent of a person.
struct ImportRecord {
    QString digest; ///< of the exact bytes, as guides::digestOf()
    QDateTime at;
    QString publisher; ///< of the signature; empty without one
    QString keyId;
    QString person; ///< who consented; empty: the signature was enough
    QString reason;
    bool operator==(const ImportRecord &) const = default;
};

/// The folder of a profile that keeps imported packs: for each ID-VERSION.json (the exact bytes that were imported), .json.record
/// (why it was let in) and, when there was one, .json.sig. The pack is written last, so where it stands it is whole and has
/// its record.
class ImportedGuides
{
public:
    explicit ImportedGuides(QString folder) : m_folder(std::move(folder)) { }

    /// A pack as it was imported.
    struct Entry {
        QString file;
        domain::GuidePack pack;
    };
    struct Content {
        QList<Entry> entries;
        QList<base::Error> faults;
    };
    /// What is in the folder; none when it is not there. A pack that is not the one that was imported any more is put aside
    /// under another name and is a fault, as are links, files without a record and everything else that is no import.
    Content read() const;

    /// Error::Storage when something cannot be written; then the pack is not there at the next read().
    [[nodiscard]] base::Result<> add(const domain::GuidePack &pack, const QByteArray &bytes,
                                     const std::optional<QByteArray> &signature, const ImportRecord &record) const;

    /// The record of a pack; Error::Document when there is none that can be read.
    base::Result<ImportRecord> record(const QString &id, const QString &version) const;

private:
    QString fileOf(const QString &id, const QString &version) const;
    base::Result<domain::GuidePack> packIn(const QString &file) const;

    QString m_folder;
};

}
