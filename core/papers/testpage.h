#pragma once

#include "core/base/settings.h"
#include "core/papers/forms.h"

#include <QDateTime>

namespace papers {

/// 打印测试页 (forms/test-page, forms/test-page-80): frame, small letters, grey, codes, with the name of \a printer and the moment
/// \a at. \a tray may be empty. \a onRoll: for 80 mm paper.
base::Result<Paper> testPage(const FormFolder &forms, const base::HallSettings &hall, const QString &printer,
                             const QString &tray, const QDateTime &at, bool onRoll);

}
