#pragma once

#include "core/desk/guidelibrary.h"
#include "core/desk/hublink.h"

namespace desk {

/// Guides from one source: what the hub publishes comes into the guides of this window, let in by the same rule as a file that
/// somebody brings (a trusted publisher signed it), and is in force from the day that it says itself.
class HubLibrary final : public QObject
{
    Q_OBJECT

public:
    /// All outlive this. \a folder of the profile: where files lie while they are looked at.
    HubLibrary(HubLink &link, GuideLibrary &guides, const QString &folder, QObject *parent = nullptr);

    /// Asks the hub what there is, unless it is at it.
    void look();

signals:
    /// \a name (id and version) came from the hub and is at hand now.
    void imported(const QString &name);
    /// \a name was not let in; it is asked for again with the next start of the program.
    void refused(const QString &name, const base::Error &error);
    /// Everything that was published was looked at.
    void finished();

private:
    void choose(const QList<wire::LibraryFile> &files);
    void fetchNext();
    void take(const wire::LibraryFile &file, const QByteArray &bytes);
    bool isAtHand(const wire::LibraryFile &file) const;

    HubLink &m_link;
    GuideLibrary &m_guides;
    const QString m_folder;
    QList<wire::LibraryFile> m_wanted;
    QSet<QString> m_passed; ///< hashes of what was refused
    bool m_busy = false;
    bool m_wasOnline = false;
};

}
