#pragma once

#include "core/domain/guideprose.h"

class QJsonValue;

namespace guides {

class Inspection;

/// The words of a guide, as in packshape.h: each reads one entry, standing at it.
domain::Place shapePlace(const QJsonValue &value, Inspection &inspection);
domain::Sample shapeSample(const QJsonValue &value, Inspection &inspection);
domain::Letter shapeLetter(const QJsonValue &value, Inspection &inspection);
domain::Service shapeService(const QJsonValue &value, Inspection &inspection);
domain::Attention shapeAttention(const QJsonValue &value, Inspection &inspection);
domain::Mistake shapeMistake(const QJsonValue &value, Inspection &inspection);
domain::Faq shapeFaq(const QJsonValue &value, Inspection &inspection);
domain::SpecialStep shapeSpecialStep(const QJsonValue &value, Inspection &inspection);

}
