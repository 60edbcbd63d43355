#pragma once

#include "core/desk/printqueue.h"

namespace desk {

/// One paper of a batch, or a case that has none of it.
struct BatchLine {
    enum class Stand {
        ToPrint, ///< was never printed
        Before, ///< came out once, or is on its way: printed again only when that is wanted
        OtherDay, ///< left out: of another day than today
        None, ///< left out: the case has no such paper
        Unreadable, ///< left out: the case cannot be read, see undone
        Asked, ///< in this batch: the print service has it
        Refused, ///< in this batch: it could not be asked for, see undone
        Failed, ///< in this batch: the printer did not take it, see detail
    };
    QString caseId;
    QString number; ///< of the case
    QString matter; ///< name
    QString applicant; ///< masked
    QString item; ///< name; empty where the paper is of the whole case
    domain::PaperRef paper;
    QDateTime madeAt;
    int copy = 1; ///< which print it would be; above 1: 补打
    Stand stand = Stand::None;
    std::optional<Undone> undone;
    QString detail; ///< Failed: as it is recorded

    bool isSame(const BatchLine &other) const { return caseId == other.caseId && paper == other.paper; }
};

/// How many papers of one kind the cases have.
struct BatchTally {
    domain::PaperKind kind = domain::PaperKind::CorrectionNotice;
    int toPrint = 0;
    int before = 0;
};

/// Prints one kind of paper over many cases, each print as an act of its case. Cases are read in slices while nobody works.
class BatchPrint final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle, ///< nothing was looked at
        Looking,
        Ready,
        Printing,
        Stopped, ///< by the clerk: the rest was not asked for
        Halted, ///< the printer did not take the last one, or waits for somebody
        Finished,
    };

    /// Both outlive it.
    BatchPrint(Reception &reception, PrintQueue &queue, QObject *parent = nullptr);

    /// Looks which papers \a caseIds have (each once); what was looked at before is forgotten. Nothing while it prints.
    void look(const QStringList &caseIds);
    /// Only what came into being today is to be printed.
    void setTodayOnly(bool todayOnly);
    bool todayOnly() const { return m_todayOnly; }

    State state() const { return m_state; }
    qsizetype caseCount() const { return m_caseIds.size(); }
    qsizetype lookedAt() const { return m_looked; }
    /// Kinds of which there is a paper, in their order.
    QList<BatchTally> tallies() const;
    /// Every paper of \a kind in the order of the cases, and the cases that have none.
    QList<BatchLine> lines(domain::PaperKind kind) const;

    /// Prints what of \a kind was never printed, and with \a again what was printed before, as numbered reprints for the reason of
    /// \a wish. After a halt it goes on with the rest.
    void print(domain::PaperKind kind, bool again, const PrintWish &wish);
    /// Asks for no further paper. What the print service has comes out.
    void stop();
    /// Of the batch that prints, or printed last.
    qsizetype total() const { return m_batch.size(); }
    qsizetype done() const;
    /// Papers that could not be asked for, or did not come to the printer.
    QList<BatchLine> failed() const;
    /// The print at which it halted; null: it did not.
    const QueuedPrint *haltedAt() const;

signals:
    void changed();

private:
    void lookSlice();
    void readCase(const QString &caseId);
    void step();
    void hear(const QString &id, bool isTaken);
    BatchLine::Stand standOf(const BatchLine &line) const;
    void note(const BatchLine &line);
    void end(State state);

    Reception &m_reception;
    PrintQueue &m_queue;
    QTimer m_slices; ///< runs while looking
    QStringList m_caseIds;
    qsizetype m_looked = 0;
    QList<BatchLine> m_lines; ///< of every kind; those without a paper once a case, as Unreadable
    QList<BatchLine> m_cases; ///< one a case that could be read, without a paper
    bool m_todayOnly = false;
    State m_state = State::Idle;
    QList<BatchLine> m_batch;
    qsizetype m_next = 0;
    PrintWish m_wish;
    QString m_waitingFor; ///< print that is being handed over
    QString m_haltedAt;
};

}
