#pragma once

#include "core/base/clock.h"
#include "core/desk/importedguides.h"
#include "core/guides/difference.h"
#include "core/guides/shelf.h"

namespace desk {

/// An administrator answers for a pack that no trusted publisher signed.
struct Consent {
    QString person;
    QString reason;
};

/// What a file is, before it is imported.
struct GuideLook {
    /// Against what is at hand of the same pack.
    enum class Step {
        New, ///< nothing is at hand
        Newer, ///< above every version at hand
        Older, ///< below one at hand: it is kept for cases of that version, a newer one in force stays in use
        Same, ///< at hand already
        OtherContent, ///< this version is at hand and says something else: never imported
    };
    QString file;
    QByteArray bytes; ///< what was read; exactly these are imported, whatever becomes of the file
    std::optional<QByteArray> signatureBytes;
    std::optional<domain::GuidePack> pack; ///< nothing when it has faults
    QList<base::Error> faults;
    guides::SignatureState signature;
    Step step = Step::New;
    QString versionInUse; ///< of the same pack today; empty: none
    QList<guides::Difference> differences; ///< to the version in use

    /// What its import takes, as far as a look can tell.
    enum class Entrance {
        Open, ///< a trusted publisher signed it
        Consent, ///< an administrator must answer for it
        Known, ///< it is here already
        Closed, ///< nobody can let it in: faults, other content under this version, a signature that does not fit
    };
    Entrance entrance() const;
};

/// The guides of one window: those that came with the program (trusted by its installation) and those imported into the
/// profile. An import needs the signature of a publisher trusted here (*.pub in “publishers” of the data folder or of the
/// profile) or the consent of an administrator, which is recorded.
class GuideLibrary final
{
public:
    /// \a dataFolder is read-only and has guides/; \a profileFolder is the window's own. Error::Document when the shipped guides
    /// cannot be read at all; a single broken pack is one of the shelf's faults.
    static base::Result<std::unique_ptr<GuideLibrary>> open(const QString &dataFolder, const QString &profileFolder,
                                                            const base::Clock &clock);

    /// What is at hand. The object stays for the life of the library; import changes what is in it, and with that ends the life
    /// of the packs that it has given out.
    const guides::Shelf &shelf() const { return m_shelf; }
    /// Counts the imports of this library, so that who keeps something made from the shelf sees that it is old.
    int edition() const { return m_edition; }

    /// Reads \a file and its signature once and says what they are. Nothing is changed.
    GuideLook look(const QString &file) const;

    /// Imports what was looked at; from when this returns the shelf has it. Refused with Error::Document (the place is the file
    /// and, where there is one, the place inside it): faults, other content under a version at hand, an overlay that does not
    /// lie over its base, a signature that does not fit (whatever the consent), no trusted signature and no whole consent.
    /// Error::Storage when it cannot be written. In both cases everything stays as it is.
    [[nodiscard]] base::Result<> import(const GuideLook &look, const std::optional<Consent> &consent = {});

    /// Why an imported pack was let in.
    base::Result<ImportRecord> record(const QString &id, const QString &version) const
    {
        return m_imported.record(id, version);
    }

    /// Whose signatures count here.
    QList<guides::Publisher> trusted() const;

private:
    GuideLibrary(const QString &dataFolder, const QString &profileFolder, const base::Clock &clock, guides::Shelf shelf);
    void takeImported();
    void compare(GuideLook &look) const;
    base::Result<ImportRecord> recordFor(const GuideLook &look, const std::optional<Consent> &consent) const;
    std::optional<base::Error> overlayFault(const GuideLook &look) const;

    const base::Clock &m_clock;
    const QStringList m_publishers; ///< folders
    const ImportedGuides m_imported;
    guides::Shelf m_shelf;
    int m_edition = 0;

    Q_DISABLE_COPY_MOVE(GuideLibrary)
};

}
