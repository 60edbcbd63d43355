#pragma once

#include <QString>

namespace words {

/// The applicant as lists name them, with whom the case concerns when that is somebody else. Both are masked already.
QString applicantFor(const QString &applicant, const QString &subjects);

}
