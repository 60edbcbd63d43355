#pragma once

#include "core/desk/guidelibrary.h"
#include "core/desk/hublink.h"
#include "core/sync/backoff.h"

#include <QTimer>

namespace desk {

/// Guides from one source: what the hub publishes comes into the guides of this window, let in by the same rule as a file that
/// somebody brings (a trusted publisher signed it), and is in force from the day that it says itself. Fetched piece by piece; a
/// download that was broken off goes on where it was.
class HubLibrary final : public QObject
{
    Q_OBJECT

public:
    /// All outlive this. \a folder of the profile: where files lie while they are looked at.
    HubLibrary(HubLink &link, GuideLibrary &guides, const QString &folder, QObject *parent = nullptr);

    /// Asks the hub what there is, unless it is at it.
    void look();
    /// As look(), at once, and what was refused is looked at again.
    void retry();

    /// A file of the hub that is not in use here, and why.
    struct Held {
        QString name; ///< id and version
        std::optional<base::Error> refused; ///< nothing: it is on its way
        int percent = 0; ///< that have come
        QDateTime since; ///< by this PC's clock
    };
    /// What was published and is not at hand, refused first.
    QList<Held> held() const;

signals:
    /// \a name (id and version) came from the hub and is at hand now.
    void imported(const QString &name);
    /// \a name was not let in; it is asked for again with the next start of the program, and by retry().
    void refused(const QString &name, const base::Error &error);
    /// held() is another.
    void heldChanged();

private:
    struct Fetching {
        wire::LibraryFile file;
        QByteArray bytes; ///< those that came so far
        QDateTime since;
    };
    void choose(const QList<wire::LibraryFile> &files);
    void fetchNext();
    void takePiece(const QByteArray &piece);
    void take(const wire::LibraryFile &file, const QByteArray &bytes);
    void goOnLater(const syncing::Trouble &trouble);
    bool isAtHand(const wire::LibraryFile &file) const;

    HubLink &m_link;
    GuideLibrary &m_guides;
    const QString m_folder;
    QList<Fetching> m_wanted; ///< the first is under way
    QHash<QString, Held> m_refused; ///< by the hash of the file
    QTimer m_wait;
    syncing::Backoff m_backoff;
    qint64 m_piece = wire::pieceBytes; ///< at a time; smaller while the line breaks
    bool m_busy = false;
    bool m_wasOnline = false;
};

}
