#pragma once

#include "core/desk/casework.h"
#include "core/devices/printrunner.h"

#include <QMap>
#include <QPointer>
#include <QSet>
#include <QTimer>

namespace desk {

class PrintRoutes;
class Reception;

/// One print of one paper as it stands in the queue. Names no person.
struct QueuedPrint {
    QString id; ///< of the act
    QString caseId;
    QString number; ///< of the case
    QString matter;
    domain::PaperRef paper;
    QString item; ///< name of its item; empty for papers of the whole case
    int copy = 1;
    QDateTime at;
    domain::PrintAct::State state = domain::PrintAct::State::Requested;
    QString detail; ///< why it failed
    devices::JobPlace place; ///< job 0: not handed over yet
    std::optional<devices::JobFate> fate; ///< as far as it was seen in this session
    bool isReported = true; ///< false: what became of it could not be written into the case; it is tried again

    /// There is still something to be done about it: it is on its way, or not confirmed, or failed.
    bool isOpen() const { return state != domain::PrintAct::State::Confirmed; }
    /// It waits for somebody at the printer.
    bool isBlocked() const;
};

/// How a paper is wanted this time; what is not said goes by the routes.
struct PrintWish {
    QString reason; ///< of a print once more; may be empty
    QString printer;
};

/// Prints papers of cases and knows what became of each: every print is an act of its case, from the request to the paper in
/// hand. Nothing here waits for a printer, and nothing ever blocks another print.
class PrintQueue final : public QObject
{
    Q_OBJECT

public:
    /// All outlive the queue.
    struct Needs {
        Reception &reception;
        devices::PrintRunner &runner;
        const PrintRoutes &routes;
    };
    explicit PrintQueue(Needs needs, QObject *parent = nullptr);

    /// The case on the window's page: what becomes of its prints goes through \a work, which stays with the caller; its open
    /// prints join the queue. Null: none.
    void takeInHand(CaseWork *work);
    /// What is open joins whatever case it is of, in slices while nobody works: what was on its way in the last days, and what came
    /// out today and is not confirmed. To be called once, after the start.
    void lookBack();
    /// False while prints of the time before may still be missing.
    bool isComplete() const { return !m_slices.isActive(); }

    /// Asks for \a paper of \a work. The act is durable when this returns; handing over goes on by itself. Gives the id of the
    /// print.
    tl::expected<QString, Undone> print(CaseWork &work, const domain::PaperRef &paper, const PrintWish &wish = {});
    /// Asks for several papers of one case, one job each in this order; stops at the first that cannot be asked for.
    tl::expected<void, Undone> print(CaseWork &work, const QList<domain::PaperRef> &papers, const PrintWish &wish = {});
    /// Asks for \a paper of the case \a caseId, in hand or not. With \a onlyFirst nothing is printed when the paper came out before
    /// or is on its way, and the id is empty.
    tl::expected<QString, Undone> print(const QString &caseId, const domain::PaperRef &paper, const PrintWish &wish, bool onlyFirst);
    /// Prints the paper of print \a id once more; one that is still on its way is taken back first.
    Done again(const QString &id, const PrintWish &wish);
    /// Takes print \a id back from the printer; what it says is heard like every other report.
    void cancel(const QString &id);
    /// The paper of print \a id is in hand.
    Done confirm(const QString &id);
    /// The paper of print \a id did not come out, whatever the printer says.
    Done reportLost(const QString &id);

    /// Papers of \a work that may be printed and of which none came out or is on its way, in the order in which they came up.
    static QList<domain::PaperRef> unprinted(const CaseWork &work);
    /// Hands \a paper, which is of no case, to \a printer with the tray \a tray. testEnded() tells what became of it.
    base::Result<> printTest(const papers::Paper &paper, const QString &printer, const QString &tray);

    /// The newest first.
    const QList<QueuedPrint> &prints() const { return m_prints; }
    const QueuedPrint *find(const QString &id) const;
    /// The printers as last seen (see PrintRunner::look()); none before that.
    const QList<devices::PrinterFace> &printers() const { return m_printers; }
    /// Asks for the printers again; changed() follows.
    void look() { m_needs.runner.look(); }

signals:
    void changed();
    /// Print \a id has failed, or waits for somebody at the printer, and nobody has been told yet.
    void troubled(const QString &id);
    /// A test page has come to \a printer (\a why is empty) or not.
    void testEnded(const QString &printer, const QString &why);
    /// The service has taken print \a id.
    void spooled(const QString &id);

private:
    void join(const CaseWork &work);
    void lookBackSlice();
    Done record(QueuedPrint &print, const domain::Command &command);
    Done onWork(const QString &caseId, const std::function<Done(CaseWork &)> &act);
    base::Result<devices::PrintJob> jobOf(const CaseWork &work, const domain::PrintAct &act, const QString &printer) const;
    QueuedPrint *entry(const QString &id);
    void hearSubmitted(const QString &id, const base::Result<devices::JobPlace> &place);
    void hearFate(const QString &id, const devices::JobFate &fate);
    void fail(QueuedPrint &print, const QString &detail);
    void catchUp();

    Needs m_needs;
    QPointer<CaseWork> m_inHand;
    QList<QueuedPrint> m_prints;
    QList<devices::PrinterFace> m_printers;
    QMap<QString, QString> m_tests; ///< id → printer
    QTimer m_slices; ///< runs while looking back
    QStringList m_toLookAt; ///< cases found on the way back
    QSet<QString> m_lookedAt;
    qint64 m_trail = 0; ///< where the next slice of the way back begins
    bool m_trailEnds = false;
};

}
