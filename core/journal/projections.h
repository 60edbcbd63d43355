#pragma once

#include "core/journal/casekeys.h"
#include "core/journal/envelope.h"
#include "core/journal/journal.h"

namespace journal {

/// What lists show (tables case_file, number_used and matter_used): follows from the events and holds no person data in plain text.
class Projections final
{
public:
    Projections(Database &database, CaseKeys &keys) : m_database(database), m_keys(keys) { }

    /// Writes the line of \a file, whose last event is \a head. Inside a transaction.
    [[nodiscard]] base::Result<> put(const domain::Case &file, const Hash &head, const base::Secret &key);
    /// Uses up the serial of \a number for ever; fails when it was used before. Inside a transaction.
    [[nodiscard]] base::Result<> useNumber(const QString &number);
    /// Uses up a legal number of a paper of \a caseId for ever; fails when it was used before. Inside a transaction.
    [[nodiscard]] base::Result<> useNumber(const QString &caseId, const domain::PaperNumbered &number);
    /// As useNumber(), for what came from the feed or is made again: a number that is used is left; false when another case has it.
    base::Result<bool> takeNumber(const QString &caseId, const QString &number);
    base::Result<bool> takeNumber(const QString &caseId, const domain::PaperNumbered &number);
    /// Takes the case out of the list. Inside a transaction.
    [[nodiscard]] base::Result<> remove(const QString &caseId);
    /// Notes that it stands no more. Inside a transaction.
    [[nodiscard]] base::Result<> voidNumber(const domain::PaperNumberVoided &number);
    [[nodiscard]] base::Result<> clear();

    base::Result<std::optional<QString>> caseWithNumber(const QString &number);
    base::Result<QList<CaseRow>> cases(bool unfinishedOnly, int most);
    base::Result<QList<MatterUse>> mattersUsed();
    base::Result<int> nextSerial(const QString &mark, QDate day);
    base::Result<int> highestSerial(const PaperSeries &series, int from, int to);
    base::Result<QList<UsedSeries>> seriesUsed();
    base::Result<QList<GivenNumber>> numbersOf(const PaperSeries &series, int after, int most);

private:
    CaseRow read(const QSqlQuery &row) const;

    Database &m_database;
    CaseKeys &m_keys;
};

}
