#pragma once

#include "core/desk/casework.h"
#include "core/desk/matternames.h"
#include "core/desk/paperseries.h"

namespace journal {
class Journal;
}

namespace desk {

class AuditBook;
class Reception;

/// One series of legal numbers (文号): of one kind of paper of one organ in one year.
struct NumberSeries {
    QString organ; ///< its code (机关代字)
    QString paper; ///< id of the form
    int year = 0;
    bool operator==(const NumberSeries &) const = default;
};

/// What became of a series.
struct SeriesLine {
    /// Who said which numbers this window may give.
    enum class Origin { None, Entered, Leased, Both };

    NumberSeries series;
    int given = 0; ///< voided ones too, and those of other windows of the hall whose cases came here
    int voided = 0;
    QList<int> gaps; ///< numbers between those given that no paper has: there must be none
    int last = 0; ///< the highest of them; 0: none
    qint64 left = 0; ///< in the blocks of this window
    QList<NumberRange> unused; ///< that were not given and will not be: the year is over, or the journal they were for is another
    Origin origin = Origin::None;
    bool isSample = false; ///< the hall has entered no numbers: nothing is official, and nothing runs out
    bool isOver = false; ///< of a year that has ended: what is left will not be given

    /// Somebody has to enter another block soon.
    bool isShort() const { return !isSample && !isOver && left < fewNumbers; }
    qint64 unusedCount() const;
};

/// One number of a series. Person data only masked.
struct NumberLine {
    int serial = 0;
    bool isGap = false; ///< no paper has it: everything below is empty
    QString text; ///< as it stands on the paper
    QString caseId;
    QString caseNumber;
    QString matter; ///< name
    QString item; ///< name; empty where the paper is of the whole case
    QString applicant; ///< masked
    QString subjects; ///< masked: whom it concerns, when it is not the applicant
    domain::PaperRef paper;
    QDateTime at;
    QDateTime voidedAt; ///< null: it stands
    QString voidReason;
    bool operator==(const NumberLine &) const = default;
};

/// The legal numbers that this window gave: what was given, voided, is left, and to whom. Everything handed in outlives it.
class PaperNumbers final : public QObject
{
    Q_OBJECT

public:
    struct Needs {
        const journal::Journal &journal;
        const papers::FormFolder &forms;
        const guides::Shelf &shelf;
        Reception &reception;
        const LeasedNumbers *leased = nullptr; ///< null: there are only those of numbers.json
        AuditBook *audit = nullptr; ///< where saving is noted; null: nowhere
    };
    explicit PaperNumbers(Needs needs, QObject *parent = nullptr);

    /// The latest year first.
    base::Result<QList<SeriesLine>> series() const;
    /// At most \a most numbers of \a series above \a after, the lowest first, with the gaps before them.
    base::Result<QList<NumberLine>> page(const SeriesLine &series, int after, int most) const;
    /// Gives the number of \a line up for ever, for \a reason; its paper gets another one with its next print. Refused when it does
    /// not stand any more, or without a reason.
    Done voidNumber(const NumberLine &line, const QString &reason);

    /// As writeTable(), noted in the audit trail before.
    [[nodiscard]] base::Result<> save(const QString &file, const QString &title, const QStringList &headings,
                                      const QList<QStringList> &rows) const;

signals:
    /// A case was written here: whoever else has it in hand reads it again.
    void acted(const QString &caseId);

private:
    base::Result<NumberLine> lineOf(int serial, const QString &caseId, const NumberSeries &series) const;

    Needs m_needs;
    const MatterNames m_matters;
};

}
