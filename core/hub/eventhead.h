#pragma once

#include "core/journal/envelope.h"
#include "core/wire/protocol.h"

namespace hub {

/// What the hub must know of an event without understanding it: newer programs write events that this one cannot read.
struct EventHead {
    QString caseId; ///< a UUID in its usual form, lower case
    wire::Writer writer;
    qint64 seq = 0;
    journal::Hash prev;
    QList<journal::Hash> parents;
    QByteArray type;
    journal::Hash hash; ///< of the exact bytes
};

/// Error::Document, with what is wrong, when \a bytes are no envelope.
base::Result<EventHead> readHead(const QByteArray &bytes);

}
