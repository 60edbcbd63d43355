#pragma once

#include "core/journal/casekeys.h"
#include "core/journal/journal.h"

namespace journal {

/// What of every case counts in reports (tables report_line and report_word): follows from the events, the guides and the clocks. A line
/// holds numbers only; names of clerks, departments and windows are words that are sealed under the key of the profile, and what
/// somebody wrote as a reason is sealed under the key of its case and goes with it.
class ReportStore final
{
public:
    ReportStore(Database &database, CaseKeys &keys, base::Secret profileKey)
        : m_database(database), m_keys(keys), m_profileKey(std::move(profileKey)) { }

    /// Writes \a digest in the place of what was there of the case. Inside a transaction, after its events.
    [[nodiscard]] base::Result<> put(const QString &caseId, const ReportDigest &digest, const base::Secret &key);
    /// Inside a transaction.
    [[nodiscard]] base::Result<> remove(const QString &caseId);
    [[nodiscard]] base::Result<> clear();

private:
    base::Result<quint64> numberOf(const QString &word);
    base::Result<QHash<QString, QString>> windowsOf(const QString &caseId, const QList<ReportDigest::Act> &acts);

    Database &m_database;
    CaseKeys &m_keys;
    base::Secret m_profileKey;
};

/// The places by which words and reasons are sealed.
QByteArray reportWordPlace(quint64 number);
QByteArray reportReasonsPlace(const QString &caseId);

}
