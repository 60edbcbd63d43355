#pragma once

#include "core/hub/applicationrows.h"
#include "core/hub/doorrows.h"
#include "core/hub/officerows.h"
#include "core/hub/reportrows.h"
#include "core/hub/rows.h"

#include <QHash>
#include <QStringList>

#include <memory>

namespace hub {

// The store of a hub as the engine sees it. Everything is done inside a transaction; which database stands behind it, nobody here
// knows. Errors are those of base::Error: Busy means that the same may be tried again at once.

/// The hub, its windows and the codes by which they come to it.
class DeviceRows
{
public:
    virtual ~DeviceRows() = default;
    virtual base::Result<Self> self() = 0;
    [[nodiscard]] virtual base::Result<> setEpoch(const QString &epoch) = 0;
    [[nodiscard]] virtual base::Result<> setKey(const people::PublicKey &key) = 0;
    virtual base::Result<std::optional<Device>> device(const QString &uuid) = 0;
    virtual base::Result<std::optional<Device>> deviceWithKey(const people::PublicKey &key) = 0;
    virtual base::Result<QList<Device>> devices() = 0; ///< by hall and window code
    [[nodiscard]] virtual base::Result<> put(const Device &device) = 0; ///< new, or in the place of the one with its uuid
    /// The device that writes, or wrote, numbers of cases with this window code and mark; empty: none.
    virtual base::Result<QString> deviceWithMark(const QString &regionCode, const QString &windowCode, const QString &mark) = 0;
    [[nodiscard]] virtual base::Result<> putMark(const Device &device, const QString &mark) = 0;
    virtual base::Result<std::optional<WipeLine>> wipeOf(const QString &device) = 0; ///< the one in force
    virtual base::Result<QList<WipeLine>> wipes() = 0; ///< the newest first
    [[nodiscard]] virtual base::Result<> put(const WipeLine &wipe) = 0; ///< new, or in the place of the one with its id
    virtual base::Result<std::optional<EnrolmentCode>> code(const QByteArray &hash) = 0;
    [[nodiscard]] virtual base::Result<> put(const EnrolmentCode &code) = 0; ///< new, or in the place of the one with its hash
    virtual base::Result<QStringList> halls() = 0; ///< of all devices and cases, sorted
};

/// Writers, cases, events and the feeds of the halls.
class RecordRows
{
public:
    virtual ~RecordRows() = default;
    /// From here to the end of the transaction nobody else adds to the feeds of \a halls, so that their places become visible in
    /// their order. To be called once, after stream() and before anything is added.
    [[nodiscard]] virtual base::Result<> holdFeeds(QStringList halls) = 0;
    /// The stream of \a writer, made when there is none; nobody else has it until the transaction ends.
    virtual base::Result<Stream> stream(const wire::Writer &writer) = 0;
    [[nodiscard]] virtual base::Result<> put(const Stream &stream) = 0;
    virtual base::Result<QList<Stream>> streams() = 0;
    /// The last incarnation of \a device that has sent anything; 0: none.
    virtual base::Result<int> lastIncarnation(const QString &device) = 0;

    /// Those of \a uuids that are known.
    virtual base::Result<QHash<QString, CaseLine>> cases(const QStringList &uuids) = 0;
    /// Cases that were not erased and of which no event came since \a before, by id behind \a after, at most \a most.
    virtual base::Result<QList<CaseLine>> casesStillSince(const QDateTime &before, qint64 after, int most) = 0;
    virtual base::Result<std::optional<CaseLine>> caseWithNumber(const QString &number) = 0;
    /// Writes \a line; its id where it was new. A new one that somebody else made meanwhile is Error::Busy.
    virtual base::Result<qint64> put(const CaseLine &line) = 0;

    /// So many places that no entry has had, ascending.
    virtual base::Result<QList<qint64>> nextPlaces(qsizetype count) = 0;
    [[nodiscard]] virtual base::Result<> add(const QList<EventLine> &events) = 0;
    [[nodiscard]] virtual base::Result<> add(const QList<FeedLine> &entries) = 0;
    /// The events of a stream from \a first to \a last, without their bytes.
    virtual base::Result<QList<EventLine>> eventsOfStream(qint64 stream, qint64 first, qint64 last) = 0;
    struct Written {
        EventLine event;
        wire::Writer writer;
    };
    virtual base::Result<QList<Written>> eventsOfCase(qint64 caseRow) = 0; ///< in the common order

    /// The last place of a hall's feed and its check; 0: empty.
    virtual base::Result<wire::Cursor> feedEnd(const QString &hall) = 0;
    /// What stands at a place of a hall's feed.
    virtual base::Result<std::optional<FeedLine>> entryAt(const QString &hall, qint64 place) = 0;
    /// In the order of their places; at most \a most, and none more once there are \a bytes of events.
    /// Those of the device \a inBrief come without their bytes; empty: all come with them.
    virtual base::Result<QList<PulledLine>> entriesAfter(const QString &hall, qint64 place, int most, qint64 bytes,
                                                         const QString &inBrief = {}) = 0;

    [[nodiscard]] virtual base::Result<> keepAside(const AsideLine &line) = 0; ///< one that is there already stays as it is
    virtual base::Result<QList<AsideLine>> aside(int most) = 0; ///< the newest first
    virtual base::Result<int> countAside(const QDateTime &before) = 0; ///< that came before
    virtual base::Result<int> clearAside(const QDateTime &before) = 0; ///< how many went
    [[nodiscard]] virtual base::Result<> put(const Alarm &alarm) = 0;
    virtual base::Result<QList<Alarm>> alarms(bool unseenOnly, int most) = 0; ///< the newest first
};

/// Pictures in pieces, files of the library.
class FileRows
{
public:
    virtual ~FileRows() = default;
    /// Held until the transaction ends, where that writes.
    virtual base::Result<std::optional<Picture>> picture(qint64 caseRow, const QString &sha256) = 0;
    virtual base::Result<qint64> put(const Picture &picture) = 0; ///< its id
    [[nodiscard]] virtual base::Result<> addPiece(qint64 picture, const Piece &piece) = 0;
    virtual base::Result<QList<qint64>> pieces(qint64 picture) = 0; ///< where each begins, ascending
    virtual base::Result<std::optional<Piece>> piece(qint64 picture, qint64 from) = 0;
    [[nodiscard]] virtual base::Result<> dropPicture(qint64 picture) = 0;
    [[nodiscard]] virtual base::Result<> dropPicturesOf(qint64 caseRow) = 0;
    virtual base::Result<int> dropPartials(const QDateTime &before) = 0; ///< unfinished, unchanged since; how many went

    virtual base::Result<QList<wire::LibraryFile>> library() = 0; ///< by kind, name and version
    [[nodiscard]] virtual base::Result<> publish(const wire::LibraryFile &file, const QList<Piece> &pieces) = 0;
    virtual base::Result<std::optional<Piece>> libraryPiece(const FileName &file, qint64 from) = 0;
    virtual base::Result<bool> withdraw(const FileName &file) = 0; ///< whether it was there
};

/// What counters share: leases, legal numbers, receipts.
class CounterRows
{
public:
    virtual ~CounterRows() = default;
    /// Held until the transaction ends, where that writes.
    virtual base::Result<std::optional<LeaseLine>> lease(qint64 caseRow, const QString &item) = 0;
    [[nodiscard]] virtual base::Result<> put(const LeaseLine &lease) = 0;
    /// The next \c count numbers of the series above \c above for \a device; those that it got when it had this wish before.
    virtual base::Result<BlockLine> takeBlock(const wire::SerialWish &wish, const QString &device, const QDateTime &at) = 0;
    virtual base::Result<QList<BlockLine>> blocks(const wire::SerialWish &series) = 0;
    virtual base::Result<QList<BlockLine>> blocks() = 0; ///< of all series, by year, organ, paper and number
    /// The last number of the series that was given away or passed over; 0: none. Held until the transaction ends, where that writes.
    virtual base::Result<int> lastSerial(const wire::SerialWish &series) = 0;
    /// The next number of the series is above \a last.
    [[nodiscard]] virtual base::Result<> passOver(const wire::SerialWish &series, int last) = 0;
    /// The next number of every series is \a count higher than it would be.
    [[nodiscard]] virtual base::Result<> passOverInAll(int count) = 0;

    [[nodiscard]] virtual base::Result<> put(const ReceiptPrint &print) = 0;
    [[nodiscard]] virtual base::Result<> setCame(qint64 caseRow, const QByteArray &print) = 0;
    struct Printed {
        QString number;
        bool filed = false;
    };
    virtual base::Result<QList<Printed>> receiptsOf(const QString &device, QDate day) = 0; ///< that came out
    [[nodiscard]] virtual base::Result<> put(const SentReceipts &sent) = 0; ///< in the place of an earlier one of that day
    virtual base::Result<std::optional<SentReceipts>> sentReceipts(const QString &device, QDate day) = 0;
};

/// What people said of their visits.
class RatingRows
{
public:
    virtual ~RatingRows() = default;
    virtual base::Result<bool> add(const RatingLine &rating) = 0; ///< false: that visit was rated already, and nothing was changed
    virtual base::Result<bool> isRated(const QString &number, const QString &visit) = 0;
    virtual base::Result<std::optional<RatingLine>> rating(qint64 id) = 0;
    /// The newest first; \a openOnly: those that are to be put right and were not yet, the nearest end first.
    virtual base::Result<QList<RatingLine>> ratings(bool openOnly, int most) = 0;
    [[nodiscard]] virtual base::Result<> setRectified(qint64 id, const QDateTime &at, const journal::Sealed &result) = 0;
};

/// What may be looked up, and the record of who did.
class LookUpRows
{
public:
    virtual ~LookUpRows() = default;
    [[nodiscard]] virtual base::Result<> put(const LicenceLine &licence) = 0; ///< new, or in the place of the one with its holder and mark
    virtual base::Result<QList<LicenceLine>> licencesOf(const QByteArray &holder) = 0;
    virtual base::Result<qint64> note(const LookUpLine &lookUp) = 0; ///< its id
    [[nodiscard]] virtual base::Result<> setOutcome(qint64 id, LookUpLine::Outcome outcome) = 0;
    virtual base::Result<int> countOf(const QString &device, const QDateTime &since) = 0;
    virtual base::Result<int> countBefore(const QDateTime &before) = 0; ///< look-ups
    virtual base::Result<int> dropBefore(const QDateTime &before) = 0; ///< look-ups; how many went
    /// The newest first; only those about \a holder unless that is empty.
    virtual base::Result<QList<LookUpLine>> lookUps(const QByteArray &holder, int most) = 0;
};

/// Reads and writes of one moment, kept whole or not at all: undone unless committed. Belongs to the thread that began it.
class Transaction
{
public:
    virtual ~Transaction() = default;
    virtual DeviceRows &devices() = 0;
    virtual RecordRows &records() = 0;
    virtual FileRows &files() = 0;
    virtual CounterRows &counters() = 0;
    virtual UnitRows &units() = 0;
    virtual PeopleRows &people() = 0;
    virtual RatingRows &ratings() = 0;
    virtual LookUpRows &lookUps() = 0;
    virtual DoorRows &doors() = 0;
    virtual OutboxRows &outbox() = 0;
    virtual IssueRows &issues() = 0;
    virtual ApplicationRows &applications() = 0;
    virtual ReportRows &reports() = 0;
    /// Durable when this comes back.
    [[nodiscard]] virtual base::Result<> commit() = 0;
};

/// May be used from several threads at once; they end before it does.
class Store
{
public:
    enum class For { Reading, Writing };
    virtual ~Store() = default;
    virtual base::Result<std::unique_ptr<Transaction>> begin(For purpose) = 0;
    /// Clears out of the files, as far as the database can, what was overwritten and deleted: after something was erased.
    [[nodiscard]] virtual base::Result<> clearOut() = 0;
};

}
