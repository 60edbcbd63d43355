#pragma once

#include <QLoggingCategory>

namespace hub {

Q_DECLARE_LOGGING_CATEGORY(lcHub)

}
