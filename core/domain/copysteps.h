#pragma once

#include "core/domain/copysheet.h"

#include <tl/expected.hpp>

namespace domain {

/// \a value after \a step of \a map, or why it cannot be: the value is never bent until it fits.
tl::expected<QString, CopyLine::Fault> changed(const QString &value, const CopyStep &step, const CopyMap &map);

/// The parts of a Chinese address; what it does not say is empty. 北京, 天津, 上海 and 重庆 are province and no city.
struct AddressParts {
    QString province;
    QString city;
    QString county;
    QString street;
    bool operator==(const AddressParts &) const = default;
};
AddressParts addressParts(const QString &address);

}
