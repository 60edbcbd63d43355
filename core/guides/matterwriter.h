#pragma once

#include "core/domain/guide.h"

#include <boost/json/value.hpp>

namespace guides {

/// \a matter as the object of the format, as in packwriter.h.
boost::json::value writeMatter(const domain::Matter &matter);

}
