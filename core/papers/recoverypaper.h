#pragma once

#include "core/base/settings.h"
#include "core/papers/forms.h"

#include <QDateTime>

namespace papers {

/// What opens the safety copies of a window, as it comes on paper.
struct RecoveryWords {
    QStringList groups; ///< in their order
    QString scanned; ///< what stands in the code
    QString keyMark; ///< by which paper and copies are matched; no secret
    QDateTime at;
};

/// 恢复码保管单 (forms/recovery-code): internal, two copies, to be kept by two people. Whoever prints it keeps neither paper nor file.
base::Result<Paper> recoveryPaper(const FormFolder &forms, const base::HallSettings &hall, const RecoveryWords &words);

}
