#pragma once

#include "core/domain/guide.h"
#include "core/guides/inspection.h"

#include <QHash>
#include <QSet>

namespace guides {

/// What the matters of a pack may refer to, by id.
struct PackIndex {
    explicit PackIndex(const domain::GuidePack &pack);

    QHash<QString, const domain::Material *> materials;
    QHash<QString, const domain::Field *> fields;
    QSet<QString> parameters;
    QSet<QString> places;
    QSet<QString> samples;
};

/// The ways of a pack or of a matter, standing at what holds the "service".
void checkService(const domain::Service &service, const PackIndex &pack, Inspection &inspection);

/// As packcheck.h, for one matter; \a inspection stands at it.
void checkMatter(const domain::Matter &matter, const PackIndex &pack, Inspection &inspection);

/// Calls \a look(index, entry) for each entry of \a list, standing at it.
template <class Entry, class Look>
void eachAt(QUtf8StringView key, const QList<Entry> &list, Inspection &inspection, Look look)
{
    const Inspection::Step step = inspection.into(key);
    for (qsizetype index = 0; index < list.size(); ++index) {
        const Inspection::Step entryStep = inspection.into(index);
        look(index, list[index]);
    }
}

template <class Entry>
void checkUniqueIds(QUtf8StringView key, const QList<Entry> &list, Inspection &inspection)
{
    QSet<QString> seen;
    eachAt(key, list, inspection, [&](qsizetype, const Entry &entry) {
        if (!entry.id.isEmpty() && seen.contains(entry.id))
            inspection.faultAt("id", QStringLiteral("%1 stands twice in this list").arg(quoted(entry.id)));
        seen.insert(entry.id);
    });
}

}
