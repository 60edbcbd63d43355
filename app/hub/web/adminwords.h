#pragma once

#include "core/base/result.h"
#include "core/offices/roles.h"

#include <QJsonArray>

namespace web {

/// What an office says in English, for administrators: why it did not do what a form asked for, and where in what was sent. What has no
/// sentence of its own is handed on as it is, behind a Chinese one.
QString inChinese(const base::Error &error);

/// The roles that may be chosen, each with the name of its checkbox.
QJsonArray roleChoices();
QString rolesInChinese(const QList<offices::Role> &roles);

/// How the book calls an act (e.g. case-seen) for whoever reads it; the word itself where it has no other.
QString actInChinese(const QString &act);

}
