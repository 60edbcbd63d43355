#pragma once

#include "core/base/secret.h"
#include "core/journal/seal.h"
#include "core/people/windowkey.h"

#include <optional>

namespace hub {

/// The one secret of a hub, from which its other keys follow: those that seal what it stores, and the one that it signs with. All
/// processes of a hub have the same. It says by which suite all of them work: a hub that was made for 国密 signs by SM2.
class HubKey final
{
public:
    /// The secret in \a file (mode 0600), made when there is none and \a mayMake, of \a suite or the first. Error::Secret when it is missing,
    /// is no such file, or may be read by others; Error::Settings when it is there and of another suite than \a suite.
    static base::Result<HubKey> open(const QString &file, bool mayMake, std::optional<journal::Suite> suite = {});
    /// \a root: 32 bytes, and the number of the suite where it is not the first (core/journal/seal.h).
    explicit HubKey(const base::Secret &root);

    const base::Secret &forCases() const { return m_forCases; } ///< seals the keys of the cases
    const base::Secret &forAside() const { return m_forAside; } ///< seals what is kept aside
    const base::Secret &forLibrary() const { return m_forLibrary; } ///< seals the files of the library: some name persons
    const base::Secret &forPeople() const { return m_forPeople; } ///< seals how those are called who sign in
    const base::Secret &forLookUps() const { return m_forLookUps; } ///< seals licences and the record of who looked them up
    const base::Secret &forSubscribers() const { return m_forSubscribers; } ///< seals what messages to other systems are signed with
    const base::Secret &forApplications() const { return m_forApplications; } ///< seals the keys of applications that are filled in online
    /// What finds \a text without saying it: 32 bytes that nobody makes without this key. \a about parts what is of different kinds.
    QByteArray blinded(const QByteArray &about, const QString &text) const;
    const people::WindowKey &signing() const { return m_signing; }

private:
    base::Secret m_forCases, m_forAside, m_forLibrary, m_forPeople, m_forLookUps, m_forSubscribers, m_forApplications, m_forBlinding;
    people::WindowKey m_signing;
};

}
