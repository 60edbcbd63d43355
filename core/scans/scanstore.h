#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace scans {

/// The case whose pictures are meant, and the key under which they lie.
struct CaseShelf {
    QString caseId;
    base::Secret key; ///< 32 bytes, journal::Journal::keyFor(caseId, "scans")
};

/// A picture that the events of a case speak of.
struct Recorded {
    QString scan; ///< address
    qint64 bytes = 0;
};

/// What check() found; nothing was changed.
struct Finding {
    enum class Kind {
        Missing, ///< an event speaks of it, there is no file
        Damaged, ///< the file does not open, or is not what it was
        Unrecorded, ///< a whole picture that no event speaks of: the program stopped before the event
        Unfinished, ///< a temporary file that a stop left behind
        Foreign, ///< nothing of ours
    };
    Kind kind = Kind::Missing;
    QString scan; ///< Missing, Damaged: as recorded; Unrecorded: its address; else empty
    QString file; ///< path
    bool operator==(const Finding &) const = default;
};

/// Pictures by content, sealed, in a folder of a profile. Stateless: every function may be called from any thread; two that write
/// the same picture leave one whole file.
class ScanStore final
{
public:
    /// \a folder is made with the first picture.
    explicit ScanStore(QString folder) : m_folder(std::move(folder)) { }

    /// The address of \a bytes: their SHA-256 in hexadecimal, lower case.
    static QString addressOf(const QByteArray &bytes);

    /// Stores \a bytes, durable when it returns; their address. Bytes that are there already are not written again.
    base::Result<QString> keep(const CaseShelf &shelf, const QByteArray &bytes) const;
    /// The bytes of \a scan, proved to be those that were stored. Error::Missing, Error::Damaged.
    base::Result<QByteArray> read(const CaseShelf &shelf, const QString &scan) const;

    /// Compares the folder of a case with what its events speak of; every file is opened.
    QList<Finding> check(const CaseShelf &shelf, const QList<Recorded> &recorded) const;
    /// The cases that have a folder here.
    QStringList cases() const;
    /// When something came into the folder of a case last, or was renamed in it; null: it has none.
    QDateTime changedAt(const QString &caseId) const;

private:
    QString folderOf(const QString &caseId) const { return m_folder + u'/' + caseId; }
    QString fileOf(const CaseShelf &shelf, const QString &scan) const;
    base::Result<QByteArray> open(const CaseShelf &shelf, const QString &name) const;

    QString m_folder;
};

}
