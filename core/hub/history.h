#pragma once

#include "core/domain/merging.h"
#include "core/hub/engine.h"

namespace hub {

/// The key that the events and pictures of \a line are sealed under. Error::Missing when the case was erased.
base::Result<base::Secret> keyOf(const CaseLine &line, const HubKey &key);
base::Result<base::Secret> keyOf(const QString &caseUuid, const journal::Sealed &sealed, const HubKey &key);
/// A new case in \a hall with a key of its own.
CaseLine newCase(const QString &uuid, const QString &hall, const HubKey &key);

/// In which row an event is sealed.
QByteArray placeOfEvent(const wire::Writer &writer, qint64 seq, const QString &caseUuid);

/// An event in the order of its case: as its writer wrote it, and what domain::merge() takes. One that this program cannot read
/// takes part as a fact of a newer program.
domain::Placed placed(const QByteArray &bytes, const journal::Hash &hash, const wire::Writer &writer);

/// Every event of a case that the store holds, in the common order. Error::Missing when the case was erased.
base::Result<QList<domain::Placed>> historyOf(const CaseLine &line, RecordRows &records, const HubKey &key);

/// Those events of \a history that no other there has seen, in its order.
QList<journal::Hash> tipsOf(const QList<domain::Placed> &history);

}
