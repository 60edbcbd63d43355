#pragma once

#include <boost/json/value.hpp>

#include <QByteArray>

namespace guides {

/// Columns of a line, a comma at its end not counted; a Chinese character takes two.
constexpr int widestLine = 118;

/// \a json as text in the layout of resources/guides/README.md: keys in their order, two spaces for each level, Chinese as it
/// is, what fits into a line in one line. The outermost object is always broken up. A line break stands at the end.
QByteArray laidOut(const boost::json::value &json);

}
