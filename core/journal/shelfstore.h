#pragma once

#include "core/journal/casekeys.h"
#include "core/journal/journal.h"

namespace journal {

/// What the issuance window holds and expects (tables shelf and shelf_code): follows from the events and from guides, which this
/// folder does not know. Whatever could name a person is sealed, codes are kept as keyed marks.
class ShelfStore final
{
public:
    ShelfStore(Database &database, CaseKeys &keys) : m_database(database), m_keys(keys) { }

    /// Writes \a results in the place of what was there of \a file. Inside a transaction.
    [[nodiscard]] base::Result<> put(const domain::Case &file, const QList<ShelfDigest> &results, const base::Secret &key);
    /// Takes out what is there of a case. Inside a transaction.
    [[nodiscard]] base::Result<> remove(const QString &caseId);
    [[nodiscard]] base::Result<> clear();

    base::Result<QList<ShelfLine>> lines(const ShelfQuery &query, const TaskPlace &after, int most);
    base::Result<ShelfCounts> counts(const QDateTime &now);
    base::Result<QStringList> casesWithCode(const QString &code, int most);

private:
    base::Result<> putCodes(const QString &caseId, const ShelfDigest &result);
    ShelfLine read(const QSqlQuery &row) const;

    Database &m_database;
    CaseKeys &m_keys;
};

}
