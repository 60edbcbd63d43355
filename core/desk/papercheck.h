#pragma once

#include "core/papers/stamp.h"
#include "core/people/windowkey.h"

#include <optional>

namespace desk {

/// What the code of a paper is worth, without a network.
struct PaperFinding {
    enum class Kind {
        Unstamped, ///< a code without a signature
        Unreadable, ///< wants to be signed, and is not; a part is missing or spoiled
        Genuine, ///< of a window that is known here, and nothing was changed
        Altered, ///< names a window that is known here, which did not sign this
        UnknownSigner, ///< of a window that is not known here
    };
    Kind kind = Kind::Unstamped;
    papers::Stamp stamp; ///< not for Unstamped and Unreadable
    people::WindowCard signer; ///< Genuine, Altered
};

/// Stamps the codes of this window's papers, and says of those of any window whether they are genuine.
class PaperCheck final
{
public:
    /// \a folder keeps the cards of the windows that are known; that of this one is put there.
    PaperCheck(people::WindowKey key, const QString &hall, const QString &window, QString folder);

    /// \a code with \a stamp and this window's signature.
    QString stamped(const QString &code, const papers::Stamp &stamp) const;
    /// \a scanned as a scanner or a person typed it.
    PaperFinding check(const QString &scanned) const;

    /// \a text, in letters that a QR code holds well (0–9 A–Z $%*+-./:), with this window's signature behind a '.', in such letters too.
    QString signedReport(const QString &text) const;
    /// The window that signed the code of a report as it was scanned; nothing when it is not known here or something was changed.
    std::optional<people::WindowCard> signerOfReport(const QString &scanned) const;

    const people::WindowCard &card() const { return m_card; }
    /// Of files in the folder that are no cards.
    QList<base::Error> faults() const { return m_faults; }

private:
    people::WindowKey m_key;
    people::WindowCard m_card;
    QList<people::WindowCard> m_known;
    QList<base::Error> m_faults;
};

}
