#pragma once

#include "core/journal/casekeys.h"
#include "core/journal/journal.h"

namespace journal {

/// What work list and search hold (tables task and case_digest): follows from the events and from guides, which this folder does
/// not know. Holds no person data in plain text.
class Digests final
{
public:
    Digests(Database &database, CaseKeys &keys) : m_database(database), m_keys(keys) { }

    /// Writes \a digest in the place of what was there of \a file. Inside a transaction.
    [[nodiscard]] base::Result<> put(const domain::Case &file, const CaseDigest &digest, const QString &basis,
                                     const base::Secret &key);
    /// Takes out what is there of a case. Inside a transaction.
    [[nodiscard]] base::Result<> remove(const QString &caseId);
    [[nodiscard]] base::Result<> clear();

    base::Result<QList<TaskLine>> tasks(const TaskQuery &query, const TaskPlace &after, int most);
    base::Result<TaskCounts> counts(const TaskQuery &query);

    /// Of the next \a most cases behind \a after, by id: the last one's id, and those without a digest or with something left to do
    /// by another basis than \a basis. An empty id: there are no more.
    struct Stale {
        QString last;
        QStringList cases;
    };
    base::Result<Stale> staleAfter(const QString &after, const QString &basis, int most);

    /// Hands every case with its summary to \a visit, the one that changed last at the end, until that fails.
    [[nodiscard]] base::Result<> eachSummary(const std::function<base::Result<>(const CaseSummary &)> &visit);

    /// A summary that was read together with the \a key of its case; empty when there is none, or when it is spoilt.
    static QByteArray summaryOf(const QString &caseId, const Sealed &sealed, const base::Result<base::Secret> &key);

private:
    base::Result<TaskLine> read(const QSqlQuery &row) const;

    Database &m_database;
    CaseKeys &m_keys;
};

}
