#pragma once

#include "core/base/settings.h"
#include "core/offices/progressdesk.h"

#include <QJsonObject>

namespace web {

/// What the page about a case is filled with (resources/web/progress.mustache); \a today is the hall's.
QJsonObject progressWords(const offices::Progress &progress, const base::HallSettings &hall, QDate today);

}
