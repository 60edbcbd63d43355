#pragma once

#include "core/domain/merging.h"

/// What everybody must have alike at the end: every case with its events in the common order and what each is worth; as lines, so that
/// the first difference can be shown.
class Likeness final
{
public:
    /// Cases in the order of their ids.
    void add(const QString &caseId, const QList<domain::Placed> &history, const domain::Merged &merged)
    {
        const domain::Case &file = merged.file;
        for (qsizetype i = 0; i < history.size(); ++i)
            add({caseId, QString::number(i), history[i].writer, history[i].event.actor, domain::typeName(history[i].event.fact),
                 QString::number(int(merged.judgements[i].standing)), merged.judgements[i].code, QString::fromLatin1(history[i].id.toHex())});
        add({caseId, file.number, QString::number(int(file.stage)), QString::number(file.changedAt.toMSecsSinceEpoch())});
        for (auto each = file.fields.begin(); each != file.fields.end(); ++each)
            add({caseId, each.key(), each.value()});
        for (const domain::Conflict &conflict : file.conflicts)
            add({caseId, conflict.id, conflict.shown, conflict.other, conflict.clearedBy});
        events += int(history.size());
        conflicts += int(file.conflicts.size());
    }
    const QByteArray &text() const { return m_text; }

    int events = 0;
    int conflicts = 0;

private:
    void add(const QStringList &words) { m_text += words.join(u'|').toUtf8() + '\n'; }

    QByteArray m_text;
};
