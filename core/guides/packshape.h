#pragma once

#include "core/domain/guide.h"

class QJsonObject;

namespace guides {

class Inspection;

/// The pack that \a root writes down. Whatever is missing, unknown, of another type or out of bounds is a fault of
/// \a inspection and takes its default, so that entries keep their index. References are not looked at (see packcheck.h).
domain::GuidePack shapePack(const QJsonObject &root, Inspection &inspection);

}
