#pragma once

#include "core/domain/events.h"

#include <QByteArrayList>

namespace journal {

/// A BLAKE2b of 32 bytes (RFC 7693). The event before a writer's first one counts as 32 zero bytes.
using Hash = QByteArray;
constexpr qsizetype hashSize = 32;

/// An event with its place in the journal.
struct Envelope {
    QString caseId;
    QString device;
    int incarnation = 1;
    qint64 seq = 1; ///< gapless per device and incarnation, from 1
    Hash prev; ///< of this writer's previous event
    QList<Hash> parents; ///< heads of the case that the writer saw; none: its first event
    QString guideVersion; ///< of the pack under which it happened
    domain::Event event;
};

/// The envelope as canonical JSON: compact, keys sorted, UTF-8. Made once when the event is written; hash, seal and (later)
/// signature and wire use exactly these bytes, and nobody makes them again.
QByteArray canonicalBytes(const Envelope &envelope);

/// Error::Damaged when \a bytes are not an envelope that this program can read.
base::Result<Envelope> readEnvelope(const QByteArray &bytes);

/// An event of somebody else: as readEnvelope(), but what a newer program wrote, and a body that does not fit its type, is an
/// UnknownFact of that type, so that the event has its place and only its case is set aside. Error::Damaged when it cannot be said
/// whose event on which case it is.
base::Result<Envelope> readReceived(const QByteArray &bytes);

Hash hashOf(const QByteArray &bytes);

}
