#pragma once

#include "core/base/settings.h"
#include "core/desk/hallfeed.h"
#include "core/sync/worker.h"

#include <QPointer>
#include <QThread>

namespace journal {
class Journal;
}

namespace desk {

/// The hub that a window belongs to, as its profile keeps it (hub.json). Nothing in it is secret.
struct HubPlace {
    QUrl url; ///< scheme, host, port
    QString hub; ///< UUID
    people::PublicKey key; ///< with which the hub signs, and to which is sealed what is for it alone
    QString hall; ///< code of the hall whose cases come here
    qint64 picturesPerSecond = 0; ///< bytes of the line that pictures may use; 0: all; written into hub.json by a technician
    bool operator==(const HubPlace &) const = default;
};

/// Nothing where the window belongs to no hub; Error::Document for a file that says something else.
base::Result<std::optional<HubPlace>> readHubPlace(const QString &profileFolder);
[[nodiscard]] base::Result<> keepHubPlace(const QString &profileFolder, const HubPlace &place);

/// What a window must be told to join a hub.
struct HubInvitation {
    QUrl url;
    QString code;
    bool operator==(const HubInvitation &) const = default;
};
/// From what was typed or scanned: an address and a code, or in either place the line of a hub's QR code, which has both. Empty
/// where something is missing or is no address.
HubInvitation readInvitation(const QString &address, const QString &code);

struct HubLinkNeeds {
    QString profileFolder;
    base::Secret profileKey;
    people::WindowKey windowKey;
    journal::Journal &journal; ///< outlives the link
    base::HallSettings hall;
    QString program; ///< its version
    /// The way to a hub, made in whichever thread uses it.
    std::function<std::unique_ptr<syncing::Line>(const QUrl &hub)> line;
};

/// This window and its hub: enrolment, the worker behind the work, and the way of what it fetched into the journal (HallFeed).
/// Belongs to the thread of the journal.
class HubLink final : public QObject
{
    Q_OBJECT

public:
    explicit HubLink(HubLinkNeeds needs, QObject *parent = nullptr);
    ~HubLink() override;

    /// Nothing: the window belongs to no hub.
    const std::optional<HubPlace> &place() const { return m_place; }
    /// What is wrong with hub.json.
    const std::optional<base::Error> &fault() const { return m_fault; }
    const base::HubTime &clock() const { return *m_clock; }
    const syncing::Status &status() const { return m_status; }
    /// What is not at the hub yet, and pictures of others that are not here, the oldest first.
    base::Result<QList<journal::QueueLine>> queue(int most) const;
    /// What the hub sent and could not be used, the latest first.
    base::Result<QList<journal::FeedFault>> faults(int most) const;

    /// Hashes of the pictures of a case that other windows took and that are on their way here.
    base::Result<QStringList> stillToCome(const QString &caseId) const;
    /// The days on which this window printed receipts, the latest first, and what the hub said of them.
    base::Result<QList<journal::ReceiptDay>> receiptDays(int most) const;

    /// Begins, when the window belongs to a hub.
    void start();
    /// Makes the window known to the hub at \a url by a one-time \a code; enrolled() or enrolmentFailed() follows.
    void enrol(const QUrl &url, const QString &code);
    /// Something was written to the journal.
    void acted();
    /// Tries at once, whatever is waited for; the hub is told of today's receipts and of days that differ too.
    void retry();

    using Answered = std::function<void(const syncing::SignedLine::Outcome &)>;
    /// Asks the hub; \a done is called later in this thread, unless \a context is gone by then.
    void ask(const syncing::Call &call, QObject *context, Answered done);

signals:
    void statusChanged(const syncing::Status &status);
    /// The hub ordered this window to wipe itself; checked.
    void wipeOrdered(const wire::SignedWipe &wipe);
    /// What came as such an order is none, and has no effect.
    void wipeRefused(const QString &why);
    void enrolled(const desk::HubPlace &place);
    void enrolmentFailed(const syncing::Trouble &trouble);
    /// Other windows, departments or the hub acted on these cases.
    void casesChanged(const QStringList &caseIds);
    void casesLeft(const QStringList &caseIds);
    /// Acts at windows that did not see each other: a person has to look.
    /// A copy of this profile is in use on another PC, by what the hub tells.
    void doubled();
    void contradicted(const QString &caseId, const domain::Conflict &conflict);
    /// Something of the feed could not be used and was kept aside.
    void faulty(const journal::FeedFault &fault);
    void storageFailed(const base::Error &error);
    void libraryChanged();
    /// What the hub says of the receipts of some day is another than before: receiptDays().
    void receiptsChecked();

private:
    void runWorker();
    void endWorker();
    void endPage(bool well);
    void renew(int incarnation);
    void keepEnrolment(const QUrl &url, const wire::Enrolled &answer);

    HubLinkNeeds m_needs;
    std::optional<HubPlace> m_place;
    std::optional<base::Error> m_fault;
    std::shared_ptr<syncing::HubClock> m_clock;
    std::unique_ptr<syncing::Line> m_enrolling;
    QThread m_thread;
    syncing::Worker *m_worker = nullptr; ///< lives in \c m_thread
    syncing::Status m_status;
    HallFeed m_feed;
    QHash<int, std::pair<QPointer<QObject>, Answered>> m_questions;
    int m_lastQuestion = 0;
};

}
