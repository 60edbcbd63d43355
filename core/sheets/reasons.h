#pragma once

#include <QString>

namespace sheets {

/// What the reader of packs gives as a reason, in Chinese; a reason that is not known here stays as it is.
QString chineseReason(const QString &reason);

}
