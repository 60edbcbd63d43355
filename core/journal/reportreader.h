#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QString>

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace journal {

/// What of one case counts, as it was handed to the journal with its digest. Its parts live as long as the visit.
struct ReportLine {
    qint64 row = 0; ///< the same as long as the projections are not made again
    std::span<const quint64> words; ///< numbers in the dictionary
    std::span<const quint64> windows; ///< of the acts of the digest; 0: not known
    QByteArrayView facts;
};

/// Which case a row is of.
struct ReportedCase {
    qint64 row = 0;
    QString caseId;
    QString number;
    bool operator==(const ReportedCase &) const = default;
};

/// What of a journal counts in reports, read over a connection of its own while the journal goes on writing; belongs to the thread that
/// opened it.
class ReportReader final
{
public:
    /// Of the profile in \a folder, whose journal was opened before.
    static base::Result<std::unique_ptr<ReportReader>> open(const QString &folder, const base::Secret &profileKey);
    ~ReportReader();

    /// Every word by its number.
    base::Result<QHash<quint64, QString>> words();
    /// How many lines eachLine() will hand over.
    base::Result<qint64> count(QDate from, QDate to);
    /// Hands every line of which something may count between two days to \a visit, until that fails.
    [[nodiscard]] base::Result<> eachLine(QDate from, QDate to, const std::function<base::Result<>(const ReportLine &)> &visit);
    /// The reasons that the digest of a case came with; empty when there are none, or when they cannot be read any more.
    base::Result<QByteArray> reasonsOf(qint64 row);
    /// The cases of \a rows, in their order; one that is gone is left out.
    base::Result<QList<ReportedCase>> casesOf(std::span<const qint64> rows);
    /// How many cases have no line: their guide is not at hand, or they wait to be digested.
    base::Result<int> casesWithout();

private:
    struct Parts;
    explicit ReportReader(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m;

    Q_DISABLE_COPY_MOVE(ReportReader)
};

}
