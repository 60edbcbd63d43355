#pragma once

#include "core/offices/unitdesk.h"
#include "core/offices/unitfeed.h"

#include <QJsonObject>

namespace api {

// What is answered, by the schemas of resources/openapi/departments.json. Times are ISO 8601 with the hall's offset.

QJsonObject feedWords(const offices::FeedPage &page, int offset); ///< \a offset: seconds from UTC in which times are written
QJsonObject queueWords(const QList<offices::QueueRow> &queue, int offset);
/// A case with those of its items that are \a own, which are at least one, and how the others stand.
QJsonObject caseWords(const QList<offices::DeskSheet> &own);
/// What an act left the item as.
QJsonObject doneWords(const QString &act, const QString &caseUuid, const QString &item, const domain::CaseItem &after, const QDateTime &now);

}
