#pragma once

#include "core/domain/merging.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace journal {

/// One thing that the hub's feed tells this window.
struct FeedEntry {
    enum class Kind {
        Event, ///< somebody's act, also our own with its place
        Purge, ///< the case has left the hall: it is shown no more, and forgotten once nothing of it is unsent
        Backfill, ///< the case has come to the hall; its events follow as entries of their own
    };
    Kind kind = Kind::Event;
    qint64 hubSeq = 0; ///< place in the common order, from 1
    QString caseId; ///< Purge, Backfill
    domain::Judgement judgement; ///< Event: what the hub says of it
    QByteArray bytes; ///< Event: exactly as its writer wrote them
    bool operator==(const FeedEntry &) const = default;
};

/// How far the feed was taken in. Written in the same transaction as what came before it.
struct FeedCursor {
    qint64 hubSeq = 0; ///< 0: from the beginning
    QByteArray check; ///< the hub's; lets it see that this is its feed
    bool operator==(const FeedCursor &) const = default;
};

/// Something of the feed that could not be used. Its bytes are kept, sealed, and everything else went on.
struct FeedFault {
    enum class Kind {
        Unreadable, ///< no envelope at all
        Forked, ///< another event of this writer has this number already
        NumberTwice, ///< its case number or legal number belongs to another case already; the event itself is kept in its place
    };
    Kind kind = Kind::Unreadable;
    qint64 hubSeq = 0;
    QString caseId; ///< empty: not known
    QString detail; ///< for the log; no person data
    bool operator==(const FeedFault &) const = default;
};

/// What a slice of the feed brought.
struct TakenIn {
    struct NewConflict {
        QString caseId;
        domain::Conflict conflict;
    };
    QStringList changed; ///< ids of the cases that are new or other than before, each once
    QStringList purged; ///< ids of the cases that are not shown any more
    QList<NewConflict> conflicts; ///< open now and not known before
    QList<FeedFault> faults;
    /// The feed has events of this window that its journal lacks: the profile is an older copy. A new incarnation has begun.
    bool renewed = false;
    /// The feed has events of a later incarnation of this window than the one that works here: a copy of the profile is in use elsewhere.
    bool doubled = false;
};

}
