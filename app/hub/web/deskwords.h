#pragma once

#include "core/offices/unitdesk.h"

#include <QJsonObject>

namespace web {

/// A moment as pages show it, at the offset of \a now; empty for a null one.
QString shownMoment(const QDateTime &at, const QDateTime &now);
/// 已收件, 已受理 …
QString stateWord(domain::CaseItem::State state, bool isPaused);

/// The words of resources/web/deskqueue.mustache.
QJsonObject queueWords(const QList<offices::QueueRow> &queue, const QMap<QString, QString> &unitNames, const QDateTime &now);
/// Those of resources/web/deskitem.mustache, without those of the bar; \a mayAct: the acts are offered.
QJsonObject itemWords(const offices::DeskSheet &sheet, bool mayAct);

}
