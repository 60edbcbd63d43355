#pragma once

#include "core/hub/engine.h"

#include <QSet>

namespace hub {

/// The mark of an entry behind one that has the mark \a before (none: no bytes). \a about: hash of an event, id of a case.
QByteArray markAfter(const QByteArray &before, qint64 place, wire::Entry::Kind kind, const QByteArray &about);

/// Adds to the feeds of halls inside one transaction. The mark of every entry follows from all entries before it in its hall, so a
/// cursor that was given by another feed, or by this one before it was put back, does not fit.
class Feed final
{
public:
    explicit Feed(RecordRows &records) : m_records(records) { }

    /// Nobody else adds to the feeds of \a halls from here on. Once, before anything is added.
    [[nodiscard]] base::Result<> hold(const QStringList &halls);
    bool holds(const QString &hall) const { return m_ends.contains(hall); }

    /// Puts an entry at the end of \a hall, whose feed is held, and what it is about: hash of an event, id of a case.
    void put(qint64 place, const QString &hall, wire::Entry::Kind kind, qint64 caseRow, qint64 event, const QByteArray &about);
    /// Writes what was put.
    [[nodiscard]] base::Result<> write();
    /// The new ends of the halls whose feed has grown.
    Growth growth() const;

private:
    RecordRows &m_records;
    QHash<QString, wire::Cursor> m_ends;
    QList<FeedLine> m_fresh;
    QSet<QString> m_grown;
};

}
