#pragma once

#include <QLoggingCategory>

namespace journal {

Q_DECLARE_LOGGING_CATEGORY(lcJournal)

}
