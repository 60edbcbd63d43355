#pragma once

#include "core/sync/picturelane.h"
#include "core/sync/pulllane.h"
#include "core/sync/pushlane.h"
#include "core/sync/receiptlane.h"
#include "core/sync/status.h"
#include "core/wire/wipe.h"

#include <QElapsedTimer>
#include <QUrl>

#include <memory>

namespace syncing {

/// What a worker is made of. Values, so that they can go to its thread.
struct WorkerNeeds {
    QString folder; ///< of the profile
    base::Secret profileKey;
    people::WindowKey windowKey;
    std::shared_ptr<HubClock> clock;
    std::shared_ptr<const PictureShelf> pictures;
    std::function<std::unique_ptr<Line>()> line; ///< made in the thread of the worker
    qint64 picturesPerSecond = 0; ///< bytes; 0: as fast as the line goes
    QString hub = {}; ///< UUID: whose orders count
    people::PublicKey hubKey = {}; ///< as known since enrolment
};

/// Keeps this window and the hub together, in a thread of its own: everything is a slot to be called through the event loop.
class Worker final : public QObject
{
    Q_OBJECT

public:
    explicit Worker(WorkerNeeds needs);
    ~Worker() override;

public slots:
    /// Opens the outbox and begins. Once.
    void start();
    /// Something was written.
    void look();
    /// The page of arrived() is in the journal, or (\a well is false) could not be written.
    void taken(bool well);
    /// The journal goes on as another incarnation.
    void renewed();
    /// Tries everything at once, whatever was waited for.
    void retry();
    /// Asks the hub something of its own; answered() has the same \a id. Signed by the writer of this window.
    void ask(int id, const syncing::Call &call);

signals:
    void status(const syncing::Status &status);
    void arrived(const QList<journal::FeedEntry> &entries, const journal::FeedCursor &next);
    void libraryChanged();
    /// What the hub says of the receipts of some day is another than before.
    void receiptsChecked();
    void mustRenew(int incarnation);
    void answered(int id, const syncing::SignedLine::Outcome &outcome);
    /// The hub of this window ordered it to wipe itself; said once.
    void wipeOrdered(const wire::SignedWipe &wipe);
    /// Something came as an order that is none: \a why. Said once for each reason; it has no effect.
    void wipeRefused(const QString &why);

private:
    void connectLanes();
    void hearWipe(const QByteArray &value, const QByteArray &answers);
    void hubSpoke();
    void hubSilent(const Trouble &trouble, int retryIn);
    void storageFailed(const base::Error &error);
    void tell();
    void tellSoon();

    WorkerNeeds m_needs;
    std::unique_ptr<journal::Outbox> m_outbox;
    std::unique_ptr<Line> m_line;
    std::unique_ptr<SignedLine> m_signed;
    std::unique_ptr<PushLane> m_push;
    std::unique_ptr<PullLane> m_pull;
    std::unique_ptr<PictureLane> m_pictures;
    std::unique_ptr<ReceiptLane> m_receipts;
    Status m_status;
    QTimer m_tell; ///< figures are told at most a few times a second, and their making takes a tenth of the time at most
    QStringList m_wipes; ///< orders that were told, and why others were refused
    QElapsedTimer m_noted; ///< since the last contact was written down
    qint64 m_notedOffset = 0; ///< milliseconds, as written down with it
};

}
