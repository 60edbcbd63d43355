#pragma once

#include "core/hub/rows.h"

namespace hub {

// What counts in reports over all halls: follows from the events, and may be worked out anew at any time.

/// What of a case counts, as it was worked out last.
struct CountedLine {
    qint64 caseRow = 0;
    QList<journal::Hash> tips; ///< the ends of the case that it was worked out from
    QByteArray basis; ///< by which rules
    int firstDay = 0; ///< Julian; nothing of the case counts before
    int lastDay = 0; ///< nor after
    journal::Sealed facts; ///< under the key of the case
};

/// A line with what it takes to open it and to say which case it is.
struct OpenableLine {
    qint64 caseRow = 0;
    QString uuid;
    QString hall;
    QString number;
    journal::Sealed key; ///< of the case, under the hub's
    journal::Sealed facts;
};

/// A rating without words.
struct RatedVisit {
    QString hall;
    QString device;
    int level = 0; ///< domain::Satisfaction
    QDateTime at; ///< UTC
    bool operator==(const RatedVisit &) const = default;
};

class ReportRows
{
public:
    virtual ~ReportRows() = default;
    /// The next \a most cases behind the row \a after, not erased, whose line is missing or follows from something else than they are
    /// now, or than \a basis.
    virtual base::Result<QStringList> uncounted(qint64 after, const QByteArray &basis, int most) = 0;
    virtual base::Result<int> casesWithoutLine() = 0; ///< erased ones left out
    [[nodiscard]] virtual base::Result<> put(const CountedLine &line) = 0; ///< new, or in the place of the one of its case
    /// The next \a most behind the row \a after of which something may count between two days, not erased, by row.
    virtual base::Result<QList<OpenableLine>> lines(QDate from, QDate to, qint64 after, int most) = 0;
    /// From \a from on and before \a until, in no order.
    virtual base::Result<QList<RatedVisit>> ratedVisits(const QDateTime &from, const QDateTime &until) = 0;
};

}
