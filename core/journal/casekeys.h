#pragma once

#include "core/journal/database.h"
#include "core/journal/seal.h"

namespace journal {

/// The keys of the cases (table case_key), each sealed under the key of the profile.
class CaseKeys final
{
public:
    CaseKeys(Database &database, base::Secret profileKey)
        : m_database(database), m_profileKey(std::move(profileKey)) { }

    /// The key of a case; nothing for an unknown case and one whose key was destroyed; Error::Damaged when it does not open.
    base::Result<std::optional<base::Secret>> find(const QString &caseId);
    /// The key of a case, made when there is none yet. Inside a transaction.
    base::Result<base::Secret> findOrMake(const QString &caseId);
    /// Makes everything of a case unreadable for ever. Inside a transaction.
    [[nodiscard]] base::Result<> destroy(const QString &caseId);
    /// A mark that is always the same for \a text and says nothing of it without the profile key: for comparing in plain columns.
    QByteArray markOf(const QString &text) const;
    /// The key in a row that was read together with others.
    base::Result<base::Secret> open(const QString &caseId, const Sealed &sealed) const;

    /// The key for \a purpose that follows from the key of a case.
    static base::Secret derived(const base::Secret &caseKey, const QByteArray &purpose);

private:
    Database &m_database;
    base::Secret m_profileKey;
};

}
