#pragma once

#include "core/base/settings.h"
#include "core/offices/progressdesk.h"

#include <QJsonObject>

namespace web {

/// Where the e-licence of an item can be fetched.
struct LicenceLink {
    QString path;
    QString kind; ///< PDF, OFD
    QString code; ///< its identifier
};
using LicenceLinks = QMap<QString, LicenceLink>; ///< by item

/// What the page about a case is filled with (resources/web/progress.mustache); \a today is the hall's.
QJsonObject progressWords(const offices::Progress &progress, const LicenceLinks &licences, const base::HallSettings &hall, QDate today);

}
