#pragma once

#include <QByteArray>
#include <QString>

/// What values that lie under the key of the profile itself are sealed for. Whoever seals something new under it names its place here and
/// puts it into the list of rekey.cpp (tables) or of core/desk/keychange.cpp (files), or a change of the key loses it.
namespace journal::profileplaces {

inline QByteArray caseKey(const QString &caseId)
{
    return "case_key|" + caseId.toUtf8();
}

/// \a month: yyyy-MM, UTC.
inline QByteArray auditKey(const QString &month)
{
    return "audit_key|" + month.toUtf8();
}

/// \a name: of the row of table meta.
inline QByteArray meta(const QString &name)
{
    return "meta|" + name.toUtf8();
}

/// \a place: decimal, in the feed.
inline QByteArray feedFault(const QString &place)
{
    return "feed_fault|" + place.toUtf8();
}

/// audit.head, the file beside the journal.
inline QByteArray auditHead()
{
    return "audit head";
}

}
