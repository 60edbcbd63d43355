#pragma once

#include "core/offices/applications.h"

#include <QJsonObject>

namespace web {

// What the pages about an application are filled with (resources/web/apply*.mustache).

/// The steps that lead to submission; \a now: of the page that is shown.
QJsonArray stepWords(const QString &now);
/// \a asksAll: blanks that are still empty are marked too.
QJsonObject formWords(const offices::ApplicationSheet &sheet, bool asksAll);
QJsonObject materialWords(const offices::ApplicationSheet &sheet);
QJsonObject checkWords(const offices::ApplicationSheet &sheet);
/// \a now is the hall's.
QJsonObject standWords(const offices::ApplicationSheet &sheet, const QString &phone, const QDateTime &now);
/// The page with which somebody begins. \a other: what the browser has already.
QJsonObject startWords(const domain::Guide &guide, const QList<offices::HallChoice> &halls, const QString &chosenHall,
                       const std::optional<offices::ApplicationSheet> &other);

/// The first of the steps at which something is open: questions, form or check.
QString nextStepOf(const offices::ApplicationSheet &sheet);

}
