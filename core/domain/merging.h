#pragma once

#include "core/domain/case.h"
#include "core/domain/events.h"

#include <QByteArray>

#include <functional>

namespace domain {

// Several windows write on one case without seeing each other. Their events come into one order at the hub; from that order, and
// from what each writer had seen, everybody works out the same case and the same conflicts. Nothing is ever dropped.

/// How an event stands in the common order of its case.
enum class Standing {
    Stands, ///< applied
    InConflict, ///< kept; a person is told (see Conflict), the table says which of the two is shown until then
    Disputed, ///< kept and shown, never applied: it makes no sense after what came before
};

struct Judgement {
    Standing standing = Standing::Stands;
    QString code; ///< why, e.g. "field-differs"; empty when it stands
    bool operator==(const Judgement &) const = default;
};

/// An event in the common order of its case.
struct Placed {
    Event event;
    QByteArray id; ///< its hash
    QList<QByteArray> seen; ///< the last events of the case that its writer saw
    QString writer; ///< as writerOf() gives it
    bool operator==(const Placed &) const = default;
};

/// One name for a device in one of its lives.
QString writerOf(const QString &device, int incarnation);
/// The device of such a name.
QStringView deviceOf(QStringView writer);

struct Merged {
    Case file;
    /// One for each event of the history, in its order. That of an event depends on it, on those before it, and on those that its
    /// writer had seen, should they stand behind it.
    QList<Judgement> judgements;
};

/// The case that follows from \a history, which is in the common order: by place at the hub, what the hub has not yet placed at the
/// end in the order of writing. An event counts after those that its writer had seen, also where these came to the hub later (it was put
/// back from a copy, and what it lacked came again). Total and pure.
Merged merge(const QList<Placed> &history);
/// The same, with a look at the case after each event, by its index; it ends where \a look gives false.
Merged merge(const QList<Placed> &history, const std::function<bool(const Case &file, qsizetype index)> &look);

/// \a event as if its writer had seen all of \a history; for working out what follows before it is written.
Placed following(const QList<Placed> &history, const Event &event);

}
