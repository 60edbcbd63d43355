#pragma once

#include "core/journal/envelope.h"
#include "core/journal/seal.h"
#include "core/wire/protocol.h"

#include <QDateTime>

#include <optional>

namespace hub {

// What the store of a hub holds, as values. Whatever could name a person is sealed before it comes here (core/journal/seal.h); case
// ids, numbers of cases, codes and names of windows stand in plain text.

/// The hub itself.
struct Self {
    QString uuid; ///< also its device as a writer
    QString epoch; ///< changes when the hub is put back from a copy
    people::PublicKey key = {}; ///< of the one key that opens this store; empty: none yet
    bool operator==(const Self &) const = default;
};

/// A window that was enrolled.
struct Device {
    QString uuid;
    people::WindowCard card;
    QString hall; ///< code of the scope from which it pulls
    QString regionCode;
    QString windowCode;
    QString program; ///< version, as it said at its last enrolment
    QDateTime enrolledAt; ///< UTC
    QDateTime revokedAt = {}; ///< UTC; null: in use
    bool operator==(const Device &) const = default;
};

/// That a device shall destroy what opens its profile. Of one device at most one is in force.
struct WipeLine {
    QString id; ///< UUID, random
    QString device;
    QString reason; ///< no person data
    QString by; ///< name of an account, or atConsole()
    QDateTime orderedAt; ///< UTC
    bool revoked = false; ///< the device was revoked with it, and not before
    QDateTime heardAt = {}; ///< UTC; of the first answer that bore it; null: the device has not asked since
    QDateTime wipedAt = {}; ///< UTC; when the device said that it is done
    QDateTime liftedAt = {}; ///< UTC; null: in force
    bool operator==(const WipeLine &) const = default;
};

/// A one-time code for one window.
struct EnrolmentCode {
    QByteArray hash; ///< the code itself is nowhere
    QString hall;
    QString regionCode;
    QString windowCode;
    QDateTime expires; ///< UTC
    QString usedBy = {}; ///< device; empty: not yet
    bool operator==(const EnrolmentCode &) const = default;
};

/// How far the chain of one writer has come.
struct Stream {
    qint64 id = 0;
    wire::Writer writer;
    qint64 last = 0; ///< sequence number of its last event; 0: none yet
    journal::Hash hash = journal::Hash(journal::hashSize, '\0'); ///< of that event
    bool stopped = false; ///< two events had one number
    QDateTime heard = {}; ///< UTC; of its last push
    bool operator==(const Stream &) const = default;
};

/// What the hub must know of a case without opening an event.
struct CaseLine {
    qint64 id = 0; ///< 0: not stored yet
    QString uuid;
    QString hall; ///< which windows may have it
    journal::Sealed key; ///< of the case, under the hub's; no bytes: the case was erased
    QList<journal::Hash> tips; ///< events that no other has seen, in the common order
    QString number = {}; ///< empty until its opening came
    bool filed = false;
    bool erased() const { return key.bytes.isEmpty(); }
    bool operator==(const CaseLine &) const = default;
};

/// One event of a writer.
struct EventLine {
    qint64 hubSeq = 0;
    qint64 caseRow = 0;
    qint64 stream = 0;
    qint64 seq = 0;
    journal::Hash hash;
    domain::Judgement judgement;
    QDateTime received; ///< UTC; by the hub's clock
    journal::Sealed sealed; ///< the exact bytes; none where the case was erased before they came
};

/// One entry of a hall's feed.
struct FeedLine {
    qint64 place = 0; ///< what a cursor counts; that of an event is its hubSeq, but for one that came with its case from another hall
    QString hall;
    wire::Entry::Kind kind = wire::Entry::Kind::Event;
    qint64 caseRow = 0; ///< 0: none
    qint64 event = 0; ///< hubSeq; 0: none
    QByteArray check; ///< of this entry and of all before it in its hall
};

/// An entry with what it speaks of, as it is pulled.
struct PulledLine {
    FeedLine entry;
    QString caseUuid;
    bool isHere = false; ///< the case belongs to this hall now
    journal::Sealed caseKey;
    wire::Writer writer;
    EventLine event;
};

/// An event that was kept, but not taken into its case.
struct AsideLine {
    enum class Reason {
        Revoked, ///< its device may not write any more
        Fork, ///< its number belongs to another event already
    };
    qint64 id = 0; ///< 0: not stored yet
    Reason reason = Reason::Revoked;
    wire::Writer writer;
    qint64 seq = 0;
    QString caseUuid;
    journal::Hash hash;
    QDateTime received; ///< UTC
    journal::Sealed sealed; ///< under a key of the hub's for this purpose
};

/// Something that a person has to look at.
struct Alarm {
    qint64 id = 0; ///< 0: not stored yet
    QDateTime at; ///< UTC
    QString kind; ///< e.g. "fork"
    QString device;
    QString words; ///< no person data
    QDateTime seenAt = {}; ///< UTC; null: nobody has said that it was seen
    bool operator==(const Alarm &) const = default;
};

/// A picture of a case, whole or on its way.
struct Picture {
    qint64 id = 0; ///< 0: not stored yet
    qint64 caseRow = 0;
    QString sha256; ///< hexadecimal, lower case
    qint64 length = 0;
    qint64 have = 0; ///< bytes from its beginning
    bool complete = false; ///< its SHA-256 was checked
    QDateTime changed; ///< UTC
};
struct Piece {
    qint64 from = 0;
    qint64 length = 0;
    journal::Sealed sealed;
};

/// Names one version of one file of the library.
struct FileName {
    QString kind, name, version;
};

/// Who may hand over a result until when.
struct LeaseLine {
    qint64 caseRow = 0;
    QString item;
    QString device;
    QDateTime until; ///< UTC
};

/// A block of legal numbers that a device has for good.
struct BlockLine {
    wire::SerialWish series; ///< \c count is that of the block, \c id of the wish; \c above is not kept
    wire::SerialBlock block;
    QString device;
    QDateTime at; ///< UTC
};

/// How content somebody was with one visit (好差评), and what came of it when they were not.
struct RatingLine {
    qint64 id = 0; ///< 0: not stored yet
    QString number; ///< of the case
    QString visit; ///< which paper stands for it; a visit is rated once
    QString hall;
    QString device; ///< window that gave out the paper
    int level = 0; ///< domain::Satisfaction
    QDateTime at; ///< UTC
    journal::Sealed words = {}; ///< under the key of the case; no bytes: none were written
    QDate due = {}; ///< until when it has to be put right; null: it has not
    bool provisional = false; ///< \c due leads through a year without a calendar
    QDateTime rectifiedAt = {}; ///< UTC; null: not yet
    journal::Sealed result = {}; ///< what was done, sealed as \c words
};

/// A licence, or a piece of shared data, that windows may look up.
struct LicenceLine {
    QByteArray holder; ///< blinded number of the holder
    QByteArray mark; ///< blinded too: tells it apart from others of the holder
    journal::Sealed sealed;
};
/// Somebody looked for something about somebody.
struct LookUpLine {
    enum class Outcome { Asked, Found, NotFound, Refused, Unreachable };
    qint64 id = 0; ///< 0: not stored yet
    QDateTime at; ///< UTC
    QString device;
    QByteArray holder; ///< blinded number; empty: none was named
    Outcome outcome = Outcome::Asked;
    journal::Sealed sealed; ///< who asked what for which case and purpose
};

/// A print of a filing receipt, as the events tell it.
struct ReceiptPrint {
    qint64 caseRow = 0;
    QByteArray print; ///< hash of the id of the act
    QString device;
    QDate day; ///< where it was printed
    bool came = false; ///< it came out of the printer
};
/// The list that a window sent of what it printed on a day.
struct SentReceipts {
    QString device;
    wire::ReceiptList list;
    QDateTime at; ///< UTC
};

}
