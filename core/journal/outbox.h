#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/journal/feed.h"

#include <QByteArrayList>

#include <memory>

namespace journal {

/// A writer of events: one device in one of its lives.
struct WriterName {
    QString device; ///< UUID
    int incarnation = 1;
    auto operator<=>(const WriterName &) const = default;
};

/// Events of one writer of this window that the hub has not acknowledged, in their order, without a gap.
struct Unsent {
    WriterName writer;
    qint64 first = 0; ///< sequence number of the first
    QByteArrayList events; ///< exactly as written; empty: everything is at the hub
    QByteArray tip; ///< hash of the last one
};

/// What the hub said of one event of ours.
struct PlaceGiven {
    qint64 seq = 0;
    qint64 hubSeq = 0;
    domain::Judgement judgement;
};

/// Events of one writer of this window that the hub says it has: places and numbers go up by one each.
struct OwnRun {
    WriterName writer;
    qint64 first = 0; ///< sequence number
    qint64 count = 0;
    qint64 hubSeq = 0; ///< of the first
    QByteArray tip; ///< hash of the last; the chain makes it stand for those before
    domain::Judgement judgement; ///< of each
};

/// What is known of the hub.
struct SyncState {
    QString hub; ///< UUID; empty: never enrolled
    QString epoch;
    FeedCursor cursor;
    QDateTime lastContact; ///< UTC by the hub's clock; null: never
    qint64 clockOffset = 0; ///< milliseconds by which the hub's clock is ahead of ours
    bool operator==(const SyncState &) const = default;
};

/// “Is my work safe?”
struct SyncFigures {
    int events = 0; ///< that the hub has not acknowledged
    qint64 eventBytes = 0;
    int pictures = 0; ///< of which the hub has not all bytes
    qint64 pictureBytes = 0;
    QDateTime oldest; ///< when the oldest of these events happened; null: none
    int toFetch = 0; ///< pictures of others that are not here yet
    int faults = 0; ///< entries of the feed that could not be used, see FeedFault
    bool operator==(const SyncFigures &) const = default;
};

/// Why something still waits.
enum class Waiting {
    ForHub, ///< not sent yet, or not acknowledged
    ForPictures, ///< every event is at the hub, pictures are not
    ForOthers, ///< pictures that others took are not here
};

/// A case of which something is not at the hub yet, or not here.
struct QueueLine {
    QString caseId;
    QString number;
    int events = 0;
    int pictures = 0;
    int toFetch = 0; ///< pictures of others
    QDateTime oldest;
    Waiting why = Waiting::ForHub;
    bool operator==(const QueueLine &) const = default;
};

/// A picture on its way to the hub or from it.
struct LanePicture {
    QString caseId;
    QString scan; ///< SHA-256, hexadecimal
    qint64 bytes = 0;
    bool operator==(const LanePicture &) const = default;
};

/// A filing receipt that came out of a printer of this window.
struct ReceiptPrinted {
    QString number; ///< of the case
    QDateTime at; ///< of the first print of the day
    int pieces = 1; ///< on that day
    bool operator==(const ReceiptPrinted &) const = default;
};

/// What a window printed on one day, and what the hub said when it was told.
struct ReceiptDay {
    QDate day;
    int receipts = 0; ///< cases
    qint64 revision = 1; ///< of the list: another one after every change
    qint64 told = 0; ///< revision that the hub was told last; 0: none
    QDateTime toldAt; ///< by this PC's clock; null: never
    QStringList unknownToHub; ///< numbers that were printed, of which the hub has no filing
    QStringList notListed; ///< numbers of which the hub has a receipt of this window, and the list has none
    bool differs() const { return !unknownToHub.isEmpty() || !notListed.isEmpty(); }
    bool operator==(const ReceiptDay &) const = default;
};

/// What of a journal still has to go to the hub, and what the hub said. There is no second queue: events to send are those of the
/// journal that are not acknowledged, pictures follow from its events. Has a database connection of its own, so that it may live
/// in another thread than the journal, which goes on writing; belongs to the thread that opened it.
class Outbox final
{
public:
    /// Of the profile in \a folder, whose journal was opened before (Journal::open() makes and migrates it).
    static base::Result<std::unique_ptr<Outbox>> open(const QString &folder, const base::Secret &profileKey);
    ~Outbox();

    /// The next events to send, at most \a most (from 1) and, but for the first, \a mostBytes: those of earlier incarnations before
    /// those of the present one.
    base::Result<Unsent> unsent(int most, qint64 mostBytes);
    /// As unsent(), but what follows \a before once that is acknowledged; none: the rest is of another writer.
    base::Result<Unsent> unsentBehind(const Unsent &before, int most, qint64 mostBytes);
    /// The writers of this window, the earliest first, with what the hub acknowledged of each; for asking a hub again.
    base::Result<QList<std::pair<WriterName, qint64>>> acknowledged();
    /// The hub holds durably events of \a writer up to \a upTo, and \a places are those of events of ours, which it compared. Lower than
    /// before: what follows is sent again. Higher: only what was compared counts, for another PC may work with a copy of this profile, and
    /// the hub may have its events under our numbers. False when the hub holds more than was written here and all of ours is compared:
    /// the profile is an older copy, and Journal::renew() of that incarnation must follow.
    base::Result<bool> acknowledge(const WriterName &writer, qint64 upTo, const QList<PlaceGiven> &places);

    /// Whether \a run is what stands here and a pull of it would change nothing. What waits for its acknowledgement only gets its places.
    base::Result<bool> isSettled(const OwnRun &run);

    base::Result<SyncState> state();
    /// All but the cursor, which Journal::takeIn() moves.
    [[nodiscard]] base::Result<> setState(const SyncState &state);
    /// The hub was put back from a copy: every place is forgotten, the cursor is at the beginning, pictures are offered again. What
    /// was acknowledged is to be asked for anew, by a push of nothing.
    [[nodiscard]] base::Result<> forgetPlaces(const QString &epoch);

    base::Result<SyncFigures> figures();
    /// The oldest first, at most \a most.
    base::Result<QList<QueueLine>> queue(int most);

    /// What of the feed could not be used, the latest first, at most \a most.
    base::Result<QList<FeedFault>> faults(int most);

    /// Pictures of acknowledged events of this window, the first taken first, at most \a most.
    base::Result<QList<LanePicture>> picturesToSend(int most);
    [[nodiscard]] base::Result<> pictureSent(const LanePicture &picture);
    /// Pictures that others took, at most \a most; those of open cases first.
    base::Result<QList<LanePicture>> picturesToFetch(int most);
    /// Hashes of the pictures of a case that others took and that are not here.
    base::Result<QStringList> stillToCome(const QString &caseId);
    [[nodiscard]] base::Result<> pictureFetched(const LanePicture &picture);
    /// Days on which receipts were printed here or that were noted by noteDay(), the latest first, at most \a most.
    base::Result<QList<ReceiptDay>> receiptDays(int most);
    /// That this window was at work on \a day, even if no receipt was printed.
    [[nodiscard]] base::Result<> noteDay(QDate day);
    /// What came out on \a day, by number.
    base::Result<QList<ReceiptPrinted>> receiptsOf(QDate day);
    /// The hub was told revision \c told of \a day at \c toldAt, and said what differs.
    [[nodiscard]] base::Result<> receiptsTold(const ReceiptDay &day);
    /// As Journal::keyFor().
    base::Result<base::Secret> keyFor(const QString &caseId, const QByteArray &purpose);

private:
    struct Parts;
    explicit Outbox(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m;

    Q_DISABLE_COPY_MOVE(Outbox)
};

}
