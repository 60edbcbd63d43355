#pragma once

#include "core/domain/merging.h"
#include "core/people/windowkey.h"

#include <QByteArrayList>
#include <QDateTime>
#include <QStringList>

#include <optional>

namespace wire {

// What windows and hub say to each other, as values. Their form on the line: messages.h; the invariants in words: README.md.

/// Versions of the protocol that this program speaks, the newest first tried.
inline constexpr int newestVersion = 1;
inline constexpr int oldestVersion = 1;

inline constexpr int mostEvents = 500; ///< of one push or pull
inline constexpr qint64 batchBytes = 1024 * 1024; ///< of the events of one push or pull; a single event may be larger
inline constexpr qint64 eventBytes = 4 * 1024 * 1024; ///< of one event, at most
inline constexpr qint64 bodyBytes = 8 * 1024 * 1024; ///< of any body, packed or unpacked, at most
inline constexpr qint64 pieceBytes = 1024 * 1024; ///< of a picture or a library file, at most, at a time
inline constexpr int longestWait = 25; ///< seconds that a pull may wait for something new
inline constexpr int clockTolerance = 300; ///< seconds between a signed request's time and the hub's

/// A writer: one device in one of its lives. Its events are numbered without a gap from 1.
struct Writer {
    QString device; ///< UUID
    int incarnation = 1;
    auto operator<=>(const Writer &) const = default;
};

/// Events of one writer, in order, as the exact bytes that it wrote.
struct Push {
    Writer writer;
    qint64 first = 1; ///< sequence number of the first event
    QByteArrayList events;
    QByteArray tip; ///< hash of the last event; the chain of hashes makes it stand for every event before
    QByteArray signature; ///< of tipToSign() under purpose "events"
    bool operator==(const Push &) const = default;
};

/// What the hub says of one event that it has.
struct Verdict {
    qint64 seq = 0; ///< of its writer
    qint64 hubSeq = 0; ///< its place in the common order
    domain::Judgement judgement;
    bool operator==(const Verdict &) const = default;
};

struct PushAnswer {
    qint64 acknowledged = 0; ///< highest sequence number of this writer that the hub holds durably
    QList<Verdict> verdicts; ///< of the events of this push that it holds, in order
    bool needsEarlier = false; ///< there was a gap: push again from behind \c acknowledged
    bool forked = false; ///< another event has this number already: this writer's stream is stopped
    QString epoch;
    QDateTime hubTime; ///< UTC
    bool operator==(const PushAnswer &) const = default;
};

/// How far a window has pulled. The hash lets a hub that was put back from an older copy see that it is not the one that was
/// pulled from.
struct Cursor {
    qint64 hubSeq = 0; ///< 0: from the beginning
    QByteArray check; ///< of the entry at \c hubSeq, as PullAnswer::next had it
    bool operator==(const Cursor &) const = default;
};

/// One entry of the hub's feed.
struct Entry {
    enum class Kind {
        Event,
        Purge, ///< the case has left the hall: forget it, once nothing of it is unsent
        Backfill, ///< the case has come to the hall: its earlier events follow as entries of their own
        Library, ///< a library file was published or taken back: look at the list
        Own, ///< instead of events of the device that asks, where it wants these in brief: a run of them, in one go at the hub
    };
    /// Events of one incarnation of the device that asks; places and numbers go up by one each.
    struct Run {
        int incarnation = 1;
        qint64 first = 0; ///< sequence number
        qint64 count = 0;
        QByteArray tip; ///< hash of the last event; the chain makes it stand for those before
        bool operator==(const Run &) const = default;
    };
    Kind kind = Kind::Event;
    qint64 hubSeq = 0; ///< Own: of the first
    QString caseId; ///< Purge, Backfill
    domain::Judgement judgement; ///< Event, Own: of each
    QByteArray bytes; ///< Event: as its writer wrote them
    Run run = {}; ///< Own
    bool operator==(const Entry &) const = default;
};

struct PullAnswer {
    QList<Entry> entries; ///< in the order of hubSeq, but for the events behind a Backfill
    Cursor next;
    bool more = false; ///< there is more already: ask again at once
    bool startAgain = false; ///< the cursor is not of this hub's feed: pull from the beginning
    QString epoch;
    QDateTime hubTime; ///< UTC
    bool operator==(const PullAnswer &) const = default;
};

/// A device asks to be known. Sent with a one-time code that an administrator made for this window.
struct Enrolment {
    QString code; ///< as typed or scanned
    Writer writer;
    QString mark; ///< two characters: part of its case numbers
    QString regionCode; ///< GB/T 2260
    QString windowCode; ///< three digits, unique in the region
    people::WindowCard card; ///< hall, window and public key
    QString program; ///< version
    int newest = newestVersion; ///< protocol
    int oldest = oldestVersion;
    bool operator==(const Enrolment &) const = default;
};

struct Enrolled {
    QString hub; ///< UUID
    QString epoch; ///< changes when the hub is put back from a copy
    people::PublicKey hubKey; ///< signs the papers of the hub; what is for the hub alone is sealed to it
    QString hall; ///< code of the scope from which this device pulls
    QString publicUrl; ///< where citizens find guides and progress; empty: nowhere
    QList<people::WindowCard> windows; ///< of the region, this one too
    QDateTime hubTime; ///< UTC
    bool operator==(const Enrolled &) const = default;
};

/// How much of a picture the hub has.
struct BlobState {
    bool complete = false;
    qint64 have = 0; ///< bytes from its beginning
    bool operator==(const BlobState &) const = default;
};

/// One file of the hub's library: guide packs, calendars and what else has one source.
struct LibraryFile {
    QString kind; ///< pack, overlay, calendar, routing, dishonesty, windows
    QString name; ///< e.g. the id of the pack
    QString version;
    QString sha256; ///< hexadecimal, of the bytes
    qint64 bytes = 0;
    QByteArray signature; ///< the publisher's, over the bytes as the kind says; may be empty
    bool operator==(const LibraryFile &) const = default;
};

/// A receipt that was printed at a window.
struct PrintedReceipt {
    QString number; ///< of the case
    QDateTime at;
    int pieces = 1;
    bool operator==(const PrintedReceipt &) const = default;
};
/// All of one day: what the window says it printed, whatever it has sent.
struct ReceiptList {
    QDate day;
    QList<PrintedReceipt> receipts;
    bool operator==(const ReceiptList &) const = default;
};
struct ReceiptDifferences {
    QStringList unknownToHub; ///< printed, and the hub has no filing of this number
    QStringList notListed; ///< the hub has a printed receipt of this writer and day that the list does not name
    bool operator==(const ReceiptDifferences &) const = default;
};

/// A wish to hand over a result of which another window is the custodian.
struct LeaseWish {
    QString caseId;
    QString item;
    bool operator==(const LeaseWish &) const = default;
};
struct Lease {
    bool granted = false;
    QDateTime until; ///< UTC
    QString holder; ///< name of the window that has it
    bool operator==(const Lease &) const = default;
};

/// A wish for legal numbers. Who asks again with the same \c id, because the answer did not reach it, gets the same numbers.
struct SerialWish {
    QString organ;
    QString paper; ///< domain::paperWord()
    int year = 0;
    int count = 0; ///< at most 1000
    QString id; ///< of this device alone; fresh for every wish
    int above = 0; ///< the highest number of the series that the window knows of, from wherever it had it; 0: none
    bool operator==(const SerialWish &) const = default;
};
struct SerialBlock {
    int from = 0;
    int to = 0;
    bool operator==(const SerialBlock &) const = default;
};

/// Why the hub did not do it.
struct Problem {
    enum class Code {
        BadRequest, ///< not what the protocol says
        TooLarge,
        Unknown, ///< no such thing
        NotEnrolled,
        BadSignature,
        WrongTime, ///< the request's time is too far from the hub's: sign again by \c hubTime
        Revoked, ///< this device may only send; what it sends is kept aside
        WrongCode, ///< enrolment: unknown, used or too old
        Taken, ///< enrolment: another device has this window code and mark
        OldProtocol,
        Busy, ///< come again after \c retryAfter
        Failed, ///< the hub's own fault
    };
    Code code = Code::Failed;
    QString detail; ///< for the log; no person data
    int retryAfter = 0; ///< seconds; 0: not said
    QDateTime hubTime; ///< UTC; null where it is not said
    bool operator==(const Problem &) const = default;
};

template <class T = void>
using Answer = tl::expected<T, Problem>;
using Refused = tl::unexpected<Problem>;

}
